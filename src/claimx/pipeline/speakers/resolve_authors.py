"""Who speaks through a letter, an e-mail or a statement: whoever wrote it, where the text tells.

A document is a source of its own only where its author is out of sight (guideline of PolNeAR).
"""

from __future__ import annotations

from claimx.lang.en.nouns import POSSESSIVES, nouns_of
from claimx.pipeline.mentions.classes import Nominal
from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.speakers.referents import Referent
from claimx.pipeline.speakers.remember_text import TextMemory
from claimx.pipeline.speakers.resolutions import Resolution, last_mention


def resolve_author(memory: TextMemory, phrase: Phrase, nominal: Nominal) -> Resolution | None:
    """The named person who wrote the document that a source consists of, None where nothing tells.

    The author possesses it ("Obi's letter") or stands behind "from".
    """
    if nominal.noun not in nouns_of("authored") or nominal.is_plural:
        return None
    author = memory.find_possessor(phrase) or _find_sender(memory, phrase)
    if author is None or not author.is_person or author.entity is None:
        return None
    return Resolution(author, "author", 0.75, last_mention(author))


def _find_sender(memory: TextMemory, phrase: Phrase) -> Referent | None:
    doc = memory.doc
    if phrase.end + 1 >= len(doc) or doc[phrase.end].lower_ != "from":
        return None
    start = phrase.end + 1
    place = memory.index.name_at(start) or memory.index.titled_at(start)
    if place is None or doc[place.end : place.end + 1].text in POSSESSIVES:
        return None  # "from Obi's office"
    return memory.named_at(place)
