"""Descriptions that stand for somebody whom the article names elsewhere."""

from __future__ import annotations

import pytest
from tests.pipeline.builders import attribute, build_doc
from tests.pipeline.speakers.resolving import decide_last, resolve, resolve_names


@pytest.mark.parametrize(
    ("sentence", "source", "speaker"),
    [
        (
            "They met [PERSON Ruth Obi] , a dentist with plans/NNS for the pier .",
            "a dentist",
            "Ruth Obi",
        ),
        (
            "They met [PERSON Ruth Obi] , now/RB a dentist with plans/NNS for the pier .",
            "a dentist",
            "Ruth Obi",
        ),
        (
            "They met the [ORG Pier Project] , a charity that wants/VBZ the pier .",
            "a charity",
            "Pier Project",
        ),
        # A subject after a phrase that ends in a name explains nothing.
        (
            "On Monday with [PERSON Ruth Obi] , the voter>8:nsubj said it was over .",
            "the voter",
            "voter",
        ),
        ("With [PERSON Ruth Obi] , a dentist here/RB said it was over .", "a dentist", "dentist"),
        # Without a comma it is somebody else.
        ("They told [PERSON Ruth Obi] a dentist with plans/NNS left .", "a dentist", "dentist"),
        # A body does not explain a person.
        ("They met [PERSON Ruth Obi] , a charity with plans/NNS .", "a charity", "charity"),
    ],
)
def test_a_description_behind_a_name_is_the_named(sentence: str, source: str, speaker: str) -> None:
    doc = build_doc(sentence)
    said = doc.text[doc.text.index(source) + len(source) :].rstrip(" .").strip()
    attribute(doc, (source, said))
    assert resolve_names(doc) == [[speaker]]


def test_the_rule_and_the_name_are_in_the_evidence() -> None:
    doc = build_doc("They met [PERSON Ruth Obi] , a dentist with plans/NNS for the pier .")
    attribute(doc, ("a dentist", "plans for the pier"))
    attributions, _ = resolve(doc)
    evidence = attributions[0].evidence
    assert evidence is not None
    start, end = evidence["antecedent"]
    assert (evidence["rule"], doc[start:end].text) == ("apposition", "Ruth Obi")


def test_who_takes_up_a_name_that_a_description_stands_behind() -> None:
    doc = build_doc(
        "They met the [ORG Pier Project] , a charity which wants/VBZ the pier .",
    )
    attribute(doc, ("which", "the pier"))
    assert resolve_names(doc) == [["Pier Project"]]


@pytest.mark.parametrize(
    ("sentences", "source", "speaker"),
    [
        (
            ["Among/IN likely/JJ voters/NNS , 46/CD percent/NN liked/VBD [PERSON Ruth Obi] ."],
            "46 percent",
            "likely voters",
        ),
        (
            [
                "Half/NN of the harbour workers/NNS left .",
                "Six/CD in/IN 10/CD said it was over .",
            ],
            "Six in 10",
            "harbour workers",
        ),
        (["The price of bread rose/VBD .", "Six/CD said it was over ."], "Six", "Six"),
    ],
)
def test_a_share_without_a_noun_is_the_group_that_is_counted(
    sentences: list[str], source: str, speaker: str
) -> None:
    doc = build_doc(*sentences)
    said = doc.text[doc.text.index(source) + len(source) :].rstrip(" .").strip()
    attribute(doc, (source, said))
    assert resolve_names(doc) == [[speaker]]


@pytest.mark.parametrize(
    ("before", "source", "speaker"),
    [
        # A title that tells no place denies none.
        ("Rep/NNP [PERSON Ruth Obi] left .", "The [GPE Ohio] congressman", "Ruth Obi"),
        # Nor does it make another office.
        ("Mayor/NNP [PERSON Ruth Obi] left .", "The former/JJ mayor", "former mayor"),
        ("Vice/NNP President/NNP [PERSON Ruth Obi] left .", "The president", "president"),
        # A short form leaves out the field of an office.
        (
            "The foreign/JJ ministry/NN spokesman/NN [PERSON Tom Kerr] left .",
            "The spokesman",
            "Tom Kerr",
        ),
        ("Acting/JJ director/NN [PERSON Ruth Obi] left .", "The director", "Ruth Obi"),
        # The whole article is about one person.
        (
            "[PERSON Ruth Obi] left . [PERSON Obi] won . [PERSON Obi] met [PERSON Dan Webb] .",
            "The businesswoman",
            "Ruth Obi",
        ),
        # The name of a body has all the words, and no other has.
        (
            "The [ORG Harbour Appeals Court of Tarn] left . They left . They left . They left .",
            "The appeals/NNS court",
            "Harbour Appeals Court of Tarn",
        ),
    ],
)
def test_a_description_stands_for_the_named(before: str, source: str, speaker: str) -> None:
    sentences = [f"{sentence} ." for sentence in before.removesuffix(" .").split(" . ")]
    doc = build_doc(*sentences, f"{source} said it was over .")
    end = doc.text.rindex(" said it was over")
    attribute(doc, (doc.text[doc.text.rindex(".", 0, end) + 1 : end].strip(), "it was over"))
    assert resolve_names(doc) == [[speaker]]


def test_a_bare_office_is_that_of_the_holder_without_country() -> None:
    doc = build_doc(
        "[NORP Russian] president/NN [PERSON Ivan Petrov] met President/NNP [PERSON Ruth Obi] .",
        "The president said it was over .",
        "The [NORP Russian] president/NN said it was late .",
    )
    attribute(doc, ("The president", "it was over"), ("The Russian president", "it was late"))
    assert resolve_names(doc) == [["Ruth Obi"], ["Ivan Petrov"]]


