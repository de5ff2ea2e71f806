#!/bin/sh
# The tool as this checkout has it: built where it was not yet, or its source is newer, then run with the arguments given.
# Needs the .NET 10 SDK. The GitHub action and the pre-commit hook run it, so both need no feed.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
built="$root/artifacts/kubelint"
if [ ! -f "$built/kubelint.dll" ] || [ -n "$(find "$root/src" "$root/rules" -newer "$built/kubelint.dll" -type f ! -path '*/obj/*' ! -path '*/bin/*' | head -n 1)" ]; then
  new="$built.$$"
  trap 'rm -rf "$new"' EXIT
  if ! log=$(dotnet publish "$root/src/KubeLint.Cli" -c Release -o "$new" --nologo -v quiet 2>&1); then
    printf '%s\nkubelint: the tool could not be built from %s; it needs the .NET 10 SDK\n' "$log" "$root" >&2
    exit 3
  fi
  touch "$new/kubelint.dll"
  rm -rf "$built"
  mv "$new" "$built"
  trap - EXIT
fi
exec dotnet "$built/kubelint.dll" "$@"
