"""Differences as text, JSON, and a page with both versions side by side."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TextIO

from claimx.checks.compare.articles import Difference
from claimx.checks.compare.pairs import ArticlePair
from claimx.render.plain_text import clean


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """A pair of articles and what changed between them."""

    pair: ArticlePair
    differences: Sequence[Difference]

    @property
    def has_changed(self) -> bool:
        """Whether anything changed; an article that came or went has."""
        return bool(self.differences) or self.pair.old is None or self.pair.new is None


def render_text(compared: Sequence[ComparedPair], stream: TextIO) -> None:
    """Write a line a difference, under the name of each article that changed."""
    for item in compared:
        if not item.has_changed:
            continue
        stream.write(clean(item.pair.name) + "\n")
        if item.pair.old is None or item.pair.new is None:
            gone = "is new" if item.pair.old is None else "is gone"
            stream.write(f"  the article {gone}\n")
        for difference in item.differences:
            ids = " → ".join(name for name in (difference.old, difference.new) if name)
            stream.write(f"  {difference.kind:<15} {ids:<10} {clean(difference.message)}\n")
    changed = sum(item.has_changed for item in compared)
    total = sum(len(item.differences) for item in compared)
    noun = "difference" if total == 1 else "differences"
    stream.write(f"{total} {noun} in {changed} of {len(compared)} articles.\n")


def render_json(compared: Sequence[ComparedPair], stream: TextIO) -> None:
    """Write an array with an object an article, the unchanged ones included."""
    entries = [
        {
            "article": item.pair.name,
            "old": item.pair.old.article.metadata.path if item.pair.old else None,
            "new": item.pair.new.article.metadata.path if item.pair.new else None,
            "status": _status(item),
            "differences": [asdict(difference) for difference in item.differences],
        }
        for item in compared
    ]
    stream.write(json.dumps(entries, ensure_ascii=False, indent=2) + "\n")


def _status(item: ComparedPair) -> str:
    if item.pair.old is None:
        return "added"
    if item.pair.new is None:
        return "removed"
    return "changed" if item.differences else "unchanged"


_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border-top: 1px solid #8888; padding: .5rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
th:first-child, td:first-child { width: 11rem; }
.note { color: #666; font-size: .875rem; }
@media (prefers-color-scheme: dark) { .note { color: #aaa; } }
"""


def render_html(compared: Sequence[ComparedPair], stream: TextIO) -> None:
    """Write one page without scripts or anything to load: a table an article."""
    stream.write(
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>What changed</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        "<h1>What changed</h1>\n"
    )
    changed = [item for item in compared if item.has_changed]
    for item in changed:
        _write_table(item, stream)
    if not changed:
        stream.write("<p>Nothing.</p>\n")
    stream.write("</body>\n</html>\n")


def _write_table(item: ComparedPair, stream: TextIO) -> None:
    stream.write(f"<h2>{_escape(item.pair.name)}</h2>\n")
    if item.pair.old is None or item.pair.new is None:
        gone = "new" if item.pair.old is None else "gone"
        stream.write(f"<p>The article is {gone}.</p>\n")
        return
    stream.write(
        '<table>\n<thead><tr><th scope="col">Change</th><th scope="col">Before</th>'
        '<th scope="col">After</th></tr></thead>\n<tbody>\n'
    )
    for difference in item.differences:
        kind = difference.kind.replace("-", " ", 1)
        stream.write(
            f"<tr><td>{_escape(kind)}</td>{_cell(difference.old, difference.old_text)}"
            f"{_cell(difference.new, difference.new_text)}</tr>\n"
            f'<tr><td></td><td colspan="2" class="note">{_escape(difference.message)}</td></tr>\n'
        )
    stream.write("</tbody>\n</table>\n")


def _cell(name: str | None, text: str | None) -> str:
    if text is None:
        return "<td>–</td>"
    return f'<td>{_escape(text)} <span class="note">{_escape(name or "")}</span></td>'


def _escape(text: str) -> str:
    return html.escape(clean(text))


DIFF_FORMATS = {"text": render_text, "json": render_json, "html": render_html}
