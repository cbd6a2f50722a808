"""Headlines that name who speaks beside a colon or a dash."""

from __future__ import annotations

import pytest
from tests.pipeline.attribution.linking import CONTENT, CUE, SOURCE, Triple, find, parse, triple

from claimx.pipeline.attribution.headlines import attribute_headlines
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.layout_annotations import Section

STORY = "[PERSON Ruth Okafor] said/VBD the levee was weak ."


def read(headline: str, story: str = STORY, cue: str = "said") -> list[Triple]:
    """The links of a headline above a story in which somebody says something."""
    doc = parse(headline, story)
    first, second = doc.sents
    told = [token.i for token in second if token.text == cue]
    links = [
        Link(
            find(doc, cue, CUE),
            find(doc, doc[second.start : told[0]].text, SOURCE),
            [find(doc, doc[told[0] + 1 : second.end - 1].text, CONTENT)],
        )
    ]
    found = attribute_headlines(doc, links, [Section(first, "headline"), Section(second, "body")])
    return [triple(doc, link) for link in found if link.origin == "headline"]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("[PERSON Okafor] : no/DT deal", ("Okafor", ":", ["no deal"])),
        ("[PERSON Okafor] : Levee was weak", ("Okafor", ":", ["Levee was weak"])),
        ("mayor [PERSON Okafor] : We will rebuild", ("mayor Okafor", ":", ["We will rebuild"])),
        ("[PERSON Okafor] : ‘ We will rebuild ~’", ("Okafor", ":", ["‘ We will rebuild’"])),
        ("[PERSON Okafor] - “ no deal ”", ("Okafor", "-", ["“no deal”"])),
        ("No/DT deal - [PERSON Okafor]", ("Okafor", "-", ["No deal"])),
        ("Levee was weak : [PERSON Okafor]", ("Okafor", ":", ["Levee was weak"])),
        ("“ no deal ” – [PERSON Okafor]", ("Okafor", "–", ["“no deal”"])),
        # A full stop that some papers set is no part of it.
        ("[PERSON Okafor] : Levee was weak .", ("Okafor", ":", ["Levee was weak"])),
        # The recogniser may miss a name that it knows below.
        ("Okafor : Levee was weak", ("Okafor", ":", ["Levee was weak"])),
    ],
)
def test_who_stands_beside_the_mark_speaks(headline: str, expected: Triple) -> None:
    assert read(headline) == [expected]


def test_an_organisation_speaks_as_well() -> None:
    story = "The [ORG NATO] said/VBD troops left ."
    assert read("[ORG NATO] : Troops left/VBD", story) == [("NATO", ":", ["Troops left"])]


@pytest.mark.parametrize(
    "headline",
    [
        "Analysis : Levee was weak",
        "Brexit : what/WP next ?",
        "Live : [PERSON Okafor] speaks/VBZ",
        "[EVENT World Cup] 2026 : Draw was made",
        "[GPE Gaza] : truce holds/VBZ",
        "Football : [PERSON Okafor] left",
        "Obituary : [PERSON Ruth Okafor]",
        "Man of the match : [PERSON Ruth Okafor]",
        "Interview with [PERSON Ruth Okafor] : Levee was weak",
        # A topic, and a question about it.
        "[PERSON Ruth Okafor] : a life",
        "[PERSON Ruth Okafor] : What/WP she left",
        "[PERSON Okafor] : was it she ?",
        "[PERSON Okafor] - the levee was weak",
        "[PERSON Okafor] : 25 years",
        # The outlet, and an organisation that says nothing below.
        "Levee was weak - [ORG BBC News]",
        "[ORG Tesla] : Sales left/VBD",
        # Nobody of that name says anything below.
        "[PERSON Reyes] : Levee was weak",
        # A hyphen and a score.
        "Tarn-Marl : 3",
        "Okafor",
        "Okafor :",
    ],
)
def test_what_stands_beside_the_mark_is_a_topic(headline: str) -> None:
    assert read(headline) == []


