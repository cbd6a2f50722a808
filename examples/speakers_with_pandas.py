"""A table of who said how much, with pandas, from records of `claimx extract`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pandas as pd


def main(path: str) -> None:
    """Print the speakers of the records in ``path``, those with most claims first."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    records = [record for record in map(json.loads, lines) if "error" not in record]
    speakers = pd.json_normalize(
        records, record_path="speakers", meta=[["metadata", "path"]], errors="ignore"
    )
    table = (
        speakers.groupby(["name", "kind"], as_index=False)[["claims", "quoted_words"]]
        .sum()
        .sort_values(["claims", "name"], ascending=[False, True])
    )
    print(table.to_csv(index=False), end="")


if __name__ == "__main__":
    main(*sys.argv[1:])
