"""What a source consists of: its phrases, their heads, what they are.

A source may be "U.S. President Donald Trump", "Trump's lawyer", "A spokesman for the ministry,
John Smith", "Google and Yahoo", "he". The head decides who speaks: a name that only modifies the
head ("Trump's lawyer", "officials in Russia") is not a speaker. The parse tells what heads a
source, what is joined to it and what explains it; the table of mentions, where phrases begin.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Span, Token

from claimx.article.values import MentionKind
from claimx.lang.en.nouns import organization_nouns, pronouns
from claimx.lang.en.words import phrases_of
from claimx.pipeline.mentions.party_and_state import skip_party_and_state
from claimx.pipeline.mentions.table import Mention, MentionTable
from claimx.pipeline.speakers.joints import count_joining, find_joint
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex
from claimx.pipeline.speakers.rows_of_persons import list_persons_in_row
from claimx.pipeline.speakers.source_span import SourceSpan
from claimx.pipeline.syntax import nouns

_PRONOUN_TAGS = ("PRP", "WP", "WDT")
_PLACES = ("GPE", "LOC")
_MODIFYING = ("IN", "TO", "VBN", "VBG", "JJ")
_PLURAL = ("NNS", "NNPS")
_CLAUSE = ("VBD", "VBZ", "VBP", "MD", "WP")
_OPENING = ("DT", "PRP$", "NNP", "POS")


class Phrase(NamedTuple):
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
        self._source = SourceSpan(index, table, span)
        self._read: dict[int, Phrase] = {}

    def read(self) -> list[Phrase]:
        """The phrases of the span."""
        row = list_persons_in_row(self._index, self._span)
        if row:
            heads = (self._doc[place.head] for place in row)
            return [self._make(head, head) for head in heads]
        for head in self._source.find_heads():
            self._read_at(head)
        return list(self._read.values())

    def _read_at(self, opened: Token, beside: tuple[int, int] | None = None) -> None:
        """Note the phrase that a word opens, and those that are joined to it.

        Args:
            opened: The word that the parse takes for the head.
            beside: The description that the phrase explains.
        """
        head = self._source.find_noun(opened)
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
            explains = beside is not None and phrase.place is not None
            self._read[phrase.head] = phrase._replace(beside=beside) if explains else phrase
        is_of_all = described is not None and self._doc[described[1] - 1].tag_ in _PLURAL
        for other in (*self._list_row(phrase), *self._list_joined(opened, head, phrase.end)):
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
        others = set(self._list_behind(head, phrases_of("phrase joint")))
        beside = [*nouns.appositions_of(opened), *nouns.appositions_of(head)]
        beside += [token for token in self._source.list_subjects(opened) if token.i > head.i]
        if mention.number in ("singular", "plural"):
            set_off = self._list_set_off(head, mention)
            beside += set_off if mention.number == "singular" else set_off[:1]
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
        found = (
            self._list_behind(head, phrases_of("example opener")) if head.tag_ in _PLURAL else ()
        )
        return [noun for noun in found if self._source.place_of(noun)]

    def _list_set_off(self, head: Token, mention: Mention) -> list[Token]:
        """The names of persons behind a comma, a dash or the field of an office.

        "A spokesman for the port, *Ann Hill*", "ambassador to Tarn *Ann Hill*".
        """
        joints = phrases_of("phrase joint")
        ends = (i for i in range(head.i, self._span.end) if find_joint(self._doc, i, joints))
        places = self._index.list_between(head.i + 1, next(ends, self._span.end))
        return [
            self._doc[place.head]
            for place in places
            if place.entity.label == "PERSON"
            and (self._source.is_set_off(place) or self._is_holder(mention, place))
            and (mention.number == "singular" or self._is_right_behind(mention, place))
        ]

    def _is_holder(self, mention: Mention, place: NamedPlace) -> bool:
        """Whether a name ends an office with its field: "speaker of the parliament *Ann Hill*"."""
        start = self._source.find_name_start(place)
        is_field = any(self._is_body(token) for token in range(start, place.title_start))
        is_office = self._doc[mention.start].lower_ not in ("a", "an")
        return is_field and is_office and self._source.follows_preposition(place)

    def _is_body(self, token: int) -> bool:
        name = self._index.name_at(token)
        if name is not None:
            return name.entity.label != "PERSON"
        return self._doc[token].lower_ in organization_nouns()

    def _is_right_behind(self, mention: Mention, place: NamedPlace) -> bool:
        """Whether one comma parts a name from a description: "two men of Tarn, *Ann Hill*"."""
        between = self._doc[mention.end : self._source.find_name_start(place)]
        return sum(token.text == "," for token in between) == 1

    def _explains(self, noun: Token, mention: Mention) -> bool:
        """Whether a noun names who is described: a person, or the organization."""
        place = self._source.place_of(noun) if self._source.holds(noun) else None
        if place is None or (
            self._source.follows_preposition(place) and not self._is_holder(mention, place)
        ):
            return False
        if place.entity.label == "PERSON":
            return True  # also of "her publisher", which may be a body elsewhere
        is_body = mention.kind == "organization" or mention.noun in organization_nouns()
        is_beside = mention.number == "singular" and self._source.is_set_off(place)
        is_beside = is_beside and noun in nouns.appositions_of(self._doc[mention.head])
        return place.entity.label == "ORG" and (is_body or is_beside)

    def _list_joined(self, opened: Token, head: Token, end: int) -> Iterator[Token]:
        """The words that head what is joined to a phrase: "Ann Hill *and Tom Kerr*"."""
        for token in dict.fromkeys((opened, head)):
            for child in token.children:
                if nouns.is_joined(child) and self._source.holds(child):
                    yield child
        if end < self._span.end and self._source.parts_phrases(end):
            yield self._source.find_opened(end + count_joining(self._doc, end))
        yield from self._list_behind(head, phrases_of("phrase joint"))

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
            noun = self._source.find_opened(place + words)
            if not self._source.holds(noun) or not self._may_join(phrase, noun, is_last=words > 0):
                break
            found.append(noun)
            if words:
                return found
            name = self._source.place_of(noun)
            place = self._pass_beside(noun.i + 1 if name is None else name.end)
        return []

    def _may_join(self, phrase: Phrase, noun: Token, *, is_last: bool) -> bool:
        """Whether a noun may head a member of a row: a name of the kind, a plural, the last one."""
        name = self._source.place_of(noun)
        if name is not None:
            goes_on = self._source.may_precede(name.end, ("NN",))
            return not goes_on and phrase.place is not None and _are_alike(phrase.place, name)
        return noun.tag_ in _PLURAL or (is_last and self._source.is_person(noun))

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
        return place is not None and self._source.is_tied(place)

    def _list_behind(self, head: Token, joints: Collection[tuple[str, ...]]) -> Iterator[Token]:
        """The persons and names that certain words add to a phrase: "along with *her deputy*"."""
        for place in range(head.i + 1, self._span.end - 1):
            if self._doc[place].tag_.startswith(_CLAUSE):
                return  # "Ann Hill, who left together with Tom Kerr"
            words = find_joint(self._doc, place, joints)
            if words and place + len(words) < self._span.end:
                noun = self._source.find_opened(place + len(words))
                if self._may_be_added(head, noun):
                    yield noun

    def _may_be_added(self, head: Token, noun: Token) -> bool:
        """Whether "including" may add a noun: a person or name, a place only to places."""
        place, first = self._source.place_of(noun), self._source.place_of(head)
        if place is None or place.entity.label not in _PLACES:
            return place is not None or self._source.is_person(noun)
        return first is not None and first.entity.label in _PLACES

    def _describes_same(self, phrase: Phrase, other: Token) -> bool:
        """Whether a joined noun is one more description: "a delegate and *activist*"."""
        number = self._table.at(other.i)
        if number is None or other.tag_ != "NN" or self._source.place_of(other) is not None:
            return False
        mention = self._table[number]
        if phrase.place is not None:
            return self._is_said_of(phrase, mention)
        if self._doc[mention.start].tag_ in _OPENING:
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
        return is_apposed and is_near and self._doc[mention.start].tag_ == "DT"

    def _is_inside(self, phrase: Phrase, other: Token) -> bool:
        """Whether what is joined belongs to a modifier before it: "police in Tarn and *Harwick*".

        Only a person behind a comma is one more ("a friend of Tom Kerr, and *Ann Hill*").
        """
        behind = self._doc[phrase.end : phrase.end + 1]
        if phrase.place is not None or not behind or behind[0].tag_ not in _MODIFYING:
            return False
        place = self._source.place_of(other)
        if place is None or place.entity.label != "PERSON":
            return True
        before = self._doc[max(0, self._source.find_name_start(place) - 2)]
        return before.text != ","

    def _make(self, head: Token, opened: Token) -> Phrase:
        """The phrase of a head; ``opened`` is the part of it that stands before, or the head."""
        place, at = self._source.place_of(head), self._table.at(head.i)
        if place is not None and not self._is_part_of_people(place, opened):
            start = min(place.title_start, self._source.find_start(head))
            return Phrase(start, place.end, place.head, "name", place)
        is_pronoun = at is not None and self._table[at].form == "pronoun"
        is_plain = head.tag_ in _PRONOUN_TAGS or len(self._span) == 1
        is_pronoun = is_pronoun or (head.lower_ in pronouns() and is_plain)
        if is_pronoun and opened == head:
            return Phrase(head.i, head.i + 1, head.i, "pronoun")
        start = min(self._source.find_start(head), self._source.find_start(opened))
        return Phrase(start, head.i + 1, head.i, "nominal")

    def _is_part_of_people(self, place: NamedPlace, opened: Token) -> bool:
        """Whether some of a people or party are meant: "one Democrat", "two of the Russians"."""
        if place.entity.label != "NORP" or place.start <= self._span.start:
            return False
        return opened.i < place.start or self._doc[place.start - 1].lower_ != "the"
