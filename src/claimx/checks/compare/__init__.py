"""Two versions of an article, their claims and quotations aligned by content."""

from __future__ import annotations

from claimx.checks.compare.articles import Difference, compare_articles
from claimx.checks.compare.pairs import ArticlePair, pair_articles

__all__ = ["ArticlePair", "Difference", "compare_articles", "pair_articles"]
