"""What a source consists of: its phrases, their heads, what they are.

A source may be "U.S. President Donald Trump", "Trump's lawyer", "A spokesman for the ministry,
John Smith", "Google and Yahoo", "he". The head decides whom it names: a name that only modifies the
head ("Trump's lawyer", "officials in Russia") is nobody who speaks. The parse tells what heads a
source, what is joined to it and what explains it; the table of mentions, where phrases begin.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from claimx.article.values import MentionKind
from claimx.lang.en import read_words
from claimx.lang.en.nouns import organization_nouns, partitives, pronouns
from claimx.pipeline.entities.lexicon import normalize_word
from claimx.pipeline.mentions.party_and_state import skip_party_and_state
from claimx.pipeline.mentions.table import Mention, MentionTable
from claimx.pipeline.speakers.joints import LONGER_JOINTS, count_joining, find_joint, is_dash
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex
from claimx.pipeline.syntax import clauses, nouns

_NOMINAL_TAGS = ("NN", "PRP", "WP", "WDT", "DT", "CD")
_PRONOUN_TAGS = ("PRP", "WP", "WDT")
_BEFORE_NOUN = ("NN", "JJ", "HYPH", "POS", "VBN")
_BEFORE_NAME = (*_BEFORE_NOUN, "DT", "PRP$")
_PLURAL = ("NNS", "NNPS")
_CLAUSE = ("VBD", "VBZ", "VBP", "MD", "WP")
_OPENING = ("DT", "PRP$", "NNP", "POS")
_EXAMPLES = frozenset({("like",), ("such", "as")})
_JOINING = frozenset({*LONGER_JOINTS, ("including",)})


@dataclass(frozen=True)
class Phrase:
    """A noun phrase or pronoun that a source consists of: half-open token offsets.

    Attributes:
        start: First token, determiner included.
        end: The token after the head and the last word of a name.
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


def read_phrases(index: NameIndex, table: MentionTable, spans: Sequence[Span]) -> list[Phrase]:
    """The phrases of a source in the order of their heads; empty where it has no words.

    Args:
        index: The names of the article.
        table: Its mentions.
        spans: The source; the first span with a phrase is read.
    """
    for span in spans:
        phrases = _SourceReader(index, table, span).read()
        if phrases:
            return phrases
    return []


def _are_alike(one: NamedPlace, other: NamedPlace) -> bool:
    """Whether two names may be members of one row rather than a name and its place."""
    labels = {one.entity.label, other.entity.label}
    return len(labels) == 1 or labels <= {"PERSON", "ORG", "NORP"}


