"""The articles of the jobs, one of them without a text."""

from __future__ import annotations


def make_articles() -> list[dict[str, str]]:
    """Twenty of them."""
    articles = [
        {
            "text": f"The bridge is “shut for {number} days”, Ann Hill said on Monday.",
            "path": f"{number}.txt",
            "date": "2025-03-14",
        }
        for number in range(20)
    ]
    articles[7]["text"] = " "
    return articles
