"""What a time expression says, before anything is known of when it was said.

Expressions are immutable and can be compared, so that what one resolves to can be cached.
"""

from __future__ import annotations

from claimx.pipeline.dates.expressions.base import Expression, PlainValue
from claimx.pipeline.dates.expressions.distances import (
    Distance,
    FiscalYear,
    Length,
    Step,
    Strictly,
    Told,
)
from claimx.pipeline.dates.expressions.names import (
    EitherOrder,
    Fixed,
    Impossible,
    InTimeOf,
    Recurring,
    Repeated,
    Vague,
)
from claimx.pipeline.dates.expressions.parts import (
    Around,
    Between,
    Clock,
    Ending,
    Inside,
    Nth,
    PartOfDay,
    Portion,
)

__all__ = [
    "Around",
    "Between",
    "Clock",
    "Distance",
    "EitherOrder",
    "Ending",
    "Expression",
    "FiscalYear",
    "Fixed",
    "Impossible",
    "InTimeOf",
    "Inside",
    "Length",
    "Nth",
    "PartOfDay",
    "PlainValue",
    "Portion",
    "Recurring",
    "Repeated",
    "Step",
    "Strictly",
    "Told",
    "Vague",
]
