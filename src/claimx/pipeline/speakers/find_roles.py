"""Roles of persons: titles before a name, appositions before and after it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from claimx.lang.en.nouns import POSSESSIVES
from claimx.lang.en.words import words_of
from claimx.pipeline.entities.find_titles import is_courtesy_title, skip_abbreviation
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex
from claimx.pipeline.speakers.roles import (
    CLOSERS,
    Role,
    find_head,
    find_role_head,
    is_joined_to,
    is_role_noun,
    make_role,
)
from claimx.pipeline.syntax import nouns

_LONGEST = 16
BESIDE = frozenset({",", "—", "–", "--"})
# What a bare noun has none of: an article, a possessive, a preposition.
_LEADING = frozenset({"det", "nmod:poss", "case"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_roles(index: NameIndex, place: NamedPlace) -> list[Role]:
    """The roles that stand beside one mention of a person."""
    title, behind = _read_title(index, place), _read_apposition_after(index, place)
    roles = [role for role in (title, behind) if role is not None]
    if title is not None:
        roles += read_row_before(index, title.start)
    if behind is not None:
        roles += read_row_behind(index, behind)
    for role in _read_parsed(index, place):
        if not any(role.start < other.end and other.start < role.end for other in roles):
            roles.append(role)
    return roles


def _read_parsed(index: NameIndex, place: NamedPlace) -> Iterator[Role]:
    """The appositions that the parse tells beyond those right beside the name.

    "*US Ambassador to Tarn* Ann Hill", "Ann Hill of the Tribune, *a historian*", "Ann Hill, a
    dentist, *activist* and *candidate for mayor*".
    """
    doc = index.doc
    name = doc[place.head]
    if nouns.is_apposition(name) and name.head.i < place.title_start:
        # "*Radio host*, *author* and philanthropist Ann Hill"
        for noun in [*list_joined(name.head), *nouns.appositions_of(name.head)]:
            if noun.i < place.title_start and not index.names_person(noun.i, place.title_start):
                yield from _read_noun(index, noun, place.title_start)
    beside = [noun for noun in nouns.appositions_of(name) if noun.i >= place.end]
    joined = [noun for noun in name.children if nouns.is_conjunct(noun) and noun.i >= place.end]
    for noun in joined:
        # "Ann Hill, …, and currently a candidate": what the parse joins to the name itself.
        opens = noun.left_edge if noun.left_edge.tag_ != "CC" else noun.left_edge.nbor()
        if doc[noun.left_edge.i - 1].text == "," and opens.tag_ not in ("PRP$", "DT"):
            beside.append(noun)
    for noun in beside:
        if not _follows_another(index, place, noun):
            for other in list_joined(noun):
                yield from _read_noun(index, other, len(doc))


def _follows_another(index: NameIndex, place: NamedPlace, noun: Token) -> bool:
    """Whether a comma sets a noun off from somebody else: "Ann Hill … and Tom Kerr, *a porter*"."""
    comma = nouns.noun_phrase(noun, clauses=False, conjuncts=False).start - 1
    if comma < 1 or index.doc[comma].text != ",":
        return False
    before = index.name_at(comma - 1)
    is_person = before is not None and before.entity.label == "PERSON"
    return is_person and before is not None and before.entity != place.entity


def list_joined(noun: Token) -> Iterator[Token]:
    """A noun and what "and" joins to it."""
    yield noun
    for other in noun.subtree:
        if nouns.is_conjunct(other) and is_joined_to(other, noun):
            yield other


def _read_noun(index: NameIndex, noun: Token, stop: int) -> Iterator[Role]:
    """The role that a noun heads, as far as it is one person's and names nobody else."""
    if noun.tag_ not in ("NN", "NNP") or not is_role_noun(noun):
        return
    if index.titled_at(noun.i) is not None:
        return  # "Mayor Ann Hill, *fire chief* Tom Reid and others": it is Tom Reid's
    phrase = nouns.noun_phrase(noun, clauses=False, conjuncts=False)
    start = phrase.start + (index.doc[phrase.start].tag_ == "CC")
    end = min(take_in_field(index.doc, phrase.end), stop)
    while end > noun.i + 1 and index.doc[end - 1].tag_ in ("CC", ","):
        end -= 1
    if _is_denied(phrase):
        return  # "no president, not Ann Hill"
    others = (index.name_at(child.i) for child in nouns.appositions_of(noun) if child.i < end)
    if any(other is not None and other.entity.label == "PERSON" for other in others):
        return
    if start < end and index.name_at(noun.i) is None:
        yield make_role(index, start, end, noun.i)


