"""Names of persons in sources that the recogniser missed or gave the wrong limits.

Who speaks is mostly a person, and a source ends where its phrase ends: a first name with
capitalised words behind it that fill the rest of the phrase is a name there, though it might not
be elsewhere in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span, Token

from claimx.pipeline.entities.collect_names import Name, make_name
from claimx.pipeline.entities.find_titles import find_title_start
from claimx.pipeline.entities.lexicon import (
    country_of_capital,
    country_of_demonym,
    country_of_name,
    is_first_name,
    normalize_word,
    organization_words,
    person_nouns,
    singular_of,
    title_modifiers,
    titles,
)

_LONGEST = 4
_WIDEST_APPOSITION = 6
_PLACES = ("GPE", "LOC")
_CLOSERS = frozenset({",", "(", "—", "–"})


def find_source_names(doc: Doc, names: Sequence[Name], sources: Iterable[Span]) -> list[Name]:
    """The names with those of persons put right that stand in sources, in text order.

    Added is "Ann Hill" in "the mayor, Ann Hill," that is no name yet; cut out of a longer name
    in "First Minister of Tarn Ann Hill", where place and person were taken for one; made a
    person's where a title before or an apposition behind says so.
    """
    found = {id(name): name for name in names}
    covered = {token: name for name in names for token in range(name.start, name.end)}
    for source in sources:
        for start, end in _list_full_names(doc, source):
            _put_right(doc, found, covered, start, end)
    return sorted(found.values(), key=lambda name: name.start)


def _list_full_names(doc: Doc, source: Span) -> Iterable[tuple[int, int]]:
    """Token limits of a first name and the capitalised words behind it that end a phrase."""
    place = source.start
    while place < source.end:
        end = place
        while end < source.end and _is_name_part(doc[end]):
            end += 1
        closes = _skip_adverbs(doc, end, source.end) >= source.end or doc[end].text in _CLOSERS
        if closes and not _goes_on(doc, end):
            is_all = place == source.start and end == source.end
            start = next(
                (i for i in range(place, end - 1) if _opens_name(doc, i, end, is_all=is_all)), None
            )
            if start is not None:
                yield start, end
        place = max(end, place + 1)


def _skip_adverbs(doc: Doc, place: int, end: int) -> int:
    """The place behind adverbs in lower case: those of "Ann Hill voluntarily"."""
    while place < end and doc[place].tag_ == "RB" and doc[place].is_lower:
        place += 1
    return place


def _is_name_part(token: Token) -> bool:
    return token.text[:1].isupper() or (token.text == "-" and not token.whitespace_)


def _goes_on(doc: Doc, end: int) -> bool:
    """Whether the name goes on behind the source, which was cut inside it."""
    if end >= len(doc) or doc[end].is_sent_start:
        return False
    return _is_name_part(doc[end]) and doc[end].tag_.startswith("NNP")


def _opens_name(doc: Doc, start: int, end: int, *, is_all: bool) -> bool:
    """Whether the tokens from ``start`` to ``end`` are first name and surname.

    Where they are all of a source, a surname may look like a plural ("Hope Hicks").
    """
    first = doc[start]
    if not 2 <= end - start <= _LONGEST:
        return False
    if not is_first_name(first.text) and not (
        len(first.text.rstrip(".")) == 1 and is_first_name(doc[start + 1].text)
    ):
        return False
    if country_of_name(first.text) or country_of_capital(first.text) or _is_office(first):
        return False
    return not any(_is_no_surname(token, is_all=is_all) for token in doc[start + 1 : end])


def _is_office(token: Token) -> bool:
    word = normalize_word(token.text)
    return word in titles() or word in title_modifiers()


def _is_no_surname(token: Token, *, is_all: bool) -> bool:
    word = normalize_word(token.text)
    if word in organization_words():
        return True
    if singular_of(word) in person_nouns() or word in titles():
        # "Grace Lord said", but "Christian Lords said".
        return not is_all or singular_of(word) != word
    return (token.tag_ == "NNPS" and not is_all) or country_of_demonym(token.text) is not None


def _put_right(
    doc: Doc, names: dict[int, Name], covered: dict[int, Name], start: int, end: int
) -> None:
    """Make a person's name of the tokens from ``start`` to ``end`` if nothing is against it."""
    under = list({id(covered[i]): covered[i] for i in range(start, end) if i in covered}.values())
    if any(name.label == "PERSON" and name.start <= start and name.end >= end for name in under):
        return
    before = [name for name in under if name.start < start]
    if len(before) > 1 or any(name.end > end for name in under):
        return
    if before and not _is_place_before(doc, before[0], start):
        return
    is_covered = any(
        name.label != "PERSON" and name.start <= start and name.end >= end for name in under
    )
    if is_covered and not (
        before or find_title_start(doc, start) < start or _is_explained(doc, end)
    ):
        return
    person = make_name(doc, start, end, "PERSON")
    if person is None:
        return
    places = [make_name(doc, name.start, start, "GPE") for name in before]
    for name in under:
        names.pop(id(name), None)
        for token in range(name.start, name.end):
            covered.pop(token, None)
    for added in (*places, person):
        if added is not None:
            names[id(added)] = added
            covered.update(dict.fromkeys(range(added.start, added.end), added))


def _is_place_before(doc: Doc, name: Name, start: int) -> bool:
    """Whether what a name holds before a person's name is a place of its own."""
    text = doc[name.start : start].text
    if country_of_name(text) or country_of_capital(text) or name.label in _PLACES:
        return True
    # "First Minister of Tarn Ann Hill"
    return name.start > 0 and doc[name.start - 1].lower_ == "of"


def _is_explained(doc: Doc, end: int) -> bool:
    """Whether an apposition with a noun for a person follows: ", the mayor of Tarn"."""
    if end >= len(doc) or doc[end].text not in _CLOSERS:
        return False
    for token in doc[end + 1 : end + 1 + _WIDEST_APPOSITION]:
        if token.is_punct or token.tag_ in ("VBD", "VBZ", "VBP", "MD", "WP", "WDT"):
            return False
        if singular_of(normalize_word(token.text)) in person_nouns():
            return True
    return False
