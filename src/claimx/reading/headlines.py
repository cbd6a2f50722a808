"""Headlines and headings: short lines without a full stop, told apart by their neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimx.article.values import SectionKind
from claimx.reading.bylines import is_title_case
from claimx.reading.paragraphs import Paragraph
from claimx.reading.patterns import (
    BOILERPLATE,
    CAPTION,
    CLOCK_TIME,
    LIST_ITEM,
    MARKDOWN_HEADING,
    SOCIAL_SIGNATURE,
)
from claimx.reading.speaker_labels import find_turn_openings, has_label
from claimx.reading.words import read_words

_LONGEST_HEADLINE, _LONGEST_HEADING = 30, 13
_QUESTION_WORDS = 8
_FIRST_MARKS = "\"'“‘«$£€#"
_OPENING, _CLOSING = "“«", "”»"
_ABBREVIATION_END = re.compile(r"\b(?:[A-Z]\.)+$|\b(?:Jr|Sr|Inc|Co|Corp|Ltd|No|vs|[ap]\.m)\.$")
# `The talks are over. (AP)`, and `“They are over,” she said`.
_SENTENCE_BEFORE_BRACKET = re.compile(r"[.!?][\"”’]?\s*\([^()]*\)$")
_SPEECH_BEFORE_CUE = re.compile(r"[,!?—–][\"”’]\s+\w")
_NUMBER = re.compile(r"\(?\d{1,2}[.)]\s+(?=[A-Z\"“])")
_BOLD = re.compile(r"(\*\*|__)(?P<inner>[^*_].*?)\1")
# More short lines than this in a row are verse, a table or an address.
_LONGEST_RUN = 3


def is_kicker(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a label that stands above a headline (``Opinion``)."""
    return paragraph.text.lower().rstrip(" |:/") in read_words("kickers")


def is_headline(paragraphs: Sequence[Paragraph], position: int, title: str | None) -> bool:
    """Whether the paragraph at ``position``, with none but metadata before, is the headline."""
    paragraph = paragraphs[position]
    text = paragraph.text
    if (marks := MARKDOWN_HEADING.match(text)) is not None:
        return len(marks["marks"]) == 1
    if title is not None and _reduce(title) == _reduce(text):
        return True
    if position + 1 == len(paragraphs) or len(text.split()) > _LONGEST_HEADLINE:
        return False
    if len(paragraph.lines) > 3 or not _may_be_title(text) or text[-1] in ",;":
        return False
    if has_label(paragraph) and {position, position + 1} <= find_turn_openings(paragraphs):
        return False  # a transcript without headline
    if is_title_case(text) and len(text.split()) > 3:
        return True  # some papers close their headlines with a full stop
    return not _ends_sentence(text)


def find_headings(paragraphs: Sequence[Paragraph], kinds: Sequence[SectionKind]) -> Iterator[int]:
    """The places of paragraphs, of kind body by themselves, that are headings."""
    run: list[int] = []
    turns = find_turn_openings(paragraphs)
    for position, paragraph in enumerate(paragraphs):
        if kinds[position] == "body" and position not in turns and _may_be_heading(paragraph):
            run.append(position)
            continue
        if len(run) <= _LONGEST_RUN and kinds[position] in ("body", "list", "embed", "caption"):
            yield from run
        run = []


def is_numbered_heading(paragraphs: Sequence[Paragraph], position: int) -> bool:
    """Whether a paragraph with a number before it stands alone among prose: no list, a heading."""
    text = paragraphs[position].text
    number = _NUMBER.match(text)
    neighbours = [*paragraphs[max(position - 1, 0) : position], *paragraphs[position + 1 :][:1]]
    if number is None or len(neighbours) < 2:
        return False
    if any(LIST_ITEM.match(neighbour.text) for neighbour in neighbours):
        return False
    title = text[number.end() :]
    return len(title.split()) <= _LONGEST_HEADING and not title.endswith((".", ",", ";", ":"))


def _may_be_heading(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if bold := _BOLD.fullmatch(text):
        text = bold["inner"]
    words = text.split()
    if CLOCK_TIME.fullmatch(text):
        return any(character.isalpha() or character == ":" for character in text)
    if len(words) > _LONGEST_HEADING or len(text) > 100 or not _may_be_title(text):
        return False
    if text[-1] == "?":
        return len(words) <= _QUESTION_WORDS and '"' not in text
    if text[-1] == "!":
        return False
    if text[-1] == ":":
        return len(words) <= 3 and is_title_case(text)
    return text[-1] not in ",;—–-…" and not _ends_sentence(text)


def _may_be_title(text: str) -> bool:
    """Whether a line begins like a title and leaves no quotation open."""
    if LIST_ITEM.match(text) or SOCIAL_SIGNATURE.search(text):
        return False
    if BOILERPLATE.fullmatch(text) or CAPTION.fullmatch(text):
        return False
    letter = next((character for character in text if character.isalnum()), None)
    if letter is None or letter.islower() or not (text[0].isalnum() or text[0] in _FIRST_MARKS):
        return False
    if text.count('"') % 2 or (text.startswith(('"', "“")) and text.endswith(('"', "”"))):
        return False
    opened = sum(text.count(mark) for mark in _OPENING)
    return opened == sum(text.count(mark) for mark in _CLOSING)


def _ends_sentence(text: str) -> bool:
    if _SENTENCE_BEFORE_BRACKET.search(text) or _SPEECH_BEFORE_CUE.search(text):
        return True
    bare = text.rstrip("\"'”’»)] ")
    return bare[-1:] in (".", ":", "…", "?", "!") and not _is_title_end(text, bare)


def _is_title_end(text: str, bare: str) -> bool:
    """Whether the mark at the end may close a title as well: a question, ``U.S.``."""
    return (bare[-1] in "?!" and bare == text) or _ABBREVIATION_END.search(text) is not None


def _reduce(text: str) -> str:
    """A title without marks, case and space, for comparison."""
    return re.sub(r"[\W_]+", "", text).casefold()
