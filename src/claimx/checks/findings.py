"""A finding: a rule that fired at a place of an input."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from claimx.checks.places import Place


@dataclass(frozen=True, slots=True)
class Finding:
    """What every output of `check` and `verify` shows.

    Attributes:
        code: Of the rule.
        name: Of the rule.
        message: One sentence without a full stop.
        place: Where, in the file and in the text.
        excerpt: The words that it is about, white space as one space.
        confidence: Of the claim that it rests on, 0 to 1; None where it rests on none.
        fails: Whether it counts for exit code 1.
    """

    code: str
    name: str
    message: str
    place: Place
    excerpt: str
    confidence: float | None = None
    fails: bool = True

    @property
    def fingerprint(self) -> str:
        """A hash that edits elsewhere in the file leave alone: of path, code and words."""
        content = "\0".join((self.place.path, self.code, self.excerpt))
        return hashlib.sha256(content.encode()).hexdigest()[:32]
