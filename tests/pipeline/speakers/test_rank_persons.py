"""Whom a description stands for where nothing exact tells: what is weighed, and that it is."""

from __future__ import annotations

import pytest
from tests.pipeline.builders import attribute, build_doc
from tests.pipeline.speakers.resolving import decide_last, resolve_names

from claimx.pipeline.annotations import get_attributions, get_entities
from claimx.pipeline.entities.component import Entities
from claimx.pipeline.speakers.descriptions import Description
from claimx.pipeline.speakers.follow_text import TextFollower
from claimx.pipeline.speakers.rank_persons import Candidate, load_weights, rank_persons


def list_ranked(before: str, source: str) -> dict[str | None, Candidate]:
    """The candidates for the source of the last sentence, by name."""
    doc = build_doc(before, f"{source} said it was over .")
    start = doc.text.rindex(" said it was over")
    attribute(doc, (doc.text[len(build_doc(before).text) : start].strip(), "it was over"))
    doc = Entities("entities")(doc)
    ranked: dict[str | None, Candidate] = {}

    def rank(description: Description, words: frozenset[str]) -> list[Candidate]:
        candidates = rank_persons(description, words)
        ranked.update({c.referent.name if c.referent else None: c for c in candidates})
        return candidates

    TextFollower(doc, get_entities(doc), get_attributions(doc), rank).follow()
    return ranked


def test_the_chances_of_all_and_of_nobody_are_one() -> None:
    ranked = list_ranked("[PERSON Ruth Obi] met [PERSON Oleg Tarn>3:obj] .", "The physicist")
    assert set(ranked) == {"Ruth Obi", "Oleg Tarn", None}
    assert sum(item.chance for item in ranked.values()) == pytest.approx(1.0)


def test_the_subject_is_likelier_than_the_object() -> None:
    ranked = list_ranked("[PERSON Ruth Obi] met [PERSON Oleg Tarn>3:obj] .", "The physicist")
    assert "most present" in ranked["Ruth Obi"].features
    assert ranked["Ruth Obi"].chance > ranked["Oleg Tarn"].chance


@pytest.mark.parametrize(
    ("before", "source", "left_out"),
    [
        # A mayor is no "former mayor", a senator no governor.
        ("Mayor/NNP [PERSON Ruth Obi] met [PERSON Oleg Tarn] .", "The former mayor", "Ruth Obi"),
        ("Senator/NNP [PERSON Ruth Obi] met [PERSON Oleg Tarn] .", "The governor", "Ruth Obi"),
        # Who is named in a description is not whom it describes.
        ("[PERSON Ruth Obi] met [PERSON Wooster] .", "The [PERSON Wooster] physicist", "Wooster"),
        ("Mr/NNP [PERSON Oleg Tarn] met [PERSON Ruth Obi] .", "The actress", "Oleg Tarn"),
    ],
)
def test_who_cannot_be_meant_is_no_candidate(before: str, source: str, left_out: str) -> None:
    assert left_out not in list_ranked(before, source)


def test_another_party_speaks_against_somebody() -> None:
    before = (
        "Republican/NNP candidate/NN [PERSON Oleg Tarn] met Democratic/JJ senator/NN "
        "[PERSON Ruth Obi] ."
    )
    ranked = list_ranked(before, "The Democratic/JJ nominee-in-waiting/NN physicist")
    assert "Oleg Tarn" not in ranked
    assert "party fits" in ranked["Ruth Obi"].features


def test_somebody_uncertain_is_nobody() -> None:
    names, rule = decide_last(
        ["It rained on [PERSON Ruth Obi] and [PERSON Ann Hill] ."], "The physicist"
    )
    assert (names, rule) == ([], "no-holder")


def test_every_weight_is_that_of_a_feature() -> None:
    prefixes = ("nobody", "present over", "share over", "most present", "spoke", "no role", "sex")
    others = ("party", "named", "in the sentence")
    assert all(name.startswith(prefixes + others) for name in load_weights())


def test_whom_the_sentence_names_behind_it_is_not_the_description() -> None:
    doc = build_doc("[PERSON Oleg Tarn] left .", "The physicist said [PERSON Tarn] was wrong .")
    attribute(doc, ("The physicist", "Tarn was wrong"))
    assert resolve_names(doc) == [[]]
