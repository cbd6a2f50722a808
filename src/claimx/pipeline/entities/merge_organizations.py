"""Which names of organizations are one: legal forms, acronyms and short forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from claimx.lang.en import read_table, read_words
from claimx.lang.en.words import words_of
from claimx.pipeline.entities.collect_names import Name
from claimx.pipeline.entities.lexicon import (
    country_of_capital,
    country_of_demonym,
    country_of_name,
)


def group_organizations(doc: Doc, names: Sequence[Name]) -> list[list[Name]]:
    """Group the names of organizations, given in text order.

    Names are one where they agree without legal form; where one is the acronym of the other,
    beside it in brackets or the only one that it fits; where a single word begins only one
    longer name of the article; where a newspaper's name, or a club's of one word, is the end of
    only one longer name; where only a country stands before one of several words ("Thai Health
    Board").
    """
    groups: dict[tuple[str, ...], list[Name]] = {}
    for name in names:
        groups.setdefault(_key_of(name.words), []).append(name)
    targets = {**_match_bracketed(doc, names), **_match_initials(doc, groups)}
    targets.update(_match_short_forms(groups, targets))
    targets.update(_match_newspapers(groups, targets))
    targets.update(_match_clubs(groups, targets))
    targets.update(_match_national_bodies(groups, targets))
    for short, long in targets.items():
        if short in groups and long in groups and short != long:
            groups[long] += groups.pop(short)
    return list(groups.values())


def strip_legal_form(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name's words without "Inc.", "Corp." and the like."""
    end = len(words)
    while end > 1 and words[end - 1] in read_words("names/organization_suffixes.txt"):
        end -= 1
    return words[:end]


def _key_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name's words without legal form, "U.S." and the like written out."""
    spelt = read_table("names/short_countries.txt")
    return tuple(
        part
        for word in strip_legal_form(words)
        for part in spelt.get(word.replace(".", ""), word).split()
    )


def is_acronym_of(acronym: str, text: str) -> bool:
    """Whether a word of capitals is made of the initials of a name."""
    letters = _letters_of(acronym).upper()
    words = [word for word in text.replace("-", " ").split() if word]
    # "Pacific Gas and Electric Company" is PG&E.
    short = strip_legal_form(tuple(word.lower() for word in words))
    capitals = [
        "".join(w[0] for w in part if w[0].isupper()) for part in (words, words[: len(short)])
    ]
    initials = "".join(word[0] for word in words if word.lower() not in ("the",)).upper()
    return len(letters) > 1 and letters in (*capitals, initials)


def _letters_of(acronym: str) -> str:
    return acronym.replace(".", "").replace("&", "")


def looks_like_acronym(text: str) -> bool:
    """Whether a word is made of two to six capitals: "DLA", "U.N."."""
    plain = _letters_of(text)
    return 2 <= len(plain) <= 6 and plain.isalpha() and plain.isupper()


def _match_bracketed(doc: Doc, names: Sequence[Name]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Short forms in brackets, or between commas, behind (or before) their long ones."""
    found = {}
    for one, other in pairwise(names):
        between = doc[one.end : other.start].text.strip()
        texts = doc[one.start : one.end].text, doc[other.start : other.end].text
        if between in (", or", ", or the") and _is_called(doc, one, other):
            found[_key_of(other.words)] = _key_of(one.words)
        if between not in ("(", "’s (", "'s ("):
            continue
        is_short = _is_short_form(doc, one, other) or _is_foreign_acronym(doc, one, other, names)
        if is_acronym_of(texts[1], texts[0]) or is_short:
            found[_key_of(other.words)] = _key_of(one.words)
        elif looks_like_acronym(texts[0]) and is_acronym_of(texts[0], texts[1]):
            found[_key_of(one.words)] = _key_of(other.words)
    return found


def _is_short_form(doc: Doc, one: Name, other: Name) -> bool:
    """Whether one word in brackets shortens the name before it: "… Free Trade Area (AfCFTA)".

    After Schwartz and Hearst (2003), A simple algorithm for identifying abbreviation definitions
    in biomedical text: its letters stand in the name in their order. Here the first and at least
    one more begin a word, so that "Ford Motor Company (NYSE)" stays two names.
    """
    if not _stands_alone(doc, one, other):
        return False
    long = re.sub("['’]", "", doc[one.start : one.end].text.lower())
    letters = [c for c in doc[other.start : other.end].text.lower() if c.isalnum()]
    return any(
        re.search(_make_pattern(letters, further), long) for further in range(1, len(letters))
    )


def _make_pattern(letters: Sequence[str], further: int) -> str:
    """What matches letters in order, of which the first and a ``further`` one begin words."""
    starts = [r"\b" if place in (0, further) else "" for place in range(len(letters))]
    return ".*?".join(start + letter for start, letter in zip(starts, letters, strict=True))


def _is_foreign_acronym(doc: Doc, one: Name, other: Name, names: Sequence[Name]) -> bool:
    """Whether letters in brackets are the initials of a name in its own language.

    "People's Protection Units (YPG)": as many letters as words, one of them an initial of the
    name; the article uses them again, and never before.
    """
    short = _letters_of(doc[other.start : other.end].text)
    initials = [word[0] for word in doc[one.start : one.end].text.split() if word[0].isupper()]
    if not _stands_alone(doc, one, other) or not looks_like_acronym(short):
        return False
    if len(short) != len(initials) or not set(short) & set(initials):
        return False
    places = [name.start for name in names if name.words == other.words]
    return places[0] == other.start and len(places) > 1


def _stands_alone(doc: Doc, one: Name, other: Name) -> bool:
    """Whether one word is all that brackets hold behind a name of several."""
    closes = doc[other.end : other.end + 1].text == ")"
    return closes and len(other.words) == 1 and len(one.words) > 1


def _is_called(doc: Doc, one: Name, other: Name) -> bool:
    """Whether letters between commas are another name: "The Swiss People’s Party, or SVP,".

    They may be those of another language, but are as many as the words and begin alike.
    """
    long, short = doc[one.start : one.end].text, doc[other.start : other.end].text
    closes = other.end == len(doc) or doc[other.end].text in (",", ".", ";", ")")
    if not closes or not looks_like_acronym(short) or len(one.words) == 1:
        return False
    is_alike = len(short) == len(one.words) and short[0] == long[:1].upper()
    return is_alike or is_acronym_of(short, long)


def _match_initials(
    doc: Doc, groups: dict[tuple[str, ...], list[Name]]
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Acronyms that fit exactly one longer name."""
    longer = [
        (words, doc[names[0].start : names[0].end].text)
        for words, names in groups.items()
        if len(words) > 1
    ]
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for words, names in groups.items():
        text = doc[names[0].start : names[0].end].text
        if len(words) == 1 and looks_like_acronym(text):
            fitting = [long for long, name in longer if is_acronym_of(text, name)]
            if len(fitting) == 1:
                found[words] = fitting[0]
    return found


def _match_short_forms(
    groups: dict[tuple[str, ...], list[Name]],
    taken: dict[tuple[str, ...], tuple[str, ...]],
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Single words that begin exactly one longer name ("Goldman": "Goldman Sachs")."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for words in groups:
        if len(words) > 1 and words not in taken:
            by_first.setdefault(words[0], []).append(words)
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for words in groups:
        if (
            len(words) != 1
            or words in taken
            or words[0] in read_words("names/general_words.txt")
            or len(words[0]) < 3
        ):
            continue
        text = words[0].title()
        if country_of_name(text) or country_of_demonym(text) or country_of_capital(text):
            continue
        longer = by_first.get(words[0], [])
        if len(longer) == 1:
            found[words] = longer[0]
    return found


def _match_newspapers(
    groups: dict[tuple[str, ...], list[Name]],
    taken: dict[tuple[str, ...], tuple[str, ...]],
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Newspapers without their place ("Daily News", "Post"): the end of only one longer name."""
    papers = [
        words
        for words in groups
        if words[-1] in read_words("names/newspaper_words.txt") and words not in taken
    ]
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for words in papers:
        longer = [p for p in papers if len(p) > len(words) and p[-len(words) :] == words]
        if len(longer) == 1:
            found[words] = longer[0]
    # The end of a name that itself ends another is that other's.
    return {words: found.get(longer, longer) for words, longer in found.items()}


def _match_clubs(
    groups: dict[tuple[str, ...], list[Name]],
    taken: dict[tuple[str, ...], tuple[str, ...]],
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Clubs called by the last word of only one longer name."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for words in groups:
        longer = list_clubs(words, groups)
        if len(longer) == 1 and words not in taken:
            found[words] = longer[0]
    return found


def list_clubs(words: tuple[str, ...], names: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The clubs among ``names`` that one word may be short for: "Rovers", "Dynamo" of FC Dynamo."""
    if len(words) != 1:
        return []
    is_end = words[0] in words_of("end of a club's name")
    starts = words_of("start of a club's name")
    clubs = (name for name in names if len(name) > 1 and (is_end or name[0] in starts))
    return [name for name in clubs if name[-1] == words[0]]


def _match_national_bodies(
    groups: dict[tuple[str, ...], list[Name]],
    taken: dict[tuple[str, ...], tuple[str, ...]],
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Names of several words that only one other has with a country or "National" before it."""
    by_rest: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for words in groups:
        start = 0
        while start < len(words) and _is_national(words[start]):
            start += 1
        if words[:2] == ("united", "states"):
            start = 2
        if start and len(words) - start > 1:
            by_rest.setdefault(words[start:], []).append(words)
    return {
        short: longer[0]
        for short, longer in by_rest.items()
        if short in groups and short not in taken and len(longer) == 1
    }


def _is_national(word: str) -> bool:
    text = word.title()
    return bool(word in words_of("national") or country_of_demonym(text) or country_of_name(text))
