"""The one reader of noun phrases: where each begins and what heads it.

It reads tags more than the parse, since a wrong tag spoils one phrase and a wrong arc its
neighbours too; names are taken whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.attrs import SENT_START, TAG
from spacy.tokens import Doc

from claimx.lang.en.nouns import group_nouns

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PREMODIFIERS = frozenset(
    {"DT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "PRP$", "VBN", "HYPH", "POS"}
)
_OPENERS = frozenset({"DT", "PRP$"})
_BEFORE_OPENERS = frozenset({"PDT", "CD"})
_LONGEST = 12


class Columns(NamedTuple):
    """What the pipeline says of each token, taken from the Doc once.

    Attributes:
        tags: The fine-grained tag.
        opens: Whether a sentence begins.
        names: Number of the name that holds the token, -1 outside of names.
    """

    tags: list[str]
    opens: list[bool]
    names: list[int]


def read_columns(doc: Doc, names: Sequence[tuple[int, int]]) -> Columns:
    """The columns of ``doc``.

    Args:
        doc: The article, tagged and cut into sentences.
        names: Half-open token offsets of the names.
    """
    array = doc.to_array([TAG, SENT_START])
    strings = doc.vocab.strings
    known = {int(key): strings[int(key)] for key in set(array[:, 0].tolist()) if key}
    inside = [-1] * len(doc)
    for number, (start, end) in enumerate(names):
        inside[start:end] = [number] * (end - start)
    return Columns(
        tags=[known.get(key, "") for key in array[:, 0].tolist()],
        opens=(array[:, 1] == 1).tolist(),
        names=inside,
    )


def read_noun_phrases(
    doc: Doc, columns: Columns, names: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The first token and the head of each noun phrase that is not a name, in text order."""
    groups = group_nouns()
    for head, tag in enumerate(columns.tags):
        if columns.names[head] >= 0:
            continue
        is_noun = tag in _NOUNS or (tag in ("CD", "DT", "JJ") and doc[head].lower_ in groups)
        is_noun = is_noun or (tag == "DT" and _is_before_modifier(columns, head + 1))
        if is_noun and not _goes_on(columns, head + 1):
            yield find_phrase_start(columns, names, head), head


def _is_before_modifier(columns: Columns, place: int) -> bool:
    """Whether a determiner stands alone before what says who is meant: "*those* who left"."""
    return place < len(columns.tags) and columns.tags[place] in ("WP", "VBN")


def _goes_on(columns: Columns, place: int) -> bool:
    """Whether the noun phrase goes on at ``place``, so that the word before was no head."""
    if place >= len(columns.tags) or columns.opens[place]:
        return False
    if columns.names[place] >= 0:
        # A noun before a name is its title, unless a phrase closes there ("the mayor Tarn chose").
        return True
    return columns.tags[place] in _NOUNS or columns.tags[place] == "HYPH"


def find_phrase_start(columns: Columns, names: Sequence[tuple[int, int]], head: int) -> int:
    """The first token of the noun phrase that ends with ``head``.

    A name in it is taken whole, whatever its words ("a Club for Growth donor").
    """
    tags, start = columns.tags, head
    while start > 0 and head - start < _LONGEST and not columns.opens[start]:
        before = start - 1
        if tags[before] not in _PREMODIFIERS:
            break
        name = columns.names[before]
        start = before if name < 0 else min(names[name][0], before)
        is_first = tags[before] in _OPENERS and name < 0
        if is_first and not (start > 0 and tags[start - 1] in _BEFORE_OPENERS):
            break
    while start < head and tags[start] == "POS":
        start += 1
    return start
