"""Every question to the parse has the same answer in both schemes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.tokens import Doc, Span, Token
from tests.pipeline.syntax.sentences import SCHEMES, build

from claimx.pipeline.syntax import clauses, nouns

# Every public function of the modules that read the parse.
QUESTIONS: dict[str, Callable[..., Any]] = {
    name: value
    for module in (clauses, nouns)
    for name, value in vars(module).items()
    if not name.startswith("_") and getattr(value, "__module__", "") == module.__name__
}

# Question, sentence, word that it is asked of, answer: a word, several, yes or no.
WORDS: list[tuple[str, str, str, Any]] = [
    ("subject_of", "told", "told", "mayor"),
    ("subject_of", "told", "close", "bridges"),
    ("subject_of", "told", "mayor", None),
    ("subject_of", "shared", "said", "Ann"),
    ("subject_of", "shared", "leave", "she"),
    ("subject_of", "object control", "leave", "Tom"),
    ("subject_of", "passive", "praised", "plan"),
    ("subject_of", "passive", "adopted", "plan"),
    ("subject_of", "copula", "mayor", "Ann"),
    ("subject_of", "copula", "be", "Ann"),
    ("subject_of", "confident", "confident", "He"),
    ("subject_of", "named", "mayor", "Tom"),
    ("subject_of", "relative", "left", "who"),
    ("subject_of", "relative", "saying", None),
    ("subject_of", "clausal subject", "surprised", "left"),
    ("implied_subject_of", "told", "told", "mayor"),
    ("implied_subject_of", "relative", "saying", "letter"),
    ("implied_subject_of", "adverbial", "warning", "he"),
    ("implied_subject_of", "adverbial", "leaving", "he"),
    ("implied_subject_of", "decision", "speak", None),
    ("is_subject", "told", "mayor", True),
    ("is_subject", "told", "reporters", False),
    ("is_subject", "passive", "plan", True),
    ("is_subject", "clausal subject", "left", True),
    ("is_passive", "passive", "praised", True),
    ("is_passive", "passive", "adopted", True),
    ("is_passive", "told", "told", False),
    ("is_passive", "shared", "said", False),
    ("is_passive_subject", "passive", "plan", True),
    ("is_passive_subject", "told", "mayor", False),
    ("agent_of", "passive", "adopted", "council"),
    ("agent_of", "named", "named", "Ann"),
    ("agent_of", "written", "written", "Ann"),
    ("agent_of", "told", "told", None),
    ("objects_of", "gave", "gave", ["Tom", "letter"]),
    ("objects_of", "gave to", "gave", ["letter"]),
    ("objects_of", "told", "told", ["reporters"]),
    ("objects_of", "copula", "be", []),
    ("is_form_of_be", "copula", "be", True),
    ("is_form_of_be", "told", "told", False),
    ("is_object", "gave", "Tom", True),
    ("is_object", "gave", "letter", True),
    ("is_object", "gave to", "to", False),
    ("is_object", "gave", "She", False),
    ("complement_clauses_of", "told", "told", ["close"]),
    ("complement_clauses_of", "shared", "wants", ["leave"]),
    ("complement_clauses_of", "confident", "confident", ["won"]),
    ("complement_clauses_of", "adverbial", "spoke", []),
    ("is_clause", "told", "close", True),
    ("is_clause", "relative", "left", True),
    ("is_clause", "adverbial", "leaving", True),
    ("is_clause", "beside", "said", True),
    ("is_clause", "clausal subject", "left", True),
    ("is_clause", "told", "told", False),
    ("is_clause", "according", "Ann", False),
    ("is_adverbial_clause", "adverbial", "warning", True),
    ("is_adverbial_clause", "adverbial", "leaving", True),
    ("is_adverbial_clause", "adverbial", "does", True),
    ("is_adverbial_clause", "relative", "left", False),
    ("is_relative_clause", "relative", "left", True),
    ("is_relative_clause", "relative", "saying", False),
    ("is_open_complement", "shared", "leave", True),
    ("is_open_complement", "told", "close", False),
    ("preposition_of", "copula", "Hull", "of"),
    ("preposition_of", "gave to", "Tom", "to"),
    ("preposition_of", "according", "Ann", "according to"),
    ("preposition_of", "according", "rain", "because of"),
    ("preposition_of", "according", "blue", "out of"),
    ("preposition_of", "gave", "Tom", None),
    ("preposition_of", "names", "Ann", None),
    ("appositions_of", "names", "envoy", ["judge"]),
    ("appositions_of", "told", "mayor", []),
    ("is_predicate_noun", "copula", "mayor", True),
    ("is_predicate_noun", "told", "mayor", False),
    ("noun_behind_preposition", "copula", "Hull", "mayor"),
    ("noun_behind_preposition", "gave to", "Tom", None),
    ("is_part_of_noun_phrase", "names", "former", True),
    ("is_part_of_noun_phrase", "names", "judge", False),
    ("is_part_of_name", "names", "Hill", True),
    ("is_part_of_name", "names", "judge", False),
    ("is_apposition", "names", "judge", True),
    ("is_apposition", "names", "envoy", False),
    ("possessor_of", "names", "envoy", "Ann"),
    ("possessor_of", "coordination", "aides", "their"),
    ("possessor_of", "names", "judge", None),
    ("is_possessor", "names", "Ann", True),
    ("is_possessor", "names", "judge", False),
    ("relative_clauses_of", "relative", "envoy", ["left"]),
    ("relative_clauses_of", "relative", "letter", ["saying"]),
    ("relative_clauses_of", "told", "mayor", []),
    ("is_conjunct", "coordination", "aides", True),
    ("is_joined", "coordination", "aides", True),
    ("is_joined", "names", "judge", False),
    ("is_function_word", "names", "the", True),
    ("is_function_word", "names", "judge", False),
    ("opening_of", "names", "judge", "the"),
    ("opening_of", "coordination", "Tom", "Tom"),
    ("is_conjunct", "coordination", "Ann", False),
    ("auxiliaries_of", "told", "close", ["would"]),
    ("auxiliaries_of", "passive", "praised", ["was"]),
    ("auxiliaries_of", "copula", "mayor", ["would", "be"]),
    ("auxiliaries_of", "confident", "confident", ["is"]),
    ("auxiliaries_of", "told", "told", []),
    ("negation_of", "did n't", "say", "n't"),
    ("negation_of", "copula", "mayor", "not"),
    ("negation_of", "neither", "confirmed", "neither"),
    ("negation_of", "neither", "denied", "nor"),
    ("negation_of", "told", "told", None),
    ("predicate_above", "told", "bridges", "close"),
    ("predicate_above", "told", "close", "told"),
    ("predicate_above", "adverbial", "Hull", "leaving"),
    ("predicate_above", "told", "told", None),
]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("question", "sentence", "word", "answer"),
    WORDS,
    ids=[f"{question}({word}) in {sentence}" for question, sentence, word, _ in WORDS],
)
def test_a_question_is_answered_alike(
    question: str, sentence: str, word: str, answer: Any, scheme: str
) -> None:
    token = find(build(sentence, scheme), word)
    assert read(QUESTIONS[question](token)) == answer


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("sentence", "word", "modifiers"),
    [
        ("gave to", "gave", [("to", "Tom")]),
        ("copula", "mayor", [("of", "Hull")]),
        ("named", "named", [("by", "Ann")]),
        (
            "according",
            "fell",
            [("according to", "Ann"), ("because of", "rain"), ("out of", "blue")],
        ),
        ("adverbial", "spoke", []),
        ("gave", "gave", []),
    ],
)
def test_modifiers_come_with_their_prepositions(
    sentence: str, word: str, modifiers: list[tuple[str, str]], scheme: str
) -> None:
    found = nouns.modifiers_of(find(build(sentence, scheme), word))
    assert [(preposition, noun.text) for preposition, noun in found] == modifiers


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_subject_of_ones_own_is_told_from_a_shared_one(scheme: str) -> None:
    doc = build("shared", scheme)
    assert read(clauses.subject_of(find(doc, "came"), shared=False)) == "Ann"
    assert clauses.subject_of(find(doc, "said"), shared=False) is None


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("sentence", "word", "leaves_out", "phrase"),
    [
        ("told", "mayor", "", "The mayor"),
        ("told", "reporters", "", "reporters"),
        ("gave to", "Tom", "", "Tom"),
        ("copula", "mayor", "", "the mayor of Hull"),
        ("names", "Ann", "", "Ann Hill ’s"),
        ("relative", "envoy", "", "The envoy , who left early"),
        ("relative", "envoy", "clauses", "The envoy"),
        ("relative", "letter", "clauses", "a letter"),
        ("phrase", "critics", "", "critics of the deal who spoke and others"),
        ("phrase", "critics", "conjuncts", "critics of the deal who spoke"),
        ("phrase", "critics", "clauses conjuncts", "critics of the deal"),
        ("phrase", "deal", "", "the deal"),
        ("coordination", "Ann", "", "both Ann , Tom and their aides"),
        ("coordination", "Ann", "conjuncts", "Ann"),
        ("according", "Ann", "", "Ann"),
        ("named", "mayor", "", "mayor"),
    ],
)
def test_a_noun_phrase_is_its_subtree(
    sentence: str, word: str, leaves_out: str, phrase: str, scheme: str
) -> None:
    options = dict.fromkeys(leaves_out.split(), False)
    assert nouns.noun_phrase(find(build(sentence, scheme), word), **options).text == phrase


def find(doc: Doc, word: str) -> Token:
    """The first token of a form."""
    return next(token for token in doc if token.text == word)


def read(answer: object) -> object:
    """An answer with the words in place of their tokens."""
    if isinstance(answer, Token | Span):
        return answer.text
    if isinstance(answer, list):
        return [token.text for token in answer]
    return answer


def test_every_question_is_asked() -> None:
    assert QUESTIONS.keys() == {question for question, *_ in WORDS} | {
        "modifiers_of",
        "noun_phrase",
    }
