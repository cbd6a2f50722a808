"""Imported once for all workers: what they share instead of loading it each.

Nothing here may start a thread or an onnxruntime session, since neither survives in a copy of the
process.
"""

from __future__ import annotations

import dateparser
import spacy.lang.en

import claimx.assemble
import claimx.batch.analyst
import claimx.pipeline.factories
import claimx.pipeline.load
import claimx.reading

__all__ = ["claimx", "dateparser", "spacy"]
