"""What every time expression tells of itself."""

from __future__ import annotations

from typing import NamedTuple

from claimx.article.values import DateReason


class PlainValue(NamedTuple):
    """A value that no calendar is asked for, or the reason why there is none."""

    value: str | None
    granularity: str | None = None
    reason: DateReason | None = None


class Expression:
    """Base of all expressions: what one tells of itself before it is resolved."""

    __slots__ = ()

    @property
    def timex_type(self) -> str:
        """The TIMEX3 type."""
        return "DATE"

    @property
    def shown_unit(self) -> str | None:
        """The granularity, where it shows; ``clock`` and ``part_of_day`` are finer than a day."""
        return None

    @property
    def needs_anchor(self) -> bool:
        """Whether the value depends on when the text was written or on what it spoke of before."""
        return True

    @property
    def is_narrative(self) -> bool:
        """Whether the expression counts from what the text spoke of before."""
        return False

    @property
    def is_deictic(self) -> bool:
        """Whether it names a day by its distance from that of writing: ``today``, ``Friday``."""
        return False

    @property
    def is_bare_time(self) -> bool:
        """Whether it is a time of day without its day."""
        return False

    @property
    def plain_value(self) -> PlainValue | None:
        """The value where none has to be located in the calendar; None where one has."""
        return None

    @property
    def stated_offset(self) -> str | None:
        """The signed distance from an unknown anchor, where the expression states one."""
        return None

    def count_from_now(self) -> Expression:
        """The same, counted from the time of writing instead of what was told before."""
        return self
