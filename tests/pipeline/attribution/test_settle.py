"""Which link keeps the words that two claim, and which link is nested in which."""

from __future__ import annotations

from tests.pipeline.attribution.linking import find, tag, triple

from claimx.pipeline.attribution.settle import prefer_own_sentences, settle_conflicts


def test_links_that_share_nothing_stay_as_they_are() -> None:
    doc, links = tag(
        "<source id=1>Hill</source> <cue id=1>said</cue> <content id=1>it was safe</content>, "
        "while <source id=2>Okafor</source> <cue id=2>warned</cue> "
        "<content id=2>that it was not</content>."
    )
    before = [triple(doc, link) for link in links]
    assert [triple(doc, link) for link in settle_conflicts(links)] == before


def test_two_cues_may_share_their_source() -> None:
    _, links = tag(
        "<source id=1>Hill</source> <cue id=1>said</cue> <content id=1>it was safe</content> and "
        "<cue id=2>added</cue> <content id=2>that all was well</content>."
    )
    links[1].source = links[0].source
    assert [link.source for link in settle_conflicts(links)] == [links[0].source] * 2


def test_the_more_certain_cue_wins_where_two_overlap() -> None:
    doc, links = tag(
        "Hill <cue id=1>said in a statement</cue> <content id=1>it was safe</content>.",
    )
    _, others = tag("Hill <cue id=2>said</cue> in a statement <content id=2>it was safe</content>.")
    others[0].cue_chance = 0.95
    settled = settle_conflicts([*links, *others])
    assert [triple(doc, link)[1] for link in settled] == ["said"]


def test_a_content_keeps_what_a_more_certain_link_leaves_of_it() -> None:
    doc, links = tag(
        "<source id=1>Hill</source> <cue id=1>said</cue> <content id=1>it was safe and the "
        "town would pay for it</content>, Okafor <cue id=2>warned</cue>.",
        c1=0.5,
    )
    links[1].contents = [find(doc, "pay for it")]
    first, second = settle_conflicts(links)
    assert triple(doc, first)[2] == ["it was safe and the town would"]
    assert triple(doc, second)[2] == ["pay for it"]


def test_a_link_that_loses_most_of_its_content_goes() -> None:
    doc, links = tag(
        "Hill <cue id=1>said</cue> it was safe and <content id=1>good for the town</content>, "
        "Okafor <cue id=2>warned</cue>.",
        c1=0.3,
    )
    links[1].contents = [find(doc, "and good for the")]
    assert [triple(doc, link)[1] for link in settle_conflicts(links)] == ["warned"]


def test_what_lies_inside_a_content_is_nested_in_it_whichever_is_more_certain() -> None:
    tagged = (
        "<source id=1>Reports</source> <cue id=1>confirmed</cue> <content id=1>that "
        "<source id=2>Witkoff</source> <cue id=2>said</cue> <content id=2>that he left</content>"
        "</content>."
    )
    for chances in ({"c1": 0.9, "c2": 0.4}, {"c1": 0.4, "c2": 0.9}):
        doc, links = tag(tagged, **chances)
        outer, inner = settle_conflicts(links)
        assert inner.parent is outer
        assert outer.parent is None
        assert triple(doc, outer)[2] == ["that Witkoff said that he left"]


def test_of_two_contents_around_it_the_narrower_is_the_parent() -> None:
    _, links = tag(
        "<cue id=1>A said</cue> <content id=1>that <cue id=2>B said</cue> <content id=2>that "
        "<cue id=3>C said</cue> <content id=3>that it rained</content></content></content>."
    )
    first, second, third = settle_conflicts(links)
    assert (first.parent, second.parent, third.parent) == (None, first, second)


def test_speech_that_goes_on_ends_where_the_next_is_introduced() -> None:
    doc, links = tag(
        "<content id=1>“It is safe,”</content> <source id=1>Hill</source> <cue id=1>said</cue>. "
        "<source id=2>Okafor</source> <cue id=2>replied</cue>, <content id=2>“Prove it.”</content>"
    )
    for token in doc:
        token.is_sent_start = token.i == 0 or token.text == "Okafor"
    links[0].contents.append(find(doc, "“Prove it.”"))
    prefer_own_sentences(doc, links)
    assert [triple(doc, link)[2] for link in links] == [["“It is safe,”"], ["“Prove it.”"]]


def test_speech_goes_on_where_no_other_cue_has_it() -> None:
    doc, links = tag(
        "<content id=1>“It is safe,”</content> <source id=1>Hill</source> <cue id=1>said</cue>. "
        "<content id=1>“Look around you.”</content>"
    )
    for token in doc:
        token.is_sent_start = token.i == 0 or (token.text == "“" and token.i > 1)
    prefer_own_sentences(doc, links)
    assert triple(doc, links[0])[2] == ["“It is safe,”", "“Look around you.”"]
