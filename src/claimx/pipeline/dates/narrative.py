"""Resolves the time expressions of one article in text order, each with what went before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from spacy.tokens import Doc

from claimx.pipeline.annotations import Timex
from claimx.pipeline.dates.anchors import ABSOLUTE, PUBLISHED, Anchor, can_be_counted_from, day_of
from claimx.pipeline.dates.context import Candidate
from claimx.pipeline.dates.direction import FUTURE, PAST, find_direction
from claimx.pipeline.dates.expressions import (
    Distance,
    Expression,
    Fixed,
    InTimeOf,
    Length,
    PartOfDay,
    Recurring,
    Step,
)
from claimx.pipeline.dates.locate import Anchors
from claimx.pipeline.dates.resolve import Resolution, resolve
from claimx.pipeline.dates.sentences import are_in_one_sentence, has_parse
from claimx.pipeline.dates.values import MONTHS_IN, Period, is_finer

# Names that a year gives its place.
_OF_A_YEAR = frozenset({"month", "month_day", "season", "quarter", "half", "holiday"})
# Tokens within which a report goes on about the event whose day it named.
_TOKENS_OF_AN_EVENT = 60
_LONGEST_WITHOUT_YEAR = timedelta(days=90)
_YEARS_OF_HISTORY = 2
_DATES_OF_HISTORY = 5
# How many expressions back "the next day" looks for the day it counts from.
_REACH = 8
# Until this hour, "tonight" of what is over is the night before.
_END_OF_NIGHT = 6


class Narrative:
    """What the expressions of an article have been resolved to so far.

    Args:
        candidates: The expressions in text order.
        timexes: Their records, in the same order; their values are filled.
    """

    def __init__(self, doc: Doc, candidates: Sequence[Candidate], timexes: Sequence[Timex]) -> None:
        self.doc = doc
        self.candidates = candidates
        self.timexes = timexes
        self._found: list[Resolution | None] = [None] * len(timexes)
        self._positions = {timex.key: position for position, timex in enumerate(timexes)}
        self._is_history: bool | None = None

    def position_of(self, key: str | None) -> int | None:
        """The place of the expression with that key, or None."""
        return self._positions.get(key or "")

    def resolution_at(self, position: int) -> Resolution | None:
        """What the expression at that place was resolved to, if it has been."""
        return self._found[position]

    def resolution_of(self, key: str) -> Resolution | None:
        """What the expression with that key was resolved to, if it has been."""
        position = self.position_of(key)
        return None if position is None else self._found[position]

    def resolve(self, position: int, anchor: Anchor, direction: str | None = None) -> None:
        """Resolve the expression at ``position`` against ``anchor`` and fill its record.

        Args:
            direction: Where the text is known to speak of that side; None asks its clause.
        """
        expression = _read_ahead(self.candidates[position])
        if direction is None:
            direction = self._direction_at(position, expression)
        before, expression = self._read_in_place(position, expression, anchor, direction)
        day = self._day_near(position, expression, anchor)
        found = resolve(
            expression,
            Anchors(
                now=anchor.period,
                before=self._period(before),
                day=self._period(day),
                direction=direction,
                moment=self._moment(before, expression, anchor),
            ),
        )
        if direction == PAST and anchor.name == PUBLISHED and anchor.moment is None:
            found = _doubt_the_night(expression, found)
        self._found[position] = found
        name = self._name_of_anchor(expression, day if before is None else before, anchor)
        self.timexes[position].type = found.type
        self.timexes[position].values = {
            "value": found.value,
            "granularity": found.granularity,
            "earliest": found.earliest,
            "latest": found.latest,
            "offset": found.offset if found.value is None else None,
            "anchor": name if found.value is not None else None,
            "reason": found.reason,
        }

    def _direction_at(self, position: int, expression: Expression) -> str:
        if not expression.needs_anchor:
            return PAST
        return find_direction(self.candidates[position].span)

    def _read_in_place(
        self, position: int, expression: Expression, anchor: Anchor, direction: str
    ) -> tuple[int | None, Expression]:
        """What an expression says at its place, and the date before it that it counts on from.

        "On 2 June" is of the year that was told, "the next day" without a date counts from today.
        """
        before = self._before(position, expression) if expression.is_narrative else None
        if direction == PAST and anchor.moment is not None:
            expression = _before_midnight(expression, anchor.moment)
        if before is None and _counts_on_from_now(self.candidates[position], direction):
            expression = expression.count_from_now()
        if isinstance(expression, Recurring):
            if self._tells_history(anchor):
                return self._in_its_time(position, expression)
            if direction == PAST:
                return self._in_the_year_told(position, expression, anchor)
        return before, expression

    def _name_of_anchor(
        self, expression: Expression, told: int | None, anchor: Anchor
    ) -> str | None:
        """The anchor's own name, or ``#4`` where the text told the date that was counted from."""
        if not expression.needs_anchor:
            return ABSOLUTE
        return anchor.name if told is None else f"#{self.timexes[told].key}"

    def _tells_history(self, anchor: Anchor) -> bool:
        """Whether the text has a time of its own: no day is named by its distance from today.

        And it names dates enough to say so, nearly all of them some years before its own.
        """
        if self._is_history is None:
            expressions = [candidate.expression for candidate in self.candidates]
            years = [item.period.start.year for item in expressions if isinstance(item, Fixed)]
            own = anchor.period.start.year if anchor.period is not None else 9999
            old = sum(1 for year in years if year <= own - _YEARS_OF_HISTORY)
            self._is_history = (
                old >= _DATES_OF_HISTORY
                and old >= 0.8 * len(years)
                and not any(item.is_deictic for item in expressions)
            )
        return self._is_history

    def _in_its_time(self, position: int, expression: Recurring) -> tuple[int | None, Expression]:
        """In a text about the past, "on 2 June" after a date of 1832 is of that time."""
        for other in range(position - 1, max(-1, position - 1 - _REACH), -1):
            found = self._found[other]
            if found is None or found.period is None or not can_be_counted_from(found):
                continue
            if expression.kind not in _OF_A_YEAR:
                break
            return other, InTimeOf(expression, day_of(found.period))
        return None, expression

    def _in_the_year_told(
        self, position: int, expression: Recurring, anchor: Anchor
    ) -> tuple[int | None, Expression]:
        """``on November 15, 2017, … on November 21``, published two years later.

        News gives a day of an earlier calendar year its year, unless the text has just told it.
        """
        if expression.kind != "month_day" or anchor.period is None:
            return None, expression
        last = resolve(expression, Anchors(now=anchor.period)).period
        if last is None or anchor.period.start - last.start < _LONGEST_WITHOUT_YEAR:
            return None, expression
        if last.start.year == anchor.period.start.year:
            return None, expression
        start = self.candidates[position].span.start
        for other in range(position - 1, -1, -1):
            if start - self.candidates[other].span.end > _TOKENS_OF_AN_EVENT:
                break
            told = self.candidates[other].expression
            if isinstance(told, Fixed) and told.period.granularity in ("day", "month"):
                return other, InTimeOf(expression, told.period)
        return None, expression

    def _period(self, position: int | None) -> Period | None:
        found = self._found[position] if position is not None else None
        return day_of(found.period) if found is not None and found.period is not None else None

    def _moment(self, before: int | None, expression: Expression, anchor: Anchor) -> Period | None:
        """The minute from which hours are counted: of the event before, or of publication."""
        if not expression.is_narrative:
            return anchor.moment
        if before is None or not self._is_clock(before):
            return None
        found = self._found[before]
        return None if found is None else found.period

    def _is_clock(self, position: int) -> bool:
        """Whether an expression was resolved to an hour, minute or second, and to no range."""
        found = self._found[position]
        return (
            found is not None
            and found.granularity in ("hour", "minute", "second")
            and can_be_counted_from(found)
        )

    def _before(self, position: int, expression: Expression) -> int | None:
        """The nearest date before that is exact enough, or the nearest at all.

        A longer period in between is passed over where the exact date lies inside it: after "on 3
        May … in 2011" the "two days later" are not counted from a day of another year.
        """
        wanted = _exactness_of(expression)
        if isinstance(expression, Distance) and expression.timex_type == "TIME":
            # Hours are counted from a time of day where one was told.
            for other in range(position - 1, max(-1, position - 1 - _REACH), -1):
                if self._is_clock(other):
                    return other
        nearest = None
        for other in range(position - 1, max(-1, position - 1 - _REACH), -1):
            found = self._found[other]
            if found is None or found.period is None or not can_be_counted_from(found):
                continue
            if _belongs_to_a_noun(self.candidates[other]):
                continue
            if not is_finer(wanted, day_of(found.period).granularity):
                is_of_another_time = nearest is not None and not self._holds(nearest, found.period)
                return nearest if is_of_another_time else other
            nearest = other if nearest is None else nearest
        return nearest

    def _holds(self, position: int, period: Period) -> bool:
        """Whether the date at that place has a period inside it."""
        around = self._period(position)
        return around is not None and around.day <= period.day <= around.last_day

    def _day_near(self, position: int, expression: Expression, anchor: Anchor) -> int | None:
        """The day that a bare time of day belongs to.

        The nearest of its own sentence; else, since a report goes on about the same event, the
        last one named shortly before.
        """
        if not expression.is_bare_time:
            return None
        for other in self._neighbours(position, 1):
            # What follows has not had its turn.
            if self._found[other] is None and not self.candidates[other].expression.is_bare_time:
                self.resolve(other, anchor)
        days = [
            (abs(self.candidates[other].span.start - self.candidates[position].span.start), other)
            for step in (-1, 1)
            for other in self._neighbours(position, step)
            if (period := self._period(other)) is not None and period.granularity == "day"
        ]
        return min(days)[1] if days else self._last_day(position)

    def _neighbours(self, position: int, step: int) -> Iterator[int]:
        """The other expressions of the same sentence on one side, the nearest first."""
        start = self.candidates[position].span.start
        other = position + step
        while 0 <= other < len(self.candidates):
            there = self.candidates[other].span.start
            if abs(there - start) > _TOKENS_OF_AN_EVENT:
                return
            if not are_in_one_sentence(self.doc, start, there):
                return
            yield other
            other += step

    def _last_day(self, position: int) -> int | None:
        start = self.candidates[position].span.start
        for other in range(position - 1, -1, -1):
            if start - self.candidates[other].span.end > _TOKENS_OF_AN_EVENT:
                return None
            found = self._found[other]
            if found is not None and found.period is not None and _names_a_day(found.period):
                return other
        return None


