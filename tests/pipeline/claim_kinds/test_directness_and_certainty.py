"""Directness by the quotations, certainty by cue and content."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.pipeline.claim_kinds.sentence_builder import build, judge

from claimx.pipeline.annotations import Attribution, get_attributions, set_attributions
from claimx.pipeline.claim_kinds.component import ClaimKinds
from claimx.pipeline.claim_kinds.data_files import read_places
from claimx.pipeline.layout_annotations import Turn, set_turns


@pytest.mark.parametrize(
    ("tagged", "quote", "directness"),
    [
        (
            "<content>“It is safe,”</content> <source>Hill</source> <cue>said</cue>.",
            "direct",
            "direct",
        ),
        (
            "<content>“Yes,”</content> <source>Hill</source> <cue>said</cue>, "
            "<content>“it is safe.”</content>",
            "direct",
            "direct",
        ),
        (
            "<source>Hill</source> <cue>said</cue> <content>it was safe</content>.",
            "direct",
            "indirect",
        ),
        (
            "<source>Hill</source> <cue>said</cue> <content>it was “very safe”</content>.",
            "fragment",
            "mixed",
        ),
        (
            "<source>Hill</source> <cue>said</cue> <content>that “it is safe”</content>.",
            "direct",
            "mixed",
        ),
        (
            "<source>Hill</source> <cue>called it</cue> <content>“safe”</content>.",
            "fragment",
            "mixed",
        ),
        (
            "<source>Hill</source> <cue>said</cue> <content>the “experts” knew</content>.",
            "scare",
            "indirect",
        ),
        (
            "<source>Hill</source> <cue>said</cue> <content>he saw “Jaws”</content>.",
            "title",
            "indirect",
        ),
        # The marks are those of somebody who quotes Hill.
        (
            "“<source>Hill</source> <cue>said</cue> <content>it was safe</content>,” he told us.",
            "direct",
            "indirect",
        ),
        # Somebody else's quotation elsewhere in the sentence.
        (
            "<source>Hill</source> <cue>said</cue> <content>it was safe</content>; “no,” he said.",
            "direct",
            "indirect",
        ),
    ],
)
def test_directness(tagged: str, quote: str, directness: str) -> None:
    assert judge(tagged, quote=quote).kinds["directness"] == directness


@pytest.mark.parametrize(
    ("tagged", "certainty"),
    [
        ("<source>Hill</source> <cue>said</cue> <content>it was safe</content>.", "certain"),
        ("<source>Hill</source> <cue>said</cue> <content>it may be safe</content>.", "possible"),
        ("<source>Hill</source> <cue>said</cue> <content>it might close</content>.", "possible"),
        # "Should" demands; only of what is past does it guess.
        ("<source>Hill</source> <cue>said</cue> <content>it should close</content>.", "certain"),
        (
            "<source>Hill</source> <cue>said</cue> <content>it should have been safe</content>.",
            "probable",
        ),
        ("<source>Hill</source> <cue>said</cue> <content>it probably was</content>.", "probable"),
        # "May" of a clause beside the main one, and the month.
        (
            "<source>Hill</source> <cue>said</cue> "
            "<content>if it may rain, the bridge will close</content>.",
            "certain",
        ),
        (
            "<source>Hill</source> <cue>said</cue> <content>repairs in May went far</content>.",
            "certain",
        ),
        # An inability is certain.
        ("<source>Hill</source> <cue>said</cue> <content>it could not close</content>.", "certain"),
        ("<source>Hill</source> <cue>said</cue> <content>it could close</content>.", "possible"),
        ("<source>Hill</source> <cue>believed</cue> <content>it was safe</content>.", "probable"),
        ("<source>Hill</source> <cue>suggested</cue> <content>it was safe</content>.", "possible"),
        ("<source>Hill</source> <cue>believed</cue> <content>it may close</content>.", "possible"),
        (
            "<content>“I think it is safe,”</content> <source>Hill</source> <cue>said</cue>.",
            "probable",
        ),
        (
            "<content>“I thought it was safe,”</content> <source>Hill</source> <cue>said</cue>.",
            "certain",
        ),
        (
            "<content>“I would think it safe,”</content> <source>Hill</source> <cue>said</cue>.",
            "certain",
        ),
        # A court's opinion is what it decides.
        (
            "<source>The court</source> <cue>issued its opinion on</cue> "
            "<content>the closure</content>.",
            "certain",
        ),
        (
            "<source>Hill</source> <cue>gave her opinion on</cue> <content>the closure</content>.",
            "probable",
        ),
        (
            "<content>“They think it is safe,”</content> <source>Hill</source> <cue>said</cue>.",
            "certain",
        ),
        (
            "<source>Hill</source> <cue>was not sure</cue> <content>it was safe</content>.",
            "possible",
        ),
        ("<source>Hill</source> <cue>was sure</cue> <content>it was safe</content>.", "certain"),
        # Questions, and what is not put as a fact.
        ("<source>Hill</source> <cue>asked</cue> <content>if it was safe</content>.", None),
        ("<source>Hill</source> <cue>did not say</cue> <content>whether it was</content>.", None),
        ("<content>“Is it safe?”</content> <source>Hill</source> <cue>said</cue>.", None),
        ("<source>Hill</source> <cue>urged</cue> <content>him to leave</content>.", None),
        ("<source>Hill</source> <cue>told</cue> him <content>to leave</content>.", None),
        ("<source>Hill</source> <cue>criticised</cue> <content>the plan</content>.", None),
        # Direct speech speaks for itself.
        (
            "<content>“It is wrong,”</content> <source>Hill</source> <cue>criticised</cue>.",
            "certain",
        ),
        # A condition is no question.
        (
            "<content>If it rained, it would close</content>, <source>Hill</source> "
            "<cue>said</cue>.",
            "certain",
        ),
        (
            "<source>Hill</source> <cue>expressed concerns</cue> <content>about it</content>.",
            None,
        ),
    ],
)
def test_certainty(tagged: str, certainty: str | None) -> None:
    tags = {"May": "NNP"} if "repairs in May" in tagged else None

    assert judge(tagged, tags=tags).kinds.get("certainty") == certainty


@pytest.mark.parametrize(
    ("auxiliary", "certainty"), [("will", "certain"), ("may", "possible"), ("would", "certain")]
)
def test_with_a_parse_the_modal_of_the_main_verb_counts(auxiliary: str, certainty: str) -> None:
    words = ["Hill", "said", "engineers", "who", "might", "leave", auxiliary, "stay", "."]
    heads = [1, 1, 7, 5, 5, 2, 7, 1, 1]
    deps = ["nsubj", "ROOT", "nsubj", "nsubj", "aux", "acl:relcl", "aux", "ccomp", "punct"]
    tags = ["NNP", "VBD", "NNS", "WP", "MD", "VB", "MD", "VB", "."]
    lemmas = ["Hill", "say", "engineer", "who", "might", "leave", auxiliary, "stay", "."]
    doc = Doc(build("a b").doc.vocab, words=words, heads=heads, deps=deps, tags=tags, lemmas=lemmas)
    set_attributions(doc, [Attribution([doc[2:8]], source=[doc[0:1]], cue=[doc[1:2]])])

    assert get_attributions(ClaimKinds()(doc))[0].kinds["certainty"] == certainty


def test_the_places_of_the_certainty_table_are_those_that_are_asked_for() -> None:
    places = {place for _, place in read_places("certainty")}

    assert places == {"modal", "adverb", "predicate", "first_person"}


@pytest.mark.parametrize(
    ("words", "act"), [("Was it safe?", "directive"), ("It was safe.", "assertive")]
)
def test_a_turn_of_a_transcript_is_direct_without_marks(words: str, act: str) -> None:
    case = build(f"<source>HILL</source><cue>:</cue> <content>{words}</content>")
    (attribution,) = get_attributions(case.doc)
    turn = Turn(attribution.source[0], attribution.cue[0], attribution.content)
    set_turns(case.doc, [turn])
    kinds = get_attributions(ClaimKinds()(case.doc))[0].kinds
    assert (kinds["directness"], kinds["speech_act"], kinds["cue_kind"]) == (
        "direct",
        act,
        "speech",
    )
    assert "cue_lemma" not in kinds
