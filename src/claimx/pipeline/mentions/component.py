"""The component that finds every name, noun phrase and pronoun."""

from __future__ import annotations

from spacy.tokens import Doc

from claimx.pipeline.mentions.find_mentions import find_mentions
from claimx.pipeline.mentions.table import set_mentions


class Mentions:
    """Stores the mentions of an article, in text order, with what joins them.

    Goes after the entities where there are any; without them the names are those of ``doc.ents``.
    `claimx.pipeline.mentions.table.get_mentions` reads them.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Find the mentions of ``doc`` and return it."""
        set_mentions(doc, find_mentions(doc))
        return doc
