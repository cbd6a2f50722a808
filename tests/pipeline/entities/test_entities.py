"""Entities merged over an article: who is one, who is not, and what they are called."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from tests.pipeline.builders import build_doc
from tests.pipeline.entities.finding import find_entities

from claimx.pipeline.annotations import get_entities
from claimx.pipeline.entities.component import Entities
from claimx.pipeline.layout_annotations import Section, set_sections


def test_titles_determiners_and_possessives_are_no_part_of_a_name() -> None:
    doc = build_doc(
        "[PERSON President Ana Ruiz 's] visit was short .",
        "[ORG The Harbour Trust] met [PERSON Foreign Minister Ruiz] .",
    )
    assert find_entities(doc) == {
        "Ana Ruiz": ("PERSON", ["Ana Ruiz", "Ruiz"]),
        "Harbour Trust": ("ORG", ["Harbour Trust"]),
    }


@pytest.mark.parametrize(
    ("full", "other"),
    [
        ("Daniel Okafor", "Dan Okafor"),
        ("Daniel Okafor", "Daniel J. Okafor"),
        ("Daniel Okafor", "D. Okafor"),
        ("Daniel James Okafor", "Daniel J. Okafor"),
        ("Enrique Soto Vargas", "Soto Vargas"),
        ("Daniel Okafor", "Okafor"),
        ("Daniel Okafor", "Daniel"),
        ("Zoë Müller", "Zoe Muller"),
        ("Daniel Okafor", "OKAFOR"),
    ],
)
def test_forms_of_one_name_are_one_person(full: str, other: str) -> None:
    doc = build_doc(f"[PERSON {full}] left .", f"[PERSON {other}] said so .")
    entities = find_entities(doc)
    assert [mentions for _, mentions in entities.values()] == [[full, other]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Daniel Okafor", "Ruth Okafor"),
        ("Daniel Okafor", "Daniel Okafor Jr."),
        ("Daniel J. Okafor", "Daniel P. Okafor"),
        ("Daniel Okafor", "Daniel Obi"),
        ("George H. Bell", "George W. Bell"),
    ],
)
def test_two_persons_are_never_one(one: str, other: str) -> None:
    doc = build_doc(f"[PERSON {one}] left .", f"[PERSON {other}] said so .")
    assert len(find_entities(doc)) == 2


def test_a_surname_of_two_goes_by_the_form_of_address() -> None:
    doc = build_doc(
        "[PERSON William Marsh] met [PERSON Helen Marsh] .",
        "Mr. [PERSON Marsh] left .",
        "Mrs. [PERSON Marsh] said so .",
    )
    entities = find_entities(doc)
    assert entities["William Marsh"][1] == ["William Marsh", "Marsh"]
    assert entities["Helen Marsh"][1] == ["Helen Marsh", "Marsh"]


def test_a_form_of_address_of_the_other_sex_is_somebody_else() -> None:
    doc = build_doc("[PERSON William Marsh] left .", "Mrs. [PERSON Marsh] said so .")
    assert find_entities(doc) == {
        "William Marsh": ("PERSON", ["William Marsh"]),
        "Marsh": ("PERSON", ["Marsh"]),
    }


def test_a_surname_stays_with_the_one_it_was_introduced_for() -> None:
    doc = build_doc(
        "[PERSON Helen Marsh] left .",
        "[PERSON Marsh] won .",
        "[PERSON William Marsh] was there/RB .",
        "[PERSON Marsh] said so .",
    )
    entities = find_entities(doc)
    assert entities["Helen Marsh"][1] == ["Helen Marsh", "Marsh", "Marsh"]
    assert entities["William Marsh"][1] == ["William Marsh"]


def test_a_surname_that_was_nobodys_yet_goes_to_the_last_named() -> None:
    doc = build_doc(
        "[PERSON William Marsh] left .",
        "[PERSON Helen Marsh] left .",
        "[PERSON Marsh] said so .",
    )
    assert find_entities(doc)["Helen Marsh"][1] == ["Helen Marsh", "Marsh"]


def test_of_two_in_one_sentence_the_surname_goes_to_the_first() -> None:
    doc = build_doc(
        "[PERSON Helen Marsh] , mother of [PERSON Ian Marsh] , left .",
        "[PERSON Marsh] said so .",
    )
    assert find_entities(doc)["Helen Marsh"][1] == ["Helen Marsh", "Marsh"]


def test_a_surname_before_the_full_name_is_merged_too() -> None:
    doc = build_doc("[PERSON Okafor] wins/VBZ .", "[PERSON Daniel Okafor] left .")
    assert find_entities(doc) == {"Daniel Okafor": ("PERSON", ["Okafor", "Daniel Okafor"])}


@pytest.mark.parametrize("kind", ["headline", "heading"])
def test_a_first_name_in_a_heading_is_that_of_the_person_below_it(kind: str) -> None:
    doc = build_doc("[PERSON Wilma] leaves/VBZ Tarn", "[PERSON Wilma Ferro] left .")
    set_sections(doc, [Section(doc[:3], kind), Section(doc[3:], "body")])
    assert list(find_entities(doc)) == ["Wilma Ferro"]


@pytest.mark.parametrize(
    "heading",
    [
        "Pope [PERSON Wilma] leaves/VBZ Tarn",
        "his [PERSON Wilma] leaves/VBZ Tarn",
        "son [PERSON Wilma] leaves/VBZ Tarn",
    ],
)
def test_a_first_name_with_more_before_it_in_a_heading_is_somebody_else(heading: str) -> None:
    doc = build_doc(heading, "[PERSON Wilma Ferro] left .")
    set_sections(doc, [Section(doc[:4], "headline"), Section(doc[4:], "body")])
    assert list(find_entities(doc)) == ["Wilma", "Wilma Ferro"]


def test_a_first_name_that_the_text_uses_before_the_full_one_is_somebody_else() -> None:
    sentences = "[PERSON Wilma] left .", "[PERSON Wilma Ferro] won ."
    assert list(find_entities(build_doc(*sentences))) == ["Wilma", "Wilma Ferro"]
    doc = build_doc("[PERSON Wilma] leaves/VBZ early/RB", *sentences)
    set_sections(doc, [Section(doc[:3], "headline"), Section(doc[3:], "body")])
    assert list(find_entities(doc)) == ["Wilma", "Wilma Ferro"]


def test_names_of_a_country_are_one_and_its_people_another() -> None:
    doc = build_doc(
        "The [GPE U.S.] met the/DT [GPE United States] and [GPE America] .",
        "[NORP Americans] and [NORP American] ships/NNS left .",
    )
    entities = find_entities(doc)
    assert entities["United States"] == ("GPE", ["U.S.", "United States", "America"])
    assert entities["Americans"] == ("NORP", ["Americans", "American"])


def test_the_label_of_most_mentions_holds_and_a_title_makes_a_person() -> None:
    doc = build_doc(
        "Senator/NNP [PERSON Ferro] left .",
        "[ORG Ferro] said so .",
        "[ORG Tarn] met [ORG Tarn] and [GPE Tarn] .",
    )
    entities = find_entities(doc)
    assert entities["Ferro"] == ("PERSON", ["Ferro", "Ferro"])
    assert entities["Tarn"] == ("ORG", ["Tarn", "Tarn", "Tarn"])


def test_a_known_capital_is_a_place_and_a_surname_like_a_country_is_not() -> None:
    doc = build_doc(
        "[PERSON Kyiv] left .", "[PERSON Mark Jordan] met .", "[PERSON Jordan] said so ."
    )
    entities = find_entities(doc)
    assert entities["Kyiv"][0] == "GPE"
    assert entities["Mark Jordan"] == ("PERSON", ["Mark Jordan", "Jordan"])


def test_what_the_recogniser_missed_is_found_by_its_name() -> None:
    doc = build_doc("[PERSON Ruth Obi] left .", "Then/RB Obi said that/IN Ruth Obi won .")
    assert find_entities(doc) == {"Ruth Obi": ("PERSON", ["Ruth Obi", "Obi", "Ruth Obi"])}


def test_a_surname_inside_a_longer_name_or_in_lower_case_is_not() -> None:
    doc = build_doc(
        "[PERSON Ruth Price] left .",
        "Price Tower/NNP was full/JJ .",
        "The price was low/JJ .",
        "Then/RB Mary Price said so .",
    )
    assert find_entities(doc) == {"Ruth Price": ("PERSON", ["Ruth Price"])}


def test_numbers_have_their_labels_and_dates_are_left_out() -> None:
    doc = build_doc(
        "It cost/VBD $ ~5 million/CD , or 20 euros , up/RB 3 % .",
        "The third ship , 40 miles away/RB , had 300 people aboard/RB on/IN March 14 , 2025 .",
        "One was late/JJ at/IN 10 a.m./NN .",
    )
    labels = {name: label for name, (label, _) in find_entities(doc).items()}
    assert labels == {
        "$5 million": "MONEY",
        "20 euros": "MONEY",
        "3%": "PERCENT",
        "third": "ORDINAL",
        "40 miles": "QUANTITY",
        "300": "CARDINAL",
    }


def test_nothing_is_read_from_metadata() -> None:
    doc = build_doc("by [PERSON Ruth Obi]", "[PERSON Daniel Okafor] left .")
    set_sections(doc, [Section(doc[0:3], "metadata")])
    assert list(find_entities(doc)) == ["Daniel Okafor"]


WORDS = ["Obi", "Ruth", "Mr.", "Jr.", "’s", "the", "U.S.", "5", ",", "-", "Inc.", "(", ")", "王"]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=25),
    st.lists(
        st.tuples(
            st.integers(0, 24), st.integers(1, 4), st.sampled_from(["PERSON", "ORG", "GPE", "NORP"])
        ),
        max_size=6,
    ),
)
def test_any_doc_gives_entities_that_do_not_overlap(
    words: list[str], marks: list[tuple[int, int, str]]
) -> None:
    doc = build_doc(" ".join(words))
    entities = []
    covered: set[int] = set()
    for start, length, label in marks:
        places = set(range(start, start + length))
        if start + length <= len(doc) and not places & covered:
            covered |= places
            entities.append(doc.char_span(doc[start].idx, _end(doc, start + length), label=label))
    doc.ents = sorted(entities, key=lambda span: span.start)
    spans = [span for entity in get_entities(Entities("e")(doc)) for span in entity.mentions]
    tokens = [token.i for span in spans for token in span]
    assert len(tokens) == len(set(tokens))
    assert all(span.text.strip() for span in spans)


def _end(doc: Doc, token: int) -> int:
    last = doc[token - 1]
    return int(last.idx + len(last))


def test_a_first_name_that_was_missed_joins_a_known_surname() -> None:
    doc = build_doc("Ruth [PERSON Obi] left .", "Then/RB [PERSON Obi] said so .")
    assert find_entities(doc) == {"Ruth Obi": ("PERSON", ["Ruth Obi", "Obi"])}


def test_a_surname_that_looks_like_a_plural_is_found_at_the_start_of_a_sentence() -> None:
    doc = build_doc("[PERSON Ruth Waters] left .", "Waters/NNS said so .")
    assert find_entities(doc)["Ruth Waters"][1] == ["Ruth Waters", "Waters"]


def test_a_first_name_that_no_list_knows_joins_a_surname_without_one() -> None:
    doc = build_doc("Vorbel/NNP [PERSON Obi] left .", "[PERSON Obi] said so .")
    assert list(find_entities(doc)) == ["Vorbel Obi"]


def test_a_suffix_found_as_a_name_of_its_own_is_none() -> None:
    doc = build_doc("[PERSON Ruth Obi] [PERSON Jr.] left .")
    assert list(find_entities(doc)) == ["Ruth Obi Jr."]
