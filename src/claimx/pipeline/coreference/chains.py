"""A chain of mentions while a text is read, and how salient it is.

Salience follows the factors of Lappin and Leass (1994, "An algorithm for pronominal anaphora
resolution"): a mention gives weight by its function in the sentence, halved or less with every
sentence that follows.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from claimx.article.values import SpeakerKind
from claimx.pipeline.mentions.table import Gender

_FADING = 0.45
_FAINT = 0.01
_AGAIN = 0.2
_MOST = 40


class Role(NamedTuple):
    """What a text says that somebody is: the head noun and all content words."""

    noun: str
    words: frozenset[str]


@dataclass(eq=False)
class Chain:
    """The mentions that stand for one person, organization, group or thing.

    Attributes:
        number: Its number among the chains of the article.
        kind: What it is.
        is_person: Whether it is one person.
        is_plural: Whether it is several.
        gender: ``m`` or ``f`` where known.
        entity: Key of its entity; None for what has no name.
        label: The OntoNotes label of a name, else empty.
        noun: The head noun of what has no name.
        words: The content words of its name or first description.
        roles: What the article says that it is, anywhere.
        owner: Number of the chain that possesses the noun of what has no name, else -1.
        surname: The last word of a person's name.
        share: The share of a person in all mentions of persons by name.
        named_at: The token of the first mention by name, -1 for what has no name.
        members: The chains that a plural joins ("the two leaders").
        mentions: The numbers of its mentions so far.
        last: Head of its last mention, -1 before any; likewise its last subject.
    """

    number: int
    kind: SpeakerKind
    is_person: bool = False
    is_plural: bool = False
    gender: Gender | None = None
    entity: str | None = None
    label: str = ""
    noun: str = ""
    words: frozenset[str] = frozenset()
    roles: list[Role] = field(default_factory=list)
    owner: int = -1
    surname: str = ""
    share: float = 0.0
    named_at: int = -1
    members: tuple[Chain, ...] = ()
    mentions: list[int] = field(default_factory=list)
    last: int = -1
    last_is_subject: bool = False
    last_is_pronoun: bool = False
    salience: float = 0.0
    sentence: int = -1
    peak: float = 0.0

    def salience_at(self, sentence: int) -> float:
        """How salient it is in a sentence, by its number."""
        return self.salience * _FADING ** max(0, sentence - self.sentence)

    def has_noun(self, noun: str) -> bool:
        """Whether the article says somewhere that it is such a one."""
        return any(role.noun == noun for role in self.roles)


class Salience:
    """The chains that a reader has in mind at a point of the text, the latest last."""

    def __init__(self) -> None:
        self._present: OrderedDict[int, Chain] = OrderedDict()

    def touch(self, chain: Chain, weight: float, sentence: int) -> None:
        """Note a mention of the given weight.

        A sentence makes somebody as salient as its weightiest mention does; a name with three
        pronouns behind it is not four times as salient.
        """
        if sentence <= chain.sentence:
            peak = max(chain.peak, weight)
            gain = peak - chain.peak + _AGAIN * min(chain.peak, weight)
        else:
            peak = gain = weight
        chain.salience = chain.salience_at(sentence) + gain
        chain.peak, chain.sentence = peak, max(sentence, chain.sentence)
        self._present[chain.number] = chain
        self._present.move_to_end(chain.number)
        if len(self._present) > _MOST:
            self._present.popitem(last=False)

    def list_present(self, sentence: int) -> Iterator[tuple[Chain, float]]:
        """The chains in mind in a sentence, the latest first, with their salience."""
        for chain in reversed(self._present.values()):
            salience = chain.salience_at(sentence)
            if salience >= _FAINT:
                yield chain, salience
