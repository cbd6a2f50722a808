"""Whom an "I" outside of every quotation stands for."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.pipeline.builders import attribute, build_doc, quote
from tests.pipeline.speakers.resolving import resolve, resolve_names

from claimx.pipeline.layout_annotations import Context, Section, set_context, set_sections

STORY = (
    "Tarn is late .",
    "I think/VBP it is over .",
    "They left .",
    "They won .",
)


def lay_out(doc: Doc) -> None:
    """Make a paragraph of every sentence."""
    set_sections(doc, [Section(sentence, "body") for sentence in doc.sents])


@pytest.mark.parametrize(
    ("note", "speakers"),
    [
        ("[PERSON Ruth Obi] is the mayor of [GPE Tarn] .", ["Ruth Obi"]),
        ("Rep/NNP [PERSON Ruth Obi] , a Democrat , has two boats .", ["Ruth Obi"]),
        ("Follow/VB [PERSON Ruth Obi] on Twitter .", ["Ruth Obi"]),
        ("Write/VB to [PERSON Ruth Obi] at the harbour .", ["Ruth Obi"]),
        # A sentence of the story: it tells what somebody did.
        ("[PERSON Ruth Obi] left the harbour .", []),
        ("[PERSON Obi] is late .", []),
    ],
)
def test_the_writer_is_named_in_the_note_below(note: str, speakers: list[str]) -> None:
    doc = build_doc(*STORY, note)
    lay_out(doc)
    attribute(doc, ("I", "it is over"))
    assert resolve_names(doc) == [speakers]


def test_the_writer_is_one_of_those_who_are_we() -> None:
    doc = build_doc("Tarn is late .", "We think/VBP it is over .", *STORY[2:])
    set_context(doc, Context(byline="Ruth Obi"))
    attribute(doc, ("We", "it is over"))
    assert resolve_names(doc) == [["Ruth Obi"]]


def test_somebody_of_whom_the_story_speaks_is_not_its_writer() -> None:
    doc = build_doc("[PERSON Ruth Obi] left .", *STORY, "[PERSON Ruth Obi] is the mayor .")
    lay_out(doc)
    attribute(doc, ("I", "it is over"))
    assert resolve_names(doc) == [[]]


@pytest.mark.parametrize(
    ("byline", "speakers"),
    [("By Ruth Obi", ["Ruth Obi"]), ("Ruth Obi", ["Ruth Obi"]), ("Ruth Obi and Dan Webb", [])],
)
def test_a_single_byline_names_the_writer(byline: str, speakers: list[str]) -> None:
    doc = build_doc(*STORY)
    set_context(doc, Context(byline=byline))
    attribute(doc, ("I", "it is over"))
    attributions, found = resolve(doc)
    assert [found[key].name for key in attributions[0].speakers] == speakers
    if speakers:
        assert attributions[0].evidence == {"antecedent": None, "rule": "writer", "score": 0.8}
        (speaker,) = found.values()
        assert [(span.text, kind) for span, kind in speaker.mentions] == [("I", "pronoun")]


def test_the_i_of_a_quotation_is_not_the_writer() -> None:
    doc = build_doc("[PERSON Dan Webb] said “ I think/VBP it is over . ”")
    set_context(doc, Context(byline="Ruth Obi"))
    quote(doc)
    attribute(doc, ("Dan Webb", "“I think it is over.”"), ("I", "it is over"))
    assert resolve_names(doc) == [["Dan Webb"], ["Dan Webb"]]
