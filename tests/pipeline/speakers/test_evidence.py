"""What decides whom names, pronouns and relatives stand for: a case for each rule."""

from __future__ import annotations

import pytest
from tests.pipeline.builders import attribute, build_doc, quote
from tests.pipeline.speakers.resolving import decide, decide_last, resolve

import claimx
from claimx.pipeline.layout_annotations import Context, Section, set_context, set_sections

# --- names ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("[PERSON Ruth Obi]", "name"),
        # No fuller form stands anywhere.
        ("[PERSON Quell]", "name"),
        ("The mayor , [PERSON Ruth Obi]", "apposition"),
        ("[ORG Kessler]", "name"),
    ],
)
def test_a_name_is_its_bearer(source: str, rule: str) -> None:
    assert decide_last(["The harbour was closed/VBN ."], source)[1] == rule


# --- pronouns -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "source", "speakers", "rule"),
    [
        (["[PERSON Ruth Obi] left ."], "Nobody/NN", [], "general-pronoun"),
        (
            ["[PERSON Ruth Obi] left .", *["Rain/NN fell/VBD on the harbour ."] * 4],
            "She",
            [],
            "no-antecedent",
        ),
        # Nothing tells that it is a man, but nobody else was named as late.
        (
            ["They said>0:root [PERSON Mark Bell>5:nsubj] left>2:ccomp .", "[PERSON Quell] won ."],
            "He",
            ["Quell"],
            "pronoun",
        ),
        (["[ORG Kessler] left ."], "It", ["Kessler"], "pronoun"),
        (["The report/NN was late ."], "It", ["report"], "pronoun"),
        (["[ORG Kessler] left ."], "They", ["Kessler"], "pronoun"),
        (["[PERSON Ruth Obi] left ."], "It", [], "no-antecedent"),
        (["Officials/NNS left ."], "It", [], "no-antecedent"),
    ],
)
def test_a_pronoun_is_decided_by_who_fits_and_is_present(
    before: list[str], source: str, speakers: list[str], rule: str
) -> None:
    assert decide_last(before, source) == (speakers, rule)


@pytest.mark.parametrize(
    ("before", "speakers", "rule"),
    [
        # Who is named only behind it is not taken up.
        (["The harbour was closed/VBN ."], [], "no-antecedent"),
        (["[PERSON Ruth Obi] left ."], ["Ruth Obi"], "pronoun"),
    ],
)
def test_a_pronoun_takes_up_who_was_named_before_it(
    before: list[str], speakers: list[str], rule: str
) -> None:
    doc = build_doc(*before, "After/IN she left>7:advcl , [PERSON Ann Hill] won>0:root .")
    names, evidence = decide(doc, ("she", "left"))
    assert (names, evidence["rule"]) == (speakers, rule)


def test_who_spoke_last_speaks_on() -> None:
    doc = build_doc(
        "[PERSON Daniel Webb] said it was over .",
        "They met [PERSON Mark Bell>2:obj] .",
        "He said it was late .",
    )
    assert decide(doc, ("Daniel Webb", "it was over"), ("He", "it was late"))[0] == ["Daniel Webb"]


def test_who_spoke_last_is_not_for_that_spoken_of_in_the_next_statement() -> None:
    doc = build_doc(
        "[PERSON Daniel Webb] said it was over .",
        "[PERSON Mark Bell] left .",
        "[PERSON Ruth Obi] said he says it was late .",
    )
    heard = ("Daniel Webb", "it was over"), ("Ruth Obi", "he says it was late")
    assert decide(doc, *heard, ("he", "it was late"))[0] == ["Mark Bell"]


def test_who_is_reported_speaks_of_himself_rather_than_of_whom_he_tells() -> None:
    doc = build_doc(
        "[PERSON Mark Bell] said it was over .",
        "[PERSON Daniel Webb] told [PERSON Mark Bell>3:obj] he thinks/VBZ it was late .",
    )
    heard = ("Mark Bell", "it was over"), ("Daniel Webb", "he thinks it was late")
    assert decide(doc, *heard, ("he", "it was late"))[0] == ["Daniel Webb"]


def test_a_possessive_is_the_subject_of_its_clause_rather_than_who_spoke_last() -> None:
    doc = build_doc(
        "[PERSON Daniel Webb] said it was over .",
        "[PERSON Mark Bell] left>0:root , repeating/VBG>3:advcl his>7:nmod:poss call/NN>5:obj .",
    )
    assert decide(doc, ("Daniel Webb", "it was over"), ("his", "call"))[0] == ["Mark Bell"]


def test_an_object_is_not_the_subject_of_its_verb() -> None:
    doc = build_doc(
        "[PERSON Daniel Webb] left .",
        "[PERSON Mark Bell] told him>3:obj that the pier was closed/JJ .",
    )
    assert decide(doc, ("him", "that the pier was closed"))[0] == ["Daniel Webb"]


