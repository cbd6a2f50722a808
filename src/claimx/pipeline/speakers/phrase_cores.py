"""The noun phrases of a source one by one: where each begins, its head, what stands behind it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimx.lang.en import read_words
from claimx.lang.en.nouns import POSSESSIVES, group_nouns, organization_nouns
from claimx.pipeline.entities.lexicon import (
    country_of_demonym,
    normalize_word,
    person_nouns,
    singular_of,
)
from claimx.pipeline.mentions.party_and_state import skip_party_and_state
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex
from claimx.pipeline.speakers.phrase_separators import (
    CONJUNCTIONS,
    EMPHATIC,
    NOUNS,
    PRONOUN_TAGS,
    Separator,
    count_joining,
    find_separator,
    is_dash,
)

_JOINING = frozenset({"and", "including", "like"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_ONE = frozenset({"a", "an", "one", "another"})


@dataclass
class Core:
    """A noun phrase without what stands behind its head: half-open token offsets.

    Attributes:
        start: First token, determiner included.
        end: The token after the core.
        head: The head's token.
        place: The mention by name that heads it, if one does.
        separator: What stands behind it: ``and``, ``,``, ``including``, ``like``, ``modifier`` or
            ``end``.
    """

    start: int
    end: int
    head: int
    place: NamedPlace | None
    separator: Separator


def read_cores(index: NameIndex, start: int, end: int) -> list[Core]:
    """The cores of the phrases between ``start`` and ``end``, with what stands after each."""
    cores: list[Core] = []
    opened = place = start
    while place <= end:
        place, separator = _find_limit(index, opened, place, end)
        core = _make_core(index, opened, place, separator)
        if core is not None:
            cores.append(core)
        elif separator == "and" and place > opened:
            place += 1  # "Russian and Ukrainian officials": the adjective waits for its noun.
            continue
        elif separator in _JOINING and cores and cores[-1].separator == ",":
            cores[-1].separator = separator  # ", and"
        if separator == "modifier":
            place = _pass_modifier(index, core, place, end)
        opened = place = place + count_joining(index.doc, place)
    return cores


def _find_limit(index: NameIndex, opened: int, place: int, end: int) -> tuple[int, Separator]:
    """Where the phrase that begins at ``opened`` ends, looked for from ``place`` on, and how."""
    while place < end:
        behind = skip_party_and_state(index.doc, place)
        if behind > place:
            place = min(behind, end)  # "Ann Hill (R-Fla.) and Tom Kerr (D-Ohio)"
            continue
        separator = find_separator(index, opened, place, end)
        if separator is not None:
            return place, separator
        name = index.name_at(place)
        place = name.end if name is not None and name.end <= end else place + 1
    return place, "end"


def _pass_modifier(index: NameIndex, core: Core | None, place: int, end: int) -> int:
    """The token behind a modifier; notes at its core what joins that to the next one."""
    is_person = core is not None and _is_person(core.place)
    place = _skip_modifier(index, place, end, among_persons=is_person)
    if core is not None and place < end:
        core.separator = _rejoin(index, place, is_person) or core.separator
    return place


def _make_core(index: NameIndex, start: int, end: int, separator: Separator) -> Core | None:
    start, end = _strip(index, start, end)
    if start >= end or (separator == "and" and _waits_for_noun(index, start, end)):
        return None
    last = index.name_at(end - 1)
    if last is not None and last.end == end:
        if _is_part_of_people(index, start, last):
            return Core(start, end, end - 1, None, separator)
        return Core(start, end, _head_of_name(index.doc, last), last, separator)
    head = _find_head(index.doc, start, end, separator)
    return None if head is None else Core(start, end, head, None, separator)


def _strip(index: NameIndex, start: int, end: int) -> tuple[int, int]:
    """Token limits without what belongs to no core: "Ann Hill *(R-Fla.)*", "the mayor *'s*"."""
    doc = index.doc
    while start < end and (doc[start].is_space or doc[start].is_punct):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in POSSESSIVES):
        end -= 1
    end = next((i for i in range(start, end) if skip_party_and_state(doc, i) > i), end)
    while end - start > 1 and doc[end - 1].lower_ in EMPHATIC:
        end -= 1
    while end - start > 1 and _is_post_nominal(index, end - 1):
        end -= 1
    return start, end


def _find_head(doc: Doc, start: int, end: int, separator: Separator) -> int | None:
    """The head of a phrase that ends with no name."""
    if end - start > 1 and _closes_as_head(doc, start, end):
        return end - 1
    noun = _find_last_noun(doc, start, end)
    if noun is None and _stands_for_noun(doc, start, end, separator):
        return end - 1
    return noun


def _closes_as_head(doc: Doc, start: int, end: int) -> bool:
    """Whether the last word is the head whatever stands before it: "most of *them*".

    What is tagged as a finite verb is taken for a noun, since no phrase ends with a verb.
    """
    last = doc[end - 1]
    is_part = end - start > 2 and doc[end - 2].lower_ == "of" and last.tag_ in PRONOUN_TAGS
    return is_part or last.tag_ in ("VBZ", "VBP", "VB")


def _find_last_noun(doc: Doc, start: int, end: int) -> int | None:
    """The last word tagged as a noun, else the last that is a noun or pronoun by other signs."""
    backwards = range(end - 1, start - 1, -1)
    for place in backwards:
        if place > start and normalize_word(doc[place].text) in read_words("names/time_words.txt"):
            continue  # "the party today"
        if doc[place].tag_ in NOUNS or doc[place].lower_ in group_nouns():
            return place
    return next((i for i in backwards if doc[i].tag_ == "PRP" or doc[i].pos_ in _NOMINAL), None)


def _stands_for_noun(doc: Doc, start: int, end: int, separator: Separator) -> bool:
    """Whether the last word of a phrase without nouns stands for one: "the *poor*"."""
    if separator == "end" and end - start == 1 and doc[start].text[:1].isupper():
        return True
    is_closed = separator in ("end", "modifier", ",")
    return is_closed and doc[end - 1].tag_ in ("JJ", "DT", "JJS", "JJR")


def _is_post_nominal(index: NameIndex, place: int) -> bool:
    """Whether a word holds the letters behind a person's name ("Kama Melly *QC*")."""
    word = normalize_word(index.doc[place].text)
    before = index.name_at(place - 1)
    return word in read_words("post_nominals.txt") and _is_person(before)


