"""What is known of a speaker: roles, affiliation, forms of the name."""

from __future__ import annotations

import pytest
from tests.pipeline.builders import attribute, build_doc, quote
from tests.pipeline.speakers.resolving import decide_last, resolve


@pytest.mark.parametrize(
    ("sentence", "roles", "affiliation"),
    [
        ("[GPE U.S.] President/NNP [PERSON Ruth Obi] said", ["U.S. President"], "U.S."),
        ("[PERSON Ruth Obi] , the/DT mayor of [GPE Tarn] , said", ["the mayor of Tarn"], "Tarn"),
        ("[PERSON Webb ’s] lawyer [PERSON Ruth Obi] said", ["Webb’s lawyer"], None),
        (
            "[PERSON Ruth Obi] , a spokeswoman for the [ORG Harbour Trust] , said",
            ["a spokeswoman for the Harbour Trust"],
            "Harbour Trust",
        ),
        ("[PERSON Ruth Obi] , who left/VBD the [ORG Harbour Trust] , said", [], None),
        ("Mrs. [PERSON Ruth Obi] said", [], None),
        ("The aide really likes/NNS Mr. [PERSON Ruth Obi] , who said", [], None),
        ("Coroner/NNP [PERSON Ruth Obi] said", ["Coroner"], None),
        ("Prime/NNP Minister/NNP Dame/NNP [PERSON Ruth Obi] said", ["Prime Minister Dame"], None),
        ("[PERSON Ruth Obi] , no/DT friend/NN of/IN the/DT mayor , said", [], None),
        ("They hire/VBP [PERSON Ruth Obi] , who said", [], None),
        (
            "[PERSON Ruth Obi] , Sen./NNP [PERSON Dan Webb] of/IN [GPE Ohio] . She said",
            [],
            None,
        ),
        ("[PERSON Ruth Obi] , a [NORP Republican] , said", ["a Republican"], "Republican"),
        (
            "[ORG Commerce] Secretary/NNP [PERSON Ruth Obi] said",
            ["Commerce Secretary"],
            "Commerce",
        ),
        ("[ORG NATO] Secretary/NNP [PERSON Ruth Obi] said", ["NATO Secretary"], "NATO"),
        (
            "[ORG Harbour Party] leader and Mayor/NNP [PERSON Ruth Obi] said",
            ["Harbour Party leader and Mayor"],
            "Harbour Party",
        ),
        ("[PERSON Ruth Obi] , [PERSON Dan Webb] and others/NNS said", [], None),
        ("On/IN Monday/NNP , [PERSON Ruth Obi] said", [], None),
        ("His/PRP$ lawyer [PERSON Ruth Obi] said", ["His lawyer"], None),
        ("[PERSON Ruth Obi] , two/CD aides/NNS , said", [], None),
        # "Obi, Webb wage delegate warfare" in a headline: the delegate is no role of hers.
        ("[PERSON Ruth Obi] , [PERSON Webb] wage delegate>7:compound warfare . She said", [], None),
        ("[PERSON Ruth Obi] , the/DT mayor>2:conj , and/CC aides/NNS said", [], None),
        ("[PERSON Ruth Obi] , a/DT mayor , and/CC aides/NNS said", ["a mayor"], None),
        ("[PERSON Ruth Obi] , as/IN mayor , said", [], None),
        ("[PERSON Ruth Obi] , the/DT mayor>6:nsubj has/VBZ left/VBN , said", [], None),
        ("Friends/NNS met/VBD , [PERSON Ruth Obi] said", [], None),
        ("the [ORG Kessler] , [PERSON Ruth Obi] , said", [], "Kessler"),
        ("[PERSON Ruth Obi] of the [ORG Tribune] said", [], "Tribune"),
        ("[PERSON Ruth Obi] from [ORG Harbour Watch] said", [], "Harbour Watch"),
        ("The [ORG Tribune] ’s [PERSON Ruth Obi] said", [], "Tribune"),
        ("[PERSON Ruth Obi] of [GPE Tarn] said", [], "Tarn"),
        ("[PERSON Ruth Obi] of [GPE Kenya] said", [], "Kenya"),
        ("[PERSON Ruth Obi] of [GPE Ohio] said", [], "Ohio"),
        ("[PERSON Ruth Obi] at [GPE Ohio] said", [], "Ohio"),
        ("[PERSON Ruth Obi] , of [ORG Harbour Watch] , said", [], "Harbour Watch"),
        ("[PERSON Dan Webb] ’s rival/NN [PERSON Ruth Obi] said", ["Dan Webb’s rival"], None),
        ("[PERSON Ruth Obi] left/VBD the [ORG Tribune] and said", [], None),
        (
            "Former/JJ [PERSON Dan Webb] adviser [PERSON Ruth Obi] said",
            ["Former Dan Webb adviser"],
            None,
        ),
        (
            "Member/NN of/IN Parliament/NNP ( MP ) [PERSON Ruth Obi] said",
            ["Member of Parliament"],
            None,
        ),
        ("[PERSON Ruth Obi] , whose/WP$ club has/VBZ won/VBN , said", [], None),
        ("[PERSON Florida] Sen. [PERSON Ruth Obi] said", ["Florida Sen."], "Florida"),
        (
            "[PERSON Ruth Obi] , co-developer/NN of the paint , said",
            ["co-developer of the paint"],
            None,
        ),
    ],
)
def test_roles_are_whole_phrases(sentence: str, roles: list[str], affiliation: str | None) -> None:
    doc = build_doc(f"{sentence} it was over .")
    attribute(doc, ("Ruth Obi", "it was over"))
    _, speakers = resolve(doc)
    (speaker,) = [speaker for speaker in speakers.values() if speaker.name == "Ruth Obi"]
    assert ([span.text for span in speaker.roles], speaker.affiliation) == (roles, affiliation)


