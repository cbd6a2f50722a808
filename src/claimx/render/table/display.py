"""The few styles of the tables, and text that folds."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from claimx.render.plain_text import clean

UNRESOLVED = "unresolved"
ID = "cyan"
NAME = "bold"
CUE = "italic"
NOTE = "dim"
ALERT = "yellow"
NEGATIVE = "bold red"
HEADING = "bold"
HOW = {"direct": "green", "indirect": "blue", "mixed": "magenta"}


def text_of(*parts: str | tuple[str, str] | Text) -> Text:
    """Styled text that folds rather than crops; strings are taken literally, not as markup."""
    return Text.assemble(*parts, overflow="fold")


def lines_of(lines: Iterable[Text]) -> Text:
    """Several texts under each other, empty ones left out."""
    return Text("\n", overflow="fold").join(line for line in lines if line)


def quoted(text: str) -> str:
    """Words of the article inside a sentence of ours."""
    return f"“{clean(text)}”"
