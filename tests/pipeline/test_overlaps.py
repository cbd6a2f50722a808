"""Claims, quotations and dates are brought together by place, not each with each."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from claimx.pipeline.annotations import (
    Attribution,
    Quotation,
    Timex,
    set_attributions,
    set_quotations,
)
from claimx.pipeline.claim_kinds.component import ClaimKinds
from claimx.pipeline.dates.component import Dates
from claimx.pipeline.overlaps import Overlaps

DOC = Doc(spacy.blank("en").vocab, words=["word"] * 40)
SPANS = st.tuples(st.integers(0, 39), st.integers(1, 12)).map(
    lambda limits: DOC[limits[0] : min(40, sum(limits))]
)


@given(st.lists(st.lists(SPANS, max_size=3), max_size=12), st.lists(SPANS, max_size=3))
def test_it_finds_what_shares_a_token(items: list[list[Span]], asked: list[Span]) -> None:
    places = list(range(len(items)))
    expected = [
        place
        for place in places
        if any(a.start < b.end and b.start < a.end for a in items[place] for b in asked)
    ]
    assert Overlaps(places, lambda place: items[place]).find(asked) == expected


SENTENCE = "Ann said “the bridge stays shut” on Friday. "


@pytest.fixture
def many_claims() -> Doc:
    """Fifty sentences, each with a claim, a quotation and a date, in one paragraph."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    doc = nlp(SENTENCE * 50)
    size = len(doc) // 50
    starts = range(0, len(doc), size)
    quotations = [Quotation([doc[i + 2 : i + 8]], "direct") for i in starts]
    set_quotations(doc, quotations)
    claims = [
        Attribution([doc[i + 2 : i + 8]], [doc[i : i + 1]], [doc[i + 1 : i + 2]]) for i in starts
    ]
    set_attributions(doc, claims)
    return doc


def test_a_claim_is_shown_its_own_quotations(
    many_claims: Doc, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[int] = []

    def decide(attribution: Attribution, quotations: list[Quotation]) -> str:
        shown.append(len(quotations))
        return "direct"

    monkeypatch.setattr("claimx.pipeline.claim_kinds.component.decide_directness", decide)
    ClaimKinds()(many_claims)
    assert shown == [1] * 50


def test_a_claim_is_shown_its_own_dates(many_claims: Doc, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[int] = []

    def find(attribution: Attribution, timexes: list[Timex]) -> None:
        shown.append(len(timexes))

    monkeypatch.setattr("claimx.pipeline.dates.component.find_said_on", find)
    Dates()(many_claims)
    assert shown == [1] * 50
