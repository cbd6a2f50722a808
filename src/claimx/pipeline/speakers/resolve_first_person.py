"""Who "I" and "we" stand for: the speaker of what they stand in, elsewhere the writer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from spacy.tokens import Doc

from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.speakers.resolutions import (
    FIRST,
    FIRST_PLURAL,
    Resolution,
    last_mention,
)


def resolve_first_person(
    doc: Doc,
    phrases: Sequence[Sequence[Phrase]],
    resolutions: Sequence[Sequence[Resolution]],
    contents: Mapping[int, int],
    quoted: set[int],
    find_voice: Callable[[int], Resolution | None],
) -> Iterator[tuple[int, Resolution]]:
    """What the first-person sources stand for, each with the number of its attribution.

    Besides, every "I" of a quotation is noted as a mention of its only speaker. A consumer
    must enter each result into ``resolutions`` before it asks for the next: a quotation inside
    a quotation hangs on what the outer one resolved to.

    Args:
        doc: The article.
        phrases: The phrases of each attribution's source.
        resolutions: What they stand for as far as that is known.
        contents: For each token the number of the attribution whose content holds it.
        quoted: The tokens inside quotation marks.
        find_voice: Who "I" or "we" at a token stands for, outside of all that is quoted.
    """
    first_person = FIRST | FIRST_PLURAL
    pending = [
        (number, phrase)
        for number, parts in enumerate(phrases)
        for phrase in parts
        if phrase.kind == "pronoun" and doc[phrase.head].lower_ in first_person
    ]
    for number, phrase in sorted(pending, key=lambda row: row[1].head):
        outer = contents.get(phrase.head)
        around = resolutions[outer] if outer is not None and outer != number else ()
        is_told = outer in (None, number) and phrase.head not in quoted
        voice = find_voice(phrase.head) if is_told else None
        if voice is not None:
            yield number, voice
            continue
        for found in _find_speakers(doc, phrase, around):
            yield number, found
    for place in sorted(quoted & contents.keys()):
        if doc[place].lower_ in FIRST:
            speakers = [r.referent for r in resolutions[contents[place]] if r.referent is not None]
            if len(speakers) == 1 and not speakers[0].members:
                speakers[0].add_mention(place, place + 1, "pronoun")


def _find_speakers(doc: Doc, phrase: Phrase, outer: Sequence[Resolution]) -> list[Resolution]:
    """The speakers of the statement around, as those of the pronoun in it."""
    share = 0.9 if doc[phrase.head].lower_ in FIRST else 0.75
    found = [
        Resolution(
            r.referent,
            "speaker-of-quote",
            round(share * r.score, 2),
            r.antecedent or last_mention(r.referent),
        )
        for r in outer
        if r.referent is not None
    ]
    return found or [Resolution(None, "first-person", 0.0)]
