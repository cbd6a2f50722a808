"""Comments of an article that switch rules off: ``<!-- claimx: ignore CX101 -->``."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from claimx.checks.places import Locator
from claimx.checks.selection import SelectionError, codes_of

_COMMENT = re.compile(
    r"<!--\s*claimx:\s*(?P<verb>ignore(?:-file)?)\b(?P<rest>(?:(?!-->).){0,500})-->",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"<!--.{0,2000}?-->|<[^<>]{0,2000}>", re.DOTALL)
# As much of a page's source behind a comment as is looked at, and as many of its words.
_REACH = 5_000
_WORDS_LOOKED_AT = 6
_SEPARATOR = re.compile(r"[\s,]+")
# Behind it, a reason may stand.
_REASON = re.compile(r"\s(?:--|–|—|:)\s|\(", re.DOTALL)


@dataclass(slots=True)
class Comment:
    """One comment.

    Attributes:
        start: First code point.
        end: The code point after the last.
        selectors: As written, with the codes that each means; all rules where it names none.
        lines: The lines in which findings may start; None is the whole file.
        fault: What is wrong with it, as a sentence.
        used: The codes that it has silenced.
    """

    start: int
    end: int
    selectors: dict[str, frozenset[str]]
    lines: range | None
    fault: str | None = None
    used: set[str] = field(default_factory=set)


def read_comments(text: str, locator: Locator) -> list[Comment]:
    """The comments of a text.

    A comment beside other words holds for its line; one that has a line of its own for the
    paragraph behind it; ``ignore-file`` for the whole file.
    """
    return [_read(match, text, locator) for match in _COMMENT.finditer(text)]


def read_page_comments(page: str, text: str, locator: Locator) -> list[Comment]:
    """The comments of a web page, whose text holds them no more.

    Each holds for the paragraph of ``text`` that begins with the words behind it.

    Args:
        page: The source of the page.
        text: What was read from it.
        locator: Of the text.
    """
    comments = []
    for match in _COMMENT.finditer(page):
        comment = _read(match, page, locator)
        start, end = _paragraph_behind(page[match.end() : match.end() + _REACH], text)
        if comment.lines is not None:
            comment.lines = range(locator.line_of(start), locator.line_of(max(start, end - 1)) + 1)
            if start == end:
                comment.lines = range(0)
                comment.fault = comment.fault or "no text of the page follows this comment"
        comment.start, comment.end = start, end
        comments.append(comment)
    return comments


def _paragraph_behind(source: str, text: str) -> tuple[int, int]:
    """The paragraph of ``text`` that begins with the first words of a source; empty for none."""
    words = html.unescape(_TAG.sub(" ", source)).split()[:_WORDS_LOOKED_AT]
    if not words:
        return 0, 0
    match = re.search(r"\s+".join(map(re.escape, words)), text)
    if match is None:
        return 0, 0
    end = text.find("\n", match.end())
    return match.start(), end if end >= 0 else len(text)


def _read(match: re.Match[str], text: str, locator: Locator) -> Comment:
    rest = _REASON.split(" " + match["rest"], maxsplit=1)[0].strip()
    selectors: dict[str, frozenset[str]] = {}
    fault = None
    for word in _SEPARATOR.split(rest) if rest else ("ALL",):
        try:
            selectors[word] = codes_of([word])
        except SelectionError as error:
            fault = str(error)
    lines = None
    if match["verb"].lower() == "ignore":
        lines = _lines_meant(match, text, locator)
    return Comment(match.start(), match.end(), selectors, lines, fault)


def _lines_meant(match: re.Match[str], text: str, locator: Locator) -> range:
    before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    line_end = text.find("\n", match.end())
    behind = text[match.end() : line_end if line_end >= 0 else len(text)]
    first = locator.line_of(match.start())
    if before.strip() or behind.strip():
        return range(first, locator.line_of(match.end() - 1) + 1)
    position = match.end()
    while position < len(text) and text[position].isspace():
        position += 1
    blank = re.compile(r"\n[ \t\r]*\n").search(text, position)
    end = blank.start() if blank else len(text)
    return range(locator.line_of(position), locator.line_of(max(position, end - 1)) + 1)


def silence(comments: list[Comment], code: str, line: int) -> bool:
    """Whether a comment silences a finding; each that does is marked as used."""
    silenced = False
    for comment in comments:
        if comment.lines is not None and line not in comment.lines:
            continue
        if any(code in codes for codes in comment.selectors.values()):
            comment.used.add(code)
            silenced = True
    return silenced


def unused_selectors(comment: Comment, checked: frozenset[str]) -> list[str]:
    """What a comment names without need, of the rules that were checked."""
    return [
        word
        for word, codes in comment.selectors.items()
        if not codes & comment.used and codes & checked
    ]
