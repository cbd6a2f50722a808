"""Many inputs: in input order, nothing lost, memory flat."""

from __future__ import annotations

from claimx.batch.extract import extract_articles
from claimx.batch.failures import describe_failure

__all__ = ["describe_failure", "extract_articles"]
