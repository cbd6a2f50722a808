"""Who speaks in inputs of the kinds that users of other tools reported as wrong."""

from __future__ import annotations

import pytest

import claimx
from claimx.article import Article


def read(text: str) -> tuple[list[tuple[str, list[str]]], dict[str, list[str]]]:
    """The cue of each claim with its speakers' names, and the roles of each speaker."""
    article: Article = claimx.extract(text)
    names = {speaker.id: speaker.name for speaker in article.speakers}
    said = [
        (
            " ".join(span.text for span in claim.cue.spans) if claim.cue else "",
            [names[i] for i in claim.source.speakers] if claim.source else [],
        )
        for claim in article.claims
    ]
    roles = {s.name: [role.text for role in s.roles] for s in article.speakers}
    return said, roles


def test_a_name_from_a_naming_clause_is_a_persons_with_the_description_as_role() -> None:
    said, roles = read(
        "A miner, who asked to be identified only as “Flint,” said the shaft had been shut for "
        "weeks. “We are starving here,” Flint said."
    )
    assert said == [("said", ["Flint"]), ("said", ["Flint"])]
    assert roles == {"Flint": ["A miner"]}


@pytest.mark.parametrize(
    "text",
    [
        "Pressed on why the report was late, Minister Jorge Pina declined to answer.",
        "Challenged over why no one was told, Pina said it was late.",
        "Asked on Radio North whether she would stand again, Pina replied that she would not.",
    ],
)
def test_who_is_asked_is_not_who_asks(text: str) -> None:
    said, _ = read(text)
    asked = [names for cue, names in said if cue.startswith(("Pressed", "Challenged", "Asked"))]
    assert not any(asked)  # a cue of asking, where it is one, is nobody's
    assert said[-1][1][0].endswith("Pina")


def test_what_somebody_thinks_is_theirs_though_it_stands_first() -> None:
    said, _ = read("Convinced that the plan was sound, Ida Krohn said she would vote for it.")
    assert said == [("Convinced", ["Ida Krohn"]), ("said", ["Ida Krohn"])]


def test_an_introduction_that_names_two_tells_who_answers_by_the_office() -> None:
    said, _ = read(
        "Ann Hill, the chief of the Harbour Trust, met Tom Kerr at the new pier.\n\n"
        "Q: Why did you close it?\n\nA: We had no money.\n\n"
        "Q: Will it reopen?\n\nA: I hope so.\n"
    )
    turns = [names for cue, names in said if cue == ":"]
    assert turns == [["Tom Kerr"], ["Ann Hill"], ["Tom Kerr"], ["Ann Hill"]]


def test_a_weekday_is_no_part_of_a_speaker() -> None:
    _, roles = read("The mayor Tuesday said Winter was wrong.")
    assert list(roles) == ["mayor"]


def test_what_belongs_to_somebody_else_ties_nobody() -> None:
    article = claimx.extract(
        "Ann Hill, the chief of the Harbour Trust, spoke to Tom Kerr. Kerr said it was over. Hill "
        "said it had begun."
    )
    assert {s.name: s.affiliation for s in article.speakers} == {
        "Ann Hill": "Harbour Trust",
        "Tom Kerr": None,
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tarn's exiled spiritual leader, Ann Hill, says the vote is fair.", ["Ann Hill"]),
        ("New York based Human Rights Watch said the vote was fair.", ["Human Rights Watch"]),
        ("The four British soldiers have pleaded not guilty.", ["four British soldiers"]),
        ("Ann Hill met Tom Reid. The two leaders said it was fair.", ["Ann Hill", "Tom Reid"]),
        ("Democratic politicians say the vote was fair.", ["Democratic politicians"]),
        (
            "The firm's finance chief, Nora Feld, and its chairman, Otto Brandt, said it was fair.",
            ["Nora Feld", "Otto Brandt"],
        ),
        (
            "Peter Vance and Ruth Oakes said the talks failed. They said it was fair.",
            ["Peter Vance", "Ruth Oakes"],
        ),
        ("The suspect, a man named Tom Reid, said it was fair.", ["Tom Reid"]),
        ("A nurse who lives with a man named Tom Reid said it was fair.", ["nurse"]),
    ],
)
def test_who_is_described_at_length_is_not_left_open(text: str, names: list[str]) -> None:
    said, _ = read(text)
    assert said[-1][1] == names


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Hartley, who is also the chairwoman of the water board, said it was fair.",
        '"We were told late," said Ruth Hartley, who is also the chairwoman of the water board.',
    ],
)
def test_a_relative_clause_tells_a_role(text: str) -> None:
    _, roles = read(text)
    (role,) = roles["Ruth Hartley"]
    assert "chairwoman" in role


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Ann Hill is the mayor but not the leader of the party.", ["the mayor"]),
        (
            "Ann Hill is the chair of the board and Tom Reid the treasurer.",
            ["the chair of the board"],
        ),
        ("Ann Hill was nearly mayor of Tarn.", []),
        ("Ann Hill is also the mayor, not the leader.", ["the mayor"]),
        ("Ann Hill is the zeitgeist.", []),
    ],
)
def test_a_role_is_what_somebody_is_said_to_be_and_nothing_denied(
    sentence: str, told: list[str]
) -> None:
    _, roles = read(f"{sentence} Hill said it was fair.")
    assert roles["Ann Hill"] == told


def test_an_office_that_others_gave_or_a_clause_behind_another_tells_is_a_role() -> None:
    _, roles = read("Ann Hill, whom the board named head of the ward, said it was fair.")
    assert roles["Ann Hill"] == ["head of the ward"]
    _, roles = read("Ann Hill is a doctor who serves as head of the ward. She said it was fair.")
    assert roles["Ann Hill"] == ["a doctor", "head of the ward"]
    _, roles = read("Ann Hill is not a doctor who serves as head of the ward. She said it was.")
    assert roles["Ann Hill"] == []
    _, roles = read("Ann Hill, who named Tom Reid head of the ward, said it was fair.")
    assert roles["Ann Hill"] == []


def test_a_plural_description_belongs_to_everybody_behind_it() -> None:
    _, roles = read("The senators, Ann Hill and Tom Reid, said it was fair.")
    assert roles == {"Ann Hill": ["The senators"], "Tom Reid": ["The senators"]}
