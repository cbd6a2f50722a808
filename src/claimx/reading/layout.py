"""The layout of a text: what kind of part each of its paragraphs is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimx.article import Section, Span
from claimx.article.values import SectionKind
from claimx.reading import headlines
from claimx.reading.boilerplate import is_boilerplate, mark_boilerplate
from claimx.reading.bylines import Byline, find_byline
from claimx.reading.datelines import Dateline, find_dateline
from claimx.reading.dates import is_date
from claimx.reading.found import Found
from claimx.reading.headers import Header, read_header_line
from claimx.reading.paragraphs import (
    Line,
    Paragraph,
    divide_paragraphs,
    join_wrapped_lines,
)
from claimx.reading.patterns import (
    CAPTION,
    COMMENT,
    CREDIT,
    LIST_ITEM,
    MARKDOWN_HEADING,
    MAXIMUM_CAPTION_WORDS,
    SOCIAL_LINK,
    SOCIAL_SHARE,
    SOCIAL_SIGNATURE,
)
from claimx.reading.source import Block
from claimx.reading.speaker_labels import find_turn_openings
from claimx.reading.time_stamps import TimeStamp, is_stamp_label, read_time_stamp

# Lines at the head of the text among which header lines are looked for.
_MAXIMUM_HEAD = 30
# Paragraphs at either end of the body among which a time stamp may be, and the longest summary.
_STAMP_WITHIN, _LONGEST_SUMMARY = 5, 300
# The post above a signature that stands alone.
_LONGEST_POST = 600
# Paragraphs of the body among which the one with the dateline is.
_DATELINE_WITHIN = 3
_RULE = re.compile(r"[\W_]+")


@dataclass
class Layout:
    """The sections in text order, and what the head of the text says of the article.

    ``flow`` is the text with blanks for the breaks of wrapped lines; ``credits`` are the code
    points where the credits of captions begin.
    """

    sections: list[Section] = field(default_factory=list)
    headline: str | None = None
    byline: Byline | None = None
    dateline: Dateline | None = None
    flow: str = ""
    credits: list[int] = field(default_factory=list)


def lay_out(
    text: str,
    headers: list[Header],
    found: Found,
    title: str | None,
    blocks: Sequence[Block] | None = None,
) -> Layout:
    """Tell the parts of ``text`` apart.

    Args:
        headers: What was already read as metadata; the text goes on after the last of it.
        found: Takes what header lines say.
        title: The article's title where it is known.
        blocks: The paragraphs where the reader knows them, with the kinds that it knows.

    Returns:
        The sections: ordered, disjoint, and around everything that is not white space.
    """
    layout = Layout(flow=text)
    for header in headers:
        _add(layout, text, header.start, header.end, "metadata")
    start = headers[-1].rest if headers else 0
    known: list[SectionKind | None] = []
    if blocks is None:
        paragraphs = divide_paragraphs(text, start, _stands_alone)
        layout.flow = join_wrapped_lines(text, paragraphs)
        head = _read_head(layout, text, paragraphs, found, title)
    else:
        paragraphs = [_make_paragraph(text, block, n) for n, block in enumerate(blocks)]
        known = [block.kind for block in blocks]
        head = _read_known_head(layout, text, paragraphs, known, found)
    kinds = _tell_kinds(paragraphs[head:], known[head:])
    _add_body(layout, text, paragraphs[head:], kinds, found)
    return layout


def _add_body(
    layout: Layout,
    text: str,
    paragraphs: list[Paragraph],
    kinds: list[SectionKind],
    found: Found,
) -> None:
    """Lay out what stands below the head; a time stamp may stand below a summary or at the end."""
    bare = [part for part in paragraphs if len(part.lines) == 1 and is_date(part.text)]
    # Of several dates that stand alone each heads a part of the text.
    is_opening = len(bare) < 2
    for place, (paragraph, kind) in enumerate(zip(paragraphs, kinds, strict=True)):
        is_near = place < _STAMP_WITHIN or place >= len(paragraphs) - _STAMP_WITHIN
        line = paragraph.lines[0]
        stamp = None
        if is_near and len(paragraph.lines) == 1 and kind != "metadata":
            stamp = read_time_stamp(line.text)
        if stamp is not None and (stamp.is_labelled or (is_opening and kind != "list")):
            _add_time_stamp(layout, text, line, stamp, found)
            continue
        if is_near and kind == "byline" and place < _STAMP_WITHIN and layout.byline is None:
            layout.byline = find_byline(paragraph.text)
        is_opening = is_opening and len(paragraph.text) <= _LONGEST_SUMMARY and place < 2
        _add_paragraph(layout, text, paragraph, kind)


def _add_time_stamp(layout: Layout, text: str, line: Line, stamp: TimeStamp, found: Found) -> None:
    """Note the dates of a stamp; its byline is a section of its own."""
    if stamp.published:
        found.add("published", stamp.published)
    if stamp.updated:
        found.extra.setdefault("updated", stamp.updated)
    layout.byline = layout.byline or stamp.byline
    split = line.start
    if stamp.byline_end:
        # What parts the byline from the date goes with it, so that the date stands alone.
        rest = text[line.start + stamp.byline_end : line.end]
        split = line.end - len(rest.lstrip(" ,|•·–—-/("))
        _add(layout, text, line.start, split, "byline")
    _add(layout, text, split, line.end, "metadata")


def _read_head(
    layout: Layout, text: str, paragraphs: list[Paragraph], found: Found, title: str | None
) -> int:
    """Lay out what stands above the first paragraph of the body; how many paragraphs that is."""
    follows_header = False
    position = 0
    turns = find_turn_openings(paragraphs)
    title = found.values.get("title", title)
    while position < min(len(paragraphs), _MAXIMUM_HEAD) and position not in turns:
        paragraph = paragraphs[position]
        line = paragraph.lines[0]
        is_single = len(paragraph.lines) == 1
        title = title or found.values.get("title")
        if COMMENT.fullmatch(paragraph.text):
            _add(layout, text, paragraph.start, paragraph.end, "metadata")
        elif is_single and _add_header_line(layout, text, line, found, follows_header):
            follows_header = True
        elif is_single and _leads_to_date(line, paragraphs[position + 1 : position + 2]):
            _add(layout, text, paragraph.start, paragraph.end, "metadata")
            follows_header = True
        elif position == 0 and is_boilerplate(paragraph.text):
            _add(layout, text, paragraph.start, paragraph.end, "boilerplate")
        elif is_single and (byline := find_byline(line.text, below_headline=layout.headline)):
            # `by jane doe` among header lines is one of them.
            kind: SectionKind = (
                "metadata" if line.text[0].islower() and follows_header else "byline"
            )
            _add(layout, text, paragraph.start, paragraph.end, kind)
            layout.byline = layout.byline or byline
        elif layout.headline is None and headlines.is_kicker(paragraph):
            _add(layout, text, paragraph.start, paragraph.end, "heading")
            follows_header = False
        elif layout.headline is None and headlines.is_headline(paragraphs, position, title):
            _add_headline(layout, text, paragraph)
            follows_header = False
        else:
            break
        position += 1
    return position


def _add_header_line(
    layout: Layout, text: str, line: Line, found: Found, follows_header: bool
) -> bool:
    """Lay out a header line or a time stamp; whether the line is one."""
    if read_header_line(line, found, follows_header):
        _add(layout, text, line.start, line.end, "metadata")
    elif stamp := read_time_stamp(line.text):
        _add_time_stamp(layout, text, line, stamp, found)
    else:
        return False
    return True


def _add_headline(layout: Layout, text: str, paragraph: Paragraph) -> None:
    """Lay out the headline without the marks of Markdown before it."""
    marks = MARKDOWN_HEADING.match(paragraph.lines[0].text)
    start = paragraph.start + (marks.end() if marks else 0)
    layout.headline = " ".join(text[start : paragraph.end].rstrip("# ").split())
    _add(layout, text, start, paragraph.end, "headline")


def _make_paragraph(text: str, block: Block, number: int) -> Paragraph:
    return Paragraph((Line(block.start, block.end, 0, text[block.start : block.end]),), number)


def _read_known_head(
    layout: Layout,
    text: str,
    paragraphs: list[Paragraph],
    known: list[SectionKind | None],
    found: Found,
) -> int:
    """Lay out the headline, the byline and the time stamps that open a page."""
    position = 0
    for paragraph, kind in zip(paragraphs[:_MAXIMUM_HEAD], known, strict=False):
        line = paragraph.lines[0]
        if kind == "headline" and layout.headline is None:
            layout.headline = " ".join(paragraph.text.split())
        elif kind is None and read_header_line(line, found, position > 0):
            kind = "metadata"
        elif kind is None and (stamp := read_time_stamp(line.text)):
            _add_time_stamp(layout, text, line, stamp, found)
            position += 1
            continue
        elif kind is None and (byline := find_byline(line.text, below_headline=layout.headline)):
            layout.byline = layout.byline or byline
            kind = "byline"
        elif kind != "caption":
            break
        _add(layout, text, paragraph.start, paragraph.end, kind)
        position += 1
    return position


def _leads_to_date(line: Line, following: list[Paragraph]) -> bool:
    """Whether a line is but the word (``Published``) for the date that stands below it."""
    return is_stamp_label(line.text) and any(is_date(part.text) for part in following)


def _tell_kinds(paragraphs: list[Paragraph], known: list[SectionKind | None]) -> list[SectionKind]:
    """The kind of each paragraph below the head; those that are known stay."""
    given = known or [None] * len(paragraphs)
    kinds: list[SectionKind] = [
        kind
        if kind and not (kind == "list" and is_boilerplate(paragraph.text))
        else _tell_kind(paragraph)
        for kind, paragraph in zip(given, paragraphs, strict=True)
    ]
    for position in range(len(paragraphs)):
        if kinds[position] == "list" and _is_pull_quote_credit(paragraphs, position):
            kinds[position] = "body"
        elif kinds[position] == "list" and headlines.is_numbered_heading(paragraphs, position):
            kinds[position] = "heading"
    _mark_posts(paragraphs, kinds)
    for position in headlines.find_headings(paragraphs, kinds):
        kinds[position] = "heading"
    mark_boilerplate(paragraphs, kinds)
    return kinds


def _tell_kind(paragraph: Paragraph) -> SectionKind:
    """The kind of a paragraph by itself; headings are told by their neighbours, later."""
    text = paragraph.text
    if MARKDOWN_HEADING.match(text):
        return "heading"
    if _RULE.fullmatch(text) or is_boilerplate(text):
        return "boilerplate"
    if _is_post(text):
        return "embed"
    if _is_caption(text):
        return "caption"
    if LIST_ITEM.match(text):
        return "list"
    if len(paragraph.lines) == 1 and find_byline(text):
        return "byline"
    return "body"


def _is_pull_quote_credit(paragraphs: list[Paragraph], position: int) -> bool:
    """Whether a paragraph that begins with a dash stands alone: a list has several of them."""
    if paragraphs[position].text[0] not in "–-":
        return False
    neighbours = paragraphs[max(position - 1, 0) : position] + paragraphs[position + 1 :][:1]
    return not any(LIST_ITEM.match(neighbour.text) for neighbour in neighbours)


def _is_caption(text: str) -> bool:
    short = len(text.split()) <= MAXIMUM_CAPTION_WORDS
    return short and CAPTION.fullmatch(text) is not None


def _is_post(text: str) -> bool:
    return any(form.search(text) for form in (SOCIAL_SIGNATURE, SOCIAL_SHARE, SOCIAL_LINK))


def _stands_alone(line: Line) -> bool:
    """Whether a line is a part of its own whatever its neighbours are."""
    return (
        is_boilerplate(line.text)
        or _RULE.fullmatch(line.text) is not None
        or (len(line.text.split()) <= 16 and find_byline(line.text) is not None)
        or read_header_line(line, Found(""), False)
        or read_time_stamp(line.text) is not None
    )


def _mark_posts(paragraphs: list[Paragraph], kinds: list[SectionKind]) -> None:
    """A signature that stands alone signs the paragraph above it."""
    for position, paragraph in enumerate(paragraphs[1:], 1):
        signature = SOCIAL_SIGNATURE.match(paragraph.text)
        above = paragraphs[position - 1]
        is_alone = signature is not None and len(paragraph.text) - signature.end() <= 2
        if is_alone and kinds[position - 1] == "body" and len(above.text) <= _LONGEST_POST:
            kinds[position - 1] = "embed"


def _add_paragraph(layout: Layout, text: str, paragraph: Paragraph, kind: SectionKind) -> None:
    start = paragraph.start
    if kind == "heading" and (marks := MARKDOWN_HEADING.match(paragraph.lines[0].text)):
        start += marks.end()
    if kind == "body" and layout.dateline is None and _is_at_start(layout):
        raw = text[start : paragraph.end].replace("\u00a0", " ")
        if dateline := find_dateline(raw):
            layout.dateline = dateline
            _add(layout, text, start, start + dateline.length, "dateline")
            start += dateline.rest
    _add(layout, text, start, paragraph.end, kind)


def _is_at_start(layout: Layout) -> bool:
    """Whether a dateline may follow: a summary or an editor's note may stand before it."""
    kinds = (section.kind for section in layout.sections[:_MAXIMUM_HEAD])
    return len(layout.sections) < _MAXIMUM_HEAD and list(kinds).count("body") < _DATELINE_WITHIN


def _add(layout: Layout, text: str, start: int, end: int, kind: SectionKind) -> None:
    """Add a section; comments inside it are metadata, and what stands around them sections."""
    for comment in COMMENT.finditer(text, start, end):
        _add_stretch(layout, text, start, comment.start(), kind)
        _add_stretch(layout, text, comment.start(), comment.end(), "metadata")
        start = comment.end()
    _add_stretch(layout, text, start, end, kind)


def _add_stretch(layout: Layout, text: str, start: int, end: int, kind: SectionKind) -> None:
    """Add a section without the white space at its ends; nothing where nothing else is there."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    if kind == "caption" and (credit := CREDIT.search(text[start:end])):
        layout.credits.append(start + credit.start())
    if start < end:
        span = Span(start=start, end=end, text=text[start:end])
        layout.sections.append(Section(span=span, kind=kind))
