"""Speech without a source is the other speaker's where the turn changes for certain."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span
from tests.pipeline.attribution.linking import tag, triple

from claimx.pipeline.annotations import get_quotations
from claimx.pipeline.attribution.continued_speech import continue_speech
from claimx.pipeline.attribution.dialogue import read_dialogue
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.layout.paragraphs import split_paragraphs
from claimx.pipeline.layout_annotations import Section, set_sections
from claimx.pipeline.quotes.component import Quotes

NAMES = ("Tom Hill", "Sam Hill", "Ann Cole")


def name(text: str) -> str:
    """``1 Tom: “…”`` as a paragraph of speech that names its speaker."""
    number, source, said = text.split(" ", 2)
    source = source.rstrip(":").replace("_", " ")
    return (
        f"<content id={number}>{said}</content> <source id={number}>{source}</source> "
        f"<cue id={number}>said</cue>."
    )


def tell(*paragraphs: str) -> tuple[Doc, list[Link]]:
    """A story in paragraphs; ``1 Tom_Hill: “…”`` names who speaks."""
    doc, links = tag("\n\n".join(name(p) if p[0].isdigit() else p for p in paragraphs))
    spans = [doc.char_span(*limits) for limits in split_paragraphs(doc.text)]
    set_sections(doc, [Section(span, "body") for span in spans if span is not None])
    entities: list[Span] = []
    for start in range(len(doc) - 1):
        if doc[start : start + 2].text in NAMES:
            entities.append(Span(doc, start, start + 2, label="PERSON"))
    doc.ents = entities
    return Quotes()(doc), links


def read(*paragraphs: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Who says what by the dialogue, and what is left to nobody."""
    doc, links = tell(*paragraphs)
    sections = [
        Section(span, "body")
        for limits in split_paragraphs(doc.text)
        if (span := doc.char_span(*limits)) is not None
    ]
    found = read_dialogue(doc, links, get_quotations(doc), sections)
    said = []
    for link in found.links:
        assert link.antecedent is not None
        source = doc[link.antecedent.start : link.antecedent.end].text
        said.append((source, triple(doc, link)[2][0]))
    return said, [doc[span.start : span.end].text for span in found.open_turns]


def test_an_answer_is_of_the_other_one() -> None:
    said, left = read(
        "1 Tom_Hill: “When did you sell it?”",
        "2 Ann_Cole: “In May. And when did you?”",
        "“I never sold it. Never at all.”",
        "They left.",
    )
    assert said == [("Tom Hill", "“I never sold it. Never at all.”")]
    assert left == []


def test_between_two_named_turns_one_question_is_enough() -> None:
    said, left = read(
        "1 Tom_Hill: “It was my boat.”",
        "2 Ann_Cole: “It was my boat as well.”",
        "“What did you get for it then?”",
        "“I got nothing at all for it.”",
        "3 Tom_Hill: “Then you are a fool.”",
    )
    assert said == [
        ("Tom Hill", "“What did you get for it then?”"),
        ("Ann Cole", "“I got nothing at all for it.”"),
    ]
    assert left == []


def test_a_text_that_leaves_quotations_open_closes_them_where_the_speaker_changes() -> None:
    said, left = read(
        "1 Tom_Hill: “It was my boat.”",
        "2 Ann_Cole: “It was my boat as well.”",
        "“You cannot even swim in it.”",
        "“You do not have to swim to sail.”",
        "3 Tom_Hill: “Then you are a fool.”",
        "They looked at the water.",
        "“It was built in one winter.",
        "“It was built by our father.”",
    )
    assert [source for source, _ in said] == ["Tom Hill", "Ann Cole"]
    assert left == []


def test_what_follows_without_certainty_is_left_to_nobody() -> None:
    said, left = read(
        "1 Tom_Hill: “When did you sell it?”",
        "2 Ann_Cole: “In May. And when did you?”",
        "“I never sold it. Never at all.”",
        "“I burned it in the autumn.”",
        "They left.",
    )
    assert said == [("Tom Hill", "“I never sold it. Never at all.”")]
    assert left == ["“I burned it in the autumn.”"]


def test_quick_turns_without_a_name_are_left_to_nobody() -> None:
    said, left = read(
        "1 Tom_Hill: “I never sold it.”",
        "2 Ann_Cole: “You did.”",
        "“Then show me the page.”",
        "“It is on page nine.”",
        "They left.",
    )
    assert said == []
    assert left == ["“Then show me the page.”", "“It is on page nine.”"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        # Nothing says that the speaker changes: newspapers go on with the same one.
        (
            "1 Tom_Hill: “It was my boat.”",
            "2 Ann_Cole: “It was my boat as well.”",
            "“It was sold in the spring.”",
        ),
        # Only one speaks, or the two do not take turns.
        ("1 Tom_Hill: “When did you sell it?”", "“I never sold it at all.”", "“You did not?”"),
        (
            "1 Tom_Hill: “When did you sell it?”",
            "2 Ann_Cole: “In May. And when did you?”",
            "“I never sold it. Never at all.”",
            "3 Tom_Hill: “Then you are a fool.”",
        ),
        # A third one.
        (
            "1 Tom_Hill: “When did you sell it?”",
            "2 Ann_Cole: “In May. And when did you?”",
            "3 Sam_Hill: “In June. Why do you ask?”",
            "“I never sold it. Never at all.”",
        ),
        # "He" may be either of them.
        (
            "1 Tom_Hill: “When did you sell it?”",
            "2 Ann_Cole: “In May. And when did you?”",
            "“I never sold it. Never at all.”",
            "3 he: “You are a fool.”",
        ),
        # The story goes on in between.
        (
            "1 Tom_Hill: “When did you sell it?”",
            "2 Ann_Cole: “In May. And when did you?”",
            "The mayor came along.",
            "“I never sold it. Never at all.”",
        ),
    ],
)
def test_what_is_not_certain_changes_nothing(paragraphs: tuple[str, ...]) -> None:
    assert read(*paragraphs) == ([], [])


def test_the_model_loses_what_it_gave_to_the_speaker_before() -> None:
    doc, links = tell(
        "1 Tom_Hill: “When did you sell it?”",
        "2 Ann_Cole: “In May. And when did you?”",
        "<content id=2>“I never sold it. Never at all.”</content>",
    )
    sections = [
        Section(span, "body")
        for limits in split_paragraphs(doc.text)
        if (span := doc.char_span(*limits)) is not None
    ]
    found = read_dialogue(doc, links, get_quotations(doc), sections)
    continue_speech(doc, [*links, *found.links], get_quotations(doc))
    assert [triple(doc, link)[2] for link in [*links, *found.links]] == [
        ["“When did you sell it?”"],
        ["“In May. And when did you?”"],
        ["“I never sold it. Never at all.”"],
    ]
