"""Joins the outputs of parts of a job: in the order of the whole, nothing doubled."""

from __future__ import annotations

import heapq
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from claimx.article import Article, Failure

Record = Article | Failure
_RECORD_NUMBER = re.compile(r"(.*):([0-9]+)", re.DOTALL)
_Key = tuple[tuple[str, ...], int]


def merge_records(
    parts: Sequence[Iterable[Record]], on_conflict: Callable[[str], None]
) -> Iterator[Record]:
    """The records of all parts, each part read as the result is taken.

    Where every part is in the order of names, as those of one folder or one file of records are,
    so is the whole: it is what one run over all would have given. The records of each part keep
    their order in any case. A record that several parts have is given once, and a failure not
    where another part has the article.

    Args:
        parts: One after the other as the user named them.
        on_conflict: Called with the name of an input of which two parts have different records,
            both of which are given.
    """
    numbered = (_number(place, part) for place, part in enumerate(parts))
    merged = heapq.merge(*numbered, key=lambda item: (_key_of(item[1]), item[0]))
    for _, group in groupby(merged, key=lambda item: _key_of(item[1])):
        yield from _settle(list(group), on_conflict)


def _number(place: int, part: Iterable[Record]) -> Iterator[tuple[int, Record]]:
    return ((place, record) for record in part)


def _key_of(record: Record) -> _Key:
    """By the parts of the path, then by the number of the record, as folders are read."""
    path = record.metadata.path or "-"
    match = _RECORD_NUMBER.fullmatch(path)
    name, number = (match[1], int(match[2])) if match else (path, 0)
    return tuple(name.split("/")), number


def _settle(
    group: list[tuple[int, Record]], on_conflict: Callable[[str], None]
) -> Iterator[Record]:
    """What of the records of one name is given."""
    if len({place for place, _ in group}) == 1:
        # A call may name a file twice.
        yield from (record for _, record in group)
        return
    articles: list[Record] = [r for _, r in group if isinstance(r, Article)]
    chosen = articles or [record for _, record in group]
    different = {record.to_json(): record for record in chosen}
    if len(different) > 1 and articles:
        on_conflict(chosen[0].metadata.path or "-")
    yield from different.values() if articles else list(different.values())[:1]
