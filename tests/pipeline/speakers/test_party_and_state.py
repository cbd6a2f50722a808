"""Politicians told apart by the party and the state that newspapers set behind their names."""

from __future__ import annotations

import pytest
from tests.pipeline.builders import attribute, build_doc
from tests.pipeline.speakers.resolving import decide_last, resolve

SENATORS = "Sens./NNP [PERSON Ruth Obi] ( Ky. ) and [PERSON Oleg Tarn>3:conj] ( Fla. ) met ."
MEMBERS = "Rep./NNP [PERSON Ruth Obi] ( D-Calif. ) met Gov./NNP [PERSON Oleg Tarn] , R-Ohio , ."
TEXANS = "Rep./NNP [PERSON Ruth Obi] ( D-Ohio ) met Rep./NNP [PERSON Oleg Tarn] ( R-Texas ) ."


@pytest.mark.parametrize(
    ("sentence", "source", "speaker"),
    [
        (SENATORS, "The [GPE Florida] senator", "Oleg Tarn"),
        (SENATORS, "The [GPE Kentucky] senator", "Ruth Obi"),
        (MEMBERS, "The [GPE California] [NORP Democrat/NNP]", "Ruth Obi"),
        (MEMBERS, "The [GPE Ohio] [NORP Republican/NNP]", "Oleg Tarn"),
        (MEMBERS, "The [GPE Ohio] governor", "Oleg Tarn"),
        (MEMBERS.replace("D-", "D – "), "The [GPE California] [NORP Democrat/NNP]", "Ruth Obi"),
        (TEXANS, "The [GPE Texas] [NORP Republican/NNP]", "Oleg Tarn"),
    ],
)
def test_party_and_state_tell_who_is_meant(sentence: str, source: str, speaker: str) -> None:
    assert decide_last([sentence], source) == ([speaker], "role")


def test_a_title_in_the_plural_is_no_role_of_the_second_name() -> None:
    doc = build_doc(SENATORS, "[PERSON Oleg Tarn] said it was over .")
    _, speakers = resolve(doc)
    assert not any(speaker.roles for speaker in speakers.values())


def test_attorneys_general_are_several() -> None:
    before = ["Attorney/NNP General/NNP [PERSON Ruth Obi] left ."]
    assert decide_last(before, "Attorneys/NNS general/JJ of ten states")[1] == "description"
    assert decide_last(before, "The attorney general")[0] == ["Ruth Obi"]


def test_a_source_may_end_before_the_brackets() -> None:
    doc = build_doc("[PERSON Ruth Obi] ( R-Fla. ) said it was over .")
    attribute(doc, ("Ruth Obi", "it was over"))
    _, speakers = resolve(doc)
    assert [speaker.name for speaker in speakers.values()] == ["Ruth Obi"]
