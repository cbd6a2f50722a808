from __future__ import annotations

import numpy
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

from claimx.pipeline.layout.component import Layout
from claimx.pipeline.layout.paragraphs import read_paragraphs, split_paragraphs
from claimx.pipeline.layout_annotations import Section, get_sections, set_sections

TEXTS = st.text(alphabet='aB. !?“”"\n\r\t\u2029 \u00a0,’', max_size=80)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


@pytest.fixture(scope="module")
def parsing() -> Language:
    """A pipeline whose parser has learned nothing: it breaks and joins at random."""
    nlp = spacy.blank("en")
    nlp.add_pipe("claimx_layout")
    parser = nlp.add_pipe("parser")
    for label in ("nsubj", "obj", "punct"):
        parser.add_label(label)
    nlp.initialize()
    generator = numpy.random.default_rng(7)
    for node in parser.model.walk():
        for name in node.param_names:
            if node.has_param(name):
                shape = node.get_param(name).shape
                node.set_param(name, generator.normal(size=shape).astype("float32"))
    return nlp


def mark_starts(doc: Doc) -> str:
    """The words of ``doc``: ``^`` starts a sentence, ``_`` must not, the rest is undecided."""
    signs = {True: "^", False: "_", None: ""}
    return " ".join(signs[t.is_sent_start] + t.text for t in doc if not t.is_space)


def with_sections(nlp: Language, *parts: tuple[str, str]) -> Doc:
    """A Doc of paragraphs, each a section of the kind that is given with it."""
    doc = nlp.make_doc("\n\n".join(text for _, text in parts))
    at, sections = 0, []
    for kind, text in parts:
        span = doc.char_span(at, at + len(text))
        assert span is not None
        sections.append(Section(span, kind))
        at += len(text) + 2
    set_sections(doc, sections)
    return doc


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two", "^One . Two"),
        ("The mayor left\n\nShe did not say why", "^The mayor left ^She did not say why"),
        ("The mayor\nleft\n\nToday", "^The mayor left ^Today"),
        ("The mayor left\nShe came back", "^The mayor left ^She came back"),
        ("Left \r\n \r\n  Right", "^Left ^Right"),
        ("  The mayor", "_The mayor"),
        ("", ""),
        (" \n\n ", ""),
    ],
)
def test_paragraphs_start_sentences_in_bare_text(nlp: Language, text: str, expected: str) -> None:
    assert mark_starts(Layout()(nlp.make_doc(text))) == expected


def test_no_sentence_runs_out_of_a_heading_or_starts_inside_one(nlp: Language) -> None:
    doc = with_sections(
        nlp,
        ("headline", "Council Votes Mayor Walks Out"),
        ("body", "It voted. She left"),
        ("heading", "What next? Nobody knows"),
        ("body", "Talks go on"),
    )
    assert mark_starts(Layout()(doc)) == (
        "^Council _Votes _Mayor _Walks _Out ^It voted . ^She left "
        "^What _next _? Nobody _knows ^Talks go on"
    )


def test_a_closing_mark_after_the_full_stop_leaves_a_heading_open(nlp: Language) -> None:
    doc = with_sections(nlp, ("heading", "“No deal.” So they said"))
    assert mark_starts(Layout()(doc)) == "^“ _No _deal _. ” So _they _said"


def test_an_abbreviation_in_a_heading_ends_no_sentence(nlp: Language) -> None:
    doc = with_sections(nlp, ("heading", "The U.S. Senate votes"))
    assert mark_starts(Layout()(doc)) == "^The _U.S. _Senate _votes"


def test_an_abbreviation_that_opens_a_paragraph_is_no_sentence(nlp: Language) -> None:
    doc = nlp.make_doc("One.\n\nU.S. President Ruth Obi left the U.S. She was ill.\n\nU.S.\n\nTwo")
    assert mark_starts(Layout()(doc)) == (
        "^One . ^U.S. _President Ruth Obi left the U.S. She was ill . ^U.S. ^Two"
    )


def test_text_after_a_section_starts_a_sentence(nlp: Language) -> None:
    doc = nlp.make_doc("date 2025-03-14 The mayor left")
    set_sections(doc, [Section(doc[0:4], "metadata")])
    starts = [token.text for token in Layout()(doc) if token.is_sent_start]
    assert starts == ["date", doc[4].text]


def test_sections_of_the_caller_are_kept_and_missing_ones_are_made(nlp: Language) -> None:
    doc = with_sections(nlp, ("list", "One"), ("body", "Two"))
    assert [section.kind for section in get_sections(Layout()(doc))] == ["list", "body"]
    bare = Layout()(nlp.make_doc("One\n\nTwo"))
    assert [(s.span.text, s.kind) for s in get_sections(bare)] == [("One", "body"), ("Two", "body")]


def test_starts_that_are_set_already_stay(nlp: Language) -> None:
    doc = nlp.make_doc("One two three")
    doc[1].is_sent_start = True
    assert mark_starts(Layout()(doc)) == "^One ^two three"


def test_a_parsed_doc_is_refused(nlp: Language) -> None:
    doc = Doc(nlp.vocab, words=["Go"], heads=[0], deps=["ROOT"])
    with pytest.raises(ValueError, match="before the parser"):
        Layout("layout")(doc)


def test_paragraphs_cover_what_lies_between_sections(nlp: Language) -> None:
    doc = nlp.make_doc("One two\n\nThree four")
    set_sections(doc, [Section(Span(doc, 0, 1), "heading"), Section(Span(doc, 0, 2), "list")])
    text = doc.text
    found = [(text[p.start : p.end], p.kind) for p in read_paragraphs(doc)]
    assert found == [("One", "heading"), ("two", "list"), ("Three four", "body")]


@given(TEXTS)
def test_split_paragraphs_leaves_nothing_out_but_white_space(text: str) -> None:
    limits = split_paragraphs(text)
    assert "".join("".join(text[a:b].split()) for a, b in limits) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() for a, b in limits)
    assert limits == sorted(limits)


@settings(deadline=None)
@given(TEXTS)
def test_no_sentence_of_the_parser_runs_across_a_paragraph(parsing: Language, text: str) -> None:
    doc = parsing(text)
    paragraphs = [section.span for section in get_sections(doc)]
    for sentence in doc.sents:
        words = [token.i for token in sentence if not token.is_space]
        met = [p for p in paragraphs if any(p.start <= i < p.end for i in words)]
        assert len(met) <= 1


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["Aa", "bb", "U.S.", ",", "“", " "]), min_size=1).map("".join),
    st.text(alphabet="aB. ", min_size=1).filter(str.strip),
)
def test_the_parser_leaves_a_heading_whole(parsing: Language, heading: str, body: str) -> None:
    heading, body = heading.strip() or "Aa", body.strip()
    doc = with_sections(parsing, ("heading", heading), ("body", body))
    doc = parsing.get_pipe("parser")(parsing.get_pipe("claimx_layout")(doc))
    first = next(doc.sents)
    assert first.text.strip() == heading


def test_the_parser_that_is_tested_with_decides_something(parsing: Language) -> None:
    text = "Aa bb Cc dd ee. Ff gg hh ii! Jj kk ll mm nn oo pp qq rr ss. Tt uu"
    starts = sum(bool(token.is_sent_start) for token in parsing(text))
    assert starts > 1
