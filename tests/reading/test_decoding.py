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


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark_is_refused_with_the_way_out(encoding: str) -> None:
    data = "Ann Hill said on Friday that it was over.".encode(encoding)
    with pytest.raises(BinaryFileError, match=r"looks like UTF-(16|32) .*: save it as UTF-8"):
        decode_bytes(data, "a.txt")


def test_other_binary_data_is_only_called_so() -> None:
    with pytest.raises(BinaryFileError, match="is a binary file"):
        decode_bytes(bytes(range(256)), "a.bin")
