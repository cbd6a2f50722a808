"""Sources that describe instead of naming: whom they stand for."""

from __future__ import annotations

import pytest
from tests.pipeline.builders import attribute, build_doc
from tests.pipeline.speakers.resolving import decide_last, resolve, resolve_names

# --- descriptions ---------------------------------------------------------------------------


def test_an_office_is_its_holder_where_the_article_names_one() -> None:
    doc = build_doc(
        "Mayor [PERSON Ruth Obi] met [NORP Russian] President/NNP [PERSON Oleg Tarn] .",
        "The mayor said it was over .",
        "The [NORP Russian] president said it was late .",
        "The governor/NN said it was good .",
    )
    attribute(
        doc,
        ("The mayor", "it was over"),
        ("The Russian president", "it was late"),
        ("The governor", "it was good"),
    )
    attributions, speakers = resolve(doc)
    assert resolve_names(doc) == [["Ruth Obi"], ["Oleg Tarn"], ["governor"]]
    assert attributions[0].evidence is not None
    assert attributions[0].evidence["rule"] == "role"
    assert speakers[attributions[2].speakers[0]].kind == "unnamed"


def test_an_office_of_two_holders_stays_open() -> None:
    doc = build_doc(
        "President [PERSON Ruth Obi] and President [PERSON Oleg Tarn] left .",
        "The president said it was over .",
    )
    attribute(doc, ("The president", "it was over"))
    attributions, _ = resolve(doc)
    assert attributions[0].speakers == []
    assert attributions[0].evidence is not None
    assert attributions[0].evidence["rule"] == "ambiguous-role"


def test_a_former_holder_is_not_the_holder() -> None:
    doc = build_doc(
        "Former/JJ President [PERSON Ruth Obi] left .", "The president said it was over ."
    )
    attribute(doc, ("The president", "it was over"))
    assert resolve_names(doc) == [["president"]]


def test_the_two_leaders_are_the_two_who_are_present() -> None:
    doc = build_doc(
        "[PERSON Ruth Obi] met [PERSON Oleg Tarn>3:obj] .",
        "The two/CD leaders/NNS said it was over .",
    )
    attribute(doc, ("The two leaders", "it was over"))
    attributions, speakers = resolve(doc)
    names = {speakers[key].name for key in attributions[0].speakers}
    assert names == {"Ruth Obi", "Oleg Tarn"}


def test_an_organization_is_taken_up_by_a_noun_of_its_name() -> None:
    doc = build_doc(
        "The [ORG Harbour Safety Board] met .",
        "The board/NN said it was over .",
    )
    attribute(doc, ("The board", "it was over"))
    assert resolve_names(doc) == [["Harbour Safety Board"]]


def test_an_organization_is_taken_up_by_what_it_is_said_to_be() -> None:
    doc = build_doc(
        "[ORG Kessler] , a research firm , met [ORG Brightwater] .",
        "The firm said it was over .",
    )
    attribute(doc, ("The firm", "it was over"))
    assert resolve_names(doc) == [["Kessler"]]


def test_a_company_among_several_stays_open() -> None:
    doc = build_doc("[ORG Kessler] and [ORG Brightwater] left .", "The company said it was over .")
    attribute(doc, ("The company", "it was over"))
    attributions, _ = resolve(doc)
    assert attributions[0].speakers == []
    assert attributions[0].evidence is not None
    assert attributions[0].evidence["rule"] == "ambiguous-organization"


def test_another_campaign_is_not_the_campaign_before() -> None:
    doc = build_doc(
        "The [PERSON Webb] campaign said it was over .",
        "The [PERSON Obi] campaign said it was late .",
        "The campaign said it was good .",
    )
    attribute(
        doc,
        ("The Webb campaign", "it was over"),
        ("The Obi campaign", "it was late"),
        ("The campaign", "it was good"),
    )
    assert resolve_names(doc) == [["Webb campaign"], ["Obi campaign"], ["Obi campaign"]]


