"""Text -> tokens, in time that grows with the text and not with its square."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

CUT_WORDS = "claimx/cut_words"
# spaCy takes marks off a word one by one and looks at all the rest each time: 20,000 quotation
# marks in a row took 78 seconds. No word of a language has so many marks, and in pieces they are
# the same tokens.
_MARKS = 100
_LONG_WORD = 1000
_RUN_OF_MARKS = re.compile(rf"[^\w\s]{{{_MARKS + 1},}}")
_WORD = re.compile(rf"\S{{{_LONG_WORD + 1},}}")
CUT_NOTE = "{} of the words have more than {:,} characters and many marks: they are read in pieces"
_MARK = re.compile(r"[^\w\s]")
# The name of a platform that ends a sentence, which is no initial: "wrote on X. Hill said".
_PLATFORM = re.compile(r"\b(?:on|via)\s+X(?=\.(?:\s|$))")


def tokenize(nlp: Language, text: str) -> Doc:
    """The tokens of ``text`` by the tokenizer of ``nlp``.

    A run of more than 100 marks without white space is cut into pieces of 100 before, a word of
    more than 1,000 characters with more than 100 marks into pieces of 1,000.
    ``doc.user_data[CUT_WORDS]`` holds how many such words there are.
    """
    from spacy.tokens import Doc

    runs = [match.span() for match in _RUN_OF_MARKS.finditer(text)]
    words = [match.span() for match in _WORD.finditer(text) if _has_many_marks(match.group())]
    if not runs and not words:
        return _part_platform(nlp.make_doc(text))
    cuts = {0, *_list_cuts(runs, _MARKS), *_list_cuts(words, _LONG_WORD)}
    starts = sorted(cuts)
    pieces = [
        nlp.make_doc(text[a:b]) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)
    ]
    doc = Doc.from_docs(pieces, ensure_whitespace=False)
    assert doc is not None
    for token in doc:
        # Each piece began a sentence.
        token.is_sent_start = None
    doc.user_data[CUT_WORDS] = len(words)
    return _part_platform(doc)


def _part_platform(doc: Doc) -> Doc:
    """The same with the full stop behind the platform X as a token."""
    ends = {match.end() for match in _PLATFORM.finditer(doc.text)}
    joined = [token for token in doc if token.idx + 1 in ends and token.text == "X."]
    if joined:
        with doc.retokenize() as retokenizer:
            for token in joined:
                retokenizer.split(token, ["X", "."], heads=[(token, 0), (token, 0)])
    return doc


def _has_many_marks(word: str) -> bool:
    return sum(1 for _ in _MARK.finditer(word)) > _MARKS


def _list_cuts(stretches: list[tuple[int, int]], size: int) -> Iterator[int]:
    """Offsets at which the stretches are cut into pieces of ``size``, their own starts left out."""
    for start, end in stretches:
        yield from range(start + size, end, size)


def describe_cuts(doc: Doc) -> list[str]:
    """A warning, where words were cut that may have been one token."""
    count = doc.user_data.get(CUT_WORDS, 0)
    return [CUT_NOTE.format(count, _LONG_WORD)] if count else []