class _SourceReader:
    """Reads one span of a source."""

    def __init__(self, index: NameIndex, table: MentionTable, span: Span) -> None:
        self._index, self._table, self._span = index, table, span
        self._doc = index.doc
        self._read: dict[int, Phrase] = {}

    def read(self) -> list[Phrase]:
        """The phrases of the span."""
        for head in self._find_heads():
            self._read_at(head)
        return list(self._read.values())

    # --- the head ---------------------------------------------------------------------------

    def _find_heads(self) -> list[Token]:
        """The words that head the span, mostly one; none where it has no words."""
        words = [token for token in self._span if not token.is_punct and not token.is_space]
        if not words:
            return []
        roots = self._find_roots(self._find_opening()) or self._find_roots(self._span)
        if roots:
            return roots
        mentions = self._table.inside(self._span.start, self._span.end)
        if mentions:
            return [self._doc[self._table[mentions[0]].head]]
        return [token for token in words[-1:] if not nouns.is_function_word(token)]

    def _find_opening(self) -> Span:
        """The span up to its first comma or to an "and" that surely ends a phrase."""
        ends = (t.i for t in self._span[1:] if t.text == "," or self._parts_phrases(t.i))
        return self._doc[self._span.start : next(ends, self._span.end)]

    def _parts_phrases(self, place: int) -> bool:
        """Whether "and" joins whole phrases: "he *and* others", "Tarn *and* its allies"."""
        words = count_joining(self._doc, place)
        if not words or place + words >= self._span.end:
            return False
        before = self._table.at(place - 1)
        is_pronoun = before is not None and self._table[before].form == "pronoun"
        is_pronoun = is_pronoun or self._doc[place + words].tag_ in ("DT", "PRP$")
        return is_pronoun or self._ends_name(place, place + words)

    def _ends_name(self, end: int, following: int) -> bool:
        """Whether a name ends before "and" that modifies nothing behind it.

        "*Ann Hill* and health officials", "*the Red Cross* and officials", unlike "Hill and Kerr
        campaign officials", "Tarn and Harwick officials".
        """
        name, other = self._index.name_at(end - 1), self._index.name_at(following)
        if name is None or (other is not None and other.entity.label == name.entity.label):
            return False
        if name.entity.label == "PERSON":
            return True
        has_article = name.start > 0 and self._doc[name.start - 1].tag_ == "DT"
        return has_article and name.entity.label in ("ORG", "GPE")

    def _find_roots(self, part: Span) -> list[Token]:
        """The nominal words of a part that hang on none of it: one where the parse is right.

        The first is the head. A later one that only modifiers part from it belongs to the same
        phrase and is its head ("the ministry *spokesman*"), one behind "and" is joined to it, and
        any other is a part that the parse has hung elsewhere.
        """
        found: list[Token] = []
        for token in part:
            if not self._is_root(token, part):
                continue
            between = self._doc[found[-1].i + 1 : token.i] if found else self._doc[:0]
            if not found or self._joins(between):
                found.append(token)
            elif all(word.tag_.startswith(_BEFORE_NOUN) for word in between):
                found[-1] = token
        return found

    def _joins(self, between: Span) -> bool:
        """Whether the words before a noun join its phrase to the one before: "*and the* envoy"."""
        words = count_joining(self._doc, between.start) if len(between) else 0
        return words > 0 and all(t.tag_.startswith(_BEFORE_NAME) for t in between[words:])

    def _is_root(self, token: Token, part: Span) -> bool:
        is_inside = part.start <= token.head.i < part.end
        if (token.head != token and is_inside) or nouns.is_function_word(token):
            return False
        if normalize_word(token.text) in read_words("names/time_words.txt"):
            return False
        is_nominal = token.tag_.startswith(_NOMINAL_TAGS) and token.text[0].isalnum()
        is_nominal = is_nominal or clauses.is_subject(token)
        return is_nominal or self._is_named(token)

    def _list_subjects(self, root: Token) -> list[Token]:
        """The words of the span that the parse takes for subjects of one verb, if ``root`` is."""
        beside = root.head.children if clauses.is_subject(root) else ()
        return [token for token in beside if self._holds(token) and clauses.is_subject(token)]

    def _holds(self, token: Token) -> bool:
        return self._span.start <= token.i < self._span.end

    def _is_named(self, token: Token) -> bool:
        return self._table.at(token.i) is not None or self._place_of(token) is not None

    def _place_of(self, token: Token) -> NamedPlace | None:
        """The name that a token is a word of, be it of its title."""
        return self._index.titled_at(token.i) or self._index.name_at(token.i)

    def _find_noun(self, token: Token) -> Token:
        """The word that matters: "half of the *voters*", "the envoy *Tom Kerr*"."""
        while token.lower_ in partitives():
            inner = self._find_whole(token)
            if inner is None:
                break
            token = inner
        place = token.i
        while not self._is_named(self._doc[place]) and self._may_precede(place, _BEFORE_NAME):
            place += 1
        named, at = self._place_of(self._doc[place]), self._table.at(place)
        if named is not None:
            return self._doc[named.start : named.end].root
        if at is None:
            return token
        is_covered = self._table[at].start <= token.i and not token.is_ancestor(self._doc[place])
        return self._doc[place] if is_covered or not token.tag_.startswith("NN") else token

    def _may_precede(self, place: int, tags: tuple[str, ...]) -> bool:
        """Whether a word of the span has one of the tags and another word of it behind."""
        return place + 1 < self._span.end and self._doc[place].tag_.startswith(tags)

    def _find_whole(self, part: Token) -> Token | None:
        """What the parts are of: the noun behind "of"."""
        found = [noun for word, noun in nouns.modifiers_of(part) if word == "of"]
        if self._doc[part.i + 1 : part.i + 2].text == "of":
            behind = reversed(self._table.inside(part.i + 2, part.i + 3))
            plain = [self._doc[self._table[number].head] for number in behind]
            is_name = bool(found) and self._place_of(found[0]) is not None
            found = [*plain, *found] if is_name else [*found, *plain]
        return next((noun for noun in found if self._holds(noun)), None)

    # --- phrases ----------------------------------------------------------------------------

    def _read_at(self, opened: Token, beside: tuple[int, int] | None = None) -> None:
        """Note the phrase that a word opens, and those that are joined to it.

        Args:
            opened: The word that the parse takes for the head.
            beside: The description that the phrase explains.
        """
        head = self._find_noun(opened)
        phrase = self._make(head, opened)
        if phrase.head in self._read:
            return
        explained = [] if phrase.place is not None else self._list_names_for(opened, head)
        if phrase.place is not None and phrase.place.entity.label == "NORP":
            explained = self._list_examples(head)
        described = (phrase.start, phrase.end) if explained else beside
        for noun in explained:
            self._read_at(noun, described)
        if not explained:
            is_name = phrase.place is not None
            self._read[phrase.head] = replace(phrase, beside=beside if is_name else None)
        is_of_all = described is not None and self._doc[described[1] - 1].tag_ in _PLURAL
        for other in (*self._list_row(phrase), *self._list_joined(opened, head)):
            if not (self._describes_same(phrase, other) or self._is_inside(phrase, other)):
                self._read_at(other, described if is_of_all else None)

    def _list_names_for(self, opened: Token, head: Token) -> list[Token]:
        """The names that stand in the place of a description: examples of it, its apposition."""
        examples = self._list_examples(head)
        if examples:
            return examples
        number = self._table.at(head.i)
        if number is None or self._table[number].form == "pronoun":
            return []
        mention = self._table[number]
        others = set(self._list_behind(head, _JOINING))
        beside = [*nouns.appositions_of(opened), *nouns.appositions_of(head)]
        beside += [token for token in self._list_subjects(opened) if token.i > head.i]
        if mention.number == "singular":
            beside += self._list_set_off(head, mention)
        if mention.number == "plural":
            beside += self._list_set_off(head, mention)[:1]
        found = [
            n for n in beside if n not in others and n.i > head.i and self._explains(n, mention)
        ]
        places = sorted({noun.i for noun in found})
        # "A spokesman for the operator, Greenmere, Dale Prior": the first explains the operator.
        is_narrowed = self._doc[head.i + 1 : head.i + 2].text in ("for", "of")
        is_narrowed = is_narrowed and len(places) == 2 and mention.is_person
        between = range(places[0], places[1]) if is_narrowed else ()
        is_narrowed = is_narrowed and not any(count_joining(self._doc, i) for i in between)
        last = -1 if is_narrowed else 0
        return [self._doc[places[last]]] if places else []

    def _list_examples(self, head: Token) -> list[Token]:
        """The names of examples: "critics like *Ann Hill*", "Republicans such as *Tom Kerr*"."""
        found = self._list_behind(head, _EXAMPLES) if head.tag_ in _PLURAL else ()
        return [noun for noun in found if self._place_of(noun)]

    def _list_set_off(self, head: Token, mention: Mention) -> list[Token]:
        """The names of persons behind a comma, a dash or the field of an office.

        "A spokesman for the port, *Ann Hill*", "ambassador to Tarn *Ann Hill*".
        """
        ends = (i for i in range(head.i, self._span.end) if find_joint(self._doc, i, _JOINING))
        places = self._index.list_between(head.i + 1, next(ends, self._span.end))
        return [
            self._doc[place.start : place.end].root
            for place in places
            if place.entity.label == "PERSON"
            and (self._is_set_off(place) or self._is_holder(mention, place))
            and (mention.number == "singular" or self._is_right_behind(mention, place))
        ]

    def _follows_preposition(self, place: NamedPlace) -> bool:
        before = self._find_before(place)
        return before is not None and before.tag_ in ("IN", "TO")

    def _is_holder(self, mention: Mention, place: NamedPlace) -> bool:
        """Whether a name ends an office with its field: "speaker of the parliament *Ann Hill*"."""
        start = self._find_name_start(place)
        is_field = any(self._is_body(token) for token in range(start, place.title_start))
        is_office = self._doc[mention.start].lower_ not in ("a", "an")
        return is_field and is_office and self._follows_preposition(place)

    def _is_body(self, token: int) -> bool:
        name = self._index.name_at(token)
        if name is not None:
            return name.entity.label != "PERSON"
        return self._doc[token].lower_ in organization_nouns()

    def _is_right_behind(self, mention: Mention, place: NamedPlace) -> bool:
        """Whether one comma parts a name from a description: "two men of Tarn, *Ann Hill*"."""
        between = self._doc[mention.end : self._find_name_start(place)]
        return sum(token.text == "," for token in between) == 1

    def _is_set_off(self, place: NamedPlace) -> bool:
        before = self._find_before(place)
        return before is not None and (before.text == "," or is_dash(before))

    def _find_before(self, place: NamedPlace) -> Token | None:
        """The word of the span before the noun phrase that a name ends."""
        start = self._find_name_start(place)
        return self._doc[start - 1] if start > self._span.start else None

    def _find_name_start(self, place: NamedPlace) -> int:
        """The first word of the noun phrase that a name ends."""
        start = place.title_start
        while start > self._span.start and self._doc[start - 1].tag_.startswith(_BEFORE_NAME):
            start -= 1
        return start

    def _explains(self, noun: Token, mention: Mention) -> bool:
        """Whether a noun names who is described: a person, or the organization."""
        place = self._place_of(noun) if self._holds(noun) else None
        if place is None or (
            self._follows_preposition(place) and not self._is_holder(mention, place)
        ):
            return False
        if place.entity.label == "PERSON":
            return True  # also of "her publisher", which may be a body elsewhere
        is_body = mention.kind == "organization" or mention.noun in organization_nouns()
        is_beside = mention.number == "singular" and self._is_set_off(place)
        is_beside = is_beside and noun in nouns.appositions_of(self._doc[mention.head])
        return place.entity.label == "ORG" and (is_body or is_beside)

    def _list_joined(self, opened: Token, head: Token) -> Iterator[Token]:
        """The words that head what is joined to a phrase: "Ann Hill *and Tom Kerr*"."""
        for token in dict.fromkeys((opened, head)):
            for child in token.children:
                if nouns.is_joined(child) and self._holds(child):
                    yield child
        end = self._make(head, opened).end
        if end < self._span.end and self._parts_phrases(end):
            yield self._find_opened(end + count_joining(self._doc, end))
        yield from self._list_behind(head, _JOINING)

    def _list_row(self, phrase: Phrase) -> list[Token]:
        """The words that head the rest of a row: "Ann Hill, *Tom Kerr* and envoy *Ruth Obi*".

        A row goes on over names of one kind and plurals, and ends with what "and" joins; one that
        a plural opens has no article ("The protesters, students and teachers" are the same).
        """
        is_open = phrase.place is not None or self._doc[phrase.head].tag_ in _PLURAL
        if not is_open or (phrase.place is None and self._doc[phrase.start].tag_ in ("DT", "CD")):
            return []
        found: list[Token] = []
        place = self._pass_beside(phrase.end)
        while place < self._span.end - 1:
            words = count_joining(self._doc, place)
            if not words and self._doc[place - 1].text != ",":
                break
            noun = self._find_opened(place + words)
            if not self._holds(noun) or not self._may_join(phrase, noun, is_last=words > 0):
                break
            found.append(noun)
            if words:
                return found
            name = self._place_of(noun)
            place = self._pass_beside(noun.i + 1 if name is None else name.end)
        return []

    def _may_join(self, phrase: Phrase, noun: Token, *, is_last: bool) -> bool:
        """Whether a noun may head a member of a row: a name of the kind, a plural, the last one."""
        name = self._place_of(noun)
        if name is not None:
            goes_on = self._may_precede(name.end, ("NN",))
            return not goes_on and phrase.place is not None and _are_alike(phrase.place, name)
        return noun.tag_ in _PLURAL or (is_last and self._is_person(noun))

    def _pass_beside(self, place: int) -> int:
        """The first word behind commas and what belongs to the name before them."""
        while place < self._span.end and self._is_beside_name(self._doc[place]):
            place += 1
        return place

    def _is_beside_name(self, token: Token) -> bool:
        """Whether a word belongs to the name before it: "Ann Hill *of Ohio*", "(*D-Ohio*)"."""
        near = range(max(0, token.i - 4), token.i + 1)
        if token.text == "," or any(skip_party_and_state(self._doc, i) > token.i for i in near):
            return True
        place = self._index.name_at(token.i + (token.tag_ == "IN"))
        return place is not None and self._is_tied(place)

    def _is_tied(self, place: NamedPlace) -> bool:
        """Whether a body or place stands behind a preposition: "of *Ohio*"."""
        return place.entity.label != "PERSON" and self._follows_preposition(place)

    def _list_behind(self, head: Token, joints: Collection[tuple[str, ...]]) -> Iterator[Token]:
        """The persons and names that certain words add to a phrase: "along with *her deputy*"."""
        for place in range(head.i + 1, self._span.end - 1):
            if self._doc[place].tag_.startswith(_CLAUSE):
                return  # "Ann Hill, who left together with Tom Kerr"
            words = find_joint(self._doc, place, joints)
            if words and place + len(words) < self._span.end:
                noun = self._find_opened(place + len(words))
                if self._place_of(noun) or self._is_person(noun):
                    yield noun

    def _find_opened(self, place: int) -> Token:
        """The head of the phrase that begins at ``place``."""
        mention = self._find_longest(place)
        while mention is not None and self._may_precede(mention.end, _BEFORE_NOUN):
            place = mention.end  # "*Tarn* engineer Ann Hill"
            mention = self._find_longest(place)
        return self._find_noun(self._doc[place if mention is None else mention.head])

    def _find_longest(self, place: int) -> Mention | None:
        """The longest mention of the span that begins at ``place``."""
        numbers = self._table.inside(place, place + 1)
        inside = [self._table[n] for n in numbers if self._table[n].end <= self._span.end]
        return inside[-1] if inside else None

    def _is_person(self, noun: Token) -> bool:
        number = self._table.at(noun.i)
        return number is not None and self._table[number].is_person

    def _describes_same(self, phrase: Phrase, other: Token) -> bool:
        """Whether a joined noun is one more description: "a delegate and *activist*"."""
        number = self._table.at(other.i)
        if number is None or other.tag_ != "NN" or self._place_of(other) is not None:
            return False
        start = self._table[number].start
        if phrase.place is not None:
            return self._is_said_of(phrase, self._table[number])
        if self._doc[start].tag_ in _OPENING:
            return False
        opens = self._doc[phrase.start].tag_ in _OPENING
        return opens and self._doc[phrase.head].tag_ == "NN"

    def _is_said_of(self, phrase: Phrase, mention: Mention) -> bool:
        """Whether a description belongs to what is said behind a name: "Ann Hill, … and *an aide*".

        With an article it does behind an apposition, and where no comma parts it from that.
        """
        if phrase.place is None or phrase.place.entity.label != "PERSON" or not mention.is_person:
            return False
        if self._doc[mention.start].tag_ not in _OPENING:
            return True
        is_apposed = self._doc[phrase.end : phrase.end + 1].text == ","
        joint = max(
            (i for i in range(phrase.end, mention.start) if count_joining(self._doc, i)), default=0
        )
        commas = sum(token.text == "," for token in self._doc[phrase.end : joint])
        is_near = joint > phrase.end + 1 and (self._doc[joint - 1].text != "," or commas > 2)
        return is_apposed and is_near and self._doc[mention.start].lower_ in ("a", "an")

    def _is_inside(self, phrase: Phrase, other: Token) -> bool:
        """Whether a name is joined to one within a description: "police in Tarn and *Harwick*"."""
        place = self._place_of(other)
        if phrase.place is not None or place is None:
            return False
        inside = self._index.list_between(phrase.end, place.start)
        return any(one.entity.label == place.entity.label for one in inside)

    def _make(self, head: Token, opened: Token) -> Phrase:
        """The phrase of a head; ``opened`` is the part of it that stands before, or the head."""
        place, at = self._place_of(head), self._table.at(head.i)
        if place is not None and not self._is_part_of_people(place, opened):
            start = min(place.title_start, self._find_start(head))
            root = self._doc[place.start : place.end].root
            return Phrase(start, place.end, root.i, "name", place)
        is_pronoun = at is not None and self._table[at].form == "pronoun"
        is_plain = head.tag_ in _PRONOUN_TAGS or len(self._span) == 1
        is_pronoun = is_pronoun or (head.lower_ in pronouns() and is_plain)
        if is_pronoun and opened == head:
            return Phrase(head.i, head.i + 1, head.i, "pronoun")
        start = min(self._find_start(head), self._find_start(opened))
        return Phrase(start, head.i + 1, head.i, "nominal")

    def _find_start(self, head: Token) -> int:
        """The first token of the noun phrase of a head, within the span."""
        number = self._table.at(head.i)
        start = self._table[number].start if number is not None else head.i
        opening = nouns.opening_of(head).i
        if not any(self._parts_phrases(place) for place in range(opening + 1, start)):
            start = min(start, opening)
        return max(start, self._span.start)

    def _is_part_of_people(self, place: NamedPlace, opened: Token) -> bool:
        """Whether some of a people or party are meant: "one Democrat", "two of the Russians"."""
        if place.entity.label != "NORP" or place.start <= self._span.start:
            return False
        return opened.i < place.start or self._doc[place.start - 1].lower_ != "the"
