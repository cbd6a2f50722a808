"""The table of nouns: its lines are sound, and its classes hold what their names say."""

from __future__ import annotations

import pytest

from claimx.lang.en import nouns
from claimx.lang.en.words import words_of
from claimx.pipeline.entities.lexicon import person_nouns


def test_the_table_is_in_the_order_of_the_alphabet() -> None:
    words = list(nouns.read_nouns())

    assert words == sorted(words)
    assert all(word == word.lower().strip() for word in words)


def test_only_persons_have_a_gender() -> None:
    told = [noun for noun in nouns.read_nouns().values() if noun.gender]

    assert {noun.gender for noun in told} == {"m", "f"}
    assert all("person" in noun.kinds for noun in told)


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("kin", "sister", "rival"),
        ("unaffiliated", "rival", "spokesman"),
        ("anonymous", "whistleblower", "official"),
        ("anonymous-if-indefinite", "official", "senator"),
        ("any-name", "company", "city"),
        ("audience", "crowd", "truth"),
        ("told", "truth", "crowd"),
        ("partitive", "dozens", "crowd"),
        ("work", "documentary", "placard"),
        ("slogan", "placards", "documentary"),
        ("judicial", "judge", "lawyer"),
        ("interviewer", "reporter", "senator"),
        ("lone-fraction", "percent", "sliver"),
        ("field", "state", "tarn"),
        ("before-name", "carmaker", "city"),
        ("dated", "remarks", "building"),
        ("plan", "agenda", "election"),
    ],
)
def test_a_class_holds_the_words_that_are_meant(name: str, inside: str, outside: str) -> None:
    found = nouns.nouns_of(name)

    assert inside in found
    assert outside not in found


def test_forms_of_one_title_are_one_office() -> None:
    offices = nouns.offices()

    assert offices["congresswoman"] == offices["rep"]
    assert offices["mayor"] != offices["governor"]


def test_whoever_has_an_office_sits_in_a_body_of_a_known_kind() -> None:
    kinds = set(nouns.class_values("in-name").values())

    assert nouns.class_values("seat")["senator"] == "parliament"
    assert nouns.class_values("in-name")["senate"] == "parliament"
    assert kinds <= set(nouns.class_values("seat").values())
    assert words_of("kind for itself") <= kinds


def test_a_letter_leads_to_the_words_of_a_party() -> None:
    assert nouns.party_words()["D"] == {"democrat", "democratic"}


def test_a_word_of_number_tells_how_many() -> None:
    assert nouns.number_words()["trio"] == 3


def test_a_noun_for_a_person_tells_the_sex_whatever_its_accents() -> None:
    assert person_nouns()["fiancee"] == "f"
    assert person_nouns()["senator"] is None


def test_a_class_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        nouns.nouns_of("audiences")


@pytest.mark.parametrize(
    "lines",
    [
        ("mayor\tperson\t-",),
        ("mayor\tperson\t-\t-", "mayor\tgroup\t-\t-"),
        ("mayor\tpersons\t-\t-",),
        ("mayor\tperson\t-\tofice=mayor",),
    ],
)
def test_a_line_that_is_not_as_the_head_says_is_an_error(
    lines: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nouns, "read_lines", lambda name: lines)

    with pytest.raises(ValueError, match=r"nouns\.tsv"):
        nouns.read_nouns.__wrapped__()
