"""One text: its layout and its metadata."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from claimx.article import Metadata, Section
from claimx.reading.dates import DATE_LENGTH, parse_published
from claimx.reading.found import Found, join_found, read_record_fields, to_unicode
from claimx.reading.headers import Header, read_date_before_text, read_front_matter
from claimx.reading.language import looks_english
from claimx.reading.layout import Layout, lay_out
from claimx.reading.limits import check_text
from claimx.reading.markup import (
    MARKUP_KEPT,
    MARKUP_READ,
    WRONGLY_DECODED,
    find_markup,
    find_mojibake,
    read_fragment,
)
from claimx.reading.source import Block, Source

NO_DATE = "no publication date: relative dates stay unresolved (give --published)"
IN_THE_FUTURE = "the publication date {} lies in the future; dates are counted from it all the same"
NOT_ENGLISH = "the text does not look like English, the only language that claimx reads"
# East of us it may be tomorrow.
_AHEAD_SOMEWHERE = timedelta(days=1)


@dataclass(frozen=True)
class GivenMetadata:
    """Metadata that hold for every input of a call, before all that the inputs say themselves."""

    published: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None


NOTHING_GIVEN = GivenMetadata()


@dataclass(frozen=True)
class RawArticle:
    """An article before its analysis.

    Attributes:
        text: The decoded input, without byte order mark.
        flow: The text as it is analysed: blanks for the breaks of wrapped lines, and without the
            white space at its end. Its offsets are those of ``text``.
        sections: The layout; spans are half-open and count code points of ``text``.
        credits: The code points where the credits of captions begin.
        warnings: One sentence each.
        id: The id given with the input.
        dateline_date: Date of the dateline in ISO 8601.
    """

    text: str
    flow: str
    metadata: Metadata
    sections: tuple[Section, ...]
    warnings: tuple[str, ...]
    id: str | None
    dateline_date: str | None
    credits: tuple[int, ...] = ()


def read_source(source: Source, *, given: GivenMetadata = NOTHING_GIVEN) -> RawArticle:
    """The article of what a reader handed over.

    Raises:
        InputError: Where its text is a web page that holds no article.
        ValueError: Where ``given.published`` is not a date.
    """
    return read_article(
        source.text,
        path=source.path,
        given=given,
        record=source.record,
        warnings=source.warnings,
        blocks=source.blocks,
    )


def read_article(
    text: str,
    *,
    path: str | None = None,
    id: str | None = None,
    given: GivenMetadata = NOTHING_GIVEN,
    record: Mapping[str, Any] | None = None,
    warnings: Iterable[str] = (),
    blocks: Sequence[Block] | None = None,
) -> RawArticle:
    """Tell the parts of one text apart and gather what is known of the article.

    What is ``given`` goes before the ``record``, that before front matter, that before header
    lines, and a dateline comes last. The time of the file and today's date are never taken for one;
    a publication date after tomorrow is kept with a warning.

    Args:
        path: The input as the user named it.
        record: Fields that came with the text, as in a line of JSON Lines without its text.
        warnings: What reading the bytes already gave rise to.
        blocks: The paragraphs where the reader knows them; None finds them in the text. Text that
            is HTML is read as such then, and the text of the result is what its tags hold.

    Raises:
        InputError: Where the text is a web page that holds no article.
        ValueError: Where ``given.published`` is not a date.
    """
    notes = list(warnings)
    text = text.removeprefix("\ufeff")
    page: dict[str, Any] = {}
    if blocks is None:
        text, blocks, page = _read_markup(text, path or "the text", notes)
    if (clean := to_unicode(text)) != text:
        text = clean
        notes.append("the text holds lone surrogates, which are replaced by U+FFFD")
    if (stretch := find_mojibake(text)) is not None:
        notes.append(WRONGLY_DECODED.format(stretch))
    option, fields = _read_given(given), read_record_fields({**page, **(record or {})}, text)
    front_matter, header = Found("front matter"), Found("header")
    headers = _read_headers(text, front_matter, header) if blocks is None else []
    known = [option, fields, front_matter]
    title = next((found.values["title"] for found in known if "title" in found.values), None)
    layout = lay_out(text, headers, header, title, blocks)
    metadata, identifier, found_warnings = join_found([*known, header, _read_layout(layout)], path)
    notes += found_warnings
    dateline_date = layout.dateline.resolve_date(metadata.published) if layout.dateline else None
    if metadata.published is None and layout.dateline and layout.dateline.date:
        metadata = metadata.model_copy(update={"published": layout.dateline.date})
    notes += _doubt_date(metadata.published)
    if not looks_english(text):
        notes.append(NOT_ENGLISH)
    return RawArticle(
        text=text,
        flow=layout.flow.rstrip() or text,
        metadata=metadata,
        sections=tuple(layout.sections),
        warnings=tuple(dict.fromkeys(notes)),
        id=id if id is not None else identifier,
        dateline_date=dateline_date,
        credits=tuple(layout.credits),
    )


def _read_markup(
    text: str, path: str, notes: list[str]
) -> tuple[str, Sequence[Block] | None, dict[str, Any]]:
    """The text without its mark-up where it is HTML, its paragraphs, and what a page says of it."""
    markup = find_markup(text)
    if markup is None:
        return text, None, {}
    if not markup.is_html:
        notes.append(MARKUP_KEPT.format(markup.sample))
        return text, None, {}
    notes.append(MARKUP_READ)
    if markup.is_page:
        # trafilatura takes its time to import, and plain text does not need it.
        from claimx.reading.formats.web_page import extract_page

        page = extract_page(text, path)
        return page.text, page.blocks, page.record
    bare, found = read_fragment(text)
    check_text(bare, path)
    return bare, found or None, {"text_from": "HTML in the text"}


def _read_headers(text: str, front_matter: Found, header: Found) -> list[Header]:
    """The front matter and the date that goes before the text, as far as there are any."""
    fenced = read_front_matter(text, front_matter)
    dated = read_date_before_text(text, fenced.rest if fenced else 0, header)
    return [found for found in (fenced, dated) if found is not None]


def _doubt_date(published: str | None) -> Iterator[str]:
    """A warning where there is no publication date, or one that lies in the future."""
    if published is None:
        yield NO_DATE
    elif date.fromisoformat(published[:DATE_LENGTH]) > date.today() + _AHEAD_SOMEWHERE:
        yield IN_THE_FUTURE.format(published)


def _read_given(given: GivenMetadata) -> Found:
    found = Found("option")
    if given.published is not None:
        found.published.append(parse_published(given.published))
    for name in ("title", "byline", "url"):
        if value := getattr(given, name):
            found.add(name, value)
    return found


def _read_layout(layout: Layout) -> Found:
    """What the layout says: headline, byline, and the agency of byline or dateline."""
    found = Found("text")
    if layout.headline:
        found.add("title", layout.headline)
    if layout.byline and layout.byline.byline:
        found.add("byline", layout.byline.byline)
    if layout.byline and layout.byline.publisher:
        found.add("publisher", layout.byline.publisher)
    if layout.dateline and layout.dateline.agency:
        found.add("publisher", layout.dateline.agency)
    return found
