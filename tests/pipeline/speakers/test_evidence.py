"""What decides whom a source stands for: a case for each rule that the evidence may name."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.tokens import Doc
from tests.pipeline.builders import attribute, build_doc, find_span, quote
from tests.pipeline.speakers.resolving import resolve

from claimx.pipeline.annotations import Attribution, set_attributions
from claimx.pipeline.layout_annotations import Context, Section, set_context, set_sections
from claimx.pipeline.speakers.referents import Presence, Referent


def decide(doc: Doc, *pairs: tuple[str | None, str]) -> tuple[list[str], dict[str, Any]]:
    """The speakers of the last of the attributions ``pairs``, and its evidence."""
    attribute(doc, *pairs)
    attributions, speakers = resolve(doc)
    evidence = attributions[-1].evidence
    assert evidence is not None
    return [speakers[key].name for key in attributions[-1].speakers], evidence


def decide_last(sentences: list[str], source: str) -> tuple[list[str], str]:
    """Who says "it was over" in a sentence behind ``sentences``, and the rule."""
    doc = build_doc(*sentences, f"{source} said it was over .")
    end = doc.text.rindex(" said it was over")
    start = len(build_doc(*sentences).text)
    set_attributions(
        doc,
        [
            Attribution(
                content=[find_span(doc, "it was over", end)],
                source=[find_span(doc, doc.text[start:end].strip(), start)],
            )
        ],
    )
    attributions, speakers = resolve(doc)
    evidence = attributions[0].evidence
    assert evidence is not None
    return [speakers[key].name for key in attributions[0].speakers], evidence["rule"]


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


# --- descriptions ---------------------------------------------------------------------------

PRESIDENT = "President/NNP [PERSON Ruth Obi] opened/VBD the pier ."
BETWEEN = ["Rain/NN fell/VBD on the harbour ."] * 6


@pytest.mark.parametrize(
    ("before", "source", "speakers", "rule"),
    [
        # Neither a president nor presidents are the one of the text.
        ([PRESIDENT], "A president", ["president"], "description"),
        ([PRESIDENT], "The presidents/NNS", ["presidents"], "description"),
        # Of two holders, the one of whom the text speaks now.
        (
            ["President/NNP [PERSON Oleg Tarn] left .", *BETWEEN, PRESIDENT],
            "The president",
            ["Ruth Obi"],
            "role",
        ),
        # An office that is withheld is no title of somebody with a name.
        (
            ["Harbour official [PERSON Ruth Obi] met an official/NN>6:obj ."],
            "The official",
            ["official"],
            "same-noun",
        ),
        (["A woman left .", "[ORG Kessler] won ."], "The woman", ["woman"], "same-noun"),
        (["A young/JJ woman left ."], "The old/JJ woman", ["old woman"], "description"),
        (["A local/JJ court ruled/VBD ."], "The court", ["local court"], "same-noun"),
        # Three are no pair, nor is one.
        (
            ["[PERSON Ruth Obi] met [PERSON Oleg Tarn>3:obj] and [PERSON Ann Hill>3:obj] ."],
            "The two/CD leaders/NNS",
            [],
            "ambiguous-pair",
        ),
        (["[PERSON Ruth Obi] left ."], "Both leaders/NNS", [], "ambiguous-pair"),
    ],
)
def test_a_description_is_decided_by_its_words(
    before: list[str], source: str, speakers: list[str], rule: str
) -> None:
    assert decide_last(before, source) == (speakers, rule)


BOTH = "[PERSON Ruth Obi] met [PERSON Ann Hill>3:obj] ."


@pytest.mark.parametrize(
    ("before", "source", "speakers", "rule"),
    [
        # Either may be the senator.
        ([BOTH], "The senator", [], "no-holder"),
        (["[ORG Kessler] left ."], "[PERSON Obi ’s] doctor", ["Obi’s doctor"], "description"),
        # A mayor is no senator.
        (
            ["Mayor/NNP [PERSON Ruth Obi] left .", *BETWEEN],
            "The senator",
            ["senator"],
            "description",
        ),
        # Those who are seldom named are no riddle.
        ([BOTH], "The spokesman", ["spokesman"], "description"),
        (["[ORG Kessler] left .", *BETWEEN], "The company", [], "no-organization"),
        (["Rain/NN fell/VBD ."], "The company", ["company"], "description"),
        # What a body is, a word of its name may tell.
        (
            ["[ORG Tarn Gazette] met [ORG Kessler>3:obj] ."],
            "The newspaper",
            ["Tarn Gazette"],
            "kind-of-body",
        ),
        (
            ["[ORG Tarn Gazette] met [ORG Kessler>3:obj] .", *BETWEEN],
            "The paper",
            ["Tarn Gazette"],
            "kind-of-body",
        ),
        (
            ["[ORG Tarn Gazette] met [ORG Pier Times>3:obj] ."],
            "The newspaper",
            [],
            "ambiguous-organization",
        ),
        (["[ORG Kessler] left ."], "The paper", ["paper"], "description"),
        # Two out of three, and the parents of somebody.
        (
            ["[PERSON Ruth Obi] met [PERSON Ann Hill>3:obj] and [PERSON Oleg Tarn>3:obj] ."],
            "Neither/DT man",
            [],
            "ambiguous-pair",
        ),
        ([BOTH], "Neither/DT woman", ["Ruth Obi", "Ann Hill"], "pair"),
        ([BOTH], "Both parents/NNS", [], "ambiguous-pair"),
        # The text knows who is an officer, and it is neither of the two who are present.
        (
            ["Officer/NNP [PERSON Oleg Tarn] left .", *["They left ."] * 6, BOTH],
            "Both officers/NNS",
            [],
            "ambiguous-pair",
        ),
    ],
)
def test_somebody_who_may_be_named_is_no_speaker(
    before: list[str], source: str, speakers: list[str], rule: str
) -> None:
    names, found = decide_last(before, source)
    assert (sorted(names), found) == (sorted(speakers), rule)


@pytest.mark.parametrize(
    ("named", "source", "speakers", "rule"),
    [
        ("[PERSON Mary Webb]", "His wife", ["Mary Webb"], "kin"),
        ("[PERSON Mary Webb]", "[PERSON Webb ’s] wife", ["Mary Webb"], "kin"),
        ("[PERSON Mary Hill]", "His wife", ["wife"], "description"),
        ("[PERSON John Webb]", "His wife", ["wife"], "description"),
        ("[PERSON Mary Webb] and [PERSON Ann Webb]", "His daughter", [], "ambiguous-kin"),
    ],
)
def test_a_relative_is_the_only_one_of_the_surname(
    named: str, source: str, speakers: list[str], rule: str
) -> None:
    before = [f"In/IN May/NNP {named} left .", "[PERSON Daniel Webb] won ."]
    assert decide_last(before, source) == (speakers, rule)


@pytest.mark.parametrize(
    ("before", "source", "speakers", "rule"),
    [
        # "The law firm" says more than "a research firm" does.
        (
            ["[ORG Kessler] , a research firm , met [ORG Brightwater] ."],
            "The law firm",
            ["law firm"],
            "description",
        ),
        # Of two boards, the one named last.
        (
            ["The [ORG Harbour Board] met .", "The [ORG Pier Board] left ."],
            "The board",
            ["Pier Board"],
            "name-part",
        ),
        # However far it stands, no other body has the name.
        (
            ["The [ORG Harbour Appeals Court] met .", *BETWEEN],
            "The appeals/NNS court",
            ["Harbour Appeals Court"],
            "name-part",
        ),
        (["[ORG Kessler] left ."], "The company", ["Kessler"], "only-organization"),
        # What stands before a name says what it is.
        (
            ["The chipmaker [ORG Kessler] met [ORG Brightwater] ."],
            "The chipmaker",
            ["Kessler"],
            "role",
        ),
    ],
)
def test_a_body_is_decided_by_its_name_and_kind(
    before: list[str], source: str, speakers: list[str], rule: str
) -> None:
    assert decide_last(before, source) == (speakers, rule)


def test_a_body_that_is_named_only_later_is_its_own_antecedent() -> None:
    doc = build_doc("The harbour board said it was over .", "The [ORG Harbour Board] met .")
    speakers, evidence = decide(doc, ("The harbour board", "it was over"))
    assert (speakers, evidence["rule"]) == (["Harbour Board"], "name-part")
    start, end = evidence["antecedent"]
    assert doc[start:end].text == "Harbour Board"


def test_the_campaign_is_the_one_named_last() -> None:
    before = ["They left the [PERSON Webb] campaign .", "They met the [PERSON Obi] campaign ."]
    assert decide_last(before, "The campaign")[0] == ["Obi campaign"]


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        ("the Senator/NNP [PERSON Obi]", "Obi’s campaign"),
        ("[ORG Kessler]", "campaign of Kessler"),
    ],
)
def test_a_campaign_of_a_person_is_called_after_the_person(owner: str, name: str) -> None:
    doc = build_doc(f"The campaign of {owner} said it was over .")
    source = doc.text[: doc.text.index(" said")]
    assert decide(doc, (source, "it was over"))[0] == [name]


# --- pronouns -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "source", "speakers", "rule"),
    [
        (["[PERSON Ruth Obi] left ."], "Nobody/NN", [], "general-pronoun"),
        (["[PERSON Ruth Obi] left .", *BETWEEN[:4]], "She", [], "antecedent-too-far"),
        # The likelier of two, but nothing tells that it is a man.
        (
            ["They said>0:root [PERSON Mark Bell>5:nsubj] left>2:ccomp .", "[PERSON Quell] won ."],
            "He",
            [],
            "uncertain-pronoun",
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
        (["The harbour was closed/VBN ."], ["Ann Hill"], "name-ahead"),
        # Of another sex, or one who was named before and fits.
        (["[PERSON Daniel Webb] left ."], ["Ann Hill"], "name-ahead"),
        (["[PERSON Ruth Obi] left ."], ["Ruth Obi"], "pronoun"),
    ],
)
def test_a_pronoun_may_stand_before_the_name(
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


def test_a_sentence_makes_nobody_more_present_than_its_weightiest_mention() -> None:
    often, once, presence = Referent("person", "Webb"), Referent("person", "Kessler"), Presence()
    for _ in range(4):
        presence.touch(often, 1.0, 0)
    presence.touch(once, 1.0, 1)
    assert often.presence_at(0) < 2 * once.presence_at(1)
    assert often.presence_at(1) < once.presence_at(1)


def test_a_lighter_mention_before_a_weightier_one_does_not_add_up() -> None:
    referent, presence = Referent("person", "Webb"), Presence()
    presence.touch(referent, 0.5, 0)
    presence.touch(referent, 1.0, 0)
    assert 1.0 <= referent.presence_at(0) < 1.5


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
        ("Those who said it was over won .", "who", ["those"], "description"),
        ("Who said it was over ?", "Who", [], "no-relative-head"),
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


@pytest.mark.parametrize(("kind", "speakers"), [("caption", ["Mark Bell"]), ("body", [])])
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
