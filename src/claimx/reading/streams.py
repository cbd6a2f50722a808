"""Byte streams that can be looked into, and that never give more than they should."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, cast

from claimx.reading.failures import CompressionError, TextTooLongError

if TYPE_CHECKING:
    from lzma import LZMADecompressor

# The most of a line that is looked at to tell what an input is.
_LONGEST_LOOK = 65_536
_LINES_LOOKED_AT = 3
# What a line of records begins with tells enough.
_RECORD = re.compile(rb"\s*\{\s*\"")
# Text shrinks to a tenth, records that repeat their names to a fiftieth, bombs to a thousandth.
HIGHEST_RATIO = 250
_UNPACKED_WITHOUT_QUESTION = 32_000_000
# Memory that a packed file may ask for, in bytes: what `xz -9` needs and `zstd --long` as well.
_LARGEST_WINDOW = 2**27

_MAGIC = {
    b"\x1f\x8b": "gzip",
    b"BZh": "bzip2",
    b"\xfd7zXZ\x00": "xz",
    b"\x28\xb5\x2f\xfd": "zstd",
}
COMPRESSED_SUFFIXES = {".gz": "gzip", ".bz2": "bzip2", ".xz": "xz", ".zst": "zstd"}


def look_ahead(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first lines of a stream, and the stream as if nothing had been taken from it.

    No more lines are waited for than it takes: a pipe may give a record a second.
    """
    start = b""
    for _ in range(_LINES_LOOKED_AT):
        line = stream.readline(_LONGEST_LOOK - len(start))
        start += line
        if not line or len(start) >= _LONGEST_LOOK or _RECORD.match(start):
            break
    return start, cast("BinaryIO", io.BufferedReader(_Rewound(start, stream)))


def find_compression(start: bytes) -> str | None:
    """The name of the compression that the first bytes announce, None where there is none."""
    return next((name for magic, name in _MAGIC.items() if start.startswith(magic)), None)


def unpack(stream: BinaryIO, compression: str, path: str) -> BinaryIO:
    """The bytes behind a compression; reading them raises an `InputError` where that goes wrong.

    Raises:
        CompressionError: Where the library that unpacks it is not installed.
    """
    counted = _Counted(stream)
    packed = cast("BinaryIO", io.BufferedReader(counted))
    unpacked = _OPENERS[compression](packed, path)
    return cast("BinaryIO", io.BufferedReader(_Unpacked(unpacked, counted, compression, path)))


def read_bounded(stream: BinaryIO, limit: int, path: str, advice: str) -> bytes:
    """All bytes of a stream.

    Raises:
        TextTooLongError: Where there are more than ``limit``, with ``advice`` on the way out.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise TextTooLongError(path, f"{path} has more than {limit:,} bytes: {advice}")
    return data


class _Rewound(io.RawIOBase):
    """Bytes that were taken from a stream, and then the rest of it."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._start, self._rest = start, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = len(buffer)
        if self._start:
            data, self._start = self._start[:size], self._start[size:]
        else:
            # What is there now, where the stream can tell: lines of a pipe are not waited for.
            read = getattr(self._rest, "read1", self._rest.read)
            data = read(size)
        buffer[: len(data)] = data
        return len(data)


class _Counted(io.RawIOBase):
    """A stream that knows how many bytes were taken from it."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.taken += len(data)
        return len(data)


class _Unpacked(io.RawIOBase):
    """What a decompressor gives, as long as it stays in proportion to what it was given."""

    def __init__(self, stream: BinaryIO, counted: _Counted, compression: str, path: str) -> None:
        super().__init__()
        self._stream, self._counted = stream, counted
        self._compression, self._path = compression, path
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._stream.read(len(buffer))
        except OSError as error:
            if error.errno is not None:
                raise
            raise self._damaged() from error
        except Exception as error:  # each library has errors of its own
            raise self._damaged() from error
        self._given += len(data)
        ratio = self._given // max(self._counted.taken, 1)
        if self._given > _UNPACKED_WITHOUT_QUESTION and ratio > HIGHEST_RATIO:
            raise CompressionError(
                self._path,
                f"{self._path} unpacks to {ratio:,} times its size, more than the limit of "
                f"{HIGHEST_RATIO}: unpack it yourself if it is to be trusted",
            )
        buffer[: len(data)] = data
        return len(data)

    def _damaged(self) -> CompressionError:
        return CompressionError(
            self._path,
            f"{self._path} is damaged or no {self._compression} file: unpack it to see what it is",
        )


class _Lzma(io.RawIOBase):
    """What a decompressor of the standard library gives, within the memory that it was allowed."""

    def __init__(self, stream: BinaryIO, decompressor: LZMADecompressor) -> None:
        super().__init__()
        self._stream, self._decompressor = stream, decompressor

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = b""
        while not data and not self._decompressor.eof:
            packed = self._stream.read(65_536) if self._decompressor.needs_input else b""
            if not packed and self._decompressor.needs_input:
                raise EOFError("the stream ends in the middle")
            data = self._decompressor.decompress(packed, len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _open_gzip(stream: BinaryIO, path: str) -> BinaryIO:
    import gzip

    return cast("BinaryIO", gzip.GzipFile(fileobj=stream))


def _open_bzip2(stream: BinaryIO, path: str) -> BinaryIO:
    import bz2

    return cast("BinaryIO", bz2.BZ2File(stream))


def _open_xz(stream: BinaryIO, path: str) -> BinaryIO:
    import lzma

    # A header of a few bytes may ask for gigabytes.
    decompressor = lzma.LZMADecompressor(memlimit=_LARGEST_WINDOW)
    return cast("BinaryIO", io.BufferedReader(_Lzma(stream, decompressor)))


def _open_zstd(stream: BinaryIO, path: str) -> BinaryIO:
    try:
        import zstandard
    except ImportError:
        raise CompressionError(
            path, f"{path} is packed by zstd: pip install 'claimx[zst]' to read it"
        ) from None
    limited = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW)
    return cast("BinaryIO", limited.stream_reader(stream, read_across_frames=True))


_OPENERS: dict[str, Callable[[BinaryIO, str], BinaryIO]] = {
    "gzip": _open_gzip,
    "bzip2": _open_bzip2,
    "xz": _open_xz,
    "zstd": _open_zstd,
}
