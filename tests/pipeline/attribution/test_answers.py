"""What follows a question is the answer of the one who was asked, through the shipped pipeline."""

from __future__ import annotations

import pytest

import claimx

_END = "\n\nThe council meets again on Monday."
_PAST = "Ruth Obi has led the harbour since 2011. "


def _answers(text: str, words: str) -> list[str]:
    """Who says ``words``."""
    article = claimx.extract(text + _END, published="2025-03-14")
    names = {speaker.id: speaker.name for speaker in article.speakers}
    (claim,) = (claim for claim in article.claims if words in claim.content.text)
    return [names[key] for key in claim.speakers]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("“Is the quay safe?” a resident asked Harbour Master Ruth Obi.", "“It was checked.”"),
        ("“Is the quay safe?” a resident asked Ruth Obi.", "“No. It is sinking.”"),
        (_PAST + "“Is the quay safe?” Dan Webb asked her.", "“It was checked in May.”"),
        ("Dan Webb asked Ruth Obi whether the quay was safe.", "“Of course. It was checked.”"),
    ],
)
def test_a_later_paragraph_is_of_the_one_who_was_asked(asked: str, answer: str) -> None:
    assert _answers(f"{asked}\n\n{answer}", answer.strip("“”")) == ["Ruth Obi"]


def test_in_one_paragraph_the_asker_goes_on_but_for_what_opens_as_an_answer() -> None:
    asked = "“Is the quay safe?” Dan Webb asked Ruth Obi."
    assert _answers(f"{asked} “Yes. It was checked.”", "It was checked") == ["Ruth Obi"]
    assert _answers(f"{asked} “The children play there.”", "The children") == ["Dan Webb"]


def test_where_nothing_says_who_was_asked_an_answer_is_nobodys() -> None:
    asked = "“Is the quay safe?” Dan Webb asked."
    assert _answers(f"{asked}\n\n“Never. It is sinking.”", "It is sinking") == []


@pytest.mark.parametrize(
    ("asked", "later"),
    [
        # What a crowd is asked, and a determiner that is no answer.
        ("“Do you want a new quay?” Dan Webb asked the crowd.", "“You shall have it.”"),
        ("“Who wants a new quay?” Dan Webb asked.", "“No child should play on this one.”"),
    ],
)
def test_a_speaker_may_go_on_behind_a_question(asked: str, later: str) -> None:
    assert _answers(f"{asked}\n\n{later}", later.strip("“”")) == ["Dan Webb"]
