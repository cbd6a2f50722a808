"""Names that a source gives itself: "a student named Wong", "identified only as “Salt”"."""

from __future__ import annotations

from spacy.tokens import Span

from claimx.lang.en.naming import naming_pattern
from claimx.pipeline.annotations import Attribution
from claimx.pipeline.entities.collect_names import split_words
from claimx.pipeline.mentions.classes import Nominal, is_person_noun
from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.speakers.referents import Referent
from claimx.pipeline.speakers.remember_text import TextMemory
from claimx.pipeline.speakers.resolutions import Resolution

_FARTHEST = 14  # tokens from the head of the description to the name


def resolve_naming(
    memory: TextMemory, phrase: Phrase, nominal: Nominal, item: Attribution
) -> Resolution | None:
    """Whom a description of one person names behind itself, None where it names nobody.

    The name is that of an entity, found there or, as one between quotation marks seldom is, where
    the article uses it afterwards.
    """
    if nominal.is_plural or not nominal.is_person:
        return None
    start = phrase.head + 1
    end = min(start + _FARTHEST, memory.doc[phrase.head].sent.end)
    cue = next((span.start for span in item.cue if start <= span.start < end), end)
    text = memory.doc[start:cue]
    found = naming_pattern().search(text.text) if start < cue else None
    if found is None:
        return None
    opening = memory.doc.char_span(
        text.start_char + found.start(), text.start_char + found.end(), alignment_mode="expand"
    )
    if opening is not None and _names_another(memory.doc[start : opening.start]):
        return None
    between = memory.doc.char_span(
        text.start_char, text.start_char + found.end(), alignment_mode="expand"
    )
    if between is None:
        return None
    place = next((i for i in range(between.start, cue) if memory.doc[i].text[:1].isupper()), None)
    if place is None or memory.doc[place].idx - text.start_char - found.end() > 1:
        return None
    named = memory.index.name_at(place) or memory.index.titled_at(place)
    if named is not None and named.entity.label == "PERSON":
        return Resolution(memory.named_at(named), "naming", 0.9, (named.start, named.end))
    return _find_later(memory, place)


def _names_another(before: Span) -> bool:
    """Whether a naming clause is of another one: "who lives *with a man* named Tom".

    "The suspect, *a man* named Tom" is the same one.
    """
    if not before or not is_person_noun(before[-1]):
        return False
    return any(token.tag_.startswith("VB") or token.tag_ == "IN" for token in before)


def _find_later(memory: TextMemory, place: int) -> Resolution | None:
    """The person whom the article calls by the word at ``place`` elsewhere."""
    words = split_words(memory.doc[place].text)
    bearers: list[Referent] = [
        referent
        for referent in memory.cast.by_entity.values()
        if referent.is_person and split_words(referent.name) == words
    ]
    if len(bearers) != 1:
        return None
    return Resolution(bearers[0], "naming", 0.85, (place, place + 1))
