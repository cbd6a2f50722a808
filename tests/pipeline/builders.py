"""Docs made by hand, so that tests of rules do not hang on what a fitted model finds.

A sentence is written as words with spaces between::

    [PERSON Ann Hill] , the/DT mayor/NN , said/VBD that/IN she/PRP left/VBD .

- ``word/TAG`` gives a Penn tag. Without it, punctuation and the common words of `TAGS` are
  known, a word with a capital is ``NNP``, any other ``NN``.
- ``[LABEL …]`` is a named entity.
- ``~`` before a word: no white space before it; set by itself before ``, . : ; ? ! ) ” ’s`` and
  behind ``( “``.
- ``word>3:dep`` hangs it on the third word of its sentence (``>0:root`` makes it the root).

What is not said of the parse is that of ``toy_parse``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import spacy
from spacy.tokens import Doc, Span
from tests.pipeline.toy_parse import Arc, ToyParser, find_root

from claimx.pipeline.annotations import Attribution, Quotation, set_attributions, set_quotations

TAGS = {
    **dict.fromkeys(("the", "a", "an", "this", "those", "these", "both", "some"), "DT"),
    **dict.fromkeys(("he", "she", "it", "they", "we", "i", "him", "them", "me", "himself"), "PRP"),
    **dict.fromkeys(("his", "her", "its", "their", "my", "our"), "PRP$"),
    **dict.fromkeys(("of", "in", "for", "with", "by", "from", "at", "on", "that", "to"), "IN"),
    **dict.fromkeys(("said", "told", "met", "was", "were", "had", "left", "won"), "VBD"),
    **dict.fromkeys(("says", "is", "has"), "VBZ"),
    **dict.fromkeys(("and", "or", "but"), "CC"),
    **dict.fromkeys(("will", "would"), "MD"),
    "who": "WP",
    "which": "WDT",
    "'s": "POS",
    "’s": "POS",
}
_GLUED_BEFORE = frozenset([*",.:;?!)”%", "'s", "’s"])
_GLUED_AFTER = frozenset("(“$")
_NLP = spacy.blank("en")


class _Word:
    def __init__(self, written: str) -> None:
        self.is_glued = written.startswith("~") and len(written) > 1
        written = written.removeprefix("~") if self.is_glued else written
        self.head: int | None = None
        self.dep = ""
        found = re.fullmatch(r"(.+?)>(\d+):(\S+)", written)
        if found:
            written, self.head, self.dep = found[1], int(found[2]), found[3]
        form, slash, tag = written.rpartition("/")
        self.form, self.tag = (form, tag) if slash and tag.isupper() else (written, "")
        self.tag = self.tag or _guess_tag(self.form)


def _guess_tag(form: str) -> str:
    if not any(char.isalnum() for char in form) and form not in ("'s", "’s"):
        return "." if form in ".?!" else form
    if form.lower() in TAGS:
        return TAGS[form.lower()]
    if form[0].isdigit():
        return "CD"
    return "NNP" if form[0].isupper() else "NN"


def build_doc(*sentences: str) -> Doc:
    """A Doc of sentences in the notation of this module."""
    words: list[_Word] = []
    heads: list[int] = []
    deps: list[str] = []
    starts: list[bool] = []
    entities: list[tuple[int, int, str]] = []
    for sentence in sentences:
        offset = len(words)
        own, found = _read_sentence(sentence)
        entities += [(start + offset, end + offset, label) for start, end, label in found]
        words += own
        for head, dep in _parse(own, found):
            heads.append(head + offset)
            deps.append(dep)
        starts += [position == 0 for position in range(len(own))]
    doc = Doc(
        _NLP.vocab,
        words=[word.form for word in words],
        spaces=_space(words),
        tags=[word.tag for word in words],
        pos=[_coarse(word.tag) for word in words],
        lemmas=[word.form.lower() for word in words],
        heads=heads,
        deps=deps,
        sent_starts=starts,
    )
    doc.ents = [Span(doc, start, end, label=label) for start, end, label in entities]
    return doc


def _read_sentence(sentence: str) -> tuple[list[_Word], list[tuple[int, int, str]]]:
    words: list[_Word] = []
    entities = []
    opened: tuple[int, str] | None = None
    for part in sentence.split():
        if re.fullmatch(r"\[[A-Z_]+", part):
            opened = len(words), part[1:]
            continue
        closes = opened is not None and part.endswith("]")
        words.append(_Word(part.removesuffix("]") if closes else part))
        if closes and opened is not None:
            entities.append((opened[0], len(words), opened[1]))
            opened = None
    return words, entities


def _parse(words: Sequence[_Word], names: Sequence[tuple[int, int, str]]) -> list[Arc]:
    labels = [""] * len(words)
    for start, end, label in names:
        labels[start:end] = [label] * (end - start)
    tags = [word.tag for word in words]
    root = next((i for i, word in enumerate(words) if word.head == 0), None)
    if root is None:
        root = find_root(
            [tag if word.head is None else "" for tag, word in zip(tags, words, strict=True)]
        )
    arcs = ToyParser(tags, labels, root).parse()
    for place, word in enumerate(words):
        if word.head:
            arcs[place] = (word.head - 1, word.dep)
    return arcs


def _space(words: Sequence[_Word]) -> list[bool]:
    spaces = []
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else None
        glued = following is None or following.is_glued or following.form in _GLUED_BEFORE
        spaces.append(not (glued or word.form in _GLUED_AFTER))
    return spaces


def _coarse(tag: str) -> str:
    for prefix, coarse in (
        ("NNP", "PROPN"),
        ("NN", "NOUN"),
        ("VB", "VERB"),
        ("PRP", "PRON"),
        ("JJ", "ADJ"),
        ("CD", "NUM"),
        ("DT", "DET"),
        ("IN", "ADP"),
        ("MD", "AUX"),
        ("CC", "CCONJ"),
        ("W", "PRON"),
    ):
        if tag.startswith(prefix):
            return coarse
    return "PUNCT" if not tag.isalpha() else "X"


def find_span(doc: Doc, text: str, after: int = 0) -> Span:
    """The first span of exactly this text from the code point ``after`` on."""
    start = doc.text.index(text, after)
    span = doc.char_span(start, start + len(text))
    assert span is not None, f"{text!r} does not end where words end"
    return span


def attribute(doc: Doc, *pairs: tuple[str | None, str]) -> None:
    """Store attributions given as (source, content), each looked for behind the one before.

    Source and content of a pair may stand in either order.
    """
    attributions = []
    position = 0
    for source, content in pairs:
        said = find_span(doc, content, position)
        spans = []
        if source is not None:
            behind = doc.text.find(source, said.end_char)
            before = doc.text.rfind(source, position, said.start_char)
            spans = [find_span(doc, source, before if before >= 0 else behind)]
        position = max([said.start_char, *(span.start_char for span in spans)])
        attributions.append(Attribution(content=[said], source=spans))
    set_attributions(doc, attributions)


def quote(doc: Doc) -> None:
    """Store what stands between curly marks as direct quotations."""
    opened = None
    quotations = []
    for token in doc:
        if token.text == "“":
            opened = token.i
        elif token.text == "”" and opened is not None:
            quotations.append(Quotation([doc[opened : token.i + 1]], "direct"))
            opened = None
    set_quotations(doc, quotations)