@pytest.mark.parametrize(
    ("sentence", "affiliation"),
    [
        ("[PERSON Ruth Obi] of the army ’s [ORG Western Command] said", "Western Command"),
        ("Police/NNS officer [PERSON Ruth Obi] said", "Police"),
        ("The [ORG Tribune] met [PERSON Ruth Obi] , a/DT mayor of [GPE Tarn] , who said", "Tarn"),
        ("Her/PRP$ sister [PERSON Ruth Obi] told the [ORG Tribune]", None),
    ],
)
def test_the_affiliation_is_what_the_text_ties_somebody_to(
    sentence: str, affiliation: str | None
) -> None:
    doc = build_doc(f"{sentence} it was over .")
    attribute(doc, ("Ruth Obi", "it was over"))
    _, speakers = resolve(doc)
    assert [speaker.affiliation for speaker in speakers.values()] == [affiliation]


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        (
            "[PERSON Ruth Obi>12:nsubj] of [ORG Tarn>2:nmod] , a/DT>7:det historian/NN>2:appos"
            " and/CC>9:cc critic/NN>7:conj at/IN>11:case [ORG Kell>9:nmod] said",
            ["a historian", "critic at Kell"],
        ),
        (
            "[GPE US>2:compound] Ambassador/NNP>7:nsubj to>4:case [GPE Tarn>2:nmod]"
            " [PERSON Ruth>2:appos Obi>5:flat] said",
            ["US Ambassador to Tarn"],
        ),
        (
            "At/IN the/DT pier , the/DT>6:det mayor of>8:case [GPE Tarn>6:nmod] ,"
            " [PERSON Ruth>6:appos Obi>10:flat] , said",
            ["the mayor of Tarn"],
        ),
        ("Dr. [PERSON Ruth Obi] said", ["Dr."]),
        (
            "[PERSON Ruth Obi>15:nsubj] ,/,>4:punct elected/VBN>2:acl mayor/NN>4:xcomp"
            " of/IN>7:case [GPE Tarn>5:nmod] in/IN>9:case May/NNP>4:obl , said",
            ["mayor of Tarn"],
        ),
        ("[PERSON Ruth Obi] became/VBD>0:root mayor/NN>3:xcomp and said", ["mayor"]),
        ("His/PRP$ wife/NN , [PERSON Ruth Obi] , said", []),
        ("They told journalists/NNS [PERSON Ruth Obi] said", []),
    ],
)
def test_roles_are_read_from_the_parse(sentence: str, roles: list[str]) -> None:
    doc = build_doc(f"{sentence} it was over .")
    attribute(doc, ("Ruth Obi", "it was over"))
    _, speakers = resolve(doc)
    (speaker,) = [speaker for speaker in speakers.values() if speaker.name == "Ruth Obi"]
    assert [span.text for span in speaker.roles] == roles


def test_a_description_that_a_name_explains_is_a_role() -> None:
    doc = build_doc(
        "The/DT head/NN of the [ORG Harbour Trust] , [PERSON Ruth Obi] said it was over ."
    )
    attribute(doc, ("The head of the Harbour Trust, Ruth Obi", "it was over"))
    _, speakers = resolve(doc)
    (speaker,) = speakers.values()
    assert [span.text for span in speaker.roles] == ["The head of the Harbour Trust"]
    assert speaker.affiliation == "Harbour Trust"


