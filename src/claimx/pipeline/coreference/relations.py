"""Mentions that grammar joins: appositions, relative pronouns, and names with "and" between."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from spacy.tokens import Doc

from claimx.article.values import EvidenceRule
from claimx.pipeline.coreference.candidates import join_chains
from claimx.pipeline.coreference.decisions import Decision
from claimx.pipeline.coreference.discourse import Discourse

_EXACT: tuple[tuple[Literal["apposition", "antecedent"], EvidenceRule], ...] = (
    ("apposition", "apposition"),
    ("antecedent", "relative"),
)
_PROBABILITY = 0.85
_MOST_JOINED = 8


def join_by_relation(discourse: Discourse, number: int) -> bool:
    """Join an apposition to its name, a relative pronoun to its antecedent; False for others."""
    for relation, rule in _EXACT:
        for other in discourse.table[number].links.get(relation, ()):
            if relation == "apposition":
                chain = discourse.named.get(other)
            else:
                chain = discourse.chain_of(other) or discourse.introduce(other)
            if chain is not None:
                discourse.meet(number, chain, Decision(None, _PROBABILITY, rule, other))
                return True
    return False


def join_enumeration(discourse: Discourse, number: int) -> None:
    """ "Hill and Kerr" are in mind together too, once the last of them is read."""
    group = [*reversed(_list_joined(discourse, number)), number]
    members = list(dict.fromkeys(discourse.named[one] for one in group))
    if 1 < len(members) == len(group) and len({chain.label for chain in members}) == 1:
        joined = discourse.register(join_chains(members))
        discourse.touch(joined, number, 1.0)


def _list_joined(discourse: Discourse, number: int) -> list[int]:
    """The names that "and" and commas before a name join to it, the nearest first."""
    table = discourse.table
    found: list[int] = []
    links: tuple[str, ...] = ("and", "&")
    current = table[number]
    while len(found) < _MOST_JOINED:
        end = _skip_link(discourse.context.doc, current.title_start, links)
        before = table.at(end - 1) if end else None
        if before is None or before not in discourse.named or table[before].end != end:
            break
        found.append(before)
        current, links = table[before], (",",)
    return found


def _skip_link(doc: Doc, start: int, links: Collection[str]) -> int | None:
    """Where the name before a link ends, in tokens; None where no link stands before ``start``.

    Args:
        doc: The article.
        start: First token of the name behind, its title included.
        links: What may join them, in lower case ("and", ","). An article, and a comma before the
            link, are passed over.
    """
    place = start - 1
    if place > 0 and doc[place].lower_ == "the":
        place -= 1
    if place < 1 or doc[place].lower_ not in links:
        return None
    return place - 1 if doc[place - 1].text == "," else place
