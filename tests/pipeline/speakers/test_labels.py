"""Who speaks under the labels of a transcript."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.pipeline.builders import build_doc, find_span
from tests.pipeline.speakers.resolving import resolve

from claimx.pipeline.annotations import Attribution, get_attributions, set_attributions
from claimx.pipeline.layout_annotations import (
    Context,
    Section,
    Turn,
    set_context,
    set_sections,
    set_turns,
)


def transcribe(doc: Doc, *words: str, kinds: tuple[str, ...] = ()) -> None:
    """Make a section of every sentence, and turns of those that ``words`` begin with a label."""
    sections = [
        Section(sentence, kinds[place] if place < len(kinds) else "body")
        for place, sentence in enumerate(doc.sents)
    ]
    set_sections(doc, sections)
    turns, position = [], 0
    for turn in words:
        label, said = turn.split(": ", 1)
        source = find_span(doc, label, doc.text.index(turn, position))
        content = find_span(doc, said, source.end_char)
        turns.append(Turn(source, doc[source.end : source.end + 1], [content]))
        position = content.end_char
    set_turns(doc, turns)
    set_attributions(
        doc,
        [
            Attribution(content=turn.words, source=[turn.label], cue=[turn.mark])
            for turn in turns
            if turn.mark is not None
        ],
    )


def speakers_of(doc: Doc) -> list[tuple[list[str], str]]:
    """The names of the speakers and the rule, by attribution."""
    attributions, speakers = resolve(doc)
    return [
        ([speakers[key].name for key in item.speakers], (item.evidence or {})["rule"])
        for item in attributions
    ]


Q_AND_A = ("Q : Who left ?", "A : [PERSON Dan Webb] left .", "Q : And he ?")
TURNS = ("Q: Who left?", "A: Dan Webb left.", "Q: And he?")


@pytest.mark.parametrize(
    ("above", "kinds", "expected"),
    [
        # The only one of whom the introduction speaks.
        (["[PERSON Ruth Obi] is the mayor ."], (), ["Ruth Obi"]),
        # Of two, the one in the headline.
        (
            ["The bridge of [PERSON Ruth Obi]", "[PERSON Ruth Obi] met [PERSON Sam Hill] ."],
            ("headline", "body"),
            ["Ruth Obi"],
        ),
        # Either of two, and nobody at all: not certain.
        (["[PERSON Ruth Obi] met [PERSON Sam Hill] ."], (), []),
        (["The mayor left ."], (), []),
        # Who signs asks; he answers nothing.
        (["[PERSON Ann Cole]", "[PERSON Ruth Obi] is the mayor ."], ("byline",), ["Ruth Obi"]),
    ],
)
def test_answers_are_of_whom_the_introduction_presents(
    above: list[str], kinds: tuple[str, ...], expected: list[str]
) -> None:
    doc = build_doc(*above, *Q_AND_A)
    transcribe(doc, *TURNS, kinds=kinds)
    rule = "interviewee" if expected else "no-interviewee"
    assert speakers_of(doc)[1] == (expected, rule)


def test_questions_are_of_who_signs_an_interview() -> None:
    doc = build_doc("[PERSON Ruth Obi] is the mayor .", *Q_AND_A)
    set_context(doc, Context(byline="Ann Cole"))
    transcribe(doc, *TURNS)
    found = speakers_of(doc)
    assert found[0] == found[2] == (["Ann Cole"], "interviewer")


def test_questions_without_a_name_are_nobodys() -> None:
    doc = build_doc("[PERSON Ruth Obi] is the mayor .", *Q_AND_A)
    transcribe(doc, *TURNS)
    assert speakers_of(doc)[0] == ([], "no-interviewer")


def test_in_a_briefing_anybody_may_ask() -> None:
    doc = build_doc("[PERSON Ruth Obi] is the mayor .", "Q : Who ?", "OBI : Me .", "Q : Why ?")
    set_context(doc, Context(byline="Ann Cole"))
    transcribe(doc, "Q: Who?", "OBI: Me.", "Q: Why?")
    assert speakers_of(doc) == [
        ([], "no-interviewer"),
        (["Ruth Obi"], "surname"),
        ([], "no-interviewer"),
    ]


def test_a_surname_in_capitals_is_the_full_name_of_the_text() -> None:
    doc = build_doc(
        "[PERSON Ruth Obi] met [PERSON Sam Hill] .",
        "OBI : It is late .",
        "HILL : It was .",
        # The recogniser may take the same letters for something else the next time.
        "[ORG OBI] : They left .",
    )
    transcribe(doc, "OBI: It is late.", "HILL: It was.", "OBI: They left.")
    assert [names for names, _ in speakers_of(doc)] == [["Ruth Obi"], ["Sam Hill"], ["Ruth Obi"]]


def test_a_surname_of_two_is_ambiguous() -> None:
    doc = build_doc("[PERSON Tom Hill] met [PERSON Sam Hill] .", "HILL : It was .")
    transcribe(doc, "HILL: It was.")
    assert speakers_of(doc) == [([], "ambiguous-label")]


def test_a_name_that_stands_nowhere_else_is_a_speaker_as_it_stands() -> None:
    doc = build_doc("They met .", "OKAFOR : It is late .", "OKAFOR : They left .")
    transcribe(doc, "OKAFOR: It is late.", "OKAFOR: They left.")
    attributions, speakers = resolve(doc)
    (speaker,) = speakers.values()
    assert (speaker.name, speaker.kind) == ("OKAFOR", "person")
    assert [item.speakers for item in attributions] == [[speaker.key]] * 2


def test_a_surname_is_the_label_that_has_the_full_name() -> None:
    doc = build_doc("They met .", "SCOTT SIMON : It is late .", "SIMON : They left .")
    transcribe(doc, "SCOTT SIMON: It is late.", "SIMON: They left.")
    attributions, speakers = resolve(doc)
    (speaker,) = speakers.values()
    assert speaker.name == "SCOTT SIMON"
    assert [item.speakers for item in attributions] == [[speaker.key]] * 2


def test_initials_are_the_label_that_has_the_full_name() -> None:
    doc = build_doc(
        "They met .",
        "Wikitimes : So ?",
        "[PERSON Ruth Obi] : It is late .",
        "WT : And ?",
        "[ORG RO] : They left .",
        "RS : We left .",
    )
    transcribe(
        doc, "Wikitimes: So?", "Ruth Obi: It is late.", "WT: And?", "RO: They left.", "RS: We left."
    )
    assert [names for names, _ in speakers_of(doc)] == [
        ["Wikitimes"],
        ["Ruth Obi"],
        ["Wikitimes"],
        ["Ruth Obi"],
        ["RS"],
    ]


def test_initials_of_two_are_nobodys() -> None:
    doc = build_doc("They met .", "ANN HILL : So .", "ALAN HART : No .", "AH : It is late .")
    transcribe(doc, "ANN HILL: So.", "ALAN HART: No.", "AH: It is late.")
    assert [names for names, _ in speakers_of(doc)] == [["ANN HILL"], ["ALAN HART"], ["AH"]]


def test_a_part_in_the_conversation_is_one_speaker() -> None:
    doc = build_doc("They met .", "THE PRESIDENT/NN : It is late .", "THE PRESIDENT/NN : Go .")
    transcribe(doc, "THE PRESIDENT: It is late.", "THE PRESIDENT: Go.")
    attributions, speakers = resolve(doc)
    (speaker,) = speakers.values()
    assert [item.speakers for item in attributions] == [[speaker.key]] * 2


def test_an_i_in_a_turn_is_its_speaker() -> None:
    doc = build_doc("[PERSON Ruth Obi] met [PERSON Sam Hill] .", "OBI : I left .", "HILL : So ?")
    transcribe(doc, "OBI: I left.", "HILL: So?")
    _, speakers = resolve(doc)
    obi = next(speaker for speaker in speakers.values() if speaker.name == "Ruth Obi")
    assert ("I", "pronoun") in [(span.text, kind) for span, kind in obi.mentions]


@pytest.mark.parametrize(
    ("label", "kind", "rule"),
    [
        ("HARBOUR NEWS", "organization", "label"),
        ("MODERATOR", "unnamed", "description"),
        ("PROTESTERS/NNS", "group", "description"),
        ("[PERSON Ann Cole]", "person", "name"),
    ],
)
def test_a_label_that_stands_nowhere_else_tells_what_its_speaker_is(
    label: str, kind: str, rule: str
) -> None:
    doc = build_doc("They met .", f"{label} : It is late .")
    written = list(doc.sents)[1].text.partition(":")[0]
    transcribe(doc, f"{written}: It is late.")
    attributions, speakers = resolve(doc)
    assert [(speaker.name, speaker.kind) for speaker in speakers.values()] == [(written, kind)]
    assert (attributions[0].evidence or {})["rule"] == rule


def test_a_surname_that_two_labels_end_with_is_ambiguous() -> None:
    doc = build_doc(
        "They met .", "[PERSON ANN HILL] : So .", "[PERSON TOM HILL] : No .", "HILL : Late ."
    )
    transcribe(doc, "ANN HILL: So.", "TOM HILL: No.", "HILL: Late.")
    assert speakers_of(doc) == [
        (["ANN HILL"], "name"),
        (["TOM HILL"], "name"),
        ([], "ambiguous-label"),
    ]


def test_the_vice_president_is_no_full_name_of_the_president() -> None:
    doc = build_doc("They met .", "THE VICE/NNP PRESIDENT/NNP : So .", "PRESIDENT/NNP : No .")
    transcribe(doc, "THE VICE PRESIDENT: So.", "PRESIDENT: No.")
    assert [names for names, _ in speakers_of(doc)] == [["VICE PRESIDENT"], ["PRESIDENT"]]


@pytest.mark.parametrize(("label", "kind"), [("OBI", "name"), ("A", "nominal")])
def test_a_label_is_a_mention_by_name_where_it_is_one(label: str, kind: str) -> None:
    doc = build_doc("[PERSON Ruth Obi] is the mayor .", f"{label} : It is late .", "Q : So ?")
    transcribe(doc, f"{label}: It is late.", "Q: So?")
    _, speakers = resolve(doc)
    (speaker,) = speakers.values()
    mentions = [(span.text, kind) for span, kind in speaker.mentions]
    assert (label, kind) in mentions


def test_a_body_of_the_text_asks_under_its_own_name() -> None:
    doc = build_doc("[ORG Tarnwire] met [PERSON Ruth Obi] .", "Tarnwire : Who left ?")
    transcribe(doc, "Tarnwire: Who left?")
    _, speakers = resolve(doc)
    assert [(s.name, s.kind) for s in speakers.values()] == [("Tarnwire", "organization")]


@pytest.mark.parametrize(
    ("mark", "expected"),
    [("?", (["Ruth Obi"], "addressee")), (".", ([], "general-pronoun"))],
)
def test_you_are_the_other_one_where_two_talk_and_one_asks(
    mark: str, expected: tuple[list[str], str]
) -> None:
    said = f"Webb : You say it was over {mark}"
    doc = build_doc("[PERSON Ruth Obi] met [PERSON Dan Webb] .", "Obi : It is .", said)
    transcribe(doc, "Obi: It is.", f"Webb: You say it was over{mark}")
    content = find_span(doc, "it was over")
    source = find_span(doc, "You")
    set_attributions(doc, [*get_attributions(doc), Attribution(content=[content], source=[source])])
    assert expected in speakers_of(doc)