def test_a_description_that_tells_something_new_is_a_role() -> None:
    doc = build_doc(
        "Sen. [PERSON Ruth Obi] left .",
        "The [GPE Ohio] senator said it was over .",
        "The senator said it was late .",
    )
    attribute(doc, ("The Ohio senator", "it was over"), ("The senator", "it was late"))
    _, speakers = resolve(doc)
    (speaker,) = speakers.values()
    assert [span.text for span in speaker.roles] == ["Sen.", "The Ohio senator"]
    assert speaker.affiliation == "Ohio"


def test_rivals_do_not_belong_to_whom_they_fight() -> None:
    doc = build_doc("[PERSON Webb] ’s rivals/NNS said it was over .")
    attribute(doc, ("Webb’s rivals", "it was over"))
    _, speakers = resolve(doc)
    assert [(s.name, s.affiliation) for s in speakers.values()] == [("Webb’s rivals", None)]


@pytest.mark.parametrize(
    "source",
    [
        "Another/DT author , Harbour/NNP physics/NN professor/NN [PERSON Ruth Obi]",
        "Another/DT friend/NN in/IN the/DT house/NN — [PERSON Ruth Obi] —",
    ],
)
def test_a_name_behind_a_description_is_who_speaks(source: str) -> None:
    assert decide_last([], source)[0] == ["Ruth Obi"]


@pytest.mark.parametrize(
    ("source", "affiliation"),
    [
        ("An/DT official/NN at/IN the/DT [ORG Harbour Trust]", "Harbour Trust"),
        ("A/DT woman/NN who/WP studied/VBD at/IN [ORG Tarn College]", None),
        ("A/DT woman/NN familiar/JJ with/IN the/DT [ORG Harbour Trust]", None),
        ("A/DT woman/NN using/VBG the/DT name/NN of/IN [ORG Tarn College]", None),
    ],
)
def test_a_clause_behind_a_description_tells_no_affiliation(
    source: str, affiliation: str | None
) -> None:
    doc = build_doc(f"{source} said it was over .")
    attribute(doc, (doc.text.partition(" said")[0], "it was over"))
    _, speakers = resolve(doc)
    assert [speaker.affiliation for speaker in speakers.values()] == [affiliation]


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


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("[PERSON Ruth Obi>5:nsubj] was/VBD>5:cop the/DT>5:det mayor/NN>0:root .", ["the mayor"]),
        (
            "[PERSON Ruth Obi>6:nsubj] is/VBZ>6:cop a/DT>6:det former/JJ>6:amod mayor/NN>0:root .",
            ["a former mayor"],
        ),
        (
            "[PERSON Ruth Obi>7:nsubj] is/VBZ>7:cop also/RB>7:advmod the/DT>7:det "
            "acting/JJ>7:amod mayor/NN>0:root .",
            ["the acting mayor"],
        ),
        (
            "[PERSON Ruth Obi>4:nsubj] was/VBD>4:cop mayor/NN>0:root and/CC>6:cc judge/NN>4:conj .",
            ["mayor", "judge"],
        ),
        (
            "[PERSON Ruth Obi>10:nsubj] ,/, who/WP>6:nsubj was/VBD>6:cop mayor/NN>1:acl:relcl "
            "of/IN>8:case [GPE Tarn>6:nmod] ,/, left/VBD>0:root .",
            ["mayor of Tarn"],
        ),
        ("[PERSON Ruth Obi>5:nsubj] is/VBZ>5:cop a/DT>5:det baker/NN>0:root .", ["a baker"]),
        # An opinion, a relation, anybody, something denied, something open.
        ("[PERSON Ruth Obi>5:nsubj] is/VBZ>5:cop the/DT>5:det woman/NN>0:root .", []),
        ("[PERSON Ruth Obi>5:nsubj] is/VBZ>5:cop a/DT>5:det legend/NN>0:root .", []),
        ("[PERSON Ruth Obi>5:nsubj] is/VBZ>5:cop a/DT>5:det rival/NN>0:root .", []),
        (
            "[PERSON Ruth Obi>6:nsubj] is/VBZ>6:cop a/DT>6:det great/JJ>6:amod baker/NN>0:root .",
            [],
        ),
        ("[PERSON Ruth Obi>5:nsubj] is/VBZ>5:cop the/DT>5:det saviour/NN>0:root .", []),
        ("[PERSON Ruth Obi>6:nsubj] is/VBZ>6:cop not/RB the/DT>6:det mayor/NN>0:root .", []),
        ("[PERSON Ruth Obi>6:nsubj] may/MD be/VB>6:cop the/DT>6:det mayor/NN>0:root .", []),
    ],
)
def test_what_the_article_says_somebody_to_be_is_a_role(sentence: str, roles: list[str]) -> None:
    doc = build_doc(sentence, "[PERSON Ruth Obi] said it was over .")
    attribute(doc, ("Ruth Obi", "it was over"))
    _, speakers = resolve(doc)
    (speaker,) = speakers.values()
    assert [span.text for span in speaker.roles] == roles


