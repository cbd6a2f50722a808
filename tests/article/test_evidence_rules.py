"""The closed vocabulary of evidence: every rule has an explanation, and the schema holds both."""

from __future__ import annotations

from typing import get_args

import pytest
from pydantic import ValidationError

from claimx.article import EVIDENCE_RULES, Evidence, EvidenceRule, article_schema


def test_every_rule_is_explained_in_one_line() -> None:
    assert list(EVIDENCE_RULES) == list(get_args(EvidenceRule))
    assert all(text and "\n" not in text for text in EVIDENCE_RULES.values())


def test_the_schema_lists_the_rules_with_their_explanations() -> None:
    listed = article_schema()["$defs"]["Evidence"]["properties"]["rule"]["oneOf"]
    assert {row["const"]: row["description"] for row in listed} == EVIDENCE_RULES


def test_a_rule_outside_of_the_vocabulary_is_refused() -> None:
    with pytest.raises(ValidationError, match="rule"):
        Evidence.model_validate({"rule": "hunch"})
