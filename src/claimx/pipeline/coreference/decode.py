"""Reads an article from mention to mention and joins each to a chain: the decoder.

What stands inside the content of a statement whose source comes later is read after that source.
Each decision is taken once, left to right, and changes who is in mind for the next.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from spacy.tokens import Doc

from claimx.article.values import EvidenceRule
from claimx.lang.en.nouns import kin_nouns
from claimx.pipeline.coreference.bindings import find_barred, find_subject
from claimx.pipeline.coreference.candidates import (
    count_of,
    is_bare_definite,
    is_of_persons,
    join_chains,
    list_candidates,
    may_be_known,
)
from claimx.pipeline.coreference.chains import Chain, Salience
from claimx.pipeline.coreference.context import Context
from claimx.pipeline.coreference.describe import content_words
from claimx.pipeline.coreference.evidence import name_open, name_rule
from claimx.pipeline.coreference.exact import find_exact, find_whole
from claimx.pipeline.coreference.features import Candidate
from claimx.pipeline.coreference.named import make_named_chains
from claimx.pipeline.coreference.queries import Query, find_type, find_wider, read_words
from claimx.pipeline.coreference.scorer import Scorer
from claimx.pipeline.coreference.weigh_mentions import weigh_mention
from claimx.pipeline.mentions.classes import is_person_noun
from claimx.pipeline.mentions.table import Mention, MentionTable
from claimx.pipeline.syntax import clauses, nouns

_QUOTED, _REPORTED, _SPOKE, _WITHOUT_NAME = 0.35, 0.75, 0.5, 0.9
SURE_OF_GENDER = 0.62
_MOST_JOINED = 8


class Decision(NamedTuple):
    """What a mention stands for.

    Attributes:
        chain: Number of the chain; None where it stays open.
        probability: How certain that is, 0 to 1.
        rule: What decided, or what stood in the way.
        antecedent: Number of the mention that it was joined to.
    """

    chain: int | None
    probability: float
    rule: EvidenceRule
    antecedent: int | None = None


# Takes the place of the scorer where the answer is known: the place of a candidate, or None.
Oracle = Callable[[Query, Sequence[Candidate]], int | None]


@dataclass
class Decoded:
    """The chains of an article, by number, and the decision for each mention that has one."""

    chains: list[Chain] = field(default_factory=list)
    decisions: dict[int, Decision] = field(default_factory=dict)


class Decoder:
    """Reads one article.

    Args:
        context: The article with its mentions.
        scorer: Rates the candidates.
        oracle: Answers in place of the scorer where it knows better.
    """

    def __init__(self, context: Context, scorer: Scorer, oracle: Oracle | None = None) -> None:
        self.context, self.table = context, context.table
        self._scorer, self._oracle = scorer, oracle
        self.named = make_named_chains(context)
        self.decoded = Decoded(list(dict.fromkeys(self.named.values())))
        self._named = list(self.decoded.chains)
        self._unnamed: list[Chain] = []
        self._open: set[int] = set()
        self._salience = Salience()
        self._speakers: list[Chain] = []
        self._spoke_at = 0

    def decode(self) -> Decoded:
        """Read the article."""
        for number in self.context.order():
            mention = self.table[number]
            if mention.form == "name":
                self._meet(number, self.named[number], Decision(None, 1.0, "name"))
                self._join_enumeration(number)
            elif not self._join_exactly(number, mention):
                self._decide(number, mention)
        return self.decoded

    # --- exact passes ---------------------------------------------------------------------

    def _join_exactly(self, number: int, mention: Mention) -> bool:
        """Join an apposition to its name, a relative pronoun to its antecedent."""
        for relation, rule, share in _EXACT:
            for other in mention.links.get(relation, ()):
                described = self._find_described(other) if relation == "antecedent" else None
                chain = described or self.named.get(other) or self._chain_of(other)
                if chain is None and relation == "antecedent":
                    chain = self._introduce(other)
                if chain is not None and (relation != "apposition" or other in self.named):
                    self._meet(number, chain, Decision(None, share, rule, other))
                    return True
        return False

    def _find_described(self, number: int) -> Chain | None:
        """Who a sentence says to be what heads a relative clause: "Obi is a poet *who* …"."""
        links = self.table[number].links
        nominals = [number, *links.get("conjunct", ())]
        for nominal in nominals:
            for subject in self.table[nominal].links.get("predicate", ()):
                found = self.named.get(subject) or self._chain_of(subject)
                if found is not None:
                    return found
        return None

    def _chain_of(self, number: int) -> Chain | None:
        decision = self.decoded.decisions.get(number)
        if decision is None or decision.chain is None:
            return None
        return self.decoded.chains[decision.chain]

    def _join_enumeration(self, number: int) -> None:
        """ "Hill and Kerr" are in mind together too, once the last of them is read."""
        group = [*reversed(self._list_joined(number)), number]
        members = list(dict.fromkeys(self.named[one] for one in group))
        if 1 < len(members) == len(group) and len({chain.label for chain in members}) == 1:
            joined = self._register(join_chains(members))
            self._touch(joined, number, 1.0)

    def _list_joined(self, number: int) -> list[int]:
        """The names that "and" and commas before a name join to it, the nearest first."""
        found: list[int] = []
        links: tuple[str, ...] = ("and", "&")
        current = self.table[number]
        while len(found) < _MOST_JOINED:
            end = _skip_back(self.context.doc, current.title_start, links)
            before = self.table.at(end - 1) if end else None
            if before is None or before not in self.named or self.table[before].end != end:
                break
            found.append(before)
            current, links = self.table[before], (",",)
        return found

    # --- decisions ------------------------------------------------------------------------

    def _decide(self, number: int, mention: Mention) -> None:
        query = self._make_query(number, mention)
        if query is None:
            return
        candidates = list_candidates(query, self._salience, self._named, self._unnamed)
        best, probability = self._choose(query, candidates)
        chosen = candidates[best]
        is_sure = probability >= self._find_least(query, chosen)
        if chosen.chain is None:
            self._leave(query, probability, is_sure=is_sure, is_alone=len(candidates) == 1)
        elif not is_sure or self._is_one_of_equals(query, chosen.chain, candidates):
            self._refuse(query, chosen, probability)
        else:
            self._join(query, chosen, chosen.chain, probability)

    def _choose(self, query: Query, candidates: Sequence[Candidate]) -> tuple[int, float]:
        """The place of the candidate that is meant, and its probability."""
        rates = self._scorer.rate(query, candidates)
        known = self._oracle(query, candidates) if self._oracle is not None else None
        if known is not None:
            return known, 1.0
        exact = find_exact(query, candidates)
        best, probability = exact or (rates.index(max(rates)), max(rates))
        return find_whole(query, candidates, best), probability

    def _find_least(self, query: Query, candidate: Candidate) -> float:
        """The least probability of a candidate: more where several fit alike, or nothing tells."""
        least, chain = self._scorer.least, candidate.chain
        if chain is None and not is_bare_definite(query):
            return 0.0
        is_one = candidate.matches == 1 and bool(candidate.match)
        if query.type == "organization" and chain is not None:
            is_here = chain.sentence == query.sentence
            is_one = is_one or candidate.match.startswith("name") or is_here or not candidate.rivals
        is_plain = query.type == "person" and chain is None
        is_certain = is_one or is_plain or query.type not in ("person", "organization")
        return least.get(query.type if is_certain else "uncertain", 0.0)

    def _join(self, query: Query, chosen: Candidate, chain: Chain, probability: float) -> None:
        if chain.number < 0:
            chain = self._register(chain)
        antecedent = _last_mention(chain, self.table)
        if antecedent is None:  # named only later
            antecedent = next((n for n, one in self.named.items() if one is chain), None)
        rule = name_rule(query, chosen)
        self._meet(query.number, chain, Decision(None, probability, rule, antecedent))
        if chain.is_person and chain.gender is None and probability >= SURE_OF_GENDER:
            chain.gender = query.mention.gender

    def _refuse(self, query: Query, candidate: Candidate, probability: float) -> None:
        """Nobody is certain enough: a description stands for itself if it need be nobody known."""
        is_ambiguous = candidate.matches > 1 and candidate.match not in ("", "same noun")
        is_riddle = is_bare_definite(query) or is_counted(query) or is_ambiguous
        if query.mention.form == "nominal" and not is_riddle:
            self._leave(query, probability, is_sure=True, is_alone=False)
            return
        rule = name_open(query, is_ambiguous=True)
        self.decoded.decisions[query.number] = Decision(None, probability, rule)

    def _is_one_of_equals(
        self, query: Query, chain: Chain, candidates: Sequence[Candidate]
    ) -> bool:
        """Whether nothing tells one of several apart who were named together last.

        "Webb and Bell left. He …" may be either.
        """
        is_speaker = any(chain is speaker for speaker in query.speakers)
        if query.type not in ("he", "person") or is_speaker:
            return False
        asked = [candidate.chain for candidate in candidates]
        for joined in reversed(self.decoded.chains):
            if any(chain is member for member in joined.members):
                others = [m for m in joined.members if m is not chain and m in asked]
                return bool(others) and all(m.last <= joined.last for m in (chain, *others))
        return False

    def _leave(self, query: Query, probability: float, *, is_sure: bool, is_alone: bool) -> None:
        """Nobody in reach is meant: a pronoun stays open, a description stands for itself.

        Unless that is not sure, since somebody known may be meant after all.
        """
        if query.mention.form == "pronoun":
            rule = name_open(query, is_ambiguous=False)
            self.decoded.decisions[query.number] = Decision(None, probability, rule)
            return
        chain = self._introduce(query.number)
        is_riddle = self._may_be_named(query) if is_alone else not is_sure
        if is_counted(query) or is_riddle:
            self._open.add(chain.number)
        self._meet(query.number, chain, Decision(None, probability, "description"))

    def _may_be_named(self, query: Query) -> bool:
        """Whether somebody of whom the article says nothing may be the one described."""
        if not is_bare_definite(query):
            return False
        if query.type == "person":
            return any(chain.is_person and not chain.roles for chain in self._named)
        return any(chain.label == "ORG" for chain in self._named)

    def _make_query(self, number: int, mention: Mention) -> Query | None:
        kind = find_type(mention)
        is_source = number in self.context.sources
        if kind is None or not (is_source or self._is_tracked(mention)):
            return None
        head = mention.head
        holder = self.context.contents.get(head)
        is_quoted = head in self.context.quoted
        around = self._list_speakers(holder) if holder is not None else []
        subject = find_subject(self.context.doc[head], self._at)
        barred = find_barred(self.context, mention, self.named, subject)
        if is_quoted:
            barred |= {chain.number for chain in around}
        return Query(
            context=self.context,
            number=number,
            mention=mention,
            type=kind,
            noun=mention.noun,
            words=read_words(self.context, mention),
            wider=find_wider(mention.noun),
            sentence=self.context.sentences[head],
            is_source=is_source,
            speakers=() if holder is not None else self._speakers,
            spoke_at=self._spoke_at,
            own=() if is_quoted else around,
            barred=barred,
            owner=self._find_owner(mention),
            kin=self._find_kin(mention),
            subject=None if clauses.is_subject(self.context.doc[head]) else subject,
        )

    def _find_owner(self, mention: Mention) -> int:
        """The number of the chain that possesses a noun, -1 where none does."""
        for number in mention.links.get("possessor", ()):
            chain = self.named.get(number) or self._chain_of(number)
            if chain is not None:
                return chain.number
        return -1

    def _find_kin(self, mention: Mention) -> str:
        """The surname of who possesses a noun for a relative; empty for other nouns."""
        if mention.noun not in kin_nouns():
            return ""
        for number in mention.links.get("possessor", ()):
            chain = self.named.get(number) or self._chain_of(number)
            if chain is not None:
                return chain.surname
        return ""

    def _is_tracked(self, mention: Mention) -> bool:
        """Whether a mention that is no source is asked for: persons, and subjects."""
        if mention.form == "pronoun":
            return mention.noun not in ("it", "itself")
        token = self.context.doc[mention.head]
        if nouns.is_predicate_noun(token):
            return False
        is_of_persons = mention.kind in ("person", "unnamed") or is_person_noun(token)
        return is_of_persons or clauses.is_subject(token)

    def _list_speakers(self, attribution: int) -> list[Chain]:
        """Those who were found to be the source of an attribution."""
        found = []
        for mention, numbers in self.context.sources.items():
            if attribution in numbers:
                chain = self._chain_of(mention)
                found += [] if chain is None else [*(chain.members or (chain,))]
        return found

    def _at(self, token: int) -> Chain | None:
        number = self.table.at(token)
        if number is None:
            return None
        return self.named.get(number) or self._chain_of(number)

    # --- chains ---------------------------------------------------------------------------

    def _introduce(self, number: int) -> Chain:
        """A chain for a description that stands for itself."""
        mention = self.table[number]
        known = self._chain_of(number)
        if known is not None:
            return known
        words = content_words(self.context.doc, mention.start, mention.end)
        chain = self._register(
            Chain(
                number=-1,
                kind=mention.kind or "unnamed",
                is_person=mention.is_person,
                is_plural=mention.number == "plural",
                gender=mention.gender,
                noun=mention.noun,
                words=words,
                owner=self._find_owner(mention),
            )
        )
        chain.mentions.append(number)
        self._unnamed.append(chain)
        self.decoded.decisions.setdefault(number, Decision(chain.number, 0.8, "description"))
        return chain

    def _register(self, chain: Chain) -> Chain:
        chain.number = len(self.decoded.chains)
        self.decoded.chains.append(chain)
        return chain

    def _meet(self, number: int, chain: Chain, decision: Decision) -> None:
        """Join a mention to a chain, which is in mind by it, and hear it speak if it does."""
        is_open = chain.number in self._open
        rule = name_open_chain(chain) if is_open else decision.rule
        told = decision._replace(chain=None if is_open else chain.number, rule=rule)
        self.decoded.decisions[number] = told
        for one in dict.fromkeys((*chain.members, chain)):
            if number not in one.mentions:
                one.mentions.append(number)
            self._touch(one, number, decision.probability)
        if number in self.context.sources:
            self._speakers = list(chain.members or (chain,))
            self._spoke_at = self.context.sentences[self.table[number].head]

    def _touch(self, chain: Chain, number: int, share: float) -> None:
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
        self._salience.touch(chain, weight, self.context.sentences[mention.head])
        chain.last = mention.head
        chain.last_is_subject = clauses.is_subject(token)
        chain.last_is_pronoun = mention.form == "pronoun"


_EXACT: tuple[tuple[Literal["apposition", "antecedent"], EvidenceRule, float], ...] = (
    ("apposition", "apposition", 0.85),
    ("antecedent", "relative", 0.85),
)


def name_open_chain(chain: Chain) -> EvidenceRule:
    """The rule of what may be somebody named, though nothing tells who."""
    if chain.is_plural:
        return "ambiguous-pair"
    return "no-holder" if chain.is_person else "no-organization"


def is_counted(query: Query) -> bool:
    """Whether a description counts persons who are known: "the two leaders", "both women"."""
    is_known = query.mention.is_definite or query.mention.number == "plural"
    return (
        query.type == "group"
        and is_known
        and may_be_known(query)
        and count_of(query) is not None
        and (is_of_persons(query) or query.noun in kin_nouns())
    )


def _skip_back(doc: Doc, start: int, links: tuple[str, ...]) -> int | None:
    """The end of what a link and an article before ``start`` join to it."""
    place = start - 1
    if place > 0 and doc[place].lower_ == "the":
        place -= 1
    if place < 1 or doc[place].lower_ not in links:
        return None
    return place - 1 if doc[place - 1].text == "," else place


def _last_mention(chain: Chain, table: MentionTable) -> int | None:
    """The last mention by name or description, else the last of all."""
    told = [number for number in chain.mentions if table[number].form != "pronoun"]
    known = told or chain.mentions
    return known[-1] if known else None
