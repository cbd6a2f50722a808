"""The table of input formats, and reading a stream by it.

To add a format, write a file in ``formats/`` and name it here.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import BinaryIO

from claimx.article import Failure
from claimx.reading.decoding import decode_bytes, is_wide
from claimx.reading.failures import (
    CompressionError,
    EmptyTextError,
    InputError,
    UnsupportedFormatError,
)
from claimx.reading.formats import feeds, json_records, plain, refused, tables, web_page, word
from claimx.reading.raw_article import NOTHING_GIVEN, GivenMetadata, RawArticle, read_source
from claimx.reading.source import NO_OPTIONS, ReadingOptions, Source
from claimx.reading.streams import (
    COMPRESSED_SUFFIXES,
    find_compression,
    look_ahead,
    read_bounded,
    unpack,
)

_LONGEST_WIDE = 64_000_000

Read = Callable[[BinaryIO, str, ReadingOptions], Iterator[Source | Failure | InputError]]


@dataclass(frozen=True, slots=True)
class Reader:
    """A format of inputs.

    Attributes:
        name: What ``--from`` calls it.
        suffixes: Of the files that are in this format.
        media_types: Of its content.
        sniff: Whether the first bytes are those of the format; None where nothing tells it.
        read: The articles of a stream that the user calls by the name given second. It raises an
            `InputError` for the whole input and yields one for an article of several.
        holds_many: Whether an input is expected to hold several articles.
    """

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    sniff: Callable[[bytes], bool] | None
    read: Read
    holds_many: bool = False


# In the order in which they are asked whether an input of unknown format is theirs.
READERS = (
    Reader(
        "docx",
        (".docx",),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        word.looks_like_word,
        word.read_word,
    ),
    Reader(
        "pdf",
        (".pdf", ".rtf", ".doc", ".odt", ".epub", ".xlsx", ".parquet", ".zip", ".7z"),
        ("application/pdf", "application/rtf", "application/msword", "application/zip"),
        refused.is_refused,
        refused.refuse,
    ),
    Reader(
        "feed",
        (".rss", ".atom", ".xml", ".rdf"),
        ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml"),
        feeds.looks_like_feed,
        feeds.read_feed,
        holds_many=True,
    ),
    Reader(
        "html",
        (".html", ".htm", ".xhtml"),
        ("text/html", "application/xhtml+xml"),
        web_page.looks_like_page,
        web_page.read_page,
    ),
    Reader(
        "jsonl",
        (".jsonl", ".ndjson"),
        ("application/jsonl", "application/x-ndjson"),
        lambda start: json_records.looks_like_json(start) and json_records.looks_like_lines(start),
        json_records.read_json_lines,
        holds_many=True,
    ),
    Reader(
        "json",
        (".json",),
        ("application/json",),
        json_records.looks_like_json,
        json_records.read_json,
    ),
    Reader(
        "csv",
        (".csv", ".tsv", ".tab"),
        ("text/csv", "text/tab-separated-values"),
        tables.looks_like_table,
        tables.read_table,
        holds_many=True,
    ),
    Reader(
        "text",
        (".txt", ".text", ".md", ".markdown"),
        ("text/plain", "text/markdown"),
        None,
        plain.read_text,
    ),
)
BY_NAME = {reader.name: reader for reader in READERS}
BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.suffixes}
# What a folder is searched for: formats that are read, packed or not.
ARTICLE_SUFFIXES = frozenset(
    suffix for reader in READERS if reader.name != "pdf" for suffix in reader.suffixes
)


def find_suffix_reader(path: str) -> Reader | None:
    """The reader of a file's name, ``.gz`` and the like aside; None where the name tells none."""
    return BY_SUFFIX.get(_find_suffix(path))


def is_article_name(path: str) -> bool:
    """Whether a file of a folder is read: its suffix is that of a format that claimx reads."""
    return _find_suffix(path) in ARTICLE_SUFFIXES


