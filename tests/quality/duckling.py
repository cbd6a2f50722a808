"""Date phrases of duckling's test corpus, with its values: how many are read alike.

Run as ``python -m tests.quality.duckling [--errors]``; the corpora must lie where
`tests.quality.corpora` looks for them. The phrases stand alone there; here each ends a sentence
("They will meet …"), written at duckling's own moment, 12 February 2013, 4:30 in a zone two hours
west. Values are compared where both have one: by the beginning, and by beginning and end. Times
that go on without an end are left out. The two differ by design in some ways, which ``--errors``
shows: "three weeks ago" is a day there and a week here, "Monday" on a Monday is the next one, a
season, a weekend and a part of the day have other limits, "in two minutes" is a second, and "15h"
and a hundred holidays are not read here.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from spacy.language import Language

from claimx.pipeline.annotations import Timex, get_timexes
from claimx.pipeline.layout_annotations import Context, set_context
from tests.quality.date_cases import describe_share, print_figures

_FILE = Path("duckling") / "Corpus.hs"
_BEFORE = "They will meet "
_ZONE = timezone(timedelta(hours=-2))
_MOMENT = "2013-02-12T04:30:00-02:00"
_GROUP = re.compile(
    r"examples \((?P<kind>datetime(?:Holiday|Interval|IntervalHoliday)?) (?P<value>\(.*?\)) "
    r"(?P<grain>[A-Z][a-z]+)(?: \"[^\"]*\")?\)\s*\[(?P<phrases>(?:[^\]\"]|\"[^\"]*\")*)\]",
    re.DOTALL,
)
_NUMBERS = re.compile(r"\(\s*(-?\d+)" + r",\s*(\d+)" * 5 + r"\s*\)")
_SECONDS = {"Second": 1, "Minute": 60, "Hour": 3600, "Day": 86400, "Week": 7 * 86400}
_MONTHS = {"Month": 1, "Quarter": 3, "Year": 12}


@dataclass(frozen=True, slots=True)
class Case:
    """A phrase, and from when to when it lasts by duckling; the end is not part of it."""

    phrase: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found in the phrase."""

    case: Case
    found: tuple[Timex, ...]

    @property
    def has_value(self) -> bool:
        """Whether something in it has limits in the calendar."""
        return any(_limits_of(timex) is not None for timex in self.found)

    @property
    def begins_alike(self) -> bool:
        """Whether one of them has the beginning of the phrase."""
        found = (_limits_of(timex) for timex in self.found)
        return any(limits is not None and limits[0] == self.case.start for limits in found)

    @property
    def is_right(self) -> bool:
        """Whether one of them has the beginning and the end of the phrase."""
        limits = (self.case.start, self.case.end)
        return any(_limits_of(timex) == limits for timex in self.found)


def read_cases(path: Path) -> Iterator[Case]:
    """The phrases with a beginning and an end, of the part that is read without options."""
    text = path.read_text(encoding="utf-8").partition("\nallExamples =")[2]
    for group in _GROUP.finditer(text):
        numbers = [tuple(map(int, found.groups())) for found in _NUMBERS.finditer(group["value"])]
        if any(year < 1 for year, *_ in numbers):
            continue
        moments = [datetime(*parts) for parts in numbers]  # type: ignore[arg-type]
        end = moments[1] if len(moments) > 1 else _add(moments[0], group["grain"])
        for phrase in re.findall(r"\"([^\"]*)\"", group["phrases"]):
            yield Case(phrase, moments[0], end)


def try_cases(cases: Iterable[Case], nlp: Language) -> list[Outcome]:
    """What the pipeline finds in each phrase."""
    outcomes = []
    for case in cases:
        doc = nlp.make_doc(f"{_BEFORE}{case.phrase}.")
        set_context(doc, Context(published=_MOMENT))
        outcomes.append(Outcome(case, tuple(get_timexes(nlp(doc)))))
    return outcomes


def summarise(outcomes: list[Outcome]) -> Iterator[str]:
    """How many were found, have a value and the same limits, with 95 % intervals."""
    valued = [item for item in outcomes if item.has_value]
    for name, chosen, rights in (
        ("found, of all", outcomes, [bool(item.found) for item in outcomes]),
        ("with a value, of all", outcomes, [item.has_value for item in outcomes]),
        ("same beginning, of those", valued, [item.begins_alike for item in valued]),
        ("and same end, of those", valued, [item.is_right for item in valued]),
    ):
        yield f"{name:30s} of {len(chosen):4d}: {describe_share(rights)}"


def describe_errors(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Each phrase that has not the same limits: duckling's, and what was found."""
    for outcome in outcomes:
        if not outcome.is_right:
            case = outcome.case
            found = [
                (timex.span.text, *(timex.values[name] for name in ("value", "earliest", "latest")))
                for timex in outcome.found
            ]
            yield f"{case.phrase} | {case.start} | {case.end} | {found}"


def _limits_of(timex: Timex) -> tuple[datetime, datetime] | None:
    """In duckling's zone, which it does not write."""
    earliest, latest = timex.values["earliest"], timex.values["latest"]
    if earliest is None or latest is None:
        return None
    return _in_its_zone(earliest), _in_its_zone(latest)


def _in_its_zone(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment.astimezone(_ZONE).replace(tzinfo=None) if moment.tzinfo else moment


def _add(start: datetime, grain: str) -> datetime:
    if grain in _SECONDS:
        return start + timedelta(seconds=_SECONDS[grain])
    months = start.month - 1 + _MONTHS[grain]
    return start.replace(year=start.year + months // 12, month=months % 12 + 1)


def main(arguments: list[str]) -> int | str:
    """Print the figures; with ``--errors`` what is not right."""
    return print_figures(
        _FILE, read_cases, try_cases, summarise, describe_errors, errors="--errors" in arguments
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
