"""Interviews whose questions are paragraphs without a label."""

from __future__ import annotations

import pytest

import claimx
from claimx.article import Article

QUESTIONS = ("Why did you leave the harbour?", "Were you afraid?", "What comes next?")
ANSWERS = (
    "I think that the harbour is finished. My father worked there.",
    "My mother told me, “I will miss you.” I knew that she was right.",
    "We believe that the ferry will come back.",
)


def _print(*above: str, questions: tuple[str, ...] = QUESTIONS) -> str:
    turns = [part for pair in zip(questions, ANSWERS, strict=True) for part in pair]
    return "\n\n".join([*above, *turns]) + "\n"


def _speakers_of(article: Article, words: str) -> list[str]:
    """The names of those to whom what holds ``words`` is attributed: the answer and all in it."""
    names = {speaker.id: speaker.name for speaker in article.speakers}
    claims = [claim for claim in article.claims if words in claim.content.text]
    (found,) = {tuple(names[speaker] for speaker in claim.speakers) for claim in claims}
    return list(found)


@pytest.mark.parametrize(
    "above",
    [
        ("An interview with Ruth Obi", "The harbour of Tarn closed in May."),
        ("The last captain", "The Tarn Courier interviewed Ruth Obi, who has left the harbour."),
        (
            "The last captain",
            "Captain Ruth Obi left the harbour in May. This conversation was edited for length.",
        ),
        (
            "The last captain",
            "Mayor Sam Hill closed the harbour in May. Captain Ruth Obi met our correspondent.",
        ),
        (
            "The last captain",
            "Mayor Sam Hill closed the harbour in May.",
            "Her last passenger left in June. Ruth Obi agreed to talk to us.",
        ),
    ],
)
def test_answers_are_of_whom_the_introduction_presents(above: tuple[str, ...]) -> None:
    article = claimx.extract(_print(*above))
    assert _speakers_of(article, "the harbour is finished") == ["Ruth Obi"]
    assert _speakers_of(article, "the ferry will come back") == ["Ruth Obi"]
    (speaker,) = (speaker for speaker in article.speakers if speaker.name == "Ruth Obi")
    pronouns = [m.span.text for m in speaker.mentions if m.kind == "pronoun"]
    first = [word for word in pronouns if word.lower() in ("i", "me", "my")]
    assert first == ["I", "My", "My", "me", "I"]
    # "You" of the two questions, not that of the mother.
    assert pronouns.count("you") == 2


@pytest.mark.parametrize(
    "above",
    [
        # One whom it does not name.
        (
            "Ruth Obi on the harbour",
            "The Tarn Courier interviewed the owner of a bar about Ruth Obi, the captain.",
        ),
        ("An interview with two captains", "Ruth Obi and Sam Hill left the harbour in May."),
        ("An interview", "The harbour of Tarn closed in May."),
        # No interview at all.
        ("The harbour of Ruth Obi", "Ruth Obi left the harbour in May."),
    ],
)
def test_answers_are_left_open_where_nothing_says_who_answers(above: tuple[str, ...]) -> None:
    assert _speakers_of(claimx.extract(_print(*above)), "the harbour is finished") == []


def test_an_interview_need_not_say_that_it_is_one() -> None:
    questions = ("Ruth, why did you leave the harbour?", *QUESTIONS[1:], "Where?")
    answers = (*ANSWERS, "I think that it is late.")
    turns = [part for pair in zip(questions, answers, strict=True) for part in pair]
    above = ["The last captain", "Ruth Obi and Mayor Sam Hill met in the harbour of Tarn."]
    article = claimx.extract("\n\n".join([*above, *turns]) + "\n")
    assert _speakers_of(article, "the harbour is finished") == ["Ruth Obi"]
    essay = "\n\n".join([*above, "I think of the harbour every day.", *turns]) + "\n"
    assert _speakers_of(claimx.extract(essay), "the harbour is finished") == []


def test_an_essay_that_asks_itself_is_its_writers() -> None:
    text = _print("The harbour", "By Ann Cole", "My interview with Ruth Obi is a year old.")
    essay = text.replace("?\n\n", "? ")
    assert _speakers_of(claimx.extract(essay), "the harbour is finished") == ["Ann Cole"]


@pytest.mark.parametrize("question", ["**{}**", "{}", "— {}"])
def test_questions_and_answers_are_claims_of_those_who_the_introduction_names(
    question: str,
) -> None:
    answer = "— {}" if question.startswith("—") else "{}"
    turns = [
        form.format(words)
        for asked, answered in zip(QUESTIONS, ANSWERS, strict=True)
        for form, words in ((question, asked), (answer, answered))
    ]
    above = "Ruth Obi has left the harbour of Tarn. Our reporter Dan Webb spoke with her."
    article = claimx.extract("\n\n".join([above, *turns]) + "\n")
    assert _speakers_of(article, "Were you afraid?") == ["Dan Webb"]
    assert _speakers_of(article, "My father worked there.") == ["Ruth Obi"]
    (asked,) = (c for c in article.claims if c.content.text == "Were you afraid?")
    assert (asked.directness, asked.speech_act) == ("direct", "directive")