def test_a_description_belongs_to_the_first_of_several_names_behind_it() -> None:
    doc = build_doc(
        "The mayor/NN , [PERSON Ruth Obi] , and/CC the doctor/NN [PERSON Dan Webb] said so ."
    )
    attribute(doc, ("The mayor, Ruth Obi, and the doctor Dan Webb", "so"))
    _, speakers = resolve(doc)
    roles = {one.name: [span.text for span in one.roles] for one in speakers.values()}
    assert roles == {"Ruth Obi": ["The mayor"], "Dan Webb": ["doctor"]}


def test_what_somebody_is_called_in_a_quotation_is_no_role() -> None:
    doc = build_doc(
        "“ [PERSON Ruth Obi>6:nsubj] is/VBZ>6:cop the/DT>6:det mayor/NN>0:root . ”",
        "[PERSON Ruth Obi] said it was over .",
    )
    quote(doc)
    attribute(doc, ("Ruth Obi", "it was over"))
    _, speakers = resolve(doc)
    assert [speaker.roles for speaker in speakers.values()] == [[]]


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("She>4:nsubj was/VBD>4:cop the/DT>4:det mayor/NN>0:root .", ["the mayor"]),
        ("She>2:nsubj became/VBD>0:root mayor/NN>2:xcomp .", ["mayor"]),
        (
            "She>3:nsubj:pass was/VBD>3:aux:pass named/VBN>0:root mayor/NN>3:xcomp of/IN>6:case"
            " [GPE Tarn>4:nmod] .",
            ["mayor of Tarn"],
        ),
        (
            "She>3:nsubj:pass was/VBD>3:aux:pass named/VBN>0:root Best/JJS>5:amod"
            " Actor/NNP>3:xcomp .",
            [],
        ),
        (
            "She>3:nsubj:pass was/VBD>3:aux:pass elected/VBN>0:root as/IN>5:case mayor/NN>3:obl"
            " of/IN>7:case [GPE Tarn>3:obl] .",
            ["mayor of Tarn"],
        ),
        (
            "Her/PRP$>2:nmod:poss time/NN>6:nsubj as/IN>5:case a/DT>5:det mayor/NN>2:nmod "
            "ended/VBD>0:root .",
            ["a mayor"],
        ),
        (
            "Her/PRP$>2:nmod:poss dog/NN>6:nsubj as/IN>5:case a/DT>5:det mayor/NN>2:nmod ran/VBD .",
            [],
        ),
    ],
)
def test_what_is_said_of_a_person_by_a_pronoun_is_a_role(sentence: str, roles: list[str]) -> None:
    doc = build_doc("[PERSON Ruth Obi] said it was over .", sentence)
    attribute(doc, ("Ruth Obi", "it was over"))
    _, speakers = resolve(doc)
    assert [[span.text for span in one.roles] for one in speakers.values()] == [roles]


def test_a_noun_in_a_role_is_the_body_whose_name_has_it() -> None:
    doc = build_doc(
        "[ORG Tarn Palace] was closed/VBN .",
        "[PERSON Ruth Obi] , the chief/JJ executive/NN of the palace , said it was over .",
    )
    attribute(doc, ("Ruth Obi", "it was over"))
    _, speakers = resolve(doc)
    assert [one.affiliation for one in speakers.values()] == ["Tarn Palace"]


@pytest.mark.parametrize(
    "joint", ["and/CC the [ORG Harbour Trust]", "along/IN with/IN [PERSON Webb]"]
)
def test_who_is_joined_to_a_group_is_not_what_it_belongs_to(joint: str) -> None:
    doc = build_doc(f"Fire crews/NNS {joint} said it was over .")
    attribute(doc, (doc.text[: doc.text.index(" said")], "it was over"))
    _, speakers = resolve(doc)
    (group,) = [one for one in speakers.values() if "crews" in one.name]
    assert group.affiliation is None
