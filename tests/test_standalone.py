"""Contents with what their words stand for in square brackets."""

from __future__ import annotations

from claimx.article import Span
from claimx.standalone import Insertion, Insertions, make_standalone


def _span(text: str, start: int = 0) -> Span:
    return Span(start=start, end=start + len(text), text=text)


def test_what_was_resolved_stands_in_brackets_behind_its_words() -> None:
    content = [_span("that he urged Webb to leave yesterday")]
    insertions = Insertions(
        [
            Insertion(5, 7, "Ann Hill"),
            Insertion(14, 18, "Tom Webb"),
            Insertion(28, 37, "2025-03-13", is_repeatable=True),
        ]
    )
    assert make_standalone(content, insertions) == (
        "that he [Ann Hill] urged Webb [Tom Webb] to leave yesterday [2025-03-13]"
    )


def test_a_name_is_inserted_once_and_not_behind_itself() -> None:
    twice = [_span("she said she left")]
    insertions = Insertions([Insertion(0, 3, "Ann Hill"), Insertion(9, 12, "Ann Hill")])
    assert make_standalone(twice, insertions) == "she [Ann Hill] said she left"
    named = [_span("Ann Hill said she left")]
    assert make_standalone(named, Insertions([Insertion(14, 17, "Ann Hill")])) is None


def test_brackets_go_behind_a_possessive_ending() -> None:
    content = [_span("Webb’s offer")]
    assert make_standalone(content, Insertions([Insertion(0, 4, "Tom Webb")])) == (
        "Webb’s [Tom Webb] offer"
    )


def test_nothing_resolved_is_none_and_parts_join_with_one_space() -> None:
    assert make_standalone([_span("it is late")], Insertions([])) is None
    parts = [_span("he left"), _span("at\nnight", 20)]
    assert make_standalone(parts, Insertions([Insertion(0, 2, "Tom Webb")])) == (
        "he [Tom Webb] left at night"
    )
