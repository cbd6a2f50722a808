"""Sources that name several, and parts of those whom the text has named."""

from __future__ import annotations

import pytest
from tests.pipeline.builders import attribute, build_doc
from tests.pipeline.speakers.resolving import decide_last, resolve


@pytest.mark.parametrize(
    ("source", "speakers"),
    [
        ("[PERSON Ruth Obi] , [PERSON Dan Webb] , and/CC [PERSON Oleg Tarn]", "Obi Webb Tarn"),
        ("[PERSON Ruth Obi] , [PERSON Dan Webb] and/CC [PERSON Oleg Tarn]", "Obi Webb Tarn"),
        (
            "[PERSON Ruth Obi] of/IN [GPE Ohio] , [PERSON Dan Webb] of/IN [GPE Utah] and/CC "
            "[PERSON Oleg Tarn] of/IN [GPE Iowa]",
            "Obi Webb Tarn",
        ),
        ("[PERSON Ruth Obi] of/IN [GPE Ohio] and/CC [PERSON Dan Webb]", "Obi Webb"),
        ("[PERSON Ruth Obi] , a/DT dentist/NN , and/CC [PERSON Dan Webb]", "Obi Webb"),
        (
            "[PERSON Ruth Obi] , a/DT friend/NN of/IN [PERSON Oleg Tarn] , and/CC "
            "[PERSON Dan Webb>2:conj]",
            "Obi Webb",
        ),
        ("[PERSON Ruth Obi] and/CC his/PRP$ aide/NN , [PERSON Dan Webb] ,", "Obi Webb"),
        # Commas part descriptions from names, and names from each other.
        (
            "[PERSON Ruth Obi] , a/DT [NORP Republican] , and/CC [PERSON Dan Webb] , a/DT judge/NN",
            "Obi Webb",
        ),
        (
            "[PERSON Ruth Obi] , the/DT mayor/NN of/IN [GPE Tarn] , [PERSON Dan Webb] , a/DT "
            "judge/NN , and/CC [PERSON Ivo Lund] , who/WP owns/VBZ it/PRP",
            "Obi Webb Lund",
        ),
        (
            "The/DT mayor/NN of/IN [GPE Tarn] , [PERSON Ruth Obi] , and/CC the/DT judge/NN of/IN "
            "[GPE Harwick] , [PERSON Dan Webb] ,",
            "Obi Webb",
        ),
        ("[PERSON Ruth Obi] , a/DT mother/NN , and/CC her/PRP$ brother/NN", "Obi brother"),
        ("[PERSON Ruth Obi] , [PERSON Dan Webb] and/CC a/DT spokesman/NN", "Obi Webb spokesman"),
        ("[PERSON Ruth Obi] , her/PRP$ aides/NNS , and/CC [PERSON Dan Webb]", "Obi aides Webb"),
        (
            "Harbour/NN officials/NNS , including/VBG [PERSON Ruth Obi] and/CC [PERSON Dan Webb]",
            "officials Obi Webb",
        ),
        ("[PERSON Ruth Obi] ( R-Fla. ) and/CC [PERSON Dan Webb] ( D-Ohio )", "Obi Webb"),
        ("Senators/NNS like/IN [PERSON Ruth Obi] and/CC [PERSON Dan Webb]", "Obi Webb"),
        ("Some/DT senators/NNS , such/JJ as/IN [PERSON Ruth Obi]", "Obi"),
        ("Critics/NNS such/JJ as/IN the/DT [ORG Harbour Trust]", "Trust"),
        (
            "[PERSON Ruth Obi] and/CC some/DT senators/NNS , such/JJ as/IN [PERSON Dan Webb]",
            "Obi Webb",
        ),
        (
            "Three/CD banks/NNS — [ORG Tarn Bank] , [ORG Norbank] and/CC [ORG Pool Trust] —",
            "Bank Norbank Trust",
        ),
        ("[GPE Tarn] , along/IN with/IN [GPE Harwick] ,", "Tarn Harwick"),
        ("[PERSON Ruth Obi] , together/RB with/IN the/DT [ORG Harbour Trust]", "Obi Trust"),
        ("[PERSON Ruth Obi] as/RB well/RB as/IN Sen./NNP [PERSON Dan Webb]", "Obi Webb"),
        ("[PERSON Ruth Obi] , along/IN with/IN some/DT paper/NN ,", "Obi"),
        # Names that belong to the description are not counted up.
        ("Banks/NNS like/IN this/DT one/NN", "Banks"),
        ("Members/NNS of/IN [ORG Tarn Bank] and/CC [ORG Norbank]", "Norbank"),
        ("Protesters/NNS , [ORG Tarn Bank] and/CC [ORG Norbank]", "Protesters"),
        # Each is another's description.
        (
            "Another/DT co-author/NN , civil/JJ and/CC harbour/NN engineer/NN [PERSON Obi>2:appos]",
            "Obi",
        ),
        ("One/CD of these groups/NNS , the [ORG Harbour Trust] ( [ORG HT] )", "Trust"),
        ("The [ORG Harbour Party] ’s presumed/VBN [ORG Tarn] nominee/NN , [PERSON Obi]", "Obi"),
        # Who is another's is not he, nor are those whom somebody speaks for.
        (
            "[PERSON Ruth Obi] , a/DT spokesman/NN for/IN [PERSON Dan Webb] and/CC [PERSON Tarn]",
            "Obi",
        ),
        ("[PERSON Ruth Obi] , the/DT mayor/NN of/IN [GPE Tarn] ,", "Obi"),
    ],
)
def test_everybody_who_is_named_speaks(source: str, speakers: str) -> None:
    found, _ = decide_last([], source)
    assert [name.split()[-1] for name in found] == speakers.split()


