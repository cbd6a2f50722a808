"""How many findings of `claimx verify` on the written drafts are right.

    python -m tests.checks.precision.measure_verify [--list]

Prints, for each of CX601 to CX604, the findings that meet a tag of their code in `drafts.txt`, all
findings, and the faults that were missed; with ``--list`` also what is wrong and what is missed.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import claimx
from claimx.checks.occurrences import occurrences_in
from claimx.checks.rules.verified import BY_VERDICT
from claimx.checks.verify import Verifier, source_text

_TAG = re.compile(r"<(/?)(CX\d{3})>")
CODES = tuple(sorted(BY_VERDICT.values()))


class Fault(NamedTuple):
    """A tagged or found fault: half-open code points of its draft."""

    code: str
    start: int
    end: int


class Draft(NamedTuple):
    """A draft with the faults that are tagged in it, and the sources that it quotes."""

    text: str
    faults: list[Fault]
    sources: list[str]


class Judged(NamedTuple):
    """The findings of one draft beside its faults."""

    draft: Draft
    found: list[tuple[Fault, str]]


def read_drafts() -> Iterator[Draft]:
    """The drafts of `drafts.txt`."""
    content = (Path(__file__).parent / "drafts.txt").read_text(encoding="utf-8")
    for block in content.split("====\n")[1:]:
        tagged, *sources = block.split("----\n")
        text, faults, position, opened = "", [], 0, 0
        for match in _TAG.finditer(tagged):
            text += tagged[position : match.start()]
            position = match.end()
            if match[1]:
                faults.append(Fault(match[2], opened, len(text)))
            opened = len(text)
        yield Draft(text + tagged[position:], faults, sources)


@cache
def judge_drafts() -> tuple[Judged, ...]:
    """What `claimx verify` finds in each draft."""
    nlp = claimx.load()
    judged = []
    for draft in read_drafts():
        sources = [
            source_text(f"source {number}", text, claimx.extract(text, nlp=nlp))
            for number, text in enumerate(draft.sources, start=1)
        ]
        quotations = list(occurrences_in(claimx.extract(draft.text, nlp=nlp)))
        verifier = Verifier(sources, quotations)
        found = []
        for quotation in quotations:
            verdict = verifier.judge(quotation)
            if verdict is not None and verdict.kind in BY_VERDICT:
                code = BY_VERDICT[verdict.kind]
                found.append((Fault(code, quotation.start, quotation.end), verdict.message))
        judged.append(Judged(draft, found))
    return tuple(judged)


def is_in(fault: Fault, others: list[Fault]) -> bool:
    """Whether one of ``others`` has the code of a fault and some of its words."""
    return any(
        other.code == fault.code and other.start < fault.end and fault.start < other.end
        for other in others
    )


def measure() -> dict[str, tuple[int, int, int]]:
    """For each rule: findings that are right, all findings, faults that were missed."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for one in judge_drafts():
        hits = [fault for fault, _ in one.found]
        for hit in hits:
            found[hit.code] += 1
            right[hit.code] += is_in(hit, one.draft.faults)
        missed.update(fault.code for fault in one.draft.faults if not is_in(fault, hits))
    return {code: (right[code], found[code], missed[code]) for code in CODES}


def list_errors() -> Iterator[str]:
    """A line for each finding that is wrong and each fault that was missed."""
    for one in judge_drafts():
        hits = [fault for fault, _ in one.found]
        for hit, message in one.found:
            if not is_in(hit, one.draft.faults):
                yield f"wrong {hit.code} {_words(one.draft, hit)} – {message}"
        for fault in one.draft.faults:
            if not is_in(fault, hits):
                yield f"missed {fault.code} {_words(one.draft, fault)}"


def _words(draft: Draft, fault: Fault) -> str:
    return " ".join(draft.text[fault.start : fault.end].split())


if __name__ == "__main__":
    for code, (right, found, missed) in measure().items():
        print(f"{code}: {right} of {found} findings right, {missed} of the faults missed")
    if "--list" in sys.argv:
        print("\n".join(list_errors()))
