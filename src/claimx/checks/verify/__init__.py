"""Quotations of a draft held against the texts that they come from."""

from __future__ import annotations

from claimx.checks.verify.paraphrases import Nearest, PassageFinder, paraphrases_in
from claimx.checks.verify.sources import Passage, SourceText, source_text
from claimx.checks.verify.verdicts import Verdict, Verifier

__all__ = [
    "Nearest",
    "Passage",
    "PassageFinder",
    "SourceText",
    "Verdict",
    "Verifier",
    "paraphrases_in",
    "source_text",
]
