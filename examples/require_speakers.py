"""A gate for CI: fails where a direct quote has no speaker."""

from __future__ import annotations

import sys

import claimx


def main(*paths: str) -> int:
    """Name every direct quote of ``paths`` without a speaker; the codes are those of claimx."""
    code = 0
    for result in claimx.extract_many(paths):
        if isinstance(result, claimx.Failure):
            print(result.metadata.path, result.error.message, file=sys.stderr)
            code = 3
            continue
        for quote in result.quotes:
            if quote.kind == "direct" and quote.speaker is None:
                print(f"{result.metadata.path}: {quote.id}: {quote.spans[0].text}")
                code = max(code, 1)
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
