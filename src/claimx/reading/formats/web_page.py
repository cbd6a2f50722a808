"""Web pages, by trafilatura: the text of the article, its layout, and what the page says of it."""

from __future__ import annotations

import copy
import json
import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, BinaryIO

from claimx.article.values import SectionKind
from claimx.reading.decoding import decode_bytes
from claimx.reading.failures import BadRecordError, EmptyTextError
from claimx.reading.limits import check_text
from claimx.reading.markup import TextBuilder, read_elements
from claimx.reading.source import Block, ReadingOptions, Source
from claimx.reading.streams import read_bounded

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LARGEST_PAGE = 16_000_000
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset=[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*){0,5}<(?:!doctype html"
    rb"|html|head|body|article|main|div|section|p|h[1-6]|meta|script|blockquote)\b",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_CAPTION = 800
_SHORTEST_ARTICLE = 140
_LONGEST_CELL = 600
# Where pages say when they were published, the surest first.
_DATE_METAS = (
    *("article:published_time", "og:article:published_time", "datepublished", "publish-date"),
    *("publish_date", "pubdate", "publication_date", "sailthru.date", "parsely-pub-date"),
    *(
        "dc.date.issued",
        "dcterms.issued",
        "dc.date",
        "date",
        "article.published",
        "cxenseparse:recs:publishtime",
    ),
)


@dataclass
class Page:
    """What is taken from a web page; ``record`` are the fields that it gives of itself."""

    text: str
    blocks: tuple[Block, ...]
    record: dict[str, Any] = field(default_factory=dict)


def looks_like_page(start: bytes) -> bool:
    """Whether the first bytes are those of HTML."""
    return _START.match(start[:4_000]) is not None


def read_page(stream: BinaryIO, path: str, options: ReadingOptions) -> Iterator[Source]:
    """Read the article of a web page.

    Raises:
        InputError: Where the page is too large, or holds no article.
    """
    data = read_bounded(stream, _LARGEST_PAGE, path, "save the text of the article alone")
    text, warnings = _decode(data, path)
    page = extract_page(text, path)
    check_text(page.text, path)
    yield Source(page.text, path, page.record, page.blocks, tuple(warnings))


def extract_page(source: str, path: str) -> Page:
    """The article of a page of HTML.

    Raises:
        InputError: Where there is none.
    """
    check_text(source[:1_000_000], path)
    tree = _parse(source)
    if tree is None:
        raise BadRecordError(path, f"{path} is HTML that cannot be read: give the text alone")
    record = _read_metadata(tree)
    captions, embeds = _open_captions(tree), _list_embeds(tree)
    heading = _find_heading(tree, record.get("title"))
    builder = TextBuilder()
    body = _extract_body(tree)
    if body is not None:
        _read_body(body, builder, captions, embeds)
    if builder.length < _SHORTEST_ARTICLE or (body is not None and _is_laid_out_by_table(body)):
        builder = TextBuilder()
        read_elements(_find_main(tree), builder)
    if heading and not any(block.kind == "headline" for block in builder.blocks):
        whole = TextBuilder()
        whole.add(heading, "headline")
        for block in builder.blocks:
            whole.add(builder.text[block.start : block.end], block.kind)
        builder = whole
    if not builder.length:
        raise EmptyTextError(path, f"{path} is a page without an article: give its text")
    record["text_from"] = f"HTML, by trafilatura {_version()}"
    return Page(builder.text, tuple(builder.blocks), record)


def _decode(data: bytes, path: str) -> tuple[str, list[str]]:
    """The page as text: in UTF-8, in the encoding that it declares, or in one that fits."""
    declared = _DECLARED.search(data[:4_096])
    if declared is not None:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                return data.decode(declared[1].decode("ascii"), errors="strict"), []
            except (LookupError, UnicodeDecodeError):
                pass
    return decode_bytes(data, path)


@cache
def _version() -> str:
    from importlib.metadata import version

    # Without a handler of their own, Python would print what they log.
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    return version("trafilatura")


def _parse(source: str) -> HtmlElement | None:
    from lxml import etree
    from lxml import html as lxml_html

    _version()
    source = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", source).replace("\x00", "")
    try:
        tree: HtmlElement = lxml_html.document_fromstring(source)
    except (etree.ParserError, ValueError):
        return None
    return tree


# --- the article ---------------------------------------------------------------------------------


def _extract_body(tree: HtmlElement) -> Any:
    from trafilatura import bare_extraction

    found = bare_extraction(
        copy.deepcopy(tree), include_comments=False, include_tables=True, with_metadata=False
    )
    return getattr(found, "body", None)


def _open_captions(tree: HtmlElement) -> set[str]:
    """Put captions in the place of their figures, which trafilatura leaves out; their texts."""
    captions = set()
    for caption in list(tree.iter("figcaption")):
        text = " ".join(caption.text_content().split())
        figure = next(caption.iterancestors("figure"), None)
        if figure is None or figure.getparent() is None or not 0 < len(text) <= _LONGEST_CAPTION:
            continue
        captions.add(text)
        paragraph = figure.makeelement("p")
        paragraph.text = text
        paragraph.tail = figure.tail
        figure.getparent().replace(figure, paragraph)
    return captions


def _list_embeds(tree: HtmlElement) -> set[str]:
    from claimx.reading.markup import read_kind

    return {
        " ".join(paragraph.text_content().split())
        for quote in tree.iter("blockquote")
        if read_kind(quote) == "embed"
        for paragraph in [quote, *quote.iter("p")]
    }


def _find_heading(tree: HtmlElement, title: str | None) -> str | None:
    """The text of the page's main heading: the one that its title repeats, or its only one."""
    headings = [" ".join(element.text_content().split()) for element in tree.iter("h1")]
    headings = [heading for heading in headings if 0 < len(heading) <= 300]
    for heading in headings:
        if title and (heading in title or title in heading):
            return heading
    return headings[0] if len(headings) == 1 else None


def _is_laid_out_by_table(body: Any) -> bool:
    """Whether an old page put its article into the cell of a table."""
    return any(len("".join(cell.itertext())) > _LONGEST_CELL for cell in body.iter("cell"))


def _find_main(tree: HtmlElement) -> HtmlElement:
    for name in ("article", "main", "td"):
        found = list(tree.iter(name))
        if found:
            return max(found, key=lambda element: len(element.text_content()))
    body = tree.find("body")
    return tree if body is None else body


def _read_body(body: Any, builder: TextBuilder, captions: set[str], embeds: set[str]) -> None:
    """The paragraphs of trafilatura's tree."""
    headline: SectionKind | None = "headline"
    for element in body:
        for text, kind in _read_part(element):
            shown = " ".join(text.split())
            if shown in captions:
                kind = "caption"
            elif shown in embeds:
                kind = "embed"
            if kind == "headline":
                kind, headline = headline or "heading", None
            builder.add(text, kind)


def _read_part(element: Any) -> Iterator[tuple[str, SectionKind | None]]:
    tag = element.tag
    if tag == "head":
        yield "".join(element.itertext()), "headline" if element.get("rend") == "h1" else "heading"
    elif tag == "list":
        for item in element.iter("item"):
            yield "".join(item.itertext()), "list"
    elif tag == "table":
        for row in element.iter("row"):
            cells = (" ".join("".join(cell.itertext()).split()) for cell in row.iter("cell"))
            yield " | ".join(cell for cell in cells if cell), "list"
    elif tag == "quote" and len(element):
        yield from _read_quotation(element)
    else:
        yield from ((line, None) for line in _split_at_breaks(element))


def _read_quotation(element: Any) -> Iterator[tuple[str, SectionKind | None]]:
    """The parts of a block quotation, and the text that stands bare between them."""
    if element.text:
        yield element.text, None
    for child in element:
        yield from _read_part(child)
        if child.tail:
            yield child.tail, None


def _split_at_breaks(element: Any) -> list[str]:
    lines = [element.text or ""]
    for child in element.iterdescendants():
        if child.tag == "lb":
            lines.append("")
        else:
            lines[-1] += child.text or ""
        lines[-1] += child.tail or ""
    return lines


# --- what the page says of itself ----------------------------------------------------------------


def _read_metadata(tree: HtmlElement) -> dict[str, Any]:
    """The fields of a record that the head of a page, its JSON-LD and its mark-up give."""
    from trafilatura import extract_metadata

    found = extract_metadata(
        copy.deepcopy(tree), date_config={"original_date": True, "extensive_search": False}
    )
    linked = _read_linked_data(tree)
    values = {
        "title": linked.get("headline") or getattr(found, "title", None),
        "author": getattr(found, "author", None),
        "published": _find_date(tree, linked) or getattr(found, "date", None),
        "url": getattr(found, "url", None),
        "publisher": getattr(found, "sitename", None),
        "language": tree.get("lang"),
        "description": getattr(found, "description", None),
        "updated": linked.get("dateModified"),
    }
    if isinstance(author := values["author"], str):
        values["author"] = author.replace("; ", ", ")
    return {name: value for name, value in values.items() if isinstance(value, str) and value}


def _find_date(tree: HtmlElement, linked: Mapping[str, Any]) -> str | None:
    if isinstance(linked.get("datePublished"), str):
        return str(linked["datePublished"])
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if content := (meta.get("content") or "").strip():
            metas.setdefault(name.lower(), content)
    for name in _DATE_METAS:
        if name in metas:
            return metas[name]
    for element in tree.iter("time"):
        marks = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
        if element.get("datetime") and (
            "pub" in marks or element.get("pubdate") is not None or "date" in marks
        ):
            return str(element.get("datetime"))
    return None


def _read_linked_data(tree: HtmlElement) -> dict[str, Any]:
    """The article of a page's JSON-LD, empty where it has none."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        try:
            content = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _list_items(content):
            kind = item.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(isinstance(name, str) and _ARTICLE_TYPE.search(name) for name in kinds):
                return item
    return {}


_ARTICLE_TYPE = re.compile(r"Article$|^(?:Report|LiveBlog|Blog|Advertiser\w*)?(?:Posting|Report)$")


def _list_items(content: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(content, dict):
        yield content
        content = content.get("@graph", [])
    if isinstance(content, list) and depth < 4:
        for item in content[:200]:
            yield from _list_items(item, depth + 1)
