"""What a source consists of: its phrases, their heads, what they are.

A source may be "U.S. President Donald Trump", "Trump's lawyer", "A spokesman for the ministry,
John Smith", "Google and Yahoo", "he". The head decides whom it names: a name that only modifies
the head ("Trump's lawyer", "officials in Russia") is nobody who speaks. The reading goes by
tags and names, not by the parse, since limits of sources are surer than heads of tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from claimx.pipeline.entities.lexicon import (
    country_of_demonym,
    normalize_word,
    person_nouns,
    singular_of,
    time_words,
)
from claimx.pipeline.speakers.lexicon import group_nouns, partitives, pronouns
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "FW"})
_VERBS = frozenset({"VB", "VBZ", "VBD", "VBP", "MD", "VBN", "VBG"})
_ADVERBS = frozenset({"RB", "RBR", "RBS"})
_LEADING = frozenset({"IN", "TO", "RB", "CC"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_CONJUNCTIONS = frozenset({"and", "or", "&", "nor"})
_RELATIVES = frozenset({"who", "whom", "whose", "which", "that", "where", "when"})
_ONE = frozenset({"a", "an", "one", "another"})
_EMPHATIC = frozenset({"himself", "herself", "itself", "themselves", "too", "alone"})
_DASHES = frozenset({"—", "–", "--", "-"})
_PRONOUN_TAGS = frozenset({"PRP", "WP"})
_LONGEST_IN_ED = 5


@dataclass(frozen=True)
class Phrase:
    """A noun phrase or pronoun that a source consists of: half-open token offsets.

    Attributes:
        start: First token, determiner included.
        end: The token after the core, modifiers behind the head left out.
        head: The head's token.
        kind: ``name``, ``pronoun``, ``nominal``.
        place: The mention by name that heads it, for a name.
        beside: The nominal that a name stands in apposition to ("a spokesman, John Smith").
    """

    start: int
    end: int
    head: int
    kind: str
    place: NamedPlace | None = None
    beside: tuple[int, int] | None = None


@dataclass
class _Core:
    start: int
    end: int
    head: int
    place: NamedPlace | None
    separator: str


def read_phrases(index: NameIndex, spans: Sequence[Span]) -> list[Phrase]:
    """The phrases of a source; empty where it holds no noun and no pronoun."""
    for span in spans:
        phrases = _read_span(index, span)
        if phrases:
            return phrases
    return []


def _read_span(index: NameIndex, span: Span) -> list[Phrase]:
    doc = index.doc
    start, end = _strip_edges(index, span.start, span.end)
    if start >= end:
        return []
    if _is_pronoun(doc, index, start, end):
        return [Phrase(start, start + 1, start, "pronoun")]
    cores = _read_cores(index, start, end)
    if not cores:
        return []
    return _combine(index, cores)


def _strip_edges(index: NameIndex, start: int, end: int) -> tuple[int, int]:
    """Token limits without punctuation, a preposition before and adverbs around the phrase."""
    doc = index.doc
    while start < end and (
        doc[start].is_punct
        or doc[start].is_space
        or (
            end - start > 1
            and doc[start].tag_ in _LEADING
            and not _opens(doc[start])
            and index.name_at(start) is None
        )
    ):
        start += 1
    while end > start and (
        doc[end - 1].is_punct
        or doc[end - 1].is_space
        or (
            end - start > 1
            and doc[end - 1].tag_ in _ADVERBS
            and doc[end - 1].is_lower
            and index.name_at(end - 1) is None
        )
    ):
        end -= 1
    return start, end


def _opens(token: Token) -> bool:
    """Whether a word that looks like a preposition or adverb opens a phrase ("that man")."""
    return token.lower_ in ("that", "both", "all", "nearly", "about", "some")


def _is_pronoun(doc: Doc, index: NameIndex, start: int, end: int) -> bool:
    token = doc[start]
    if token.lower_ not in pronouns() or index.name_at(start) is not None:
        return False
    if end - start == 1:
        return True
    following = doc[start + 1]
    if token.lower_ in ("his", "her", "its", "their", "my", "our", "your", "whose"):
        return False
    if token.tag_ in _PRONOUN_TAGS or token.lower_ in ("he", "she", "they", "i", "we", "who"):
        return following.lower_ not in _CONJUNCTIONS
    return False


def _read_cores(index: NameIndex, start: int, end: int) -> list[_Core]:
    """The cores of the phrases between ``start`` and ``end``, with what stands after each."""
    cores: list[_Core] = []
    place = start
    opened = start
    while place <= end:
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
        if separator in ("modifier", "end"):
            place = _skip_modifier(index, place, end)
            if place >= end:
                break
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
    if place == opened:
        return None
    if token.lower_ == "of" and doc[place - 1].lower_ in partitives():
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
    if _is_missed_participle(doc, place):
        return "modifier"
    return None


def _is_missed_participle(doc: Doc, place: int) -> bool:
    """Whether a word tagged as a noun is the participle behind one ("voters surveyed")."""
    token, before = doc[place], doc[place - 1]
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
    is_behind = before.tag_ in ("JJ", "CD", "POS", "NNP", "RB") or before.lower_ == "of"
    return after.tag_ in ("NN", "NNS") and is_behind


def _make_core(index: NameIndex, start: int, end: int, separator: str) -> _Core | None:
    doc = index.doc
    while start < end and (doc[start].is_space or doc[start].is_punct):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in _POSSESSIVES):
        end -= 1
    while end - start > 1 and doc[end - 1].lower_ in _EMPHATIC:
        end -= 1
    if start >= end:
        return None
    last = index.name_at(end - 1)
    if last is not None and last.end == end:
        if separator == "and" and last.start == start and _is_adjective(index, last):
            return None
        if is_part_of_people(index, start, last):
            return _Core(start, end, end - 1, None, separator)
        return _Core(start, end, _head_of_name(doc, last), last, separator)
    if end - start > 1 and doc[end - 1].tag_ in ("VBZ", "VBP", "VB"):
        return _Core(start, end, end - 1, None, separator)
    for token in range(end - 1, start - 1, -1):
        if normalize_word(doc[token].text) in time_words() and token > start:
            continue  # "the party today"
        if doc[token].tag_ in _NOUNS or doc[token].lower_ in group_nouns():
            return _Core(start, end, token, None, separator)
    for token in range(end - 1, start - 1, -1):
        if doc[token].tag_ == "PRP" or doc[token].pos_ in ("NOUN", "PROPN", "PRON"):
            return _Core(start, end, token, None, separator)
    if separator == "end" and end - start == 1 and doc[start].text[:1].isupper():
        return _Core(start, end, start, None, separator)
    if separator in ("end", "modifier", ",") and doc[end - 1].tag_ in ("JJ", "DT", "JJS", "JJR"):
        return _Core(start, end, end - 1, None, separator)
    return None


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


def is_adjective_of_people(index: NameIndex, place: NamedPlace) -> bool:
    """Whether a nationality only describes something ("Russian oil"), so that nobody is meant."""
    return place.entity.label == "NORP" and index.doc[place.end - 1].tag_ == "JJ"


def _head_of_name(doc: Doc, place: NamedPlace) -> int:
    return int(doc[place.start : place.end].root.i)


def _skip_modifier(index: NameIndex, place: int, end: int) -> int:
    """The comma after a modifier behind a head, or ``end``."""
    while place < end:
        name = index.name_at(place)
        if name is not None:
            place = max(name.end, place + 1)
            continue
        if index.doc[place].text == ",":
            return place
        place += 1
    return end


def _combine(index: NameIndex, cores: list[_Core]) -> list[Phrase]:
    while len(cores) > 1 and _describe_one(index, cores[0], cores[1]):
        # The second description adds a role, and what follows it follows both.
        joined = replace(cores[0], separator=cores[1].separator)
        cores = [joined, *cores[2:]]
    first = cores[0]
    members = _coordinated(index, cores)
    if len(members) > 1:
        return [_make_phrase(index, core) for core in members]
    if first.place is None:
        named = _apposed_names(index, cores)
        if named:
            beside = (first.start, first.end)
            return [
                Phrase(core.start, core.end, core.head, "name", core.place, beside)
                for core in named
            ]
    return [_make_phrase(index, first)]


def _describe_one(index: NameIndex, one: _Core, other: _Core) -> bool:
    """Whether two descriptions are of one person: "a delegate and conservative activist"."""
    doc = index.doc
    if one.place is not None or other.place is not None or one.separator != "and":
        return False
    is_possessed = any(token.text in _POSSESSIVES for token in doc[one.start : one.head])
    opens = is_possessed or doc[one.start].lower_ in ("a", "an", "the")
    is_single = opens and doc[one.head].tag_ == "NN"
    return is_single and doc[other.head].tag_ == "NN" and doc[other.start].tag_ != "DT"


def _coordinated(index: NameIndex, cores: list[_Core]) -> list[_Core]:
    """The members of a coordination that begins with the first core; only that where none is."""
    first = cores[0]
    if first.separator == "and" and len(cores) > 1:
        return cores[:2]
    if first.separator == "," and first.place is not None:
        members = [first]
        for core in cores[1:]:
            if core.place is None or not _are_alike(first.place, core.place):
                break
            members.append(core)
            if members[-2].separator == "and":
                return members
    return [first]


def _are_alike(one: NamedPlace, other: NamedPlace) -> bool:
    """Whether two names may be members of one enumeration rather than name and place."""
    labels = {one.entity.label, other.entity.label}
    return len(labels) == 1 or labels <= {"PERSON", "ORG", "NORP"}


def _apposed_names(index: NameIndex, cores: list[_Core]) -> list[_Core]:
    """The persons that a nominal is explained by: "the envoy, Steve Witkoff"."""
    named: list[_Core] = []
    for core in cores[1:]:
        if core.place is None or core.place.entity.label != "PERSON":
            break
        if core.start < core.place.title_start:
            break
        named.append(core)
    if not named or any(core.separator == "modifier" for core in named[:-1]):
        return []
    return named if len(named) == 1 or named[-2].separator == "and" else named[:1]


def _make_phrase(index: NameIndex, core: _Core) -> Phrase:
    if core.place is not None:
        return Phrase(core.start, core.end, core.head, "name", core.place)
    token = index.doc[core.head]
    if token.lower_ in pronouns() and core.end - core.start == 1:
        return Phrase(core.start, core.end, core.head, "pronoun")
    return Phrase(core.start, core.end, core.head, "nominal")
