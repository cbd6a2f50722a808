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


def test_what_somebody_says_that_he_thinks_is_one_claim() -> None:
    doc = parse(
        "Reports/NNS>2:nsubj confirmed/VBD>0:root that/IN>5:mark he/PRP>5:nsubj "
        "expects/VBZ>2:ccomp to/TO>7:mark leave/VB>5:xcomp ."
    )
    assert propose(doc) == []


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        pytest.param(
            "Hill/NNP>4:nsubj expects/VBZ>2:ccomp sales/NNS>4:obj to/TO>7:mark rise/VB>4:xcomp .",
            ("Hill", "expects", ["sales to rise"]),
            id="a thought, with the subject of its infinitive",
        ),
        pytest.param(
            "Hill/NNP>4:nsubj wants/VBZ>2:ccomp to/TO>6:mark leave/VB>4:xcomp .",
            ("Hill", "wants", ["to leave"]),
            id="an intention",
        ),
        pytest.param(
            "Hill/NNP>5:nsubj will/MD>5:aux decide/VB>2:ccomp whether/IN>8:mark it/PRP>8:nsubj "
            "ends/VBZ>5:ccomp .",
            ("Hill", "will decide", ["whether it ends"]),
            id="a decision to come",
        ),
    ],
)
def test_thoughts_intentions_and_decisions_are_too(inner: str, expected: Triple) -> None:
    doc = parse("Reports/NNS>2:nsubj confirmed/VBD>0:root " + inner)
    assert propose(doc) == [expected]


def test_whom_somebody_quotes_as_saying_it_has_said_it() -> None:
    doc = parse(
        "Reports/NNS>2:nsubj quoted/VBD>0:root a/DT>4:det mayor/NN>2:obj as/IN>6:mark "
        "saying/VBG>2:advcl it/PRP>8:nsubj rained/VBD>6:ccomp ."
    )
    assert propose(doc) == [("a mayor", "saying", ["it rained"])]


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param(
            "people/NNS>6:nsubj must/MD>6:aux know/VB>2:ccomp that/IN>9:mark it/PRP>9:nsubj "
            "rained/VBD>6:ccomp .",
            id="what somebody must do",
        ),
        pytest.param(
            "it/PRP>5:nsubj means/VBZ>2:ccomp that/IN>8:mark it/PRP>8:nsubj rained/VBD>5:ccomp .",
            id="what something means",
        ),
        pytest.param(
            "Hill/NNP>5:nsubj holds/VBZ>2:ccomp ten/CD>7:nummod seats/NNS>5:ccomp .",
            id="an object taken for a clause",
        ),
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
