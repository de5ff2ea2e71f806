#!/usr/bin/env bash
# Measures `kubelint check` beside the floor, YamlDotNet's event parser alone on the same files, process against
# process: wall time, user CPU time, peak memory, and their ratios.
#
#   tests/KubeLint.Benchmarks/run.sh [FILES...]     by default 1 100 1000 5000
#
# RUNS=9 changes the number of counted runs, 5 by default; the two take turns after one run each to warm up.
# Memory needs GNU time. All that is made goes to a temporary folder, which is removed at the end.
set -euo pipefail
# Decimal points everywhere.
export LC_ALL=C

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
runs=${RUNS:-5}
[ $# -gt 0 ] || set -- 1 100 1000 5000
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
rid=$(dotnet --info | awk '$1 == "RID:" { print $2; exit }')

# Ready-to-run code needs packs for this system that not every feed has.
publish() {
  local project=$1 output=$2
  if dotnet publish "$project" -c Release -r "$rid" --self-contained false -p:PublishReadyToRun=true -o "$output" >"$temp/log" 2>&1; then
    echo "$(basename "$project"): ready-to-run for $rid"
  elif dotnet publish "$project" -c Release -o "$output" >"$temp/log" 2>&1; then
    echo "$(basename "$project"): NOT ready-to-run: the packs for $rid can't be restored, so its start is slower"
  else
    cat "$temp/log" >&2
    return 1
  fi
}

publish "$root/src/KubeLint.Cli" "$temp/tool"
publish "$here" "$temp/benchmarks"

has_gnu_time() { /usr/bin/time -f %M true >/dev/null 2>&1; }
if has_gnu_time; then memory=yes; else memory=; fi

# Appends "wall user kilobytes" of one run to a file; bash tells milliseconds, GNU time only hundredths.
measure() {
  local result=$1
  shift
  local TIMEFORMAT='%3R %3U' times
  echo 0 >"$temp/memory"
  if [ -n "$memory" ]; then
    times=$({ time /usr/bin/time -f %M -o "$temp/memory" "$@" >/dev/null 2>"$temp/errors" || true; } 2>&1)
  else
    times=$({ time "$@" >/dev/null 2>"$temp/errors" || true; } 2>&1)
  fi
  # GNU time adds a line where the exit code is not 0, as it is after findings.
  echo "$times $(tail -n 1 "$temp/memory")" >>"$result"
}

# The median, smallest and largest of a column, scaled.
summary() {
  awk -v column="$2" -v scale="$3" '{ print $column * scale }' "$1" | sort -n | awk '{ v[NR] = $1 }
    END { m = NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2; printf "%.0f (%.0f-%.0f)", m, v[1], v[NR] }'
}

median() { summary "$1" "$2" 1000000 | cut -d ' ' -f 1; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { if (b > 0) printf "%.2f", a / b; else printf "-" }'; }

printf '\n%s runs each: median (least-most)\n\n' "$runs"
printf '| files | what     | wall ms             | user ms             | peak MB        | wall, user, memory of the floor |\n'
printf '|------:|----------|---------------------|---------------------|----------------|---------------------------------|\n'
previous=
for count in "$@"; do
  files="$temp/files-$count"
  "$temp/benchmarks/KubeLint.Benchmarks" generate "$files" "$count"
  for ((run = 0; run <= runs; run++)); do
    measure "$temp/check-$count" "$temp/tool/kubelint" check "$files" --format json
    measure "$temp/floor-$count" "$temp/benchmarks/KubeLint.Benchmarks" floor "$files"
    if [ "$run" = 0 ]; then rm "$temp/check-$count" "$temp/floor-$count"; fi
  done
  for what in check floor; do
    of="$temp/$what-$count"
    ratios=
    if [ $what = check ]; then
      floor="$temp/floor-$count"
      ratios="$(ratio "$(median "$of" 1)" "$(median "$floor" 1)"), $(ratio "$(median "$of" 2)" "$(median "$floor" 2)")"
      [ -z "$memory" ] || ratios="$ratios, $(ratio "$(median "$of" 3)" "$(median "$floor" 3)")"
    fi
    printf '| %5s | %-8s | %-19s | %-19s | %-14s | %-31s |\n' "$count" "$what" "$(summary "$of" 1 1000)" "$(summary "$of" 2 1000)" \
      "$([ -n "$memory" ] && summary "$of" 3 0.0009765625 || echo -)" "$ratios"
  done
  if [ -n "$previous" ]; then
    growth="$growth$previous to $count files: $(ratio "$(median "$temp/check-$count" 1)" "$(median "$temp/check-$previous" 1)") times the wall time, $(ratio "$(median "$temp/check-$count" 2)" "$(median "$temp/check-$previous" 2)") times the user time"$'\n'
  else
    growth=
  fi
  previous=$count
done
printf '\n%s' "$growth"