def take_in_field(doc: Doc, end: int) -> int:
    """The end of "mayor *of Tarn*", whatever the parse hangs its "of" on."""
    if end + 1 >= len(doc) or doc[end].lower_ != "of" or doc[end].head.i <= end:
        return end
    return nouns.noun_phrase(doc[end].head, clauses=False, conjuncts=False).end


def _is_denied(phrase: Span) -> bool:
    denying = words_of("role negation")
    return any(token.tag_ in ("RB", "DT") and token.lower_ in denying for token in phrase)


def _read_title(index: NameIndex, place: NamedPlace) -> Role | None:
    doc = index.doc
    if place.title_start == place.start:
        return None
    if is_courtesy_title(doc, place.title_start, place.start):
        return None
    start, end = _take_in_possessor(index, place.title_start), skip_abbreviation(doc, place.start)
    start += doc[start].tag_ == "CC" and start + 1 < end
    return make_role(index, start, end, find_role_head(doc, place.title_start, end))


def _take_in_possessor(index: NameIndex, start: int) -> int:
    """The start of "Trump's" before "lawyer Michael Cohen"."""
    doc = index.doc
    if start == 0:
        return start
    if doc[start - 1].tag_ == "PRP$":
        return start - 1
    if doc[start - 1].text not in POSSESSIVES or start < 2:
        return start
    name = index.name_at(start - 2)
    first = name.start if name is not None else start - 2
    before = ("DT", "PRP$") if name is not None else ("DT", "JJ", "NN", "NNP", "PRP$")
    while first > 0 and doc[first - 1].tag_ in before:
        if doc[first].is_sent_start or index.name_at(first - 1) is not None:
            break
        first -= 1
    return first


def read_row_before(index: NameIndex, start: int) -> list[Role]:
    """The roles that a title ends a row of: "*Radio host*, *author* and philanthropist Ann Hill".

    Bare nouns alone: "the mayor, an aide and senator Ann Hill" are three.

    Args:
        index: The names of the article.
        start: The first token of the title.
    """
    doc, roles = index.doc, []
    end = _skip_joint_before(doc, start)
    while end < start:
        first = end
        while first > 0 and _is_within_row(index, first - 1) and not doc[first].is_sent_start:
            first -= 1
        role = _read_piece(index, first, end)
        head = None if role is None else find_head(doc, role)
        if role is None or head is None or any(c.dep_ in _LEADING for c in doc[head].children):
            break
        if any(token.tag_ in ("IN", "TO") for token in doc[first:head]):
            break  # "*On Monday* actress and singer Ann Hill"
        roles.append(role)
        start, end = first, _skip_joint_before(doc, first)
    return roles


def read_row_behind(index: NameIndex, first: Role) -> list[Role]:
    """The roles that follow an apposition in a row: "Ann Hill, a dentist, *activist* and *poet*,".

    A row that runs into a name or a verb is one of several people, and gives none. What is joined
    to a noun inside of a role is no role: "the wife of a doctor, *lawyer* and senator".

    Args:
        index: The names of the article.
        first: The apposition.
    """
    doc, roles = index.doc, []
    before, end = first, first.end
    start = _skip_joint(doc, end)
    while end < start < len(doc):
        last = start
        while last < len(doc) and _is_within_row(index, last):
            last += 1
        if last == start:
            break
        if last == len(doc) or doc[last].lower_ not in CLOSERS | words_of("noun conjunction"):
            return []
        role = _read_piece(index, start, last)
        if role is None or doc[start].lower_ in words_of("office determiner"):
            break
        if _is_joined_within(doc, role, before):
            break
        roles.append(role)
        before, end, start = role, last, _skip_joint(doc, last)
    return roles if end < len(doc) and _closes(doc, end) else []


