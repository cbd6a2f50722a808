"""Finds the earlier text that a text repeats, in time that grows with the length of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

from claimx.pipeline.repeats.wording import Wording

# A stretch between ellipses says where it comes from if it has so many words.
MIN_WORDS_OF_STRETCH = 3
# A text that breaks off says the same as another if so many words agree.
MIN_WORDS_AGREEING = 4
# After so many words that agree, the last one before the break may be another.
MIN_WORDS_BEFORE_CHANGE = 8
# Of texts with the same words, or with the same phrase, so many are looked at.
MAX_CANDIDATES = 12

_Phrase = tuple[str, ...]
_Item = TypeVar("_Item")


class RepeatIndex:
    """The texts of an article, to be asked for each new one which of them it repeats.

    Equal texts are found by their words. A shortened text is found in the one that it was cut
    from: its first stretch begins the other (unless an ellipsis opens it), each further stretch
    follows in order, and the last may break off in a word that is cut or changed. It does not
    matter which of the two stands first.
    """

    def __init__(self) -> None:
        self._wordings: list[Wording] = []
        self._places: list[dict[_Phrase, list[int]]] = []
        self._by_words: dict[_Phrase, list[int]] = defaultdict(list)
        self._by_phrase: dict[_Phrase, list[int]] = defaultdict(list)
        self._shortened_by_opening: dict[_Phrase, list[int]] = defaultdict(list)

    def find(self, wording: Wording, allowed: Callable[[int], bool]) -> int | None:
        """Number of the first text added that ``wording`` repeats and that is ``allowed``."""
        return next((number for number in self._candidates(wording) if allowed(number)), None)

    def add(self, wording: Wording) -> int:
        """Remember ``wording``; texts are numbered from 0 in the order of their adding."""
        number = len(self._wordings)
        self._wordings.append(wording)
        self._places.append({} if wording.is_shortened else _find_phrases(wording.words))
        _append(self._by_words[wording.words], number)
        for phrase in self._places[number]:
            _append(self._by_phrase[phrase], number)
        if wording.is_shortened and not wording.starts_cut and wording.stretches:
            _append(self._shortened_by_opening[_opening(wording)], number)
        return number

    def _candidates(self, wording: Wording) -> list[int]:
        if not wording.words:
            return []
        found = set(self._by_words.get(wording.words, ()))
        opening = _opening(wording)
        if wording.is_shortened:
            for number in self._by_phrase.get(opening, ()):
                if _is_cut_from(wording, self._wordings[number].words, self._places[number]):
                    found.add(number)
        elif opening in self._shortened_by_opening:
            places = _find_phrases(wording.words)
            for number in self._shortened_by_opening[opening]:
                if _is_cut_from(self._wordings[number], wording.words, places):
                    found.add(number)
        return sorted(found)


def _append(items: list[_Item], item: _Item) -> None:
    if len(items) < MAX_CANDIDATES:
        items.append(item)


def _opening(wording: Wording) -> _Phrase:
    return wording.stretches[0][:MIN_WORDS_OF_STRETCH]


def _find_phrases(words: _Phrase) -> dict[_Phrase, list[int]]:
    """Where each run of `MIN_WORDS_OF_STRETCH` words begins in ``words``."""
    places: dict[_Phrase, list[int]] = defaultdict(list)
    for at in range(len(words) - MIN_WORDS_OF_STRETCH + 1):
        _append(places[words[at : at + MIN_WORDS_OF_STRETCH]], at)
    return dict(places)


def _is_cut_from(wording: Wording, words: _Phrase, places: dict[_Phrase, list[int]]) -> bool:
    """Whether ``words``, with the ``places`` of its phrases, is what ``wording`` was cut from."""
    *stretches, tail = wording.stretches
    if not wording.ends_cut:
        stretches.append(tail)
    reach = agreeing = 0
    for number, stretch in enumerate(stretches):
        anywhere = number > 0 or wording.starts_cut
        place = _find(stretch, words, places, reach) if anywhere else 0
        if place is None or words[place : place + len(stretch)] != stretch:
            return False
        reach = place + len(stretch)
        agreeing += len(stretch)
    if not wording.ends_cut:
        return True
    return _begins_alike(
        tail, words, places, reach, agreeing, anywhere=agreeing > 0 or wording.starts_cut
    )


def _find(
    stretch: _Phrase, words: _Phrase, places: dict[_Phrase, list[int]], start: int
) -> int | None:
    """Where ``stretch`` stands in ``words`` from ``start`` on."""
    for at in places.get(stretch[:MIN_WORDS_OF_STRETCH], ()):
        if at >= start and words[at : at + len(stretch)] == stretch:
            return at
    return None


def _begins_alike(
    tail: _Phrase,
    words: _Phrase,
    places: dict[_Phrase, list[int]],
    reach: int,
    agreeing: int,
    *,
    anywhere: bool,
) -> bool:
    """Whether the words before the break agree, the last as far as it goes.

    A last word that is another, or a last stretch too short to be found, does not count against
    it where `MIN_WORDS_BEFORE_CHANGE` words agree.
    """
    for at in places.get(tail[:MIN_WORDS_OF_STRETCH], ()) if anywhere else (0,):
        end = at + len(tail) - 1
        if at < reach or words[at:end] != tail[:-1]:
            continue
        if end < len(words) and words[end].startswith(tail[-1]):
            return agreeing + len(tail) >= MIN_WORDS_AGREEING
        if agreeing + len(tail) > MIN_WORDS_BEFORE_CHANGE:
            return True
    return len(tail) <= MIN_WORDS_OF_STRETCH and agreeing >= MIN_WORDS_BEFORE_CHANGE