def test_two_leaders_are_those_with_an_office() -> None:
    doc = build_doc(
        "President/NNP [PERSON Ruth Obi] met King/NNP [PERSON Ivan Petrov] by [PERSON Ann Hill] .",
        "The two/CD leaders/NNS said it was over .",
    )
    attribute(doc, ("The two leaders", "it was over"))
    assert sorted(resolve_names(doc)[0]) == ["Ivan Petrov", "Ruth Obi"]


SENATOR = "Sen./NNP [PERSON Dana Hill] opposed/VBD the harbour bill ."
OTHER_SENATOR = (
    "[PERSON Mark Bell>9:dep] , a senator from [GPE Oregon] , had written/VBN the bill ."
)


@pytest.mark.parametrize(
    ("before", "source", "speakers"),
    [
        # Both are senators: the article is about the first, who was also named last.
        ([SENATOR, OTHER_SENATOR, "[PERSON Hill] left early/RB ."], "The senator", ["Dana Hill"]),
        # Both are again, and it may be either.
        ([SENATOR, OTHER_SENATOR], "The senator", []),
        # "Rep." may be of any place, also of the one that the description names.
        (
            [
                "Rep./NNP [PERSON Dana Hill] will leave/VB .",
                "[PERSON Ann Cole] won every/DT vote .",
            ],
            "The [GPE Ohio] congresswoman",
            ["Dana Hill"],
        ),
        (
            ["Gov./NNP [PERSON Dana Hill] met [PERSON Ann Cole>4:obj] .", "[PERSON Cole] left ."],
            "The governor",
            ["Dana Hill"],
        ),
        # Who is in office is no former holder of it.
        ([SENATOR], "The former/JJ senator", ["former senator"]),
    ],
)
def test_an_office_is_found_under_its_short_form(
    before: list[str], source: str, speakers: list[str]
) -> None:
    doc = build_doc(*before, f"{source} said it was over .")
    end = doc.text.rindex(" said it was over")
    attribute(doc, (doc.text[doc.text.rindex("The ", 0, end) : end], "it was over"))
    assert resolve_names(doc) == [speakers]


@pytest.mark.parametrize(
    ("sentences", "source", "speakers"),
    [
        (["[PERSON Ruth Obi] met Mrs/NNP [PERSON Ann Tarn] ."], "Both women/NNS", True),
        # A man is neither of them, and is not counted.
        (
            ["[PERSON Ruth Obi] met Mrs/NNP [PERSON Ann Tarn] and Mr/NNP [PERSON Webb] ."],
            "Both women/NNS",
            True,
        ),
        # They may have been named a while ago.
        (
            ["[PERSON Ruth Obi] met Mrs/NNP [PERSON Ann Tarn] .", "It rained .", "It snowed ."],
            "Both women/NNS",
            True,
        ),
        (["[PERSON Ruth Obi] met Mr/NNP [PERSON Webb] ."], "Both women/NNS", False),
    ],
)
def test_both_women_are_the_only_two(sentences: list[str], source: str, *, speakers: bool) -> None:
    names, rule = decide_last(sentences, source)
    assert rule == ("pair" if speakers else "ambiguous-pair")
    assert set(names) == ({"Ruth Obi", "Ann Tarn"} if speakers else set())


def test_all_three_are_the_only_three() -> None:
    names, rule = decide_last(
        ["[PERSON Ruth Obi] met [PERSON Ann Tarn] and [PERSON Max Webb] ."],
        "All three/CD candidates/NNS",
    )
    assert (set(names), rule) == ({"Ruth Obi", "Ann Tarn", "Max Webb"}, "pair")


def test_a_bare_office_in_a_heading_is_its_holder() -> None:
    names, _ = decide_last(["Mayor [PERSON Ruth Obi] fights on ."], "Mayor/NN")
    assert names == ["Ruth Obi"]


def test_the_archive_is_the_body_of_that_name() -> None:
    names, rule = decide_last(["The [ORG Tarn Archive] opened ."], "The archive")
    assert (names, rule) == (["Tarn Archive"], "name-part")


@pytest.mark.parametrize(
    ("behind", "source", "name"),
    [
        ("Tarn/NNP Judge/NNP [PERSON Ann Hill] left .", "A Tarn judge", "Ann Hill"),
        # Any other judge may be named below.
        ("Harwick/NNP Judge/NNP [PERSON Ann Hill] left .", "A Tarn judge", "Tarn judge"),
        ("Judge/NNP [PERSON Ann Hill] left .", "A judge", "judge"),
        ("The [ORG House Pier Committee] met .", "A House/NNP panel/NN", "House Pier Committee"),
    ],
)
def test_the_opening_describes_whom_the_story_names(behind: str, source: str, name: str) -> None:
    doc = build_doc(f"{source} said it was over .", behind)
    words = doc.text[: doc.text.index(" said")]
    attribute(doc, (words, "it was over"))
    attributions, speakers = resolve(doc)
    assert [speakers[key].name for key in attributions[0].speakers] == [name]
    is_named = name in ("Ann Hill", "House Pier Committee")
    rule = (attributions[0].evidence or {})["rule"]
    assert (rule != "description") == is_named


def test_the_poll_is_the_one_of_the_story_however_far_behind() -> None:
    rain = ["It rained ."] * 12
    names, rule = decide_last(["A new Tarn poll said it was close .", *rain], "The poll")
    assert (names, rule) == (["new Tarn poll"], "same-noun")


def test_a_title_that_goes_on_in_small_letters_ends_before_the_name() -> None:
    names, _ = decide_last(
        ["[PERSON Ruth Obi] left ."],
        "Former/NNP secretary/NN of/IN [ORG State] [PERSON Obi]",
    )
    assert names == ["Ruth Obi"]
