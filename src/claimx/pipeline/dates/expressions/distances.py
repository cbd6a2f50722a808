"""What is counted from another date, and how long something lasts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimx.pipeline.dates.expressions.base import Expression, PlainValue
from claimx.pipeline.dates.expressions.names import Recurring
from claimx.pipeline.dates.timex_durations import duration_value


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

    @property
    def shown_unit(self) -> str | None:
        """That of the step."""
        return self.granularity

    @property
    def needs_anchor(self) -> bool:
        """Unless it counts from a date that needs none."""
        return self.origin is None or self.origin.needs_anchor

    @property
    def is_narrative(self) -> bool:
        """As it says, or as that does which it counts from."""
        return self.narrative or (self.origin is not None and self.origin.is_narrative)

    @property
    def is_deictic(self) -> bool:
        """Unless it counts from what was told before."""
        return not self.is_narrative

    @property
    def stated_offset(self) -> str | None:
        """``-P1D`` for yesterday."""
        if self.origin is not None:
            return None
        return _signed(self.count, self.granularity)

    def count_from_now(self) -> Expression:
        """``the following week`` of today."""
        return replace(self, narrative=False) if self.narrative and self.count > 0 else self


@dataclass(frozen=True, slots=True)
class FiscalYear(Expression):
    """``this fiscal year``: that of the year of writing, or ``count`` years off."""

    count: int

    @property
    def shown_unit(self) -> str | None:
        """A year."""
        return "year"


@dataclass(frozen=True, slots=True)
class Told(Expression):
    """The very date that the text spoke of before: ``at that time``."""

    @property
    def is_narrative(self) -> bool:
        """It is."""
        return True


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

    @property
    def needs_anchor(self) -> bool:
        """Unless it counts from a date that needs none."""
        return self.origin is None or self.origin.needs_anchor

    @property
    def is_narrative(self) -> bool:
        """As it says, or as that does which it counts from."""
        return self.narrative or (self.origin is not None and self.origin.is_narrative)

    @property
    def is_deictic(self) -> bool:
        """Unless it counts from what was told before."""
        return not self.is_narrative

    def count_from_now(self) -> Expression:
        """``the next Friday`` from today on."""
        return replace(self, narrative=False) if self.direction == "future" else self


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

    @property
    def timex_type(self) -> str:
        """TIME in hours and less."""
        return "TIME" if self.unit in ("hour", "minute", "second") else "DATE"

    @property
    def shown_unit(self) -> str | None:
        """Its own unit."""
        return self.unit

    @property
    def needs_anchor(self) -> bool:
        """Unless it counts from a date that needs none."""
        return self.origin is None or self.origin.needs_anchor

    @property
    def is_narrative(self) -> bool:
        """As it says, or as that does which it counts from."""
        return self.narrative or (self.origin is not None and self.origin.is_narrative)

    @property
    def plain_value(self) -> PlainValue | None:
        """Of an unknown number: ``months ago`` is in the past, ``months later`` anywhere."""
        if self.count is not None:
            return None
        if self.narrative or self.origin is not None:
            # "Some months later" lies behind the article as often as ahead of it.
            return PlainValue(None, reason="no-length")
        return PlainValue("PAST_REF" if self.sign < 0 else "FUTURE_REF")

    @property
    def stated_offset(self) -> str | None:
        """``-P2W`` for two weeks ago."""
        return None if self.count is None else _signed(self.sign * self.count, self.unit)


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

    @property
    def timex_type(self) -> str:
        """DURATION."""
        return "DURATION"

    @property
    def shown_unit(self) -> str | None:
        """Its own unit."""
        return self.unit

    @property
    def needs_anchor(self) -> bool:
        """Where the text ties it to a date that does, or to today."""
        return self.direction is not None if self.within is None else self.within.needs_anchor

    @property
    def is_narrative(self) -> bool:
        """As the period is that it makes up part of."""
        return self.within is not None and self.within.is_narrative


def _signed(count: float, unit: str) -> str:
    value = duration_value(abs(count), unit)
    return f"-{value}" if count < 0 else value
