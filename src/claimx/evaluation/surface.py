"""What can be told from the words of an attribution alone, in gold and predictions alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from claimx.article.values import Directness
from claimx.evaluation.patterns import (
    CLOSING_PUNCTUATION,
    DETERMINERS,
    DOUBLE_MARKS,
    PHRASE_BREAKS,
    PRONOUNS,
    QUOTATION_MARKS,
)
from claimx.evaluation.standards import Offsets

SourceKind = Literal["name", "nominal", "pronoun", "none"]
SOURCE_KINDS: tuple[SourceKind, ...] = ("name", "nominal", "pronoun", "none")

_WORD = re.compile(r"[^\W_][\w.&’'-]*|[,;:(—–]")
_POSSESSIVE = re.compile(r"['’]s?$")


def is_quoted(text: str, spans: Sequence[Offsets]) -> bool:
    """Whether every piece opens and closes with a quotation mark, closing punctuation aside."""
    for start, end in spans:
        piece = text[start:end].strip().rstrip(CLOSING_PUNCTUATION)
        if len(piece) < 2 or piece[0] not in QUOTATION_MARKS or piece[-1] not in QUOTATION_MARKS:
            return False
    return bool(spans)


def find_directness(text: str, spans: Sequence[Offsets]) -> Directness:
    """Direct where all stands in quotation marks, mixed where there are double marks in it."""
    if is_quoted(text, spans):
        return "direct"
    if any(character in DOUBLE_MARKS for start, end in spans for character in text[start:end]):
        return "mixed"
    return "indirect"


def classify_source(text: str, spans: Sequence[Offsets]) -> SourceKind:
    """Whether a source is a name, another noun phrase or a pronoun, by its words.

    The last word before the first preposition, relative pronoun or comma is taken for the head:
    capitalised, it is a name (“the Democratic strategist Pat Caddell, who …”), otherwise a noun
    phrase is nominal (“a White House spokesman”). A capital at the start of a sentence says
    nothing where the text has the same word in lower case.
    """
    pieces = [text[start:end] for start, end in spans]
    words = [word for piece in pieces for word in _WORD.findall(piece)]
    if not any(word[0].isalnum() for word in words):
        return "none"
    phrase = list(_take_head_phrase(words))
    bare = [_POSSESSIVE.sub("", word).lower() for word in phrase]
    if all(word in PRONOUNS for word in bare):
        return "pronoun"
    head = _POSSESSIVE.sub("", phrase[-1])
    if not head[:1].isupper():
        return "nominal"
    if len(phrase) == 1 and _has_in_lower_case(text, head):
        return "nominal"
    return "name"


def find_head_word(text: str, span: Offsets) -> Offsets:
    """The word that heads a phrase: the last before a preposition, relative pronoun or comma.

    Without a word the whole phrase is its own head. Half-open offsets of ``text``.
    """
    start, end = span
    found = _WORD.findall(text[start:end])
    phrase = list(_take_head_phrase(found))
    if not phrase:
        return span
    place = text.index(phrase[0], start)
    for word in phrase[1:]:
        place = text.index(word, place + 1)
    return place, place + len(_POSSESSIVE.sub("", phrase[-1]) or phrase[-1])


def _take_head_phrase(words: list[str]) -> Iterable[str]:
    taken = 0
    for place, word in enumerate(words):
        is_break = not word[0].isalnum() or word.lower() in PHRASE_BREAKS
        # A phrase that begins with such a word (“those who”, “which”) is not empty.
        if is_break and taken:
            return
        if not word[0].isalnum() or (word.lower() in DETERMINERS and place + 1 < len(words)):
            continue
        taken += 1
        yield word


def _has_in_lower_case(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text) is not None
