"""Names of organizations: which are one, which are not, and what they are called."""

from __future__ import annotations

import pytest
from tests.pipeline.builders import build_doc
from tests.pipeline.entities.finding import find_entities


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("Brightwater Inc.", "Brightwater", "Brightwater Inc."),
        ("the Brightwater Corp.", "Brightwater", "Brightwater Corp."),
        ("Harbour Safety Board", "HSB", "Harbour Safety Board"),
        ("Kessler Brothers", "Kessler", "Kessler Brothers"),
    ],
)
def test_forms_of_one_organization(one: str, other: str, name: str) -> None:
    doc = build_doc(f"[ORG {one}] left .", f"[ORG {other}] said so .")
    entities = find_entities(doc)
    assert list(entities) == [name]


def test_an_acronym_in_brackets_is_its_long_form() -> None:
    doc = build_doc("[ORG Guard Corps of Iria] ( [ORG GCI] ) met .", "[ORG GCI] left .")
    assert find_entities(doc)["Guard Corps of Iria"][1] == ["Guard Corps of Iria", "GCI", "GCI"]


@pytest.mark.parametrize(
    "short",
    [
        "NaHaCo",
        # In another language, with as many letters as the name has words.
        "NPK",
    ],
)
def test_one_word_in_brackets_is_the_long_name_before_it(short: str) -> None:
    doc = build_doc(
        f"[ORG National Harbour Council] ( [ORG {short}] ) met .", f"[ORG {short}] left ."
    )
    assert list(find_entities(doc)) == ["National Harbour Council"]


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Tarn Motor Company", "NYSE"),
        ("Associated Press", "AFP"),
        ("National Harbour Council", "BBV"),
        ("Bank of Tarn", "Barclays"),
        ("Manchester City", "Mazda"),
    ],
)
def test_another_organization_in_brackets_is_another(long: str, short: str) -> None:
    doc = build_doc(f"[ORG {long}] ( [ORG {short}] ) met .", f"[ORG {short}] left .")
    assert list(find_entities(doc)) == [long, short]


@pytest.mark.parametrize(
    "sentences",
    [
        ("The [ORG National Harbour Council] ( [ORG BBC] ) met .",),
        (
            "[ORG BBC] left .",
            "The [ORG National Harbour Council] ( [ORG BBC] ) met .",
            "[ORG BBC] won .",
        ),
    ],
)
def test_foreign_letters_that_are_not_introduced_for_later_are_another(
    sentences: tuple[str, ...],
) -> None:
    assert len(find_entities(build_doc(*sentences))) == 2


def test_a_general_first_word_stands_for_no_organization() -> None:
    doc = build_doc("[ORG National Harbour Board] left .", "[ORG National] said so .")
    assert len(find_entities(doc)) == 2


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("The carmaker [PERSON Lanyue Autos] won .", "Lanyue Autos"),
        ("[PERSON Lanyue Motors] won .", "Lanyue Motors"),
    ],
)
def test_a_word_for_a_company_makes_an_organization(first: str, name: str) -> None:
    entities = find_entities(
        build_doc(first, "[PERSON Lanyue] said so .", f"[PERSON {name}] won .")
    )
    assert [label for label, _ in entities.values()] == ["ORG"]


@pytest.mark.parametrize("short", ["Harbour News", "News"])
def test_a_newspaper_is_named_without_its_place(short: str) -> None:
    doc = build_doc(f"[ORG North Tarn Harbour News] met the [ORG {short}] .")
    found = find_entities(doc)
    assert found == {"North Tarn Harbour News": ("ORG", ["North Tarn Harbour News", short])}


def test_a_newspaper_of_two_places_is_neither() -> None:
    doc = build_doc("[ORG Tarn News] met [ORG Pier News] . The [ORG News] won .")
    assert list(find_entities(doc)) == ["Tarn News", "Pier News", "News"]


def test_an_acronym_between_commas_is_the_name_before_it() -> None:
    doc = build_doc("The [ORG Tarn Folk Party] , or [ORG TVP] , won .", "The [ORG TVP] left .")
    assert find_entities(doc) == {"Tarn Folk Party": ("ORG", ["Tarn Folk Party", "TVP", "TVP"])}


@pytest.mark.parametrize(
    "sentence",
    [
        "They could fine [ORG Kessler] , or the [ORG FTC] could sue .",
        "[ORG Kessler] , or [ORG KBM] , will build it .",
        "They fined [ORG Tarn Folk Party] , or the [ORG TVP] could sue .",
    ],
)
def test_an_alternative_is_no_other_name(sentence: str) -> None:
    assert len(find_entities(build_doc(sentence))) == 2


@pytest.mark.parametrize(
    ("full", "other"),
    [
        ("Harbour Gas and Electric Company", "HG&E"),
        ("Harbour Press", "HP"),
        ("National Search and Rescue Agency", "Search and Rescue Agency"),
        ("United States House of Representatives", "House of Representatives"),
        ("Thai Health Board", "Health Board"),
    ],
)
def test_forms_of_one_name_are_one_body(full: str, other: str) -> None:
    doc = build_doc(f"[ORG {full}] left .", f"[ORG {other}] said so .")
    assert [mentions for _, mentions in find_entities(doc).values()] == [[full, other]]


@pytest.mark.parametrize(
    "others",
    [
        ["Thai Health Board", "Kenyan Health Board", "Health Board"],  # either may be meant
        ["Harwick Health Board", "Health Board"],
        ["Harbour Press", "Harwick Post", "HP"],
        ["Thai Board", "Board"],
        ["Harbour War Museum", "Harbour Art Museum", "Harbour Museum"],
        ["Harbour War Pier", "Harbour Pier"],
    ],
)
def test_what_may_be_another_body_is_its_own(others: list[str]) -> None:
    doc = build_doc(*(f"[ORG {name}] said so ." for name in others))
    assert len(find_entities(doc)) == len(others)


@pytest.mark.parametrize(
    ("club", "short"), [("Halden Rovers", "Rovers"), ("FC Stromland", "Stromland")]
)
def test_a_club_is_called_by_the_end_of_its_name(club: str, short: str) -> None:
    doc = build_doc(f"[ORG {club}] left .", f"[PERSON {short}] said so .")
    assert find_entities(doc) == {club: ("ORG", [club, short])}


def test_the_end_of_two_clubs_names_is_neither() -> None:
    doc = build_doc("[ORG Halden United] beat [ORG Marsh United] .", "[ORG United] said so .")
    assert len(find_entities(doc)) == 3
