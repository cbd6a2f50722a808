"""Fitting whom descriptions stand for."""

from __future__ import annotations

import pytest

from claimx.pipeline.speakers.rank_persons import Candidate
from claimx.pipeline.speakers.referents import Referent
from claimx_training.persons import Labelled, list_labels, match_label

PERSON = Candidate(Referent("person", "Ruth Obi"), ("most present",), 0.6)
NOBODY = Candidate(None, ("nobody",), 0.4)


@pytest.mark.parametrize(
    ("speaker", "kind", "right"),
    [("Ruth Obi", "person", [0]), ("ruth obi", "person", [0]), ("dentist", "unnamed", [1])],
)
def test_a_label_is_one_of_the_candidates(speaker: str, kind: str, right: list[int]) -> None:
    row = {"source": [[3, 12]], "speaker": [speaker], "kind": kind}
    (found,) = match_label("an article", row, [(7, [PERSON, NOBODY])])
    assert found == Labelled("an article", [PERSON, NOBODY], right)
    assert found.is_named == (right == [0])


@pytest.mark.parametrize(
    ("place", "speaker"), [(20, "Ruth Obi"), (7, "Oleg Tarn")], ids=["elsewhere", "not listed"]
)
def test_what_is_no_choice_is_left_out(place: int, speaker: str) -> None:
    row = {"source": [[3, 12]], "speaker": [speaker], "kind": "person"}
    assert list(match_label("an article", row, [(place, [PERSON, NOBODY])])) == []


def test_only_clear_descriptions_of_one_are_fitted_to() -> None:
    rows = [row for rows in list_labels().values() for row in rows]
    assert len(rows) > 200
    assert all(row["type"] == "nominal" and not row["unclear"] for row in rows)
