"""Where in the calendar an expression lies, from a given anchor and in a given direction.

`locate` is one function over all kinds of `Expression`; each file registers it for the kinds of the
file of that name in `expressions`, and ``ranges`` for `Between`.
"""

from __future__ import annotations

from claimx.pipeline.dates.locate import distances, names, parts, ranges
from claimx.pipeline.dates.locate.anchors import Anchors, Unresolved
from claimx.pipeline.dates.locate.dispatch import locate
from claimx.pipeline.dates.locate.distances import move_day

__all__ = ["Anchors", "Unresolved", "distances", "locate", "move_day", "names", "parts", "ranges"]
