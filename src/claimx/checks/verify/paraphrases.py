"""The passage of a source that a claim in the writer's own words is nearest to. No verdict."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.checks.verify.sources import SourceText
from claimx.checks.wording import forms_of

if TYPE_CHECKING:
    from claimx.article import Article

# Words of a source that are weighed together; a passage may lie over the limit of two such cells.
_CELL = 30
# Of the weight of a claim's words, the least that a passage must share to be named.
_LEAST_SHARE = 0.3
_FEWEST_WORDS = 4
_REPORTED = ("speech", "writing")


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """A claim in the writer's own words: half-open code points of the draft, words, confidence."""

    start: int
    end: int
    forms: tuple[str, ...]
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Nearest:
    """A passage of a source.

    Attributes:
        place: ``path:line``.
        text: Its sentence.
        share: Of the weight of the claim's words, what the passage has, 0 to 1.
    """

    place: str
    text: str
    share: float


def paraphrases_in(article: Article) -> Iterator[Paraphrase]:
    """What an article reports in its own words that somebody said or wrote, in text order."""
    for claim in article.claims:
        if claim.directness != "indirect" or claim.cue is None or claim.cue.kind not in _REPORTED:
            continue
        forms = tuple(forms_of(claim.content.text))
        if len(forms) >= _FEWEST_WORDS:
            spans = claim.content.spans
            yield Paraphrase(spans[0].start, spans[-1].end, forms, claim.confidence)


class PassageFinder:
    """Finds passages by the words that they share, rare words counting for more (tf-idf's idf).

    The time grows with the words of the sources, the memory with those that the paraphrases have.
    """

    def __init__(self, sources: Sequence[SourceText], paraphrases: Iterable[Paraphrase]) -> None:
        self._sources = sources
        wanted = {form for paraphrase in paraphrases for form in paraphrase.forms}
        self._cells: dict[str, set[tuple[int, int]]] = defaultdict(set)
        cells = 1
        for number, source in enumerate(sources):
            cells += len(source.forms) // _CELL + 1
            for position, form in enumerate(source.forms):
                if form in wanted:
                    self._cells[form].add((number, position // _CELL))
        self._weights = {
            form: math.log(1 + cells / (1 + len(self._cells[form]))) for form in wanted
        }

    def find(self, paraphrase: Paraphrase) -> Nearest | None:
        """The nearest passage; None where none shares enough of the claim's words."""
        forms = set(paraphrase.forms)
        whole = sum(self._weights[form] for form in forms)
        shares: Counter[tuple[int, int]] = Counter()
        for form in forms:
            source_cells = self._cells[form]
            for number, cell in source_cells | {(n, c - 1) for n, c in source_cells if c}:
                shares[number, cell] += self._weights[form]  # type: ignore[assignment]
        if whole <= 0 or not shares:
            return None
        best = min(shares, key=lambda key: (-shares[key], key))
        number, first, last, weight = self._best_sentence(best, forms)
        if weight < _LEAST_SHARE * whole:
            return None
        source = self._sources[number]
        return Nearest(source.describe(first), source.words_from(first, last), weight / whole)

    def _best_sentence(
        self, place: tuple[int, int], forms: set[str]
    ) -> tuple[int, int, int, float]:
        """Source, first word, the word after the last, and weight of the nearest sentence."""
        number, cell = place
        source = self._sources[number]
        position, stop = cell * _CELL, min((cell + 2) * _CELL, len(source.forms))
        first = source.sentence_start(position, max(0, position - _CELL))
        found = []
        while first < stop:
            last = source.sentence_end(first + 1, min(first + 2 * _CELL, len(source.forms)))
            shared = forms & set(source.forms[first:last])
            found.append((sum(self._weights[form] for form in shared), first, last))
            first = last
        weight, first, last = max(found, key=lambda item: (item[0], -item[1]))
        return number, first, last, weight
