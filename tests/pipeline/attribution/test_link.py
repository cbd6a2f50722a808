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
    [link] = make_links([found])
    assert triple(doc, link) == ("Hill", "touted", ["the deal with Reyes"])


def test_a_content_around_the_cue_leaves_the_cue_out() -> None:
    doc = NLP("The deal Hill touted was dead")
    found = FoundAttribution(
        doc[3:4], [("CONTENT", doc[0:6])], cue_chance=0.9, arguments_chance=0.5
    )
    [link] = make_links([found])
    assert triple(doc, link) == (None, "touted", ["The deal Hill", "was dead"])


def test_of_several_sources_the_nearest_to_the_cue_is_kept() -> None:
    doc = NLP("Ruth Reyes of Tarn left after Hill said no to Cole")
    sources = [("SOURCE", doc[0:4]), ("SOURCE", doc[6:7]), ("SOURCE", doc[10:11])]
    found = FoundAttribution(
        doc[7:8], [*sources, ("CONTENT", doc[8:9])], cue_chance=0.9, arguments_chance=0.5
    )
    [link] = make_links([found])
    assert triple(doc, link) == ("Hill", "said", ["no"])
