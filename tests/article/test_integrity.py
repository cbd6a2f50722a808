"""What the typed model refuses, whoever fills it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.article_builder import BRIDGE_TEXT, Locator, build_article

from claimx.article import (
    Article,
    Claim,
    Content,
    Date,
    Entity,
    Metadata,
    Quote,
    Source,
    Span,
    Speaker,
    check_offsets,
)

TEXT = "Rask said that Moe claims that it rains."
HERE = Locator(TEXT)
OUTER = HERE.content("that Moe claims that it rains")
INNER = HERE.content("that it rains")


def claim(identifier: str, content: Content = OUTER, **fields: Any) -> Claim:
    return Claim(id=identifier, content=content, directness="indirect", **fields)


def quote(identifier: str, **fields: Any) -> Quote:
    return Quote(id=identifier, spans=[HERE.span("rains")], kind="direct", **fields)


def date(identifier: str, **fields: Any) -> Date:
    return Date(id=identifier, span=HERE.span("rains"), type="DATE", **fields)


def speaker(identifier: str, **fields: Any) -> Speaker:
    return Speaker(id=identifier, name="Rask", kind="person", **fields)


def entity(identifier: str) -> Entity:
    return Entity(id=identifier, name="Moe", label="PERSON", mentions=[HERE.span("Moe")])


@given(text=st.text(min_size=1), data=st.data())
def test_a_slice_of_the_text_is_a_span_and_a_shifted_one_is_not(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span(start=start, end=end, text=text[start:end])
    article = build_article(text, text=text, quotes=[Quote(id="Q1", spans=[span], kind="direct")])
    check_offsets(article, text)
    with pytest.raises(ValueError, match="the text has"):
        check_offsets(article, text[:start] + ("b" if text[start] == "a" else "a"))


@pytest.mark.parametrize(
    ("start", "end", "text"), [(0, 3, "ab"), (3, 0, "ab"), (-1, 1, "ab"), (2, 2, "")]
)
def test_a_span_whose_length_is_not_that_of_its_text_is_refused(
    start: int, end: int, text: str
) -> None:
    with pytest.raises(ValidationError):
        Span(start=start, end=end, text=text)


def test_a_span_that_is_not_the_slice_is_refused_where_the_text_is_at_hand(
    bridge_article: Article,
) -> None:
    record = bridge_article.model_dump()
    Article.model_validate({**record, "text": BRIDGE_TEXT})
    with pytest.raises(ValidationError, match="the text has"):
        Article.model_validate({**record, "text": " " + BRIDGE_TEXT})


def test_every_span_of_a_record_is_checked(bridge_article: Article) -> None:
    spans = list(bridge_article.spans())
    for claim in bridge_article.claims:
        assert all(span in spans for span in claim.content.spans)
    assert bridge_article.claims[1].source is not None
    assert bridge_article.claims[1].source.evidence is not None
    assert bridge_article.claims[1].source.evidence.antecedent in spans
    assert bridge_article.speakers[1].anonymity in spans
    assert bridge_article.speakers[0].mentions[1].span in spans
    assert bridge_article.dates[0].span in spans


@pytest.mark.parametrize(
    "fields",
    [
        {"claims": [claim("C1", source=Source(speakers=["S9"]))]},
        {"claims": [claim("C1", parent="C9")]},
        {"claims": [claim("C1", repeats="C9")]},
        {"claims": [claim("C1", said_on="D9")]},
        {"claims": [claim("C1", about=["D9"])]},
        {"claims": [claim("C1", entities=["E9"])]},
        {"quotes": [quote("Q1", claim="C9")]},
        {"quotes": [quote("Q1", speaker="S9")]},
        {"quotes": [quote("Q1", repeats="Q9")]},
        {"dates": [date("D1", anchor="D9")]},
        {"speakers": [speaker("S1", entity="E9")]},
    ],
)
def test_a_reference_to_what_is_not_there_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="which is not in the record"):
        build_article(TEXT, **fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"claims": [claim("C1"), claim("C1")]},
        {"quotes": [quote("Q1"), quote("Q1")]},
        {"dates": [date("D1"), date("D1")]},
        {"speakers": [speaker("S1"), speaker("S1")]},
        {
            "entities": [Entity(id="E1", name="Moe", label="PERSON", mentions=[HERE.span("Moe")])]
            * 2
        },
    ],
)
def test_an_id_that_stands_twice_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="stands twice"):
        build_article(TEXT, **fields)


def test_anchors_that_are_no_ids_need_no_date() -> None:
    dates = [date("D1", anchor="published"), date("D2", anchor="D1"), date("D3", anchor="absolute")]
    assert len(build_article(TEXT, dates=dates).dates) == 3


def test_a_nested_claim_lies_inside_its_parent() -> None:
    build_article(TEXT, claims=[claim("C1"), claim("C2", INNER, parent="C1")])
    with pytest.raises(ValidationError, match="does not lie inside its parent C2"):
        build_article(TEXT, claims=[claim("C1", parent="C2"), claim("C2", INNER)])


def test_no_claim_is_its_own_parent_or_ancestor() -> None:
    with pytest.raises(ValidationError, match="does not lie inside"):
        build_article(TEXT, claims=[claim("C1", parent="C1")])
    with pytest.raises(ValidationError, match="its own ancestor"):
        build_article(TEXT, claims=[claim("C1", parent="C2"), claim("C2", parent="C1")])


def test_the_text_of_a_content_joins_its_spans_with_one_space() -> None:
    spans = [HERE.span("Rask"), HERE.span("rains")]
    assert Content(spans=spans, text="Rask rains")
    with pytest.raises(ValidationError, match="joins its spans"):
        Content(spans=spans, text="Raskrains")


def test_records_are_immutable_and_closed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        HERE.span("Rask").start = 3  # type: ignore[misc]
    with pytest.raises(ValidationError, match="Extra inputs"):
        Metadata.model_validate({"path": "a.txt", "headline": "no such field"})


@pytest.mark.parametrize(
    "published", ["14 March 2025", "2025-3-14", "2025-03-14T10", "2025-03-14 10:00"]
)
def test_the_publication_date_is_in_iso_8601(published: str) -> None:
    with pytest.raises(ValidationError, match="published"):
        Metadata(published=published)
