"""Words as the pieces of an uncased WordPiece vocabulary, with what the pieces lose.

The words are spaCy's tokens, each split by itself, so that pieces and tokens are aligned by
construction, whatever the tokenizer made of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

PADDING, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
# Pieces that the pre-trained vocabulary left unused stand for what it never saw: white space.
BLANK_LINE, LINE_BREAK, SPACE = "[unused1]", "[unused2]", "[unused3]"
# A longer word is an address, a number or noise, known well enough by its beginning.
MAX_PIECES = 12
MAX_CHARACTERS = 100
_MAX_CACHED = 50_000


class LetterCase(IntEnum):
    """The letter case of a word, which an uncased vocabulary does not show."""

    NONE = 0
    LOWER = 1
    TITLE = 2
    UPPER = 3
    INITIAL = 4
    MIXED = 5


class SplitWord(NamedTuple):
    """A word's pieces (at least one) and its letter case."""

    pieces: tuple[int, ...]
    case: int


class WordPieces:
    """Splits words into pieces by longest match from the left (Wu et al., 2016).

    Args:
        vocabulary: The pieces, in the order of their ids.

    Raises:
        ValueError: If a special piece is missing in the vocabulary.
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.vocabulary = tuple(vocabulary)
        self._ids = {piece: number for number, piece in enumerate(self.vocabulary)}
        special = (PADDING, UNKNOWN, START, END, BLANK_LINE, LINE_BREAK, SPACE)
        missing = [piece for piece in special if piece not in self._ids]
        if missing:
            raise ValueError(f"the vocabulary of word pieces lacks {', '.join(missing)}")
        model = WordPiece(
            dict(self._ids), unk_token=UNKNOWN, max_input_chars_per_word=MAX_CHARACTERS
        )
        self._tokenizer = Tokenizer(model)
        self._tokenizer.normalizer = BertNormalizer(lowercase=True)
        self._tokenizer.pre_tokenizer = BertPreTokenizer()
        self._cache: dict[int, SplitWord] = {}

    def id_of(self, piece: str) -> int:
        """The id of a piece of the vocabulary."""
        return self._ids[piece]

    def split(self, word: str, key: int) -> SplitWord:
        """The pieces and the case of ``word``; ``key`` is its hash in a string store."""
        found = self._cache.get(key)
        if found is None:
            if len(self._cache) >= _MAX_CACHED:
                self._cache.clear()
            found = self._cache[key] = SplitWord(self._find_pieces(word), read_case(word))
        return found

    def _find_pieces(self, word: str) -> tuple[int, ...]:
        if word.isspace():
            breaks = word.count("\n") or word.count("\r") + word.count("\u2029") * 2
            piece = BLANK_LINE if breaks > 1 else LINE_BREAK if breaks else SPACE
            return (self._ids[piece],)
        # What is cut off here would have been cut off by the number of pieces anyhow.
        pieces = self._tokenizer.encode(word[: 10 * MAX_CHARACTERS], add_special_tokens=False).ids
        return tuple(pieces[:MAX_PIECES]) or (self._ids[UNKNOWN],)


def read_case(word: str) -> int:
    """The letter case of ``word``."""
    letters = [character for character in word if character.isalpha()]
    if not letters:
        return LetterCase.NONE
    upper = [character.isupper() for character in letters]
    if not any(upper):
        return LetterCase.LOWER
    if all(upper):
        return LetterCase.UPPER if len(letters) > 1 else LetterCase.INITIAL
    return LetterCase.TITLE if upper[0] and not any(upper[1:]) else LetterCase.MIXED
