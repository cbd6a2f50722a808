"""What newspapers tell of politicians beside their names: "Sens. Ann Hill (R-Fla.) and Ty Burr".

Party and state stand in brackets or between commas behind the name (Associated Press Stylebook,
"party affiliation"), and a title in the plural is that of each name behind it.
"""

from __future__ import annotations

from dataclasses import replace

from claimx.pipeline.entities.lexicon import normalize_word, singular_of, state_of, titles
from claimx.pipeline.speakers.find_roles import Role, content_words
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex

_PARTIES = {
    "R": frozenset({"republican"}),
    "D": frozenset({"democrat", "democratic"}),
    "I": frozenset({"independent"}),
}
PARTY_NOUNS = frozenset({"republican", "democrat", "independent"})
_OPENING = frozenset({"(", "["})
_CLOSING = frozenset({")", "]"})
_LONGEST = 6


def read_party_and_state(index: NameIndex, place: NamedPlace) -> frozenset[str]:
    """The words for party and state in "(R-Fla.)", "(Fla.)", ", D-Ohio," behind a name."""
    end = _find_bracket_end(index, place.end)
    if end is None:
        return frozenset()
    text = index.doc[place.end + 1 : end - 1].text.replace(" - ", "-")
    party, dash, rest = text.replace("–", "-").partition("-")
    if not dash and state_of(text) is not None:
        return _words_of_state(text)
    if party.rstrip(".") not in _PARTIES:
        return frozenset()
    return _PARTIES[party.rstrip(".")] | _words_of_state(rest)


def read_state(index: NameIndex, place: NamedPlace) -> str | None:
    """The state in the brackets behind a name, in full."""
    end = _find_bracket_end(index, place.end)
    if end is None or not read_party_and_state(index, place):
        return None
    text = index.doc[place.end + 1 : end - 1].text.replace(" - ", "-").replace("–", "-")
    return state_of(text.rpartition("-")[2])


def _words_of_state(text: str) -> frozenset[str]:
    state = state_of(text)
    return (
        frozenset()
        if state is None
        else frozenset(singular_of(normalize_word(word)) for word in state.split())
    )


def _find_bracket_end(index: NameIndex, start: int) -> int | None:
    """The token behind the bracket, or pair of commas, that opens at ``start``."""
    doc = index.doc
    if start >= len(doc):
        return None
    is_bracket = doc[start].text in _OPENING
    if not is_bracket and doc[start].text != ",":
        return None
    closing = _CLOSING if is_bracket else {",", "."}
    for place in range(start + 2, min(start + _LONGEST, len(doc))):
        if doc[place].text in closing:
            return place + 1
    return None


def find_shared_title(index: NameIndex, place: NamedPlace) -> Role | None:
    """The title in the plural that stands before an earlier name of an enumeration."""
    current = place
    while current.title_start == current.start:
        before = _find_member_before(index, current)
        if before is None:
            return None
        current = before
    start, doc = current.title_start, index.doc
    noun = normalize_word(doc[current.start - 1].text)
    if current is place or singular_of(noun) == noun or singular_of(noun) not in titles():
        return None
    words = content_words(doc, start, current.start)
    return Role(start, current.start, singular_of(noun), words)


def _find_member_before(index: NameIndex, place: NamedPlace) -> NamedPlace | None:
    """The person before "and" or a comma, a bracket behind the name passed over."""
    doc, end = index.doc, place.start
    while end > 0 and doc[end - 1].lower_ in ("and", ",", "&"):
        end -= 1
    if end in (0, place.start):
        return None
    if doc[end - 1].text in _CLOSING:
        end = next((i for i in range(end - 1, 0, -1) if doc[i].text in _OPENING), end)
    before = index.name_at(end - 1)
    return before if before is not None and before.entity.label == "PERSON" else None


def add_words(role: Role, words: frozenset[str]) -> Role:
    """A role that says these words as well."""
    return replace(role, words=role.words | words) if words else role
