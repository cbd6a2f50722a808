"""Prints each claim of an article with its speaker, and when it was said."""

from __future__ import annotations

import sys

import claimx


def main(path: str) -> None:
    """Print the claims of the article at ``path``."""
    for result in claimx.extract_many([path]):
        if isinstance(result, claimx.Failure):
            sys.exit(result.error.message)
        speakers = {speaker.id: speaker for speaker in result.speakers}
        dates = {date.id: date for date in result.dates}
        for claim in result.claims:
            names = [speakers[i].name for i in claim.source.speakers] if claim.source else []
            when = dates[claim.said_on].value if claim.said_on else None
            print(" and ".join(names) or "(nobody named)", f"[{when}]" if when else "")
            print("   ", claim.content.text)


if __name__ == "__main__":
    main(*sys.argv[1:])
