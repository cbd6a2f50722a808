"""Attributions inside what is attributed."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.pipeline.attribution.linking import CONTENT, CUE, SOURCE, Triple, parse, triple

from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.propose import propose_nested_links
from claimx.pipeline.attribution.roles import RoleSpan
from claimx.pipeline.attribution.settle import nest_links


def propose(doc: Doc) -> list[Triple]:
    """What is proposed inside the content of a first source and cue, two words."""
    outer = Link(RoleSpan(1, 2, CUE), RoleSpan(0, 1, SOURCE), [RoleSpan(2, len(doc) - 1, CONTENT)])
    nested = propose_nested_links(doc, [outer])
    nest_links([outer, *nested])
    assert all(link.parent is outer for link in nested)
    return [triple(doc, link) for link in nested]


def test_a_verb_of_speech_with_subject_and_clause_is_one() -> None:
    doc = parse(
        "Reports/NNS>2:nsubj confirmed/VBD>0:root that/IN>5:mark Hill/NNP>5:nsubj said/VBD>2:ccomp "
        "that/IN>8:mark it/PRP>8:nsubj rained/VBD>5:ccomp ."
    )
    assert propose(doc) == [("Hill", "said", ["that it rained"])]


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param(
            "I/PRP>5:nsubj said/VBD>2:ccomp that/IN>8:mark it/PRP>8:nsubj rained/VBD>5:ccomp .",
            id="the speaker's own word",
        ),
        pytest.param(
            "Hill/NNP>5:nsubj left/VBD>2:ccomp that/IN>8:mark it/PRP>8:nsubj rained/VBD>5:ccomp .",
            id="a verb that does not report",
        ),
        pytest.param("Hill/NNP>5:nsubj said/VBD>2:ccomp little/JJ>5:obj .", id="no clause"),
    ],
)
def test_what_is_none(inner: str) -> None:
    doc = parse("Reports/NNS>2:nsubj confirmed/VBD>0:root that/IN>5:mark " + inner)
    assert propose(doc) == []
