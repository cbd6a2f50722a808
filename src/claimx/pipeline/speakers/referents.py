"""Whom a text has spoken of, and how present each of them is to the reader.

Presence follows the salience factors of Lappin and Leass (1994, "An algorithm for pronominal
anaphora resolution"): a mention gives weight by its place in the sentence, halved with every
sentence that follows.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field

from claimx.article.values import MentionKind, SpeakerKind
from claimx.pipeline.annotations import EntityChain

# Set on the tuning articles of PolNeAR, as all that resolve_pronouns.py weighs.
_HALF = 0.45
_FAINT = 0.01
_AGAIN = 0.2
_MOST = 40


@dataclass(eq=False)
class Referent:
    """Somebody or something that a text speaks of.

    Attributes:
        kind: A value of ``article.values.SpeakerKind``.
        name: The name, or the phrase that describes the unnamed.
        is_person: Whether it is one person.
        is_plural: Whether it stands for several.
        sex: ``m`` or ``f`` where known.
        noun: The head noun of a nominal, empty for a name.
        entity: The entity where it has a name.
        members: Those whom a plural joins ("the two leaders").
        mentions: Half-open token offsets and kind of each mention.
        is_anonymous: Whether the text withholds the name.
        is_open: Whether it may be somebody whom the text names elsewhere: no speaker.
        reason: Token offsets of the reason for that.
        roles: Token offsets of the roles of the unnamed.
        affiliation: What a role ties the unnamed to.
        has_claims: Whether something is attributed to it.
        presence: How present it was in the sentence of its last mention.
        sentence: Number of that sentence, -1 before any.
        peak: Weight of its weightiest mention there.
    """

    kind: SpeakerKind
    name: str
    is_person: bool = False
    is_plural: bool = False
    sex: str | None = None
    noun: str = ""
    entity: EntityChain | None = None
    members: tuple[Referent, ...] = ()
    mentions: list[tuple[int, int, MentionKind]] = field(default_factory=list)
    is_anonymous: bool = False
    is_open: bool = False
    reason: tuple[int, int] | None = None
    roles: list[tuple[int, int]] = field(default_factory=list)
    affiliation: str | None = None
    has_claims: bool = False
    presence: float = 0.0
    sentence: int = -1
    peak: float = 0.0

    def add_mention(self, start: int, end: int, kind: MentionKind) -> None:
        """Note a mention once."""
        if (start, end, kind) not in self.mentions[-3:]:
            self.mentions.append((start, end, kind))

    def presence_at(self, sentence: int) -> float:
        """How present it is in a sentence, by its number."""
        return self.presence * _HALF ** max(0, sentence - self.sentence)


def join_referents(members: tuple[Referent, ...]) -> Referent:
    """Several as one, for a plural to take up."""
    *rest, last = (member.name for member in members)
    return Referent("group", f"{', '.join(rest)} and {last}", is_plural=True, members=members)


class Presence:
    """The referents that are present at a point of the text, the latest last."""

    def __init__(self) -> None:
        self._present: OrderedDict[int, Referent] = OrderedDict()

    def touch(self, referent: Referent, weight: float, sentence: int) -> None:
        """Note a mention of the given weight.

        A sentence makes somebody as present as its weightiest mention does; a name with three
        pronouns behind it is not four times as present.
        """
        if sentence <= referent.sentence:
            peak = max(referent.peak, weight)
            gain = peak - referent.peak + _AGAIN * min(referent.peak, weight)
        else:
            peak = gain = weight
        referent.peak = peak
        referent.presence = referent.presence_at(sentence) + gain
        referent.sentence = max(sentence, referent.sentence)
        self._present[id(referent)] = referent
        self._present.move_to_end(id(referent))
        while len(self._present) > _MOST:
            self._present.popitem(last=False)

    def list_present(self, sentence: int) -> Iterator[tuple[Referent, float]]:
        """Those present in a sentence, the latest first, with how present they are."""
        faint = []
        for identity, referent in reversed(self._present.items()):
            presence = referent.presence_at(sentence)
            if presence < _FAINT:
                faint.append(identity)
            else:
                yield referent, presence
        for identity in faint:
            self._present.pop(identity, None)
