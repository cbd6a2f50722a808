"""Several roles in a row, and roles that no list of nouns has."""

from __future__ import annotations

import pytest

import claimx


@pytest.mark.parametrize(
    ("source", "roles"),
    [
        (
            "Ruth Obi, a war veteran, activist, radio show host, and currently a candidate for the"
            " seat,",
            ["a war veteran", "activist", "radio show host", "a candidate for the seat"],
        ),
        (
            "Ruth Obi — former harbour master, mayor of Tarn, and member of the council —",
            ["former harbour master", "mayor of Tarn", "member of the council"],
        ),
        ("Ruth Obi, a lawyer, author, and Tom Kerr", ["a lawyer", "author"]),
        ("Ruth Obi, the mayor, and the governor", ["the mayor"]),
        ("Ruth Obi, the wife of a doctor, lawyer and senator,", []),
        ("Ruth Obi, assistant to the mayor, governor and judge,", ["assistant to the mayor"]),
        ("On Monday actress, singer and model Ruth Obi", ["singer", "model"]),
        (
            "Television host, author and philanthropist Ruth Obi",
            ["Television host", "author", "philanthropist"],
        ),
        ("The lawyer and former senator Ruth Obi", ["The lawyer", "former senator"]),
        (
            "Ruth Obi, his wife and the current chairwoman of the Tarn party,",
            ["the current chairwoman of the Tarn party"],
        ),
        ("Chargers receiver Ruth Obi", ["Chargers receiver"]),
        ("Longtime showrunner Ruth Obi", ["Longtime showrunner"]),
        ("In the film Ruth Obi", []),
        ("On the phone Ruth Obi", []),
    ],
)
def test_roles_beside_a_name(source: str, roles: list[str]) -> None:
    article = claimx.extract(f"{source} said that the harbour was closed.\n")
    speaker = next(speaker for speaker in article.speakers if speaker.name == "Ruth Obi")
    assert [role.text for role in speaker.roles] == roles


def test_whoever_explains_a_description_is_its_subject() -> None:
    article = claimx.extract(
        "The head doctor, Ruth Obi, is also the mayor of Tarn. Obi said that it was over.\n"
    )
    (speaker,) = article.speakers
    assert [role.text for role in speaker.roles] == ["The head doctor", "the mayor of Tarn"]


def test_a_noun_that_no_list_has_is_taken_up_as_a_role() -> None:
    article = claimx.extract(
        "The record is almost complete, frontman Ruth Obi said on Monday. Manager Ann Hill was in"
        " the studio as well.\n\nThe frontman said that it would be out in May.\n"
    )
    (speaker,) = article.speakers
    assert speaker.name == "Ruth Obi"
