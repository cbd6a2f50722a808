"""Reads an article from mention to mention and joins each to a chain: the decoder.

What stands inside the content of a statement whose source comes later is read after that source.
Each decision is taken once, left to right, and changes who is in mind for the next.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimx.lang.en.nouns import kin_nouns, loose_words, number_words
from claimx.pipeline.coreference.candidates import (
    count_of,
    is_bare_definite,
    is_of_persons,
    list_candidates,
    may_be_known,
)
from claimx.pipeline.coreference.chains import Chain
from claimx.pipeline.coreference.constraints import is_possible, list_constraints
from claimx.pipeline.coreference.context import Context
from claimx.pipeline.coreference.decisions import Decision, Decoded
from claimx.pipeline.coreference.discourse import Discourse
from claimx.pipeline.coreference.evidence import name_open, name_rule
from claimx.pipeline.coreference.exact import find_exact, pool_members
from claimx.pipeline.coreference.features import Candidate
from claimx.pipeline.coreference.make_queries import make_query
from claimx.pipeline.coreference.queries import Query
from claimx.pipeline.coreference.relations import join_by_relation, join_enumeration
from claimx.pipeline.coreference.scorer import Scorer

SURE_OF_GENDER = 0.62
# A minister is a leader, but "the union leader" need not be one.
_NO_MATCH = frozenset({"", "part of wider role"})

# Takes the place of the scorer where the answer is known: the place of a candidate, or None.
Oracle = Callable[[Query, Sequence[Candidate]], int | None]


class Decoder:
    """Reads one article.

    Args:
        context: The article with its mentions.
        scorer: Rates the candidates.
        oracle: Answers in place of the scorer where it knows better.
    """

    def __init__(self, context: Context, scorer: Scorer, oracle: Oracle | None = None) -> None:
        self._discourse = Discourse(context)
        self._scorer, self._oracle = scorer, oracle

    def decode(self) -> Decoded:
        """Read the article."""
        discourse = self._discourse
        for number in discourse.context.order():
            if number in discourse.named:
                discourse.meet(number, discourse.named[number], Decision(None, 1.0, "name"))
                join_enumeration(discourse, number)
            elif not join_by_relation(discourse, number):
                self._decide(number)
        return discourse.decoded

    def _decide(self, number: int) -> None:
        query = make_query(self._discourse, number)
        if query is None:
            return
        discourse = self._discourse
        candidates = list_candidates(query, discourse.salience, discourse.known)
        best, probability = self._choose(query, candidates)
        chosen = candidates[best]
        is_sure = probability >= self._find_least(query, chosen)
        if chosen.chain is None:
            self._leave(query, probability, is_sure=is_sure, is_alone=len(candidates) == 1)
        elif not is_sure or self._is_one_of_equals(query, chosen, candidates):
            self._refuse(query, chosen, probability)
        else:
            self._join(query, chosen, chosen.chain, probability)

    def _choose(self, query: Query, candidates: Sequence[Candidate]) -> tuple[int, float]:
        """The place of the candidate that is meant, and its probability."""
        known = self._oracle(query, candidates) if self._oracle is not None else None
        if known is not None:
            return known, 1.0
        exact = find_exact(query, candidates)
        if exact is not None:
            return exact
        rates = pool_members(query, candidates, self._scorer.rate(query, candidates))
        highest = max(rates)
        return rates.index(highest), highest

    def _find_least(self, query: Query, candidate: Candidate) -> float:
        """The least probability of a candidate: more where several fit alike, or nothing tells."""
        least, chain = self._scorer.least, candidate.chain
        if chain is None and not is_bare_definite(query):
            return 0.0
        is_matched = candidate.match not in _NO_MATCH
        is_one = candidate.matches == 1 and is_matched
        is_one = is_one or (chain is not None and not chain.mentions and not candidate.match)
        if query.type == "organization" and chain is not None:
            is_here = chain.sentence == query.sentence
            is_one = is_one or candidate.match.startswith("name") or is_here or not candidate.rivals
        is_plain = query.type == "person" and chain is None
        is_certain = is_one or is_plain or query.type not in ("person", "organization")
        if not is_certain and query.type == "person" and not is_matched:
            return least.get("stranger", 0.0)
        return least.get(query.type if is_certain else "uncertain", 0.0)

    def _join(self, query: Query, chosen: Candidate, chain: Chain, probability: float) -> None:
        if chain.number < 0:
            chain = self._discourse.register(chain)
        antecedent = self._discourse.last_mention(chain)
        rule = name_rule(query, chosen)
        self._discourse.meet(query.number, chain, Decision(None, probability, rule, antecedent))
        if chain.is_person and chain.gender is None and probability >= SURE_OF_GENDER:
            chain.gender = query.mention.gender

    def _refuse(self, query: Query, candidate: Candidate, probability: float) -> None:
        """No candidate is certain enough: a description stands for itself where it can."""
        is_ambiguous = candidate.matches > 1 and candidate.match not in ("", "same noun")
        is_new = query.type == "group" and not query.mention.is_definite  # "Tarn politicians"
        is_ambiguous = is_ambiguous and not is_new
        # Whom the article calls something else is hardly meant: "the driver" is not the mayor.
        has_other_role = candidate.match in _NO_MATCH and bool(
            getattr(candidate.chain, "roles", ())
        )
        is_bare = is_bare_definite(query) and not has_other_role
        is_riddle = is_bare or is_counted(query) or is_ambiguous
        if query.mention.form == "nominal" and not is_riddle:
            self._leave(query, probability, is_sure=True, is_alone=False)
            return
        self._discourse.leave(query.number, probability, name_open(query, is_ambiguous=True))

    def _is_one_of_equals(
        self, query: Query, chosen: Candidate, candidates: Sequence[Candidate]
    ) -> bool:
        """Whether nothing tells one of several apart who were named together last.

        "Webb and Bell left. He …" may be either; "chef Webb and farmer Bell" are told apart.
        """
        chain = chosen.chain
        is_speaker = any(chain is speaker for speaker in query.speakers)
        is_told = chosen.match not in _NO_MATCH and chosen.matches == 1
        if query.type not in ("he", "person") or is_speaker or is_told or chain is None:
            return False
        asked = [candidate.chain for candidate in candidates]
        for joined in reversed(self._discourse.joined):
            if any(chain is member for member in joined.members):
                others = [m for m in joined.members if m is not chain and m in asked]
                return bool(others) and all(m.last <= joined.last for m in (chain, *others))
        return False

    def _leave(self, query: Query, probability: float, *, is_sure: bool, is_alone: bool) -> None:
        """No candidate is meant: a pronoun stays open, a description stands for itself.

        The description stays open too where a chain that has a name may be meant after all.
        """
        if query.mention.form == "pronoun":
            self._discourse.leave(query.number, probability, name_open(query, is_ambiguous=False))
            return
        chain = self._discourse.introduce(query.number)
        is_riddle = self._may_be_named(query) if is_alone else not is_sure
        if is_counted(query) or is_riddle:
            self._discourse.keep_open(chain)
        self._discourse.meet(query.number, chain, Decision(None, probability, "description"))

    def _may_be_named(self, query: Query) -> bool:
        """Whether the description may be of a named chain that the article gives no role."""
        if not is_bare_definite(query):
            return False
        named = self._discourse.known.named
        if query.type == "person":
            rules = list_constraints(query)
            possible = (chain for chain in named if is_possible(query, chain, rules))
            return any(not chain.roles for chain in possible)
        return any(chain.label == "ORG" for chain in named)


def is_counted(query: Query) -> bool:
    """Whether a description counts persons who are known: "the two leaders", "both women".

    "The four British soldiers" says who they are.
    """
    is_known = query.mention.is_definite or query.mention.number == "plural"
    if any(word not in number_words() and word not in loose_words() for word in query.words):
        return False
    return (
        query.type == "group"
        and is_known
        and may_be_known(query)
        and count_of(query) is not None
        and (is_of_persons(query) or query.noun in kin_nouns())
    )
