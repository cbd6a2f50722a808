"""Sources of quotations: their words, indexed for the quotations that are looked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from claimx.checks.places import Locator
from claimx.checks.wording import Word, forms_of, words_of

if TYPE_CHECKING:
    from claimx.article import Article

# As many words are looked for together.
GRAM = 3
_SENTENCE_END = re.compile(r"[.!?\n]")
Gram = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """What a source attributes to somebody: half-open code points of its text."""

    start: int
    end: int
    speakers: tuple[str, ...]


@dataclass(frozen=True)
class SourceText:
    """A source.

    Attributes:
        path: As the user gave it.
        text: All of it.
        passages: What it attributes, where it was analysed.
        forms: Its words without marks and case, in order.
    """

    path: str
    text: str
    passages: tuple[Passage, ...] = ()
    forms: tuple[str, ...] = field(default=(), repr=False)

    # Asked of the few sources alone that have words of a quotation.
    @cached_property
    def _words(self) -> list[Word]:
        return words_of(self.text)

    @cached_property
    def _locator(self) -> Locator:
        return Locator(self.path, self.text, "file")

    def describe(self, word: int) -> str:
        """Where the ``word``-th word stands, as ``path:line``."""
        start = self._words[word].start
        return f"{self.path}:{self._locator.line_of(start)}"

    def words_from(self, first: int, last: int) -> str:
        """The text from the word ``first`` to that before ``last``, on one line."""
        words = self._words
        return " ".join(self.text[words[first].start : words[last - 1].end].split())

    def sentence_end(self, first: int, last: int) -> int:
        """The first word from ``first`` to ``last`` before which a sentence ends, else ``last``."""
        return next((word for word in range(first, last) if self._ends_before(word)), last)

    def sentence_start(self, last: int, first: int) -> int:
        """The last word from ``first`` to ``last`` before which a sentence ends, else ``first``."""
        ends = (word for word in range(last, first, -1) if self._ends_before(word))
        return next(ends, first)

    def _ends_before(self, word: int) -> bool:
        words = self._words
        if not 0 < word < len(words):
            return True
        return _SENTENCE_END.search(self.text, words[word - 1].end, words[word].start) is not None

    def speakers_of(self, word: int, last: int) -> tuple[str, ...]:
        """The speakers of the words from ``word`` to ``last``; innermost passage first."""
        start, end = self._words[word].start, self._words[last].end
        around = [item for item in self.passages if item.start <= start and end <= item.end]
        around.sort(key=lambda item: item.end - item.start)
        return tuple(name for item in around for name in item.speakers)


def source_text(path: str, text: str, article: Article | None = None) -> SourceText:
    """A source from its text, with what its record attributes where there is one."""
    passages: list[Passage] = []
    if article is not None:
        names = {speaker.id: speaker.name for speaker in article.speakers}
        for claim in article.claims:
            speakers = claim.source.speakers if claim.source else []
            said = tuple(names[identifier] for identifier in speakers)
            passages += [
                Passage(span.start, span.end, said) for span in claim.content.spans if said
            ]
    return SourceText(path, text, tuple(passages), tuple(forms_of(text)))


def find_grams(
    sources: Sequence[SourceText], wanted: frozenset[Gram]
) -> dict[Gram, list[tuple[int, int]]]:
    """Where the wanted runs of words stand: numbers of sources and of words in them.

    The time grows with the words of the sources, the memory with what is wanted alone.
    """
    found: dict[Gram, list[tuple[int, int]]] = defaultdict(list)
    for number, source in enumerate(sources):
        forms = source.forms
        for position, gram in enumerate(zip(forms, forms[1:], forms[2:], strict=False)):
            if gram in wanted:
                found[gram].append((number, position))
    return found


def grams_of(forms: Sequence[str]) -> Iterable[Gram]:
    """The runs of `GRAM` words, in order."""
    return (tuple(forms[i : i + GRAM]) for i in range(len(forms) - GRAM + 1))
