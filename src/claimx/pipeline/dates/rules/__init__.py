"""The rules that find time expressions, a module a topic, and the cascade that they form."""

from __future__ import annotations

from functools import cache

from claimx.pipeline.dates.grammar import Cascade, Stage
from claimx.pipeline.dates.rules import (
    calendar,
    clock,
    fiscal,
    joins,
    lengths,
    numbers,
    parts,
    ranges,
    relative,
    sets,
)


@cache
def load_cascade() -> Cascade:
    """The cascade: numbers, then single expressions, then what is made of several of them."""
    cascade = Cascade(
        [
            Stage(numbers.RULES),
            Stage(
                [
                    *clock.MILITARY_RULES,
                    *calendar.RULES,
                    *fiscal.RULES,
                    *relative.RULES,
                    *parts.RULES,
                    *lengths.RULES,
                    *clock.TIME_RULES,
                ]
            ),
            Stage([*joins.NESTING_RULES, *parts.NESTING_RULES, *lengths.COMPOUND_RULES]),
            Stage([*joins.PORTION_RULES, *clock.MOMENT_RULES]),
            Stage(clock.DAY_RULES),
            Stage(ranges.RULES),
            Stage(sets.RULES),
            Stage([*sets.ROW_RULES, *parts.SPOKEN_RULES]),
        ]
    )
    cascade.warm_up()
    return cascade