def _waits_for_noun(index: NameIndex, start: int, end: int) -> bool:
    """Whether a phrase before "and" only modifies the plural that ends the next one.

    "*Tarn* and Harwick officials", "at least ten *Sunni* and Kurdish groups", "*industry* and
    business representatives"; "*the mayor* and city officials" is a phrase of its own.
    """
    doc, last = index.doc, index.name_at(end - 1)
    if last is not None and _is_adjective(index, last):
        return True
    noun = _find_plural(doc, end + 1)
    if noun is None or noun == end + 1:
        return False
    if last is not None:
        after = index.name_at(end + 1)
        is_place = last.entity.label == "GPE" and last.start == start
        return is_place and after is not None and after.start == end + 1 and after.end == noun
    word = doc[end - 1]
    is_bare = doc[start].tag_ not in ("DT", "PRP$", "CD") and word.tag_ in ("NN", "NNP")
    return (word.tag_ == "JJ" or is_bare) and not _may_act(word)


def _find_plural(doc: Doc, start: int) -> int | None:
    """The plural in small letters that heads the noun phrase from ``start`` on."""
    place = start
    while place + 1 < len(doc) and doc[place].tag_ in ("JJ", "NN", "NNP", "POS", "HYPH", "VBN"):
        place += 1
    return place if doc[place : place + 1].text.islower() and doc[place].tag_ == "NNS" else None


def _may_act(noun: Token) -> bool:
    """Whether a singular noun without determiner may speak: "police", "mother", "management"."""
    word = singular_of(normalize_word(noun.text))
    return (
        word in person_nouns()
        or noun.lower_ in group_nouns()
        or noun.lower_ in organization_nouns()
    )


def _is_adjective(index: NameIndex, place: NamedPlace) -> bool:
    token = index.doc[place.end - 1]
    if token.tag_ == "JJ":
        return place.entity.label in ("NORP", "GPE", "LOC")
    return (
        place.entity.label == "NORP"
        and not token.text.endswith("s")
        and (token.tag_ != "NNPS" and country_of_demonym(token.text) is not None)
    )


def _is_part_of_people(index: NameIndex, start: int, place: NamedPlace) -> bool:
    """Whether a phrase means some of a people or party: "one Democrat", "most Russians"."""
    if place.entity.label != "NORP":
        return False
    if not index.doc[place.end - 1].text.endswith(("s", "ese", "ish")):
        # With "a" before it and nothing behind it the word is a noun whatever its tag.
        is_noun = index.doc[place.end - 1].tag_ != "JJ" or index.doc[start].lower_ in _ONE
        return is_noun and place.start > start
    return any(token.lower_ != "the" for token in index.doc[start : place.start])


def _head_of_name(doc: Doc, place: NamedPlace) -> int:
    return int(doc[place.start : place.end].root.i)


def _is_person(place: NamedPlace | None) -> bool:
    return place is not None and place.entity.label == "PERSON"


def _skip_modifier(index: NameIndex, place: int, end: int, *, among_persons: bool) -> int:
    """The comma or dash after a modifier, or ``end``; behind a person also an "and"."""
    while place < end:
        name = index.name_at(place)
        if name is not None:
            place = max(name.end, place + 1)
            continue
        token = index.doc[place]
        if token.text == "," or is_dash(token) or (among_persons and _joins_person(index, place)):
            return place
        place += 1
    return end


def _joins_person(index: NameIndex, place: int) -> bool:
    """Whether an "and" stands before a person's name."""
    if place + 1 >= len(index.doc) or index.doc[place].lower_ not in CONJUNCTIONS:
        return False
    return _is_person(index.titled_at(place + 1) or index.name_at(place + 1))


def _rejoin(index: NameIndex, place: int, is_person: bool) -> Separator | None:
    """What joins a person with a modifier to the next one: "Ann Hill of Ohio *and* Tom Kerr".

    Behind a description's modifier only ", and" does: "a friend of Tom Kerr, *and* Ann Hill".
    """
    if _joins_person(index, place + 1):
        return "and"
    if not is_person:
        return None
    if _joins_person(index, place):
        return "and"
    return "," if _is_person(index.titled_at(place + 1) or index.name_at(place + 1)) else None
