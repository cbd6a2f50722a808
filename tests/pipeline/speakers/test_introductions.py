"""The introduction of an interview tells who answers and who asks, in whatever words."""

from __future__ import annotations

import pytest

import claimx

_TURNS = (
    "Q: When did you last see the ferry?",
    "A: In May. I waved, and nobody waved back.",
    "Q: Will it come again?",
    "A: They have sold it to Malta.",
)
_KEEPER = "Ruth Obi has kept the harbour light of Tarn for thirty years."


def _read(*above: str) -> tuple[list[str], list[str]]:
    """Who answers and who asks."""
    article = claimx.extract("\n\n".join([" ".join(above), *_TURNS]) + "\n")
    names = {speaker.id: speaker.name for speaker in article.speakers}
    said = {
        claim.content.text: [names[key] for key in claim.speakers]
        for claim in article.claims
        if claim.source is not None
    }
    answer = next(names for text, names in said.items() if text.startswith("In May"))
    return answer, said["When did you last see the ferry?"]


@pytest.mark.parametrize(
    "talk",
    [
        "She recently talked with Dan Webb.",
        "Last week she sat down with Dan Webb about the years ahead.",
        "Dan Webb caught up with her on the quay.",
        "Dan Webb asked her what she will miss.",
        "Dan Webb put the questions of our readers to her.",
        "She received Dan Webb in the lamp room.",
        "Reporter Dan Webb met Obi in Tarn.",
    ],
)
def test_of_two_who_talk_the_one_who_was_presented_answers(talk: str) -> None:
    assert _read(_KEEPER, talk) == (["Ruth Obi"], ["Dan Webb"])


def test_a_paper_that_was_talked_to_asks() -> None:
    talk = "She sat down with the Tarn Courier."
    assert _read(_KEEPER, talk) == (["Ruth Obi"], ["Tarn Courier"])


def test_a_line_may_say_who_asks() -> None:
    assert _read(_KEEPER + "\n\nInterview: Dan Webb") == (["Ruth Obi"], ["Dan Webb"])


@pytest.mark.parametrize(
    "talk",
    [
        # An office, and a meeting of long ago.
        "She recently met Mayor Dan Webb.",
        "In 1998 she met Dan Webb. He sold her a boat. It sank. The light went out in June.",
        "Dan Webb sold her a boat.",
    ],
)
def test_somebody_else_who_is_named_need_not_ask(talk: str) -> None:
    _, asking = _read(_KEEPER, talk)
    assert asking != ["Dan Webb"]


def test_who_asks_is_known_beside_answers_with_names_too() -> None:
    text = """Two pilots, Ruth Obi and Sam Hill, steer the ships of Tarn. Dan Webb questioned them.

Q: Which of you is older?

Obi: I am, by a week.

Hill: She never lets me forget it.

Q: And who is better?

Obi: Ask the ships."""
    article = claimx.extract(text)
    names = {speaker.id: speaker.name for speaker in article.speakers}
    said = {c.content.text: [names[key] for key in c.speakers] for c in article.claims}
    assert said["Which of you is older?"] == ["Dan Webb"]
    assert said["Ask the ships."] == ["Ruth Obi"]


def test_initials_with_full_stops_are_a_label() -> None:
    text = """Keeper Ruth Obi agreed to meet the Tarn Courier.

Tarn Courier: Do you miss the light?

R.O.: I miss the silence.

Tarn Courier: And the storms?

R.O.: No. I was never afraid of them."""
    article = claimx.extract(text)
    names = {speaker.id: speaker.name for speaker in article.speakers}
    said = {c.content.text: [names[key] for key in c.speakers] for c in article.claims}
    assert said["I miss the silence."] == ["Ruth Obi"]
