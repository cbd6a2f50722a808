"""Date expressions of recognizers-text, each with its reference time: how many are read right.

Run as ``python -m tests.quality.recognizers [--errors]``; the corpora must lie where
`tests.quality.corpora` looks for them. Right is what was found where our TIMEX3 value or our
interval is that of one of the readings that a case lists; the ends of ranges are exclusive there.
What is so only where a range is written as its two ends, ``2016-10-03/2016-10-07``, is counted
apart: there "from the 3rd to the 7th" ends before the 7th, here with it. So is the one limit of
an open stretch: "since May" is from May on there, and here May, as in TimeML.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from spacy.language import Language

from claimx.pipeline.annotations import Timex, get_timexes
from claimx.pipeline.layout_annotations import Context, set_context
from tests.quality.date_cases import describe_share, print_figures

_FILE = Path("recognizers-text") / "DateTimeModel.json"
_TYPES = ("date", "daterange", "duration", "set")
_DATES = ("date", "daterange")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a case allows an expression to mean: a TIMEX3 value, and limits where it has any.

    Attributes:
        is_impossible: Whether no calendar has the day; right is then no value, with a reason.
    """

    value: str | None
    earliest: str | None
    latest: str | None
    is_impossible: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """An expression in its sentence; offsets are half-open code points."""

    text: str
    reference: str | None
    type: str
    start: int
    end: int
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found in the place of an expression."""

    case: Case
    found: tuple[Timex, ...]

    @property
    def is_right(self) -> bool:
        """Whether a date in that place has the value or the limits of a listed reading."""
        return self._holds(_is_same)

    @property
    def is_right_by_ends(self) -> bool:
        """The same, or a range whose two ends are named alike."""
        return self._holds(
            lambda timex, reading: _is_same(timex, reading) or _has_ends(timex, reading)
        )

    @property
    def is_right_by_limit(self) -> bool:
        """The same, or the day from which or up to which an open stretch runs ("since May")."""
        return self.is_right_by_ends or self._holds(_has_limit)

    def _holds(self, is_same: Callable[[Timex, Reading], bool]) -> bool:
        return any(
            is_same(timex, reading) for timex in self.found for reading in self.case.readings
        )


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of the measured types that the Python port of recognizers-text supports."""
    for row in json.loads(path.read_text(encoding="utf-8-sig")):
        if "python" in row.get("NotSupported", ""):
            continue
        reference = ((row.get("Context") or {}).get("ReferenceDateTime") or "")[:10] or None
        for result in row.get("Results") or ():
            kind = result.get("TypeName", "").rpartition(".")[2]
            if kind in _TYPES:
                start = result.get("Start", row["Input"].lower().find(result["Text"].lower()))
                values = (result.get("Resolution") or {}).get("values", ())
                yield Case(
                    text=row["Input"],
                    reference=reference,
                    type=kind,
                    start=start,
                    end=start + len(result["Text"]),
                    readings=tuple(map(_read, values)),
                )


def try_cases(cases: Iterable[Case], nlp: Language) -> list[Outcome]:
    """What the pipeline finds in the place of each expression, at the time of its reference."""
    outcomes = []
    for case in cases:
        doc = nlp.make_doc(case.text)
        set_context(doc, Context(published=case.reference))
        found = [
            timex
            for timex in get_timexes(nlp(doc))
            if timex.span.start_char < case.end and case.start < timex.span.end_char
        ]
        outcomes.append(Outcome(case, tuple(found)))
    return outcomes


def summarise(outcomes: list[Outcome]) -> Iterator[str]:
    """How many expressions were found and read right, with 95 % intervals."""
    for kind in (None, *_TYPES):
        chosen = [item for item in outcomes if kind in (None, item.case.type)]
        shares = []
        for name, rights in (
            ("found", [bool(item.found) for item in chosen]),
            ("right", [item.is_right for item in chosen]),
            ("or by its ends", [item.is_right_by_ends for item in chosen]),
            ("or by its one limit", [item.is_right_by_limit for item in chosen]),
        ):
            shares.append(f"{name} {describe_share(rights)}")
        yield f"{kind or 'all':9s} {len(chosen):3d}  {'  '.join(shares)}"


def describe_errors(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Each expression that is not right, with what was found and what is listed."""
    for outcome in outcomes:
        if not outcome.is_right:
            case = outcome.case
            found = [
                (timex.span.text, *(timex.values[name] for name in ("value", "earliest", "latest")))
                for timex in outcome.found
            ]
            listed = [(r.value, r.earliest, r.latest) for r in case.readings]
            words = case.text[case.start : case.end]
            yield f"{case.type} | {case.reference} | {case.text} | {words} | {found} | {listed}"


def _read(value: dict[str, str]) -> Reading:
    earliest, latest = value.get("start"), value.get("end")
    if value.get("type") == "date" and (day := _day(value.get("value"))) is not None:
        earliest, latest = day.isoformat(), (day + timedelta(days=1)).isoformat()
    is_impossible = value.get("value") == "not resolved" and value.get("type") in _DATES
    return Reading(value.get("timex"), earliest, latest, is_impossible)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _is_same(found: Timex, reading: Reading) -> bool:
    if found.values["value"] is not None and found.values["value"] == reading.value:
        return True
    if reading.is_impossible:
        return found.values["value"] is None and found.values["reason"] is not None
    limits = (found.values["earliest"], found.values["latest"])
    return None not in limits and limits == (reading.earliest, reading.latest)


def _has_ends(found: Timex, reading: Reading) -> bool:
    return found.values["value"] == f"{reading.earliest}/{reading.latest}"


def _has_limit(found: Timex, reading: Reading) -> bool:
    if (reading.earliest is None) == (reading.latest is None):
        return False
    return (reading.earliest or reading.latest) in (
        found.values["earliest"],
        found.values["latest"],
    )


def main(arguments: list[str]) -> int | str:
    """Print the figures; with ``--errors`` what is not right."""
    return print_figures(
        _FILE, read_cases, try_cases, summarise, describe_errors, errors="--errors" in arguments
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