def test_the_campaign_of_somebody_is_no_other_campaign() -> None:
    doc = build_doc(
        "The [PERSON Webb] campaign said it was over .",
        "The campaign of Senator [PERSON Lena Obi] said it was late .",
    )
    attribute(
        doc,
        ("The Webb campaign", "it was over"),
        ("The campaign of Senator Lena Obi", "it was late"),
    )
    assert resolve_names(doc) == [["Webb campaign"], ["Lena Obi’s campaign"]]


@pytest.mark.parametrize("source", ["The campaign", "Her campaign"])
def test_a_campaign_is_called_by_the_name_that_owns_it(source: str) -> None:
    doc = build_doc(
        "[PERSON Ruth Obi] left as the [PERSON Obi] campaign/NN met .",
        f"{source} said it was over .",
    )
    attribute(doc, (source, "it was over"))
    assert resolve_names(doc) == [["Obi campaign"]]


def test_a_possessor_tells_whose_office_it_is() -> None:
    doc = build_doc(
        "[PERSON Ruth Obi] , transport/NN minister of [GPE Russia] , left .",
        "[GPE Russia ’s] transport/NN minister said it was over .",
        "[GPE Ukraine ’s] transport/NN minister said it was late .",
    )
    attribute(
        doc,
        ("Russia’s transport minister", "it was over"),
        ("Ukraine’s transport minister", "it was late"),
    )
    assert resolve_names(doc) == [["Ruth Obi"], ["Ukraine’s transport minister"]]


def test_a_description_varies_the_person_whom_the_text_is_about() -> None:
    doc = build_doc(
        "[PERSON Ruth Obi] said it was over .", "The retired/JJ surgeon said it was late ."
    )
    attribute(doc, ("Ruth Obi", "it was over"), ("The retired surgeon", "it was late"))
    attributions, _ = resolve(doc)
    assert resolve_names(doc) == [["Ruth Obi"], ["Ruth Obi"]]
    assert attributions[1].evidence is not None
    assert attributions[1].evidence["rule"] == "leading-person"


@pytest.mark.parametrize(
    ("behind", "speakers"),
    # "Of state" narrows nothing down, as "of Tarn" does.
    [("state", ["Ruth Obi"]), ("Tarn", ["former secretary of Tarn"])],
)
def test_an_office_with_its_field_varies_a_name(behind: str, speakers: list[str]) -> None:
    doc = build_doc(
        "[PERSON Ruth Obi] left .", f"The former/JJ secretary of {behind} said it was over ."
    )
    attribute(doc, (f"The former secretary of {behind}", "it was over"))
    assert resolve_names(doc) == [speakers]


@pytest.mark.xfail(strict=True, reason="the fitted scorer decides otherwise")
def test_somebody_new_may_lead_before_whom_the_article_is_about() -> None:
    doc = build_doc(
        *["[PERSON Ruth Obi] left ."] * 4,
        *["Rain/NN fell/VBD on the harbour ."] * 2,
        "[PERSON Ann Hill] told him/PRP it was late .",
        "The former/JJ surgeon said it was over .",
    )
    attribute(doc, ("The former surgeon", "it was over"))
    assert resolve_names(doc) == [["Ann Hill"]]


def test_the_holder_of_another_office_does_not_vary_this_one() -> None:
    doc = build_doc(
        "Sen/NNP [PERSON Ruth Obi] left .",
        "[PERSON Ruth Obi] said it was late .",
        "The former/JJ governor said it was over .",
    )
    attribute(doc, ("Ruth Obi", "it was late"), ("The former governor", "it was over"))
    assert resolve_names(doc) == [["Ruth Obi"], ["former governor"]]


def test_nobody_is_taken_for_a_surgeon_for_having_spoken_last() -> None:
    doc = build_doc(
        "[PERSON Ruth Obi] told [PERSON Ann Hill>3:obj] it was over .",
        "The retired/JJ surgeon said it was late .",
    )
    attribute(doc, ("Ruth Obi", "it was over"), ("The retired surgeon", "it was late"))
    assert resolve_names(doc) == [["Ruth Obi"], ["retired surgeon"]]


