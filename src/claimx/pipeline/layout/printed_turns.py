"""The turns of interviews that print no labels: questions in bold, behind dashes, or bare.

A question that fills a paragraph stands in many texts that are no interview, so that one must be
announced right above the first: "Ann Hill spoke with us".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from spacy.tokens import Doc, Span

from claimx.lang.en.verbs import forms_of
from claimx.lang.en.words import words_of
from claimx.pipeline.layout.labels import find_labels
from claimx.pipeline.layout.paragraphs import Paragraph, read_paragraphs, trim
from claimx.pipeline.layout_annotations import Turn

_PRINTED = frozenset({"body", "heading", "list"})
_FEWEST_QUESTIONS = 2
# Of the paragraphs from the first question on, at least one in so many asks.
_MOST_PARAGRAPHS = 4
_LONGEST_QUESTION = 400
# Paragraphs above the first question that may announce the interview.
_ANNOUNCING = 2
# Answers in which somebody says "I" or "we", of all.
_SHARE_OF_TALK = 1 / 3
_BOLD = re.compile(r"(\*{2,3}|__)(?P<words>.+?)\1\s*", re.DOTALL)
_DASHED = re.compile(r"[—–][^\S\r\n]*(?P<words>\S.*)", re.DOTALL)
_CLOSING = "\"”’') ]*_"
_OPENING_MARKS = ("“", '"', "‘", "'")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_WORD = re.compile(r"[^\W\d_]+")
_FIRST = re.compile(r"\b(?:I|(?i:me|my|mine|we|our|us))\b")
_I = re.compile(r"\b(?:I|(?i:me|my|mine))\b")


@dataclass(frozen=True)
class _Line:
    """A paragraph of an interview, by its words without marks of bold type or a dash."""

    start: int
    end: int
    text: str
    asks: bool


def find_printed_turns(doc: Doc) -> list[Turn]:
    """The turns of ``doc``, a text without labels; empty where it is no interview.

    The last answer ends with its paragraph: what follows may be the writer's own words again. A
    text with labels on several lines is read by its labels instead.
    """
    if len(list(islice(find_labels(doc.text), 2))) > 1:
        return []
    everything = read_paragraphs(doc)
    paragraphs = [p for p in everything if p.kind in _PRINTED]
    for read in (_read_dashes, _read_bold, _read_bare):
        lines = _from_first_question(read(doc.text, paragraphs))
        if _is_dialogue(lines) and _is_announced(doc.text, everything, lines[0].start):
            return list(_make_turns(doc, lines))
    return []


def _read_dashes(text: str, paragraphs: Sequence[Paragraph]) -> list[_Line]:
    """The first run of paragraphs behind dashes, of which every other one asks."""
    lines: list[_Line] = []
    for paragraph in paragraphs:
        match = _DASHED.fullmatch(text, paragraph.start, paragraph.end)
        if match is not None:
            asks = len(lines) % 2 == 0
            lines.append(_Line(*match.span("words"), match["words"], asks))
        elif lines:
            break
    asked = [line for line in lines if line.asks]
    sure = [line for line in asked if _ends_with_question(line.text)]
    return lines if 2 * len(sure) > len(asked) else []


def _read_bold(text: str, paragraphs: Sequence[Paragraph]) -> list[_Line]:
    """All paragraphs; those in bold ask, where most of them end with a question mark."""
    lines = []
    for paragraph in paragraphs:
        match = _BOLD.fullmatch(text, paragraph.start, paragraph.end)
        limits = (paragraph.start, paragraph.end) if match is None else match.span("words")
        lines.append(_Line(*limits, text[slice(*limits)], match is not None))
    asked = [line for line in lines if line.asks]
    sure = [line for line in asked if _ends_with_question(line.text)]
    return lines if 2 * len(sure) > len(asked) else []


def _read_bare(text: str, paragraphs: Sequence[Paragraph]) -> list[_Line]:
    """All paragraphs; those ask that end with a question, are no quotation and say no "I".

    An answer may end with a question as well.
    """
    lines = []
    for paragraph in paragraphs:
        words = text[paragraph.start : paragraph.end]
        is_short = len(words) <= _LONGEST_QUESTION and not words.startswith(_OPENING_MARKS)
        asks = is_short and _ends_with_question(words) and _I.search(words) is None
        lines.append(_Line(paragraph.start, paragraph.end, words, asks))
    return lines


def _ends_with_question(words: str) -> bool:
    return words.rstrip(_CLOSING).endswith("?")


def _from_first_question(lines: Sequence[_Line]) -> list[_Line]:
    """The lines from the first question to the first paragraph of the last answer."""
    asking = [number for number, line in enumerate(lines) if line.asks]
    return list(lines[asking[0] : asking[-1] + 2]) if asking else []


def _is_dialogue(lines: Sequence[_Line]) -> bool:
    """Whether questions are answered, and the answers are those of somebody who says "I"."""
    asked = [line for line in lines if line.asks]
    answers = [line for line in lines if not line.asks]
    answered = sum(one.asks and not other.asks for one, other in pairwise(lines))
    if answered < _FEWEST_QUESTIONS or len(lines) > _MOST_PARAGRAPHS * len(asked):
        return False
    told = [_QUOTED.sub("", line.text) for line in answers]
    talk = sum(_FIRST.search(words) is not None for words in told)
    quoted = sum(line.text.startswith(_OPENING_MARKS) for line in answers)
    is_talk = talk >= _SHARE_OF_TALK * len(answers) and 2 * quoted <= len(answers)
    return is_talk and any(_I.search(words) for words in told)


def _is_announced(text: str, paragraphs: Sequence[Paragraph], end: int) -> bool:
    """Whether the headline or what stands right above the first question tells of an interview.

    Where "I" stands there, the writer of a column may ask and answer.
    """
    above = [p for p in paragraphs if p.end <= end]
    near = [p for p in above if p.kind in _PRINTED][-_ANNOUNCING:]
    headlines = [p for p in above if p.kind == "headline"]
    told = " ".join(text[p.start : p.end] for p in [*headlines, *near])
    words = {word.lower() for word in _WORD.findall(told)}
    announcing = words_of("interview") | forms_of("conversing")
    return not words.isdisjoint(announcing) and not any(
        _I.search(_QUOTED.sub("", text[p.start : p.end])) for p in above
    )


def _make_turns(doc: Doc, lines: Sequence[_Line]) -> Iterator[Turn]:
    """A turn for each question, and one for all paragraphs of its answer."""
    turn = Turn(None, None, [])
    for line in lines:
        span = _find_span(doc, line)
        if span is None:
            continue
        if turn.words and line.asks == turn.asks:
            turn.words.append(span)
            continue
        if turn.words:
            yield turn
        turn = replace(turn, words=[span], asks=line.asks)
    if turn.words:
        yield turn


def _find_span(doc: Doc, line: _Line) -> Span | None:
    return doc.char_span(*trim(doc.text, line.start, line.end), alignment_mode="expand")
