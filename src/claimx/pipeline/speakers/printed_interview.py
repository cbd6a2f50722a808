"""Interviews that print no labels: paragraphs that ask, and answers between them.

Many papers set the questions in bold, which a plain text does not show. Where such a text says that
it is an interview, and with whom, "I" in its answers is that person, and so is "you" in its
questions.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span

from claimx.lang.en import read_words
from claimx.pipeline.layout_annotations import get_sections, get_turns
from claimx.pipeline.speakers.introduction import Introduction
from claimx.pipeline.speakers.remember_text import TextMemory
from claimx.pipeline.speakers.resolutions import Resolution

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
        interviewee: Whom the introduction presents.
    """

    answers: frozenset[int]
    questions: frozenset[int]
    interviewee: Resolution

    def find_addressee(self, token: int) -> Resolution | None:
        """Whom "you" at a token stands for: in a question the one who answers."""
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
    printed = paragraphs[asking[0] :]
    answered = [number for number in asking if number + 1 not in asking]
    is_dialogue = len(answered) >= _FEWEST_QUESTIONS
    if not is_dialogue or len(printed) > _MOST_PARAGRAPHS * len(asking):
        return None
    first = printed[0].start
    announcing = read_words("labels/interview_words.txt")
    if not any(token.lemma_.lower() in announcing for token in doc[:first]):
        return None
    interviewee = Introduction(memory, first).find_who_answers()
    if interviewee.referent is None:
        return None
    questions = {i for number in asking for i in _tokens(paragraphs[number])}
    answers = {i for span in printed for i in _tokens(span)} - questions
    return PrintedInterview(frozenset(answers), frozenset(questions), interviewee)


def _asks(paragraph: Span) -> bool:
    """Whether a paragraph ends with a question that nobody is quoted with."""
    text = paragraph.text.strip()
    return text.rstrip(_CLOSING).endswith("?") and not text.startswith(_OPENING_MARKS)


def _tokens(span: Span) -> range:
    return range(span.start, span.end)
