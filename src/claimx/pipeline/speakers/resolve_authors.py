"""Who speaks through a letter, an e-mail or a statement: whoever it is said to belong to.

A document is a source of its own only where its author is out of sight (guideline of PolNeAR).
"""

from __future__ import annotations

from claimx.pipeline.mentions.classes import Nominal
from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.speakers.remember_text import TextMemory
from claimx.pipeline.speakers.resolutions import Resolution, last_mention

_PAPERS = frozenset(
    {"letter", "email", "e-mail", "memo", "message", "note", "statement", "tweet", "telegram"}
)


def resolve_author(memory: TextMemory, phrase: Phrase, nominal: Nominal) -> Resolution | None:
    """The named person who possesses the document that a source consists of ("Obi's letter")."""
    if nominal.noun not in _PAPERS or nominal.is_plural:
        return None
    author = memory.find_possessor(phrase)
    if author is None or not author.is_person or author.entity is None:
        return None
    return Resolution(author, "author", 0.75, last_mention(author))
