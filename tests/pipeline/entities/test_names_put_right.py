"""Names whose limits or label the rest of the article puts right."""

from __future__ import annotations

import pytest
from tests.pipeline.builders import attribute, build_doc
from tests.pipeline.entities.test_entities import find_entities

from claimx.pipeline.entities.lexicon import singular_of


def test_a_verb_before_a_known_name_in_a_heading_is_no_part_of_it() -> None:
    doc = build_doc("Lawmakers/NNP [PERSON Rip Donald Webb]", "[PERSON Donald Webb] left .")
    assert find_entities(doc) == {"Donald Webb": ("PERSON", ["Donald Webb", "Donald Webb"])}


def test_a_first_name_before_a_known_name_stays() -> None:
    doc = build_doc("[PERSON Anna Maria Webb] met [PERSON Maria Webb] .")
    assert "Anna Maria Webb" in find_entities(doc)


def test_a_first_name_that_was_found_apart_belongs_to_the_name_behind_it() -> None:
    doc = build_doc("Rep/NNP [PERSON Debbie] [PERSON Webb Stone] left .")
    assert list(find_entities(doc)) == ["Debbie Webb Stone"]


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


def test_a_nickname_in_marks_stands_between_first_name_and_surname() -> None:
    doc = build_doc('Rep/NNP Robert C. " Bobby " [PERSON Webb] met [PERSON Bobby Webb] .')
    assert find_entities(doc) == {
        'Robert C. " Bobby " Webb': ("PERSON", ['Robert C. " Bobby " Webb', "Bobby Webb"])
    }


def test_marks_around_another_word_join_nothing() -> None:
    doc = build_doc('They called/VBD it " Harbour " [PERSON Webb] said .')
    assert list(find_entities(doc)) == ["Webb"]


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


def test_a_full_name_taken_for_a_place_is_that_of_the_known_surname() -> None:
    doc = build_doc(
        "They met [GPE Daniel Okoro] .", "[PERSON Okoro] left .", "[PERSON Okoro] won ."
    )
    assert find_entities(doc) == {"Daniel Okoro": ("PERSON", ["Daniel Okoro", "Okoro", "Okoro"])}


@pytest.mark.parametrize(
    ("sentence", "source", "name"),
    [
        ("[PERSON Will/MD Smith] said it was over .", "Will Smith", "Will Smith"),
        ("Hope/VBP Hicks/NNPS said it was over .", "Hope Hicks", "Hope Hicks"),
        ("Ann Dale voluntarily/RB said it was over .", "Ann Dale voluntarily", "Ann Dale"),
        ("[PERSON Acme Widgets Inc] said it was over .", "Acme Widgets Inc", "Acme Widgets Inc"),
    ],
)
def test_a_source_that_is_a_name_is_one_whatever_its_words_look_like(
    sentence: str, source: str, name: str
) -> None:
    doc = build_doc(sentence)
    attribute(doc, (source, "it was over"))
    assert list(find_entities(doc)) == [name]


def test_a_firm_named_with_its_legal_form_is_no_person_without_it() -> None:
    doc = build_doc("[PERSON Acme Widgets Inc] left .", "[PERSON Acme Widgets] won .")
    assert find_entities(doc) == {"Acme Widgets Inc": ("ORG", ["Acme Widgets Inc", "Acme Widgets"])}


def test_an_auxiliary_that_opens_a_question_is_no_first_name() -> None:
    doc = build_doc("[PERSON Will/MD Smith] win/VB ?")
    assert list(find_entities(doc)) == ["Smith"]


def test_a_verb_behind_a_surname_is_no_part_of_it() -> None:
    doc = build_doc("[PERSON Lena Okafor] left .", "[PERSON Okafor told/VBD] them .")
    assert find_entities(doc) == {"Lena Okafor": ("PERSON", ["Lena Okafor", "Okafor"])}


def test_a_particle_inside_a_name_stays() -> None:
    doc = build_doc("[PERSON Ines de la Rosa] left .")
    assert list(find_entities(doc)) == ["Ines de la Rosa"]


def test_a_name_does_not_end_with_an_initial_before_a_surname() -> None:
    doc = build_doc("The founder , [PERSON Lena B.] Okafor , left .", "[PERSON Okafor] won .")
    assert find_entities(doc) == {"Lena B. Okafor": ("PERSON", ["Lena B. Okafor", "Okafor"])}


def test_several_words_of_a_heading_before_a_known_name_are_no_part_of_it() -> None:
    doc = build_doc("[PERSON Webb Challenger Lena Okafor] Leaves", "[PERSON Lena Okafor] left .")
    assert find_entities(doc) == {"Lena Okafor": ("PERSON", ["Lena Okafor", "Lena Okafor"])}


@pytest.mark.parametrize("noun", ["administration", "and/CC"])
def test_a_word_in_small_letters_behind_a_name_is_no_part_of_it(noun: str) -> None:
    doc = build_doc("[PERSON Lena Okafor] left .", f"The [PERSON Okafor {noun}] Webb won .")
    assert find_entities(doc) == {"Lena Okafor": ("PERSON", ["Lena Okafor", "Okafor"])}


def test_a_syllable_behind_a_hyphen_stays() -> None:
    doc = build_doc("[PERSON Han Ji ~- ~won] left .")
    assert list(find_entities(doc)) == ["Han Ji-won"]


@pytest.mark.parametrize("found", ["[PERSON James] B. Okafor", "James B. [PERSON Okafor]"])
def test_a_known_surname_takes_in_the_first_name_and_initial_before_it(found: str) -> None:
    doc = build_doc(f"They met Director {found} .", "[PERSON Okafor] left .")
    assert find_entities(doc) == {"James B. Okafor": ("PERSON", ["James B. Okafor", "Okafor"])}


def test_a_state_and_a_title_before_a_name_are_no_part_of_it() -> None:
    doc = build_doc("[PERSON Florida Sen. Mary Webb] left .")
    assert list(find_entities(doc)) == ["Mary Webb"]


def test_a_title_may_be_a_name_between_names() -> None:
    doc = build_doc("[PERSON James Dean Martin] left .")
    assert list(find_entities(doc)) == ["James Dean Martin"]


def test_a_body_named_by_two_rows_of_initials_is_one() -> None:
    doc = build_doc("The [ORG NWU] ~- [ORG ~GLT] left .", "The [ORG NWU] ~- ~GLT won .")
    assert find_entities(doc) == {"NWU-GLT": ("ORG", ["NWU-GLT", "NWU-GLT"])}


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
        (
            "The [ORG Court of Appeals] for the Sixth/NNP Circuit/NNP ruled .",
            "Court of Appeals for the Sixth Circuit",
        ),
        ("The [ORG Project] on Pier/NNP Oversight/NNP ruled .", "Project on Pier Oversight"),
        ("The [ORG Harbour Court] for [PERSON Webb] ruled .", "Harbour Court"),
        ("The [ORG Harbour Court] on Monday .", "Harbour Court"),
        ("The [ORG Harbour Committee] of [GPE Tarn] ruled .", "Harbour Committee"),
        ("The [ORG Acme] for Peace/NNP ruled .", "Acme"),
    ],
)
def test_a_body_is_named_with_what_it_is_for(sentence: str, name: str) -> None:
    assert name in find_entities(build_doc(sentence))


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
