"""Many inputs: in input order, nothing lost, memory flat."""

from __future__ import annotations

from claimx.batch.batches import extract_batch
from claimx.batch.config import BatchConfig
from claimx.batch.extract import extract_articles
from claimx.batch.failures import describe_failure

__all__ = ["BatchConfig", "describe_failure", "extract_articles", "extract_batch"]
