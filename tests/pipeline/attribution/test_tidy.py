"""Marked spans in line with layout and quotation marks."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from claimx.pipeline.annotations import Quotation, Section
from claimx.pipeline.attribution.roles import RoleSpan
from claimx.pipeline.attribution.tidy import tidy_roles

NLP = spacy.blank("en")


def mark(doc: Doc, role: str, text: str) -> RoleSpan:
    start = doc.text.index(text)
    span = doc.char_span(start, start + len(text))
    assert span is not None
    return RoleSpan(span.start, span.end, role)


def quote(doc: Doc, text: str, kind: str = "direct", complete: bool = True) -> Quotation:
    span = mark(doc, "CONTENT", text)
    return Quotation([doc[span.start : span.end]], kind, complete=complete)


def texts(doc: Doc, spans: list[RoleSpan]) -> list[tuple[str, str]]:
    return [(span.role, doc[span.start : span.end].text) for span in spans]


def test_a_content_covers_its_direct_quote_to_the_last_mark() -> None:
    doc = NLP("“The bridge is safe. We checked it twice,” Hill said.")
    spans = [mark(doc, "CONTENT", "The bridge is safe. We"), mark(doc, "SOURCE", "Hill")]
    tidy = tidy_roles(doc, spans, [quote(doc, "“The bridge is safe. We checked it twice,”")], [])
    assert texts(doc, tidy) == [
        ("CONTENT", "“The bridge is safe. We checked it twice,”"),
        ("SOURCE", "Hill"),
    ]


def test_what_a_speaker_reports_inside_a_quote_is_no_attribution_of_the_writer() -> None:
    doc = NLP("“Okafor told us that it was safe,” Hill said.")
    spans = [
        mark(doc, "SOURCE", "Okafor"),
        mark(doc, "CUE", "told"),
        mark(doc, "CONTENT", "that it was safe"),
        mark(doc, "SOURCE", "Hill"),
        mark(doc, "CUE", "said"),
    ]
    tidy = tidy_roles(doc, spans, [quote(doc, "“Okafor told us that it was safe,”")], [])
    assert texts(doc, tidy) == [
        ("CONTENT", "“Okafor told us that it was safe,”"),
        ("SOURCE", "Hill"),
        ("CUE", "said"),
    ]


def test_a_content_goes_on_around_a_fragment() -> None:
    doc = NLP("Hill said that it was “a disgrace” for the town.")
    spans = [mark(doc, "CUE", "said"), mark(doc, "CONTENT", "that it was “a disgrace")]
    tidy = tidy_roles(doc, spans, [quote(doc, "“a disgrace”", "fragment")], [])
    assert texts(doc, tidy) == [("CUE", "said"), ("CONTENT", "that it was “a disgrace”")]


def test_scare_quotes_do_not_become_a_content() -> None:
    doc = NLP("The so-called “experts” left early, Hill said.")
    spans = [mark(doc, "SOURCE", "Hill"), mark(doc, "CUE", "said")]
    tidy = tidy_roles(doc, spans, [quote(doc, "“experts”", "scare")], [])
    assert texts(doc, tidy) == [("SOURCE", "Hill"), ("CUE", "said")]


def test_a_quote_that_is_cut_off_takes_no_link_with_it() -> None:
    doc = NLP("Hill posts, “We will rebuild… pic.example/abc — NEWS (@NEWS) May 2, 2025")
    spans = [
        mark(doc, "CUE", "posts"),
        mark(doc, "CONTENT", "“We will rebuild… pic.example/abc — NEWS (@NEWS)"),
    ]
    tidy = tidy_roles(doc, spans, [quote(doc, "“We will rebuild…", complete=False)], [])
    assert texts(doc, tidy) == [("CUE", "posts"), ("CONTENT", "“We will rebuild…")]


@pytest.mark.parametrize("kind", ["heading", "metadata", "byline", "dateline", "boilerplate"])
def test_no_span_reaches_into_a_silent_section(kind: str) -> None:
    doc = NLP("What Hill Said Next\n\nHill said it was over.")
    spans = [mark(doc, "SOURCE", "What Hill Said Next\n\nHill"), mark(doc, "CUE", "said")]
    section = doc.char_span(0, 19)
    assert section is not None
    tidy = tidy_roles(doc, spans, [], [Section(section, kind)])
    assert texts(doc, tidy) == [("SOURCE", "Hill"), ("CUE", "said")]


def test_a_content_that_the_model_broke_at_a_comma_is_one() -> None:
    doc = NLP("Hill said that on Monday, at last, it was over.")
    spans = [mark(doc, "CONTENT", "that on Monday"), mark(doc, "CONTENT", "at last, it was over")]
    assert texts(doc, tidy_roles(doc, spans, [], [])) == [
        ("CONTENT", "that on Monday, at last, it was over")
    ]


def test_a_source_does_not_swallow_the_quote_behind_it() -> None:
    doc = NLP("“I’m sorry,” said Paul Okoro, the minister, “and I will go.”")
    first, second = "“I’m sorry,”", "“and I will go.”"
    spans = [
        mark(doc, "CONTENT", first),
        mark(doc, "CUE", "said"),
        mark(doc, "SOURCE", "Paul Okoro, the minister, “and I will go.”"),
    ]
    tidy = tidy_roles(doc, spans, [quote(doc, first), quote(doc, second)], [])
    assert ("CONTENT", second) in texts(doc, tidy)
    assert not any(role == "SOURCE" and "“" in text for role, text in texts(doc, tidy))


def test_a_sentence_start_between_two_words_of_a_name_cuts_no_source() -> None:
    doc = NLP("Clara Hohenstein said it was over.")
    for token in doc:
        token.is_sent_start = token.i < 2
    spans = [mark(doc, "SOURCE", "Clara Hohenstein"), mark(doc, "CUE", "said")]
    assert texts(doc, tidy_roles(doc, spans, [], [])) == [
        ("SOURCE", "Clara Hohenstein"),
        ("CUE", "said"),
    ]
