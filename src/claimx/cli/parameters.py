"""Types of options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import click
from click.shell_completion import CompletionItem


def unicode_text(value: str) -> str:
    """Words of the command line; bytes that the locale cannot decode are read as UTF-8.

    Everything written is UTF-8, which cannot hold the lone surrogates that Python makes of such
    bytes.
    """
    return os.fsencode(value).decode("utf-8", errors="replace")


class Nearest(click.ParamType):  # type: ignore[type-arg]
    """One of a few words; an unknown one is refused with the nearest that is known."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = tuple(known)
        self.name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        word = unicode_text(str(value)).strip()
        found = next((known for known in self.known if known.lower() == word.lower()), None)
        if found is not None:
            return found
        return self.fail(f"{word!r} is not known{_did_you_mean(word, self.known)}", param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The words that begin as the user has begun."""
        begun = incomplete.lower()
        return [CompletionItem(word) for word in self.known if word.lower().startswith(begun)]


class NearestList(click.ParamType):  # type: ignore[type-arg]
    """Words with commas between; each is one of a few, or any where ``known`` is None."""

    name = "names"

    def __init__(self, known: Iterable[str] | None) -> None:
        self._word = None if known is None else Nearest(known)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        if isinstance(value, str):
            value = [word.strip() for word in unicode_text(value).split(",") if word.strip()]
        if self._word is None:
            return tuple(str(word) for word in value)
        return tuple(self._word.convert(word, param, ctx) for word in value)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Completes the word behind the last comma."""
        if self._word is None:
            return []
        before, comma, begun = incomplete.rpartition(",")
        return [
            CompletionItem(before + comma + item.value)
            for item in self._word.shell_complete(ctx, param, begun)
        ]


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    from claimx.render.words import did_you_mean

    return did_you_mean(word, tuple(known))
