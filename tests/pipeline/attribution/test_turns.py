"""A turn of a transcript is its speaker's from the mark on; where the model errs, the turn wins."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.pipeline.attribution.linking import find, tag, triple

from claimx.pipeline.attribution.confidence import estimate_confidence
from claimx.pipeline.attribution.settle import nest_links
from claimx.pipeline.attribution.turns import make_turn_links, respect_turns
from claimx.pipeline.layout_annotations import Turn


def turn(doc: Doc, label: str, *words: str) -> Turn:
    found = find(doc, label)
    spans = [find(doc, part) for part in words]
    return Turn(
        doc[found.start : found.end],
        doc[found.end : found.end + 1],
        [doc[span.start : span.end] for span in spans],
    )


def test_a_turn_is_a_link_of_label_mark_and_words() -> None:
    doc, _ = tag("HILL: It was safe.\n\nWe checked.\n\nCOLE: When?")
    links = make_turn_links(
        [turn(doc, "HILL", "It was safe.", "We checked."), turn(doc, "COLE", "When?")]
    )
    assert [triple(doc, link) for link in links] == [
        ("HILL", ":", ["It was safe.", "We checked."]),
        ("COLE", ":", ["When?"]),
    ]
    assert {estimate_confidence(doc, link) for link in links} == {0.95}


def test_a_mark_inside_the_label_is_no_cue() -> None:
    doc, _ = tag("Q. Was it safe?")
    label, words = find(doc, "Q."), find(doc, "Was it safe?")
    spans = doc[label.start : label.end], doc[words.start : words.end]
    (link,) = make_turn_links([Turn(spans[0], None, [spans[1]])])
    assert not link.cue
    assert triple(doc, link) == ("Q.", "", ["Was it safe?"])


@pytest.mark.parametrize(
    "tagged",
    [
        # The same speech, found by the model.
        "<source>HILL</source><cue>:</cue> <content>It was safe.</content>\n\nCOLE: When?",
        "<source>HILL</source><cue>:</cue> It was <content>safe.</content>\n\nCOLE: When?",
        # What the writer has outside leads to turns, which have their own speakers.
        "HILL: <content>It was safe.</content>\n\nCOLE: When?\n\n<source>Cole</source> "
        "<cue>asked</cue>.",
    ],
)
def test_a_link_that_repeats_a_turn_gives_way(tagged: str) -> None:
    doc, links = tag(tagged)
    turns = [turn(doc, "HILL", "It was safe."), turn(doc, "COLE", "When?")]
    assert respect_turns(doc, links, turns) == []


def test_a_link_inside_a_turn_keeps_what_it_has_there_and_is_nested() -> None:
    doc, links = tag(
        "<source>HILL: The mayor</source> <cue>said</cue> <content>it was safe.\n\nCOLE: "
        "When</content>?"
    )
    turns = [turn(doc, "HILL", "The mayor said it was safe."), turn(doc, "COLE", "When?")]
    kept = respect_turns(doc, links, turns)
    assert [triple(doc, link) for link in kept] == [("The mayor", "said", ["it was safe."])]
    spoken = make_turn_links(turns)
    nest_links([*spoken, *kept])
    assert kept[0].parent is spoken[0]
    assert spoken[0].parent is None


def test_a_label_is_not_the_source_of_what_is_reported_in_its_turn() -> None:
    doc, links = tag("<source>HILL</source>: They <cue>say</cue> <content>it is safe</content>.")
    kept = respect_turns(doc, links, [turn(doc, "HILL", "They say it is safe.")])
    assert [triple(doc, link) for link in kept] == [(None, "say", ["it is safe"])]


def test_without_turns_nothing_changes() -> None:
    doc, links = tag("<source>Hill</source> <cue>said</cue> <content>it was safe</content>.")
    before = triple(doc, links[0])
    assert [triple(doc, link) for link in respect_turns(doc, links, [])] == [before]
