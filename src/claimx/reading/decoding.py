"""Bytes to text: byte order marks, UTF-8, and what charset-normalizer finds."""

from __future__ import annotations

import codecs

from claimx.reading.failures import BinaryFileError, UndecodableFileError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What English text that is not in Unicode is nearly always written in, and the bytes that tell
# the two apart: curly marks and dashes, then accented small letters.
_ENGLISH_ENCODINGS = ["cp1252", "mac_roman"]
_BYTES_OF_CP1252 = frozenset(range(0x91, 0x98)) | {0x85} | frozenset(range(0xE0, 0x100))
_BYTES_OF_MAC_ROMAN = frozenset(range(0xD0, 0xD6)) | {0xC9} | frozenset(range(0x80, 0x91))
_NOT_IN_CP1252 = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})
# Text with more beyond ASCII than this is no English in an old encoding.
_BEYOND_SHARE = 0.03
_CONTROL_BYTES = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b")
_CONTROL_SHARE = 0.1
_WIDE_HEAD = 400  # bytes, a multiple of four


def decode_bytes(data: bytes, path: str) -> tuple[str, list[str]]:
    """Decode the bytes of an article; a byte order mark is dropped, line ends stay.

    Returns:
        The text, and the warnings: one that names the encoding where it is not Unicode.

    Raises:
        BinaryFileError: Where the bytes hold a NUL, or mostly control characters.
        UndecodableFileError: Where no encoding fits.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding)
    if is_binary(data):
        if (wide := _guess_wide(data)) is not None:
            raise BinaryFileError(
                path, f"{path} looks like {wide} without a byte order mark: save it as UTF-8"
            )
        raise BinaryFileError(path, f"{path} is a binary file: give the text of the article")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    mended = data.decode("utf-8", errors="replace")
    if _is_damaged_unicode(mended):
        return mended, ["the text is UTF-8 with broken bytes, which are replaced by U+FFFD"]
    detected = _detect_encoding(data)
    if detected is None:
        raise UndecodableFileError(
            path, f"{path} is in an unknown encoding: save it as UTF-8 and try again"
        )
    text = data.decode(detected, errors="replace")
    return text, [f"the text is not UTF-8: read as {detected.replace('_', '-')}"]


def is_wide(data: bytes) -> bool:
    """Whether bytes begin with the byte order mark of UTF-16 or UTF-32."""
    return any(data.startswith(mark) for mark, encoding in _BYTE_ORDER_MARKS if encoding != "utf-8")


def _guess_wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 where bytes are NUL as in English text in it, else None."""
    head = data[:_WIDE_HEAD]
    for encoding, width in (("UTF-32", 4), ("UTF-16", 2)):
        places = [head[place::width] for place in range(width)]
        empty = sum(not any(column) for column in places)
        if len(head) >= 2 * width and empty == width - 1:
            return encoding
    return None


def is_binary(data: bytes) -> bool:
    """Whether bytes without a byte order mark can be no text: NUL, or control bytes in number."""
    if b"\x00" in data:
        return True
    sample = data[:8192]
    return sum(byte in _CONTROL_BYTES for byte in sample) > _CONTROL_SHARE * len(sample)


def _decode_marked(data: bytes, encoding: str) -> tuple[str, list[str]]:
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        name = encoding.upper()
        return text, [f"the text is {name} with broken bytes, which are replaced by U+FFFD"]


def _is_damaged_unicode(mended: str) -> bool:
    """Whether at least half of what is beyond ASCII was good UTF-8.

    By chance hardly any two bytes of another encoding make up a character of UTF-8.
    """
    broken = mended.count("\ufffd")
    beyond = sum(character > "\x7f" for character in mended)
    return 2 * broken <= beyond


def _detect_encoding(data: bytes) -> str | None:
    if (english := _detect_english(data)) is not None:
        return english
    # Slow to import, and needed by few.
    from charset_normalizer import from_bytes

    # In a few accented letters every Latin code page looks as good as the next.
    likely = from_bytes(data, cp_isolation=_ENGLISH_ENCODINGS).best()
    if likely is not None and likely.chaos == 0:
        return likely.encoding
    best = from_bytes(data).best()
    return best.encoding if best is not None else None


def _detect_english(data: bytes) -> str | None:
    """Which of the two old encodings a nearly plain text is in; None where it is not so plain."""
    beyond = [byte for byte in data if byte > 0x7F]
    if len(beyond) > _BEYOND_SHARE * len(data):
        return None
    windows = sum(byte in _BYTES_OF_CP1252 for byte in beyond)
    macintosh = sum(byte in _BYTES_OF_MAC_ROMAN for byte in beyond)
    if windows >= macintosh and not _NOT_IN_CP1252.intersection(beyond):
        return "cp1252"
    return "mac_roman" if macintosh else None
