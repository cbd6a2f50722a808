"""How many findings on the written articles are right.

    python -m tests.checks.precision.measure

Prints, for each rule whose faults are tagged in `written.txt`, the findings that meet a tag, all
findings, and the faults that were missed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import claimx
from claimx.checks.registry import BY_CODE

_TAG = re.compile(r"<(/?)(CX\d{3})>")


def read_written() -> Iterator[tuple[str, list[tuple[str, int, int]]]]:
    """Each article with its faults: code, first code point, the code point after the last."""
    content = (Path(__file__).parent / "written.txt").read_text(encoding="utf-8")
    lines = [line for line in content.splitlines() if not line.startswith("#")]
    for tagged in "\n".join(lines).split("\n=\n"):
        text, faults, position, opened = "", [], 0, 0
        for match in _TAG.finditer(tagged):
            text += tagged[position : match.start()]
            position = match.end()
            if match[1]:
                faults.append((match[2], opened, len(text)))
            opened = len(text)
        yield text + tagged[position:], faults


def measure() -> dict[str, tuple[int, int, int]]:
    """For each tagged rule: findings that are right, all findings, faults that were missed."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    nlp = claimx.load()
    articles = list(read_written())
    codes = sorted({code for _, tags in articles for code, _, _ in tags})
    for text, tags in articles:
        article = claimx.extract(text, published="2025-03-14", include_text=True, nlp=nlp)
        faults.update(code for code, _, _ in tags)
        for code in codes:
            check = BY_CODE[code].check
            assert check is not None
            for hit in check(article, text):
                found[code] += 1
                right[code] += any(
                    tag == code and start < hit.end and hit.start < end for tag, start, end in tags
                )
    return {code: (right[code], found[code], faults[code] - right[code]) for code in codes}


if __name__ == "__main__":
    for code, (right, found, missed) in measure().items():
        print(f"{code}: {right} of {found} findings right, {missed} of the faults missed")
