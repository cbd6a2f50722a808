"""Clauses that give somebody a name."""

from __future__ import annotations

import re
from functools import cache

from claimx.lang.en.reader import read_lines


@cache
def naming_pattern() -> re.Pattern[str]:
    """What stands between a description and the name that it gives ("named", "known as")."""
    phrases = "|".join(read_lines("naming_phrases.txt"))
    return re.compile(rf"\b(?:{phrases})\s+(?P<opening>[“\"‘'])?(?=[^\W\d_])", re.IGNORECASE)
