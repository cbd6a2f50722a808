"""Follows a text from mention to mention, and finds whom each source stands for.

Every mention makes somebody present; every pronoun and description takes up somebody who is.
What stands inside the content of a statement whose source comes later ("…," he said) is read
after that source: whoever a quotation speaks of is seldom the one who speaks it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from claimx.pipeline.annotations import (
    Attribution,
    EntityChain,
)
from claimx.pipeline.speakers.classify_nominals import (
    Nominal,
    classify_nominal,
    is_plural_noun,
    name_nominal,
)
from claimx.pipeline.speakers.find_nominals import find_phrase_start
from claimx.pipeline.speakers.find_roles import find_affiliation
from claimx.pipeline.speakers.find_writer import find_writer
from claimx.pipeline.speakers.lexicon import general_pronouns
from claimx.pipeline.speakers.list_events import list_events
from claimx.pipeline.speakers.make_cast import make_cast
from claimx.pipeline.speakers.map_text import (
    find_innermost_contents,
    find_quoted_tokens,
    index_sources,
    number_sentences,
    weigh_sections,
)
from claimx.pipeline.speakers.name_bodies import name_owned_body
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex, list_enumerated
from claimx.pipeline.speakers.read_phrases import (
    Phrase,
    is_adjective_of_people,
    is_part_of_people,
    read_phrases,
)
from claimx.pipeline.speakers.referents import Presence, Referent, join_referents
from claimx.pipeline.speakers.resolve_appositions import find_explained_name, is_apposition
from claimx.pipeline.speakers.resolve_dialogue import resolve_dialogue
from claimx.pipeline.speakers.resolve_first_person import WRITER, resolve_first_person
from claimx.pipeline.speakers.resolve_labels import LabelledSpeakers
from claimx.pipeline.speakers.resolve_nominals import Description, resolve_nominal
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
from claimx.pipeline.speakers.resolve_relatives import find_relative_head
from claimx.pipeline.speakers.resolve_shares import find_group_of_share
from claimx.pipeline.speakers.weigh_mentions import weigh_mention
from claimx.pipeline.syntax import clauses

_QUOTED, _REPORTED, _SPOKE = 0.35, 0.75, 0.5
_ANYBODY = frozenset({"those", "anyone", "everyone", "someone", "somebody", "anybody", "others"})


class TextFollower:
    """Reads an article once; afterwards ``resolutions`` and ``referents`` hold what was found.

    Attributes:
        resolutions: For each attribution, by its place in the list, what its phrases stand for.
        referents: All referents, in the order in which they appeared.
        roles: The roles of each person, by identity of the referent.
    """

    def __init__(
        self, doc: Doc, entities: Sequence[EntityChain], attributions: Sequence[Attribution]
    ) -> None:
        self.doc = doc
        self.index = NameIndex(doc, entities)
        self.attributions = attributions
        self.resolutions: list[list[Resolution]] = [[] for _ in attributions]
        cast = make_cast(self.index)
        self.referents: list[Referent] = list(cast.by_entity.values())
        self.roles = cast.roles
        self._book = cast.book
        self._by_entity = cast.by_entity
        self._unnamed: dict[str, Referent] = {}
        self._presence = Presence()
        self._fuller: dict[int, list[Span]] = {}
        self._at: dict[int, Referent] = {}
        self._last: list[Referent] = []
        self._spoke_at = 0
        self._phrases = [read_phrases(self.index, item.source) for item in attributions]
        self._sources = index_sources(self._phrases)
        self._content = find_innermost_contents(doc, attributions)
        self._quoted = find_quoted_tokens(doc)
        self._weights = weigh_sections(doc)
        self._sentences = number_sentences(doc, self._quoted)
        self._writer = find_writer(self.index, self._by_entity)
        self._labelled = LabelledSpeakers(self.index, attributions, self._by_entity, self._writer)

    def follow(self) -> None:
        """Read the article."""
        for event in list_events(
            self.index, self._phrases, self.attributions, self._content, self._weights
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
            self._content,
            self._quoted,
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
        if not any(writer is referent for referent in self.referents):
            self.referents.append(writer)

    def _meet_label(self, token: int) -> bool:
        """Resolve the turn whose label holds a token; False where the label is a phrase to read."""
        number = self._labelled.number_at(token)
        found = self._labelled.find(number) if number is not None else None
        if number is None or found is None:
            return False
        if self.resolutions[number]:
            return True
        if found.referent is not None:
            is_new = not found.referent.has_claims
            if is_new and not any(found.referent is referent for referent in self.referents):
                self.referents.append(found.referent)
            start, end = self._labelled.place_at(number)
            is_name = found.rule in ("name", "surname", "label")
            found.referent.add_mention(start, end, "name" if is_name else "nominal")
            self._touch(found.referent, self.doc[start:end].root, is_source=True)
        self._assign(number, found)
        return True

    # --- mentions ---------------------------------------------------------------------------

    def _sources_at(self, token: int, kind: str) -> list[tuple[int, Phrase]]:
        """The attributions whose source has a phrase of this kind at a token."""
        return [row for row in self._sources.get(token, ()) if row[1].kind == kind]

    def _meet_name(self, place: NamedPlace) -> None:
        referent = self._by_entity[id(place.entity)]
        head = self.doc[place.start : place.end].root
        referent.add_mention(place.start, place.end, "name")
        sources = self._sources_at(place.start, "name")
        if sources or not is_adjective_of_people(self.index, place):
            self._touch(referent, head, is_source=bool(sources))
        for token in range(place.start, place.end):
            self._at[token] = referent
        self._meet_enumeration(place)
        for number, phrase in sources:
            rule = "apposition" if phrase.beside else "name"
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
        members = tuple(self._by_entity[id(one.entity)] for one in places)
        joined = join_referents(members)
        joined.add_mention(places[0].start, place.end, "name")
        self._touch(joined, self.doc[place.start : place.end].root, is_source=False)

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
        head = self.doc[phrase.head]
        if head.lower_ in general_pronouns():
            for number, _ in self._sources_at(phrase.head, "nominal"):
                self._assign(number, Resolution(None, "general-pronoun", 0.0))
            return
        sentence = self._sentences[phrase.head]
        sources = self._sources_at(phrase.head, "nominal")
        description = Description(self.doc, phrase, nominal, sentence, self._presence, self._book)
        found = (
            self._resolve_apposition(phrase, nominal, bool(sources))
            or self._resolve_share(phrase, bool(sources))
            or resolve_nominal(description)
        )
        referent = found.referent
        if referent is None and found.rule == "description":
            referent = self._introduce(phrase, bool(sources))
            found = Resolution(referent, "description", 0.8, None)
        if referent is not None:
            self._at[phrase.head] = referent
            for one in referent.members or (referent,):
                one.add_mention(phrase.start, phrase.end, "nominal")
                self._touch(one, head, is_source=bool(sources))
        for number, _ in sources:
            self._assign(number, found)

    def _resolve_apposition(
        self, phrase: Phrase, nominal: Nominal, is_source: bool
    ) -> Resolution | None:
        """The source "a dentist with a boat" behind "Ann Hill," is Ann Hill."""
        if not is_source or nominal.is_plural or not is_apposition(self.doc, phrase.end):
            return None
        place = find_explained_name(self.index, phrase.start)
        if place is None or (place.entity.label == "PERSON") != (
            nominal.kind in ("person", "unnamed")
        ):
            return None
        referent = self._by_entity[id(place.entity)]
        return Resolution(referent, "apposition", 0.85, (place.start, place.end))

    def _resolve_share(self, phrase: Phrase, is_source: bool) -> Resolution | None:
        """The source "5 percent" is the group that is counted."""
        head = find_group_of_share(self.doc, phrase) if is_source else None
        if head is None:
            return None
        start = find_phrase_start(self.doc, head)
        referent = self._at.get(head)
        if referent is None:
            referent = self._introduce(Phrase(start, head + 1, head, "nominal"), False)
            referent.add_mention(start, head + 1, "nominal")
        return Resolution(referent, "share-of-group", 0.7, (start, head + 1))

    def _introduce(self, phrase: Phrase, is_source: bool) -> Referent:
        """A referent without name, new unless the same words have been met before."""
        nominal = classify_nominal(self.doc, phrase)
        limit = self.doc[phrase.head].sent.end
        if is_source:
            number = self._sources_at(phrase.head, "nominal")[0][0]
            limit = max(span.end for span in self.attributions[number].source)
        name = name_nominal(self.doc, phrase, limit)
        lasting = nominal.is_plural or nominal.kind in ("document", "organization")
        possessor = self._find_possessor(phrase)
        owned = name_owned_body(self.index, phrase, nominal, possessor, self._book)
        if owned is not None:
            name, possessor = owned, None
        key = f"{id(possessor) if possessor is not None else ''} {name.casefold()}"
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
        )
        if possessor is not None:
            referent.affiliation = possessor.name
        if is_source and nominal.kind != "organization":
            stated = find_affiliation(self.index, phrase.start, limit)
            referent.affiliation = stated or referent.affiliation
            if referent.affiliation is not None and nominal.is_person:
                referent.roles.append((phrase.start, limit))
        self._unnamed[key] = referent
        self.referents.append(referent)
        return referent

    def _find_possessor(self, phrase: Phrase) -> Referent | None:
        """Whom the pronoun of "his advisers" stands for."""
        if self.doc[phrase.start].tag_ != "PRP$":
            return None
        return self._at.get(phrase.start)

    def _meet_pronoun(self, token: Token) -> None:
        sources = self._sources_at(token.i, "pronoun")
        word = token.lower_
        if word in FIRST or word in FIRST_PLURAL:
            return
        if word in MALE or word in FEMALE or word in PLURAL or word in NEUTER:
            found = self._resolve_third_person(token)
        elif word in RELATIVE:
            found = self._resolve_relative(token)
        else:
            found = Resolution(None, "general-pronoun", 0.0)
        referent = found.referent
        if referent is not None:
            self._at[token.i] = referent
            if sources or found.score >= SURE:
                referent.add_mention(token.i, token.i + 1, "pronoun")
            self._touch(referent, token, is_source=bool(sources), share=found.score)
            if referent.is_person and referent.sex is None and found.score >= SURE_OF_SEX:
                referent.sex = "m" if word in MALE else "f" if word in FEMALE else None
        for number, _ in sources:
            self._assign(number, found)

    def _resolve_third_person(self, token: Token) -> Resolution:
        excluded: list[Referent] = []
        own: list[Referent] = []
        number = self._content.get(token.i)
        if number is not None:
            speakers = [r.referent for r in self.resolutions[number] if r.referent is not None]
            (excluded if token.i in self._quoted else own).extend(speakers)
        subject = self._find_clause_subject(token)
        if clauses.is_object(token) and token.lower_ not in REFLEXIVE and subject is not None:
            excluded.append(subject)
        return resolve_third_person(
            token,
            self._sentences[token.i],
            self._presence,
            excluded=excluded,
            speakers=() if number is not None else self._last,
            spoke_at=self._spoke_at,
            own=own,
            subject=None if clauses.is_subject(token) else subject,
        )

    def _find_clause_subject(self, token: Token) -> Referent | None:
        """Who is the subject of the clause that a pronoun stands in, if that is known."""
        predicate = clauses.predicate_above(token)
        subject = clauses.implied_subject_of(predicate) if predicate is not None else None
        return self._at.get(subject.i) if subject is not None and subject.i < token.i else None

    def _resolve_relative(self, token: Token) -> Resolution:
        head = find_relative_head(self.index, token)
        if head is None:
            return self._resolve_those(token)
        start = find_phrase_start(self.doc, head.i)
        place = self.index.name_at(head.i)
        if place is None and not is_plural_noun(head):
            place = find_explained_name(self.index, start)
        if place is not None and not is_part_of_people(self.index, start, place):
            referent = self._by_entity[id(place.entity)]
            return Resolution(referent, "relative", 0.9, (place.start, place.end))
        known = self._at.get(head.i)
        if known is None:
            known = self._introduce(Phrase(start, head.i + 1, head.i, "nominal"), False)
            known.add_mention(start, head.i + 1, "nominal")
        return Resolution(known, "relative", 0.8, (start, head.i + 1))

    def _resolve_those(self, token: Token) -> Resolution:
        """ "Those who", "anyone who": people of whom no more is said."""
        before = self.doc[token.i - 1] if token.i else None
        if before is None or before.lower_ not in _ANYBODY:
            return Resolution(None, "no-relative-head", 0.0)
        referent = Referent("group", before.lower_, is_plural=True)
        referent.add_mention(before.i, token.i, "nominal")
        self.referents.append(referent)
        return Resolution(referent, "description", 0.7, (before.i, token.i))

    def _touch(
        self, referent: Referent, head: Token, *, is_source: bool, share: float = 1.0
    ) -> None:
        weight = weigh_mention(head) * self._weights.get(head.i, 1.0) * share
        if head.i in self._quoted:
            weight *= _QUOTED
        elif head.i in self._content:
            weight *= _REPORTED
        if is_source:
            weight += _SPOKE
        if referent.entity is None:
            weight *= 0.9
        self._presence.touch(referent, weight, self._sentences[head.i])

    def _assign(self, number: int, found: Resolution) -> None:
        self.resolutions[number].append(found)
        self._labelled.note(number, found)
        if found.referent is None:
            return
        spoken = list(found.referent.members or (found.referent,))
        for referent in spoken:
            referent.has_claims = True
        self._last = spoken
        phrases = self._phrases[number]
        place = phrases[0].head if phrases else self.attributions[number].content[0].start
        self._spoke_at = self._sentences[place]
