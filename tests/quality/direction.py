"""Past or ahead: whether "on Friday" is the last one or the next, on sentences of news.

Run as ``python -m tests.quality.direction [--errors]``; it needs no corpora. Each sentence of
``direction_first.tsv`` and ``direction_second.tsv`` is an article of its own, with its day of
publication. Right is a date that overlaps the marked one and begins with the marked value.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import claimx
from tests.quality.date_cases import describe_share

FIRST = Path(__file__).with_name("direction_first.tsv")
SECOND = Path(__file__).with_name("direction_second.tsv")


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with one marked date.

    Attributes:
        published: The day of publication.
        value: What the date means, in TIMEX3.
        text: The sentence without its brackets.
        start: First code point of the date.
        end: The code point after its last.
    """

    published: str
    value: str
    text: str
    start: int
    end: int

    @property
    def is_past(self) -> bool:
        """Whether the date lies behind the day of publication."""
        return self.value < self.published


@dataclass(frozen=True, slots=True)
class Outcome:
    """The value that was found in the place of the date; None where there was none."""

    case: Case
    found: str | None

    @property
    def is_right(self) -> bool:
        """Whether it is the day, or the month, that was meant; a time of day may follow."""
        return self.found is not None and self.found.startswith(self.case.value)


def read_cases(path: Path) -> Iterator[Case]:
    """The sentences of a file of tab-separated lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            published, value, marked = line.split("\t")
            before, _, rest = marked.partition("[")
            date, _, after = rest.partition("]")
            end = len(before) + len(date)
            yield Case(published, value, before + date + after, len(before), end)


def try_cases(cases: Iterable[Case]) -> list[Outcome]:
    """What the bundled pipeline makes of each."""
    outcomes = []
    for case in cases:
        dates = claimx.extract(f"{case.text}\n", published=case.published).dates
        found = (d.value for d in dates if d.span.start < case.end and case.start < d.span.end)
        outcomes.append(Outcome(case, next(found, None)))
    return outcomes


def summarise(name: str, outcomes: list[Outcome]) -> Iterator[str]:
    """How many are right, of all and on either side of publication, with 95 % intervals."""
    for side, chosen in (
        ("all", outcomes),
        ("past", [item for item in outcomes if item.case.is_past]),
        ("ahead", [item for item in outcomes if not item.case.is_past]),
    ):
        rights = [item.is_right for item in chosen]
        yield f"{name:7s} {side:6s} of {len(chosen):3d}: {describe_share(rights)}"


def describe_errors(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """The day of publication, what was meant and found, and the sentence."""
    for outcome in outcomes:
        if not outcome.is_right:
            case = outcome.case
            yield f"{case.published} | {case.value} | {outcome.found} | {case.text}"


def main(arguments: list[str]) -> int:
    """Print the figures; with ``--errors`` each sentence that is not right."""
    for path in (FIRST, SECOND):
        outcomes = try_cases(read_cases(path))
        print(*summarise(path.stem.removeprefix("direction_"), outcomes), sep="\n")
        if "--errors" in arguments:
            print(*describe_errors(outcomes), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
