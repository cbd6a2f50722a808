#!/usr/bin/env bash
# What the action does once claimx is installed. The articles are analysed once; annotations and
# SARIF are made from the records. Takes INPUT_PATHS (one a line), INPUT_ARGS and INPUT_SARIF.
set -uo pipefail

paths=()
while IFS= read -r line; do
  [ -z "$line" ] || paths+=("$line")
done <<< "${INPUT_PATHS:?name the files and folders to check, one a line}"
read -ra args <<< "${INPUT_ARGS:-}"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

claimx extract "${paths[@]}" --include-text -f jsonl -o "$work/records.jsonl"
code=$?
if [ "$code" -eq 0 ] || [ "$code" -eq 3 ]; then
  if [ -n "${INPUT_SARIF:-}" ]; then
    claimx check "$work/records.jsonl" ${args[@]+"${args[@]}"} -f sarif -o "$INPUT_SARIF" 2> "$work/log"
  fi
  claimx check "$work/records.jsonl" ${args[@]+"${args[@]}"} -f github 2> "$work/log"
  code=$?
  # Failed inputs were told by `extract` already; all else is news.
  [ "$code" -ne 2 ] || cat "$work/log" >&2
fi
[ -z "${GITHUB_OUTPUT:-}" ] || echo "exit-code=$code" >> "$GITHUB_OUTPUT"
exit "$code"
