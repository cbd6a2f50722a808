"""The reason for withholding a name is found wherever it stands."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claimx.pipeline.speakers.find_anonymity import find_reasons

REASON = "who spoke on condition of anonymity"


@pytest.mark.parametrize("length", [0, 10, 25, 26, 27, 28, 29, 30, 31, 32, 40, 80])
def test_a_word_like_name_before_it_changes_nothing(length: int) -> None:
    words = ["The", "name", "of", "the", "bridge", *["grey"] * length, *REASON.split(), "left"]
    doc = Doc(Vocab(), words=words)
    (reason,) = find_reasons(doc)
    assert doc[reason.start : reason.end].text.startswith(REASON)
