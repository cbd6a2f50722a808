"""TIMEX3 of MEANTIME: Wikinews in the XML of the CAT tool.

Only sentences 0 to 5 of a document are annotated. Sentence 1 is the dateline, and left out; so
are document creation times and time expressions that no words of the text stand for. Minard et
al. (2016), MEANTIME, the NewsReader Multilingual Event and Time Corpus.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class MeantimeWords:
    """The words of a document, put together to its text.

    Attributes:
        places: Half-open offsets of each token, by its id.
        sentences: Limits of all sentences, in text order.
        scored: Those of the annotated sentences without the dateline.
    """

    text: str
    places: dict[str, Offsets]
    sentences: tuple[Offsets, ...]
    scored: tuple[Offsets, ...]


def read_words(root: Element, path: Path) -> MeantimeWords:
    """The words of one document.

    Raises:
        GoldError: If a token lacks its number.
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
    except (KeyError, ValueError) as error:
        raise GoldError(f"{path} is no document of MEANTIME: a token has no number") from error
    limits = {number: join_offsets(words) for number, words in sentences.items()}
    return MeantimeWords(
        text=builder.text,
        places=places,
        sentences=tuple(limits.values()),
        scored=tuple(
            span
            for number, span in limits.items()
            if number <= _LAST_ANNOTATED and number != _DATELINE
        ),
    )


def read_meantime(root: Element, path: Path) -> DatedText:
    """One document, its text rebuilt from its words.

    Raises:
        GoldError: If a token lacks its number or an anchor points nowhere.
    """
    words = read_words(root, path)
    try:
        dates = tuple(_read_dates(root, words.places, words.scored))
    except KeyError as error:
        raise GoldError(f"{path} is no document of MEANTIME: an anchor has no token") from error
    return DatedText(
        name=path.stem,
        text=words.text,
        dates=dates,
        sentences=words.sentences,
        scored=words.scored,
        path=path.as_posix(),
        published=find_creation_time(root),
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


def find_creation_time(root: Element) -> str | None:
    """When the document was published, in ISO 8601, if it says so."""
    values = (
        timex.get("value")
        for timex in root.iter("TIMEX3")
        if timex.get("functionInDocument") == _CREATION_TIME
    )
    return next((value for value in values if value), None)
