"""What a reader knows of an article up to a mention: the chains, who is in mind, who spoke last."""

from __future__ import annotations

from claimx.article.values import EvidenceRule
from claimx.pipeline.coreference.chains import Chain, Salience
from claimx.pipeline.coreference.context import Context
from claimx.pipeline.coreference.decisions import Decision, Decoded
from claimx.pipeline.coreference.describe import content_words
from claimx.pipeline.coreference.known_chains import KnownChains
from claimx.pipeline.coreference.named import make_named_chains
from claimx.pipeline.coreference.weigh_mentions import weigh_mention
from claimx.pipeline.mentions.table import Mention
from claimx.pipeline.syntax import clauses

_QUOTED, _REPORTED, _SPOKE, _WITHOUT_NAME = 0.35, 0.75, 0.5, 0.9


class Discourse:
    """Grows as the mentions of an article are read.

    Args:
        context: The article with its mentions.

    Attributes:
        context: The article.
        table: Its mentions.
        named: The chain of each mention by name, by its number.
        known: The chains with a name, and those that descriptions have introduced.
        joined: The chains of several members, in text order.
        decoded: All chains, and the decisions so far.
        salience: The chains in mind.
        speakers: Those who spoke last.
        spoke_at: Number of the sentence in which they did.
    """

    def __init__(self, context: Context) -> None:
        self.context, self.table = context, context.table
        self.named = make_named_chains(context)
        self.decoded = Decoded(list(dict.fromkeys(self.named.values())))
        self.known = KnownChains(self.decoded.chains)
        self.joined: list[Chain] = []
        self.salience = Salience()
        self.speakers: list[Chain] = []
        self.spoke_at = 0
        self._open: set[int] = set()

    def chain_of(self, number: int) -> Chain | None:
        """The chain of a mention: by its name, or as was decided."""
        return self.named.get(number) or self._decided(number)

    def chain_at(self, token: int) -> Chain | None:
        """The chain of the mention that a token heads or stands in."""
        number = self.table.at(token)
        return None if number is None else self.chain_of(number)

    def find_owner(self, mention: Mention) -> Chain | None:
        """The chain that possesses a noun."""
        owners = map(self.chain_of, mention.links.get("possessor", ()))
        return next((chain for chain in owners if chain is not None), None)

    def list_speakers(self, attribution: int) -> list[Chain]:
        """The chains that were found to be the source of an attribution."""
        decided = map(self._decided, self.context.mentions_of.get(attribution, ()))
        return [one for chain in decided if chain for one in chain.members or (chain,)]

    def introduce(self, number: int) -> Chain:
        """The chain of a description that stands for itself, new unless it has one."""
        mention = self.table[number]
        known = self._decided(number)
        if known is not None:
            return known
        owner = self.find_owner(mention)
        chain = self.register(
            Chain(
                number=-1,
                kind=mention.kind or "unnamed",
                is_person=mention.is_person,
                is_plural=mention.number == "plural",
                gender=mention.gender,
                noun=mention.noun,
                words=content_words(self.context.doc, mention.start, mention.end),
                owner=-1 if owner is None else owner.number,
            )
        )
        chain.mentions.append(number)
        self.known.add(chain)
        self.decoded.decisions.setdefault(number, Decision(chain.number, 0.8, "description"))
        return chain

    def register(self, chain: Chain) -> Chain:
        """Number a new chain."""
        chain.number = len(self.decoded.chains)
        self.decoded.chains.append(chain)
        if chain.members:
            self.joined.append(chain)
        return chain

    def keep_open(self, chain: Chain) -> None:
        """Leave the mentions of a chain open: it may be somebody with a name."""
        self._open.add(chain.number)

    def leave(self, number: int, probability: float, rule: EvidenceRule) -> None:
        """Leave a mention open."""
        self.decoded.decisions[number] = Decision(None, probability, rule)

    def meet(self, number: int, chain: Chain, decision: Decision) -> None:
        """Join a mention to a chain, which comes to mind, and speaks where it is a source.

        Args:
            number: Of the mention.
            chain: What it stands for.
            decision: How that was decided; its ``chain`` is filled in here.
        """
        is_open = chain.number in self._open
        rule = _name_open_chain(chain) if is_open else decision.rule
        self.decoded.decisions[number] = Decision(
            None if is_open else chain.number, decision.probability, rule, decision.antecedent
        )
        for one in (*chain.members, chain):
            if number not in one.mentions:
                one.mentions.append(number)
            self.touch(one, number, decision.probability)
        if number in self.context.sources:
            self.speakers = list(chain.members or (chain,))
            self.spoke_at = self.context.sentences[self.table[number].head]

    def touch(self, chain: Chain, number: int, share: float) -> None:
        """Bring a chain to mind by a mention; ``share`` is the probability that it is one of it."""
        mention = self.table[number]
        token = self.context.doc[mention.head]
        weight = weigh_mention(token) * self.context.sections.get(mention.head, 1.0) * share
        if mention.head in self.context.quoted:
            weight *= _QUOTED
        elif mention.head in self.context.contents:
            weight *= _REPORTED
        if number in self.context.sources:
            weight += _SPOKE
        if chain.entity is None:
            weight *= _WITHOUT_NAME
        self.salience.touch(chain, weight, self.context.sentences[mention.head])
        chain.last = mention.head
        chain.last_is_subject = clauses.is_subject(token)
        chain.last_is_pronoun = mention.form == "pronoun"

    def last_mention(self, chain: Chain) -> int | None:
        """The last mention by name or description, else the last of all, else a name to come."""
        latest = reversed(chain.mentions)
        told = next((number for number in latest if self.table[number].form != "pronoun"), None)
        if chain.mentions:
            return chain.mentions[-1] if told is None else told
        return next((number for number, one in self.named.items() if one is chain), None)

    def _decided(self, number: int) -> Chain | None:
        decision = self.decoded.decisions.get(number)
        if decision is None or decision.chain is None:
            return None
        return self.decoded.chains[decision.chain]


def _name_open_chain(chain: Chain) -> EvidenceRule:
    """The rule of what may be somebody with a name, though nothing tells who."""
    if chain.is_plural:
        return "ambiguous-pair"
    return "no-holder" if chain.is_person else "no-organization"
