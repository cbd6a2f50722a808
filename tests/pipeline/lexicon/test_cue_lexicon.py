"""The cue lexicon: its files are sound and its look-ups answer."""

from __future__ import annotations

import pytest

from claimx.pipeline import lexicon


@pytest.mark.parametrize(
    ("lemma", "kind", "act", "stance", "polarity", "certainty"),
    [
        ("say", "speech", "assertive", "neutral", "positive", "certain"),
        ("claim", "speech", "assertive", "distancing", "positive", "certain"),
        ("reveal", "speech", "assertive", "endorsing", "positive", "certain"),
        ("deny", "speech", "assertive", "neutral", "negative", "certain"),
        ("tweet", "writing", "assertive", "neutral", "positive", "certain"),
        ("believe", "thought", None, "neutral", "positive", "probable"),
        ("plan", "intention", None, "neutral", "positive", "certain"),
        ("support", "attitude", None, "neutral", "positive", None),
        ("hear", "perception", None, "neutral", "positive", "certain"),
        ("show", "evidence", None, "endorsing", "positive", "certain"),
        ("decree", "decision", "declaration", "neutral", "positive", None),
        ("call for", "speech", "directive", "neutral", "positive", None),
        ("vow", "speech", "commissive", "neutral", "positive", "certain"),
        ("condemn", "speech", "expressive", "neutral", "positive", None),
    ],
)
def test_verbs(
    lemma: str, kind: str, act: str | None, stance: str, polarity: str, certainty: str | None
) -> None:
    entry = lexicon.look_up_verb(lemma)

    assert entry is not None
    assert (entry.kind, entry.speech_act, entry.stance) == (kind, act, stance)
    assert (entry.polarity, entry.certainty) == (polarity, certainty)


def test_the_lexicon_is_as_large_as_a_newsroom_needs() -> None:
    assert len({entry.lemma for entry in lexicon.verbs().values()}) >= 1000
    assert len({entry.lemma for entry in lexicon.nouns().values()}) >= 300


@pytest.mark.parametrize(("american", "british"), [("criticize", "criticise"), ("rumor", "rumour")])
def test_british_spelling_is_the_same_entry(american: str, british: str) -> None:
    assert lexicon.look_up_verb(british) == lexicon.look_up_verb(american)


@pytest.mark.parametrize("lemma", ["say", "Say", "whisper", "write", "explain", "quip"])
def test_verbs_that_introduce_direct_speech(lemma: str) -> None:
    assert lexicon.is_reporting_verb(lemma)


@pytest.mark.parametrize("lemma", ["think", "plan", "portray", "walk", ""])
def test_verbs_that_do_not(lemma: str) -> None:
    assert not lexicon.is_reporting_verb(lemma)


@pytest.mark.parametrize("word", ["table-cloth", "walk", ""])
def test_what_is_no_cue_has_no_entry(word: str) -> None:
    assert lexicon.look_up_verb(word) is None
    assert lexicon.look_up_noun(word) is None
    assert lexicon.look_up_adjective(word) is None


def test_nouns_and_adjectives() -> None:
    warning, wary = lexicon.look_up_noun("warning"), lexicon.look_up_adjective("wary")

    assert warning is not None
    assert warning.kind == "speech"
    assert wary is not None
    assert (wary.kind, wary.polarity) == ("attitude", "negative")


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("According to", "according to"),
        ("in the words of", "in the words of"),
        ("in his view", "in x's view"),
        ("in Ms. Hill ’s view", "in x's view"),
        ("in Hill’s view", "in x's view"),
        ("in view", "in x's view"),
        ("in the harbour", None),
        ("his view", None),
        ("", None),
    ],
)
def test_phrases_with_and_without_their_possessor(words: str, phrase: str | None) -> None:
    entry = lexicon.look_up_phrase(words.split())

    assert (entry.lemma if entry is not None else None) == phrase


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("denies", "deny"),
        ("alleging", "allege"),
        ("Quipped", "quip"),
        ("dismisses", "dismiss"),
        ("stays", None),
    ],
)
def test_a_verb_is_found_by_its_regular_forms(form: str, lemma: str | None) -> None:
    assert lexicon.find_verb_of_form(form) == lemma


def test_entries_that_address_say_how() -> None:
    tell, say = lexicon.look_up_verb("tell"), lexicon.look_up_verb("say")

    assert tell is not None
    assert say is not None
    assert tell.addressee == {"object"}
    assert say.addressee == {"to"}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("say\tspeech", "2 fields"),
        ("say\tsinging\tassertive\tneutral\tpositive\tcertain\tthat\t-", "'singing'"),
        ("say\tspeech\tassertive\tneutral\tpositive\tcertain\tthot\t-", "thot"),
    ],
)
def test_a_faulty_line_is_named(line: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        lexicon._parse(line)
