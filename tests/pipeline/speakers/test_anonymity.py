"""How a text says that it withholds a name."""

from __future__ import annotations

import pytest
from tests.pipeline.builders import attribute, build_doc
from tests.pipeline.speakers.resolving import resolve

from claimx.pipeline.speakers.lexicon import anonymity_pattern


@pytest.mark.parametrize(
    ("clause", "reason"),
    [
        ("who declined to speak on the record", "who declined to speak on the record"),
        ("but didn’t want to talk on the record", "but didn’t want to talk on the record"),
        ("who did not wish to go on the record", "who did not wish to go on the record"),
        ("spoke on the record", None),
    ],
)
def test_who_does_not_speak_on_the_record_is_not_named(clause: str, reason: str | None) -> None:
    found = anonymity_pattern().search(f"An aide {clause} .")
    assert (found.group().strip() if found else None) == reason


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
