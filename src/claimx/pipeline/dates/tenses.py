"""The time of which a predicate speaks: behind the moment of writing, ahead of it, or not told.

News tells what was in the past tense, and what goes by a timetable in the present: "the trial
continues on Monday". An infinitive lies ahead of a verb of commitment, wish or command ("agreed
to meet") and in the time of any other ("declined to say").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Span, Token

from claimx.lang.en.verbs import verbs_of
from claimx.lang.en.words import words_of
from claimx.pipeline.dates.data_files import read_lines, read_words
from claimx.pipeline.syntax.clauses import (
    auxiliaries_of,
    is_relative_clause,
    negation_of,
    subject_of,
)

PAST, FUTURE, NEAR = "past", "future", "near"

_PRESENT_TAGS = frozenset({"VBZ", "VBP"})
_LONGEST_GROUP = 6


@dataclass(frozen=True)
class Predicate:
    """A predicate as it governs a date.

    Attributes:
        head: Its verb, or what stands in the verb's place beside a copula.
        date: The expression.
        is_direct: Whether the date modifies the predicate itself, and no noun beside it.
    """

    head: Token
    date: Span
    is_direct: bool

    @cached_property
    def auxiliaries(self) -> list[Token]:
        """Auxiliaries, modals and the copula; also those that a parser hangs elsewhere."""
        found = auxiliaries_of(self.head)
        known = {token.i for token in found}
        for position in range(self.head.i - 1, max(-1, self.head.i - _LONGEST_GROUP), -1):
            token = self.head.doc[position]
            is_plan = token.lower_ in read_lines("planning_words") and token.tag_[:2] != "NN"
            if token.pos_ == "AUX" or token.tag_ == "MD":
                if position not in known:
                    found.append(token)
            elif not is_plan and not _is_to(token) and token.pos_ not in ("ADV", "PART"):
                break
        return found

    @cached_property
    def forms(self) -> frozenset[str]:
        """The auxiliaries in lower case."""
        return frozenset(token.lower_ for token in self.auxiliaries)

    @cached_property
    def tags(self) -> frozenset[str]:
        """The tags of the verb and its auxiliaries."""
        return frozenset(token.tag_ for token in (self.head, *self.auxiliaries))

    @cached_property
    def lemma(self) -> str:
        """The base form of the verb in lower case."""
        return self.head.lemma_.lower()

    @property
    def is_infinitive(self) -> bool:
        """Whether "to" stands before the verb, as also in "were to meet"."""
        if self.head.tag_ == "VBD":
            return False
        # Parsers also make one word of "due to".
        is_behind = self.head.tag_ == "VB" and self.head.i > 0 and _is_to(self.head.nbor(-1))
        return is_behind or any(child.tag_ == "TO" for child in self.head.children)

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands with the verb that tells its tense."""
        return not self.auxiliaries


def read_tense(head: Token, date: Span, *, is_direct: bool) -> str | None:
    """``past``, ``future``, ``near`` where the predicate leaves it open, None where it is silent.

    Args:
        head: The verb or predicate noun of a clause.
        date: The expression that it governs.
        is_direct: Whether the date modifies it without a noun between.
    """
    predicate = Predicate(head, date, is_direct)
    return next((found for test in _TESTS if (found := test(predicate)) is not None), None)


def speaks_of_the_future(head: Token) -> bool:
    """Whether a modal or a word of planning makes the predicate one of what comes."""
    predicate = Predicate(head, head.doc[head.i : head.i + 1], is_direct=True)
    return _from_modal(predicate) == FUTURE or is_plan(head)


def is_plan(token: Token) -> bool:
    """Whether the word speaks of a plan; "set" does before "to" and "for" only."""
    if token.lower_ not in read_lines("planning_words"):
        return False
    if token.lower_ not in read_words("planning_before_to"):
        return True
    return token.i + 1 < len(token.doc) and token.nbor().lower_ in ("to", "for")


def _is_to(token: Token) -> bool:
    return token.lower_ == "to"


def lies_ahead_of(verb: Token) -> bool:
    """Whether what a verb speaks of lies ahead of it: agreed, ordered, announced, hopes."""
    return is_plan(verb) or verb.lemma_.lower() in verbs_of("prospective")


