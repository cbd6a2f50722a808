"""The trees of hand-made sentences, where their words say none.

A noun phrase hangs on the one before it: as ``nmod`` behind a preposition, as ``conj`` behind "and"
or in a row that "and" closes, as ``appos`` behind another comma. The row before a finite verb is
its subject; the first finite verb is the root, on which the rest hangs as ``dep``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Arc = tuple[int, str]

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_OPENING = ("DT", "PRP$", "PRP", "WP", "WDT")
_ALONE = ("PRP", "WP", "WDT")
_INSIDE = ("DT", "PRP$", "JJ", "NN", "CD", "POS", "HYPH")
_LINKING = ("IN", "TO", "VBG", "RB")
_MODIFIERS = {"DT": "det", "PRP$": "nmod:poss", "JJ": "amod", "CD": "nummod", "HYPH": "punct"}
_MARKS = frozenset({",", "(", "—"})


def find_root(tags: Sequence[str]) -> int:
    """The first finite verb, else the first word."""
    return next((place for place, tag in enumerate(tags) if tag in _FINITE), 0)


class _Phrase(NamedTuple):
    start: int
    head: int
    label: str


class ToyParser:
    """Parses one sentence.

    Args:
        tags: The tag of each word.
        labels: The label of the name that each word belongs to, else empty.
        root: The root.
    """

    def __init__(self, tags: Sequence[str], labels: Sequence[str], root: int) -> None:
        self._tags, self._labels, self._root = tags, labels, root
        self._arcs: list[Arc] = [(self._root, "dep")] * len(tags)
        self._phrases = self._find_phrases()

    def parse(self) -> list[Arc]:
        """The head and label of each word, that of the root included."""
        for number, phrase in enumerate(self._phrases):
            for place in range(phrase.start, phrase.head):
                self._arcs[place] = self._hang_modifier(place, phrase.head)
            self._hang_phrase(number)
        for place, tag in enumerate(self._tags):
            if tag in _FINITE:
                self._hang_subject(place)
        self._arcs[self._root] = (self._root, "ROOT")
        return self._arcs

    def _find_phrases(self) -> list[_Phrase]:
        """The noun phrases in text order, each headed by its last word."""
        found: list[_Phrase] = []
        start = None
        for place in range(len(self._tags) + 1):
            inside = self._is_inside(place, start)
            if start is not None and (not inside or self._opens(place)):
                head = max(start, place - 1 - (self._tags[place - 1] == "POS"))
                found.append(_Phrase(start, head, self._labels[head]))
                start = None
            if inside and start is None:
                start = place
        return found

    def _is_inside(self, place: int, start: int | None) -> bool:
        """Whether a word belongs to a noun phrase, which begins at ``start`` if it is within."""
        if place >= len(self._tags):
            return False
        tag = self._tags[place]
        behind = self._tags[place + 1] if place + 1 < len(self._tags) else ""
        if tag.startswith("JJ") and behind in ("IN", "TO") and not self._labels[place]:
            return False  # "a woman *familiar* with it"
        if tag.startswith(_INSIDE) or tag in _ALONE or self._labels[place]:
            return True
        if tag in ("VBN", "VBG"):
            return start is not None and behind.startswith(("NN", "JJ"))
        return tag == "CC" and start is not None and self._joins_modifiers(start, place)

    def _joins_modifiers(self, start: int, place: int) -> bool:
        """Whether "and" joins what stands before a plural: "*Tarn and Harwick* officials"."""
        if self._tags[start] in _OPENING or self._tags[place - 1] in ("NNS", "NNPS", "PRP", "POS"):
            return False
        if self._labels[place - 1] in ("PERSON", "ORG"):
            return False
        end = place + 1
        while end + 1 < len(self._tags) and self._tags[end].startswith(("JJ", "NN", "HYPH")):
            if self._tags[end + 1] == "NNS":
                return True
            end += 1
        return False

    def _opens(self, place: int) -> bool:
        """Whether a noun phrase begins at a word, whatever stands before it."""
        return self._tags[place] in _OPENING or self._tags[place - 1] in _ALONE

    def _hang_modifier(self, place: int, head: int) -> Arc:
        """A word of a noun phrase before its head."""
        if self._tags[place] in ("POS", "CC") and place:
            return place - 1, "case" if self._tags[place] == "POS" else "cc"
        if self._tags[place + 1] == "POS":
            return head, "nmod:poss"
        return head, _MODIFIERS.get(self._tags[place], "compound")

    def _hang_phrase(self, number: int) -> None:
        """A noun phrase on one before it, with what stands between the two."""
        phrase = self._phrases[number]
        if number == 0 or self._tags[phrase.head].startswith("W"):
            return
        before = self._phrases[number - 1]
        between = range(before.head + 1, phrase.start)
        tags = [self._tags[place] for place in between]
        if any(tag in _FINITE for tag in tags) or not tags:
            return
        words = [place for place in between if self._tags[place] in _LINKING]
        if "CC" in tags:
            self._arcs[between[tags.index("CC")]] = (phrase.head, "cc")
            self._arcs[phrase.head] = (self._find_member(number), "conj")
        elif words:
            for place in words:
                self._arcs[place] = (phrase.head, "case")
            self._arcs[phrase.head] = (before.head, "nmod")
        elif set(tags) <= _MARKS:
            relation = "conj" if self._is_in_row(number) else "appos"
            target = self._find_member(number) if relation == "conj" else before.head
            self._arcs[phrase.head] = (target, relation)

    def _find_member(self, number: int) -> int:
        """The head of the phrase that one is joined to: of one kind with it, or the one before."""
        phrase = self._phrases[number]
        places = [other for other in self._phrases[:number] if other.label == phrase.label]
        chosen = places[-1] if phrase.label and places else self._phrases[number - 1]
        return self._find_first(chosen.head, ("conj", "appos") if not phrase.label else ("conj",))

    def _find_first(self, head: int, relations: Sequence[str]) -> int:
        while self._arcs[head][1] in relations:
            head = self._arcs[head][0]
        return head

    def _is_in_row(self, number: int) -> bool:
        """Whether "and" follows a phrase behind a comma, which describes not the one before."""
        phrase, before = self._phrases[number], self._phrases[number - 1]
        if self._tags[phrase.start] == "DT" or bool(phrase.label) != bool(before.label):
            is_group = self._tags[phrase.head] == "NNS" and self._tags[phrase.start] != "DT"
            if not is_group or not before.label:
                return False
        for following in self._phrases[number + 1 :]:
            tags = self._tags[self._phrases[number].head + 1 : following.start]
            if any(tag in _FINITE for tag in tags):
                return False
            if "CC" in tags:
                return True
        return False

    def _hang_subject(self, verb: int) -> None:
        """What ends before a finite verb, to the first of its row."""
        end = verb - 1
        while end > 0 and self._tags[end] in (",", ")", "—"):
            end -= 1
        phrase = next((one for one in self._phrases if one.start <= end <= one.head), None)
        if phrase is None or verb < phrase.head:
            return
        head = phrase.head
        if not self._tags[head].startswith("W"):
            head = self._find_first(head, ("conj", "appos", "nmod"))
        if self._arcs[head] == (self._root, "dep"):
            self._arcs[head] = (verb, "nsubj")
