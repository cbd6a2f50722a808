"""The speakers with their figures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from claimx.article.selection import is_named
from claimx.render.plain_text import clean
from claimx.render.table import display
from claimx.render.table.display import lines_of, quoted, text_of
from claimx.render.table.sheet import Column, show_rows
from claimx.render.totals import named_first

if TYPE_CHECKING:
    from claimx.article import Article, Speaker
    from claimx.render.table.layout import Layout


def show_speakers(article: Article, layout: Layout) -> RenderableType:
    """All speakers of ``article``: those with a name, then those without, each in text order."""
    if layout.size == "narrow":
        columns = [Column("Speaker", most=24), Column("Roles and other names")]
    else:
        columns = [
            Column("Speaker", most=36),
            Column("Roles", labelled=True),
            Column("Other names", labelled=True),
        ]
    columns.append(Column("Claims", whole=True, right=True, labelled=True))
    columns.append(Column("Words quoted", whole=True, right=True, labelled=True))
    return show_rows(
        columns, ((s.id, _row(s, layout)) for s in named_first(article.speakers)), layout
    )


def _row(speaker: Speaker, layout: Layout) -> list[Text]:
    name = lines_of([Text(clean(speaker.name), style=display.NAME), _kind(speaker)])
    described = [_roles(speaker), _other_names(speaker)]
    if layout.size == "narrow":
        roles, names = described
        described = [lines_of([roles, text_of(("also ", display.NOTE), names) if names else names])]
    return [name, *described, Text(str(speaker.claims)), Text(str(speaker.quoted_words))]


def _kind(speaker: Speaker) -> Text:
    unnamed = "" if is_named(speaker) or speaker.kind == "unnamed" else "unnamed "
    kind = Text(f"{unnamed}{speaker.kind}", style=display.NOTE, overflow="fold")
    if speaker.anonymous:
        kind.append(", anonymous", style=display.ALERT)
    if speaker.anonymity is not None:
        kind.append(f": {quoted(speaker.anonymity.text)}")
    if speaker.affiliation:
        kind.append(f", of {clean(speaker.affiliation)}")
    return kind


def _roles(speaker: Speaker) -> Text:
    return lines_of(Text(role) for role in _distinct(role.text for role in speaker.roles))


def _other_names(speaker: Speaker) -> Text:
    own = clean(speaker.name)
    return text_of(", ".join(name for name in _distinct(speaker.aliases) if name != own))


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(clean(text) for text in texts))
