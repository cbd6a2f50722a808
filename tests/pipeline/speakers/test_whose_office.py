"""Whose office it is, and whose body it belongs to, where the words beside a name leave it open."""

from __future__ import annotations

import pytest

import claimx


def read_people(text: str) -> dict[str, tuple[list[str], str | None]]:
    """The roles and the affiliation of each speaker."""
    article = claimx.extract(text)
    return {one.name: ([r.text for r in one.roles], one.affiliation) for one in article.speakers}


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        (
            "Harbour Trust, which runs the ferries, was represented by its treasurer, Ruth Obi, who"
            " said that the fares would rise.",
            "Harbour Trust",
        ),
        (
            "Depositors of Northern Savings Bank waited outside all day. A clerk at the bank, Ruth"
            " Obi, said that nobody had told them anything.",
            "Northern Savings Bank",
        ),
    ],
)
def test_an_office_belongs_to_the_body_that_is_meant(text: str, affiliation: str) -> None:
    assert read_people(text)["Ruth Obi"][1] == affiliation


def test_a_title_belongs_to_the_name_behind_it_alone() -> None:
    people = read_people(
        "Governor Ruth Obi, police chief Ann Hill and school director Tom Kerr said in a letter"
        " that the road was unsafe."
    )
    assert [roles for roles, _ in people.values()] == [
        ["Governor"],
        ["police chief"],
        ["school director"],
    ]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Ruth Obi, a nurse, and Tom Kerr, a porter, said so.", [["a nurse"], ["a porter"]]),
        (
            "Ruth Obi, the mayor of Harwick, Dan Webb, a judge, and Tom Kerr, a porter, said so.",
            [["the mayor of Harwick"], ["a judge"], ["a porter"]],
        ),
    ],
)
def test_what_is_said_of_one_in_a_row_is_not_said_of_another(
    text: str, roles: list[list[str]]
) -> None:
    assert [found for found, _ in read_people(text).values()] == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("If she were named minister, Ruth Obi said on Monday, she would sell her shares.", []),
        (
            "Ruth Obi won in May. As mayor, she has opened three schools. Obi said there would be"
            " more.",
            ["mayor"],
        ),
        (
            "Ruth Obi lost in May. As mayor, she would have opened three schools. Obi said so.",
            [],
        ),
        (
            "Ruth Obi, who works as a bus driver, said that the roads were bad.",
            ["a bus driver"],
        ),
        (
            "Ruth Obi, a grocer and deputy head of the farmers' union, said that prices were low.",
            ["a grocer", "deputy head of the farmers' union"],
        ),
        (
            "Ruth Obi is both secretary of the union and coach of the team. Obi said it was hard.",
            ["secretary of the union", "coach of the team"],
        ),
    ],
)
def test_a_role_is_what_the_text_says_and_no_more(text: str, roles: list[str]) -> None:
    assert read_people(text)["Ruth Obi"][0] == roles
