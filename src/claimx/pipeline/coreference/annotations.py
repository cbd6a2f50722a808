"""The chains of an article as they are stored in its Doc: the span group ``claimx/chain``."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from claimx.pipeline.coreference.decisions import Decision, Decoded
from claimx.pipeline.mentions.table import MentionTable
from claimx.pipeline.span_groups import read_attrs, write_limits

GROUP = "claimx/chain"
_DECISIONS = "decisions"


@dataclass
class StoredChain:
    """A chain: its mentions by number, the key of its entity, the chains that it joins.

    Attributes:
        key: Its number among the chains of the article, as a string.
        mentions: The numbers of its mentions, in text order.
        entity: Key of its entity; None for what has no name.
        members: The keys of the chains that a plural joins ("the two leaders").
    """

    key: str
    mentions: list[int] = field(default_factory=list)
    entity: str | None = None
    members: list[str] = field(default_factory=list)


@dataclass
class Coreference:
    """The chains by key, and the decision for each mention that has one, by its number."""

    chains: dict[str, StoredChain] = field(default_factory=dict)
    decisions: dict[int, Decision] = field(default_factory=dict)


def set_chains(doc: Doc, table: MentionTable, decoded: Decoded) -> None:
    """Store the chains that have a mention.

    A span's id is the key of its chain, its label the form of the mention. The attributes of the
    group hold ``entity``, ``members`` and ``mentions`` by key, and ``decisions``: for each mention
    by number the chain, the probability, the rule and the antecedent.
    """
    rows = []
    attrs: dict[str, object] = {}
    for chain in decoded.chains:
        mentions = sorted(chain.mentions)
        key = str(chain.number)
        attrs[key] = {
            "entity": chain.entity,
            "members": [str(member.number) for member in chain.members],
            "mentions": mentions,
        }
        rows += [(table[n].start, table[n].end, key, table[n].form) for n in mentions]
    attrs[_DECISIONS] = {str(n): list(decision) for n, decision in decoded.decisions.items()}
    write_limits(doc, GROUP, rows, attrs)


def get_chains(doc: Doc) -> Coreference:
    """The chains of an article; none where no component has joined its mentions."""
    attrs = read_attrs(doc, GROUP)
    decisions = attrs.pop(_DECISIONS, {})
    return Coreference(
        chains={key: StoredChain(key, **values) for key, values in attrs.items()},
        decisions={int(number): Decision._make(values) for number, values in decisions.items()},
    )
