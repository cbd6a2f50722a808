"""What a time expression says, before anything is known of when it was said.

Expressions are immutable and can be compared, so that what one resolves to can be cached.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimx.pipeline.dates.values import Period


class Expression:
    """Base of all expressions."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Fixed(Expression):
    """A complete date that needs no anchor; ``doubt`` says what else it could have meant."""

    period: Period
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Impossible(Expression):
    """A date that no calendar has."""

    reason: str


@dataclass(frozen=True, slots=True)
class Recurring(Expression):
    """A date whose name comes round again: ``Friday``, ``March``, ``March 14``, ``the 14th``.

    ``kind`` is ``weekday``, ``day`` (of a month), ``month``, ``month_day``, ``season``, ``week``,
    ``quarter``, ``half``, ``holiday`` or ``decade``; ``name`` tells which one.
    """

    kind: str
    name: tuple[int | str, ...]
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class EitherOrder(Expression):
    """Two numbers of which either may be the month: ``3/4/25``; settled by the article."""

    month_first: Expression
    day_first: Expression


@dataclass(frozen=True, slots=True)
class Step(Expression):
    """The period that lies ``count`` steps from the one that the anchor is in.

    ``yesterday`` is a step of -1 ``day``, ``two years ago`` one of -2 ``year``, ``this week`` one
    of 0 ``week``. With ``narrative`` the anchor is the date that the text spoke of before, and
    with ``or_now`` that of writing where it spoke of none. ``origin`` is another expression to
    count from: ``the week before Easter``.
    """

    count: int
    granularity: str
    narrative: bool = False
    or_now: bool = False
    origin: Expression | None = None


@dataclass(frozen=True, slots=True)
class Strictly(Expression):
    """The nearest occurrence before (``last Friday``), after (``next``) or about the anchor.

    ``direction`` is ``past``, ``future`` or ``this``. With ``skips_neighbour`` it is not the day
    next to the anchor, which would be called yesterday or tomorrow: "next Friday" on a Thursday.
    With ``narrative`` the anchor is the date that the text spoke of before ("the next Friday");
    ``origin`` is another expression in the anchor's place: ``the Friday before Easter``.
    """

    base: Recurring
    direction: str
    skips_neighbour: bool = False
    narrative: bool = False
    origin: Expression | None = None


@dataclass(frozen=True, slots=True)
class Inside(Expression):
    """An occurrence within a longer period: ``March of last year``, ``Friday last week``."""

    inner: Recurring
    outer: Expression


@dataclass(frozen=True, slots=True)
class InTimeOf(Expression):
    """A name that comes round again, in the year of a date or nearest to it."""

    inner: Recurring
    time: Period


@dataclass(frozen=True, slots=True)
class Nth(Expression):
    """A numbered part: ``the first quarter of 2019``; -1 is the last.

    ``unit`` is a granularity, or ``weekday`` with its number in ``weekday``.
    """

    number: int
    unit: str
    base: Expression
    weekday: int = 0


@dataclass(frozen=True, slots=True)
class Around(Expression):
    """The longer period that a date lies in: ``the week of March 10``."""

    granularity: str
    base: Expression


@dataclass(frozen=True, slots=True)
class Ending(Expression):
    """The period of a unit's length that ends with a day: ``the quarter ended March 31``."""

    unit: str
    base: Expression


@dataclass(frozen=True, slots=True)
class Portion(Expression):
    """Part of a period: ``early``, ``mid``, ``late``, ``start``, ``end``, ``earlier`` …"""

    base: Expression
    portion: str


@dataclass(frozen=True, slots=True)
class PartOfDay(Expression):
    """The morning, evening, … of a day; without ``base`` of the day that is spoken of."""

    part: str
    base: Expression | None = None


@dataclass(frozen=True, slots=True)
class Clock(Expression):
    """A time of day, of the day ``base`` or of the one that is spoken of.

    ``zone`` is in minutes east of Greenwich, or the name of a zone whose distance changes with
    the season.
    """

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: int | str | None = None
    base: Expression | None = None


@dataclass(frozen=True, slots=True)
class Between(Expression):
    """A range, both ends included."""

    first: Expression
    last: Expression


@dataclass(frozen=True, slots=True)
class Length(Expression):
    """A duration; ``direction`` tells where the text ties it to the anchor.

    ``past`` is the time up to the anchor ("the past 30 days"), ``next`` the time from it on.
    ``count`` None is an unknown number ("several days"). ``more`` are smaller units beside it
    ("two hours and 30 minutes"). ``within`` is a period whose beginning (``first``) or end
    (``last``) it makes up, "the first nine months of 2024", or ``until`` whose end it lasts.
    """

    count: float | None
    unit: str
    direction: str | None = None
    more: tuple[tuple[float, str], ...] = ()
    within: Expression | None = None


@dataclass(frozen=True, slots=True)
class Distance(Expression):
    """A point at some distance: ``two weeks ago`` (-2 weeks), ``in three days`` (+3 days).

    ``count`` None is an unknown number. ``origin`` is another expression to count from, whose
    granularity the point has with ``is_exact``: ``a year ago today``.
    """

    count: float | None
    unit: str
    sign: int
    narrative: bool = False
    origin: Expression | None = None
    is_exact: bool = False


@dataclass(frozen=True, slots=True)
class Repeated(Expression):
    """A set of times: ``every Tuesday``; ``value`` is its TIMEX3 value."""

    value: str
    granularity: str | None = None


@dataclass(frozen=True, slots=True)
class Vague(Expression):
    """``PRESENT_REF``, ``PAST_REF`` or ``FUTURE_REF``."""

    value: str


_UNITS_OF_NAMES = {
    "weekday": "day",
    "weekday_day": "day",
    "day": "day",
    "month_day": "day",
    "holiday": "day",
}


def unit_of(expression: Expression) -> str | None:
    """The granularity that an expression has before it is resolved, where it shows."""
    if isinstance(expression, Fixed):
        return expression.period.granularity
    if isinstance(expression, Recurring):
        return _UNITS_OF_NAMES.get(expression.kind, expression.kind)
    if isinstance(expression, Step | Around):
        return expression.granularity
    if isinstance(expression, EitherOrder):
        return "day"
    if isinstance(expression, Clock):
        return "clock"
    if isinstance(expression, PartOfDay):
        return "part_of_day"
    return getattr(expression, "unit", None)
