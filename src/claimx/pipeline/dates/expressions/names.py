"""Names of the calendar, complete or coming round again, and what names no date."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.article.values import DateReason
from claimx.pipeline.dates.expressions.base import Expression, PlainValue
from claimx.pipeline.dates.values import Period


@dataclass(frozen=True, slots=True)
class Fixed(Expression):
    """A complete date that needs no anchor; ``doubt`` says what else it could have meant."""

    period: Period
    doubt: DateReason | None = None

    @property
    def timex_type(self) -> str:
        """TIME below the day."""
        return "TIME" if self.period.is_finer_than_day else "DATE"

    @property
    def shown_unit(self) -> str | None:
        """That of the period."""
        return self.period.granularity

    @property
    def needs_anchor(self) -> bool:
        """No: the words tell all."""
        return False


@dataclass(frozen=True, slots=True)
class Impossible(Expression):
    """A date that no calendar has."""

    @property
    def needs_anchor(self) -> bool:
        """No: the words tell all."""
        return False


_UNITS_OF_NAMES = {
    "weekday": "day",
    "weekday_day": "day",
    "day": "day",
    "month_day": "day",
    "holiday": "day",
}


@dataclass(frozen=True, slots=True)
class Recurring(Expression):
    """A date whose name comes round again: ``Friday``, ``March``, ``March 14``, ``the 14th``.

    ``kind`` is ``weekday``, ``day`` (of a month), ``month``, ``month_day``, ``season``, ``week``,
    ``quarter``, ``half``, ``holiday`` or ``decade``; ``name`` tells which one.
    """

    kind: str
    name: tuple[int | str, ...]
    doubt: DateReason | None = None

    @property
    def shown_unit(self) -> str | None:
        """A day for weekdays, holidays and days of a month, else its kind."""
        return _UNITS_OF_NAMES.get(self.kind, self.kind)

    @property
    def is_deictic(self) -> bool:
        """Weekdays and weekends are."""
        return self.kind in ("weekday", "weekend")


@dataclass(frozen=True, slots=True)
class EitherOrder(Expression):
    """Two numbers of which either may be the month: ``3/4/25``; settled by the article."""

    month_first: Expression
    day_first: Expression

    @property
    def shown_unit(self) -> str | None:
        """A day."""
        return "day"


@dataclass(frozen=True, slots=True)
class InTimeOf(Expression):
    """A name that comes round again, in the year of a date or nearest to it."""

    inner: Recurring
    time: Period


@dataclass(frozen=True, slots=True)
class Repeated(Expression):
    """A set of times: ``every Tuesday``; ``value`` is its TIMEX3 value."""

    value: str
    granularity: str | None = None

    @property
    def timex_type(self) -> str:
        """SET."""
        return "SET"

    @property
    def needs_anchor(self) -> bool:
        """No: the words tell all."""
        return False

    @property
    def plain_value(self) -> PlainValue | None:
        """Its own."""
        return PlainValue(self.value, self.granularity)


@dataclass(frozen=True, slots=True)
class Vague(Expression):
    """``PRESENT_REF``, ``PAST_REF`` or ``FUTURE_REF``."""

    value: str

    @property
    def plain_value(self) -> PlainValue | None:
        """Its own."""
        return PlainValue(self.value)
