"""The table of verbs: its lines are sound, and forms are found by rule and from the table."""

from __future__ import annotations

import pytest

from claimx.lang.en import verbs


def test_the_table_is_in_the_order_of_the_alphabet() -> None:
    words = list(verbs.read_verbs())

    assert words == sorted(words)
    assert all(word == word.lower().strip() for word in words)


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("reporting", "say", "nickname"),
        ("naming", "nickname", "say"),
        ("imperative", "keep", "nickname"),
        ("prospective", "promise", "decline"),
        ("lasting", "remain", "start"),
        ("timetable", "start", "remain"),
        ("light", "issue", "say"),
    ],
)
def test_a_class_holds_the_verbs_that_are_meant(name: str, inside: str, outside: str) -> None:
    found = verbs.verbs_of(name)

    assert inside in found
    assert outside not in found


@pytest.mark.parametrize("form", ["deny", "denies", "denied", "denying", "said", "snapped", "goes"])
def test_forms_are_regular_or_of_the_table(form: str) -> None:
    assert form in verbs.forms_of("reporting")


def test_a_class_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        verbs.verbs_of("reports")


@pytest.mark.parametrize(
    "lines", [("say\tsaid",), ("say\tsaid\treporting", "say\t-\tlight"), ("say\tsaid\treports",)]
)
def test_a_line_that_is_not_as_the_head_says_is_an_error(
    lines: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verbs, "read_lines", lambda name: lines)

    with pytest.raises(ValueError, match=r"verbs\.tsv"):
        verbs.read_verbs.__wrapped__()
