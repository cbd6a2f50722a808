"""Mark-up in what should be text: tags and character references, told and taken out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from typing import TYPE_CHECKING, Any

from claimx.article.values import SectionKind
from claimx.reading.patterns import COMMENT
from claimx.reading.source import Block

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAGS = (
    r"a|abbr|article|aside|b|blockquote|body|br|caption|center|cite|code|dd|del|div|dl|dt|em|figcaption"
    r"|figure|font|footer|h[1-6]|head|header|hr|html|i|iframe|img|ins|li|link|main|meta|nav|ol|p|pre"
    r"|picture|q|s|script|section|small|source|span|strong|style|sub|sup|svg|table|tbody|td|th|thead"
    r"|time|title|tr|u|ul|video|audio"
)
_TAG = re.compile(
    rf"<(?:/(?:{_TAGS})\s?|(?:{_TAGS})(?:\s{{1,9}}[a-z][\w:.-]{{0,40}}(?:\s?=\s?(?:\"[^\"]{{0,2000}}\""
    r"|'[^']{0,2000}'|[^\s\"'<>]{1,2000}))?){0,40}\s{0,9}/?|!--.{0,200}?--"
    r"|!doctype html[^<>]{0,200})>",
    re.IGNORECASE,
)
_BLOCK_TAG = re.compile(r"<(?:p|div|h[1-6]|li|br|blockquote|article|section|td)\b", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
# UTF-8 that was read as Windows-1252: `â€œ` for a quotation mark, `Ã©` for an accented letter.
_MOJIBAKE = re.compile("â€[œ\u009d™˜“”¦\u0093\u0094\u0099\u009c]|Ã[\u00a0-\u00bf]|Â[\u00a0£§°»«]")
_LONGEST_SAMPLE = 200_000

MARKUP_READ = "the text is HTML: its tags are taken out, and offsets count what is left"
MARKUP_KEPT = "the text holds HTML ({}), which is read as it stands"
WRONGLY_DECODED = (
    "the text was decoded wrongly before it came here (it holds {!r}): save it anew from its source"
)


@dataclass(frozen=True, slots=True)
class Markup:
    """What stands of HTML in a text: ``is_html`` where most of the text lies in it."""

    is_page: bool
    is_html: bool
    sample: str


def find_markup(text: str) -> Markup | None:
    """What HTML a text holds, None where it holds none.

    A text is HTML where a tag begins it or most of its lines, or where all of its ampersands are
    those of character references and there are several.
    """
    if "<" not in text and "&" not in text:
        return None
    if _PAGE.match(text):
        return Markup(True, True, text[:20])
    # Comments are for editors and tools (`<!-- claimx: ignore … -->`), also in Markdown.
    sample = COMMENT.sub("", text[:_LONGEST_SAMPLE])
    tag = _TAG.search(sample)
    reference = next(_list_references(sample), None)
    first = tag.group() if tag else reference
    return Markup(False, _is_mostly_markup(sample), first[:30]) if first else None


def _list_references(text: str) -> Iterator[str]:
    """The character references of a text: those by number, and those whose names HTML knows."""
    for match in _REFERENCE.finditer(text):
        if match.group()[1] == "#" or match.group()[1:] in html5:
            yield match.group()


def _is_mostly_markup(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    tagged = sum(_TAG.search(line) is not None for line in lines)
    is_block = _BLOCK_TAG.search(text) is not None
    if is_block and 2 * tagged > len(lines):
        return True
    references = sum(1 for _ in _list_references(text))
    bare = text.count("&") - references
    # Inline tags alone, or references alone: as many as text that was meant to be shown has.
    inline = len(_TAG.findall(text)) if not is_block else 0
    return not bare and references + inline > 1 and "<" not in _TAG.sub("", text)


def find_mojibake(text: str) -> str | None:
    """A stretch that shows that the text was once decoded wrongly, None where there is none."""
    match = _MOJIBAKE.search(text)
    return match.group() if match else None


# --- HTML to paragraphs ------------------------------------------------------------------------

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | frozenset(
    {"address", "article", "blockquote", "body", "br", "caption", "center", "dd", "details", "div"}
    | {"dl", "dt", "fieldset", "figcaption", "figure", "header", "hr", "html", "li", "main", "ol"}
    | {"p", "pre", "section", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul"}
)
_LEFT_OUT = frozenset(
    {"aside", "audio", "button", "canvas", "footer", "form", "head", "iframe", "input", "link"}
    | {"meta", "nav", "noscript", "object", "option", "script", "select", "style", "svg"}
    | {"template", "textarea", "title", "video"}
)
_EMBED_CLASSES = ("twitter-tweet", "instagram-media", "tiktok-embed", "bluesky-embed", "fb-post")


@dataclass
class TextBuilder:
    """Puts a text together from paragraphs, blank lines between them."""

    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0

    def add(self, paragraph: str, kind: SectionKind | None) -> None:
        """Add a paragraph, white space made single; nothing where it holds nothing else."""
        text = " ".join(paragraph.split())
        if not text:
            return
        if self.pieces:
            is_list = kind == "list" and self.blocks[-1].kind == "list"
            gap = "\n" if is_list else "\n\n"
            self.pieces.append(gap)
            self.length += len(gap)
        self.blocks.append(Block(self.length, self.length + len(text), kind))
        self.pieces.append(text)
        self.length += len(text)

    @property
    def text(self) -> str:
        """The text as far as it goes."""
        return "".join(self.pieces)


def read_fragment(source: str) -> tuple[str, tuple[Block, ...]]:
    """The text of a piece of HTML, and its paragraphs.

    Headings, list items, captions and embedded posts are told by their tags; scripts, forms and
    navigation are left out. Character references become characters. Where no tag makes a
    paragraph, lines stay lines, and there are no paragraphs in the result.
    """
    if _BLOCK_TAG.search(source) is None:
        return html.unescape(_TAG.sub("", source)), ()
    from lxml import html as lxml_html

    root = lxml_html.fromstring(f"<div>{_drop_prolog(source)}</div>")
    builder = TextBuilder()
    read_elements(root, builder)
    return builder.text, tuple(builder.blocks)


def _drop_prolog(source: str) -> str:
    return re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", source).replace("\x00", "")


def read_elements(root: HtmlElement, builder: TextBuilder) -> None:
    """Add the paragraphs of an element to a text."""
    current: list[str] = []
    kind: SectionKind | None = None
    for piece, new_kind in _flow(root, None):
        if piece is None:
            builder.add("".join(current), kind)
            current, kind = [], new_kind
        else:
            current.append(piece)
    builder.add("".join(current), kind)


def _flow(
    root: HtmlElement, kind: SectionKind | None
) -> Iterator[tuple[str | None, SectionKind | None]]:
    """Stretches of text in order, and None with a kind where a paragraph begins.

    Without recursion: pages nest deeper than Python does.
    """
    stack: list[tuple[Any, SectionKind | None, bool]] = [(root, kind, False)]
    while stack:
        element, kind, is_left = stack.pop()
        if is_left:
            if element.tag in _BLOCKS:
                yield None, kind
            if element.tail and element is not root:
                yield element.tail, None
            continue
        stack.append((element, kind, True))
        if not isinstance(element.tag, str) or element.tag in _LEFT_OUT:
            continue
        inner = read_kind(element) or kind
        if element.tag in _BLOCKS:
            yield None, inner
        if element.text:
            yield element.text, None
        stack.extend((child, inner, False) for child in reversed(element))


def read_kind(element: HtmlElement) -> SectionKind | None:
    """What an element's tag says of its text; None where it says nothing."""
    tag = element.tag
    if tag in _HEADINGS:
        return "headline" if tag == "h1" else "heading"
    if tag in ("li", "dd", "dt"):
        return "list"
    if tag in ("figcaption", "caption"):
        return "caption"
    if tag == "blockquote" and any(name in (element.get("class") or "") for name in _EMBED_CLASSES):
        return "embed"
    return None
