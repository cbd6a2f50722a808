"""Finds time expressions in a stretch of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, cast

from spacy.tokens import Doc, Span

from claimx.pipeline.dates.context import Candidate
from claimx.pipeline.dates.data_files import read_json, read_words
from claimx.pipeline.dates.expressions import EitherOrder, Expression, Fixed, Recurring
from claimx.pipeline.dates.fallback import find_piece, parse_piece
from claimx.pipeline.dates.filters import is_time_expression
from claimx.pipeline.dates.lexer import Item, cut_text
from claimx.pipeline.dates.rules import load_cascade

# A day of the month behind its weekday, at the end of a clause: "on Sunday 31."
_DAY_BEHIND = re.compile(
    r"(?:\s(?P<number>\d{1,2})|,?\sthe\s(?P<word>[a-z]+(?:[- ][a-z]+)?))"
    r"(?=\s*(?:[;!?)\"”]|\.(?!\d)|\Z))"
)
_ROW_WORDS = frozenset({"", "or", "and"})


def find_candidates(
    doc: Doc, text: str, start: int, end: int, *, day_first: bool | None
) -> Iterator[Candidate]:
    """The time expressions in a stretch of ``doc``, in text order, not overlapping.

    Args:
        text: The text of ``doc``, put together once.
        start: First code point.
        end: The code point after the last.
        day_first: Whether ``3/4/25`` is the third of April; None where it is not known, then
            month before day, and the doubt is said.
    """
    cascade = load_cascade()
    last_token = -1
    previous: Item | None = None
    for item in cascade.run(cut_text(text, cascade.words, start, end)):
        expression = _expression_of(text, item, previous)
        if expression is None:
            continue
        previous = item if "SHORT_DATE" in item.reading.values else None
        first, last, expression = _widen(text, item, settle_order(expression, day_first))
        span = doc.char_span(first, last, alignment_mode="expand")
        if span is None or span.start <= last_token or _adds_letters(text, first, last, span):
            continue
        candidate = Candidate(span, first, last, expression, frozenset(item.reading.values), text)
        if is_time_expression(candidate):
            last_token = span.end - 1
            yield candidate


def _expression_of(text: str, item: Item, previous: Item | None) -> Expression | None:
    values = item.reading.values
    if "SHORT_DATE" in values and _is_short_date(text, item, previous):
        short: Expression = values["SHORT_DATE"]
        return short
    found = values.get("DATE")
    return found if isinstance(found, Expression) else None


def _is_short_date(text: str, item: Item, previous: Item | None) -> bool:
    """Two numbers with a slash are a date after a preposition, or in a row of such dates."""
    if previous is not None and text[previous.end : item.start].strip(" ,") in _ROW_WORDS:
        return True
    words = text[max(0, item.start - 12) : item.start].lower().split()
    return bool(words) and words[-1] in read_words("before_short_dates")


def settle_order(expression: Expression, day_first: bool | None) -> Expression:
    """``expression`` with the order of day and month decided, and any doubt said."""
    if isinstance(expression, EitherOrder):
        settled = expression.day_first if day_first else expression.month_first
        if day_first is None and isinstance(settled, Fixed | Recurring):
            return replace(settled, doubt="order-in-doubt")
        return settled
    changed = {
        part.name: settle_order(value, day_first)
        for part in fields(cast("Any", expression))
        if isinstance(value := getattr(expression, part.name), Expression)
    }
    return (
        cast("Expression", replace(cast("Any", expression), **changed)) if changed else expression
    )


def _widen(text: str, item: Item, expression: Expression) -> tuple[int, int, Expression]:
    """The whole of a date in one piece, of which the rules saw a part: ``September-2020-23``."""
    if "MONTH_NAME" in item.reading.values or "LONG_DATE" in item.reading.values:
        limits = find_piece(text, item.start, item.end)
        period = parse_piece(text[limits[0] : limits[1]]) if limits else None
        if limits is not None and period is not None:
            return *limits, Fixed(period)
    if "WEEKDAY_NAME" in item.reading.values and (found := _DAY_BEHIND.match(text, item.end)):
        day = int(found["number"]) if found["number"] else _read_ordinal(found["word"])
        if 1 <= day <= 31:
            name = (item.reading.values["WEEKDAY_NAME"], day)
            return item.start, found.end(), Recurring("weekday_day", name)
    return *_take_brackets(text, item.start, item.end), expression


def _read_ordinal(words: str) -> int:
    """The number of ``eleventh`` or ``thirty first``; 0 for other words."""
    *tens, last = re.split(r"[- ]", words)
    numbers = read_json("words")
    ordinal = int(numbers["ORDINAL_WORD"].get(last, 0))
    return ordinal + sum(int(numbers["TENS"].get(word, 100)) for word in tens) if ordinal else 0


def _take_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """The limits with both brackets of an editor's word: ``[Ten] years ago``, ``last [week]``."""
    opened, closed = text.count("[", start, end), text.count("]", start, end)
    if opened < closed and text[start - 1 : start] == "[":
        return start - 1, end
    if closed < opened and text[end : end + 1] == "]":
        return start, end + 1
    return start, end


def _adds_letters(text: str, start: int, end: int, span: Span) -> bool:
    """Whether the tokens hold letters or digits that the expression does not."""
    extra = text[span.start_char : start] + text[end : span.end_char]
    return any(character.isalnum() for character in extra)
