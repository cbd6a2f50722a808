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
    from claimx.article import Article, Failure
    from claimx.saved import read

__all__ = ["Article", "Failure", "__version__", "extract", "extract_many", "load", "read"]

_HOMES = {
    "Article": "claimx.article",
    "Failure": "claimx.article",
    "extract": "claimx.api",
    "extract_many": "claimx.api",
    "load": "claimx.api",
    "read": "claimx.saved",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
