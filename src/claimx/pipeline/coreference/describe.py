"""The content words of descriptions, and what an article says that the named are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc

from claimx.lang.en.nouns import POSSESSIVES, nouns_of, organization_nouns
from claimx.pipeline.coreference.chains import Role
from claimx.pipeline.entities.find_titles import is_courtesy_title, is_office
from claimx.pipeline.entities.lexicon import (
    REMEMBERED,
    country_of_demonym,
    country_of_name,
    normalize_word,
    singular_of,
)
from claimx.pipeline.mentions.classes import is_person_noun
from claimx.pipeline.mentions.party_and_state import read_party_and_state
from claimx.pipeline.mentions.table import Mention, MentionTable

_FUNCTION_TAGS = frozenset({"DT", "IN", "POS", "PRP$", "CC", "TO"})
_LONGEST = 10
_STOP_TAGS = ("W", "VB", "MD")


def content_words(doc: Doc, start: int, end: int) -> frozenset[str]:
    """The content words of a phrase, normalized; a nationality or country as the country."""
    words = set()
    for place in range(start, end):
        token = doc[place]
        text = token.text
        is_mark = token.is_punct or token.is_space or text in POSSESSIVES
        if not is_mark and token.tag_ not in _FUNCTION_TAGS:
            words.add(_name_word(text))
    return frozenset(words - {""})


@lru_cache(REMEMBERED)
def _name_word(word: str) -> str:
    """A word as descriptions are compared; a country stands behind an equals sign."""
    country = country_of_demonym(word) or country_of_name(word)
    return f"={country}" if country else singular_of(normalize_word(word))


def find_complement_end(doc: Doc, mention: Mention) -> int:
    """The end of what stands behind a head before a comma or a verb ("mayor *of Tarn*")."""
    end = mention.end
    while end < len(doc) and end - mention.end < _LONGEST:
        token = doc[end]
        if token.is_punct or token.is_space or token.tag_.startswith(_STOP_TAGS):
            break
        end += 1
    return end if end > mention.end and doc[mention.end].tag_ in ("IN", "TO") else mention.end


def list_roles(doc: Doc, table: MentionTable, mention: Mention) -> Iterator[Role]:
    """What stands beside a name and says what it is: title, apposition, predicate, party."""
    told = read_party_and_state(doc, mention.end) if mention.is_person else frozenset()
    for role in _list_roles(doc, table, mention):
        yield Role(role.noun, role.words | told)
    for party in told & nouns_of("party"):
        yield Role(party, told)


def _list_roles(doc: Doc, table: MentionTable, mention: Mention) -> Iterator[Role]:
    if mention.title_start < mention.start:
        title = _read_title(doc, mention)
        if title is not None:
            yield title
    elif mention.is_person:
        yield from _read_shared_title(doc, table, mention)
    elif mention.start:
        before = singular_of(doc[mention.start - 1].lower_)
        if before in organization_nouns():
            yield Role(before, frozenset({before}))
    for relation in ("apposition", "predicate"):
        for number in mention.links.get(relation, ()):
            other = table[number]
            if other.form == "nominal" and other.number == "singular":
                end = find_complement_end(doc, other)
                yield Role(other.noun, content_words(doc, other.start, end))


def _read_shared_title(doc: Doc, table: MentionTable, mention: Mention) -> Iterator[Role]:
    """The title in the plural before the first of several names: "Sens. Ann Hill and Tom Kerr"."""
    for number in mention.links.get("conjunct", ()):
        first = table[number]
        if first.title_start < first.start < mention.start:
            last = normalize_word(doc[first.start - 1].text)
            title = _read_title(doc, first)
            if title is not None and singular_of(last) != last:
                yield title


def _read_title(doc: Doc, mention: Mention) -> Role | None:
    start, end = mention.title_start, mention.start
    if is_courtesy_title(doc, start, end):
        return None
    if start and doc[start - 1].text in POSSESSIVES:
        start = max(0, start - 2)  # "Trump’s lawyer Tom Kerr"
    nouns = [token for token in doc[mention.title_start : end] if is_office(token)]
    if not nouns:
        nouns = [token for token in doc[mention.title_start : end] if is_person_noun(token)]
    if not nouns:
        nouns = [doc[end - 1]]  # "*frontman* Ty Burr", a noun that no list has
    head = singular_of(normalize_word(nouns[-1].text))
    return Role(head, content_words(doc, start, end))