def holds_many(path: str) -> bool:
    """Whether the name of a file says that it holds several articles."""
    reader = find_suffix_reader(path)
    return reader is not None and reader.holds_many


def read_stream(
    stream: BinaryIO,
    path: str,
    *,
    given: GivenMetadata = NOTHING_GIVEN,
    options: ReadingOptions = NO_OPTIONS,
    name: str | None = None,
) -> Iterator[RawArticle | Failure]:
    """Read the articles of a stream, packed or not.

    The reader is that which ``options`` name, else that of the suffix, else the one that knows the
    first bytes for its own, else the one of plain text. Text that turns out to be another format is
    read as what it is.

    Args:
        path: The input as the user named it.
        name: The name of the file, for its suffix; None where there is none.

    Yields:
        An article, or the failure that stands for one or for the whole input.
    """
    try:
        for source in _read_sources(stream, path, options, name or ""):
            if isinstance(source, Failure):
                yield source
            elif isinstance(source, InputError):
                yield source.to_failure()
            else:
                yield _finish(source, given)
    except InputError as error:
        yield error.to_failure()


def _finish(source: Source, given: GivenMetadata) -> RawArticle | Failure:
    try:
        return read_source(source, given=given)
    except InputError as error:
        return error.to_failure()


def _read_sources(
    stream: BinaryIO, path: str, options: ReadingOptions, name: str
) -> Iterator[Source | Failure | InputError]:
    start, stream = look_ahead(stream)
    if not start:
        raise EmptyTextError(path, f"{path} is empty: give the text of an article")
    if compression := find_compression(start):
        start, stream = look_ahead(unpack(stream, compression, path))
        if find_compression(start):
            raise CompressionError(path, f"{path} is packed twice: unpack it, and give the result")
        if start[257:262] == b"ustar":
            raise UnsupportedFormatError(
                path, f"{path} is an archive: unpack it and give the folder"
            )
    warnings: tuple[str, ...] = ()
    if is_wide(start):
        start, stream, warnings = _narrow(stream, path)
    reader = choose_reader(start, name, options.reader)
    for source in reader.read(stream, path, options):
        if isinstance(source, Source) and warnings:
            yield replace(source, warnings=(*warnings, *source.warnings))
        else:
            yield source


def _narrow(stream: BinaryIO, path: str) -> tuple[bytes, BinaryIO, tuple[str, ...]]:
    """UTF-16 and UTF-32, as spreadsheets write them, in UTF-8: every reader knows that."""
    advice = "save it as UTF-8, which is read piece by piece"
    text, warnings = decode_bytes(read_bounded(stream, _LONGEST_WIDE, path, advice), path)
    start, narrow = look_ahead(io.BytesIO(text.encode("utf-8", errors="replace")))
    return start, narrow, tuple(warnings)


def choose_reader(start: bytes, name: str, wanted: str | None = None) -> Reader:
    """The reader of an input.

    Args:
        start: Its first bytes, unpacked.
        name: Its name, for the suffix.
        wanted: The name of a reader that the user asks for.

    A suffix is believed unless the bytes are plainly those of another format.
    """
    if wanted is not None:
        return BY_NAME[wanted]
    sniffed = next((reader for reader in READERS if reader.sniff and reader.sniff(start)), None)
    named = find_suffix_reader(name)
    if named is None:
        return sniffed or BY_NAME["text"]
    if sniffed is None:
        # A .doc may well be plain text.
        return BY_NAME["text"] if named.name == "pdf" else named
    if sniffed is named:
        return named
    return named if _is_alike(named, sniffed) else sniffed


def _is_alike(named: Reader, sniffed: Reader) -> bool:
    """Whether a file of that name may begin like that: Markdown with a tag."""
    return (named.name, sniffed.name) in (("text", "html"), ("json", "jsonl"), ("jsonl", "json"))


def _find_suffix(path: str) -> str:
    pure = PurePath(path.lower())
    return PurePath(pure.stem).suffix if pure.suffix in COMPRESSED_SUFFIXES else pure.suffix
