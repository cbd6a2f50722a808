"""Text in old encodings, and damaged UTF-8."""

from __future__ import annotations

import pytest

from claimx.reading.decoding import decode_bytes

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
