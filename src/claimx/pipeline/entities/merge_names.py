"""Which names are one entity: labels agreed on, persons, places and the rest grouped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Token

from claimx.lang.en import read_words
from claimx.lang.en.naming import naming_pattern
from claimx.lang.en.nouns import kin_nouns, known_persons, nouns_of
from claimx.lang.en.words import words_of
from claimx.pipeline.annotations import ENTITY_LABELS, EntityChain
from claimx.pipeline.entities.collect_names import Name
from claimx.pipeline.entities.find_titles import title_sex
from claimx.pipeline.entities.lexicon import (
    country_of_capital,
    country_of_demonym,
    country_of_name,
    is_first_name,
    normalize_place,
    normalize_word,
    person_nouns,
    singular_of,
    titles,
    us_states,
)
from claimx.pipeline.entities.merge_organizations import (
    group_organizations,
    is_acronym_of,
    list_clubs,
    looks_like_acronym,
    strip_legal_form,
)
from claimx.pipeline.entities.merge_persons import merge_persons
from claimx.pipeline.layout_annotations import get_sections

_LONGEST_CLAUSE = 14  # tokens from the description to the name
_PLACES = ("GPE", "LOC")
_HEADINGS = ("headline", "heading")


def merge_names(doc: Doc, names: Sequence[Name]) -> list[EntityChain]:
    """The entities that the names, given in text order, are mentions of."""
    settle_labels(doc, names)
    persons = [name for name in names if name.label == "PERSON"]
    sexes = [_find_sex(doc, name) for name in persons]
    starts = [token.i for token in doc if token.is_sent_start]
    titled = {name.start: _title_words(doc, name) for name in persons}
    relatives = {name.start for name in persons if is_introduced_as_relative(doc, name)}
    headings = find_heading_first_names(doc, persons)
    generations = {name.start: _find_generation(doc, name) for name in persons}
    groups = merge_persons(persons, sexes, starts, titled, relatives, headings, generations)
    groups = _join_aliases(doc, persons, groups)
    groups += group_organizations(doc, [name for name in names if name.label == "ORG"])
    groups += _group_by_key(doc, [n for n in names if n.label not in ("PERSON", "ORG")])
    return [_make_chain(doc, group) for group in groups if group]


def _join_aliases(doc: Doc, persons: Sequence[Name], groups: list[list[Name]]) -> list[list[Name]]:
    """Merges two names that a clause says are one person's: "Ann Hill, known as *Ola*"."""
    holders = {id(name): group for group in groups for name in group}
    for one, other in pairwise(persons):
        between = doc[one.end : other.title_start]
        first, second = holders[id(one)], holders[id(other)]
        is_near = 1 < len(between) <= _LONGEST_CLAUSE and between[0].text in ",("
        if first is second or not is_near or any(t.lower_ == "by" for t in between):
            continue  # "introduced *by* Tom Kerr"
        found = naming_pattern().match(between[1:].text + " X")
        if found is not None and found.end() == len(between[1:].text) + 1:
            first += second
            first.sort(key=lambda name: name.start)
            holders.update({id(name): first for name in second})
            second.clear()
    return [group for group in groups if group]


def _title_words(doc: Doc, name: Name) -> frozenset[str]:
    words = {normalize_word(token.text) for token in doc[name.title_start : name.start]}
    return frozenset(words & titles().keys())


def find_heading_first_names(doc: Doc, persons: Sequence[Name]) -> set[int]:
    """First tokens of single words in headlines and headings that the text may complete.

    "Wilma leaves Tarn" above "Wilma Ferro left". A word with a title, a possessive or a noun of
    kinship before it ("Pope Francis", "his son Paul") is left out, and so is one that the text
    below first uses alone: it belongs to somebody else.
    """
    sections = (section for section in get_sections(doc) if section.kind in _HEADINGS)
    inside = {token.i for section in sections for token in section.span}
    is_full: dict[str, bool] = {}
    for name in persons:
        if name.start not in inside:
            is_full.setdefault(name.words[0], len(name.words) > 1)
    return {
        name.start
        for name in persons
        if name.start in inside
        and len(name.words) == 1
        and is_full.get(name.words[0], False)
        and not _is_narrowed_down(doc, name)
    }


def _is_narrowed_down(doc: Doc, name: Name) -> bool:
    """Whether a title, a possessive or a noun of kinship stands before a name."""
    if name.title_start < name.start:
        return True
    before = doc[max(0, name.start - 1) : name.start]
    return any(
        token.tag_ in ("PRP$", "POS") or singular_of(normalize_word(token.text)) in kin_nouns()
        for token in before
    )


def is_introduced_as_relative(doc: Doc, name: Name) -> bool:
    """Whether a name explains a possessed noun of kinship: "His sister, *Karen Vik*"."""
    place = name.title_start - 1
    if place > 0 and doc[place].text == ",":
        place -= 1
    if place < 1 or singular_of(normalize_word(doc[place].text)) not in kin_nouns():
        place = name.start - 1
        if place < 1 or normalize_word(doc[place].text) not in kin_nouns():
            return False
    before = doc[max(0, place - 3) : place]
    return any(token.tag_ in ("PRP$", "POS") for token in before)


