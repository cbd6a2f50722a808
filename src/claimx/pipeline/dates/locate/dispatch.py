"""The one function that the rooms of this package fill, each for its kinds of expression."""

from __future__ import annotations

from functools import singledispatch

from claimx.pipeline.dates.expressions import Expression
from claimx.pipeline.dates.locate.anchors import Anchors, Unresolved
from claimx.pipeline.dates.values import Period


@singledispatch
def locate(expression: Expression, anchors: Anchors) -> Period:
    """The period that ``expression`` means.

    Raises:
        OutOfCalendar: Where the calendar has none.
        Unresolved: Where an anchor is missing.
    """
    raise Unresolved("no-such-date")
