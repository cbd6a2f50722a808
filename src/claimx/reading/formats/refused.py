"""Formats that hold text but are not read: one sentence says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from claimx.reading.failures import UnsupportedFormatError
from claimx.reading.source import ReadingOptions, Source

# Name, what begins such a file, and the way out.
_REFUSED = (
    ("a PDF", (b"%PDF-",), "take its text out first (pdftotext FILE.pdf), and give that"),
    ("RTF", (b"{\\rtf",), "save it as .docx or as plain text"),
    ("an old Word document", (b"\xd0\xcf\x11\xe0",), "save it as .docx or as plain text"),
    ("an archive", (b"PK\x03\x04", b"7z\xbc\xaf", b"Rar!"), "unpack it and give what is in it"),
    ("PostScript", (b"%!PS",), "give the text of the article"),
    ("a picture", (b"\x89PNG", b"\xff\xd8\xff", b"GIF8"), "give the text of the article"),
    ("a Parquet file", (b"PAR1",), "write JSON Lines or CSV from it"),
)


def is_refused(start: bytes) -> bool:
    """Whether the first bytes are those of a format that is known but not read."""
    return any(start.startswith(magic) for _, magics, _ in _REFUSED for magic in magics)


def refuse(stream: BinaryIO, path: str, options: ReadingOptions) -> Iterator[Source]:
    """Say what the input is and what to do.

    Raises:
        UnsupportedFormatError: Always.
    """
    start = stream.read(16)
    for name, magics, advice in _REFUSED:
        if any(start.startswith(magic) for magic in magics):
            raise UnsupportedFormatError(path, f"{path} is {name}: {advice}")
    raise UnsupportedFormatError(path, f"{path} is a PDF or the like: give the text of the article")
    yield  # a reader is an iterator
