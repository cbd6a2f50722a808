"""A description where it stands, with what the text has said before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from claimx.pipeline.speakers.classify_nominals import Nominal
from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.speakers.referents import Presence, Referent
from claimx.pipeline.speakers.role_book import RoleBook


@dataclass(frozen=True)
class Description:
    """A description where it stands.

    Attributes:
        doc: The article.
        phrase: The description.
        nominal: What it says.
        sentence: Number of its sentence.
        presence: Who is present.
        texts: The texts without name that were introduced so far, by their nouns.
        roles: Who has which role in the article.
        speakers: Who spoke last, for a source.
        spoke_at: Number of the sentence in which they did.
    """

    doc: Doc
    phrase: Phrase
    nominal: Nominal
    sentence: int
    presence: Presence
    texts: Mapping[str, Sequence[Referent]]
    roles: RoleBook
    speakers: Sequence[Referent] = ()
    spoke_at: int = 0
