"""How a text says that it withholds a name."""

from __future__ import annotations

import pytest

from claimx.pipeline.speakers.lexicon import anonymity_pattern


@pytest.mark.parametrize(
    ("clause", "reason"),
    [
        ("who declined to speak on the record", "who declined to speak on the record"),
        ("but didn’t want to talk on the record", "but didn’t want to talk on the record"),
        ("who did not wish to go on the record", "who did not wish to go on the record"),
        ("spoke on the record", None),
    ],
)
def test_who_does_not_speak_on_the_record_is_not_named(clause: str, reason: str | None) -> None:
    found = anonymity_pattern().search(f"An aide {clause} .")
    assert (found.group().strip() if found else None) == reason
