"""Where the model and the layout or the quotation marks disagree, the latter win."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc
from tests.pipeline.attribution.linking import find, tag, triple

from claimx.pipeline.annotations import Quotation
from claimx.pipeline.attribution.continued_speech import continue_speech
from claimx.pipeline.attribution.limits import (
    leave_quoted_words,
    leave_silent_sections,
    respect_quotes,
)
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import RoleSpan
from claimx.pipeline.layout_annotations import Section

NLP = spacy.blank("en")


def quote(doc: Doc, text: str, kind: str = "direct", complete: bool = True) -> Quotation:
    span = find(doc, text)
    return Quotation([doc[span.start : span.end]], kind, complete=complete)


def section(doc: Doc, text: str, kind: str) -> Section:
    span = find(doc, text)
    return Section(doc[span.start : span.end], kind)


def test_a_content_covers_its_direct_quote_to_the_last_mark() -> None:
    doc, links = tag(
        "“<content>The bridge is safe. We</content> checked,” "
        "<source>Hill</source> <cue>said</cue>."
    )
    respect_quotes(doc, links, [quote(doc, "“The bridge is safe. We checked,”")])
    assert triple(doc, links[0])[2] == ["“The bridge is safe. We checked,”"]


def test_a_content_that_opens_with_a_direct_quote_closes_with_it() -> None:
    doc, links = tag(
        "<source>Hill</source> <cue>said</cue>, <content>“There is no deal today,” drawing "
        "jeers</content>."
    )
    respect_quotes(doc, links, [quote(doc, "“There is no deal today,”")])
    assert triple(doc, links[0])[2] == ["“There is no deal today,”"]


def test_a_content_goes_on_around_a_fragment() -> None:
    doc, links = tag(
        "<source>Hill</source> <cue>said</cue> <content>the plan was “bad</content>” for us."
    )
    respect_quotes(doc, links, [quote(doc, "“bad”", "fragment")])
    assert triple(doc, links[0])[2] == ["the plan was “bad”"]


def test_a_quote_of_which_little_is_marked_stays_outside() -> None:
    doc, links = tag(
        "<source>Hill</source> <cue>said</cue> <content>it was over. “Not</content> for me at all, "
        "never,” Okafor replied."
    )
    before = triple(doc, links[0])
    respect_quotes(doc, links, [quote(doc, "“Not for me at all, never,”")])
    assert triple(doc, links[0]) == before


@pytest.mark.parametrize("kind", ["scare", "title", "label"])
def test_quotes_that_nobody_speaks_decide_nothing(kind: str) -> None:
    doc, links = tag("<source>Hill</source> <cue>said</cue> <content>“Jaws</content>” was on.")
    before = triple(doc, links[0])
    respect_quotes(doc, links, [quote(doc, "“Jaws”", kind)])
    assert triple(doc, links[0]) == before


def test_a_quote_that_is_cut_off_ends_the_content() -> None:
    doc, links = tag(
        "<source>Hill</source> <cue>wrote</cue>: "
        "<content>“We are going to pic.twitter.com/a</content>"
    )
    respect_quotes(doc, links, [quote(doc, "“We are going to", complete=False)])
    assert triple(doc, links[0])[2] == ["“We are going to"]


def test_a_cue_without_content_has_the_direct_quote_beside_it() -> None:
    doc, links = tag("“It is over,” <cue>said</cue> <source>Ms. Hill</source>.")
    respect_quotes(doc, links, [quote(doc, "“It is over,”")])
    assert triple(doc, links[0])[2] == ["“It is over,”"]


def test_a_cue_inside_a_quote_does_not_lose_its_words_to_the_quote() -> None:
    doc, links = tag(
        "“<source>I</source> <cue>told</cue> them <content>that it was all quite safe</content>,” "
        "Hill said."
    )
    before = triple(doc, links[0])
    respect_quotes(doc, links, [quote(doc, "“I told them that it was all quite safe,”")])
    assert triple(doc, links[0]) == before


def test_no_span_reaches_into_a_heading_or_a_byline() -> None:
    doc, links = tag(
        "<source>Hill</source> <cue>said</cue> "
        "<content>it was safe\n\nWhat comes next</content>\n\n"
        "Rest."
    )
    kept = leave_silent_sections(doc, links, [section(doc, "What comes next", "heading")])
    assert [triple(doc, link) for link in kept] == [("Hill", "said", ["it was safe"])]


def test_a_link_in_a_heading_is_dropped() -> None:
    doc, links = tag("<source>Hill</source> <cue>says</cue> <content>no</content>\n\nRest.")
    assert leave_silent_sections(doc, links, [section(doc, "Hill says no", "heading")]) == []


def test_speech_goes_on_in_the_next_paragraph() -> None:
    doc, links = tag(
        "<content>“It is safe,”</content> <source>Hill</source> <cue>said</cue>. <content>“We "
        "checked.”</content>\n\n“We will check again.”\n\nNobody answered.\n\n“Really?”"
    )
    for token in doc:
        token.is_sent_start = token.i == 0 or doc[token.i - 1].is_space
    quotes = [quote(doc, t) for t in ("“It is safe,”", "“We will check again.”", "“Really?”")]
    continue_speech(doc, links, quotes)
    assert triple(doc, links[0])[2] == ["“It is safe,”", "“We checked.”", "“We will check again.”"]


@pytest.mark.parametrize("marked", ["We built a wall", "a wall. It held,”"])
def test_a_quote_beside_source_and_cue_is_theirs_from_mark_to_mark(marked: str) -> None:
    doc, links = tag(
        "“The water rose for nine days and then it stood still. We built a wall. It held,” "
        "<source id=1>Hill</source> <cue id=1>said</cue>."
    )
    links[0].contents = [find(doc, marked)]
    whole = "“The water rose for nine days and then it stood still. We built a wall. It held,”"
    respect_quotes(doc, links, [quote(doc, whole)])
    assert triple(doc, links[0])[2] == [whole]


def test_a_quote_whose_opening_words_are_marked_is_theirs_to_the_last_mark() -> None:
    doc, links = tag(
        "<content id=1>“Fine,”</content> <source id=1>Hill</source> <cue id=1>said</cue>, looking "
        "up. <content id=1>“We waited</content> nine days for the boats and none of them came.”"
    )
    second = "“We waited nine days for the boats and none of them came.”"
    respect_quotes(doc, links, [quote(doc, "“Fine,”"), quote(doc, second)])
    assert triple(doc, links[0])[2] == ["“Fine,”", second]


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        (
            "<content id=1>“It is safe,”</content> <source id=1>Hill</source> "
            "<cue id=1>said</cue> from her car. |“We checked.”",
            True,
        ),
        (
            "<source id=1>Hill</source> then <cue id=1>listed</cue> <content id=1>the steps"
            "</content> in her letter:\n\n|“We checked.”",
            True,
        ),
        (
            "<source id=1>Hill</source> <cue id=1>said</cue> <content id=1>it was safe</content> "
            "in her letter. |“We checked.”",
            False,
        ),
        (
            "<content id=1>“It is safe,”</content> <source id=1>Hill</source> "
            "<cue id=1>said</cue>. |Then a neighbour: “We checked.”",
            False,
        ),
    ],
)
def test_a_quote_of_nobody_behind_a_sentence_with_speech_or_a_colon_goes_on(
    text: str, goes_on: bool
) -> None:
    doc, links = tag(text.replace("|", ""))
    behind = text[text.index("|") + 1 :].split()[0]
    start = doc.text.rindex(behind)
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx == start
    quotes = [quote(doc, q) for q in ("“It is safe,”", "“We checked.”") if q in doc.text]
    continue_speech(doc, links, quotes)
    assert ("“We checked.”" in triple(doc, links[0])[2]) == goes_on


def test_quoted_words_inside_a_claim_are_its_speakers_unless_another_is_named() -> None:
    doc = NLP("Hill wants talks to address “certain issues” and says Burr called it “unfair”.")

    def piece(text: str, role: str) -> RoleSpan:
        span = find(doc, text)
        return RoleSpan(span.start, span.end, role)

    content = piece("talks to address “certain issues” and says Burr called it “unfair”", "CONTENT")
    outer = Link(piece("wants", "CUE"), piece("Hill", "SOURCE"), [content])
    nobody = Link(piece("to address", "CUE"), None, [piece("“certain issues”", "CONTENT")])
    other = Link(piece("called", "CUE"), piece("Burr", "SOURCE"), [piece("“unfair”", "CONTENT")])
    nobody.parent = other.parent = outer
    quotations = [quote(doc, "“certain issues”", "fragment"), quote(doc, "“unfair”", "fragment")]
    assert leave_quoted_words([outer, nobody, other], quotations) == [outer, other]
