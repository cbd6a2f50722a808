"""Of whom a bare number is a share: "Among likely voters … 5 percent prefer"."""

from __future__ import annotations

from spacy.tokens import Doc

from claimx.lang.en.nouns import group_nouns, nouns_of
from claimx.pipeline.mentions.classes import is_person_noun, is_plural_noun
from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.speakers.remember_text import TextMemory
from claimx.pipeline.speakers.resolutions import Resolution

_SENTENCES = 3
_LONGEST = 6


def resolve_share(memory: TextMemory, phrase: Phrase) -> Resolution | None:
    """The group of which the source "5 percent" is a part, None where it is no share of one."""
    head = _find_group_of_share(memory.doc, phrase)
    if head is None:
        return None
    number = memory.table.at(head)
    start = head if number is None else memory.table[number].start
    described = Phrase(start, head + 1, head, "nominal")
    group = memory.meant_at(head) or memory.introduce(described)
    group.add_mention(start, head + 1, "nominal")
    return Resolution(group, "share-of-group", 0.7, (start, head + 1))


def _find_group_of_share(doc: Doc, phrase: Phrase) -> int | None:
    """The head of the group that a source without a noun is a part of, or None.

    It is the last plural of persons behind "among" or "of" in the sentence or the two before,
    "among" before "of" where one sentence has both.
    """
    head = doc[phrase.head]
    if head.tag_ != "CD" and head.lower_ not in nouns_of("lone-fraction"):
        return None
    sentence = head.sent
    for _ in range(_SENTENCES):
        places = range(min(sentence.end, phrase.start) - 1, sentence.start - 1, -1)
        for opener in ("among", "of"):
            for place in places:
                if doc[place].lower_ == opener:
                    found = _find_plural(doc, place + 1)
                    if found is not None:
                        return found
        if sentence.start == 0:
            return None
        sentence = doc[sentence.start - 1].sent
    return None


def _find_plural(doc: Doc, start: int) -> int | None:
    for place in range(start, min(start + _LONGEST, len(doc))):
        token = doc[place]
        if token.is_punct or token.tag_ in ("IN", "VBD", "VBZ", "VBP", "MD", "CC"):
            return None
        if token.tag_ == "NNS" and not token.nbor(-1).is_space:
            follows = doc[place + 1] if place + 1 < len(doc) else None
            if follows is not None and follows.tag_ in ("NN", "NNS"):
                continue
            is_people = is_person_noun(token) or token.lower_ in group_nouns()
            return place if is_people and is_plural_noun(token) else None
    return None
