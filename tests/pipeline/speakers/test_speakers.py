"""To whom an attribution belongs: names, descriptions, pronouns; and what is known of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from tests.pipeline.builders import attribute, build_doc, quote

from claimx.pipeline.annotations import (
    Attribution,
    SpeakerChain,
    get_attributions,
    get_speakers,
    set_attributions,
)
from claimx.pipeline.entities.component import Entities
from claimx.pipeline.speakers.component import Speakers


def resolve(doc: Doc) -> tuple[list[Attribution], dict[str, SpeakerChain]]:
    Speakers("speakers")(Entities("entities")(doc))
    return get_attributions(doc), {speaker.key: speaker for speaker in get_speakers(doc)}


def resolve_names(doc: Doc) -> list[list[str]]:
    """The names of the speakers of each attribution."""
    attributions, speakers = resolve(doc)
    return [[speakers[key].name for key in item.speakers] for item in attributions]


# --- names ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("[PERSON Ruth Obi]", "Ruth Obi"),
        ("the/DT mayor/NN [PERSON Ruth Obi]", "Ruth Obi"),
        ("Harbour/NNP Minister/NNP [PERSON Ruth Obi]", "Ruth Obi"),
        ("[PERSON Ruth Obi] , the/DT mayor/NN of [GPE Tarn] ,", "Ruth Obi"),
        ("The mayor of [GPE Tarn] , [PERSON Ruth Obi] ,", "Ruth Obi"),
        ("The [NORP Russian] president/NN ’s adviser/NN , [PERSON Ruth Obi] ,", "Ruth Obi"),
        ("[PERSON Ruth Obi] of the [ORG Harbour Trust]", "Ruth Obi"),
        ("[PERSON Okafor ’s] lawyer/NN", "Okafor’s lawyer"),
        ("[PERSON Okafor ’s] lawyer/NN , [PERSON Ruth Obi] ,", "Ruth Obi"),
        ("officials/NNS in [GPE Russia]", "officials"),
        ("the delegate and party activist", "delegate"),
        ("[PERSON Ruth Obi] herself/PRP", "Ruth Obi"),
        ("[PERSON Ruth Obi] voluntarily/RB", "Ruth Obi"),
        ("41 percent of the harbour workers/NNS", "harbour workers"),
        ("a wide/JJ array of economists/NNS", "economists"),
        ("one/CD of the economists/NNS", "one of the economists"),
        ("an official/JJ briefed/VBN on the plan", "official briefed on the plan"),
        ("Harbour/NN rights/NNS activists/VBZ", "Harbour rights activists"),
        ("[PERSON Ruth Obi] supporters/VBZ", "Ruth Obi supporters"),
        ("a [NORP Republican/JJ] , [PERSON Ruth Obi] ,", "Ruth Obi"),
        ("[GPE Rwanda/CC] ’s health ministry", "Rwanda’s health ministry"),
        ("[ORG Tarn] ’s founder and chief/JJ executive , [PERSON Ruth Obi] ,", "Ruth Obi"),
        ("Harbour/NNP Party/NNP leader and Mayor/NNP [PERSON Ruth Obi]", "Ruth Obi"),
        ("Harbour/NNP Minister/NNP Ruth/NNP Obi/NNP", "Ruth Obi"),
        ("First/NNP Minister/NNP of [ORG Tarn Ruth Obi]", "Ruth Obi"),
        ("Ruth/JJ Obi , head of the palace ,", "Ruth Obi"),
        ("[ORG Ruth Obi] , the mayor ,", "Ruth Obi"),
        ("rank ~- ~and ~- ~file members/NNS", "rank-and-file members"),
        ("Tarn ~- ~based/VBN lawyer [PERSON Ruth Obi]", "Ruth Obi"),
        ("[NORP Russian] officials/NNS", "Russian officials"),
        ("a/DT spokesman/NN for the [ORG Harbour Trust]", "spokesman for the Harbour Trust"),
        ("the [ORG Harbour Trust]", "Harbour Trust"),
        ("The [ORG Kremlin]", "Kremlin"),
    ],
)
def test_the_head_of_a_source_decides(source: str, speaker: str) -> None:
    doc = build_doc(f"{source} said/VBD it was over/JJ .")
    end = next(token for token in doc if token.text == "said").idx
    attribute(doc, (doc.text[:end].rstrip(" ,"), "it was over"))
    assert resolve_names(doc) == [[speaker]]


def test_the_mayor_and_a_named_governor_are_two() -> None:
    doc = build_doc("The mayor and Governor/NNP [PERSON Ruth Obi] said it was over .")
    attribute(doc, ("The mayor and Governor Ruth Obi", "it was over"))
    assert resolve_names(doc) == [["mayor", "Ruth Obi"]]


def test_compound_sources_have_several_speakers() -> None:
    doc = build_doc(
        "[ORG Kessler] and [ORG Brightwater] said it was over .",
        "[PERSON Ruth Obi] , [PERSON Dan Webb] and [PERSON Ann Hill] said it was late .",
        "[NORP Russian] and [NORP Ukrainian] officials/NNS said it was good .",
        "[PERSON Webb] , [PERSON Hill] and [ORG HSB] Chair/NNP [PERSON Ruth Obi] said it was bad .",
    )
    attribute(
        doc,
        ("Kessler and Brightwater", "it was over"),
        ("Ruth Obi, Dan Webb and Ann Hill", "it was late"),
        ("Russian and Ukrainian officials", "it was good"),
        ("Webb, Hill and HSB Chair Ruth Obi", "it was bad"),
    )
    assert resolve_names(doc) == [
        ["Kessler", "Brightwater"],
        ["Ruth Obi", "Dan Webb", "Ann Hill"],
        ["Russian and Ukrainian officials"],
        ["Dan Webb", "Ann Hill", "Ruth Obi"],
    ]


def test_a_bare_surname_is_joined_to_its_full_name() -> None:
    doc = build_doc("[PERSON Ruth Obi] left .", "[PERSON Obi] said it was over .")
    attribute(doc, ("Obi", "it was over"))
    attributions, speakers = resolve(doc)
    assert [speakers[key].name for key in attributions[0].speakers] == ["Ruth Obi"]
    assert attributions[0].evidence == {"antecedent": [0, 2], "rule": "surname", "score": 0.93}


# --- pronouns -------------------------------------------------------------------------------


def test_a_pronoun_is_the_fitting_subject_before_it() -> None:
    doc = build_doc(
        "[PERSON Ruth Obi] met [PERSON Daniel Webb>3:obj] .",
        "She said it was over .",
        "He said it was late .",
    )
    attribute(doc, ("She", "it was over"), ("He", "it was late"))
    attributions, speakers = resolve(doc)
    assert resolve_names(doc) == [["Ruth Obi"], ["Daniel Webb"]]
    assert attributions[0].evidence is not None
    assert attributions[0].evidence["rule"] == "pronoun"
    assert attributions[0].evidence["antecedent"] == [0, 2]
    assert [kind for _, kind in speakers["0"].mentions] == ["name", "pronoun"]


def test_titles_tell_the_sex_where_names_do_not() -> None:
    doc = build_doc(
        "Mr. [PERSON Quell] met Mrs. [PERSON Tarrow>3:obj] .",
        "She said it was over .",
    )
    attribute(doc, ("She", "it was over"))
    assert resolve_names(doc) == [["Tarrow"]]


def test_two_who_fit_alike_leave_it_open() -> None:
    doc = build_doc(
        "[PERSON Daniel Webb>6:nsubj] and [PERSON Mark Bell>2:conj] left .",
        "He said it was over .",
    )
    attribute(doc, ("He", "it was over"))
    attributions, speakers = resolve(doc)
    assert attributions[0].speakers == []
    assert attributions[0].evidence is not None
    assert attributions[0].evidence["rule"] == "ambiguous-pronoun"
    assert speakers == {}


def test_whom_the_subject_is_about_is_meant_before_a_subject_far_off() -> None:
    doc = build_doc(
        "[PERSON Daniel Webb] left .",
        "The claim>6:nsubj against>4:case [PERSON Oleg>2:nmod Tarn>4:flat] is>0:root that "
        "he>9:nsubj said>6:ccomp it was over .",
    )
    attribute(doc, ("he", "it was over"))
    assert resolve_names(doc) == [["Oleg Tarn"]]


def test_nobody_to_take_up_leaves_it_open() -> None:
    doc = build_doc("[GPE Tarn] won .", "She said it was over .")
    attribute(doc, ("She", "it was over"))
    attributions, _ = resolve(doc)
    assert attributions[0].speakers == []
    assert attributions[0].evidence == {"antecedent": None, "rule": "no-antecedent", "score": 0.0}


def test_who_is_spoken_of_does_not_speak() -> None:
    doc = build_doc(
        "[PERSON Daniel Webb] left .",
        "“ [PERSON Mark Bell] was wrong/JJ , ” he said .",
    )
    attribute(doc, ("he", "“Mark Bell was wrong,”"))
    quote(doc)
    assert resolve_names(doc) == [["Daniel Webb"]]


def test_a_pronoun_in_reported_speech_is_its_speaker_and_in_a_quotation_is_not() -> None:
    doc = build_doc(
        "[PERSON Daniel Webb] said that he left/VBD>3:ccomp .",
        "[PERSON Ruth Obi] said “ she was late/JJ ” .",
    )
    attribute(doc, ("Daniel Webb", "that he left"), ("Ruth Obi", "“she was late”"))
    quote(doc)
    _, speakers = resolve(doc)
    mentions = {
        speaker.name: [(span.text, kind) for span, kind in speaker.mentions]
        for speaker in speakers.values()
    }
    assert mentions["Daniel Webb"] == [("Daniel Webb", "name"), ("he", "pronoun")]
    assert mentions["Ruth Obi"] == [("Ruth Obi", "name")]


def test_i_in_a_quotation_is_its_speaker() -> None:
    doc = build_doc("[PERSON Daniel Webb] said : “ I say/VBP it was over . ”")
    attribute(doc, ("Daniel Webb", "“I say it was over.”"), ("I", "it was over"))
    quote(doc)
    attributions, _ = resolve(doc)
    assert resolve_names(doc) == [["Daniel Webb"], ["Daniel Webb"]]
    assert attributions[1].evidence is not None
    assert attributions[1].evidence["rule"] == "speaker-of-quote"


def test_i_outside_of_any_quotation_is_the_writer_whom_nobody_knows() -> None:
    doc = build_doc("[PERSON Daniel Webb] left .", "I say/VBP it was over .")
    attribute(doc, ("I", "it was over"))
    attributions, _ = resolve(doc)
    assert attributions[0].speakers == []
    assert attributions[0].evidence is not None
    assert attributions[0].evidence["rule"] == "first-person"


def test_a_relative_pronoun_is_the_head_of_its_clause() -> None:
    doc = build_doc("[PERSON Ruth Obi] , who said>2:acl:relcl it was over , left>0:root .")
    attribute(doc, ("who", "it was over"))
    assert resolve_names(doc) == [["Ruth Obi"]]


def test_who_behind_a_comma_and_a_name_is_that_person() -> None:
    doc = build_doc(
        "[PERSON Dan Webb] named candidates/NNS like/IN [PERSON Ruth Obi] , "
        "who said>4:acl:relcl it was over ."
    )
    attribute(doc, ("who", "it was over"))
    assert resolve_names(doc) == [["Ruth Obi"]]


def test_a_relative_pronoun_behind_an_apposition_is_the_person_explained() -> None:
    doc = build_doc(
        "[PERSON Ruth Obi] , a retired/JJ minister who said>6:acl:relcl it was over , left>0:root ."
    )
    attribute(doc, ("who", "it was over"))
    assert resolve_names(doc) == [["Ruth Obi"]]


def test_they_are_a_group_and_an_object_is_not_its_subject() -> None:
    doc = build_doc("Officials/NNS met [PERSON Ruth Obi>2:obj] .", "They said it was over .")
    attribute(doc, ("They", "it was over"))
    assert resolve_names(doc) == [["Officials"]]


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


# --- kinds ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "kind", "anonymous"),
    [
        ("[PERSON Ruth Obi]", "person", False),
        ("the [ORG Harbour Trust]", "organization", False),
        ("[GPE Tarn]", "organization", False),
        ("[NORP Russian] officials/NNS", "group", False),
        ("critics/NNS", "group", False),
        ("most/JJ [NORP Russians/NNPS]", "group", False),
        ("one/CD [NORP Democrat] familiar/JJ with the matter", "unnamed", True),
        ("many/JJ", "group", False),
        ("sources/NNS", "unnamed", True),
        ("a source", "unnamed", True),
        ("a senior/JJ official", "unnamed", True),
        ("the official", "unnamed", False),
        ("a person familiar/JJ with the matter", "unnamed", True),
        ("people/NNS familiar/JJ with the matter", "unnamed", True),
        ("banks/NNS", "group", False),
        ("a woman", "unnamed", False),
        ("the report", "document", False),
        ("court/NN papers/NNS", "document", False),
        ("a new/JJ poll", "document", False),
        ("the company", "organization", False),
        ("police/NNS", "organization", False),
        ("the [NORP Russian] government", "organization", False),
    ],
)
def test_kinds_of_sources(source: str, kind: str, anonymous: bool) -> None:
    doc = build_doc(f"{source} said/VBD it was over/JJ .")
    end = next(token for token in doc if token.text == "said").idx
    attribute(doc, (doc.text[:end].rstrip(), "it was over"))
    _, speakers = resolve(doc)
    assert [(s.kind, s.anonymous) for s in speakers.values()] == [(kind, anonymous)]


def test_a_reason_makes_a_group_anonymous_and_is_kept() -> None:
    doc = build_doc(
        "Two/CD officials/NNS who asked/VBD not/RB to be/VB named/VBN said>0:root it was over .",
        "An aide , speaking/VBG on condition of anonymity , said it was late .",
    )
    attribute(
        doc,
        ("Two officials who asked not to be named", "it was over"),
        ("An aide, speaking on condition of anonymity", "it was late"),
    )
    _, speakers = resolve(doc)
    found = [(s.kind, s.anonymous, s.anonymity and s.anonymity.text) for s in speakers.values()]
    assert found == [
        ("unnamed", True, "who asked not to be named"),
        ("unnamed", True, "speaking on condition of anonymity"),
    ]


def test_a_named_speaker_is_not_anonymous_for_a_reason_in_its_sentence() -> None:
    doc = build_doc("[PERSON Ruth Obi] said an aide spoke/VBD on condition of anonymity .")
    attribute(doc, ("Ruth Obi", "an aide spoke on condition of anonymity"))
    _, speakers = resolve(doc)
    assert [(s.name, s.anonymous, s.anonymity) for s in speakers.values()] == [
        ("Ruth Obi", False, None)
    ]


# --- what is known of a speaker -------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "roles", "affiliation"),
    [
        ("[GPE U.S.] President/NNP [PERSON Ruth Obi] said", ["U.S. President"], "U.S."),
        ("[PERSON Ruth Obi] , the/DT mayor of [GPE Tarn] , said", ["the mayor of Tarn"], "Tarn"),
        (
            "The [NORP Russian] president/NN ’s policy/NN adviser , [PERSON Ruth Obi] , said",
            ["The Russian president’s policy adviser"],
            "Russia",
        ),
        ("[PERSON Webb ’s] lawyer [PERSON Ruth Obi] said", ["Webb’s lawyer"], "Webb"),
        (
            "[PERSON Ruth Obi] , a spokeswoman for the [ORG Harbour Trust] , said",
            ["a spokeswoman for the Harbour Trust"],
            "Harbour Trust",
        ),
        ("Mrs. [PERSON Ruth Obi] said", [], None),
        ("[PERSON Ruth Obi] , a [NORP Republican] , said", ["a Republican"], None),
        (
            "[ORG Commerce] Secretary/NNP [PERSON Ruth Obi] said",
            ["Commerce Secretary"],
            None,
        ),
        ("[ORG NATO] Secretary/NNP [PERSON Ruth Obi] said", ["NATO Secretary"], "NATO"),
        (
            "[ORG Harbour Party] leader and Mayor/NNP [PERSON Ruth Obi] said",
            ["Harbour Party leader and Mayor"],
            "Harbour Party",
        ),
        ("[PERSON Ruth Obi] , [PERSON Dan Webb] and others/NNS said", [], None),
        ("On/IN Monday/NNP , [PERSON Ruth Obi] said", [], None),
    ],
)
def test_roles_are_whole_phrases(sentence: str, roles: list[str], affiliation: str | None) -> None:
    doc = build_doc(f"{sentence} it was over .")
    attribute(doc, ("Ruth Obi", "it was over"))
    _, speakers = resolve(doc)
    (speaker,) = [speaker for speaker in speakers.values() if speaker.name == "Ruth Obi"]
    assert ([span.text for span in speaker.roles], speaker.affiliation) == (roles, affiliation)


def test_aliases_are_the_forms_of_the_name_with_titles() -> None:
    doc = build_doc(
        "[GPE U.S.] President/NNP [PERSON Ruth Obi] said it was over .",
        "[PERSON Obi] left .",
        "Mrs. [PERSON Obi] won .",
        "[PERSON Obi] left .",
    )
    attribute(doc, ("U.S. President Ruth Obi", "it was over"))
    _, speakers = resolve(doc)
    assert speakers["0"].aliases == ["U.S. President Ruth Obi", "Obi", "Mrs. Obi"]


def test_a_seat_of_government_is_a_speaker_of_its_own_with_its_country() -> None:
    doc = build_doc("The [ORG Kremlin] said it was over .", "[GPE Russia] won .")
    attribute(doc, ("The Kremlin", "it was over"))
    _, speakers = resolve(doc)
    assert [(s.name, s.kind, s.affiliation) for s in speakers.values()] == [
        ("Kremlin", "organization", "Russia")
    ]


def test_only_those_to_whom_something_is_attributed_are_speakers() -> None:
    doc = build_doc("[PERSON Ruth Obi] said [PERSON Dan Webb] had won/VBN .")
    attribute(doc, ("Ruth Obi", "Dan Webb had won"))
    _, speakers = resolve(doc)
    assert [speaker.name for speaker in speakers.values()] == ["Ruth Obi"]


def test_a_claim_without_source_has_no_speaker_and_no_evidence() -> None:
    doc = build_doc("It was said that [PERSON Dan Webb] had won/VBN .")
    attribute(doc, (None, "that Dan Webb had won"))
    attributions, speakers = resolve(doc)
    assert (attributions[0].speakers, attributions[0].evidence, speakers) == ([], None, {})


# --- anything -------------------------------------------------------------------------------

PARTS = ["[PERSON Ruth Obi]", "[ORG HSB]", "he", "She", "who", "the mayor", "and", ",", "I", "’s"]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(PARTS), min_size=1, max_size=6), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 4)), max_size=5),
)
def test_any_source_is_resolved_or_left_open_with_a_reason(
    sentences: list[list[str]], sources: list[tuple[int, int]]
) -> None:
    doc = build_doc(*(" ".join([*parts, "said", "so"]) for parts in sentences))
    last = len(doc) - 1
    set_attributions(
        doc,
        [
            Attribution(content=[doc[last : last + 1]], source=[doc[start : start + length]])
            for start, length in sources
            if start + length <= last
        ],
    )
    attributions, speakers = resolve(doc)
    for item in attributions:
        assert set(item.speakers) <= set(speakers)
        assert item.evidence is not None
        assert 0 <= item.evidence["score"] <= 1
        assert item.evidence["rule"]
    for speaker in speakers.values():
        assert any(speaker.key in item.speakers for item in attributions)


def test_every_speaker_is_he() -> None:
    sentences = ["[PERSON Daniel Webb] left ."] + ["He said it was over ."] * 30
    doc = build_doc(*sentences)
    attribute(doc, *[("He", "it was over")] * 30)
    assert resolve_names(doc) == [["Daniel Webb"]] * 30


@pytest.mark.parametrize("sentences", [[], ["[PERSON Ruth Obi] left ."], ["No/DT name here/RB ."]])
def test_an_article_without_attributions_has_no_speakers(sentences: list[str]) -> None:
    attributions, speakers = resolve(build_doc(*sentences))
    assert (attributions, speakers) == ([], {})


def test_a_source_in_another_script_is_named_as_it_stands() -> None:
    doc = build_doc("[PERSON Олег Тарн] said it was over .", "[PERSON 王小明] said it was late .")
    attribute(doc, ("Олег Тарн", "it was over"), ("王小明", "it was late"))
    assert resolve_names(doc) == [["Олег Тарн"], ["王小明"]]
