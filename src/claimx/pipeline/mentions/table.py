"""A mention, and the table of all mentions of an article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from spacy.tokens import Doc

from claimx.article.values import MentionKind, SpeakerKind
from claimx.pipeline.span_groups import read_attrs, write_limits

GROUP = "claimx/noun_phrase"
_MENTIONS = "mentions"

Number = Literal["singular", "plural"]
Gender = Literal["m", "f"]
GENDERS: dict[str | None, Gender] = {"m": "m", "f": "f"}
# apposition: what the other one explains or is explained by ("Ann Hill, *a dentist*");
# predicate: what the subject is said to be; possessor: whose it is; conjunct: what "and" joins to
# it; antecedent: what a relative pronoun takes up.
Relation = Literal["apposition", "predicate", "possessor", "conjunct", "antecedent"]


class Mention(NamedTuple):
    """A name, noun phrase or pronoun: half-open token offsets.

    Attributes:
        start: First token, determiner included; of a name without its title.
        end: The token after the head and the last word of a name.
        head: The token of the head.
        form: ``name``, ``nominal`` or ``pronoun``.
        kind: What it may stand for; None where a pronoun leaves it open.
        is_person: Whether it is one person.
        number: ``singular`` or ``plural``; None where a pronoun leaves it open.
        gender: ``m`` or ``f`` where the words tell.
        is_definite: Whether it points at somebody known.
        noun: The head noun, singular, in lower case; empty for names; a pronoun's word.
        title_start: First token of the title before a name, else ``start``.
        entity: Key of the entity that a name stands for, if entities were joined before.
        links: Numbers of other mentions, by relation.
    """

    start: int
    end: int
    head: int
    form: MentionKind
    kind: SpeakerKind | None
    is_person: bool
    number: Number | None
    gender: Gender | None
    is_definite: bool
    noun: str
    title_start: int
    entity: str | None = None
    links: Mapping[Relation, Sequence[int]] = {}


class MentionTable:
    """The mentions of an article in text order, each known by its number there."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._by_token: dict[int, int] = {}
        for number, mention in enumerate(mentions):
            if mention.form == "name":
                tokens = range(mention.start, mention.end)
                self._by_token.update(dict.fromkeys(tokens, number))
            else:
                self._by_token.setdefault(mention.head, number)

    def __len__(self) -> int:
        return len(self.mentions)

    def __getitem__(self, number: int) -> Mention:
        return self.mentions[number]

    def __iter__(self) -> Iterator[Mention]:
        return iter(self.mentions)

    def at(self, token: int) -> int | None:
        """The number of the mention that a token heads or, of a name, is a word of."""
        return self._by_token.get(token)

    def inside(self, start: int, end: int) -> range:
        """The numbers of the mentions that begin at a token from ``start`` to before ``end``."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))


def set_mentions(doc: Doc, mentions: Sequence[Mention]) -> None:
    """Store mentions, in text order, in the span group ``claimx/noun_phrase``.

    A span's id is the mention's number, its label the form. The attribute ``mentions`` of the group
    holds all fields of each.
    """
    rows = [(m.start, m.end, str(n), m.form) for n, m in enumerate(mentions)]
    write_limits(doc, GROUP, rows, {_MENTIONS: [list(mention) for mention in mentions]})


def get_mentions(doc: Doc) -> MentionTable:
    """The mentions of an article; none where no component has found them."""
    rows = read_attrs(doc, GROUP).get(_MENTIONS, ())
    return MentionTable([Mention._make(fields) for fields in rows])
