"""Head, kind, act and stance of cues."""

from __future__ import annotations

import pytest
from tests.pipeline.claim_kinds.sentence_builder import judge

THAT = "<content>that the bridge was safe</content>"


@pytest.mark.parametrize(
    ("tagged", "lemma", "kind"),
    [
        (f"<source>Hill</source> <cue>said</cue> {THAT}.", "say", "speech"),
        (f"<source>Hill</source> <cue>had repeatedly said</cue> {THAT}.", "say", "speech"),
        (f"<source>Hill</source> <cue>continued to say</cue> {THAT}.", "say", "speech"),
        (f"<source>Hill</source> <cue>pointed out</cue> {THAT}.", "point", "speech"),
        (f"<cue>According to</cue> <source>Hill</source>, {THAT}.", "according to", "speech"),
        (f"<cue>In</cue> <source>his</source> <cue>view</cue>, {THAT}.", "view", "thought"),
        (f"<source>Her</source> <cue>claim</cue> {THAT} is new.", "claim", "speech"),
        (f"<source>Hill</source> <cue>was confident</cue> {THAT}.", "confident", "attitude"),
        (f"<source>Hill</source> <cue>issued a statement saying</cue> {THAT}.", "say", "writing"),
        (f"<source>Hill</source> <cue>made a promise</cue> {THAT}.", "promise", "speech"),
        (f"<source>Hill</source> <cue>wrote</cue> {THAT}.", "write", "writing"),
        (f"<source>The court</source> <cue>ruled</cue> {THAT}.", "rule", "decision"),
        (f"<source>Hill</source> <cue>heard</cue> {THAT}.", "hear", "perception"),
        (
            "<source>Hill</source> <cue>called for</cue> <content>repairs</content>.",
            "call",
            "speech",
        ),
        (
            "<source>Hill</source> <cue>planned</cue> <content>to leave</content>.",
            "plan",
            "intention",
        ),
        # The lemmatizer gives "denie", and the form sets it right.
        (
            "<source>Hill</source> <cue>denies</cue> <content>the claims</content>.",
            "deny",
            "speech",
        ),
        # A colon attributes, and has no lemma.
        ("<source>Hill</source><cue>:</cue> <content>Bridge is safe</content>", None, "speech"),
    ],
)
def test_head_and_kind_of_the_cue(tagged: str, lemma: str | None, kind: str) -> None:
    kinds = judge(tagged).kinds

    assert kinds.get("cue_lemma") == lemma
    assert kinds["cue_kind"] == kind


def test_an_unknown_word_is_speech_only_before_direct_speech() -> None:
    direct = judge("<content>“It is safe,”</content> <source>Hill</source> <cue>grimbled</cue>.")
    indirect = judge(f"<source>Hill</source> <cue>grimbled</cue> {THAT}.")

    assert direct.kinds["cue_kind"] == "speech"
    assert "cue_kind" not in indirect.kinds
    assert indirect.kinds["cue_lemma"] == "grimble"


def test_without_a_cue_nothing_is_said_of_it() -> None:
    kinds = judge("<content>“It is safe. Nobody need worry.”</content>").kinds

    assert "cue_kind" not in kinds
    assert "cue_lemma" not in kinds
    assert kinds["polarity"] == "positive"


@pytest.mark.parametrize(
    ("source", "cue", "kind"),
    [
        ("Hill", "suggested", "speech"),
        ("The study", "suggested", "evidence"),
        ("The letter", "said", "writing"),
        ("A poll of voters", "showed", "evidence"),
        ("The author of the letter", "said", "speech"),
    ],
)
def test_what_a_document_says_is_written_or_evident(source: str, cue: str, kind: str) -> None:
    kinds = judge(f"<source>{source}</source> <cue>{cue}</cue> {THAT}.").kinds

    assert kinds["cue_kind"] == kind


@pytest.mark.parametrize(
    ("tagged", "act"),
    [
        (f"<source>Hill</source> <cue>said</cue> {THAT}.", "assertive"),
        ("<source>Hill</source> <cue>urged</cue> <content>him to leave</content>.", "directive"),
        ("<source>Hill</source> <cue>told</cue> him <content>to leave</content>.", "directive"),
        (
            "<source>Hill</source> <cue>told</cue> him <content>not to leave</content>.",
            "directive",
        ),
        (f"<source>Hill</source> <cue>told</cue> him {THAT}.", "assertive"),
        ("<source>Hill</source> <cue>claimed</cue> <content>to know</content>.", "assertive"),
        ("<source>Hill</source> <cue>vowed</cue> <content>to leave</content>.", "commissive"),
        (
            "<source>Hill</source> <cue>criticised</cue> <content>the plan</content>.",
            "expressive",
        ),
        (f"<source>The court</source> <cue>ruled</cue> {THAT}.", "declaration"),
        ("<content>“Is it safe?”</content> <source>Hill</source> <cue>said</cue>.", "directive"),
        (
            "<content>“Is it safe? It is.”</content> <source>Hill</source> <cue>said</cue>.",
            "assertive",
        ),
        (f"<source>The study</source> <cue>suggested</cue> {THAT}.", None),
        (f"<source>Hill</source> <cue>believed</cue> {THAT}.", None),
    ],
)
def test_speech_act(tagged: str, act: str | None) -> None:
    assert judge(tagged).kinds.get("speech_act") == act


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("showed", "endorsing"),
        ("showed an interest in", "neutral"),
        ("said", "neutral"),
        ("claimed", "distancing"),
        ("noted", "endorsing"),
        ("reportedly said", "distancing"),
        ("falsely said", "distancing"),
        ("said without evidence", "distancing"),
    ],
)
def test_stance_of_the_writer(cue: str, stance: str) -> None:
    assert judge(f"<source>Hill</source> <cue>{cue}</cue> {THAT}.").kinds["stance"] == stance


def test_an_adverb_beside_the_cue_counts_but_not_one_in_the_content() -> None:
    beside = judge(f"<source>Hill</source> falsely <cue>said</cue> {THAT}.")
    inside = judge(
        "<source>Hill</source> <cue>said</cue> <content>falsely marked bridges</content>."
    )

    assert beside.kinds["stance"] == "distancing"
    assert inside.kinds["stance"] == "neutral"
