"""Names whose limits or label the rest of the article puts right."""

from __future__ import annotations

import pytest
from tests.pipeline.builders import build_doc
from tests.pipeline.entities.test_entities import find_entities

from claimx.pipeline.entities.lexicon import singular_of


def test_a_first_name_before_a_known_name_stays() -> None:
    doc = build_doc("[PERSON Anna Maria Webb] met [PERSON Maria Webb] .")
    assert "Anna Maria Webb" in find_entities(doc)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("They met [PERSON Hillary] Webb across town .", "Hillary Webb"),
        ("They met [PERSON Hillary] E. Webb across town .", "Hillary E. Webb"),
        ("They met [PERSON Hillary] Monday .", "Hillary"),
        ("They met [PERSON Hillary] Webb Road .", "Hillary"),
    ],
)
def test_a_surname_that_was_missed_belongs_to_the_first_name(sentence: str, name: str) -> None:
    assert list(find_entities(build_doc(sentence))) == [name]


def test_a_first_name_with_a_word_between_is_somebody_else() -> None:
    doc = build_doc("[PERSON Debbie] met [PERSON Webb Stone] .")
    assert list(find_entities(doc)) == ["Debbie", "Webb Stone"]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [("[GPE Jordan] said it was over .", "PERSON"), ("They left from [GPE Jordan] .", "GPE")],
)
def test_a_surname_that_is_a_country_is_a_person_unless_it_is_a_place(
    sentence: str, label: str
) -> None:
    doc = build_doc("[PERSON Jim Jordan] left .", sentence)
    found = {text: kind for kind, texts in find_entities(doc).values() for text in texts}
    assert found["Jordan"] == label


def test_an_auxiliary_that_opens_a_question_is_no_first_name() -> None:
    doc = build_doc("[PERSON Will/MD Smith] win/VB ?")
    assert list(find_entities(doc)) == ["Smith"]


def test_a_particle_inside_a_name_stays() -> None:
    doc = build_doc("[PERSON Ines de la Rosa] left .")
    assert list(find_entities(doc)) == ["Ines de la Rosa"]


def test_a_name_does_not_end_with_an_initial_before_a_surname() -> None:
    doc = build_doc("The founder , [PERSON Lena B.] Okafor , left .", "[PERSON Okafor] won .")
    assert find_entities(doc) == {"Lena B. Okafor": ("PERSON", ["Lena B. Okafor", "Okafor"])}


def test_a_syllable_behind_a_hyphen_stays() -> None:
    doc = build_doc("[PERSON Han Ji ~- ~won] left .")
    assert list(find_entities(doc)) == ["Han Ji-won"]


@pytest.mark.parametrize("found", ["[PERSON James] B. Okafor", "James B. [PERSON Okafor]"])
def test_a_known_surname_takes_in_the_first_name_and_initial_before_it(found: str) -> None:
    doc = build_doc(f"They met Director {found} .", "[PERSON Okafor] left .")
    assert find_entities(doc) == {"James B. Okafor": ("PERSON", ["James B. Okafor", "Okafor"])}


def test_a_title_may_be_a_name_between_names() -> None:
    doc = build_doc("[PERSON James Dean Martin] left .")
    assert list(find_entities(doc)) == ["James Dean Martin"]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("[ORG Kentucky]", "GPE"),
        ("[ORG North Carolina]", "GPE"),
        ("[ORG Virginia]", "GPE"),
        # Some are first names.
        ("[PERSON Virginia]", "PERSON"),
    ],
)
def test_a_state_is_a_place(name: str, label: str) -> None:
    assert [found for found, _ in find_entities(build_doc(f"They won {name} .")).values()] == [
        label
    ]


@pytest.mark.parametrize("word", ["women", "men", "congressmen", "children", "omen"])
def test_irregular_plurals_have_a_singular(word: str) -> None:
    expected = {"women": "woman", "men": "man", "congressmen": "congressman", "children": "child"}
    assert singular_of(word) == expected.get(word, word)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Minister/NNP Moammar [PERSON al-Eryani] left .", "Moammar al-Eryani"),
        ("Minister/NNP of News/NNP [PERSON Moammar al ~- ~Eryani] left .", "Moammar al-Eryani"),
        ("Minister/NNP [PERSON al-Eryani] left .", "al-Eryani"),
    ],
)
def test_a_first_name_before_a_particle_was_missed(sentence: str, name: str) -> None:
    assert list(find_entities(build_doc(sentence))) == [name]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("[PERSON Marlow] & [PERSON Finch] left .", "Marlow & Finch"),
        ("Architects [PERSON Marlow] & [PERSON Finch] left .", "Marlow & Finch"),
        ("[PERSON Architects Marlow] & [PERSON Finch] left .", "Marlow & Finch"),
        ("[PERSON Marlow] & [PERSON Marlow] left .", "Marlow & Marlow"),
        ("[ORG Marlow &] [PERSON Finch] left .", "Marlow & Finch"),
    ],
)
def test_names_around_an_ampersand_are_one_firm(sentence: str, name: str) -> None:
    assert find_entities(build_doc(sentence)) == {name: ("ORG", [name])}


@pytest.mark.parametrize(
    "sentence",
    [
        "[PERSON Anna] & [PERSON Peter] left .",
        "[PERSON Anna Finch] & [PERSON Peter Hale] left .",
        "[PERSON Anna] , [PERSON Marlow] & [PERSON Finch] left .",
        "[ORG EU] & [ORG IMF] left .",
        "[PERSON Marlow] & [PERSON Finch] left . [PERSON Marlow] won , [PERSON Finch] lost .",
    ],
)
def test_an_ampersand_between_persons_or_acronyms_makes_no_firm(sentence: str) -> None:
    assert not any("&" in name for name in find_entities(build_doc(sentence)))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("[PERSON Shopkeeper Olga Renn] left .", "Olga Renn"),
        ("[PERSON Former Goalkeeper Olga Renn] left .", "Olga Renn"),
        ("[PERSON Sisters Olga] and [PERSON Rita Renn] left .", "Olga Renn"),
        ("[ORG Carmaker Bright Motors] left .", "Bright Motors"),
        ("[PERSON Tiger Renn] left .", "Tiger Renn"),
        ("[PERSON Khan Olga Renn] left .", "Khan Olga Renn"),
        ("[ORG Club Bright Motors] left .", "Club Bright Motors"),
    ],
)
def test_a_noun_for_a_trade_at_the_start_is_no_part_of_the_name(sentence: str, name: str) -> None:
    assert name in find_entities(build_doc(sentence))


def test_a_nickname_in_brackets_stands_inside_one_name() -> None:
    doc = build_doc("[PERSON Rosa] ( [PERSON ~Dolly ~) Marsh] left .", "[PERSON Marsh] said so .")
    assert find_entities(doc) == {"Rosa (Dolly) Marsh": ("PERSON", ["Rosa (Dolly) Marsh", "Marsh"])}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("[PERSON Han Ji] ~- ~won left/VBD .", "Han Ji-won"),
        ("They like the [PERSON Bob Hale] ~- ~era/NN rules/NNS .", "Bob Hale"),
    ],
)
def test_a_syllable_that_was_cut_is_told_from_a_compound(sentence: str, name: str) -> None:
    assert list(find_entities(build_doc(sentence))) == [name]


def test_a_score_is_no_part_of_a_clubs_name() -> None:
    doc = build_doc("[ORG Halden Town 0] , [ORG Marsh Rovers] 3/CD .", "[ORG Group 4] left .")
    assert {"Halden Town", "Group 4"} <= find_entities(doc).keys()