def test_a_spokesman_for_two_is_neither() -> None:
    source = "A/DT spokesman/NN for/IN [PERSON Ruth Obi] and/CC [PERSON Dan Webb]"
    found, _ = decide_last([], source)
    assert found == ["spokesman for Ruth Obi and Dan Webb"]


@pytest.mark.parametrize(
    "source",
    [
        "Most/JJS of/IN them/PRP",
        "Two/CD of/IN them/PRP",
    ],
)
def test_a_part_of_them_is_of_those_who_were_met(source: str) -> None:
    before = ["A/DT dozen/NN harbour/NN workers/NNS met/VBD on/IN the/DT pier/NN ."]
    assert decide_last(before, source) == (["dozen harbour workers"], "pronoun")


def test_two_of_whom_are_of_those_before_the_comma() -> None:
    doc = build_doc("It has five/CD delegates/NNS , two/CD of/IN whom/WP said it was over .")
    attribute(doc, ("two of whom", "it was over"))
    attributions, speakers = resolve(doc)
    assert [speakers[key].name for key in attributions[0].speakers] == ["five delegates"]


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("Fewer/JJR than/IN 15/CD percent/NN of/IN voters/NNS", "voters", "group"),
        ("More/JJR than/IN half/NN of/IN voters/NNS", "voters", "group"),
        ("Just/RB a/DT quarter/NN of/IN the/DT committee/NN", "quarter of the committee", "group"),
        ("A/DT majority/NN of/IN the/DT public/NN", "public", "group"),
        ("The/DT committee/NN", "committee", "organization"),
        ("A/DT third/NN of/IN the/DT report/NN", "third of the report", "document"),
        ("figures/NNS her/PRP$ campaign/NN released/VBD", "figures", "document"),
    ],
)
def test_a_share_is_of_those_behind_it(source: str, name: str, kind: str) -> None:
    doc = build_doc(f"{source} said it was over .")
    attribute(doc, (doc.text.partition(" said")[0], "it was over"))
    _, speakers = resolve(doc)
    assert [(s.name, s.kind) for s in speakers.values()] == [(name, kind)]


def test_a_group_that_comes_back_under_its_noun_is_the_same() -> None:
    doc = build_doc(
        "Researchers/NNS at/IN [ORG Tarn College] said it was over .",
        "The/DT researchers/NNS said it was late .",
        "Other/JJ researchers/NNS said it was good .",
    )
    attribute(
        doc,
        ("Researchers at Tarn College", "it was over"),
        ("The researchers", "it was late"),
        ("Other researchers", "it was good"),
    )
    attributions, _ = resolve(doc)
    first, second, third = (item.speakers for item in attributions)
    assert first == second != third


@pytest.mark.parametrize(
    ("source", "speakers"),
    [
        (
            "Doctors/NNS , nurses/NNS and/CC hospital/NN workers/NNS",
            ["Doctors", "nurses", "hospital workers"],
        ),
        ("Prosecutors/NNS and/CC police/NNS", ["Prosecutors", "police"]),
        ("The/DT mayor/NN and/CC city/NN officials/NNS", ["mayor", "city officials"]),
        # What stands before "and" only modifies the noun that ends the row.
        (
            "At/RB>2:advmod least/RBS>3:advmod ten/CD>8:nummod mostly/RB [NORP Harwick/JJ>8:amod] "
            "and/CC Tarnish/JJ>5:conj parties/NNS>9:nsubj",
            ["ten mostly Harwick and Tarnish parties"],
        ),
        (
            "The/DT port/NN and/CC customs/NN service/NN officials/NNS",
            ["port", "customs service officials"],
        ),
        (
            "Prison/NN and/CC customs/NN officials/NNS",
            ["Prison and customs officials"],
        ),
        (
            "Residents/NNS of/IN [GPE Cobb] , [GPE Harwick] and/CC [GPE Tarn]",
            ["Residents of Cobb, Harwick and Tarn"],
        ),
    ],
)
def test_a_row_of_plurals_is_parted_where_each_may_speak(source: str, speakers: list[str]) -> None:
    doc = build_doc(f"{source} said/VBD it was over .")
    attribute(doc, (doc.text[: doc.text.index(" said")], "it was over"))
    attributions, found = resolve(doc)
    assert [found[key].name for key in attributions[0].speakers] == speakers
