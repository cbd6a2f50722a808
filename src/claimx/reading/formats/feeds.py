"""RSS and Atom: an article an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO

from claimx.article import Failure
from claimx.reading.failures import BadRecordError, EmptyTextError, InputError
from claimx.reading.limits import check_text
from claimx.reading.markup import read_fragment
from claimx.reading.records import make_source
from claimx.reading.source import ReadingOptions, Source
from claimx.reading.streams import read_bounded

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_FEED = 32_000_000
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml\b|<(?:rss|feed|rdf:RDF)\b)")
_ROOTS = frozenset({"rss", "feed", "RDF"})
# The field of a record for each element of an entry, the first that is there being taken.
_ELEMENTS = {
    "title": ("title",),
    "published": ("pubDate", "published", "date", "issued", "updated"),
    "url": ("link", "origLink"),
    "author": ("creator", "author"),
    "id": ("guid", "id"),
    "text": ("encoded", "content", "description", "summary"),
}


def looks_like_feed(start: bytes) -> bool:
    """Whether the first bytes are those of XML that is no web page."""
    return _XML.match(start) is not None and b"<html" not in start[:2_000].lower()


def read_feed(
    stream: BinaryIO, path: str, options: ReadingOptions
) -> Iterator[Source | Failure | InputError]:
    """Read the entries of a feed, named ``path:1`` and so on.

    The text of an entry is its whole content where the feed has it, else its summary.

    Raises:
        InputError: Where it is no feed, or has no entries.
    """
    root = _parse(read_bounded(stream, _LONGEST_FEED, path, "give its pages one by one"), path)
    entries = [element for element in root.iter() if _name(element) in ("item", "entry")]
    if not entries:
        raise EmptyTextError(path, f"{path} is a feed without entries: there is nothing to read")
    publisher = _find_publisher(root)
    for number, entry in enumerate(entries, 1):
        name = f"{path}:{number}"
        record = _read_entry(entry)
        if publisher:
            record.setdefault("publisher", publisher)
        if options.text_key in (None, "text") and "text" not in record:
            yield EmptyTextError(name, f"{name} is empty: the feed gives no text of this entry")
            continue
        try:
            yield _take_out_tags(make_source(record, name, options))
        except InputError as error:
            yield error


def _take_out_tags(source: Source) -> Source:
    """The source without the HTML that the text of an entry is written in."""
    text, blocks = read_fragment(source.text)
    check_text(text, source.path)
    return replace(source, text=text, blocks=blocks or None)


def _parse(data: bytes, path: str) -> _Element:
    from lxml import etree

    # No entities of the document's own, nothing from the network; what is broken is mended.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, recover=True, huge_tree=False, load_dtd=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise BadRecordError(path, f"{path} is broken XML: give the page or its text")
    if _name(root) not in _ROOTS:
        raise BadRecordError(
            path,
            f"{path} is XML of a kind that claimx does not read (<{_name(root)}>): "
            "give RSS, Atom, HTML, or the text of the article",
        )
    return root


def _name(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _find_publisher(root: _Element) -> str | None:
    channel = next((child for child in root if _name(child) == "channel"), root)
    title = next((child for child in channel if _name(child) == "title"), None)
    return " ".join("".join(title.itertext()).split()) if title is not None else None


def _read_entry(entry: _Element) -> dict[str, Any]:
    children: dict[str, list[_Element]] = {}
    for child in entry:
        children.setdefault(_name(child), []).append(child)
    record: dict[str, Any] = {}
    for field, names in _ELEMENTS.items():
        for name in names:
            values = [value for child in children.get(name, []) if (value := _read_value(child))]
            if values and field not in record:
                record[field] = values if field == "author" and len(values) > 1 else values[0]
    return record


def _read_value(element: _Element) -> str | None:
    """The value of an element: its text, the address of a link, the name of a person."""
    from lxml import etree

    if _name(element) == "link" and element.get("href"):
        return str(element.get("href")) if element.get("rel", "alternate") == "alternate" else None
    if _name(element) == "author" and len(element):
        name = next((child for child in element if _name(child) == "name"), None)
        return str(name.text) if name is not None and name.text else None
    if element.get("type") == "xhtml" and len(element):
        return str(etree.tostring(element[0], encoding="unicode", method="html", with_tail=False))
    return "".join(str(text) for text in element.itertext()).strip() or None
