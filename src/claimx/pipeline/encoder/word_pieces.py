"""Words as the pieces of an uncased WordPiece vocabulary, with what the pieces lose.

The words are spaCy's tokens, each split by itself, so that pieces and tokens are aligned by
construction, whatever the tokenizer made of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

PADDING, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
# A piece that the pre-trained vocabulary left unused stands between two paragraphs.
BLANK_LINE = "[unused1]"
# Marks that are typed in several ways are one piece; whether one opens or closes is embedded apart.
_PLAIN_MARKS = str.maketrans(
    {**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛`´", "'"), "‒": "–", "―": "—"}
)
# A longer word is an address, a number or noise, known well enough by its beginning.
MAX_PIECES = 12
MAX_CHARACTERS = 100
_MAX_CACHED = 50_000
# Without case it would be the pronoun, whose vector outweighs that of the capitals.
_SPELT_OUT = {"US": "U.S."}
_DOUBLED_MARK = re.compile("''")


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
        special = (PADDING, UNKNOWN, START, END, BLANK_LINE)
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
        word = _SPELT_OUT.get(word, word)
        word = _DOUBLED_MARK.sub('"', word.translate(_PLAIN_MARKS))
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
