"""Who of a family is meant: shared surnames, forms of address, generations."""

from __future__ import annotations

import pytest
from tests.pipeline.builders import build_doc
from tests.pipeline.entities.finding import find_entities


@pytest.mark.parametrize(
    "opening",
    [
        "[PERSON Peter] and [PERSON Helen Marsh] left .",
        "Twins [PERSON Peter] and [PERSON Orsk Marsh] left .",
        "[PERSON Peter] and [PERSON Orsk Marsh] , the siblings , left .",
    ],
)
def test_a_surname_behind_two_first_names_is_that_of_both(opening: str) -> None:
    doc = build_doc(opening, "[PERSON Peter] said so .", "Mr. [PERSON Marsh] won .")
    assert find_entities(doc)["Peter Marsh"][1][:2] == ["Peter", "Peter"]


def test_a_form_of_address_finds_the_one_without_a_surname() -> None:
    doc = build_doc(
        "[PERSON Peter] and [PERSON Helen Marsh] left .",
        "Mr. [PERSON Marsh] said so .",
        "Mrs. [PERSON Marsh] won .",
    )
    entities = find_entities(doc)
    assert entities["Peter Marsh"][1] == ["Peter", "Marsh"]
    assert entities["Helen Marsh"][1] == ["Helen Marsh", "Marsh"]


def test_a_shared_surname_may_have_particles_or_a_hyphen() -> None:
    doc = build_doc(
        "[PERSON Anna] and [PERSON Maria van der Berg] left .",
        "[PERSON Peter] and [PERSON Paul Marsh ~- ~Webb] won .",
    )
    assert {"Anna van der Berg", "Peter Marsh-Webb"} <= find_entities(doc).keys()


@pytest.mark.parametrize(
    "sentences",
    [
        ["[PERSON Peter] won .", "[PERSON Peter] and [PERSON Helen Marsh] left ."],
        ["[PERSON Peter] and [PERSON Helen Marsh] left .", "[PERSON Peter Webb] won ."],
        ["Prince [PERSON Peter] and [PERSON Helen Marsh] left ."],
        ["[PERSON Rosa] , [PERSON Peter] and [PERSON Helen Marsh] left ."],
        ["[PERSON Orsk] and [PERSON Helen Marsh] left ."],
        ["[PERSON Peter] met [PERSON Helen Marsh] ."],
    ],
)
def test_a_first_name_before_a_full_one_may_be_somebody_else(sentences: list[str]) -> None:
    assert "Peter Marsh" not in find_entities(build_doc(*sentences))
    assert "Orsk Marsh" not in find_entities(build_doc(*sentences))


def test_the_noun_of_kinship_tells_the_sex_for_a_form_of_address() -> None:
    doc = build_doc(
        "[PERSON Orsk Marsh] left .",
        "His/PRP$ wife/NN , Dr. [PERSON Ulmi Marsh] , won .",
        "Mr. [PERSON Marsh] said so .",
        "Mrs. [PERSON Marsh] said so .",
    )
    entities = find_entities(doc)
    assert entities["Orsk Marsh"][1] == ["Orsk Marsh", "Marsh"]
    assert entities["Ulmi Marsh"][1] == ["Ulmi Marsh", "Marsh"]


def test_a_surname_behind_a_possessed_noun_of_kinship_tells_nothing_of_its_bearer() -> None:
    doc = build_doc("[PERSON Orsk Marsh] left .", "Without his/PRP$ wife/NN , [PERSON Marsh] won .")
    assert find_entities(doc)["Orsk Marsh"][1] == ["Orsk Marsh", "Marsh"]


def test_a_bare_surname_is_not_that_of_the_relative() -> None:
    doc = build_doc(
        "[PERSON Orsk Marsh] left .",
        "Her/PRP$ husband/NN , [PERSON Ulmi Marsh] , said so .",
        "[PERSON Marsh] won .",
    )
    assert find_entities(doc)["Orsk Marsh"][1] == ["Orsk Marsh", "Marsh"]


@pytest.mark.parametrize(
    ("elder", "younger"),
    [
        ("The elder [PERSON Marsh] said so .", "The younger [PERSON Marsh] said so ."),
        ("[PERSON Marsh père] said so .", "[PERSON Marsh fils] said so ."),
    ],
)
def test_the_elder_and_the_younger_are_told_by_who_is_whose_child(elder: str, younger: str) -> None:
    doc = build_doc(
        "[PERSON Orsk Marsh] left .",
        "His/PRP$ son/NN , [PERSON Ulmi Marsh] , won .",
        younger,
        elder,
    )
    entities = find_entities(doc)
    assert len(entities["Orsk Marsh"][1]) == len(entities["Ulmi Marsh"][1]) == 2
    assert len(entities) == 2


def test_the_younger_of_two_of_one_name_is_the_junior() -> None:
    doc = build_doc(
        "[PERSON Ian Marsh Jr.] left .",
        "[PERSON Ian Marsh Sr.] left .",
        "The younger [PERSON Marsh] said so .",
    )
    assert find_entities(doc)["Ian Marsh Jr."][1] == ["Ian Marsh Jr.", "Marsh"]
