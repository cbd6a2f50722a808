"""WikiGold: Wikipedia sentences with PER, ORG, LOC and MISC in CoNLL columns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def read_sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Sentences as pairs (word, type), the type empty outside of entities.

    The corpus' IO tags do not part neighbouring entities of one type, nor does this reader.
    Lines that only mark the start of a document are left out.
    """
    sentence: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.rpartition(" ")
        if not word:
            if sentence:
                yield sentence
            sentence = []
        elif word != "-DOCSTART-":
            sentence.append((word, tag.partition("-")[2]))
    if sentence:
        yield sentence
