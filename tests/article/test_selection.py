"""Filters keep claims, and a record that is whole."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.article_builder import BRIDGE_TEXT, build_bridge_article

from claimx.article import Article
from claimx.article.selection import CUE_KINDS, SPEAKER_KINDS, Selection, select_claims

ARTICLE = build_bridge_article().model_copy(update={"text": BRIDGE_TEXT})


def kept(**filters: Any) -> list[str]:
    return [claim.id for claim in select_claims(ARTICLE, Selection(**filters)).claims]


@pytest.mark.parametrize(
    ("filters", "claims"),
    [
        ({"speakers": ("okafor",)}, ["C1", "C2"]),
        ({"speakers": ("Mayor Ada",)}, ["C1", "C2"]),
        ({"speakers": ("Ada Okafor", "Nordhaven Ports")}, ["C1", "C2", "C6"]),
        ({"speakers": ("Oka",)}, []),
        ({"speakers": ("",)}, []),
        ({"kinds": ("writing",)}, ["C3"]),
        ({"kinds": ("organization", "unnamed")}, ["C4", "C6"]),
        ({"kinds": ("speech", "person")}, ["C1", "C2"]),
        ({"directness": ("direct", "mixed")}, ["C1", "C5", "C6"]),
        ({"min_confidence": 0.5}, ["C1"]),
        ({"min_confidence": 0.0}, ["C1", "C2", "C3", "C4", "C5", "C6"]),
        ({"named_only": True}, ["C1", "C2", "C6"]),
        ({"said_after": "2024-10-15"}, ["C1"]),
        ({"said_after": "2024-10-16"}, []),
        ({"said_before": "2024-10-15"}, ["C3"]),
        ({"said_before": "2024-10-16"}, ["C1", "C3"]),
        ({"contains": "BRIDGE  stays"}, ["C1", "C6"]),
    ],
)
def test_claims_that_pass_are_kept(filters: dict[str, Any], claims: list[str]) -> None:
    assert kept(**filters) == claims


def test_without_a_filter_the_record_is_as_it_was() -> None:
    assert select_claims(ARTICLE, Selection()) is ARTICLE


def test_what_refers_to_a_claim_that_is_gone_refers_to_nothing() -> None:
    article = select_claims(ARTICLE, Selection(speakers=("Nordhaven Ports",)))
    assert [(claim.id, claim.repeats) for claim in article.claims] == [("C6", None)]
    assert [(quote.id, quote.repeats) for quote in article.quotes] == [("Q4", None)]
    assert [date.id for date in article.dates] == ["D4"]
    assert [(s.id, s.claims, s.quoted_words, s.share) for s in article.speakers] == [
        ("S3", 1, 4, 1.0)
    ]
    assert [entity.name for entity in article.entities] == ["Nordhaven Ports"]
    assert article.provenance.options["filters"] == {"speakers": ["Nordhaven Ports"]}


@given(
    speakers=st.lists(st.sampled_from(["Okafor", "person", "Ports", "x"]), max_size=2),
    kinds=st.lists(st.sampled_from([*CUE_KINDS, *SPEAKER_KINDS]), max_size=2),
    directness=st.lists(st.sampled_from(["direct", "indirect", "mixed"]), max_size=2),
    confidence=st.none() | st.floats(0, 1),
    named=st.booleans(),
    contains=st.none() | st.sampled_from(["the", "corrosion"]),
)
def test_a_filtered_record_is_consistent(
    speakers: list[str],
    kinds: list[str],
    directness: list[str],
    confidence: float | None,
    named: bool,
    contains: str | None,
) -> None:
    selection = Selection(
        speakers=tuple(speakers),
        kinds=tuple(kinds),
        directness=tuple(directness),
        min_confidence=confidence,
        named_only=named,
        contains=contains,
    )
    article = select_claims(ARTICLE, selection)
    assert Article.model_validate_json(article.to_json()) == article