def _find_sex(doc: Doc, name: Name) -> str | None:
    """The sex that a title tells, or the noun of kinship: "his *wife*, Dr Ann Hill"."""
    told = title_sex(doc, name.title_start, name.start)
    return told or person_nouns().get(_find_kinship(doc, name))


def _find_generation(doc: Doc, name: Name) -> str | None:
    """``elder`` or ``younger`` where that is said of a person: "the *elder* Hill", "Hill *Sr.*".

    Also of parents and children that somebody introduces: "his *son*, Tom Hill".
    """
    before = doc[name.start - 1].lower_ if name.start else ""
    words = {before, name.words[-1]}
    noun = _find_kinship(doc, name)
    if words & words_of("of the elder") or noun in nouns_of("ancestor"):
        return "elder"
    is_younger = words & words_of("of the younger") or noun in words_of("child")
    return "younger" if is_younger else None


def _find_kinship(doc: Doc, name: Name) -> str:
    """The kinship noun that introduces a full name ("his *wife*, Ann Hill"), or an empty string.

    "Without his wife, Hill left" names none.
    """
    if len(name.words) == 1 or not is_introduced_as_relative(doc, name):
        return ""
    before = doc[max(0, name.title_start - 2) : name.start]
    nouns = (singular_of(normalize_word(token.text)) for token in reversed(before))
    return next((noun for noun in nouns if noun in kin_nouns()), "")


def settle_labels(doc: Doc, names: Sequence[Name]) -> None:
    """Give all names of the same words one label: that of the most mentions.

    A title before a name counts for a person, and so does a known first name before others; a
    noun for a company before a person's name, or at its end, counts for an organization, and so
    do the initials of one; the tables of countries count for places and nationalities. A single
    word without article that is the surname of a person named in full is that person's, unless it
    is a place.
    """
    ballot = _Ballot(doc, names)
    called = {n.words for n in names if n.label == "PERSON" and _is_called_organization(doc, n)}
    ballot.vote_for_organizations(called)
    surnames = ballot.list_surnames()
    firms = {words[0] for words in called if ballot.find_winner(words) == "ORG"} - surnames
    ballot.vote_for_firms(firms)
    ballot.vote_for_acronyms(doc, names)
    ballot.vote_for_clubs()
    ballot.vote_for_places(doc, names, surnames)
    located = {name.words for name in names if _is_located(doc, name)}
    for name in names:
        label = ballot.find_winner(name.words)
        # "Jordan" beside "Jim Jordan" is no country where nothing is in or from it.
        may_be_person = not _is_place(name.words) or name.words not in located
        if len(name.words) == 1 and name.words[0] in surnames and may_be_person:
            label = "PERSON"
        if label != "PERSON" or not _has_article(doc, name):
            name.label = label


class _Ballot:
    """The votes for the labels of names: all mentions of the same words vote together."""

    def __init__(self, doc: Doc, names: Sequence[Name]) -> None:
        self._votes: dict[tuple[str, ...], Counter[str]] = {}
        for name in names:
            self._votes.setdefault(name.words, Counter()).update(_count_votes(doc, name))
        self._titled = Counter(name.words for name in names if name.title_start < name.start)

    def find_winner(self, words: tuple[str, ...]) -> str:
        """The label with the most votes, of several the first that was voted for."""
        return self._votes[words].most_common(1)[0][0]

    def list_surnames(self) -> set[str]:
        """The last words of the full names that are persons' by the votes so far."""
        full = (words for words in self._votes if len(words) > 1)
        return {words[-1] for words in full if self.find_winner(words) == "PERSON"}

    def vote_for_organizations(self, called: Collection[tuple[str, ...]]) -> None:
        """Make organizations of what is ``called`` one, and of "Northern" by "Northern Inc."."""
        for words in called:
            self._make_organization(words)
        for words in self._votes:
            plain = strip_legal_form(words)
            if plain != words and plain in self._votes and self.find_winner(words) == "ORG":
                self._make_organization(plain)

    def vote_for_firms(self, firms: Collection[str]) -> None:
        """Make organizations of their first words alone: "Northern" beside "Northern Motors"."""
        for words in self._votes:
            if len(words) == 1 and words[0] in firms and not _is_place(words):
                self._make_organization(words)

    def vote_for_acronyms(self, doc: Doc, names: Sequence[Name]) -> None:
        """Make an organization of the initials of just one: "DLA" of "Dockside Labour Alliance"."""
        full = {
            name.words: doc[name.start : name.end].text
            for name in names
            if len(name.words) > 1 and self.find_winner(name.words) == "ORG"
        }
        for name in names:
            text = doc[name.start : name.end].text
            is_place = _is_place(name.words) or _is_located(doc, name)
            if len(name.words) == 1 and looks_like_acronym(text) and not is_place:
                fitting = [words for words, long in full.items() if is_acronym_of(text, long)]
                if len(fitting) == 1:
                    self._make_organization(name.words)

    def vote_for_clubs(self) -> None:
        """Make organizations of the ends of clubs' names: "Rovers" of "Alder Rovers"."""
        clubs = [words for words in self._votes if self.find_winner(words) == "ORG"]
        for words in self._votes:
            if list_clubs(words, clubs):
                self._make_organization(words)

    def vote_for_places(self, doc: Doc, names: Sequence[Name], surnames: Collection[str]) -> None:
        """Let the tables of places vote for each mention that does not end with a surname."""
        for name in names:
            label = _label_of_place(doc, name)
            if label is not None and name.words[-1] not in surnames:
                self._votes[name.words][label] += 3

    def _make_organization(self, words: tuple[str, ...]) -> None:
        """Outvote every other label by one, unless there are mentions with a title."""
        votes = self._votes[words]
        votes["ORG"] += max(votes.values()) + 1 - 5 * self._titled[words]


