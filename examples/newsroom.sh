#!/usr/bin/env bash
# A folder of articles from the shell: records, a table by jq, figures by DuckDB, checks.
# Run it from the top of the checkout. The check finds something, which is what it is for.
set -uo pipefail
cd "$(dirname "$0")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo '== who said how much (jq)'
claimx extract articles --include-text -f jsonl > "$work/records.jsonl" 2> /dev/null
jq -r '.metadata.path as $path | .speakers[] | [$path, .name, .claims, .quoted_words] | @tsv' \
  "$work/records.jsonl"

echo '== claims by speaker (DuckDB)'
python - "$work/records.jsonl" <<'PYTHON'
import sys

import duckdb

query = """
    SELECT speaker.name AS name, count(*) AS claims
    FROM (SELECT unnest(claims) AS claim, speakers FROM read_json(?))
    CROSS JOIN unnest(speakers) AS all_speakers(speaker)
    WHERE list_contains(claim.source.speakers, speaker.id)
    GROUP BY name ORDER BY claims DESC, name
"""
for name, claims in duckdb.execute(query, [sys.argv[1]]).fetchall():
    print(name, claims, sep="\t")
PYTHON

echo '== faults of sourcing'
claimx check "$work/records.jsonl" -f concise 2> /dev/null
echo "exit code $?"

echo '== the draft against what was said'
claimx verify articles/bridge.md --against sources --words-only -f concise 2> /dev/null
echo "exit code $?"

echo '== what changed since yesterday'
claimx diff earlier/bridge.md articles/bridge.md 2> /dev/null
