"""The precision that the pages of rules state is that of the judgements that stand here."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from tests.checks.precision import measure_verify
from tests.checks.precision.measure import measure

from claimx.checks import RULES, Rule
from claimx.checks.rule import ON_DRAFTS, ON_SEEDED, ON_WRITTEN
from claimx.checks.rules import verified

READINGS = Path(__file__).parent / "readings.jsonl"


def read_judgements() -> tuple[Counter[str], Counter[str]]:
    """For each rule, the findings that were read, and those of them that were right."""
    read: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for line in READINGS.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        read[entry["code"]] += 1
        right[entry["code"]] += entry["right"]
    return read, right


def test_stated_figures_are_those_that_were_judged() -> None:
    read, right = read_judgements()
    for rule in RULES:
        stated = rule.precision
        if stated is not None and stated.on not in (ON_DRAFTS, ON_SEEDED, ON_WRITTEN):
            assert (stated.right, stated.read) == (right[rule.code], read[rule.code])


def test_rules_stay_precise_on_the_written_articles() -> None:
    for right, found, missed in measure().values():
        assert found >= 20
        assert right >= 0.9 * found
        assert missed <= 5


def test_figures_of_verify_are_those_of_the_written_drafts() -> None:
    stated = {rule.code: rule.precision for rule in verified.RULES}
    for code, (right, found, missed) in measure_verify.measure().items():
        precision = stated[code]
        assert precision is not None
        # The analysis of drafts and sources may move a quotation between releases.
        assert (right, found) == pytest.approx((precision.right, precision.read), abs=1)
        assert right >= 0.9 * found
        assert missed <= (13 if code == "CX603" else 3)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_that_is_on_is_precise_or_rests_on_nothing_uncertain(rule: Rule) -> None:
    if rule.preview:
        return
    if rule.precision is None:
        assert rule.unmeasured
    else:
        assert rule.precision.read >= 25
        assert rule.precision.share >= 0.9
