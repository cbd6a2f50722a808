"""Raw text from the words of a corpus that does not keep white space."""

from __future__ import annotations

from claimx.evaluation.patterns import (
    CLOSING_MARKS,
    NO_SPACE_AFTER,
    NO_SPACE_BEFORE,
    OPENING_MARKS,
    PENN_MARKS,
    STRAIGHT_MARKS,
)
from claimx.evaluation.standards import Offsets

PARAGRAPH = "\n\n"
SENTENCE = " "


class TextBuilder:
    """Joins words as English is written.

    Straight double marks open and close in turn, anew in each paragraph; a straight single mark
    belongs to the word before it unless it is said to open.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._pending = ""
        self._is_glued = True
        self._is_inside_marks = False

    def start_paragraph(self) -> None:
        """Let a blank line go before the next word."""
        self._pending = PARAGRAPH
        self._is_inside_marks = False

    def start_sentence(self) -> None:
        """Let at least a space go before the next word."""
        self._pending = self._pending or SENTENCE

    def add(self, word: str, *, is_glued: bool = False, opens: bool = False) -> Offsets:
        """Put a word after what is there; its half-open offsets in the text.

        Args:
            word: Without white space at its edges. The Penn Treebank's double marks become
                straight ones, as they were.
            is_glued: Whether it is known that nothing stands between it and the word before.
            opens: Whether the word is known to be an opening quotation mark.
        """
        opens = opens or word in OPENING_MARKS
        closes = word in NO_SPACE_BEFORE or word in CLOSING_MARKS
        if word in PENN_MARKS:
            word = PENN_MARKS[word]
        elif word in STRAIGHT_MARKS:
            closes = self._is_inside_marks and not opens
            opens = not closes
            self._is_inside_marks = opens
        if not self._length:
            space = ""
        elif self._pending:
            space = self._pending
        else:
            space = "" if is_glued or self._is_glued or (closes and not opens) else " "
        start = self._length + len(space)
        self._parts += (space, word)
        self._length = start + len(word)
        self._pending = ""
        self._is_glued = opens or word in NO_SPACE_AFTER
        return start, self._length

    @property
    def text(self) -> str:
        """All that was added so far."""
        return "".join(self._parts)


def join_offsets(spans: list[Offsets]) -> Offsets:
    """From the first character of all to the last."""
    return min(start for start, _ in spans), max(end for _, end in spans)
