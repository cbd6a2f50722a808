"""Text in old encodings, and damaged UTF-8."""

from __future__ import annotations

import pytest

from claimx.reading.decoding import decode_bytes
from claimx.reading.failures import BinaryFileError

TEXT = (
    "The mayor said on Friday that the bridge was safe. “It’s safe — we checked it twice,” she "
    "said. The café owner beside it, José Peña, said he had seen nobody check anything. "
) * 3


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_english_in_an_old_encoding_keeps_its_marks(encoding: str) -> None:
    text, [warning] = decode_bytes(TEXT.encode(encoding), "a.txt")
    assert text == TEXT
    assert encoding.replace("_", "-") in warning


@pytest.mark.parametrize("place", [0, 60, 200])
def test_a_stray_byte_does_not_spoil_the_rest(place: int) -> None:
    data = TEXT[:place].encode() + b"\x93" + TEXT[place:].encode()
    text, [warning] = decode_bytes(data, "a.txt")
    assert text == f"{TEXT[:place]}\ufffd{TEXT[place:]}"
    assert "U+FFFD" in warning


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_named(encoding: str) -> None:
    with pytest.raises(
        BinaryFileError, match=r"a\.txt looks like UTF-16 without a byte order mark"
    ):
        decode_bytes("He said “no” on Monday.".encode(encoding), "a.txt")


def test_other_bytes_with_nul_are_binary() -> None:
    for data in (b"He said no.\x00", b"\x7fELF\x02\x01\x01" + bytes(64), bytes(100)):
        with pytest.raises(BinaryFileError, match="is a binary file: give the text"):
            decode_bytes(data, "a.txt")
