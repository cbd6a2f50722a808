"""A component that is added to a pipeline without what it needs says so at once."""

from __future__ import annotations

import warnings

import pytest
import spacy
from spacy.language import Language

from claimx.pipeline.requirements import MissingRequirementsWarning


def build(*components: str) -> Language:
    nlp = spacy.blank("en")
    for component in components:
        nlp.add_pipe(component)
    return nlp


@pytest.mark.parametrize(
    ("component", "present", "lacking"),
    [
        ("claimx_speakers", ("sentencizer",), ["a dependency parser", "claimx_attribution,"]),
        ("claimx_entities", ("tagger",), ["an entity recognizer, "]),
        ("claimx_attribution_roles", ("tagger",), ["the encoder of claimx_en, "]),
        ("claimx_ner", (), ["the encoder of claimx_en, "]),
    ],
)
def test_what_is_lacking_is_named_in_one_sentence(
    component: str, present: tuple[str, ...], lacking: list[str]
) -> None:
    nlp = build(*present)
    with pytest.warns(MissingRequirementsWarning) as caught:
        nlp.add_pipe(component)
    (warning,) = caught
    message = str(warning.message)
    assert message.startswith(f"{component} needs ")
    assert all(words in message for words in lacking)
    assert 'spacy.load("claimx_en")' in message


@pytest.mark.parametrize(
    ("component", "present"),
    [
        ("claimx_quotes", ()),
        ("claimx_layout", ()),
        ("claimx_entities", ("tagger", "entity_ruler")),
        ("claimx_dates", ("tagger", "parser")),
    ],
)
def test_nothing_is_said_where_nothing_is_lacking(component: str, present: tuple[str, ...]) -> None:
    nlp = build(*present)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        nlp.add_pipe(component)


def test_the_bundled_pipeline_lacks_nothing() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", MissingRequirementsWarning)
        spacy.load("claimx_en")
