"""The rules: to add one, write its file in ``rules`` and give it a row here."""

from __future__ import annotations

from claimx.checks.rule import Rule
from claimx.checks.rules import (
    altered_quote,
    anonymous_source,
    anonymous_without_reason,
    claim_without_source,
    headline_quote,
    headline_unsupported,
    impossible_date,
    loaded_cue,
    pronoun_without_antecedent,
    quote_without_speaker,
    same_quote_two_speakers,
    single_source,
    unattributed_quotation,
    unbalanced_marks,
    unresolved_date,
    unused_ignore,
    verified,
)

RULES: tuple[Rule, ...] = (
    # CX1: who speaks
    quote_without_speaker.RULE,
    unattributed_quotation.RULE,
    pronoun_without_antecedent.RULE,
    # CX2: sources
    anonymous_source.RULE,
    anonymous_without_reason.RULE,
    single_source.RULE,
    claim_without_source.RULE,
    loaded_cue.RULE,
    # CX3: dates
    unresolved_date.RULE,
    impossible_date.RULE,
    # CX4: quotations
    unbalanced_marks.RULE,
    same_quote_two_speakers.RULE,
    altered_quote.RULE,
    # CX5: headlines
    headline_unsupported.RULE,
    headline_quote.RULE,
    # CX6: quotations against their sources, by `claimx verify`
    *verified.RULES,
    # CX9: of claimx itself
    unused_ignore.RULE,
)
BY_CODE = {rule.code: rule for rule in RULES}
ALL_CODES = tuple(sorted(BY_CODE))
NAMES = {rule.name: rule.code for rule in RULES}
UNUSED_IGNORE = unused_ignore.RULE.code


def find_rule(name: str) -> Rule | None:
    """The rule of a code or a name, whatever its case."""
    return BY_CODE.get(name.upper()) or BY_CODE.get(NAMES.get(name.lower(), ""))
