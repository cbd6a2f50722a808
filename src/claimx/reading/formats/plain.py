"""Text and Markdown: one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from claimx.reading.decoding import decode_bytes
from claimx.reading.limits import MAXIMUM_LENGTH, check_text
from claimx.reading.source import ReadingOptions, Source
from claimx.reading.streams import read_bounded

# No encoding takes more bytes for a code point.
_MAXIMUM_BYTES = 4 * MAXIMUM_LENGTH + 4


def read_text(stream: BinaryIO, path: str, options: ReadingOptions) -> Iterator[Source]:
    """Read the whole input as the text of one article.

    Raises:
        InputError: Where it is empty, too long or no text.
    """
    advice = f"the limit is {MAXIMUM_LENGTH:,} characters, split it into its articles"
    data = read_bounded(stream, _MAXIMUM_BYTES, path, advice)
    text, warnings = decode_bytes(data, path)
    check_text(text, path)
    yield Source(text, path, warnings=tuple(warnings))
