"""Cuts a stream of inputs into pieces that fit in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claimx.article import Failure

if TYPE_CHECKING:
    from claimx.reading import RawArticle


def split_into_chunks(
    inputs: Iterable[RawArticle | Failure], *, articles: int, characters: int
) -> Iterator[list[RawArticle | Failure]]:
    """Consecutive inputs, as many as both limits allow and at least one.

    Args:
        inputs: Read one at a time; no more than one chunk is held.
        articles: The most inputs in a chunk; a failure counts as one.
        characters: The most code points of text in a chunk of several inputs.
    """
    chunk: list[RawArticle | Failure] = []
    held = 0
    for item in inputs:
        size = 0 if isinstance(item, Failure) else len(item.text)
        if chunk and (len(chunk) == articles or held + size > characters):
            yield chunk
            chunk, held = [], 0
        chunk.append(item)
        held += size
    if chunk:
        yield chunk
