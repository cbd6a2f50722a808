"""Interviews that print no labels: paragraphs that ask, and answers between them.

Many papers set the questions in bold, which a plain text does not show. Where such a text tells who
is interviewed, "I" in its answers is that person, and so is "you" in its questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from claimx.lang.en.words import phrases_of, words_of
from claimx.pipeline.layout_annotations import get_sections, get_turns
from claimx.pipeline.speakers.introduction import Introduction
from claimx.pipeline.speakers.remember_text import TextMemory
from claimx.pipeline.speakers.resolutions import FIRST, SECOND, Resolution

_FEWEST_QUESTIONS = 3
# A short question may look like a heading.
_PRINTED = frozenset({"body", "heading"})
# Of the paragraphs from the first question on, at least one in so many asks.
_MOST_PARAGRAPHS = 6
_CLOSING = "\"”’') ]"
_OPENING_MARKS = ('"', "“", "‘", "'")


@dataclass(frozen=True)
class PrintedInterview:
    """Who answers an interview without labels.

    Attributes:
        answers: The tokens of its answers.
        questions: The tokens of its questions.
        interviewee: Who answers.
    """

    answers: frozenset[int]
    questions: frozenset[int]
    interviewee: Resolution

    def find_addressee(self, token: int) -> Resolution | None:
        """Who "you" at a token stands for: in a question the one who answers."""
        if token not in self.questions:
            return None
        found = self.interviewee
        return Resolution(found.referent, "addressee", 0.7, found.antecedent)


def read_printed_interview(memory: TextMemory) -> PrintedInterview | None:
    """The interview that an article is; None where it is none, has labels, or names nobody.

    Args:
        memory: Who the article speaks of.
    """
    doc = memory.doc
    paragraphs = [section.span for section in get_sections(doc) if section.kind in _PRINTED]
    asking = [number for number, span in enumerate(paragraphs) if _asks(span)]
    if len(asking) < _FEWEST_QUESTIONS or get_turns(doc):
        return None
    questions = [paragraphs[number] for number in asking]
    printed = paragraphs[asking[0] :]
    introduction = Introduction(memory, printed[0].start, questions)
    answers = [span for span in printed if span not in questions]
    answered = [number for number in asking if number + 1 not in asking]
    is_dialogue = len(answered) >= _FEWEST_QUESTIONS
    if not is_dialogue or len(printed) > _MOST_PARAGRAPHS * len(asking):
        return None
    above = doc[: printed[0].start]
    if not _is_announced(above, introduction) and not (
        len(asking) > _FEWEST_QUESTIONS and _reads_like_one(memory, above, questions, answers)
    ):
        return None
    interviewee = introduction.find_who_answers()
    if interviewee.referent is None or any(_addresses_several(span) for span in questions):
        return None
    return PrintedInterview(
        frozenset(i for span in answers for i in _tokens(span)),
        frozenset(i for span in questions for i in _tokens(span)),
        interviewee,
    )


def _is_announced(above: Span, introduction: Introduction) -> bool:
    """Whether an article says above its first question that it is an interview."""
    announcing = words_of("interview")
    is_said = any(token.lemma_.lower() in announcing for token in above)
    return is_said or bool(introduction.list_talked_to())


def _reads_like_one(
    memory: TextMemory, above: Span, questions: Sequence[Span], answers: Sequence[Span]
) -> bool:
    """Whether "I" stands in answers and not above, and questions speak to somebody.

    In a column that asks itself and in a letter "I" stands above its questions too.
    """

    def have(spans: Iterable[Span], words: frozenset[str]) -> list[bool]:
        told = ([t.lower_ for t in span if t.i not in memory.quoted] for span in spans)
        return [not words.isdisjoint(span) for span in told]

    if any(have([above], FIRST)):
        return False
    return sum(have(answers, FIRST)) > 1 and any(have(questions, SECOND))


def _asks(paragraph: Span) -> bool:
    """Whether a paragraph ends with a question, is no quotation and does not say "I".

    An answer may end with a question as well.
    """
    text = paragraph.text.strip()
    is_question = text.rstrip(_CLOSING).endswith("?") and not text.startswith(_OPENING_MARKS)
    return is_question and all(token.lower_ not in FIRST for token in paragraph)


def _addresses_several(question: Span) -> bool:
    words = f" {' '.join(token.lower_ for token in question if not token.is_space)} "
    return any(f" {' '.join(phrase)} " in words for phrase in phrases_of("several asked"))


def _tokens(span: Span) -> range:
    return range(span.start, span.end)
