"""Links from what the labeller found."""

from __future__ import annotations

from tests.pipeline.attribution.linking import NLP, triple

from claimx.pipeline.attribution.link import make_links
from claimx.pipeline.attribution_roles.found import FoundAttribution


def test_the_words_with_which_the_content_begins_are_no_part_of_the_cue() -> None:
    doc = NLP("Hill touted the deal with Reyes")
    found = FoundAttribution(
        doc[1:3],
        [("SOURCE", doc[0:1]), ("CONTENT", doc[2:6])],
        cue_chance=0.9,
        arguments_chance=0.5,
    )
    [link] = make_links(doc, [found])
    assert triple(doc, link) == ("Hill", "touted", ["the deal with Reyes"])


def test_a_content_around_the_cue_leaves_the_cue_out() -> None:
    doc = NLP("The deal Hill touted was dead")
    found = FoundAttribution(
        doc[3:4], [("CONTENT", doc[0:6])], cue_chance=0.9, arguments_chance=0.5
    )
    [link] = make_links(doc, [found])
    assert triple(doc, link) == (None, "touted", ["The deal Hill", "was dead"])


def test_the_source_with_most_words_is_kept() -> None:
    doc = NLP("Hill said no to Ruth Reyes of Tarn")
    found = FoundAttribution(
        doc[1:2],
        [("SOURCE", doc[0:1]), ("CONTENT", doc[2:3]), ("SOURCE", doc[4:6])],
        cue_chance=0.9,
        arguments_chance=0.5,
    )
    [link] = make_links(doc, [found])
    assert triple(doc, link) == ("Ruth Reyes", "said", ["no"])
