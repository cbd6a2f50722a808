"""Other people's names in the sentences of a corpus, so that a fit learns what a name looks like.

A few heads of state make up much of the persons in old newswire. Replacing some of them leaves
their surroundings and the shape of a name to learn from, where the names themselves would be
learned by heart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random

from claimx_training.documents import TaggedWord


@dataclass(frozen=True, slots=True)
class NamePool:
    """Words that stand last in a person's name, and words that stand before them, sorted."""

    given: tuple[str, ...]
    family: tuple[str, ...]


def collect_names(documents: Iterable[Sequence[TaggedWord]]) -> NamePool:
    """The words of all persons' names of two or three words, each word once."""
    given: set[str] = set()
    family: set[str] = set()
    for words in documents:
        for start, end in find_persons(words):
            forms = [word.form for word in words[start:end]]
            if 2 <= len(forms) <= 3 and all(_is_plain(form) for form in forms):
                given.update(forms[:-1])
                family.add(forms[-1])
    return NamePool(tuple(sorted(given)), tuple(sorted(family)))


def replace_names(words: Sequence[TaggedWord], pool: NamePool, rng: Random) -> list[TaggedWord]:
    """The words with each part of a person's name replaced, the same part always by the same."""
    renamed = [replace(word) for word in words]
    chosen: dict[str, str] = {}
    for start, end in find_persons(words):
        for place in range(start, end):
            form = words[place].form
            if not _is_plain(form):
                continue
            if form not in chosen:
                names = pool.family if place == end - 1 else pool.given
                chosen[form] = rng.choice(names) if names else form
            renamed[place].form = chosen[form]
    return renamed


def find_persons(words: Sequence[TaggedWord]) -> list[tuple[int, int]]:
    """Half-open word offsets of the names of persons."""
    spans = []
    start = 0
    while start < len(words):
        end = start + 1
        if words[start].label == "PERSON":
            while (
                end < len(words) and words[end].label == "PERSON" and not words[end].starts_entity
            ):
                end += 1
            spans.append((start, end))
        start = end
    return spans


def _is_plain(form: str) -> bool:
    return len(form) > 2 and form[0].isupper() and form.isalpha() and not form.isupper()