def _count_votes(doc: Doc, name: Name) -> Counter[str]:
    """The votes of one mention: its label, and what stands in and around it for a person."""
    votes = Counter({name.label: 2})
    if name.title_start < name.start:
        votes["PERSON"] += 3
    elif len(name.words) in (2, 3) and is_first_name(name.words[0]):
        votes["PERSON"] += 1
    if _is_named_person(doc, name):
        votes["PERSON"] += 5
    return votes


def _is_located(doc: Doc, name: Name) -> bool:
    """Whether a preposition of place stands before a name."""
    return name.start > 0 and doc[name.start - 1].lower_ in words_of("place preposition")


def _is_called_organization(doc: Doc, name: Name) -> bool:
    """Whether a noun before a name or its last word says that it is no person's.

    "Carmaker Northern", "Northern Motors"; of a whole name, since "Ann Bank" may be somebody.
    """
    before = doc[name.start - 1] if name.start > 0 else None
    if before is not None and before.lower_ in nouns_of("before-name") and before.tag_ == "NN":
        return not is_first_name(name.words[0])
    return len(name.words) > 1 and name.words[-1] in read_words("names/organization_words.txt")


def _is_named_person(doc: Doc, name: Name) -> bool:
    """Whether a naming clause gives the name to a person: "a miner known as *Flint*"."""
    start = max(doc[name.start].sent.start, name.start - _LONGEST_CLAUSE)
    text = doc[start : name.end].text
    before = len(text) - len(doc[name.start : name.end].text)
    found = next((m for m in naming_pattern().finditer(text) if m.end() == before), None)
    if found is None:
        return False
    behind = doc.char_span(doc[start].idx, doc[start].idx + found.start(), alignment_mode="expand")
    return behind is not None and any(_is_person_noun(token) for token in behind)


def _is_person_noun(token: Token) -> bool:
    return singular_of(token.lower_) in person_nouns() or token.lower_ in known_persons()


def _is_place(words: tuple[str, ...]) -> bool:
    text = " ".join(words).title()
    return country_of_name(text) is not None or country_of_capital(text) is not None


def _label_of_place(doc: Doc, name: Name) -> str | None:
    """The label of a country, capital, state or nationality that the tables know."""
    text = doc[name.start : name.end].text
    if text in us_states() and not (name.label == "PERSON" and is_first_name(text)):
        return "GPE"
    if text.isupper() and len(text) > 4:
        text = text.title()
    if country_of_name(text) or country_of_capital(text):
        return "GPE"
    return "NORP" if country_of_demonym(text) else None


def _has_article(doc: Doc, name: Name) -> bool:
    return name.start > 0 and doc[name.start - 1].lower_ in words_of("article")


def _group_by_key(doc: Doc, names: Sequence[Name]) -> list[list[Name]]:
    """Places by country, nationalities in singular and plural, the rest by their words."""
    groups: dict[tuple[str, str], list[Name]] = {}
    for name in names:
        groups.setdefault(_find_key(doc, name), []).append(name)
    return list(groups.values())


def _find_key(doc: Doc, name: Name) -> tuple[str, str]:
    text = doc[name.start : name.end].text
    if name.label in _PLACES:
        return "place", country_of_name(text) or normalize_place(text)
    joined = " ".join(name.words)
    if name.label == "NORP":
        country = country_of_demonym(text.title() if text.isupper() else text)
        return "NORP", f"={country}" if country else joined.removesuffix("s")
    return name.label, joined


def _make_chain(doc: Doc, group: list[Name]) -> EntityChain:
    """The chain of a group; its name is the longest form, the first of those.

    A surname that a first name shares with the next counts as a part of it.
    """
    labels = Counter(name.label for name in group)
    mentions = sorted(group, key=lambda name: name.start)
    texts = [" ".join([*doc[n.start : n.end].text.split(), *n.surname.split()]) for n in mentions]
    # Of two forms of a company's name the plain one is the name unless that is all there is.
    fullest = max(texts, key=_fullness)
    return EntityChain(
        name=fullest,
        label=ENTITY_LABELS[labels.most_common(1)[0][0]],
        mentions=[doc[name.start : name.end] for name in mentions],
    )


def _fullness(text: str) -> tuple[int, int]:
    words = text.split()
    suffixes = read_words("names/organization_suffixes.txt")
    return len([w for w in words if w.strip(".,").lower() not in suffixes]), len(text)
