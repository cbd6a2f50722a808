"""Parts of a period, times of a day, and ranges."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimx.pipeline.dates.expressions.base import Expression
from claimx.pipeline.dates.expressions.names import Recurring


@dataclass(frozen=True, slots=True)
class Inside(Expression):
    """An occurrence within a longer period: ``March of last year``, ``Friday last week``."""

    inner: Recurring
    outer: Expression

    @property
    def needs_anchor(self) -> bool:
        """As the longer period does."""
        return self.outer.needs_anchor

    @property
    def is_narrative(self) -> bool:
        """As the longer period is."""
        return self.outer.is_narrative

    def count_from_now(self) -> Expression:
        """In the longer period counted from now."""
        return replace(self, outer=self.outer.count_from_now())


@dataclass(frozen=True, slots=True)
class Nth(Expression):
    """A numbered part: ``the first quarter of 2019``; -1 is the last.

    ``unit`` is a granularity, or ``weekday`` with its number in ``weekday``.
    """

    number: int
    unit: str
    base: Expression
    weekday: int = 0

    @property
    def shown_unit(self) -> str | None:
        """Its own unit."""
        return self.unit

    @property
    def needs_anchor(self) -> bool:
        """As its whole does."""
        return self.base.needs_anchor

    @property
    def is_narrative(self) -> bool:
        """As its whole is."""
        return self.base.is_narrative


@dataclass(frozen=True, slots=True)
class Around(Expression):
    """The longer period that a date lies in: ``the week of March 10``."""

    granularity: str
    base: Expression

    @property
    def shown_unit(self) -> str | None:
        """That of the longer period."""
        return self.granularity

    @property
    def needs_anchor(self) -> bool:
        """As its whole does."""
        return self.base.needs_anchor


@dataclass(frozen=True, slots=True)
class Ending(Expression):
    """The period of a unit's length that ends with a day: ``the quarter ended March 31``."""

    unit: str
    base: Expression

    @property
    def shown_unit(self) -> str | None:
        """Its own unit."""
        return self.unit

    @property
    def needs_anchor(self) -> bool:
        """As its whole does."""
        return self.base.needs_anchor

    @property
    def is_narrative(self) -> bool:
        """As its whole is."""
        return self.base.is_narrative


@dataclass(frozen=True, slots=True)
class Portion(Expression):
    """Part of a period: ``early``, ``mid``, ``late``, ``start``, ``end``, ``earlier`` …"""

    base: Expression
    portion: str

    @property
    def needs_anchor(self) -> bool:
        """As its whole does; the limits of what is earlier or later reach to the anchor."""
        return self.base.needs_anchor or self.portion in ("earlier", "later")

    @property
    def is_narrative(self) -> bool:
        """As its whole is."""
        return self.base.is_narrative

    @property
    def stated_offset(self) -> str | None:
        """That of its whole."""
        return self.base.stated_offset


@dataclass(frozen=True, slots=True)
class PartOfDay(Expression):
    """The morning, evening, … of a day; without ``base`` of the day that is spoken of."""

    part: str
    base: Expression | None = None

    @property
    def shown_unit(self) -> str | None:
        """A part of the day."""
        return "part_of_day"

    @property
    def timex_type(self) -> str:
        """TIME."""
        return "TIME"

    @property
    def needs_anchor(self) -> bool:
        """Without its day, and where the day does."""
        return self.base is None or self.base.needs_anchor

    @property
    def is_narrative(self) -> bool:
        """As its day is."""
        return self.base is not None and self.base.is_narrative

    @property
    def is_bare_time(self) -> bool:
        """Without its day."""
        return self.base is None

    @property
    def stated_offset(self) -> str | None:
        """That of its day."""
        return None if self.base is None else self.base.stated_offset

    @property
    def is_deictic(self) -> bool:
        """Unless it counts from what was told before."""
        return not self.is_narrative


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

    @property
    def shown_unit(self) -> str | None:
        """A clock's."""
        return "clock"

    @property
    def timex_type(self) -> str:
        """TIME."""
        return "TIME"

    @property
    def needs_anchor(self) -> bool:
        """Without its day, and where the day does."""
        return self.base is None or self.base.needs_anchor

    @property
    def is_narrative(self) -> bool:
        """As its day is."""
        return self.base is not None and self.base.is_narrative

    @property
    def is_bare_time(self) -> bool:
        """Without its day."""
        return self.base is None

    @property
    def stated_offset(self) -> str | None:
        """That of its day."""
        return None if self.base is None else self.base.stated_offset


@dataclass(frozen=True, slots=True)
class Between(Expression):
    """A range, both ends included."""

    first: Expression
    last: Expression

    @property
    def timex_type(self) -> str:
        """That of its beginning."""
        return self.first.timex_type

    @property
    def needs_anchor(self) -> bool:
        """As its ends do; a name that comes round again takes its year from the other end."""
        return self.last.needs_anchor or (
            self.first.needs_anchor and not isinstance(self.first, Recurring)
        )

    @property
    def is_bare_time(self) -> bool:
        """As its beginning is."""
        return self.first.is_bare_time
