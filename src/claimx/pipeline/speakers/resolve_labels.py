"""Who speaks under the labels of a transcript: ``Q:``, ``SMITH:``, ``THE PRESIDENT:``.

A label stands for the same speaker throughout. Names and offices are resolved as anywhere; here is
what only transcripts have: "A" is whom the introduction presents, "Q" who signs, and "SMITH" the
one Smith of the text, whether the recogniser knows the name in capitals or not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Span

from claimx.article.values import SpeakerKind
from claimx.lang.en import read_words
from claimx.lang.en.nouns import group_nouns, organization_nouns
from claimx.pipeline.annotations import Attribution, EntityChain
from claimx.pipeline.entities.lexicon import (
    normalize_word,
    person_nouns,
    singular_of,
    titles,
)
from claimx.pipeline.layout.labels import ANSWER, QUESTION, name_label, read_labels
from claimx.pipeline.layout_annotations import get_turns
from claimx.pipeline.speakers.introduction import Introduction
from claimx.pipeline.speakers.referents import Referent
from claimx.pipeline.speakers.remember_text import TextMemory
from claimx.pipeline.speakers.resolutions import Resolution

_NAMED = frozenset({"PERSON", "ORG"})
_MOST_INITIALS = 4


class LabelledSpeakers:
    """The speakers of labels, each label resolved once.

    Args:
        memory: Who the article speaks of.
        attributions: Of the article; those whose source is a label are its turns.
        writer: Who signs the article.
    """

    def __init__(
        self,
        memory: TextMemory,
        attributions: Sequence[Attribution],
        writer: Resolution | None,
    ) -> None:
        index = memory.index
        self._index = index
        self._by_entity = memory.cast.by_entity
        self._writer = writer
        self._attributions = attributions
        self._first = len(index.doc)
        self._numbers: dict[int, int] = {}
        self._labels: dict[int, Span] = {}
        self._names: dict[int, str] = {}
        self._found: dict[str, Resolution] = {}
        self._persons: dict[str, list[EntityChain]] = {}
        self._bodies: dict[str, EntityChain] = {}
        turns = get_turns(index.doc)
        labels = {turn.label.start: turn.label for turn in turns if turn.label is not None}
        bare = {turn.words[0].start: turn for turn in turns if turn.label is None}
        for number, item in enumerate(attributions):
            label = labels.get(item.source[0].start) if item.source else None
            turn = bare.get(item.content[0].start) if not item.source and not item.cue else None
            if label is not None:
                self._labels[number] = label
                self._names[number] = name_label(label.text)
                self._numbers.update(dict.fromkeys(range(label.start, label.end), number))
                self._first = min(self._first, label.start)
            elif turn is not None:
                self._names[number] = QUESTION if turn.asks else ANSWER
                self._first = min(self._first, turn.words[0].start)
        self._names = _join_surnames(self._names)
        self._names = _join_initials(self._names)
        questions = [span for turn in bare.values() if turn.asks for span in turn.words]
        self._introduction = Introduction(memory, self._first, questions)
        if self._names:
            for entity in index.entities:
                if entity.label == "PERSON":
                    self._persons.setdefault(_words_of(entity)[-1], []).append(entity)
                elif entity.label == "ORG":
                    self._bodies.setdefault(name_label(entity.name), entity)
            self._resolve(attributions)

    @property
    def numbers(self) -> Sequence[int]:
        """The attributions whose source is a label."""
        return list(self._names)

    def place_at(self, number: int) -> tuple[int, int]:
        """Token limits of the name in a label, of the whole label where there is none."""
        label = self._labels[number]
        for token in range(label.start, label.end):
            place = self._index.name_at(token)
            if place is not None and place.end <= label.end:
                return place.start, place.end
        return label.start, label.end

    def number_at(self, token: int) -> int | None:
        """The attribution of whose label a token is part."""
        return self._numbers.get(token)

    def find(self, number: int) -> Resolution | None:
        """Who speaks, where that is known without reading the label as a phrase."""
        return self._found.get(self._names[number])

    def find_addressee(self, number: int) -> Resolution | None:
        """Whom "you" means in a turn of a dialogue between two: the other one.

        Only in a turn that asks something; in an answer "you" is mostly anybody.
        """
        if "?" not in "".join(span.text for span in self._attributions[number].content):
            return None
        others = set(self._names.values()) - {self._names.get(number)}
        found = (
            self._found.get(others.pop()) if number in self._names and len(others) == 1 else None
        )
        if found is None or found.referent is None:
            return None
        return Resolution(
            found.referent, "addressee", round(0.9 * found.score, 2), found.antecedent
        )

    def note(self, number: int, found: Resolution) -> None:
        """Keep for all labels of the same name what reading the first one gave."""
        if number in self._names:
            self._found.setdefault(self._names[number], found)

    def _resolve(self, attributions: Sequence[Attribution]) -> None:
        # The fullest label of a name tells most.
        fullest: dict[str, int] = {}
        for number in sorted(self._names, key=lambda number: -self._measure_label(number)):
            fullest.setdefault(self._names[number], number)
        for name, number in fullest.items():
            found = self._resolve_name(name, attributions[number])
            if found is not None:
                self._found[name] = found

    def _measure_label(self, number: int) -> int:
        return len(self._labels[number].text) if number in self._labels else 0

    def _resolve_name(self, name: str, item: Attribution) -> Resolution | None:
        if name == ANSWER:
            return self._introduction.find_who_answers()
        if name == QUESTION:
            return self._find_who_asks()
        words = name.split()
        if self._is_named(item) and len(words) > 1:
            return None
        fuller = [
            entity
            for entity in self._persons.get(words[-1], ())
            if len(parts := _words_of(entity)) > len(words) and parts[-len(words) :] == words
        ]
        if len(fuller) == 1:
            mention = max(fuller[0].mentions, key=lambda span: (len(span), -span.start))
            referent = self._by_entity[id(fuller[0])]
            return Resolution(referent, "surname", 0.93, (mention.start, mention.end))
        if fuller:
            return Resolution(None, "ambiguous-label", 0.0)
        shortened = [one for people in self._persons.values() for one in people]
        shortened = [one for one in shortened if _has_initials(one.name.casefold(), name)]
        if len(shortened) == 1:
            first = shortened[0].mentions[0]
            referent = self._by_entity[id(shortened[0])]
            return Resolution(referent, "label", 0.9, (first.start, first.end))
        if self._is_named(item) or _is_description(words):
            return None
        body = self._bodies.get(name)
        if body is not None:
            first = body.mentions[0]
            return Resolution(self._by_entity[id(body)], "label", 0.9, (first.start, first.end))
        kind: SpeakerKind
        kind = (
            "organization"
            if not read_words("names/organization_words.txt").isdisjoint(words)
            else "person"
        )
        written = " ".join(item.source[0].text.split(",")[0].split())
        return Resolution(Referent(kind, written, is_person=kind == "person"), "label", 0.7)

    def _find_who_asks(self) -> Resolution:
        """Who "Q" is; in a press conference that is anybody."""
        if set(self._names.values()) == {QUESTION, ANSWER}:
            return self._introduction.find_who_asks(self._writer)
        return self._introduction.find_who_is_said_to_ask()

    def _is_named(self, item: Attribution) -> bool:
        """Whether the recogniser found a name in a label."""
        places = (
            self._index.name_at(i) for span in item.source for i in range(span.start, span.end)
        )
        return any(place is not None and place.entity.label in _NAMED for place in places)


def _join_surnames(names: Mapping[int, str]) -> dict[int, str]:
    """The names of labels, a surname replaced by the one full name that ends with it.

    "THE PRESIDENT" is not "THE VICE PRESIDENT".
    """
    fuller: dict[str, set[str]] = {}
    for name in names.values():
        if " " in name and not _is_description(name.split()):
            fuller.setdefault(name.rsplit(" ", 1)[-1], set()).add(name)
    return {
        number: next(iter(found)) if len(found := fuller.get(name, set())) == 1 else name
        for number, name in names.items()
    }


def _join_initials(names: Mapping[int, str]) -> dict[int, str]:
    """The names of labels, initials replaced by the one full name of a label that has them.

    An interview writes out who speaks once ("Natasha Gownaris:", "((Wikinews))") and then shortens
    it ("NG:", "((WN))").
    """
    fuller = {name for name in names.values() if not _is_description(name.split())}
    joined = {}
    for name in set(names.values()):
        found = [one for one in fuller if _has_initials(one, name)]
        joined[name] = found[0] if len(found) == 1 else name
    return {number: joined[name] for number, name in names.items()}


def _has_initials(name: str, initials: str) -> bool:
    """Whether a name is shortened to ``initials``, of one word to some of its letters."""
    words, initials = name.split(), initials.replace(".", "")
    if not 1 < len(initials) <= _MOST_INITIALS or " " in initials or name == initials:
        return False
    if len(words) > 1:
        return "".join(word[0] for word in words) == initials
    letters = iter(name)
    return name[0] == initials[0] and all(letter in letters for letter in initials)


def _words_of(entity: EntityChain) -> list[str]:
    return entity.name.casefold().split()


def _is_description(words: Sequence[str]) -> bool:
    """Whether a label says what its speaker is ("THE PRESIDENT", "PROTESTERS")."""
    if " ".join(words) in read_labels("speaker_roles"):
        return True
    nouns = person_nouns().keys() | titles().keys() | group_nouns() | organization_nouns()
    last = normalize_word(words[-1])
    return last in nouns or singular_of(last) in nouns
