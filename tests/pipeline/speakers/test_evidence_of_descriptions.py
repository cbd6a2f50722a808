"""What decides whom a description stands for: a case for each rule of the evidence."""

from __future__ import annotations

import pytest
from tests.pipeline.builders import build_doc
from tests.pipeline.speakers.resolving import decide, decide_last

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
        # Of three the two who were named together; one is not a pair.
        (
            ["[PERSON Ruth Obi] met [PERSON Oleg Tarn>3:obj] and [PERSON Ann Hill>3:obj] ."],
            "The two/CD leaders/NNS",
            ["Oleg Tarn", "Ann Hill"],
            "pair",
        ),
        (["[PERSON Ruth Obi] left ."], "Both leaders/NNS", [], "ambiguous-pair"),
    ],
)
def test_a_description_is_decided_by_its_words(
    before: list[str], source: str, speakers: list[str], rule: str
) -> None:
    assert decide_last(before, source) == (speakers, rule)


ALIKE = "It rained on [PERSON Ruth Obi] and [PERSON Ann Hill] ."
BOTH = "[PERSON Ruth Obi] met [PERSON Ann Hill>3:obj] ."


@pytest.mark.parametrize(
    ("before", "source", "speakers", "rule"),
    [
        # Either may be the senator.
        (
            ["It rained on [PERSON Ruth Obi] and [PERSON Ann Hill] ."],
            "The senator",
            [],
            "ambiguous-role",
        ),
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
            ["Tarn Gazette"],
            "kind-of-body",
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
        ("[PERSON Mary Webb] and [PERSON Ann Webb]", "His daughter", [], "ambiguous-role"),
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
