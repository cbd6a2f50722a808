"""The evidence rule of a decision: what in a candidate decided, or what stood in the way."""

from __future__ import annotations

from claimx.article.values import EvidenceRule
from claimx.pipeline.coreference.features import Candidate
from claimx.pipeline.coreference.queries import Query

_BY_MATCH: dict[str, EvidenceRule] = {
    "kin": "kin",
    "whole role": "role",
    "role": "role",
    "wider role": "role",
    "bare role": "role",
    "part of role": "role",
    "part of wider role": "role",
    "same noun": "same-noun",
    "same noun, more said": "same-noun",
    "name": "name-part",
    "name, more said": "name-part",
    "kind of body": "kind-of-body",
    "kind of body, more said": "kind-of-body",
}
_AMBIGUOUS: dict[str, EvidenceRule] = {
    "person": "ambiguous-role",
    "organization": "ambiguous-organization",
    "group": "ambiguous-pair",
    "document": "ambiguous-organization",
}


def name_rule(query: Query, candidate: Candidate) -> EvidenceRule:
    """The rule by which a mention was joined to a candidate."""
    chain = candidate.chain
    if chain is not None and chain.members:
        return "pair"
    if query.mention.form == "pronoun":
        return "pronoun"
    matched = _BY_MATCH.get(candidate.match)
    if matched is not None:
        return matched
    if query.type == "person":
        return "leading-person"
    return "only-organization" if not candidate.rivals else "nearest-organization"


def name_open(query: Query, *, is_ambiguous: bool) -> EvidenceRule:
    """The rule of a mention that stays open: several candidates are likely, or none."""
    if query.mention.form == "pronoun":
        return "ambiguous-pronoun" if is_ambiguous else "no-antecedent"
    return _AMBIGUOUS.get(query.type, "ambiguous-role")
