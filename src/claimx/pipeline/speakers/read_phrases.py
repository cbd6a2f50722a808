"""What a source consists of: its phrases, their heads, what they are.

A source may be "U.S. President Donald Trump", "Trump's lawyer", "A spokesman for the ministry,
John Smith", "Google and Yahoo", "he". The head decides whom it names: a name that only modifies
the head ("Trump's lawyer", "officials in Russia") is nobody who speaks. The reading goes by
tags and names, not by the parse, since limits of sources are surer than heads of tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from claimx.article.values import MentionKind
from claimx.lang.en import read_words
from claimx.lang.en.nouns import POSSESSIVES, known_persons, organization_nouns, pronouns
from claimx.pipeline.entities.lexicon import (
    normalize_word,
    person_nouns,
    singular_of,
)
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex
from claimx.pipeline.speakers.phrase_cores import Core, read_cores

_ADVERBS = frozenset({"RB", "RBR", "RBS"})
_LEADING = frozenset({"IN", "TO", "RB", "CC"})
_CONJUNCTIONS = frozenset({"and", "or", "&", "nor"})
_PREMODIFIERS = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "HYPH", "CD"})
_PRONOUN_TAGS = frozenset({"PRP", "WP"})


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
    kind: MentionKind
    place: NamedPlace | None = None
    beside: tuple[int, int] | None = None


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
    cores = read_cores(index, start, end)
    if not cores:
        last = index.name_at(end - 1)
        return [] if last is None else [Phrase(start, last.end, last.end - 1, "name", last)]
    return _combine(index, cores, end)


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
        is_edge(doc[end - 1])
        or (
            end - start > 1
            and (
                (doc[end - 1].tag_ in _ADVERBS and doc[end - 1].is_lower)
                or doc[end - 1].lower_ in read_words("names/time_words.txt")
            )
            and index.name_at(end - 1) is None
        )
    ):
        end -= 1
    return start, end


def is_edge(token: Token) -> bool:
    """Whether a word closes no phrase: punctuation or white space, but not "%"."""
    return token.is_space or (token.is_punct and token.text != "%")


def _opens(token: Token) -> bool:
    """Whether a word that looks like a preposition or adverb opens a phrase ("that man")."""
    if token.dep_ == "cc:preconj":
        return False  # "both the board and its rival"
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


def _combine(index: NameIndex, cores: list[Core], end: int) -> list[Phrase]:
    while len(cores) > 1 and _describe_one(index, cores[0], cores[1]):
        # The second description adds a role, and what follows it follows both.
        joined = replace(cores[0], separator=cores[1].separator)
        cores = [joined, *cores[2:]]
    first = cores[0]
    titled = _find_name_of_office(index, first, end)
    if titled is not None:
        return [Phrase(first.start, titled.end, titled.end - 1, "name", titled)]
    members = _list_members(index, cores)
    if members != [first]:
        return [_make_phrase(index, _name_explained(cores, core)) for core in members]
    if first.place is None:
        named = _apposed_names(index, cores)
        if named:
            beside = (first.start, first.end)
            return [
                Phrase(core.start, core.end, core.head, "name", core.place, beside)
                for core in named
            ]
    return [_make_phrase(index, first)]


def _find_name_of_office(index: NameIndex, first: Core, end: int) -> NamedPlace | None:
    """The person whose name ends an office with its field: "ambassador to Tarn *Ann Hill*".

    What stands between the preposition and the name is a name itself or a noun for a body ("the
    speaker of the parliament *Ann Hill*"); "a spokesman for Ann Hill" is not her, nor is a title
    of hers behind the preposition.
    """
    doc = index.doc
    if (
        first.place is not None
        or first.separator != "modifier"
        or not _is_person_noun(doc[first.head])
    ):
        return None
    stop = next((i for i in range(first.end, end) if doc[i].text in (",", "(")), end)
    place = index.name_at(stop - 1)
    if place is None or place.entity.label != "PERSON" or place.title_start <= first.end + 1:
        return None
    between = range(first.end + 1, place.title_start)
    if doc[first.end].tag_ not in ("IN", "TO") or place.title_start < place.start:
        return None
    if not doc[first.start : first.head].text.istitle() and doc[first.start].tag_ == "DT":
        return None  # "a lawyer for Tarn Ann Hill" is none
    bodies = [i for i in between if doc[i].lower_ in organization_nouns()]
    is_field = all(
        doc[i].text[:1].isupper() or doc[i].tag_ in ("DT", "IN", "CC") or i in bodies
        for i in between
    )
    is_named = bool(bodies) or any(index.name_at(i) is not None for i in between)
    return (
        place if is_field and is_named and doc[place.start - 1].tag_ not in ("IN", "CC") else None
    )


def _is_person_noun(token: Token) -> bool:
    noun = singular_of(normalize_word(token.text))
    return noun in person_nouns() or noun in known_persons()


def _describe_one(index: NameIndex, one: Core, other: Core) -> bool:
    """Whether two descriptions are of one person: "a delegate and conservative activist"."""
    doc = index.doc
    if one.place is not None or other.place is not None or one.separator != "and":
        return False
    is_possessed = any(token.text in POSSESSIVES for token in doc[one.start : one.head])
    opens = is_possessed or doc[one.start].lower_ in ("a", "an", "the")
    are_single = all(_is_singular(doc[core.head]) for core in (one, other))
    return opens and are_single and doc[other.start].tag_ != "DT"


def _is_singular(head: Token) -> bool:
    """Whether a head is a singular noun, be it an office in capitals ("Vice President")."""
    is_office = head.tag_ == "NNP" and normalize_word(head.text) in person_nouns()
    return head.tag_ == "NN" or is_office


def _list_members(index: NameIndex, cores: list[Core]) -> list[Core]:
    """The members of a coordination that begins with the first core; only that where none is."""
    first = cores[0]
    if first.separator == "and" and len(cores) > 1:
        return cores[:2]
    if first.separator == "including":
        return [first, *_list_included(cores[1:])]
    if first.separator == "like":
        return _list_included(cores[1:]) or [first]
    return _list_several(index, cores) or _list_row(index, cores) or [first]


def _list_row(index: NameIndex, cores: list[Core]) -> list[Core]:
    """The members of a row that a name opens: "Ann Hill, Tom Kerr and a spokesman".

    Empty where no "and" closes it. "Ann Hill, a dentist, and Tom Kerr" are two.
    """
    members = cores[:1]
    for before, core in pairwise(cores):
        if before.separator not in (",", "and"):
            break
        if _continues_row(index, members, before, core):
            members.append(core)
            if before.separator == "and":
                return members
        elif before.separator == "and" or not _explains_person(core, members[-1]):
            break
    return []


def _continues_row(index: NameIndex, members: list[Core], before: Core, core: Core) -> bool:
    """Whether a core is one more member of a row: a name, plural persons, or the last of all."""
    opening = members[0].place
    if opening is None:
        return False
    if core.place is not None:
        return _are_alike(opening, core.place)
    is_last = before.separator == "and" and before is members[-1] and len(members) > 1
    return is_last or _are_persons(index.doc[core.head])


def _list_several(index: NameIndex, cores: list[Core]) -> list[Core]:
    """The members of a row of plurals without names: "doctors, nurses and hospital workers"."""
    members: list[Core] = []
    if index.doc[cores[0].start].tag_ in ("DT", "CD", "PRP$"):
        return members  # "The protesters, students and teachers at the college": one and the same
    for core in cores:
        if core.place is not None or index.doc[core.head].tag_ != "NNS":
            return []
        members.append(core)
        if len(members) > 2 and members[-2].separator == "and":
            return members
        if core.separator not in (",", "and"):
            return []
    return []


def _are_persons(head: Token) -> bool:
    return head.tag_ == "NNS" and _is_person_noun(head)


def _list_included(cores: Sequence[Core]) -> list[Core]:
    """The members that are named: "officials, including *Ann Hill* and *Tom Kerr*"."""
    found: list[Core] = []
    for core in cores:
        if core.place is not None:
            found.append(core)
        if core.separator not in (",", "and"):
            break
    return found


def _name_explained(cores: list[Core], core: Core) -> Core:
    """The name behind a description among several: "Ann Hill and her aide, *Tom Kerr*"."""
    number = cores.index(core) + 1
    if core.place is not None or core.separator not in (",", "like") or number >= len(cores):
        return core
    name = cores[number]
    is_person = name.place is not None and name.place.entity.label == "PERSON"
    return name if is_person and name.separator in ("end", ",") else core


def _explains_person(core: Core, before: Core) -> bool:
    """Whether a core is a description of the person named before it: "Ann Hill, *a dentist*"."""
    is_person = before.place is not None and before.place.entity.label == "PERSON"
    return core.place is None and is_person


def _are_alike(one: NamedPlace, other: NamedPlace) -> bool:
    """Whether two names may be members of one enumeration rather than name and place."""
    labels = {one.entity.label, other.entity.label}
    return len(labels) == 1 or labels <= {"PERSON", "ORG", "NORP"}


def _apposed_names(index: NameIndex, cores: list[Core]) -> list[Core]:
    """The persons that a nominal is explained by: "the envoy, Steve Witkoff".

    Or the one organization: "one news site, Znak.com"; or all that a plural lists.
    """
    named = _list_enumerated(index, cores)
    if named:
        return named
    second = cores[1] if len(cores) > 1 else None
    if (
        second is not None
        and second.place is not None
        and second.place.entity.label == "ORG"
        and cores[0].separator == ","
        and second.separator in ("end", ",", "modifier")
        and _is_noun_for_organization(index.doc[cores[0].head])
        and not any(_names_another(core, second) for core in cores[2:3])
    ):
        return [second]
    for core in cores[1:]:
        if core.place is None or core.place.entity.label != "PERSON":
            break
        before = index.doc[core.start : core.place.title_start]
        if any(t.tag_ not in _PREMODIFIERS and t.tag_ != "CC" for t in before):
            break
        named.append(core)
    if not named or any(core.separator == "modifier" for core in named[:-1]):
        return []
    if len(named) == 1 and named[0].separator == "and" and len(cores) > 2:
        # "The chief of the trust, Ann Hill, and its chairman, Tom Kerr"
        other = _name_explained(cores, cores[2])
        return [*named, other] if other.place is not None else named
    if len(named) == 1 or named[-2].separator == "and":
        return named
    # "A spokesman for the operator, Greenmere, Dale Prior": the first explains the operator.
    explains_complement = len(named) == 2 and cores[0].separator == "modifier"
    return named[1:] if explains_complement else named[:1]


def _list_enumerated(index: NameIndex, cores: list[Core]) -> list[Core]:
    """The organizations that a plural lists to the last: "three banks — A, B and C —".

    "Protesters, A and B" are three sources: only a noun for organizations is explained by them.
    """
    named, head = cores[1:], index.doc[cores[0].head]
    is_list = head.tag_ == "NNS" and cores[0].separator == "," and _is_noun_for_organization(head)
    if not is_list or len(named) < 2 or named[-2].separator != "and":
        return []
    are_bodies = all(core.place and core.place.entity.label == "ORG" for core in named)
    is_closed = all(core.separator in (",", "and") for core in named[:-1])
    return named if are_bodies and is_closed and named[-1].separator in ("end", ",") else []


def _names_another(core: Core, named: Core) -> bool:
    """Whether a core names something else than an acronym behind it does: "the Trust (HT)"."""
    return (
        core.place is not None
        and named.place is not None
        and core.place.entity is not named.place.entity
    )


def _is_noun_for_organization(head: Token) -> bool:
    noun = singular_of(normalize_word(head.text))
    return noun in organization_nouns() or head.lower_ in organization_nouns()


def _make_phrase(index: NameIndex, core: Core) -> Phrase:
    if core.place is not None:
        return Phrase(core.start, core.end, core.head, "name", core.place)
    token = index.doc[core.head]
    if token.lower_ in pronouns() and core.end - core.start == 1:
        return Phrase(core.start, core.end, core.head, "pronoun")
    return Phrase(core.start, core.end, core.head, "nominal")
