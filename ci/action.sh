#!/usr/bin/env bash
# What action.yml runs: its inputs come as KUBELINT_… variables, never as text of a script, so that none of them is run.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)

arguments=(check --format github --fail-on "${KUBELINT_FAIL_ON:-warning}")
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then arguments+=(--format "markdown=$GITHUB_STEP_SUMMARY"); fi
if [ -n "${KUBELINT_SARIF:-}" ]; then arguments+=(--format "sarif=$KUBELINT_SARIF"); fi
if [ -n "${KUBELINT_SINCE:-}" ]; then arguments+=(--since "$KUBELINT_SINCE"); fi
if [ -n "${KUBELINT_BASELINE:-}" ]; then arguments+=(--baseline "$KUBELINT_BASELINE"); fi
if [ "${KUBELINT_REQUIRE_MANIFESTS:-true}" = true ]; then arguments+=(--require-manifests); fi
while IFS= read -r line; do
  if [ -n "$line" ]; then arguments+=("$line"); fi
done <<< "${KUBELINT_OPTIONS:-}"

# Behind the two dashes a path is a path, whatever it starts with.
arguments+=(--)
while IFS= read -r line; do
  if [ -n "$line" ]; then arguments+=("$line"); fi
done <<< "${KUBELINT_PATHS:-.}"
exec "${KUBELINT_PROGRAM:-$here/kubelint.sh}" "${arguments[@]}"