def _belongs_to_a_noun(candidate: Candidate) -> bool:
    """``the 9/11 attacks``: named for a time, which is not that of the text."""
    doc, end = candidate.span.doc, candidate.span.end
    if not isinstance(candidate.expression, Fixed) or end == len(doc):
        return False
    before = doc[candidate.span.start - 1] if candidate.span.start else None
    return doc[end].pos_ in ("NOUN", "PROPN") and (before is None or before.pos_ != "ADP")


def _exactness_of(expression: Expression) -> str:
    """How exact the date must be that an expression counts from."""
    if isinstance(expression, Distance):
        return expression.unit if expression.unit in MONTHS_IN else "day"
    return getattr(expression, "granularity", "day")


def _names_a_day(period: Period) -> bool:
    return "/" not in period.value and (period.granularity == "day" or period.is_finer_than_day)


def _counts_on_from_now(candidate: Candidate, direction: str) -> bool:
    """Whether "the following week" can only be counted from today.

    Nothing is told of the past (which without tags only a sign of the future makes sure), and
    nothing behind it says what it follows ("the day after he left").
    """
    if direction == PAST or (direction != FUTURE and not has_parse(candidate.span)):
        return False
    doc, end = candidate.span.doc, candidate.span.end
    is_last_word_open = candidate.text.rpartition(" ")[2].lower() in ("after", "following")
    return not is_last_word_open or end == len(doc) or doc[end].is_punct


