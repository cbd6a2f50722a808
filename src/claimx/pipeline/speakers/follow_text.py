"""Finds who each source of an article stands for.

A name stands for its entity. Who a pronoun or a description stands for the coreference of the
article has decided; what is left are sources that name themselves, labels of turns, and the first
person.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from claimx.article.values import EvidenceRule
from claimx.lang.en.nouns import general_pronouns, pronoun_forms
from claimx.pipeline.annotations import Attribution, EntityChain
from claimx.pipeline.coreference.context import find_innermost_contents
from claimx.pipeline.coreference.decisions import Decision
from claimx.pipeline.mentions.classes import classify_nominal
from claimx.pipeline.speakers.classify_nominals import may_speak, says_who
from claimx.pipeline.speakers.find_writer import find_writer
from claimx.pipeline.speakers.name_index import NamedPlace
from claimx.pipeline.speakers.note_roles import note_description, note_explained, note_predicate
from claimx.pipeline.speakers.printed_interview import read_printed_interview
from claimx.pipeline.speakers.read_phrases import Phrase, read_phrases
from claimx.pipeline.speakers.referents import Referent
from claimx.pipeline.speakers.remember_text import TextMemory
from claimx.pipeline.speakers.resolutions import FIRST, FIRST_PLURAL, SECOND, Resolution
from claimx.pipeline.speakers.resolve_authors import resolve_author
from claimx.pipeline.speakers.resolve_dialogue import resolve_dialogue
from claimx.pipeline.speakers.resolve_first_person import resolve_first_person
from claimx.pipeline.speakers.resolve_labels import LabelledSpeakers
from claimx.pipeline.speakers.resolve_naming import resolve_naming
from claimx.pipeline.speakers.resolve_shares import resolve_share

# The rules that tell who "I" is outside of quotations.
_VOICES = frozenset({"writer", "interviewee"})
# How certain a pronoun that is not a source must be to be shown as a mention.
# Of the pronouns in the biographies and speeches of GUM train 60 of 100 are right between 0.55 and
# here, 86 in the next tenth.
_SURE = 0.75
# How certain one must be for what is said of it to be a role.
_SURE_OF_ROLE = 0.8


class TextFollower:
    """Reads the sources of an article; after `follow`, ``resolutions`` holds what was found.

    Args:
        doc: The article, its mentions joined.
        entities: Of the article.
        attributions: Of the article; their speakers are not written here.

    Attributes:
        phrases: For each attribution, by its place in the list, the phrases of its source.
        resolutions: For each attribution, by its place in the list, what its phrases stand for.
        referents: All referents, the named first, then the others as they appeared.
        index: The names of the article.
        table: Its mentions.
        roles: The roles of each person, by identity of the referent.
    """

    def __init__(
        self, doc: Doc, entities: Sequence[EntityChain], attributions: Sequence[Attribution]
    ) -> None:
        self.doc = doc
        self.attributions = attributions
        self.resolutions: list[list[Resolution]] = [[] for _ in attributions]
        self._memory = TextMemory(doc, entities)
        self.index, self.table = self._memory.index, self._memory.table
        cast = self._memory.cast
        self.referents, self.roles = self._memory.referents, cast.roles
        self._fuller: dict[int, list[Span]] = {}
        self._contents = find_innermost_contents(attributions)
        self.phrases = [read_phrases(self.index, self.table, item.source) for item in attributions]
        self._writer = find_writer(self.index, cast.by_entity)
        self._interview = read_printed_interview(self._memory)
        self._labelled = LabelledSpeakers(self._memory, attributions, self._writer)

    def follow(self) -> None:
        """Find who each source stands for."""
        for number in self._list_by_source():
            if not self._read_label(number):
                for phrase in self.phrases[number]:
                    self._assign(number, self._read_phrase(number, phrase))
        for number in self._labelled.numbers:
            if not self.resolutions[number]:
                self._read_label(number)
        resolved = resolve_dialogue(self.attributions, self.resolutions, self._read_asked)
        for number, found in resolved:
            self._assign(number, found)
        resolved = resolve_first_person(
            self.doc,
            self.phrases,
            self.resolutions,
            self._contents,
            self._memory.quoted,
            self._find_voice,
        )
        for number, found in resolved:
            self._assign(number, found)
            if found.rule in _VOICES and found.referent is not None:
                self._note_voice(number, found.referent)
        self._note_mentions()
        self._note_dialogue()

    def _list_by_source(self) -> list[int]:
        """The numbers of the attributions, in the order of their sources in the text."""
        with_source = [number for number, item in enumerate(self.attributions) if item.source]
        return sorted(with_source, key=lambda number: self.attributions[number].source[0].start)

    def _find_voice(self, token: int) -> Resolution | None:
        """Who "I" or "we" stands for outside of quotations."""
        if self._interview is not None and token in self._interview.answers:
            return self._interview.interviewee
        return self._writer

    def _note_voice(self, number: int, voice: Referent) -> None:
        """The "I" of a source is a mention of who signs or answers; one without entity is new."""
        for phrase in self.phrases[number]:
            voice.add_mention(phrase.start, phrase.end, "pronoun")
        self._memory.enter(voice)

    def _read_label(self, number: int) -> bool:
        """Resolve a turn by its label; False where it has none, or one that is to be read."""
        source = self.attributions[number].source
        label = self._labelled.number_at(source[0].start) if source else number
        found = self._labelled.find(number) if label == number else None
        if found is None:
            return False
        if found.referent is not None:
            if not found.referent.has_claims:
                self._memory.enter(found.referent)
            is_name = found.rule in ("name", "surname", "label")
            if source:
                start, end = self._labelled.place_at(number)
                found.referent.add_mention(start, end, "name" if is_name else "nominal")
        self._assign(number, found)
        return True

    def list_named_bodies(self) -> dict[int, str]:
        """The names of the bodies that descriptions and pronouns stand for, by their heads."""
        coreference, table = self._memory.coreference, self._memory.table
        found = {}
        for number, decision in coreference.decisions.items():
            may_be = table[number].kind == "organization" or table[number].form == "pronoun"
            if may_be and decision.chain is not None:
                meant = self._memory.find_told(str(decision.chain))
                if meant is not None and meant.entity is not None and not meant.is_person:
                    found[table[number].head] = meant.name
        return found

    # --- phrases ----------------------------------------------------------------------------

    def _read_phrase(self, number: int, phrase: Phrase) -> Resolution | None:
        """What a phrase of a source stands for; None of the first person, which is read last."""
        if phrase.place is not None:
            return self._read_name(phrase, phrase.place)
        word = self.doc[phrase.head].lower_
        source = self.attributions[number].source
        if says_who(self.doc, phrase.head):
            told = self._memory.introduce(phrase, source)
            told.add_mention(phrase.start, phrase.end, "nominal")
            return Resolution(told, "description", 0.8)
        if phrase.kind == "pronoun" and word in FIRST | FIRST_PLURAL:
            return None
        if phrase.kind == "pronoun" and (word not in pronoun_forms() or word == "you"):
            other = self._find_addressee(phrase.head) if word == "you" else None
            return other or Resolution(None, "general-pronoun", 0.0)
        if phrase.kind == "nominal":
            return self._read_nominal(number, phrase)
        found = self._read_named_antecedent(number, phrase) or self._ask(number, phrase)
        if found is not None:
            return found
        is_relative = pronoun_forms()[word].use == "relative"
        return Resolution(None, "no-relative-head" if is_relative else "no-antecedent", 0.0)

    def _read_asked(self, number: int, limits: tuple[int, int]) -> list[Resolution]:
        """Who a phrase stands for that tells who was asked something."""
        span = self.doc[limits[0] : limits[1]]
        phrases = read_phrases(self.index, self.table, [span])
        read = (self._read_phrase(number, phrase) for phrase in phrases)
        return [found for found in read if found is not None]

    def _find_addressee(self, token: int) -> Resolution | None:
        """Who "you" stands for, where one of two asks the other."""
        if self._interview is not None:
            return None if token in self._memory.quoted else self._interview.find_addressee(token)
        turn = self._contents.get(token)
        return self._labelled.find_addressee(turn) if turn is not None else None

    def _read_named_antecedent(self, number: int, phrase: Phrase) -> Resolution | None:
        """Whoever gives a name behind "who": "a student *who* gave his name as Tariq"."""
        table = self._memory.table
        mention = table.at(phrase.head)
        taken_up = table[mention].links.get("antecedent", ()) if mention is not None else ()
        nominals = [table[other] for other in taken_up if table[other].form == "nominal"]
        if not nominals:
            return None
        first = nominals[0]
        described = Phrase(first.start, first.end, first.head, "nominal")
        nominal = classify_nominal(self.doc, first.start, first.head)
        return resolve_naming(self._memory, described, nominal, self.attributions[number])

    def _read_name(self, phrase: Phrase, place: NamedPlace) -> Resolution:
        referent = self._memory.named_at(place)
        rule: EvidenceRule = "apposition" if phrase.beside else "name"
        if phrase.beside is not None:
            note_explained(self._memory, referent, phrase.beside, place.title_start)
        if referent.is_person and place.end - place.start == 1:
            fuller = self._find_fuller_mention(place)
            if fuller is not None:
                return Resolution(referent, "surname", 0.93, fuller)
        return Resolution(referent, rule, 0.97, (place.start, place.end))

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

    def _read_nominal(self, number: int, phrase: Phrase) -> Resolution:
        item = self.attributions[number]
        if self.doc[phrase.head].lower_ in general_pronouns():
            return Resolution(None, "general-pronoun", 0.0)
        if not may_speak(self.doc, phrase):
            return Resolution(None, "no-phrase", 0.0)
        nominal = classify_nominal(self.doc, phrase.start, phrase.head)
        found = resolve_naming(self._memory, phrase, nominal, item)
        found = found or resolve_author(self._memory, phrase, nominal)
        found = found or resolve_share(self._memory, phrase)
        found = found or self._ask(number, phrase)
        if found is None or found.rule == "description":
            found = Resolution(self._describe(phrase, item.source), "description", 0.8)
        if found.referent is not None:
            for one in found.referent.members or (found.referent,):
                one.add_mention(phrase.start, phrase.end, "nominal")
            note_description(self._memory, phrase, found)
        return found

    def _describe(self, phrase: Phrase, source: Sequence[Span]) -> Referent:
        """The unnamed referent of a description, shared by later ones of the same chain."""
        referent = self._memory.introduce(phrase, source)
        mention = self._memory.table.at(phrase.head)
        decision = self._memory.coreference.decisions.get(mention) if mention is not None else None
        if decision is None or decision.chain is None:
            return referent
        return self._memory.keep(str(decision.chain), referent)

    def _ask(self, number: int, phrase: Phrase) -> Resolution | None:
        """What the coreference of the article says of the head of a phrase; None if nothing."""
        mention = self._memory.table.at(phrase.head)
        decision = self._memory.coreference.decisions.get(mention) if mention is not None else None
        is_name = mention is not None and self._memory.table[mention].form == "name"
        if decision is None or is_name:
            return None  # "one Democrat" is not the party
        referent = None
        if decision.chain is not None and decision.rule != "description":
            source = self.attributions[number].source
            referent = self._memory.of_chain(str(decision.chain), source)
        if referent is None and decision.chain is not None and phrase.kind == "pronoun":
            return None
        score = round(decision.probability, 2) if referent is not None else 0.0
        return Resolution(referent, decision.rule, score, self._limits_of(decision))

    def _limits_of(self, decision: Decision) -> tuple[int, int] | None:
        if decision.antecedent is None:
            return None
        antecedent = self._memory.table[decision.antecedent]
        return antecedent.start, antecedent.end

    def _assign(self, number: int, found: Resolution | None) -> None:
        if found is None:
            return
        self.resolutions[number].append(found)
        self._labelled.note(number, found)
        if found.referent is not None:
            for one in found.referent.members or (found.referent,):
                one.has_claims = True
                self._memory.enter(one)

    def _note_mentions(self) -> None:
        """Add the pronouns and descriptions of the named, where they are certain."""
        table = self._memory.table
        heads = {phrase.head for phrases in self.phrases for phrase in phrases}
        for number, decision in self._memory.coreference.decisions.items():
            mention = table[number]
            if decision.chain is None or mention.form == "name":
                continue
            if decision.probability < _SURE and mention.head not in heads:
                continue
            referent = self._memory.find_told(str(decision.chain))
            if referent is not None and not referent.members:
                referent.add_mention(mention.start, mention.end, mention.form)
                if mention.form == "pronoun" and decision.probability >= _SURE_OF_ROLE:
                    note_predicate(self._memory, referent, mention.head)

    def _note_dialogue(self) -> None:
        """Add every "I" of printed answers, and every "you" of questions that one of two asks."""
        if self._interview is None and not self._labelled.numbers:
            return
        answers = self._interview.answers if self._interview is not None else frozenset()
        answers -= self._memory.quoted
        for token in self.doc:
            if token.i in answers and token.lower_ in FIRST:
                self._note_pronoun(token.i, self._find_voice(token.i))
            elif token.lower_ in SECOND:
                self._note_pronoun(token.i, self._find_addressee(token.i))

    def _note_pronoun(self, token: int, found: Resolution | None) -> None:
        if found is not None and found.referent is not None:
            found.referent.add_mention(token, token + 1, "pronoun")
