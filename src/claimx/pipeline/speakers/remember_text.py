"""Who an article speaks of, by name, by description, by the chain of their mentions."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from claimx.lang.en.nouns import nouns_of
from claimx.pipeline.annotations import EntityChain
from claimx.pipeline.coreference.annotations import StoredChain, get_chains
from claimx.pipeline.coreference.context import find_quoted_tokens
from claimx.pipeline.mentions.classes import classify_nominal
from claimx.pipeline.mentions.table import Mention, get_mentions
from claimx.pipeline.speakers.classify_nominals import name_nominal, read_insider_complement
from claimx.pipeline.speakers.find_affiliations import find_affiliation
from claimx.pipeline.speakers.joints import count_joining
from claimx.pipeline.speakers.lexicon import unaffiliated_nouns
from claimx.pipeline.speakers.make_cast import make_cast
from claimx.pipeline.speakers.name_bodies import name_owned_body
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex
from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.speakers.referents import Referent, join_referents


class TextMemory:
    """Who an article speaks of: the named, and the others as its sources bring them in.

    Args:
        doc: The article, its mentions joined.
        entities: Of the article.

    Attributes:
        index: The names of the article.
        cast: The named with what the article says of them anywhere.
        referents: All referents, the named first, then the others as they appeared.
        quoted: The tokens of direct speech.
    """

    def __init__(self, doc: Doc, entities: Sequence[EntityChain]) -> None:
        self.doc = doc
        self.table = get_mentions(doc)
        self.index = NameIndex(doc, entities, self.table)
        self.quoted = find_quoted_tokens(doc)
        self.cast = make_cast(self.index, self.quoted)
        self.referents: list[Referent] = list(self.cast.by_entity.values())
        self.coreference = get_chains(doc)
        self._entered = {id(referent) for referent in self.referents}
        self._by_chain: dict[str, Referent] = {}
        self._told: dict[str, Referent | None] = {}
        self._unnamed: dict[str, Referent] = {}

    def named_at(self, place: NamedPlace) -> Referent:
        """Whom a mention by name stands for."""
        return self.cast.by_entity[id(place.entity)]

    def of_chain(self, key: str, source: Sequence[Span] = ()) -> Referent | None:
        """Who a chain of mentions stands for; None where it has neither name nor description.

        Args:
            key: Of the chain.
            source: The source whose phrase brings it in, if one does.
        """
        if key not in self._by_chain:
            found = self._make(self.coreference.chains[key], source)
            if found is None:
                return None
            self._by_chain[key] = found
        return self._by_chain[key]

    def find_told(self, key: str) -> Referent | None:
        """The same of one whom a name or a source brings in; None also of all others.

        It is asked when all sources are read.
        """
        if key not in self._told:
            may_be_told = key in self._by_chain or self._may_be_told(self.coreference.chains[key])
            self._told[key] = self.of_chain(key) if may_be_told else None
        return self._told[key]

    def _may_be_told(self, chain: StoredChain) -> bool:
        """Whether a chain has a name, or perhaps words that a source has."""
        if chain.entity is not None:
            return True
        nominal = self._find_nominal(chain)
        if nominal is None or chain.members:
            return False
        if nominal.kind == "organization" or nominal.noun in nouns_of("camp"):
            return True  # by whatever name
        if nominal.number == "singular" and not nominal.is_definite and nominal.kind != "document":
            return False
        head = self.doc[nominal.head].text.casefold()
        return any(head in words for words in self._unnamed)

    def _find_nominal(self, chain: StoredChain) -> Mention | None:
        """The first description of a chain."""
        mentions = (self.table[number] for number in chain.mentions)
        return next((mention for mention in mentions if mention.form == "nominal"), None)

    def _make(self, chain: StoredChain, source: Sequence[Span]) -> Referent | None:
        if chain.members:
            members = [self.of_chain(key) for key in chain.members]
            return join_referents(tuple(one for one in members if one is not None))
        if chain.entity is not None:
            return self.cast.by_key.get(chain.entity)
        mention = self._find_nominal(chain)
        if mention is None:
            return None
        phrase = Phrase(mention.start, mention.end, mention.head, "nominal")
        is_inside = any(span.start <= mention.head < span.end for span in source)
        return self.introduce(phrase, source if is_inside else ())

    def keep(self, key: str, referent: Referent) -> Referent:
        """Whom a chain stands for: who it was before, else ``referent``."""
        return self._by_chain.setdefault(key, referent)

    def meant_at(self, token: int) -> Referent | None:
        """Who the mention that a token heads was joined to."""
        number = self.table.at(token)
        decision = self.coreference.decisions.get(number) if number is not None else None
        if decision is None or decision.chain is None:
            return None
        return self.of_chain(str(decision.chain))

    def named_meant_at(self, token: int) -> Referent | None:
        """Whoever has a name that the mention at a token was joined to, and is not several."""
        number = self.table.at(token)
        decision = self.coreference.decisions.get(number) if number is not None else None
        if decision is None or decision.chain is None:
            return None
        entity = self.coreference.chains[str(decision.chain)].entity
        return None if entity is None else self.cast.by_key.get(entity)

    def enter(self, referent: Referent) -> None:
        """Add a referent to those that appeared, unless it is among them."""
        if id(referent) not in self._entered:
            self._entered.add(id(referent))
            self.referents.append(referent)

    def introduce(self, phrase: Phrase, source: Sequence[Span] = ()) -> Referent:
        """A referent without name, new unless the same words have been met before.

        Args:
            phrase: The description.
            source: The source that it is the phrase of; empty where it is none of a source.
        """
        nominal = classify_nominal(self.doc, phrase.start, phrase.head)
        ends = [span.end for span in source] or [self.doc[phrase.head].sent.end]
        limit = max(ends)
        name = name_nominal(self.doc, phrase, limit)
        lasting = nominal.is_plural or nominal.kind in ("document", "organization")
        possessor = self._find_possessor(phrase)
        owned = name_owned_body(self.index, phrase, nominal, possessor, self.cast)
        if owned is not None:
            name, possessor = owned, None
        # Sources familiar with one thing are not those familiar with another, by whatever name.
        insiders = read_insider_complement(self.doc, phrase, limit)
        key = f"{id(possessor) if possessor is not None else ''} {name} {insiders}".casefold()
        if key in self._unnamed and (lasting or nominal.is_definite):
            return self._unnamed[key]
        referent = Referent(
            kind=nominal.kind,
            name=name,
            is_person=nominal.is_person,
            is_plural=nominal.is_plural,
            is_anonymous=nominal.is_anonymous,
        )
        is_affiliated = nominal.noun not in unaffiliated_nouns()
        if possessor is not None and is_affiliated:
            referent.affiliation = possessor.name
        if source and nominal.kind != "organization" and is_affiliated:
            # Who is "familiar with the bank's plans" need not belong to the bank.
            end = phrase.end if insiders else _find_clause(self.doc, phrase, limit)
            stated = find_affiliation(self.index, phrase.start, end)
            referent.affiliation = stated or referent.affiliation
            if referent.affiliation is not None and nominal.is_person:
                referent.roles.append((phrase.start, end))
        self._unnamed[key] = referent
        self.enter(referent)
        return referent

    def _find_possessor(self, phrase: Phrase) -> Referent | None:
        """Who the pronoun of "his advisers" stands for."""
        if self.doc[phrase.start].tag_ != "PRP$":
            return None
        return self.meant_at(phrase.start)

    def find_possessor(self, phrase: Phrase) -> Referent | None:
        """Who the pronoun of "his wife", the name of "Webb's wife" stands for."""
        place = self.index.name_at(phrase.start) or self.index.titled_at(phrase.start)
        if place is None:
            return self._find_possessor(phrase)
        is_possessive = place.end < phrase.head and self.doc[place.end].tag_ == "POS"
        return self.named_at(place) if is_possessive else None


def _find_clause(doc: Doc, phrase: Phrase, limit: int) -> int:
    """Where behind a phrase a clause begins, which tells of other bodies; else ``limit``.

    What is joined to the phrase tells of others too: "fire crews *and the Environment Service*".
    """
    clause = ("VB", "W")
    if phrase.end < limit and count_joining(doc, phrase.end):
        return phrase.end
    starts = (i for i in range(phrase.end, limit) if doc[i].tag_.startswith(clause))
    return next(starts, limit)
