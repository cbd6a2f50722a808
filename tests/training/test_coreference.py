"""Labels of mentions become choices among their candidates."""

from __future__ import annotations

import pytest
from tests.pipeline.builders import attribute, build_doc

from claimx.pipeline.coreference.scorer import Scorer
from claimx.pipeline.entities.component import Entities
from claimx.pipeline.mentions.component import Mentions
from claimx_training.coreference import (
    Label,
    LabelledChoice,
    LabelledText,
    cross_validate,
    fit_rounds,
    list_choices,
)

NOTHING = Scorer({}, {})


def label(sentence: str, source: str, *names: str, kind: str = "person") -> LabelledText:
    """A text whose last words "SOURCE said it was over" are labelled."""
    doc = build_doc(sentence, f"{source} said it was over .")
    attribute(doc, (source, "it was over"))
    doc = Mentions("m")(Entities("e")(doc))
    start = doc.text.rindex(f"{source} said")
    return LabelledText("text", doc, [Label(start, start + len(source), names, kind)])


def test_the_candidate_of_the_labelled_name_is_right() -> None:
    text = label("[PERSON Ann Hill] met [PERSON Lena Kerr>3:obj] .", "She", "Ann Hill")
    (choice,) = list_choices(text, NOTHING)
    assert choice.type == "he"
    assert len(choice.features) == 3  # both, and nobody
    (right,) = choice.right
    assert "he: was subject" in choice.features[right]


def test_a_description_that_is_labelled_by_itself_is_nobody_known() -> None:
    text = label("[PERSON Ann Hill] left .", "The aide", "aide", kind="unnamed")
    (choice,) = list_choices(text, NOTHING)
    assert choice.right == [1]


def test_a_label_of_somebody_who_is_no_candidate_tells_nothing() -> None:
    assert list_choices(label("[PERSON Ann Hill] left .", "The aide", "Tom Kerr"), NOTHING) == []


def test_what_is_fitted_prefers_what_was_right() -> None:
    texts = [label("[PERSON Ann Hill] met [PERSON Lena Kerr>3:obj] .", "She", "Ann Hill")] * 6
    weights, choices = fit_rounds(texts, {}, 1)
    assert len(choices) == 6
    assert weights["he: was subject"] > 0


def test_cross_validation_counts_what_the_other_articles_foretell() -> None:
    telling = [LabelledChoice(f"article {n}", "he", [["far"], ["near"]], [1]) for n in range(10)]
    assert cross_validate(telling) == 100.0
    # An article in which the opposite holds cannot be foretold by the rest.
    other = [LabelledChoice("another", "he", [["far"], ["near"]], [0]) for _ in range(5)]
    assert cross_validate([*telling, *other]) == pytest.approx(100 * 10 / 15)
    assert cross_validate([]) == 0.0
