"""What a source without a name is: a person, several, a body, a document, nobody."""

from __future__ import annotations

import pytest
from tests.pipeline.builders import attribute, build_doc
from tests.pipeline.speakers.resolving import decide_last, resolve, resolve_names


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
        ("a party/NN member", "unnamed", True),
        ("independent/JJ analyses/NNS", "document", False),
        ("a harbour nonprofit", "organization", False),
        ("banks/NNS", "group", False),
        ("a woman", "unnamed", False),
        ("the skit", "document", False),
        ("the gesture", "document", False),
        ("one/CD of his aides/NNS", "unnamed", True),
        ("a proponent", "unnamed", False),
        ("progressives/NN", "group", False),
        ("two-thirds/NNS of the voters/NNS", "group", False),
        ("a new/JJ batch of emails/NNS", "document", False),
        ("a new/JJ batch of>5:case emails/NNS>3:nmod released/NNS>5:acl", "document", False),
        ("authorities/NNS", "group", False),
        ("the report", "document", False),
        ("court/NN papers/NNS", "document", False),
        ("a new/JJ poll", "document", False),
        ("the company", "organization", False),
        ("police/NNS", "organization", False),
        ("the [NORP Russian] government", "organization", False),
        ("a [NORP Democrat]", "unnamed", False),
        ("[NORP Democrats/NNPS]", "group", False),
        ("two/CD", "group", False),
    ],
)
def test_kinds_of_sources(source: str, kind: str, anonymous: bool) -> None:
    doc = build_doc(f"{source} said/VBD it was over/JJ .")
    end = next(token for token in doc if token.text == "said").idx
    attribute(doc, (doc.text[:end].rstrip(), "it was over"))
    _, speakers = resolve(doc)
    assert [(s.kind, s.anonymous) for s in speakers.values()] == [(kind, anonymous)]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("The/DT princess", "unnamed"),
        ("The/DT princesses/NNS", "group"),
        ("Obi ’s running/VBG mate", "unnamed"),
        ("The/DT vlogger", "unnamed"),  # in no dictionary
        ("The/DT diocese", "organization"),
        ("The/DT top/JJ number", "document"),
        ("The/DT candor", "document"),
        ("Two/CD priorities/NNS", "document"),
        ("Two/CD institutions/NNS", "group"),
        ("Two/CD tankers/NNS", "group"),
        ("Most/JJS villages/NNS", "group"),
    ],
)
def test_a_noun_that_no_list_has_is_what_the_dictionary_says(source: str, kind: str) -> None:
    doc = build_doc(f"{source} said it was over .")
    attribute(doc, (doc.text.partition(" said")[0], "it was over"))
    _, speakers = resolve(doc)
    assert [speaker.kind for speaker in speakers.values()] == [kind]


def test_a_surname_is_no_noun_for_a_person() -> None:
    doc = build_doc("[PERSON Ruth Baker] left .", "Baker/NNP said it was over .")
    attribute(doc, ("Baker", "it was over"))
    assert resolve_names(doc) == [["Ruth Baker"]]


@pytest.mark.parametrize(
    "source",
    [
        "The/DT",
        "snarky/JJ",
        "selected/VBN",
        "upstate/RB",
        "stripped/VBN>4:nsubj of/IN>3:case it/PRP>1:obl",
        "No/DT men/NNS",
    ],
)
def test_a_rest_of_a_phrase_is_nobody(source: str) -> None:
    found, rule = decide_last(["[PERSON Ruth Obi] left ."], source)
    assert (found, rule) == ([], "no-phrase")


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("The/DT unemployed/JJ", "unemployed", "group"),
        ("AZTribune/NNP", "AZTribune", "organization"),
        ("At/IN least/JJS four/CD candidates/NNS", "four candidates", "group"),
    ],
)
def test_what_names_somebody_is_somebody(source: str, name: str, kind: str) -> None:
    doc = build_doc(f"{source} said it was over .")
    attribute(doc, (doc.text.partition(" said")[0], "it was over"))
    _, speakers = resolve(doc)
    assert [(s.name, s.kind) for s in speakers.values()] == [(name, kind)]