def test_whole_quotation_needs_no_report_below() -> None:
    assert read("[PERSON Reyes] : “ no deal ”") == [("Reyes", ":", ["“no deal”"])]
    assert read("“ no deal ” - [PERSON Reyes]") == []


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        # The form of the British press: an office in lower case behind a dash.
        ("Two wards to/TO close/VB – union", ("union", "–", ["Two wards to close"])),
        ("Two wards will/MD close/VB – minister", ("minister", "–", ["Two wards will close"])),
        ("Ward ‘ was full ’ – nurses/NNS", ("nurses", "–", ["Ward ‘ was full ’"])),
        ("Two men were held – report", ("report", "–", ["Two men were held"])),
        # Behind a colon only those who cannot be whom the line is about.
        ("Two men were held : police", ("police", ":", ["Two men were held"])),
        ("Two men were held : officials/NNS", ("officials", ":", ["Two men were held"])),
        # A whole quotation with a clause, in either order.
        ("Bishop : ‘ We were wrong ~’", ("Bishop", ":", ["‘ We were wrong’"])),
        ("‘ We were wrong ~’ : Tarn captain", ("Tarn captain", ":", ["‘ We were wrong’"])),
        # The topic is no part of who speaks.
        ("Bishop on the weir : ‘ We were wrong ~’", ("Bishop", ":", ["‘ We were wrong’"])),
        ("‘ We were wrong ~’ : captain on the weir", ("captain", ":", ["‘ We were wrong’"])),
        ("[PERSON Reyes] on Tarn : ‘ We were wrong ~’", ("Reyes", ":", ["‘ We were wrong’"])),
    ],
)
def test_who_is_named_by_office_speaks(headline: str, expected: Triple) -> None:
    assert read(headline) == [expected]


def test_an_office_before_a_colon_speaks_below() -> None:
    story = "The minister said/VBD the levee was weak ."
    assert read("Minister : Levee was weak", story) == [("Minister", ":", ["Levee was weak"])]
    assert read("Minister : Levee was weak") == []
    assert read("Minister : the levee", story) == []
    assert read("Minister – Levee was weak", story) == []


@pytest.mark.parametrize(
    "headline",
    [
        "City mourned/VBD its hero : teacher",
        "Ten best/JJS walks/NNS – city",
        "What/WP was left/VBN – council",
        "Was the levee weak ? – council",
        "Levee was weak – Council",
        "Levee was weak – the council",
        "Levee was weak – in pictures/NNS",
        "Levee was weak – interactive",
        "The long read – doctors/NNS",
        "Left/VBD – nurses/NNS",
        "‘ The Weir ~’ : director",
        "‘ The Weir ~’ – report",
        "‘ We were wrong ~’ : report",
        "Levee was weak – market report",
        "Weather : rain will/MD reach/VB Tarn",
        "Football : Marl won late",
        "Bishop on the weir : We were wrong",
        "[PERSON Okafor] on Tarn : We were wrong",
    ],
)
def test_what_only_looks_like_an_office_is_a_topic(headline: str) -> None:
    assert read(headline) == []


@pytest.mark.parametrize(
    ("sections", "count"),
    [(("body",), 1), (("metadata", "body"), 1), (("body", "body"), 0), (("caption",), 0)],
)
def test_a_text_of_one_line_is_read_as_a_headline(sections: tuple[str, ...], count: int) -> None:
    doc = parse("Title", "Two wards will/MD close/VB – union")
    spans = list(doc.sents)[-len(sections) :]
    found = attribute_headlines(
        doc, [], [Section(span, kind) for span, kind in zip(spans, sections, strict=True)]
    )
    assert len(found) == count


def test_a_sentence_is_no_headline() -> None:
    doc = parse("Two wards will/MD close/VB – union .")
    assert attribute_headlines(doc, [], [Section(doc[:], "body")]) == []


def test_only_the_headline_counts() -> None:
    doc = parse("[PERSON Okafor] : no/DT deal", STORY)
    first, second = doc.sents
    links = [Link(find(doc, "said", CUE), find(doc, "Ruth Okafor", SOURCE))]
    sections = [Section(first, "body"), Section(second, "body")]
    assert attribute_headlines(doc, links, sections) == links


def test_the_link_of_the_same_mark_gives_way_and_another_stays() -> None:
    doc = parse("[PERSON Okafor] : Levee was weak", STORY)
    first, second = doc.sents
    sections = [Section(first, "headline"), Section(second, "body")]
    below = Link(find(doc, "said", CUE), find(doc, "Ruth Okafor", SOURCE))
    same = Link(find(doc, ":", CUE), find(doc, "Okafor", SOURCE), [find(doc, "weak")])
    found = attribute_headlines(doc, [same, below], sections)
    assert same not in found
    assert [triple(doc, link) for link in found if link is not below] == [
        ("Okafor", ":", ["Levee was weak"])
    ]
    other = Link(find(doc, "was", CUE), find(doc, "Okafor", SOURCE), [find(doc, "weak")])
    assert attribute_headlines(doc, [other, below], sections) == [other, below]
