"""Writes the claims of files and folders as CSV, one row a claim."""

from __future__ import annotations

import csv
import sys

import claimx


def main(*paths: str) -> None:
    """Write the claims of ``paths`` to standard output."""
    writer = csv.writer(sys.stdout)
    writer.writerow(["article", "claim", "speakers", "anonymous", "directness", "said_on", "text"])
    for result in claimx.extract_many(paths):
        if isinstance(result, claimx.Failure):
            print(result.metadata.path, result.error.message, file=sys.stderr)
            continue
        speakers = {speaker.id: speaker for speaker in result.speakers}
        dates = {date.id: date for date in result.dates}
        for claim in result.claims:
            said = [speakers[i] for i in claim.source.speakers] if claim.source else []
            writer.writerow(
                [
                    result.metadata.path,
                    claim.id,
                    "; ".join(speaker.name for speaker in said),
                    any(speaker.anonymous for speaker in said),
                    claim.directness,
                    dates[claim.said_on].value if claim.said_on else "",
                    claim.content.text,
                ]
            )


if __name__ == "__main__":
    main(*sys.argv[1:])
