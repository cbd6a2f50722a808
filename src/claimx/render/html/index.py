"""What several articles have in common: a list of them, and who speaks in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimx.article.selection import is_named
from claimx.render.doubt import is_doubtful
from claimx.render.plain_text import clean

if TYPE_CHECKING:
    from claimx.article import Article, Speaker


@dataclass
class Entry:
    """An article in the list."""

    key: str
    title: str
    published: str
    publisher: str
    claims: int
    doubtful: int


@dataclass
class Voice:
    """A speaker across articles: one name of one kind."""

    name: str
    kind: str
    claims: int = 0
    words: int = 0
    articles: list[tuple[str, str]] = field(default_factory=list)


class Index:
    """Fills as the articles go by."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._voices: dict[tuple[str, str], Voice] = {}
        self._keys: set[str] = set()

    def add(self, article: Article) -> str:
        """Enter an article; its key in the page, by which addresses name it."""
        key = self._key(article)
        known = article.metadata
        self.entries.append(
            Entry(
                key=key,
                title=clean(known.title or known.path or article.id),
                published=known.published or "",
                publisher=clean(known.publisher or ""),
                claims=len(article.claims),
                doubtful=sum(is_doubtful(claim) for claim in article.claims),
            )
        )
        for speaker in article.speakers:
            self._hear(speaker, key, self.entries[-1].title)
        return key

    @property
    def voices(self) -> list[Voice]:
        """Those with a name, who speaks in most articles first."""
        return sorted(
            self._voices.values(),
            key=lambda voice: (-len(voice.articles), -voice.claims, voice.name),
        )

    def _hear(self, speaker: Speaker, key: str, title: str) -> None:
        if not is_named(speaker) or speaker.anonymous:
            return
        name = clean(speaker.name)
        voice = self._voices.setdefault((name.casefold(), speaker.kind), Voice(name, speaker.kind))
        voice.claims += speaker.claims
        voice.words += speaker.quoted_words
        voice.articles.append((key, title))

    def _key(self, article: Article) -> str:
        """The id of the article where it is plain and new, else with a number behind it."""
        base = "".join(letter for letter in article.id if letter.isascii() and letter.isalnum())
        base, number = base[:40] or "article", 1
        key = base
        while key in self._keys:
            number += 1
            key = f"{base}-{number}"
        self._keys.add(key)
        return key
