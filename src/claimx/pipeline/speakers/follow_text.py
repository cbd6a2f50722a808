"""Follows a text from mention to mention, and finds whom each source stands for.

Every mention makes somebody present; every pronoun and description takes up somebody who is.
What stands inside the content of a statement whose source comes later ("…," he said) is read
after that source: whoever a quotation speaks of is seldom the one who speaks it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from claimx.article.values import EvidenceRule
from claimx.lang.en.nouns import general_pronouns
from claimx.pipeline.annotations import Attribution, EntityChain
from claimx.pipeline.speakers.classify_nominals import (
    Nominal,
    classify_nominal,
    is_bare,
    may_speak,
)
from claimx.pipeline.speakers.descriptions import Description
from claimx.pipeline.speakers.find_writer import find_writer
from claimx.pipeline.speakers.list_disjoint import list_disjoint
from claimx.pipeline.speakers.list_events import list_events
from claimx.pipeline.speakers.map_text import index_sources
from claimx.pipeline.speakers.name_index import NamedPlace, list_enumerated
from claimx.pipeline.speakers.note_roles import note_description, note_explained
from claimx.pipeline.speakers.phrase_cores import is_adjective_of_people
from claimx.pipeline.speakers.rank_persons import Ranker, rank_persons
from claimx.pipeline.speakers.read_phrases import Phrase, read_phrases
from claimx.pipeline.speakers.referents import Referent, join_referents
from claimx.pipeline.speakers.remember_text import TextMemory
from claimx.pipeline.speakers.resolve_ahead import resolve_ahead
from claimx.pipeline.speakers.resolve_appositions import resolve_apposition, resolve_medium
from claimx.pipeline.speakers.resolve_authors import resolve_author
from claimx.pipeline.speakers.resolve_dialogue import resolve_dialogue
from claimx.pipeline.speakers.resolve_first_person import WRITER, resolve_first_person
from claimx.pipeline.speakers.resolve_kin import resolve_kin
from claimx.pipeline.speakers.resolve_labels import LabelledSpeakers
from claimx.pipeline.speakers.resolve_naming import resolve_naming
from claimx.pipeline.speakers.resolve_nominals import (
    NO_HOLDER,
    NO_ORGANIZATION,
    OPEN,
    resolve_nominal,
)
from claimx.pipeline.speakers.resolve_pronouns import (
    FEMALE,
    FIRST,
    FIRST_PLURAL,
    MALE,
    NEUTER,
    PLURAL,
    REFLEXIVE,
    RELATIVE,
    SURE,
    SURE_OF_SEX,
    Resolution,
    resolve_third_person,
)
from claimx.pipeline.speakers.resolve_relatives import resolve_relative
from claimx.pipeline.speakers.resolve_shares import resolve_share
from claimx.pipeline.syntax import clauses


class TextFollower:
    """Reads an article once; after `follow`, ``resolutions`` and ``referents`` hold what was found.

    Args:
        doc: The article.
        entities: Of the article.
        attributions: Of the article; their speakers are not written here.
        rank: What decides whom a description stands for where nothing exact does.

    Attributes:
        resolutions: For each attribution, by its place in the list, what its phrases stand for.
        referents: All referents, the named first, then the others as they appeared.
        index: The names of the article.
        roles: The roles of each person, by identity of the referent.
    """

    def __init__(
        self,
        doc: Doc,
        entities: Sequence[EntityChain],
        attributions: Sequence[Attribution],
        rank: Ranker = rank_persons,
    ) -> None:
        self.doc = doc
        self._rank = rank
        self.attributions = attributions
        self.resolutions: list[list[Resolution]] = [[] for _ in attributions]
        self._memory = TextMemory(doc, entities, attributions)
        self.index, cast = self._memory.index, self._memory.cast
        self.referents, self.roles = self._memory.referents, cast.roles
        self._fuller: dict[int, list[Span]] = {}
        self._phrases = [read_phrases(self.index, item.source) for item in attributions]
        self._sources = index_sources(self._phrases)
        self._writer = find_writer(self.index, cast.by_entity)
        self._labelled = LabelledSpeakers(self.index, attributions, cast.by_entity, self._writer)

    def follow(self) -> None:
        """Read the article."""
        for event in list_events(
            self.index,
            self._phrases,
            self.attributions,
            self._memory.contents,
            self._memory.sections,
        ):
            if self._meet_label(event.token):
                continue
            if event.name is not None:
                self._meet_name(event.name)
            elif event.phrase is not None:
                self._meet_nominal(event.phrase)
            else:
                self._meet_pronoun(self.doc[event.token])
        for number in self._labelled.numbers:
            if not self.resolutions[number]:
                self._meet_label(self.attributions[number].source[0].start)
        for number, found in resolve_dialogue(self.attributions, self.resolutions):
            self._assign(number, found)
        resolved = resolve_first_person(
            self.doc,
            self._phrases,
            self.resolutions,
            self._memory.contents,
            self._memory.quoted,
            self._writer,
        )
        for number, found in resolved:
            self._assign(number, found)
            if found.rule == WRITER and found.referent is not None:
                self._note_writer(number, found.referent)

    def _note_writer(self, number: int, writer: Referent) -> None:
        """The "I" of a source is a mention of who signs; one without entity is new."""
        for phrase in self._phrases[number]:
            writer.add_mention(phrase.start, phrase.end, "pronoun")
        self._memory.enter(writer)

    def _meet_label(self, token: int) -> bool:
        """Resolve the turn whose label holds a token; False where the label is a phrase to read."""
        number = self._labelled.number_at(token)
        found = self._labelled.find(number) if number is not None else None
        if number is None or found is None:
            return False
        if self.resolutions[number]:
            return True
        if found.referent is not None:
            if not found.referent.has_claims:
                self._memory.enter(found.referent)
            start, end = self._labelled.place_at(number)
            is_name = found.rule in ("name", "surname", "label")
            found.referent.add_mention(start, end, "name" if is_name else "nominal")
            self._memory.touch(found.referent, self.doc[start:end].root, is_source=True)
        self._assign(number, found)
        return True

    # --- mentions ---------------------------------------------------------------------------

    def _sources_at(self, token: int, kind: str) -> list[tuple[int, Phrase]]:
        """The attributions whose source has a phrase of this kind at a token."""
        return [row for row in self._sources.get(token, ()) if row[1].kind == kind]

    def _meet_name(self, place: NamedPlace) -> None:
        referent = self._memory.named_at(place)
        head = self.doc[place.start : place.end].root
        referent.add_mention(place.start, place.end, "name")
        sources = self._sources_at(place.start, "name")
        if sources or not is_adjective_of_people(self.index, place):
            self._memory.touch(referent, head, is_source=bool(sources))
        for token in range(place.start, place.end):
            self._memory.meet_at(token, referent)
        self._meet_enumeration(place)
        for number, phrase in sources:
            rule: EvidenceRule = "apposition" if phrase.beside else "name"
            if phrase.beside is not None:
                note_explained(self._memory, referent, phrase.beside, place.title_start)
            antecedent, score = (place.start, place.end), 0.97
            if referent.is_person and place.end - place.start == 1:
                fuller = self._find_fuller_mention(place)
                if fuller is not None:
                    rule, antecedent, score = "surname", fuller, 0.93
            self._assign(number, Resolution(referent, rule, score, antecedent))

    def _meet_enumeration(self, place: NamedPlace) -> None:
        """ "Smith and Jones", "Acme, the Union and Northern" are present together too."""
        places = list_enumerated(self.index, place)
        if len(places) < 2:
            return
        members = tuple(self._memory.named_at(one) for one in places)
        joined = join_referents(members)
        joined.add_mention(places[0].start, place.end, "name")
        self._memory.touch(joined, self.doc[place.start : place.end].root, is_source=False)

    def _find_fuller_mention(self, place: NamedPlace) -> tuple[int, int] | None:
        """The nearest fuller mention before a bare surname, else the first after it."""
        identity = id(place.entity)
        if identity not in self._fuller:
            self._fuller[identity] = [s for s in place.entity.mentions if len(s) > 1]
        fuller = self._fuller[identity]
        if not fuller:
            return None
        number = bisect_left(fuller, place.start, key=lambda span: span.start)
        chosen = fuller[max(0, number - 1)]
        return chosen.start, chosen.end

    def _meet_nominal(self, phrase: Phrase) -> None:
        nominal = classify_nominal(self.doc, phrase)
        if nominal.is_person and not nominal.is_plural and is_bare(self.doc, phrase):
            # Headings drop the article: "House speaker says …".
            nominal = replace(nominal, is_definite=True)
        head = self.doc[phrase.head]
        if head.lower_ in general_pronouns():
            for number, _ in self._sources_at(phrase.head, "nominal"):
                self._assign(number, Resolution(None, "general-pronoun", 0.0))
            return
        sentence = self._memory.sentences[phrase.head]
        sources = self._sources_at(phrase.head, "nominal")
        if not may_speak(self.doc, phrase):
            for number, _ in sources:
                self._assign(number, Resolution(None, "no-phrase", 0.0))
            return
        description = Description(
            self.doc,
            phrase,
            nominal,
            sentence,
            self._memory.presence,
            self._memory.texts,
            self._memory.cast.book,
            self._memory.speakers if sources else (),
            self._memory.spoke_at,
        )
        found = self._resolve_beside(phrase, nominal, sources) if sources else None
        found = found or resolve_kin(self._memory, phrase, nominal)
        found = found or resolve_nominal(description, self._rank)
        referent = found.referent
        if referent is None and found.rule in ("description", *OPEN):
            source = self.attributions[sources[0][0]].source if sources else ()
            referent = self._memory.introduce(phrase, source, is_open=found.rule in OPEN)
            found = Resolution(referent, "description", 0.8, None)
        if referent is not None:
            self._memory.meet_at(phrase.head, referent)
            for one in referent.members or (referent,):
                one.add_mention(phrase.start, phrase.end, "nominal")
                self._memory.touch(one, head, is_source=bool(sources))
            if referent.members:
                # "They" may take up "the two leaders" together.
                referent.add_mention(phrase.start, phrase.end, "nominal")
                self._memory.touch(referent, head, is_source=bool(sources))
            if sources:
                note_description(self._memory, phrase, found)
        for number, _ in sources:
            self._assign(number, found)

    def _resolve_beside(
        self, phrase: Phrase, nominal: Nominal, sources: Sequence[tuple[int, Phrase]]
    ) -> Resolution | None:
        """Whom a source that describes stands for by what stands beside it."""
        item = self.attributions[sources[0][0]]
        explained = resolve_naming(self._memory, phrase, nominal, item)
        explained = explained or resolve_apposition(self._memory, phrase, nominal)
        explained = explained or resolve_medium(self._memory, phrase, nominal)
        explained = explained or resolve_author(self._memory, phrase, nominal)
        explained = explained or resolve_share(self._memory, phrase)
        return explained or self._resolve_part(phrase)

    def _resolve_part(self, phrase: Phrase) -> Resolution | None:
        """ "Most of them" and "two of whom" are those whom the pronoun stands for."""
        head = self.doc[phrase.head]
        if phrase.head == phrase.start or head.lower_ not in RELATIVE | PLURAL:
            return None
        if head.lower_ in RELATIVE:
            return resolve_relative(self._memory, head)
        return self._resolve_third_person(head)

    def _meet_pronoun(self, token: Token) -> None:
        sources = self._sources_at(token.i, "pronoun")
        word = token.lower_
        if word in FIRST or word in FIRST_PLURAL:
            return
        if word in MALE or word in FEMALE or word in PLURAL or word in NEUTER:
            ahead = resolve_ahead(self._memory, token)
            found = ahead or self._resolve_third_person(token)
        elif word in RELATIVE:
            found = resolve_relative(self._memory, token)
        else:
            turn = self._memory.contents.get(token.i) if word == "you" else None
            other = self._labelled.find_addressee(turn) if turn is not None else None
            found = other or Resolution(None, "general-pronoun", 0.0)
        referent = found.referent
        if referent is not None:
            self._memory.meet_at(token.i, referent)
            if sources or found.score >= SURE:
                referent.add_mention(token.i, token.i + 1, "pronoun")
            self._memory.touch(referent, token, is_source=bool(sources), share=found.score)
            if referent.is_person and referent.sex is None and found.score >= SURE_OF_SEX:
                referent.sex = "m" if word in MALE else "f" if word in FEMALE else None
        for number, _ in sources:
            self._assign(number, found)

    def _resolve_third_person(self, token: Token) -> Resolution:
        excluded: list[Referent] = []
        own: list[Referent] = []
        number = self._memory.contents.get(token.i)
        if number is not None:
            speakers = [r.referent for r in self.resolutions[number] if r.referent is not None]
            (excluded if token.i in self._memory.quoted else own).extend(speakers)
        subject = self._find_clause_subject(token)
        if clauses.is_object(token) and token.lower_ not in REFLEXIVE and subject is not None:
            excluded.append(subject)
        disjoint = list_disjoint(self.index, token, self._memory.quoted)
        excluded.extend(self._memory.named_at(place) for place in disjoint)
        return resolve_third_person(
            token,
            self._memory.sentences[token.i],
            self._memory.presence,
            excluded=excluded,
            speakers=() if number is not None else self._memory.speakers,
            spoke_at=self._memory.spoke_at,
            own=own,
            subject=None if clauses.is_subject(token) else subject,
        )

    def _find_clause_subject(self, token: Token) -> Referent | None:
        """Who is the subject of the clause that a pronoun stands in, if that is known."""
        predicate = clauses.predicate_above(token)
        subject = clauses.implied_subject_of(predicate) if predicate is not None else None
        if subject is None or subject.i >= token.i:
            return None
        return self._memory.met_at(subject.i)

    def _assign(self, number: int, found: Resolution) -> None:
        if found.referent is not None and found.referent.is_open:
            rule: EvidenceRule = NO_HOLDER if found.referent.is_person else NO_ORGANIZATION
            found = Resolution(None, rule, 0.0, found.antecedent)
        self.resolutions[number].append(found)
        self._labelled.note(number, found)
        if found.referent is None:
            return
        spoken = list(found.referent.members or (found.referent,))
        phrases = self._phrases[number]
        place = phrases[0].head if phrases else self.attributions[number].content[0].start
        self._memory.hear(spoken, place)
