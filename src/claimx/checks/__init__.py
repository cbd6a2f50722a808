"""Articles held against rules, sources and other versions of themselves.

Everything here is given articles, never a pipeline.
"""

from __future__ import annotations

from claimx.checks.findings import Finding
from claimx.checks.registry import RULES, find_rule
from claimx.checks.rule import Hit, Rule

__all__ = ["RULES", "Finding", "Hit", "Rule", "find_rule"]