def test_himself_is_the_subject_of_his_verb() -> None:
    doc = build_doc(
        "[PERSON Daniel Webb] won .",
        "[PERSON Mark Bell] told himself>3:obj that the pier was closed/JJ .",
    )
    assert decide(doc, ("himself", "that the pier was closed"))[0] == ["Mark Bell"]


def test_a_sure_pronoun_tells_the_sex_of_whom_it_stands_for() -> None:
    doc = build_doc(
        "[PERSON Quell] left .",
        "She said it was over .",
        "He said it was late .",
    )
    attribute(doc, ("She", "it was over"), ("He", "it was late"))
    attributions, speakers = resolve(doc)
    assert [[speakers[k].name for k in item.speakers] for item in attributions] == [["Quell"], []]


@pytest.mark.parametrize(
    ("last", "speakers"),
    [
        (", and the [ORG Harbour Trust]", ["Northern Guild", "Weavers League", "Harbour Trust"]),
        # Nobody is two of an enumeration.
        ("and the [ORG Northern Guild]", ["Northern Guild"]),
    ],
)
def test_they_are_those_whom_an_enumeration_joins(last: str, speakers: list[str]) -> None:
    enumeration = f"[ORG Northern Guild] , the [ORG Weavers League] {last}"
    assert decide_last([f"{enumeration} left ."], "They")[0] == speakers


# --- relatives ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "source", "speakers", "rule"),
    [
        (
            "A harbour minister who said>3:acl:relcl it was over left>0:root .",
            "who",
            ["harbour minister"],
            "relative",
        ),
        # The parse knows the head, however near another noun stands.
        (
            "A friend/NN of the mayor who said>2:acl:relcl it was over left>0:root .",
            "who",
            ["friend of the mayor"],
            "relative",
        ),
        # "Who" asks for a person, "which" does not.
        ("The mayor of the company which said it was over .", "which", ["company"], "relative"),
        (
            "A mayor of the company who said it was over .",
            "who",
            ["mayor of the company"],
            "relative",
        ),
        # A noun right before will do, one farther off will not.
        ("A startup who said it was over won .", "who", ["startup"], "relative"),
        ("A startup , once/RB again/RB , who said it was over .", "who", [], "no-relative-head"),
        ("Those who said it was over won .", "who", ["Those"], "relative"),
        ("Some who said it was over won .", "who", ["Some"], "relative"),
        # Whom the sentence says to be something, and not whose staff it is.
        (
            "[PERSON Webb>4:nsubj] is>4:cop a dentist/NN>0:root and>6:cc poet/NN>4:conj "
            "who said>6:acl:relcl it was over .",
            "who",
            ["Daniel Webb"],
            "relative",
        ),
        (
            "A dentist/NN near/IN the [PERSON Webb] campaign/NN , who said it was over left .",
            "who",
            ["dentist"],
            "relative",
        ),
        ("Who said it was over ?", "Who", [], "no-relative-head"),
        # The court decides, whatever the parse hangs the clause on.
        (
            "They sent>0:root the issue/NN>2:obj to the [ORG Tarn Court>2:obl] , which "
            "said>4:acl:relcl it was over .",
            "which",
            ["Tarn Court"],
            "relative",
        ),
    ],
)
def test_a_relative_pronoun_is_decided_by_its_head(
    sentence: str, source: str, speakers: list[str], rule: str
) -> None:
    doc = build_doc("[PERSON Daniel Webb] won .", sentence)
    found, evidence = decide(doc, (source, "it was over"))
    assert (found, evidence["rule"]) == (speakers, rule)


def test_a_relative_pronoun_has_no_head_in_the_sentence_before() -> None:
    doc = build_doc("They met the mayor .", "And/CC who said it was over ?")
    assert decide(doc, ("who", "it was over"))[0] == []


# --- the first person -----------------------------------------------------------------------


@pytest.mark.parametrize(("word", "score"), [("I", 0.87), ("We", 0.73)])
def test_we_is_less_surely_the_speaker_alone_than_i(word: str, score: float) -> None:
    doc = build_doc(f"[PERSON Daniel Webb] said : “ {word} say/VBP it was over . ”")
    quote(doc)
    spoken = ("Daniel Webb", f"“{word} say it was over.”"), (word, "it was over")
    speakers, evidence = decide(doc, *spoken)
    assert (speakers, evidence["rule"], evidence["score"]) == (
        ["Daniel Webb"],
        "speaker-of-quote",
        score,
    )


def test_the_writer_of_a_byline_is_the_person_whom_the_text_names() -> None:
    doc = build_doc("By [PERSON Ruth Obi]", "I think/VBP it is over .")
    set_sections(doc, [Section(sentence, "body") for sentence in doc.sents])
    set_context(doc, Context(byline="Ruth Obi"))
    attribute(doc, ("I", "it is over"))
    _, speakers = resolve(doc)
    (speaker,) = speakers.values()
    assert (speaker.name, speaker.entity is not None) == ("Ruth Obi", True)


