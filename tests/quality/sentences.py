"""The cases of ``attribution_sentences.txt``: read, tried on the bundled pipeline, described."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import fill

import claimx
from claimx.evaluation import read_prediction
from claimx.evaluation.standards import ROLES, Attribution, Offsets
from tests.quality.overlap import RIGHT_FROM, rate_match
from tests.tagged import read_tagged

PATH = Path(__file__).with_name("attribution_sentences.txt")
_HEADER = re.compile(r"# (?P<number>\d+) (?P<name>[a-z0-9-]+): (?P<tests>.+)")
_PARAGRAPH_BREAK = "\\n\\n"


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its outermost attributions; ``tests`` says what it is there for."""

    number: int
    name: str
    tests: str
    text: str
    attributions: tuple[Attribution, ...]

    @property
    def is_negative(self) -> bool:
        """Whether nothing is attributed in it."""
        return not self.attributions

    @property
    def phenomenon(self) -> str:
        """The first word of the name, which cases of a kind share."""
        return "negative" if self.is_negative else self.name.partition("-")[0]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found in a case, nested claims left out."""

    case: Case
    found: tuple[Attribution, ...]

    @property
    def is_right(self) -> bool:
        """Whether each attribution was found and nothing else."""
        return is_all_found(self.case.text, self.found, self.case.attributions)


def is_all_found(text: str, found: Sequence[Attribution], gold: Sequence[Attribution]) -> bool:
    """Whether each gold attribution has a claim of its own, and no claim is left over."""
    left = list(found)
    for item in gold:
        rates = [rate_match(text, claim, item) for claim in left]
        if not rates or max(rates) < RIGHT_FROM:
            return False
        del left[rates.index(max(rates))]
    return not left


def read_cases(path: Path = PATH) -> list[Case]:
    """The cases of a file: blocks of a header and a tagged text, a blank line between."""
    return [_read_case(block) for block in path.read_text(encoding="utf-8").strip().split("\n\n")]


def _read_case(block: str) -> Case:
    header, tagged = block.split("\n")
    match = _HEADER.fullmatch(header)
    if match is None:
        raise ValueError(f"no header of a case: {header!r}")
    text, items = read_tagged(tagged.replace(_PARAGRAPH_BREAK, "\n\n"))
    return Case(
        number=int(match["number"]),
        name=match["name"],
        tests=match["tests"],
        text=text,
        attributions=tuple(
            Attribution(tuple(item.source), tuple(item.cue), tuple(item.content))
            for item in items.values()
            if item.parent is None
        ),
    )


def try_cases(cases: Iterable[Case]) -> list[Outcome]:
    """What the bundled pipeline finds in each case, which has no publication date."""
    return [
        Outcome(case, read_prediction(claimx.extract(case.text)).attributions) for case in cases
    ]


def count_right(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """How many ``positives`` and ``negatives`` are right."""
    right = [outcome.case.is_negative for outcome in outcomes if outcome.is_right]
    return {"positives": right.count(False), "negatives": right.count(True)}


def summarise(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """How many cases are right, and the names of those that are not."""
    right = count_right(outcomes)
    negatives = sum(outcome.case.is_negative for outcome in outcomes)
    yield (
        f"right: {right['positives']} of {len(outcomes) - negatives} with attributions, "
        f"{right['negatives']} of {negatives} without"
    )
    failing = [outcome.case for outcome in outcomes if not outcome.is_right]
    if failing:
        yield fill(
            f"not right ({len(failing)}): " + ", ".join(case.name for case in failing),
            width=100,
            subsequent_indent="  ",
            break_on_hyphens=False,
        )


def describe_failures(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Each case that is not right with what was expected and found, then counts by phenomenon."""
    failing = [outcome for outcome in outcomes if not outcome.is_right]
    for outcome in failing:
        case = outcome.case
        yield f"{case.number:02d} {case.name}: {case.tests}"
        for title, items in (("expected", case.attributions), ("found", outcome.found)):
            for place, item in enumerate(items):
                yield f"   {title if not place else '':9s}{_describe(case.text, item)}"
            if not items:
                yield f"   {title:9s}nothing"
    counts = Counter(outcome.case.phenomenon for outcome in failing)
    yield "not right, by the first word of the name: " + ", ".join(
        f"{name} {count}" for name, count in counts.most_common()
    )


def _describe(text: str, item: Attribution) -> str:
    return "  ".join(f"{role} {_quote(text, item.pieces(role))}" for role in ROLES)


def _quote(text: str, spans: Iterable[Offsets]) -> str:
    pieces = (" ".join(text[start:end].split()) for start, end in spans)
    return " … ".join(f"[{piece}]" for piece in pieces) or "–"
