"""brat standoff: a folder of texts and annotations that people can correct."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from claimx.article import Failure
from claimx.render.formats import OutputError
from claimx.render.plain_text import clean_in_place, clean_text

if TYPE_CHECKING:
    from claimx.article import Article, Claim, Span
    from claimx.render.formats import Settings

_CONFIGURATION = """\
[entities]
Source
Cue
Content

[relations]

[events]
Attribution\tSource*:Source, Cue*:Cue, Content+:Content

[attributes]
"""
_LONGEST_NAME = 80


def render_brat(records: Iterable[Article | Failure], path: Path, settings: Settings) -> None:
    """Write ``NAME.txt`` and ``NAME.ann`` for each article, and ``annotation.conf`` beside them.

    A claim inside another is left out, as in PolNeAR: its words are those of the outer one.

    Raises:
        OutputError: If annotations lie there already and may not be replaced, or for a record
            without its text.
    """
    path.mkdir(exist_ok=True)
    if not settings.force and next(path.glob("*.ann"), None) is not None:
        raise OutputError(
            f"{path}: there are annotations already, perhaps put right by hand: give --force to "
            "replace them"
        )
    _write(path / "annotation.conf", _CONFIGURATION)
    names: set[str] = set()
    for record in records:
        if isinstance(record, Failure):
            continue
        name = _name(record, names)
        if record.text is None:
            raise OutputError(f"{name}: the record holds no text: make it with --include-text")
        _write(path / f"{name}.txt", clean_text(record.text))
        _write(path / f"{name}.ann", "".join(f"{line}\n" for line in _lines(record)))


def _write(path: Path, content: str) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write(content)


def _name(article: Article, taken: set[str]) -> str:
    """A name of plain characters, told by the path or the id, and new."""
    path = article.metadata.path
    stem = PurePath(path).stem if path not in (None, "-") and path else article.id
    plain = re.sub(r"[^A-Za-z0-9-]+", "-", stem).strip("-")[:_LONGEST_NAME] or "article"
    name, number = plain, 1
    while name.lower() in taken:
        number += 1
        name = f"{plain}-{number}"
    taken.add(name.lower())
    return name


def _lines(article: Article) -> Iterator[str]:
    number = 0
    events = 0
    for claim in article.claims:
        if claim.parent is not None:
            continue
        parts: list[str] = []
        trigger: list[Span] = []
        for label, spans in _parts(claim):
            number += 1
            yield _text_bound(number, label, spans)
            parts.append(f"{label}:T{number}")
            if label == "Cue" or not trigger:
                trigger = spans
        number += 1
        events += 1
        yield _text_bound(number, "Attribution", trigger)
        yield f"E{events}\tAttribution:T{number} {' '.join(parts)}"


def _parts(claim: Claim) -> list[tuple[str, list[Span]]]:
    found = [("Content", claim.content.spans)]
    if claim.source is not None and claim.source.spans:
        found.append(("Source", claim.source.spans))
    if claim.cue is not None:
        found.append(("Cue", claim.cue.spans))
    return found


def _text_bound(number: int, label: str, spans: list[Span]) -> str:
    words = _one_line(" ".join(span.text for span in spans))
    return f"T{number}\t{label} {_offsets(spans)}\t{words}"


def _offsets(spans: list[Span]) -> str:
    """The parts of the spans between line ends, over which brat lets no part go."""
    parts = []
    for span in spans:
        for found in re.finditer(r"\S[^\r\n]*", span.text):
            end = found.start() + len(found.group().rstrip())
            parts.append(f"{span.start + found.start()} {span.start + end}")
    return ";".join(parts)


def _one_line(words: str) -> str:
    return " ".join(clean_in_place(words).split())
