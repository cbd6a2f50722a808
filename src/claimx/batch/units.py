"""A call's inputs as units of work: small enough to send to a worker, each in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, BinaryIO

from claimx.article import Failure
from claimx.listing import Listed, ListedFile

if TYPE_CHECKING:
    from claimx.batch.config import BatchConfig
    from claimx.reading import RawArticle


@dataclass(frozen=True, slots=True)
class Unit:
    """What one worker does in one go.

    Attributes:
        path: The input as the user named it.
        source: A file that the worker reads itself, or what has been read of it already.
        size: About how many characters it keeps in memory until it is done.
    """

    path: str
    source: Listed | RawArticle | Failure
    size: int = 0


@dataclass(frozen=True, slots=True)
class Shard:
    """One of ``count`` parts of a call's inputs, counted from 1.

    Which part an input belongs to depends on its name alone (the path below the folder that was
    named, or the name of a file and the number of its record), so that the parts can be worked on
    apart, on machines that have the folder in different places.
    """

    number: int = 1
    count: int = 1

    def holds(self, name: str) -> bool:
        """Whether the input of that name belongs to this part."""
        if self.count == 1:
            return True
        digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        return int.from_bytes(digest, "big") % self.count == self.number - 1


WHOLE = Shard()


def make_units(
    listed: Iterable[Listed],
    config: BatchConfig,
    *,
    shard: Shard = WHOLE,
    stdin: BinaryIO | None = None,
) -> Iterator[Unit]:
    """The units of work for ``listed``, in order, each as soon as it is known.

    A file with one article is read where it is worked on. What holds many, such as JSON Lines and
    standard input, is read here, a record at a time, so that all workers have a part in it.

    Args:
        listed: What `claimx.listing.list_inputs` gave.
        config: How to read.
        shard: The part of the inputs that is wanted.
        stdin: What ``-`` reads.
    """
    from claimx.reading.inputs import read_listed

    for item in listed:
        if not isinstance(item, ListedFile) or not _holds_many(item, config):
            if shard.holds(item.below):
                yield Unit(item.shown, item)
            continue
        for record in read_listed(item, given=config.given, options=config.reading, stdin=stdin):
            path = record.metadata.path or item.shown
            if shard.holds(item.below + path.removeprefix(item.shown)):
                size = 0 if isinstance(record, Failure) else len(record.text)
                yield Unit(path, record, size)


def _holds_many(item: ListedFile, config: BatchConfig) -> bool:
    """Whether a file may hold several articles, as far as its name and the options tell."""
    from claimx.reading.readers import BY_NAME, find_suffix_reader

    if item.path == "-":
        return True
    wanted = config.reading.reader
    reader = find_suffix_reader(item.path) if wanted is None else BY_NAME[wanted]
    return reader is None or reader.holds_many or reader.name == "json"
