"""Documents of Word (``.docx``), by mammoth."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from claimx.reading.failures import BadRecordError, CompressionError, MissingExtraError
from claimx.reading.limits import check_text
from claimx.reading.markup import read_fragment
from claimx.reading.source import Block, ReadingOptions, Source
from claimx.reading.streams import HIGHEST_RATIO, read_bounded

_LARGEST_FILE = 64_000_000
_LARGEST_XML = 100_000_000


def looks_like_word(start: bytes) -> bool:
    """Whether the first bytes are those of a ZIP archive with the parts of such a document."""
    return start.startswith(b"PK\x03\x04") and (
        b"[Content_Types].xml" in start[:2_000] or b"word/" in start
    )


def read_word(stream: BinaryIO, path: str, options: ReadingOptions) -> Iterator[Source]:
    """Read the paragraphs of a document, with its headings and lists; pictures are left out.

    Raises:
        InputError: Where mammoth is not installed, or the document is damaged, empty or too large.
    """
    data = read_bounded(stream, _LARGEST_FILE, path, "save the text of the article alone")
    _check_archive(data, path)
    try:
        import mammoth
    except ImportError:
        raise MissingExtraError(
            path, f"{path} is a Word document: pip install 'claimx[docx]' to read it"
        ) from None
    try:
        source = mammoth.convert_to_html(
            io.BytesIO(data), convert_image=mammoth.images.img_element(lambda image: {"src": ""})
        ).value
    except Exception as error:  # of its XML parser and its own, none of them documented
        raise BadRecordError(
            path, f"{path} is a damaged Word document: save it anew, or as plain text"
        ) from error
    text, blocks = read_fragment(source)
    check_text(text, path)
    yield Source(text, path, {"text_from": "Word document, by mammoth"}, _name_headline(blocks))


def _name_headline(blocks: tuple[Block, ...]) -> tuple[Block, ...] | None:
    """The layout; None where the document has but paragraphs, so that the text has to tell it."""
    if all(block.kind is None for block in blocks):
        return None
    return blocks


def _check_archive(data: bytes, path: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            size = sum(
                info.file_size for info in archive.infolist() if info.filename.endswith("ml")
            )
    except (zipfile.BadZipFile, ValueError, OSError):
        raise CompressionError(path, f"{path} is a damaged archive: save it anew") from None
    if "word/document.xml" not in names:
        raise CompressionError(
            path, f"{path} is an archive and no Word document: unpack it and give what is in it"
        )
    if size > _LARGEST_XML or size > HIGHEST_RATIO * max(len(data), 1):
        raise CompressionError(
            path, f"{path} unpacks to {size:,} bytes: save the text of the article alone"
        )
