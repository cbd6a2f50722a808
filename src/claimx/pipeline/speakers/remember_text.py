"""What a reader has in mind at a point of a text: who was met where, who is present, who spoke."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from claimx.pipeline.annotations import Attribution, EntityChain
from claimx.pipeline.speakers.classify_nominals import (
    classify_nominal,
    name_nominal,
    read_insider_complement,
)
from claimx.pipeline.speakers.find_affiliations import find_affiliation
from claimx.pipeline.speakers.lexicon import unaffiliated_nouns
from claimx.pipeline.speakers.make_cast import make_cast
from claimx.pipeline.speakers.map_text import (
    find_innermost_contents,
    find_quoted_tokens,
    number_sentences,
    weigh_sections,
)
from claimx.pipeline.speakers.name_bodies import name_owned_body
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex
from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.speakers.referents import Presence, Referent
from claimx.pipeline.speakers.weigh_mentions import weigh_mention

_QUOTED, _REPORTED, _SPOKE = 0.35, 0.75, 0.5
_WITHOUT_NAME = 0.9


class TextMemory:
    """Who was met so far, kept up to date by those who read.

    Args:
        doc: The article.
        entities: Of the article.
        attributions: Of the article.

    Attributes:
        index: The names of the article.
        cast: The named with what the article says of them anywhere.
        referents: All referents, the named first, then the others as they appeared.
        presence: Who is present.
        contents: By token, the place of the innermost attribution whose content holds it.
        quoted: The tokens of direct speech.
        sections: By token, how much mentions in its section count, where that is not 1.
        sentences: By token, the number of its sentence.
        speakers: Who spoke last.
        spoke_at: Number of the sentence in which they did.
        texts: The texts without name that were introduced, by their nouns, in their order.
    """

    def __init__(
        self, doc: Doc, entities: Sequence[EntityChain], attributions: Sequence[Attribution]
    ) -> None:
        self.doc = doc
        self.index = NameIndex(doc, entities)
        self.quoted = find_quoted_tokens(doc)
        self.cast = make_cast(self.index, self.quoted)
        self.referents: list[Referent] = list(self.cast.by_entity.values())
        self.presence = Presence()
        self.contents = find_innermost_contents(doc, attributions)
        self.sections = weigh_sections(doc)
        self.sentences = number_sentences(doc, self.quoted)
        self.speakers: list[Referent] = []
        self.spoke_at = 0
        self.texts: dict[str, list[Referent]] = {}
        self._entered = {id(referent) for referent in self.referents}
        self._at: dict[int, Referent] = {}
        self._unnamed: dict[str, Referent] = {}

    def named_at(self, place: NamedPlace) -> Referent:
        """Whom a mention by name stands for."""
        return self.cast.by_entity[id(place.entity)]

    def met_at(self, token: int) -> Referent | None:
        """Whom a word was found to stand for: a name, the head of a description, a pronoun."""
        return self._at.get(token)

    def meet_at(self, token: int, referent: Referent) -> None:
        """Keep whom a word stands for."""
        self._at[token] = referent

    def enter(self, referent: Referent) -> None:
        """Add a referent to those that appeared, unless it is among them."""
        if id(referent) not in self._entered:
            self._entered.add(id(referent))
            self.referents.append(referent)

    def touch(
        self, referent: Referent, head: Token, *, is_source: bool, share: float = 1.0
    ) -> None:
        """Make somebody present by a mention.

        Args:
            referent: Who is mentioned.
            head: The head of the mention.
            is_source: Whether something is attributed to the mention.
            share: How certain it is that the mention is one, 0 to 1.
        """
        weight = weigh_mention(head) * self.sections.get(head.i, 1.0) * share
        if head.i in self.quoted:
            weight *= _QUOTED
        elif head.i in self.contents:
            weight *= _REPORTED
        if is_source:
            weight += _SPOKE
        if referent.entity is None:
            weight *= _WITHOUT_NAME
        self.presence.touch(referent, weight, self.sentences[head.i])

    def hear(self, speakers: list[Referent], token: int) -> None:
        """Note that somebody speaks in the sentence of a token."""
        for referent in speakers:
            referent.has_claims = True
            self.enter(referent)
        self.speakers = speakers
        self.spoke_at = self.sentences[token]

    def introduce(
        self, phrase: Phrase, source: Sequence[Span] = (), *, is_open: bool = False
    ) -> Referent:
        """A referent without name, new unless the same words have been met before.

        Args:
            phrase: The description.
            source: The source that it is the phrase of; empty where it is none of a source.
            is_open: Whether a new one may be somebody whom the article names.
        """
        nominal = classify_nominal(self.doc, phrase)
        limit = max((span.end for span in source), default=self.doc[phrase.head].sent.end)
        name = name_nominal(self.doc, phrase, limit)
        lasting = nominal.is_plural or nominal.kind in ("document", "organization")
        possessor = self._find_possessor(phrase)
        owned = name_owned_body(self.index, phrase, nominal, possessor, self.cast.book)
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
            sex=nominal.sex,
            noun=nominal.noun,
            is_anonymous=nominal.is_anonymous,
            is_open=is_open,
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
        if referent.kind == "document" and not referent.is_plural:
            self.texts.setdefault(referent.noun, []).append(referent)
        self.enter(referent)
        return referent

    def recall_or_introduce(self, start: int, head: int) -> Referent:
        """Whom the description from ``start`` to its last word ``head`` stands for.

        One that was not met yet is introduced, and the description is its mention.
        """
        known = self._at.get(head)
        if known is None:
            known = self.introduce(Phrase(start, head + 1, head, "nominal"))
            known.add_mention(start, head + 1, "nominal")
        return known

    def _find_possessor(self, phrase: Phrase) -> Referent | None:
        """Whom the pronoun of "his advisers" stands for."""
        if self.doc[phrase.start].tag_ != "PRP$":
            return None
        return self._at.get(phrase.start)

    def find_possessor(self, phrase: Phrase) -> Referent | None:
        """Whom the pronoun of "his wife", the name of "Webb's wife" stands for."""
        place = self.index.name_at(phrase.start) or self.index.titled_at(phrase.start)
        if place is None:
            return self._find_possessor(phrase)
        is_possessive = place.end < phrase.head and self.doc[place.end].tag_ == "POS"
        return self.named_at(place) if is_possessive else None


def _find_clause(doc: Doc, phrase: Phrase, limit: int) -> int:
    """Where behind a phrase a clause begins, which tells of other bodies; else ``limit``."""
    clause = ("VB", "W")
    starts = (i for i in range(phrase.end, limit) if doc[i].tag_.startswith(clause))
    return next(starts, limit)
