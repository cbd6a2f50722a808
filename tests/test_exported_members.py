"""The public surface is a decision: a name comes or goes only together with this list."""

from __future__ import annotations

from importlib import import_module

import pytest

PUBLIC = {
    "claimx": [
        "Article",
        "Claim",
        "Content",
        "Cue",
        "Date",
        "Entity",
        "Evidence",
        "Failure",
        "Mention",
        "Metadata",
        "Provenance",
        "Quote",
        "Section",
        "Source",
        "Span",
        "Speaker",
        "__version__",
        "extract",
        "extract_many",
        "from_doc",
        "load",
        "make_doc",
        "read",
        "render",
        "to_pandas",
    ],
    "claimx.article": [
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
    ],
    "claimx.batch": ["BatchConfig", "describe_failure", "extract_articles", "extract_batch"],
    "claimx.cli": ["main"],
    "claimx.render": [
        "FORMATS",
        "Format",
        "OutputError",
        "Renderer",
        "Settings",
        "format_for_suffix",
    ],
}


@pytest.mark.parametrize("name", PUBLIC)
def test_exported_members_are_those_agreed_on(name: str) -> None:
    assert sorted(import_module(name).__all__) == sorted(PUBLIC[name])


@pytest.mark.parametrize(("module", "member"), [(m, n) for m in PUBLIC for n in PUBLIC[m]])
def test_every_exported_member_is_there(module: str, member: str) -> None:
    assert getattr(import_module(module), member) is not None


def test_claimx_lists_its_members_and_no_others() -> None:
    claimx = import_module("claimx")
    assert dir(claimx) == sorted(PUBLIC["claimx"])
    with pytest.raises(AttributeError, match="no attribute 'extrct'"):
        claimx.extrct  # noqa: B018
