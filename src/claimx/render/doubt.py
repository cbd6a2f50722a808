"""When a claim is in doubt, the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.article import Claim

DOUBTFUL = 0.5


def is_doubtful(claim: Claim) -> bool:
    """Whether source and content are more likely wrong than right."""
    return claim.confidence is not None and claim.confidence < DOUBTFUL
