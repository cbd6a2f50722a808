"""claimx's own records as gold: one JSON object a line, made by hand or put right by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from claimx.evaluation.predictions import Prediction, read_predictions
from claimx.evaluation.standards import AttributedText, DatedText, GoldDate, GoldError, Offsets

SUFFIXES = frozenset({".jsonl", ".ndjson"})
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"'”’)\]]*(?=\s)|(?=\n)|\Z)")
# No text is longer.
_EVERYTHING = 2**63


def is_records_file(path: Path) -> bool:
    """Whether a path is a file of records by its ending."""
    return path.suffix.lower() in SUFFIXES and path.is_file()


def read_attribution_records(path: Path) -> list[AttributedText]:
    """The claims of each record; a claim nested in another is left out, as in predictions.

    Raises:
        GoldError: Naming the line that is no record.
    """
    return [
        AttributedText(
            name=record.name or record.id or "",
            text=record.text,
            attributions=tuple(item for item in record.attributions if item.content),
            path=record.path,
            published=record.published,
            id=record.id,
            sha256=record.sha256,
            pieces=record.pieces,
        )
        for record in read_predictions(path)
    ]


def read_date_records(path: Path) -> list[DatedText]:
    """The dates and times of day of each record.

    Raises:
        GoldError: Naming the line that is no record, or the record that lacks its text.
    """
    return [_read_dates(record, path) for record in read_predictions(path)]


def _read_dates(record: Prediction, path: Path) -> DatedText:
    name, text = record.name or record.id or "", record.text
    if text is None:
        raise GoldError(
            f"{path} has the record {name!r} without its text: make it with --include-text"
        )
    return DatedText(
        name=name,
        text=text,
        dates=tuple(
            GoldDate(date.start, date.end, date.value, date.earliest, date.latest)
            for date in record.dates
        ),
        sentences=tuple(_split_sentences(text)),
        scored=((0, _EVERYTHING),),
        path=record.path,
        published=record.published,
        id=record.id,
        sha256=record.sha256,
    )


def _split_sentences(text: str) -> Iterable[Offsets]:
    """Roughly; they are only shown."""
    return (match.span() for match in _SENTENCE.finditer(text))
