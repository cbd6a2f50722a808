"""Texts compared by their words: marks, white space and case do not count."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

_ELLIPSIS = re.compile(r"(?:\[\s*)?(?:…|\.\s?\.\s?\.(?:\s?\.)?)(?:\s*\])?")
_PIECE = re.compile(r"\w+(?:[.,'-]\w+)*|[$€£¥%]|\x1f")
_CUT = "\x1f"


@dataclass(frozen=True)
class Wording:
    """The words of a text.

    Attributes:
        stretches: Its words in lower case, divided where an ellipsis leaves something out.
        starts_cut: Whether an ellipsis opens it.
        ends_cut: Whether an ellipsis ends it, or the text breaks it off.
    """

    stretches: tuple[tuple[str, ...], ...]
    starts_cut: bool
    ends_cut: bool

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All the words, the ellipses left out."""
        return tuple(word for stretch in self.stretches for word in stretch)

    @property
    def is_shortened(self) -> bool:
        """Whether something is known to be left out of it."""
        return self.starts_cut or self.ends_cut or len(self.stretches) > 1


def read_wording(text: str, *, cut_off: bool = False) -> Wording:
    """The wording of ``text``; ``cut_off`` says that it is known to break off at its end.

    Quotation marks and other punctuation between words are dropped, apostrophes and hyphens in a
    word are written in one way, and letters are compared without case (Unicode casefolding).
    """
    text = unicodedata.normalize("NFKC", _ELLIPSIS.sub(_CUT, text))
    text = text.replace("’", "'").replace("‘", "'").replace("‑", "-").casefold()
    stretches: list[list[str]] = [[]]
    starts_cut = ends_cut = False
    for piece in _PIECE.findall(text):
        if piece == _CUT:
            starts_cut = starts_cut or not stretches[0]
            ends_cut = True
            if stretches[-1]:
                stretches.append([])
        else:
            ends_cut = False
            stretches[-1].append(piece)
    kept = tuple(tuple(stretch) for stretch in stretches if stretch)
    return Wording(kept, starts_cut, ends_cut or cut_off)