def _from_modal(predicate: Predicate) -> str | None:
    modals = predicate.forms & read_words("modals")
    if not modals:
        return None
    is_perfect = "have" in predicate.forms and predicate.head.tag_ in ("VBN", "VBD", "JJ")
    if is_perfect and not modals & read_words("modals_of_the_future"):
        # "Could have been killed", "would have met".
        return PAST
    if modals <= {"could"} and negation_of(predicate.head) is not None:
        # "Could not be reached on Friday".
        return PAST
    return FUTURE


def _from_plan(predicate: Predicate) -> str | None:
    if not is_plan(predicate.head):
        return None
    if "had" in predicate.forms:
        # "Had been due to meet": it did not come to that, or is over.
        return PAST
    is_active = predicate.head.tag_ in ("VBD", "VBN") and predicate.is_bare
    return PAST if is_active and _is_dated_itself(predicate) else FUTURE


def _is_dated_itself(predicate: Predicate) -> bool:
    """Whether the date stands before what was promised.

    "Promised Thursday to lower rents", "on Thursday they promised to lower rents".
    """
    date = predicate.date
    if predicate.head.tag_ == "VBD" and date.end <= predicate.head.i:
        return True
    return predicate.head.i < date.start and any(
        child.dep_ in ("xcomp", "ccomp") and date.end <= child.left_edge.i
        for child in predicate.head.children
    )


def _from_infinitive(predicate: Predicate) -> str | None:
    head = predicate.head
    if not predicate.is_infinitive or head.tag_ not in ("VB", "VBN", "JJ", "NN"):
        return None
    if "had" in predicate.forms:
        return PAST
    governor = head.head
    if governor == head or predicate.forms & words_of("finite form of be"):
        return FUTURE
    if governor.lower_ in read_words("present_of_be") or governor.lower_ == "going":
        return FUTURE
    if is_plan(governor):
        return read_tense(governor, predicate.date, is_direct=False) or FUTURE
    if head.dep_ in ("advcl", "conj"):
        # A purpose, or the second of two: in the time of the verb above.
        return None
    if governor.pos_ in ("NOUN", "PROPN", "ADJ"):
        return None if _is_of_a_row(governor) else FUTURE
    return FUTURE if lies_ahead_of(governor) else None


def _is_of_a_row(noun: Token) -> bool:
    """``the first to leave``, ``the first minister to resign``: told of what was."""
    ranks = words_of("rank")
    return noun.lower_ in ranks or any(child.lower_ in ranks for child in noun.children)


def _from_participle(predicate: Predicate) -> str | None:
    tag = predicate.head.tag_
    if tag == "VBG":
        if predicate.forms & words_of("past auxiliary"):
            return PAST
        return FUTURE if predicate.forms & read_words("present_of_be") else None
    if tag == "VBN" and predicate.is_bare and predicate.head.dep_ != "conj":
        # "If elected in November".
        openers = read_words("conditions")
        is_condition = any(child.lower_ in openers for child in predicate.head.children)
        return FUTURE if is_condition else PAST
    return None


def _from_finite(predicate: Predicate) -> str | None:
    if "VBD" in predicate.tags or predicate.forms & read_words("past_forms"):
        return PAST
    if _is_past_by_agreement(predicate):
        return PAST
    if not predicate.tags & _PRESENT_TAGS:
        return None
    if predicate.lemma in verbs_of("telling"):
        return PAST
    if predicate.is_direct:
        return FUTURE
    return FUTURE if predicate.lemma in verbs_of("timetable") else NEAR


def _is_past_by_agreement(predicate: Predicate) -> bool:
    """``the factory, which shut in May``: with a singular subject, the present would be "shuts".

    A verb whose past is its base form (shut, cut, hit, quit) often bears the tag of the present.
    """
    head = predicate.head
    if head.tag_ != "VBP" or not predicate.is_bare:
        return False
    subject = subject_of(head)
    if subject is None:
        return False
    if subject.tag_ in ("WDT", "WP") and is_relative_clause(head):
        subject = head.head
    if subject.lower_ in ("he", "she", "it"):
        return True
    is_several = any(child.dep_ == "conj" for child in subject.children)
    return subject.tag_ == "NN" and not is_several and head.lower_ == head.lemma_.lower()


_TESTS: tuple[Callable[[Predicate], str | None], ...] = (
    _from_modal,
    _from_plan,
    _from_infinitive,
    _from_participle,
    _from_finite,
)
