"""The noun phrases of a source one by one: where each begins, its head, what stands behind it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimx.lang.en import read_words
from claimx.lang.en.nouns import POSSESSIVES, group_nouns, organization_nouns, partitives
from claimx.pipeline.entities.lexicon import (
    country_of_demonym,
    normalize_word,
    person_nouns,
    singular_of,
)
from claimx.pipeline.mentions.party_and_state import skip_party_and_state
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "FW"})
_VERBS = frozenset({"VB", "VBZ", "VBD", "VBP", "MD", "VBN", "VBG"})
_ENDINGS = frozenset({"'s", "’s"})
_CONJUNCTIONS = frozenset({"and", "or", "&", "nor"})
_INCLUDING, _EXAMPLES = "including", "like"
_RELATIVES = frozenset({"who", "whom", "whose", "which", "that", "where", "when"})
_ONE = frozenset({"a", "an", "one", "another"})
_EMPHATIC = frozenset({"himself", "herself", "itself", "themselves", "too", "alone"})
_MORE_OR_FEWER = frozenset({"more", "fewer", "less", "rather"})
_DASHES = frozenset({"—", "–", "--", "-"})
_PRONOUN_TAGS = frozenset({"PRP", "WP", "WDT"})
_LONGEST_IN_ED = 5


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
    separator: str


def read_cores(index: NameIndex, start: int, end: int) -> list[Core]:
    """The cores of the phrases between ``start`` and ``end``, with what stands after each."""
    cores: list[Core] = []
    place = start
    opened = start
    while place <= end:
        behind = skip_party_and_state(index.doc, place)
        if behind > place:
            place = min(behind, end)  # "Ann Hill (R-Fla.) and Tom Kerr (D-Ohio)"
            continue
        separator = _separator_at(index, opened, place, end)
        if separator is None:
            name = index.name_at(place)
            place = name.end if name is not None and name.end <= end else place + 1
            continue
        core = _make_core(index, opened, place, separator)
        if core is not None:
            cores.append(core)
        elif separator == "and" and place > opened:
            # "Russian and Ukrainian officials": the adjective waits for its noun.
            place += 1
            continue
        elif separator in ("and", _INCLUDING, _EXAMPLES) and cores and cores[-1].separator == ",":
            cores[-1].separator = separator  # ", and"
        if separator == _EXAMPLES and index.doc[place].lower_ == "such":
            place += 1  # "such as"
        if separator in ("modifier", "end"):
            is_person = core is not None and core.place is not None and _is_person(core.place)
            place = _skip_modifier(index, place, end, among_persons=is_person)
            if place >= end:
                break
            if core is not None:
                core.separator = _rejoin(index, place, is_person) or core.separator
        place += 1
        opened = place
    return cores


def _separator_at(index: NameIndex, opened: int, place: int, end: int) -> str | None:
    """What stands at ``place`` between two phrases, or None inside one."""
    if place >= end:
        return "end"
    doc = index.doc
    token = doc[place]
    if index.name_at(place) is not None or index.titled_at(place) is not None:
        return None
    if place > opened and _is_hyphenated(doc, place):
        return None  # "Florida-based", "rank-and-file", "editor-in-chief"
    if token.text == "," or token.text in "();:" or (token.text in _DASHES and token.whitespace_):
        return ","
    if token.lower_ in _CONJUNCTIONS:
        return "and"
    if token.lower_ == _INCLUDING:
        return _INCLUDING
    if _opens_examples(index, place):
        return _EXAMPLES
    if place == opened or token.text in _ENDINGS:
        return None
    if _is_in_quantity(doc, opened, place):
        return None
    has_noun = any(doc[i].tag_ in _NOUNS or doc[i].tag_ == "PRP" for i in range(opened, place))
    has_noun = has_noun or doc[place - 1].lower_ in ("those", "these")
    # "An official briefed on it": a noun that the tagger took for an adjective.
    has_noun = has_noun or singular_of(normalize_word(doc[place - 1].text)) in person_nouns()
    has_noun = has_noun or (place - 1 >= opened and doc[place - 1].lower_ in partitives())
    if not has_noun:
        return None
    if token.lower_ in _RELATIVES or token.tag_ in ("IN", "TO", "WDT", "WP", "WP$", "WRB"):
        return "modifier"
    if token.tag_ in _VERBS and not _stands_before_noun(index, place, end):
        return None if _is_noun_at_end(doc, place, end) else "modifier"
    if token.tag_ == "JJ" and place + 1 < end and doc[place + 1].tag_ in ("IN", "TO"):
        return "modifier"
    if _opens_contact_clause(doc, place):
        return "modifier"
    if _is_missed_participle(doc, place):
        return "modifier"
    return None


def _opens_examples(index: NameIndex, place: int) -> bool:
    """Whether "like" or "such as" gives examples of the plural before it by name."""
    token, before = index.doc[place], index.doc[max(0, place - 1)]
    if token.lower_ not in ("like", "such"):
        return False
    if before.text == "," and place > 1:
        before = index.doc[place - 2]
    if before.tag_ not in ("NNS", "NNPS"):
        return False
    behind = place + 1
    if token.lower_ == "such" and behind < len(index.doc) and index.doc[behind].lower_ == "as":
        behind += 1
    elif token.lower_ == "such":
        return False
    if behind < len(index.doc) and index.doc[behind].tag_ == "DT":
        behind += 1  # "like the Harwick Trust"
    return (index.titled_at(behind) or index.name_at(behind)) is not None


def _is_in_quantity(doc: Doc, opened: int, place: int) -> bool:
    """Whether a word belongs to a quantity: "fewer *than* two", "most *of*", "of *whom*"."""
    token, before = doc[place], doc[place - 1]
    if token.lower_ == "than":
        return before.lower_ in _MORE_OR_FEWER
    if token.lower_ == "of":
        return before.lower_ in partitives()
    is_behind_of = before.lower_ == "of" and place - 2 >= opened
    return is_behind_of and doc[place - 2].lower_ in partitives()


def _opens_contact_clause(doc: Doc, place: int) -> bool:
    """Whether a clause without "that" begins right behind a noun ("figures *her* aides gave")."""
    is_subject = doc[place].tag_ in ("PRP", "PRP$") and doc[place].lower_ not in _EMPHATIC
    return is_subject and doc[place - 1].tag_ in ("NN", "NNS")


def _is_missed_participle(doc: Doc, place: int) -> bool:
    """Whether a word tagged as a noun is the participle behind one ("voters surveyed")."""
    token, before = doc[place], doc[place - 1]
    after = doc[place + 1] if place + 1 < len(doc) else None
    if token.is_lower and token.lower_.endswith("ing") and before.tag_ == "NNS":
        return after is not None and after.tag_ in ("TO", "IN")  # "activists clamoring to"
    if not (token.is_lower and token.lower_.endswith("ed") and before.tag_ in ("NN", "NNS")):
        return False
    # No plural ends so; of singulars, the long ones that are none of "speed" and "need".
    is_long = len(token) > _LONGEST_IN_ED and not token.lower_.endswith("eed")
    return token.tag_ == "NNS" or (token.tag_ == "NN" and is_long)


def _is_noun_at_end(doc: Doc, place: int, end: int) -> bool:
    """Whether a word tagged as a finite verb is the noun that a source ends with.

    No source ends with the verb of its own clause: "Civil rights activists" has none.
    """
    closes = place + 1 == end or doc[place + 1].text == ","
    token, before = doc[place], doc[place - 1]
    is_finite = token.tag_ in ("VBZ", "VBP", "VB") and token.is_alpha
    return closes and is_finite and before.tag_ not in _PRONOUN_TAGS


def _is_hyphenated(doc: Doc, place: int) -> bool:
    """Whether a hyphen binds a word to the one before it, or is such a hyphen."""
    token, before = doc[place], doc[place - 1]
    if token.text in _DASHES:
        return not token.whitespace_ and not before.whitespace_
    return before.text in _DASHES and not before.whitespace_


def _stands_before_noun(index: NameIndex, place: int, end: int) -> bool:
    """Whether a participle modifies the noun after it rather than the one before."""
    if index.doc[place].tag_ not in ("VBN", "VBG") or place + 1 >= end:
        return False
    after, before = index.doc[place + 1], index.doc[place - 1]
    if before.tag_ == "POS" and after.tag_ == "JJ":
        return True  # "Tarn's exiled spiritual leader"
    if index.doc[place].lower_ == "based" and index.name_at(place + 1) is not None:
        return True  # "New York based Human Rights Watch"
    is_behind = before.tag_ in ("JJ", "CD", "POS", "NNP", "RB") or before.lower_ == "of"
    is_behind = is_behind or _is_hyphenated(index.doc, place - 1)  # "big-name elected officials"
    is_owned = before.tag_ == "POS" and after.tag_ == "NNP"  # "the party's presumed Tarn nominee"
    return is_owned or (after.tag_ in ("NN", "NNS") and is_behind)


def _make_core(index: NameIndex, start: int, end: int, separator: str) -> Core | None:
    doc = index.doc
    while start < end and (doc[start].is_space or doc[start].is_punct):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in POSSESSIVES):
        end -= 1
    end = next((i for i in range(start, end) if skip_party_and_state(doc, i) > i), end)
    while end - start > 1 and doc[end - 1].lower_ in _EMPHATIC:
        end -= 1
    while end - start > 1 and _is_post_nominal(index, end - 1):
        end -= 1
    if start >= end:
        return None
    if separator == "and" and _waits_for_noun(index, start, end):
        return None
    last = index.name_at(end - 1)
    if last is not None and last.end == end:
        if is_part_of_people(index, start, last):
            return Core(start, end, end - 1, None, separator)
        return Core(start, end, _head_of_name(doc, last), last, separator)
    is_part = end - start > 2 and doc[end - 2].lower_ == "of" and doc[end - 1].tag_ in _PRONOUN_TAGS
    if is_part or (end - start > 1 and doc[end - 1].tag_ in ("VBZ", "VBP", "VB")):
        return Core(start, end, end - 1, None, separator)
    for token in range(end - 1, start - 1, -1):
        if normalize_word(doc[token].text) in read_words("names/time_words.txt") and token > start:
            continue  # "the party today"
        if doc[token].tag_ in _NOUNS or doc[token].lower_ in group_nouns():
            return Core(start, end, token, None, separator)
    for token in range(end - 1, start - 1, -1):
        if doc[token].tag_ == "PRP" or doc[token].pos_ in ("NOUN", "PROPN", "PRON"):
            return Core(start, end, token, None, separator)
    if separator == "end" and end - start == 1 and doc[start].text[:1].isupper():
        return Core(start, end, start, None, separator)
    if separator in ("end", "modifier", ",") and doc[end - 1].tag_ in ("JJ", "DT", "JJS", "JJR"):
        return Core(start, end, end - 1, None, separator)
    return None


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


def is_part_of_people(index: NameIndex, start: int, place: NamedPlace) -> bool:
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
        is_dash = token.text in _DASHES and bool(token.whitespace_)
        if token.text == "," or is_dash or (among_persons and _joins_person(index, place)):
            return place
        place += 1
    return end


def _joins_person(index: NameIndex, place: int) -> bool:
    """Whether an "and" stands before a person's name."""
    if place + 1 >= len(index.doc) or index.doc[place].lower_ not in _CONJUNCTIONS:
        return False
    return _is_person(index.titled_at(place + 1) or index.name_at(place + 1))


def _rejoin(index: NameIndex, place: int, is_person: bool) -> str | None:
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
