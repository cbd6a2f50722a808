"""Who else was considered for a claim: from an article, never from a record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import claimx
from claimx.checks.runners_up import (
    Candidate,
    Consideration,
    find_consideration,
    runners_up_in_words,
)
from claimx.cli import main
from claimx.pipeline.coreference.annotations import get_chains
from claimx.pipeline.coreference.ranking import rank_candidates

TEXT = """Mayor Karin Holt met Treasurer Paul Brandt on Monday in Easton.

“The budget will not be cut,” Holt said. She told reporters that the bridge would be repaired.

Brandt said the repairs would cost two million euros. He added that the work would start in May.
"""


def consider(*candidates: tuple[str | None, float], is_weighed: bool = True) -> Consideration:
    return Consideration(0, 3, tuple(Candidate(*one) for one in candidates), is_weighed)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def explain(path: Path, words: str, *options: str) -> str:
    """What is said of the claim of ``path`` whose content holds ``words``."""
    record = claimx.extract(TEXT)
    name = next(claim.id for claim in record.claims if words in claim.content.text)
    result = CliRunner().invoke(main, ["explain", name, str(path), *options])
    assert result.exit_code == 0, result.output
    return result.output


def test_an_article_tells_who_else_was_considered(article: Path) -> None:
    said = explain(article, "would start in May")
    assert "“He” is Paul Brandt (" in said
    steps = json.loads(explain(article, "would start in May", "--format", "json"))
    (others,) = [step for step in steps if step["about"] == "others"]
    assert others["data"]["candidates"][0]["name"] == "Paul Brandt"
    total = sum(one["probability"] for one in others["data"]["candidates"])
    assert total == pytest.approx(1.0, abs=0.01)


def test_a_record_says_that_the_article_is_needed(article: Path, tmp_path: Path) -> None:
    record = tmp_path / "record.json"
    result = CliRunner().invoke(main, ["extract", str(article), "-o", str(record)])
    assert result.exit_code == 0, result.output
    assert "give the article instead" in explain(record, "would start in May")


def test_nothing_is_said_where_the_source_names_the_speaker(article: Path) -> None:
    assert "\nothers " not in explain(article, "would cost two million")


def test_the_ranking_is_that_of_the_analysis() -> None:
    nlp = claimx.load()
    doc = nlp(claimx.make_doc(TEXT, nlp=nlp))
    decisions = get_chains(doc).decisions.values()
    for ranking in rank_candidates(doc):
        if ranking.is_weighed:
            best = max(one.probability for one in ranking.candidates)
            assert any(decision.probability == pytest.approx(best) for decision in decisions)


def test_the_two_nearest_are_told_with_their_distance() -> None:
    found = consider(("Ann Hill", 0.55), ("Mara Lind", 0.45), ("Paul Brandt", 0.0), (None, 0.0))
    assert runners_up_in_words("She", found, ["Ann Hill"]) == (
        "“She” is Ann Hill (55 in 100) rather than Mara Lind (45 in 100, close behind)"
        " and Paul Brandt (less than 1 in 100, far behind)"
    )


def test_what_was_left_open_names_the_nearest() -> None:
    found = consider(("Ann Hill", 0.5), ("Mara Lind", 0.48), (None, 0.02))
    said = runners_up_in_words("She", found, [])
    assert said.startswith("nobody is certain enough for “She”")
    assert "Ann Hill (50 in 100) and Mara Lind (48 in 100)" in said


def test_words_that_fit_one_alone_are_said_to() -> None:
    found = consider(("Ann Hill", 0.4), ("Mara Lind", 0.6), is_weighed=False)
    said = runners_up_in_words("the mayor", found, ["Ann Hill"])
    assert "by its words “the mayor” is Ann Hill" in said
    assert "also in reach: Mara Lind" in said


def test_a_mention_that_cannot_stand_for_the_speaker_is_passed_over() -> None:
    claim = claimx.extract("The president’s adviser, Yuri Ushakov, said it was over.").claims[0]
    wrong = consider(("Ann Hill", 0.9), (None, 0.1))
    assert find_consideration(claim, [wrong], ["Yuri Ushakov"]) is None
