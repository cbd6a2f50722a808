"""Which texts are transcripts, and where each turn ends."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from claimx.pipeline.layout.component import Layout
from claimx.pipeline.layout.turns import find_turns
from claimx.pipeline.layout_annotations import Section, get_turns, set_sections

NLP = spacy.blank("en")
Turns = list[tuple[str, list[str]]]


def lay_out(*parts: str, **kinds: str) -> Doc:
    """A Doc of paragraphs; ``kinds`` gives that of one by its number (``p2="caption"``)."""
    doc = NLP.make_doc("\n\n".join(parts))
    sections, at = [], 0
    for number, part in enumerate(parts):
        span = doc.char_span(at, at + len(part), alignment_mode="expand")
        assert span is not None
        sections.append(Section(span, kinds.get(f"p{number}", "body")))
        at += len(part) + 2
    set_sections(doc, sections)
    return doc


def read(*parts: str, **kinds: str) -> Turns:
    """Label and words of every turn."""
    turns = find_turns(lay_out(*parts, **kinds))
    return [(turn.label.text, [span.text for span in turn.words]) for turn in turns]


INTERVIEW = (
    "Ruth Okafor has spent thirty years on the dykes of the delta.",
    "Q: When did you hear of it?",
    "A: On Monday. A farmer called me.",
    "I drove out at once.",
    "Q: And the mayor?",
    "A: He says that he was not told.",
)


def test_questions_and_answers_are_turns() -> None:
    assert read(*INTERVIEW) == [
        ("Q", ["When did you hear of it?"]),
        ("A", ["On Monday. A farmer called me.", "I drove out at once."]),
        ("Q", ["And the mayor?"]),
        ("A", ["He says that he was not told."]),
    ]


@pytest.mark.parametrize(
    ("question", "answer", "labels"),
    [
        ("Q. Was it safe?", "A. No. J. K. Rowan told me so.", ["Q.", "A."]),
        ("Q1: Was it safe?", "A1: No.", ["Q1", "A1"]),
        ("Question: Was it safe?", "Answer: No.", ["Question", "Answer"]),
        ("**Q:** Was it safe?", "**A:** No.", ["Q", "A"]),
        ("**Q: Was it safe?**", "A: No.", ["Q", "A"]),
    ],
)
def test_the_ways_to_write_question_and_answer(
    question: str, answer: str, labels: list[str]
) -> None:
    found = read(question, answer)
    assert [label for label, _ in found] == labels
    assert found[0][1] == ["Was it safe?"]


@pytest.mark.parametrize(
    "labels",
    [
        ("GRANT", "REYES"),
        ("MR. GRANT", "THE PRESIDENT"),
        ("Alice Grant", "Jean-Luc O’Neil"),
        ("BBC News", "Jane Smith"),
        ("Channel 5", "Ludwig van Reyes"),
        ("Host", "Sen. Paul Reyes"),
        ("THE PRESIDENT", "THE VICE PRESIDENT"),
    ],
)
def test_labels_that_alternate_are_turns(labels: tuple[str, str]) -> None:
    one, other = labels
    found = read(
        f"{one}: Why did you cut it?",
        f"{other}: I did not cut it.",
        f"{one}: Who did?",
        f"{other}: Nobody.",
    )
    assert [label for label, _ in found] == [one, other, one, other]


def test_a_fuller_label_and_the_surname_are_one_speaker() -> None:
    found = read(
        "SCOTT SIMON, HOST: Good morning. Ann Hill joins us.",
        "ANN HILL: Thank you for having me.",
        "SIMON: Was it safe?",
        "HILL (through interpreter): No.",
        "(SOUNDBITE OF BRIDGE)",
        "UNIDENTIFIED MAN: I saw it fall.",
        "SIMON: Thank you.",
    )
    assert [label for label, _ in found] == [
        "SCOTT SIMON, HOST",
        "ANN HILL",
        "SIMON",
        "HILL",
        "UNIDENTIFIED MAN",
        "SIMON",
    ]
    assert found[3][1] == ["No."]


def test_a_dash_stands_for_the_colon_where_every_label_comes_again() -> None:
    turns = ("Hall — Was it safe?", "Hill — No, I told you.", "Hall — When?", "Hill — In May.")
    assert [label for label, _ in read(*turns)] == ["Hall", "Hill", "Hall", "Hill"]
    assert read(*turns[:3]) == []


def test_lines_of_one_paragraph_may_be_turns() -> None:
    assert read("Q: Was it safe?\nA: No.", "Q: And then?\nA: Nothing.") == [
        ("Q", ["Was it safe?"]),
        ("A", ["No."]),
        ("Q", ["And then?"]),
        ("A", ["Nothing."]),
    ]


def test_a_label_may_stand_above_its_words() -> None:
    found = read("HILL:", "I was not there.", "COLE:", "Where were you?", "HILL:", "At home.")
    assert found == [
        ("HILL", ["I was not there."]),
        ("COLE", ["Where were you?"]),
        ("HILL", ["At home."]),
    ]


@pytest.mark.parametrize(
    "parts",
    [
        # Single lines with a colon are none, and neither is a label that nobody answers.
        ("TARN: The harbour closed.", "Note: You can call us.", "Update: It runs again."),
        ("HILL: I was there.", "HILL: I saw you.", "HILL: I left."),
        ("He said: I go.", "She said: You stay.", "He said: I go.", "She said: You stay."),
        # Tables say neither "I" nor "you", and ask nothing.
        ("Home: Tarn 3", "Away: Marl 2", "Home: Norvik 1", "Away: Holm 0"),
        ("Tarn: rain at times.", "Marl: sun.", "Tarn: rain.", "Marl: fog."),
        # Whom a letter is for does not write it.
        ("DEAR ABBY: Am I right?", "DEAR LOST: You are.", "DEAR ABBY: Am I?", "DEAR LOST: No."),
        ("Myth: You need it.", "Fact: You don't.", "Myth: I can't.", "Fact: You can."),
        ("Step 1: You open it.", "Step 2: You close it.", "Step 1: You open it."),
        ("Monday: We walk.", "Tuesday: We swim.", "Monday: We walk.", "Tuesday: We swim."),
    ],
)
def test_what_is_no_transcript(parts: tuple[str, ...]) -> None:
    assert read(*parts) == []


def test_the_outlets_own_label_ends_a_turn_and_opens_none() -> None:
    assert read(
        "BIDEN: “I never said that.”",
        "THE FACTS: He did.",
        "TRUMP: “You are wrong.”",
        "THE FACTS: Both were.",
        "BIDEN: “Come on.”",
    ) == [
        ("BIDEN", ["“I never said that.”"]),
        ("TRUMP", ["“You are wrong.”"]),
        ("BIDEN", ["“Come on.”"]),
    ]


def test_the_first_words_of_an_answer_are_no_label() -> None:
    found = read(
        "Host: Was it safe, Ms. Hill?",
        "Hill: I think so.",
        "Look: it stood for a century.",
        "Host: And now?",
        "Hill: It is gone.",
    )
    assert found[1] == ("Hill", ["I think so.", "Look: it stood for a century."])


def test_who_asks_may_stand_in_brackets() -> None:
    parts = (
        "((Delta News)) When did you hear of it?",
        "Ruth Okafor: On Monday. A farmer called me.",
        "((DN))  And then?",
        "RO: I drove out at once.",
        "((DN)) Were you told?",
        "RO: I was not.",
    )
    assert [label for label, _ in read(*parts)] == ["Delta News", "Ruth Okafor", *("DN", "RO") * 2]
    marks = [turn.mark is None for turn in find_turns(lay_out(*parts))]
    assert marks == [True, False] * 3
    # By itself it opens nothing: who answers is not told.
    assert read(*(part.partition(":")[2] or part for part in parts)) == []


def test_a_label_that_is_not_understood_ends_the_turn() -> None:
    found = read(
        "Host: Was it safe, Ms. Hill?",
        "Hill: I think so.",
        "Correspondents: it was built in 1910.",
        "It was painted twice.",
        "Host: And now?",
        "Hill: It is gone.",
    )
    assert found[1] == ("Hill", ["I think so."])


def test_the_last_turn_ends_with_its_paragraph() -> None:
    found = read(*INTERVIEW, "The interview was edited for length.")
    assert found[-1] == ("A", ["He says that he was not told."])


def test_where_the_text_tells_of_the_speaker_he_speaks_no_longer() -> None:
    found = read(
        "Cole: Did you read it?",
        "Smith: I did not.",
        "Smith looked at her lawyer.",
        "She took a sip of water.",
        "Cole: Why not?",
        "Smith: I had no time.",
    )
    assert found[1] == ("Smith", ["I did not."])


def test_what_interrupts_a_turn_is_nobodys_words() -> None:
    found = read(
        "Q: Was it safe?",
        "A: No.",
        "(Applause.)",
        "Photo: The bridge at dawn.",
        "It never was.",
        "Q: Thank you.",
        "A: You too.",
        p3="caption",
    )
    assert found[1] == ("A", ["No.", "It never was."])


@pytest.mark.parametrize("kind", ["headline", "metadata", "caption", "embed", "byline"])
def test_no_turn_opens_outside_of_the_story(kind: str) -> None:
    found = read("Hill: I go", "Cole: Why?", "Hill: I must.", "Cole: Must you?", p0=kind)
    assert [label for label, _ in found] == ["Cole", "Hill", "Cole"]


def test_a_sentence_starts_at_the_label_and_at_the_words() -> None:
    doc = Layout()(lay_out("Q: Was it safe?\nA: No.", "Q: Never?\nA: Never."))
    starts = [token.text for token in doc if token.is_sent_start]
    assert starts == ["Q", "Was", "A", "No", "Q", "Never", "A", "Never"]
    assert [turn.label.text for turn in get_turns(doc)] == ["Q", "A", "Q", "A"]
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert [turn.words[0].text for turn in get_turns(again)] == [
        "Was it safe?",
        "No.",
        "Never?",
        "Never.",
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["Q:", "A:", "HILL:", "**", "I", "(x)", "\n", "\n\n", "—", "?"])))
def test_turns_are_in_order_and_never_overlap(parts: list[str]) -> None:
    doc = NLP.make_doc(" ".join(parts) + " ")
    end = 0
    for turn in find_turns(doc):
        for span in (turn.label, *([turn.mark] if turn.mark is not None else []), *turn.words):
            assert end <= span.start < span.end
            end = span.end


def test_a_long_transcript_is_read_to_its_end() -> None:
    turns = [f"HILL: I saw {n} of you.\n\nGUEST{n}: Did you, {n}?" for n in range(400)]
    assert len(find_turns(NLP.make_doc("\n\n".join(turns)))) == 800


def test_names_without_a_mark_open_turns_where_the_text_above_gives_them() -> None:
    above = "Ruth Okafor and Sam Hill run the ferry. They talked to Ann Cole of this paper."
    parts = (
        "ANN COLE Was it safe?",
        "RUTH OKAFOR It never was. I told everybody.",
        "ANN COLE And now?",
        "SAM HILL I cannot say.",
        "RUTH OKAFOR Nobody can.",
    )
    assert read(above, *parts) == [
        ("ANN COLE", ["Was it safe?"]),
        ("RUTH OKAFOR", ["It never was. I told everybody."]),
        ("ANN COLE", ["And now?"]),
        ("SAM HILL", ["I cannot say."]),
        ("RUTH OKAFOR", ["Nobody can."]),
    ]
    assert read("They run the ferry.", *parts) == []


def test_names_that_open_paragraphs_of_news_are_no_labels() -> None:
    above = "Ruth Okafor of the Okafor Line met Sam Hill of the Hill Trust in Tarn."
    assert (
        read(
            above,
            "Okafor Line ships were late. Why? I cannot say.",
            "Hill Trust money was lost.",
            "The mayor of Tarn left.",
            "The ferry left as well.",
            "Okafor Line ships were sold.",
            "Hill Trust money was found.",
        )
        == []
    )


def test_a_single_label_opens_the_answers_to_lines_that_ask() -> None:
    above = "Every week we ask somebody the same questions. Here are those of Ruth Okafor."
    lines = "\n".join(
        (
            "What do you read?",
            "Ruth: The tide tables.",
            "What do you sing?",
            "Ruth: I hum.",
        )
    )
    doc = lay_out(above, lines)
    assert [(t.label and t.label.text, t.asks, t.words[0].text) for t in find_turns(doc)] == [
        (None, True, "What do you read?"),
        ("Ruth", False, "The tide tables."),
        (None, True, "What do you sing?"),
        ("Ruth", False, "I hum."),
    ]


def test_questions_need_no_question_mark_where_answers_say_i() -> None:
    found = read("Q: They call it late.", "A: I was early.", "Q: They insist.", "A: I do too.")
    assert [label for label, _ in found] == ["Q", "A", "Q", "A"]
