"""Each rule fires in its wrong example and not in its right one, as its page says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import claimx
from claimx.article import Article
from claimx.checks import RULES, Rule
from claimx.checks.engine import CheckedArticle, CheckOptions, check_articles
from claimx.checks.occurrences import occurrences_in
from claimx.checks.registry import UNUSED_IGNORE
from claimx.checks.rules.verified import BY_VERDICT, NEAREST, SOURCE
from claimx.checks.selection import default_codes
from claimx.checks.verify import PassageFinder, Verifier, paraphrases_in, source_text

Extract = Callable[[str, str | None], Article]


@pytest.fixture(scope="session")
def extract() -> Extract:
    nlp = claimx.load()

    def run(text: str, published: str | None) -> Article:
        return claimx.extract(text, published=published, include_text=True, nlp=nlp)

    return run


def nearest_codes(text: str, extract: Extract) -> list[str]:
    paraphrases = list(paraphrases_in(extract(text, None)))
    finder = PassageFinder([source_text("minutes.txt", SOURCE)], paraphrases)
    return [NEAREST.code for item in paraphrases if finder.find(item) is not None]


def verified_codes(text: str, extract: Extract) -> list[str]:
    source = source_text("minutes.txt", SOURCE, extract(SOURCE, None))
    quotations = list(occurrences_in(extract(text, None)))
    verifier = Verifier([source], quotations)
    kinds = [verdict.kind for quotation in quotations if (verdict := verifier.judge(quotation))]
    return [BY_VERDICT[kind] for kind in kinds if kind in BY_VERDICT]


def codes_in(text: str, rule: Rule, extract: Extract) -> list[str]:
    if rule is NEAREST:
        return nearest_codes(text, extract)
    if rule.command == "verify":
        return verified_codes(text, extract)
    article = extract(text, rule.published)
    # An unused ignore is one of a rule that was checked.
    codes = frozenset({rule.code}) | (default_codes() if rule.code == UNUSED_IGNORE else set())
    options = CheckOptions(codes=codes, fail_on=codes)
    return [finding.code for finding in check_articles([CheckedArticle(article, text)], options)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_wrong_example_is_found_and_the_right_one_is_not(rule: Rule, extract: Extract) -> None:
    assert codes_in(rule.wrong, rule, extract) == [rule.code]
    assert codes_in(rule.right, rule, extract) == []
