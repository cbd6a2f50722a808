"""The typed model of an article: what every other room of claimx speaks in."""

from __future__ import annotations

from claimx.article.integrity import check_offsets
from claimx.article.model import Article, Failure, FailureMetadata, FailureReason
from claimx.article.records import (
    Claim,
    Content,
    Cue,
    Date,
    Entity,
    Evidence,
    Mention,
    Metadata,
    Offsets,
    Provenance,
    Quote,
    Section,
    Source,
    Span,
    Speaker,
)
from claimx.article.schema import article_schema
from claimx.article.values import (
    DATE_REASONS,
    EVIDENCE_RULES,
    SCHEMA_VERSION,
    DateReason,
    EvidenceRule,
)

__all__ = [
    "DATE_REASONS",
    "EVIDENCE_RULES",
    "SCHEMA_VERSION",
    "Article",
    "Claim",
    "Content",
    "Cue",
    "Date",
    "DateReason",
    "Entity",
    "Evidence",
    "EvidenceRule",
    "Failure",
    "FailureMetadata",
    "FailureReason",
    "Mention",
    "Metadata",
    "Offsets",
    "Provenance",
    "Quote",
    "Section",
    "Source",
    "Span",
    "Speaker",
    "article_schema",
    "check_offsets",
]
