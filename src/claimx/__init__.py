"""claimx reads a news article and tells who said what, when.

>>> import claimx
>>> article = claimx.extract("“It is over,” Ms. Hill said on Friday.", published="2025-03-14")
>>> [claim.content.text for claim in article.claims]
['“It is over,”']

Everything here is imported on first use, so that ``import claimx`` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimx._version import __version__

if TYPE_CHECKING:
    from claimx.api import extract, extract_many, load
    from claimx.article import (
        Article,
        Claim,
        Content,
        Cue,
        Date,
        Entity,
        Evidence,
        Failure,
        Mention,
        Metadata,
        Provenance,
        Quote,
        Section,
        Source,
        Span,
        Speaker,
    )
    from claimx.docs import from_doc, make_doc
    from claimx.saved import read
    from claimx.tables import render_records as render
    from claimx.tables import to_pandas

_RECORDS = (
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
)
__all__ = [
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
]

_HOMES = {
    **dict.fromkeys(_RECORDS, "claimx.article"),
    "extract": "claimx.api",
    "extract_many": "claimx.api",
    "from_doc": "claimx.docs",
    "load": "claimx.api",
    "make_doc": "claimx.docs",
    "read": "claimx.saved",
    "to_pandas": "claimx.tables",
}


def __getattr__(name: str) -> Any:
    if name == "render":
        # The module, which can be called: it stands under this name as soon as it is imported.
        from importlib import import_module

        return import_module("claimx.render")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
