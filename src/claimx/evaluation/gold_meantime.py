"""TIMEX3 of MEANTIME: Wikinews in the XML of the CAT tool.

Only sentences 0 to 5 of a document are annotated. Sentence 1 is the dateline, and left out; so
are document creation times and time expressions that no words of the text stand for. Minard et
al. (2016), MEANTIME, the NewsReader Multilingual Event and Time Corpus.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from claimx.evaluation.standards import DatedText, GoldDate, GoldError, Offsets
from claimx.evaluation.text_building import TextBuilder, join_offsets

ROOT = "Document"
_TITLE = 0
_DATELINE = 1
_LAST_ANNOTATED = 5
_SCORED_TYPES = frozenset({"DATE", "TIME"})
_CREATION_TIME = "CREATION_TIME"


def read_meantime(root: Element, path: Path) -> DatedText:
    """One document, its text rebuilt from its words.

    Raises:
        GoldError: If a token lacks its number or an anchor points nowhere.
    """
    builder = TextBuilder()
    places: dict[str, Offsets] = {}
    sentences: dict[int, list[Offsets]] = {}
    try:
        for token in root.iter("token"):
            number = int(token.attrib["sentence"])
            if sentences and number not in sentences:
                # Title and dateline are paragraphs; those of the body are not marked.
                if number <= _DATELINE + 1:
                    builder.start_paragraph()
                builder.start_sentence()
            offsets = builder.add((token.text or "").strip())
            places[token.attrib["t_id"]] = offsets
            sentences.setdefault(number, []).append(offsets)
        limits = {number: join_offsets(words) for number, words in sentences.items()}
        scored = tuple(
            span
            for number, span in limits.items()
            if number <= _LAST_ANNOTATED and number != _DATELINE
        )
        dates = tuple(_read_dates(root, places, scored))
    except (KeyError, ValueError) as error:
        raise GoldError(f"{path} is no document of MEANTIME: a token has no number") from error
    return DatedText(
        name=path.stem,
        text=builder.text,
        dates=dates,
        sentences=tuple(limits.values()),
        scored=scored,
        path=path.as_posix(),
        published=_find_creation_time(root),
    )


def _read_dates(
    root: Element, places: dict[str, Offsets], scored: tuple[Offsets, ...]
) -> Iterator[GoldDate]:
    found = []
    for timex in root.iter("TIMEX3"):
        words = [places[anchor.attrib["t_id"]] for anchor in timex.iter("token_anchor")]
        if (
            not words
            or timex.get("type") not in _SCORED_TYPES
            or timex.get("functionInDocument") == _CREATION_TIME
        ):
            continue
        start, end = join_offsets(words)
        if any(a <= start < b for a, b in scored):
            found.append(GoldDate(start, end, value=timex.get("value") or None))
    yield from sorted(found, key=lambda date: (date.start, date.end))


def _find_creation_time(root: Element) -> str | None:
    values = (
        timex.get("value")
        for timex in root.iter("TIMEX3")
        if timex.get("functionInDocument") == _CREATION_TIME
    )
    return next((value for value in values if value), None)