def test_a_short_article_has_no_note_on_its_writer() -> None:
    doc = build_doc("I think/VBP it is over .", "[PERSON Ruth Obi] is the mayor of [GPE Tarn] .")
    set_sections(doc, [Section(sentence, "body") for sentence in doc.sents])
    assert decide(doc, ("I", "it is over"))[0] == []


# --- sections -------------------------------------------------------------------------------


def test_nobody_is_met_in_metadata() -> None:
    doc = build_doc("author/NN : [PERSON Ruth Obi]", "She said it was over .")
    first, second = doc.sents
    set_sections(doc, [Section(first, "metadata"), Section(second, "body")])
    speakers, evidence = decide(doc, ("She", "it was over"))
    assert (speakers, evidence["rule"]) == ([], "no-antecedent")


@pytest.mark.parametrize(
    ("kind", "speakers"), [("caption", ["Mark Bell"]), ("body", ["Daniel Webb"])]
)
def test_who_is_in_a_caption_is_less_present(kind: str, speakers: list[str]) -> None:
    doc = build_doc(
        "[PERSON Mark Bell] opened/VBD the harbour .",
        "[PERSON Daniel Webb] at the pier .",
        "He said it was over .",
    )
    sections = zip(doc.sents, ("body", kind, "body"), strict=True)
    set_sections(doc, [Section(sentence, of) for sentence, of in sections])
    assert decide(doc, ("He", "it was over"))[0] == speakers


def test_a_reason_in_the_next_sentence_is_not_that_of_a_source() -> None:
    doc = build_doc(
        "Two/CD officials/NNS said it was over .",
        "An aide spoke/VBD on condition of anonymity .",
    )
    attribute(doc, ("Two officials", "it was over"))
    _, speakers = resolve(doc)
    assert [(s.kind, s.anonymous, s.anonymity) for s in speakers.values()] == [
        ("group", False, None)
    ]


# --- "we" of an organization ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("marked", "plain", "name"),
    [
        ("[PERSON Ruth Obi] of [ORG Kessler Rail]", "Ruth Obi of Kessler Rail", "Kessler Rail"),
        # Scholars speak for themselves and their colleagues.
        ("[PERSON Ruth Obi] of [ORG Tarn University]", "Ruth Obi of Tarn University", "Ruth Obi"),
        ("[PERSON Ruth Obi]", "Ruth Obi", "Ruth Obi"),
    ],
)
def test_we_is_the_organization_that_somebody_speaks_for(
    marked: str, plain: str, name: str
) -> None:
    doc = build_doc(f"{marked} said : “ We know/VBP it was over . ”")
    quote(doc)
    found, _ = decide(doc, (plain, "“We know it was over.”"), ("We", "it was over"))
    assert found == [name]


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("Ruth Obi, chairwoman of the Harbour Trust", "Harbour Trust"),
        ("Ruth Obi, a former member of the Harbour Trust", "Ruth Obi"),
        ("Ruth Obi, a member of the Harbour Trust", "Ruth Obi"),
        ("Ruth Obi, a former director of the Harbour Trust", "Ruth Obi"),
        ("former Harbour Trust director Ruth Obi", "Ruth Obi"),
        ("Ruth Obi, ex-director of the Harbour Trust", "Ruth Obi"),
        ("Ruth Obi, a critic of the Harbour Trust", "Ruth Obi"),
        (
            "a former director of the Harbour Trust",
            "former director of the Harbour Trust",
        ),
    ],
)
def test_former_people_members_and_critics_do_not_speak_for_an_organization(
    who: str, name: str
) -> None:
    text = f"“We opposed the plan and we think that it will fail,” said {who}.\n"
    article = claimx.extract(text)
    names = {speaker.id: speaker.name for speaker in article.speakers}
    (claim,) = (c for c in article.claims if c.content.text == "that it will fail")
    assert claim.source is not None
    assert [names[key] for key in claim.source.speakers] == [name]


# --- what a source says of itself -----------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("34/CD ~%/NN", "34%"),
        ("Those/DT without/IN>4:case a degree/NN>1:nmod", "Those without a degree"),
    ],
)
def test_shares_and_those_are_named_in_full(source: str, name: str) -> None:
    assert decide_last(["The harbour was closed/VBN ."], source) == ([name], "description")


def test_an_office_that_is_narrowed_down_is_of_nobody_who_is_named_without_one() -> None:
    before = ["[PERSON Ruth Obi] saw/VBD [PERSON Mark Bell] ."]
    found = decide_last(before, "The head/NN of/IN the inquiry/NN")
    assert found == (["head of the inquiry"], "description")