def _is_tonight(expression: Expression) -> bool:
    return (
        isinstance(expression, PartOfDay)
        and expression.base == Step(0, "day")
        and expression.part in ("EV", "NI")
    )


def _doubt_the_night(expression: Expression, found: Resolution) -> Resolution:
    """``they won tonight``, published at no known hour: perhaps after midnight."""
    return replace(found, reason="night-in-doubt") if _is_tonight(expression) else found


def _before_midnight(expression: Expression, moment: Period) -> Expression:
    """``they won tonight``, published after midnight: the night that has just passed."""
    if (
        isinstance(expression, PartOfDay)
        and _is_tonight(expression)
        and moment.start.hour < _END_OF_NIGHT
    ):
        return replace(expression, base=Step(-1, "day"))
    return expression


def _read_ahead(candidate: Candidate) -> Expression:
    """``in three days`` is a date where it lies ahead, else the time that something took."""
    expression, span = candidate.expression, candidate.span
    if (
        isinstance(expression, Length)
        and expression.direction is None
        and span.start
        and span.doc[span.start - 1].lower_ == "in"
        and "-" not in candidate.text
        and find_direction(span) == FUTURE
    ):
        return Distance(expression.count, expression.unit, 1)
    if (
        isinstance(expression, Length)
        and (expression.direction, expression.count) == ("next", 1)
        and candidate.text.lower().startswith("the next ")
        and find_direction(span) == PAST
    ):
        # "In the next year they lost": of what was told before, not of today.
        return Step(1, expression.unit, narrative=True)
    return expression