def _read_piece(index: NameIndex, start: int, end: int) -> Role | None:
    """The role that a part of a row is, if it is one: a noun for one person, and no name."""
    while start < end and index.doc[start].tag_ == "RB":
        start += 1
    head = find_role_head(index.doc, start, end)
    if head is None or index.doc[head].tag_ not in ("NN", "NNP"):
        return None
    is_name = index.name_at(head) is not None or index.names_person(start, end)
    return None if is_name else make_role(index, start, end, head)


def _is_joined_within(doc: Doc, role: Role, before: Role) -> bool:
    """Whether the parse joins a role to a noun inside of the one before, other than its head."""
    own, other = find_head(doc, role), find_head(doc, before)
    if own is None or other is None:
        return True
    noun = doc[own]
    while nouns.is_conjunct(noun) or nouns.is_apposition(noun):
        noun = noun.head
        if before.start <= noun.i < before.end:
            return noun.i != other
    return False


def _is_within_row(index: NameIndex, place: int) -> bool:
    """Whether a token can stand inside a part of a row of roles."""
    token = index.doc[place]
    if token.is_space or (token.is_punct and token.text != "-"):
        return False
    return not token.tag_.startswith(("V", "W", "MD", "CC", "PRP"))


def _skip_joint(doc: Doc, place: int) -> int:
    """The token behind ",", "and" or ", and"."""
    if place < len(doc) and doc[place].text == ",":
        place += 1
    return place + (place < len(doc) and doc[place].lower_ in words_of("noun conjunction"))


def _skip_joint_before(doc: Doc, place: int) -> int:
    """The token at which ",", "and" or ", and" before ``place`` begins."""
    if place > 0 and doc[place - 1].lower_ in words_of("noun conjunction"):
        place -= 1
    return place - (place > 0 and doc[place - 1].text == ",")


def _closes(doc: Doc, place: int) -> bool:
    """Whether an apposition ends before ``place``."""
    if place >= len(doc):
        return True
    token = doc[place]
    is_mark = token.is_quote and token.tag_ != "POS"  # "the growers*'* league"
    return token.text in CLOSERS or token.is_space or is_mark


def _read_apposition_after(index: NameIndex, place: NamedPlace) -> Role | None:
    """ "Steve Witkoff, Trump's special envoy, …" gives "Trump's special envoy"."""
    limits = _find_apposition_after(index, place)
    if limits is None:
        return None
    start, end = limits
    head = find_role_head(index.doc, start, end)
    if _is_denied(index.doc[start:end]):
        return None  # "Ann Hill, no lawyer,"
    if head is None or index.doc[head].tag_ == "NNS" or index.titled_at(head) is not None:
        return None
    name = index.name_at(head)
    if name is not None and not (
        name.entity.label == "NORP" and index.doc[start].lower_ in ("a", "an")
    ):
        return None
    return make_role(index, start, end, head)


def _find_apposition_after(index: NameIndex, place: NamedPlace) -> tuple[int, int] | None:
    """The limits of a phrase without verb between the comma behind a name and the next."""
    doc = index.doc
    opening = place.end
    if opening + 1 >= len(doc) or doc[opening].text not in (",", "(", "—", "–"):
        return None
    start = end = opening + 1
    while end < len(doc) and end - start < _LONGEST and not _closes(doc, end):
        token = doc[end]
        if token.tag_ in ("WP", "WP$", "WDT", "WRB") or token.lower_ in ("who", "which"):
            break
        name = index.name_at(end)
        if name is None and (token.tag_ in _FINITE or token.is_sent_start):
            return None
        end = name.end if name is not None and name.end > end else end + 1
    if end >= len(doc) or start >= end or end - start >= _LONGEST:
        return None
    goes_on = doc[end].text == "," and end + 1 < len(doc) and doc[end + 1].lower_ in ("and", "or")
    if goes_on and doc[start].lower_ not in ("a", "an"):
        return None  # an enumeration
    if doc[start].tag_ in ("IN", "TO", "RB", "VBG", "VBN", "CC"):
        return None
    return start, end
