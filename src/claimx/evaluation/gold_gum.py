"""Dates of GUM: TEI with ``<date>``, a word with its tags on each line.

``when`` is a date, ``from`` and ``to`` the first and last day (month, year) of a stretch,
``notBefore`` and ``notAfter`` limits of what the text leaves open. Zeldes (2017), The GUM Corpus.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

from claimx.evaluation.standards import DatedText, GoldDate, Offsets
from claimx.evaluation.tei_dates import find_limits, is_iso_day, to_timex_value
from claimx.evaluation.text_building import TextBuilder, join_offsets

ROOT = "text"
_BLOCKS = frozenset(
    {"head", "p", "caption", "item", "row", "cell", "l", "lg", "sp", "list", "table", "figure"}
)
_GLUED = "w"
_OPENING_TAG = "``"
_HYPHEN_TAG = "HYPH"
_KEPT = ("s", "date", "time")


@dataclass(slots=True)
class _Part:
    """The words from ``first`` to ``end`` (excluded) of a document, by their numbers."""

    element: Element
    first: int
    end: int
    is_heading: bool


@dataclass(slots=True)
class _Document:
    """What is gathered while the tree is walked."""

    builder: TextBuilder = field(default_factory=TextBuilder)
    words: list[Offsets] = field(default_factory=list)
    parts: dict[str, list[_Part]] = field(default_factory=lambda: {tag: [] for tag in _KEPT})
    is_first_of_glued: bool = False

    def locate(self, part: _Part) -> Offsets:
        """Half-open offsets of a part in the text."""
        return join_offsets(self.words[part.first : part.end])


def read_gum(root: Element, path: Path) -> DatedText:
    """One document, its text rebuilt from its words.

    A sentence after the headline that is nothing but a date is the dateline: it is left out and
    gives the date of publication, for which the day of the document's creation stands otherwise.
    Times of day, which have an element of their own without a value, are not scored.
    """
    document = _Document()
    _walk(root, document, is_heading=False, is_glued=False)
    sentences, dates, times = (document.parts[tag] for tag in _KEPT)
    dateline = _find_dateline(sentences, dates)
    published = root.get("dateCreated", "")
    kept = []
    for date in dates:
        if dateline is None or not dateline.first <= date.first < dateline.end:
            kept.append(_read_date(*document.locate(date), date.element))
        elif is_iso_day(date.element.get("when", "")):
            published = date.element.get("when", "")
    limits = tuple(map(document.locate, sentences))
    unscored = [document.locate(part) for part in [*times, *([dateline] if dateline else [])]]
    return DatedText(
        name=path.stem,
        text=document.builder.text,
        dates=tuple(kept),
        sentences=limits,
        scored=tuple(_cut_out(limits, unscored)),
        path=path.as_posix(),
        published=published if is_iso_day(published) else None,
        genre=root.get("type"),
    )


def _walk(element: Element, document: _Document, *, is_heading: bool, is_glued: bool) -> None:
    """Add the words of an element, and of all inside it, to the document."""
    first = len(document.words)
    is_heading = is_heading or element.tag == "head"
    if element.tag in _BLOCKS:
        document.builder.start_paragraph()
    elif element.tag == "s":
        document.builder.start_sentence()
    elif element.tag == _GLUED:
        is_glued = document.is_first_of_glued = True
    _add_words(element.text, document, is_glued=is_glued)
    for child in element:
        _walk(child, document, is_heading=is_heading, is_glued=is_glued)
        _add_words(child.tail, document, is_glued=is_glued)
    if element.tag in _KEPT and len(document.words) > first:
        part = _Part(element, first, len(document.words), is_heading)
        document.parts[element.tag].append(part)
    if element.tag in _BLOCKS:
        document.builder.start_paragraph()


def _add_words(lines: str | None, document: _Document, *, is_glued: bool) -> None:
    """Add the words of lines such as ``Friday NP Friday NP0 PROPN root _``, tabs between."""
    for line in (lines or "").splitlines():
        word, _, tags = line.partition("\t")
        if not word.strip() or not tags:
            continue
        tag = tags.partition("\t")[0]
        offsets = document.builder.add(
            word.strip(),
            is_glued=tag == _HYPHEN_TAG or (is_glued and not document.is_first_of_glued),
            opens=tag in (_OPENING_TAG, _HYPHEN_TAG),
        )
        document.is_first_of_glued = False
        document.words.append(offsets)


def _find_dateline(sentences: list[_Part], dates: list[_Part]) -> _Part | None:
    first = next((sentence for sentence in sentences if not sentence.is_heading), None)
    if first is None or (first.first, first.end) not in {(d.first, d.end) for d in dates}:
        return None
    return first


def _read_date(start: int, end: int, element: Element) -> GoldDate:
    when = element.get("when")
    if when is not None:
        limits = find_limits(when)
        earliest, latest = limits or (None, None)
        return GoldDate(start, end, to_timex_value(when), earliest, latest)
    first, last = element.get("from"), element.get("to")
    not_before, not_after = element.get("notBefore"), element.get("notAfter")
    lower = find_limits(first or not_before or "")
    upper = find_limits(last or not_after or "")
    return GoldDate(
        start,
        end,
        earliest=lower[0] if lower else None,
        latest=upper[1] if upper else None,
        is_vague=not_before is not None and not_after is not None,
    )


def _cut_out(spans: tuple[Offsets, ...], holes: list[Offsets]) -> Iterator[Offsets]:
    """What is left of spans without overlap once the holes are gone."""
    for start, end in spans:
        for a, b in sorted(holes):
            if start <= a < end:
                if start < a:
                    yield start, a
                start = min(b, end)
        if start < end:
            yield start, end