def test_a_pronoun_does_not_name_whom_a_description_left_open() -> None:
    doc = build_doc(
        "[PERSON Ruth Obi] met [PERSON Ann Hill>3:obj] .",
        *["Rain/NN fell/VBD on the harbour ."] * 5,
        "The senator said it was over .",
        "He said it was late .",
    )
    attribute(doc, ("The senator", "it was over"), ("He", "it was late"))
    assert resolve_names(doc) == [[], []]


def test_advisers_of_two_persons_are_two_groups() -> None:
    doc = build_doc(
        "[PERSON Ruth Obi] left .",
        "Her advisers/NNS said it was over .",
        "[PERSON Daniel Webb] left .",
        "His advisers/NNS said it was late .",
    )
    attribute(doc, ("Her advisers", "it was over"), ("His advisers", "it was late"))
    attributions, speakers = resolve(doc)
    affiliations = [speakers[item.speakers[0]].affiliation for item in attributions]
    assert affiliations == ["Ruth Obi", "Daniel Webb"]


def test_a_claim_without_source_has_no_speaker_and_no_evidence() -> None:
    doc = build_doc("It was said that [PERSON Dan Webb] had won/VBN .")
    attribute(doc, (None, "that Dan Webb had won"))
    attributions, speakers = resolve(doc)
    assert (attributions[0].speakers, attributions[0].evidence, speakers) == ([], None, {})


@pytest.mark.parametrize("noun", ["federation", "newspaper", "charity", "carmaker"])
def test_the_only_body_present_is_meant_by_a_word_for_its_kind(noun: str) -> None:
    doc = build_doc("[ORG Kessler] left .", f"The {noun} said it was over .")
    attribute(doc, (f"The {noun}", "it was over"))
    assert resolve_names(doc) == [["Kessler"]]


def test_the_government_is_not_the_only_body_present() -> None:
    doc = build_doc("[ORG Kessler] left .", "The government said it was over .")
    attribute(doc, ("The government", "it was over"))
    assert resolve_names(doc) == [["government"]]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The [PERSON Obi] camp", "Obi campaign"),
        ("[PERSON Obi] ’s team", "Obi campaign"),
        ("Her/PRP$ team", "Obi campaign"),
        ("The [PERSON Webb] camp", "Webb camp"),
        ("The/DT team", "team"),
    ],
)
def test_a_camp_is_the_campaign_of_its_owner(source: str, name: str) -> None:
    doc = build_doc(
        "The [PERSON Obi] campaign/NN met .",
        "[PERSON Ruth Obi] left .",
        f"{source} said it was over .",
    )
    attribute(doc, (list(doc.sents)[-1].text.partition(" said")[0], "it was over"))
    assert resolve_names(doc) == [[name]]


def test_a_president_of_another_country_is_another_one() -> None:
    before = ["[GPE U.S.] President/NNP [PERSON Ruth Obi] left ."]
    found, rule = decide_last(before, "The/DT [NORP Kenyan] president/NN")
    assert (found, rule) == (["Kenyan president"], "description")
    alone = ["President/NNP [PERSON Ruth Obi] left ."]
    assert decide_last(alone, "The/DT [NORP Kenyan] president/NN") == (["Ruth Obi"], "role")


def test_a_company_in_the_sentence_goes_before_others() -> None:
    before = "[ORG Acme] met [ORG Borealis] ."
    doc = build_doc(before, "She spoke of [ORG Acme] when the company said it was over .")
    attribute(doc, ("the company", "it was over"))
    assert resolve_names(doc) == [["Acme"]]


@pytest.mark.parametrize(
    ("before", "source", "names"),
    [
        (
            "[GPE Kenya] , [GPE Ghana] and/CC [GPE Togo] sent/VBD ships .",
            "All/DT three/CD nations/NNS",
            ["Kenya", "Ghana", "Togo"],
        ),
        (
            "[GPE Kenya] and/CC [GPE Ghana] met/VBD .",
            "The/DT two/CD countries/NNS",
            ["Kenya", "Ghana"],
        ),
        ("[GPE Kenya] met/VBD [GPE Ghana] .", "The/DT two/CD countries/NNS", ["two countries"]),
    ],
)
def test_countries_named_together_are_taken_up_together(
    before: str, source: str, names: list[str]
) -> None:
    found, _ = decide_last([before], source)
    assert found == names
