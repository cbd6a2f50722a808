"""To whom an attribution belongs: names, pronouns, and any source at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pipeline.builders import attribute, build_doc, quote
from tests.pipeline.speakers.resolving import resolve, resolve_names

from claimx.pipeline.annotations import (
    Attribution,
    set_attributions,
)

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
        ("Vice/NNP President/NNP [PERSON Ruth Obi]", "Ruth Obi"),
        ("The President/NNP and counsel/NN of [ORG Tarn] , [PERSON Ruth Obi] ,", "Ruth Obi"),
        ("[PERSON Ruth Obi] herself/PRP", "Ruth Obi"),
        ("[PERSON Ruth Obi] voluntarily/RB", "Ruth Obi"),
        ("41 percent of the harbour workers/NNS", "harbour workers"),
        ("a wide/JJ array of economists/NNS", "economists"),
        ("one/CD of the economists/NNS", "one of the economists"),
        ("an official/JJ>7:nsubj briefed/VBN>2:acl on the plan", "official"),
        (
            "Harbour/NN>3:compound rights/NNS>3:compound activists/VBZ>4:nsubj",
            "Harbour rights activists",
        ),
        ("[PERSON Ruth Obi>3:compound] supporters/VBZ>4:nsubj", "Ruth Obi supporters"),
        ("a [NORP Republican/JJ] , [PERSON Ruth Obi] ,", "Ruth Obi"),
        ("[GPE Rwanda/CC>4:nmod:poss] ’s>1:case health ministry", "Rwanda’s health ministry"),
        ("[ORG Tarn] ’s founder and chief/JJ executive , [PERSON Ruth Obi] ,", "Ruth Obi"),
        ("Harbour/NNP Party/NNP leader and Mayor/NNP [PERSON Ruth Obi]", "Ruth Obi"),
        ("Ruth/JJ Obi , head of the palace ,", "Ruth Obi"),
        ("[ORG Ruth Obi] , the mayor ,", "Ruth Obi"),
        ("[ORG Harbour] magazine", "Harbour"),
        ("The [ORG Harbour] news agency", "Harbour"),
        ("[ORG Harbour] staff magazines/NNS", "Harbour staff magazines"),
        (
            "rank>6:compound ~- ~and>5:cc ~- ~file>1:conj members/NNS>7:nsubj",
            "rank-and-file members",
        ),
        ("Tarn>3:compound ~- ~based/VBN>4:amod lawyer>6:nmod:desc [PERSON Ruth Obi]", "Ruth Obi"),
        ("[NORP Russian] officials/NNS", "Russian officials"),
        ("[GPE Tarn] and [GPE Harwick] officials/NNS", "Tarn and Harwick officials"),
        ("the audience>4:nsubj gathered/NN>2:acl", "audience"),
        (
            "Harbour>2:compound activists/NNS>6:nsubj clamoring/NN>2:acl to/TO leave",
            "Harbour activists",
        ),
        (
            "any>6:det big>4:amod ~- ~name>6:compound elected/VBN>6:amod officials/NNS>7:nsubj",
            "big-name elected officials",
        ),
        ("the need/NN", "need"),
        ("52/CD percent of registered/VBN voters/NNS", "registered voters"),
        ("41/CD percent of>5:case the>5:det voters/NNS>2:nmod surveyed/NNS>5:acl", "voters"),
        ("campaign/NN chief/NN of staff/NN [PERSON Ruth Obi]", "Ruth Obi"),
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
        "[PERSON Dan Webb] named/VBD>0:root candidates/NNS like/IN [PERSON Ruth Obi] , "
        "who said>4:acl:relcl it was over ."
    )
    attribute(doc, ("who", "it was over"))
    assert resolve_names(doc) == [["Ruth Obi"]]


def test_a_relative_pronoun_behind_an_apposition_is_the_person_explained() -> None:
    doc = build_doc(
        "[PERSON Ruth Obi] , a retired/JJ minister>2:appos who said>6:acl:relcl it was over , "
        "left>0:root ."
    )
    attribute(doc, ("who", "it was over"))
    assert resolve_names(doc) == [["Ruth Obi"]]


def test_they_are_a_group_and_an_object_is_not_its_subject() -> None:
    doc = build_doc("Officials/NNS met [PERSON Ruth Obi>2:obj] .", "They said it was over .")
    attribute(doc, ("They", "it was over"))
    assert resolve_names(doc) == [["Officials"]]


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


def test_a_pronoun_behind_a_name_tells_the_sex_that_the_name_does_not() -> None:
    doc = build_doc(
        "[PERSON Marty Kessler] left his post .",
        "[PERSON Marty Kessler] won .",
        "She said it was over .",
    )
    attribute(doc, ("She", "it was over"))
    assert resolve_names(doc) == [[]]


def test_they_are_all_whom_the_sentence_before_enumerates() -> None:
    doc = build_doc(
        "[ORG Northern Guild] , the [ORG Weavers League] and the [ORG Harbour Trust] left .",
        "They said it was over .",
    )
    attribute(doc, ("They", "it was over"))
    assert resolve_names(doc) == [["Northern Guild", "Weavers League", "Harbour Trust"]]


def test_they_are_the_two_who_speak_in_turns() -> None:
    doc = build_doc(
        "[PERSON Ann Webb] said it was over .",
        "[PERSON Tom Kessler] said it was late .",
        "They said it was good .",
    )
    attribute(
        doc,
        ("Ann Webb", "it was over"),
        ("Tom Kessler", "it was late"),
        ("They", "it was good"),
    )
    assert resolve_names(doc)[2] == ["Ann Webb", "Tom Kessler"]


def test_they_are_nobody_where_three_persons_are_present() -> None:
    doc = build_doc(
        "[PERSON Ann Webb] told [PERSON Tom Kessler] that [PERSON Ruth Obi] left .",
        "They said it was over .",
    )
    attribute(doc, ("They", "it was over"))
    assert resolve_names(doc) == [[]]


def test_two_camps_are_not_two_persons() -> None:
    doc = build_doc("[PERSON Ann Webb] met [PERSON Tom Kessler] .", "The two camps/NNS said no .")
    attribute(doc, ("The two camps", "no"))
    assert resolve_names(doc) == [["two camps"]]


def test_many_pronouns_in_one_sentence_make_nobody_more_present_than_a_later_subject() -> None:
    doc = build_doc(
        "[PERSON Adam Webb] said he had his way and his friends/NNS told him .",
        "[PERSON Tom Kessler] left .",
        "He said it was late .",
    )
    attribute(doc, ("He", "it was late"))
    assert resolve_names(doc) == [["Tom Kessler"]]


def test_a_participle_shares_the_subject_whose_possessive_follows_it() -> None:
    doc = build_doc(
        "[PERSON Adam Webb] left and/CC he won .",
        "[PERSON Tom Kessler] left>0:root , repeating/VBG>3:advcl his>7:nmod:poss call/NN>5:obj .",
    )
    attribute(doc, ("his", "call"))
    assert resolve_names(doc) == [["Tom Kessler"]]
