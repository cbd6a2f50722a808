"""Quotations of a draft held against the texts that they come from."""

from __future__ import annotations

from claimx.checks.verify.sources import Passage, SourceText, source_text
from claimx.checks.verify.verdicts import Verdict, Verifier

__all__ = ["Passage", "SourceText", "Verdict", "Verifier", "source_text"]
