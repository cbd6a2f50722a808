"""Who else was considered for a claim: from an article, never from a record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import claimx
from claimx.article import Mention, Span, Speaker
from claimx.checks.runners_up import (
    find_consideration,
    runners_up_in_words,
)
from claimx.cli import main
from claimx.pipeline.coreference.annotations import get_chains
from claimx.pipeline.coreference.considered import Considered, Ranking
from claimx.pipeline.coreference.ranking import rank_candidates
from claimx.pipeline.mentions.table import get_mentions

TEXT = """Mayor Peter Holt met Treasurer Paul Brandt on Monday in Easton.

“The budget will not be cut,” Holt said. He told reporters that the bridge would be repaired.

Brandt said the repairs would cost two million euros. He added that the work would start in May.
"""


UNNAMED = """A fisherman stood on the quay on Monday with a policewoman and the harbour master.

He said the boats would stay in port. “We lost two nets,” the fisherman said.
"""

# Where the people of the made-up considerations are mentioned.
PLACES = {"Ann Hill": 10, "Mara Lind": 30, "Paul Brandt": 50}


def consider(
    *candidates: tuple[str | None, float], is_weighed: bool = True, start: int = 0, end: int = 3
) -> Ranking:
    found = tuple(
        Considered(name, probability, (frozenset({place_of(name)}),) if name else ())
        for name, probability in candidates
    )
    return Ranking(start, end, found, is_weighed)


def place_of(name: str) -> tuple[int, int]:
    return PLACES[name], PLACES[name] + len(name)


def speaker(name: str, called: str | None = None) -> Speaker:
    """The speaker who is mentioned where ``name`` stands, under that or another name."""
    start, end = place_of(name)
    mention = Mention(span=Span(start=start, end=end, text=name), kind="name")
    return Speaker(id="S1", name=called or name, kind="person", mentions=[mention])


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def explain(path: Path, words: str, *options: str, text: str = TEXT) -> str:
    """What is said of the claim of ``path`` whose content holds ``words``."""
    record = claimx.extract(text)
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


def test_speakers_without_a_name_are_found_among_the_candidates(article: Path) -> None:
    article.write_text(UNNAMED, encoding="utf-8")
    assert "only A fisherman fits “the fisherman”" in explain(article, "two nets", text=UNNAMED)


def test_the_ranking_is_that_of_the_analysis() -> None:
    nlp = claimx.load()
    doc = nlp(claimx.make_doc(TEXT, nlp=nlp))
    decisions = get_chains(doc).decisions
    by_place = {
        (doc[mention.start].idx, doc[mention.end - 1].idx + len(doc[mention.end - 1])): number
        for number, mention in enumerate(get_mentions(doc))
    }
    compared = 0
    for ranking in rank_candidates(doc):
        decision = decisions.get(by_place[ranking.start, ranking.end])
        if ranking.is_weighed and decision is not None:
            best = max(one.probability for one in ranking.candidates)
            assert decision.probability == pytest.approx(best)
            compared += 1
    assert compared >= 2


def test_the_two_nearest_are_told_with_their_distance() -> None:
    found = consider(("Ann Hill", 0.55), ("Mara Lind", 0.45), ("Paul Brandt", 0.0), (None, 0.0))
    assert runners_up_in_words("She", found, [speaker("Ann Hill")]) == (
        "“She” is Ann Hill (55 in 100) rather than Mara Lind (45 in 100, close behind)"
        " and Paul Brandt (less than 1 in 100, far behind)"
    )


def test_what_was_left_open_names_the_nearest() -> None:
    found = consider(("Ann Hill", 0.5), ("Mara Lind", 0.48), (None, 0.02))
    said = runners_up_in_words("She", found, [])
    assert said.startswith("no candidate for “She” is likely enough")
    assert "Ann Hill (50 in 100) and Mara Lind (48 in 100)" in said


def test_words_that_fit_one_alone_are_said_to() -> None:
    found = consider(("Ann Hill", 0.4), ("Mara Lind", 0.6), is_weighed=False)
    said = runners_up_in_words("the mayor", found, [speaker("Ann Hill")])
    assert "only Ann Hill fits “the mayor”" in said
    assert "also in reach: Mara Lind" in said


def test_a_mention_that_cannot_stand_for_the_speaker_is_passed_over() -> None:
    claim = claimx.extract("The president’s adviser, Yuri Ushakov, said it was over.").claims[0]
    wrong = consider(("Ann Hill", 0.9), (None, 0.1), start=0, end=len("The president"))
    assert find_consideration(claim, [wrong], [speaker("Paul Brandt")]) is None
    assert find_consideration(claim, [wrong], [speaker("Ann Hill")]) is wrong


def test_a_speaker_is_found_by_where_it_is_mentioned() -> None:
    found = consider(("Ann Hill", 0.7), ("Mara Lind", 0.3))
    said = runners_up_in_words("She", found, [speaker("Ann Hill", called="the mayor")])
    assert said.startswith("“She” is Ann Hill (70 in 100) rather than Mara Lind")


def test_a_runner_up_of_the_same_name_is_told() -> None:
    other = Considered("a policeman", 0.4, (frozenset({place_of("Mara Lind")}),))
    chosen = Considered("a policeman", 0.6, (frozenset({place_of("Ann Hill")}),))
    found = Ranking(0, 3, (chosen, other), is_weighed=True)
    said = runners_up_in_words("He", found, [speaker("Ann Hill", called="policeman")])
    assert said.startswith("“He” is a policeman (60 in 100) rather than a policeman (40 in 100")


def test_two_together_are_preferred_to_one_of_them() -> None:
    places = [frozenset({place_of(name)}) for name in ("Ann Hill", "Mara Lind")]
    both = Considered("Ann Hill and Mara Lind", 0.4, tuple(places))
    found = Ranking(0, 4, (Considered("Ann Hill", 0.6, (places[0],)), both), is_weighed=True)
    said = runners_up_in_words("they", found, [speaker("Ann Hill"), speaker("Mara Lind")])
    assert said.startswith("“they” is Ann Hill and Mara Lind (40 in 100) rather than Ann Hill")
    assert "rated higher on its own" in said
