"""Which names of persons are one person.

Full names come first. Two of them are one person where surname and suffix agree and the first
names are equal, short forms or initials of each other. A part of a name then goes to the person
whose full name has it; where several bear the surname, in this order:

1. to the only one of the generation that is told ("the elder Hill", "Hill Jr.");
2. to the only one whose sex fits the form of address ("Mrs. Clinton");
3. to the one that the bare surname went to before another of the name was introduced, since
   newspapers give the bare surname to the one they introduced it for;
4. to the only one who was not introduced as somebody's relative;
5. to the one last named in full before it (of several in one sentence the first, who is
   oftenest its subject), or, where none was, to the first named after it; one with a suffix
   ("Jr.") only where there is nobody else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from claimx.pipeline.entities.collect_names import Name
from claimx.pipeline.entities.lexicon import nickname_groups
from claimx.pipeline.entities.person_names import PersonName, are_same_person, parse_person_name


@dataclass(eq=False)
class Person:
    """A person in the making: the names that are one, and where it is named in full."""

    name: PersonName
    mentions: list[Name] = field(default_factory=list)
    full_at: list[int] = field(default_factory=list)
    sex: str | None = None


# Persons by identity, under a part of their names.
_Index = dict[tuple[str, ...], dict[int, Person]]


def merge_persons(
    names: Sequence[Name],
    sexes: Sequence[str | None],
    sentences: Sequence[int] = (),
    titles: Mapping[int, frozenset[str]] | None = None,
    relatives: Collection[int] = (),
    headings: Collection[int] = (),
    generations: Mapping[int, str | None] | None = None,
) -> list[list[Name]]:
    """Group the names of persons, given in text order, by person.

    Args:
        names: Mentions with the label PERSON.
        sexes: For each the sex that its title tells, or None.
        sentences: The first tokens of the sentences, ascending.
        titles: The words of the title before a name, by the name's first token.
        relatives: First tokens of names introduced as those of somebody's relatives ("his
            sister, Karen Vik"): a surname used before is not theirs.
        headings: First tokens of bare first names in headlines and headings, which may be those
            of persons that only the text below names in full.
        generations: ``elder`` or ``younger``, by the first token of a name of which that is said.
    """
    register = _Register(sentences, titles or {}, relatives, headings, generations or {})
    parts: list[tuple[Name, PersonName, str | None]] = []
    for name, sex in zip(names, sexes, strict=True):
        parsed = parse_person_name(name.words)
        if parsed.is_full:
            register.add_full(name, parsed, sex)
        else:
            parts.append((name, parsed, sex))
    register.merge_partial_full_names()
    alone: dict[tuple[str, str | None], list[Name]] = {}
    for name, parsed, sex in parts:
        person = register.find_bearer(name, parsed, sex)
        if person is not None:
            person.mentions.append(name)
            person.sex = person.sex or sex
        else:
            bearer = f"{parsed.surname} {parsed.suffix}".rstrip()
            alone.setdefault((bearer, sex), []).append(name)
    return [person.mentions for person in register.persons] + _join_sexless(alone)


def _join_sexless(alone: dict[tuple[str, str | None], list[Name]]) -> list[list[Name]]:
    """Bare surnames without full form: "Smith" is "Mr. Smith" unless there is a "Mrs. Smith"."""
    for surname, sex in list(alone):
        if sex is None:
            sexed = [key for key in ((surname, "m"), (surname, "f")) if key in alone]
            if len(sexed) == 1:
                alone[sexed[0]] += alone.pop((surname, None))
    return list(alone.values())


class _Register:
    """The persons named in full, findable by the parts of their names."""

    def __init__(
        self,
        sentences: Sequence[int],
        titles: Mapping[int, frozenset[str]],
        relatives: Collection[int],
        headings: Collection[int],
        generations: Mapping[int, str | None],
    ) -> None:
        self._sentences = sentences
        self._titles = titles
        self._relatives = relatives
        self._headings = headings
        self._generations = generations
        self._by_middle: _Index = {}
        self.persons: list[Person] = []
        self._by_full: _Index = {}
        self._by_surname: _Index = {}
        self._by_given: _Index = {}
        self._by_tail: _Index = {}
        self._holders: dict[str, Person] = {}
        # Surnames whose first bearer is not named in full.
        self._without: set[str] = set()

    def add_full(self, name: Name, parsed: PersonName, sex: str | None) -> None:
        """File a full name under its person, a new one where nobody known fits."""
        person = self._find_same(parsed)
        if person is None:
            person = Person(parsed)
            self.persons.append(person)
        elif len(" ".join(parsed.words)) > len(" ".join(person.name.words)):
            person.name = parsed
        for key in _filing_keys(parsed):
            _file(self._by_full, key, person)
        _file(self._by_given, (parsed.given,), person)
        for group in nickname_groups().get(parsed.given, ()):
            _file(self._by_given, (f"#{group}",), person)
        _file(self._by_surname, (parsed.surname,), person)
        for word in parsed.middle:
            if len(word) > 1:
                _file(self._by_middle, (word,), person)
        for length in range(2, len(parsed.words)):
            _file(self._by_tail, parsed.words[-length:], person)
        person.mentions.append(name)
        person.full_at.append(name.start)
        person.sex = person.sex or sex or parsed.sex

    def _find_same(self, parsed: PersonName) -> Person | None:
        for key in _search_keys(parsed):
            known = list(self._by_full.get(key, {}).values())
            if len(known) > 1 and "?" in key[1]:
                continue
            found = [person for person in known if are_same_person(person.name, parsed)]
            if found:
                return found[-1]
        return None

    def merge_partial_full_names(self) -> None:
        """Join "Peña Nieto" with "Enrique Peña Nieto" where only one name ends so."""
        gone = set()
        for person in self.persons:
            tails = self._by_tail.get(person.name.words, {})
            longer = [other for other in tails.values() if other is not person]
            if person.name.suffix or len(longer) != 1 or id(longer[0]) in gone:
                continue
            longer[0].mentions += person.mentions
            longer[0].full_at = sorted(longer[0].full_at + person.full_at)
            gone.add(id(person))
        self.persons = [person for person in self.persons if id(person) not in gone]
        for index in (self._by_surname, self._by_given):
            for people in index.values():
                for identity in gone & people.keys():
                    del people[identity]

    def find_bearer(self, name: Name, parsed: PersonName, sex: str | None) -> Person | None:
        """The person that a single word names at this place, or None."""
        bearers = list(self._by_surname.get((parsed.surname,), {}).values())
        bearers = self._leave_out_relatives(bearers, name, sex)
        if not bearers and parsed.surname not in self._without:
            # "Rosselló" is "Ricardo Rosselló Nevares", who bears two surnames.
            known = self._by_middle.get((parsed.surname,), {}).values()
            bearers = list({id(person): person for person in known}.values())
            if len(bearers) == 1:
                return self._choose_fitting(bearers, sex)
        if not bearers and parsed.surname not in self._without:
            # A first name alone is that of somebody named in full before, or below the heading.
            namesakes = self._list_by_given(parsed.surname)
            is_heading = name.start in self._headings
            bearers = [p for p in namesakes if is_heading or p.full_at[0] < name.start]
            return self._choose_fitting(bearers, sex) if len(bearers) == 1 else None
        if len(bearers) > 1 and self._generations.get(name.start):
            of_one = self._list_generation(bearers, name)
            bearers = of_one if len(of_one) == 1 else bearers
        elif parsed.suffix:
            bearers = [person for person in bearers if person.name.suffix == parsed.suffix]
        if len(bearers) > 1:
            return self._choose_among(bearers, name, parsed.surname, sex)
        return self._choose_fitting(bearers, sex)

    def _list_by_given(self, given: str) -> list[Person]:
        """The persons with a first name, or one that it is a short form of."""
        known = dict(self._by_given.get((given,), {}))
        for group in nickname_groups().get(given, ()):
            known |= self._by_given.get((f"#{group}",), {})
        return list(known.values())

    def _leave_out_relatives(
        self, bearers: list[Person], name: Name, sex: str | None
    ) -> list[Person]:
        """Without those who were only introduced after this name as relatives of somebody.

        The surname is then that of the one who bore it first, who is not named in full.
        """
        others = [
            person
            for person in bearers
            if person.full_at[0] not in self._relatives or person.full_at[0] < name.start
        ]
        if len(others) < len(bearers) and not others:
            self._without.add(name.words[-1])
        if name.words[-1] in self._without and sex is None:
            return []
        return others

    @staticmethod
    def _choose_fitting(bearers: list[Person], sex: str | None) -> Person | None:
        fitting = [p for p in bearers if not sex or not p.sex or p.sex == sex]
        return fitting[0] if len(fitting) == 1 else None

    def _choose_among(
        self, bearers: list[Person], name: Name, surname: str, sex: str | None
    ) -> Person | None:
        if sex is not None:
            fitting = [person for person in bearers if person.sex in (sex, None)]
            sure = [person for person in fitting if person.sex == sex]
            bearers = sure if len(sure) == 1 else fitting
            if len(bearers) <= 1:
                return next(iter(bearers), None)
        titled = [person for person in bearers if self._has_title_of(person, name)]
        if len(titled) == 1:
            return titled[0]
        plain = [person for person in bearers if not person.name.suffix]
        bearers = plain or bearers
        holder = self._holders.get(surname)
        if holder is not None and holder in bearers:
            return holder
        bearers = self._leave_out_introduced(bearers)
        named = [p for p in bearers if p.full_at[0] < name.start]
        if len(named) > 1 and self._are_joined(named, name.start):
            return None  # "Ann Hill and Tom Hill left. *Hill* said"
        if not named:
            return min(bearers, key=lambda person: person.full_at[0])
        if len(named) == 1 and sex is None:
            self._holders[surname] = named[0]
        return max(named, key=lambda person: self._recency(person, name.start))

    def _list_generation(self, bearers: list[Person], name: Name) -> list[Person]:
        """The bearers of the generation named at ``name``; without one, those that have none."""
        told = {
            id(person): {self._generations.get(place) for place in person.full_at} - {None}
            for person in bearers
        }
        wanted = self._generations[name.start]
        fitting = [person for person in bearers if wanted in told[id(person)]]
        return fitting or [person for person in bearers if not told[id(person)]]

    def _leave_out_introduced(self, bearers: list[Person]) -> list[Person]:
        """Without those who were introduced as relatives, where one bearer was not.

        They are named in full or by first name, as the surname is that of the one they belong to.
        """
        others = [person for person in bearers if person.full_at[0] not in self._relatives]
        return others if len(others) == 1 else bearers

    def _are_joined(self, bearers: Sequence[Person], place: int) -> bool:
        """Whether nothing tells apart the bearers of a surname, each named once, side by side."""
        if any(len(p.full_at) > 1 or self._titles.get(p.full_at[0]) for p in bearers):
            return False
        lasts = sorted(_last_before(person.full_at, place) for person in bearers)
        ends = {one.start: one.end for person in bearers for one in person.mentions}
        gaps = (other - ends.get(one, 0) for one, other in pairwise(lasts))
        return all(gap == 1 for gap in gaps)

    def _has_title_of(self, person: Person, name: Name) -> bool:
        """Whether a full name of somebody bore the title that stands before a surname."""
        title = self._titles.get(name.start, frozenset())
        return any(title & self._titles.get(full, frozenset()) for full in person.full_at)

    def _recency(self, person: Person, place: int) -> tuple[int, int]:
        """The sentence that last named a person before ``place``; in it, the earlier the better."""
        last = _last_before(person.full_at, place)
        sentence = bisect_right(self._sentences, last)
        return sentence or last, -last


def _filing_keys(parsed: PersonName) -> list[tuple[str, ...]]:
    """The keys under which a full name can be found."""
    keys: list[tuple[str, ...]] = [(parsed.surname, parsed.given, parsed.suffix)]
    for group in sorted(nickname_groups().get(parsed.given, ())):
        keys.append((parsed.surname, f"#{group}", parsed.suffix))
    if len(parsed.given) > 1:
        keys.append((parsed.surname, f"{parsed.given[0]}?", parsed.suffix))
    return keys


def _search_keys(parsed: PersonName) -> list[tuple[str, ...]]:
    """The keys under which other forms of a full name may be filed, the surest first."""
    keys = _filing_keys(parsed)
    if len(parsed.given) > 1:
        keys[-1] = (parsed.surname, parsed.given[0], parsed.suffix)
    else:
        keys.append((parsed.surname, f"{parsed.given}?", parsed.suffix))
    return keys


def _file(index: _Index, key: tuple[str, ...], person: Person) -> None:
    index.setdefault(key, {})[id(person)] = person


def _last_before(places: list[int], place: int) -> int:
    """The last of the ascending ``places`` before ``place``, or -1."""
    found = bisect_right(places, place)
    return places[found - 1] if found else -1
