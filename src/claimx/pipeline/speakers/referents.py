"""Who or what a text speaks of."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimx.article.values import MentionKind, SpeakerKind
from claimx.pipeline.annotations import EntityChain


@dataclass(eq=False)
class Referent:
    """Somebody or something that a text speaks of.

    Attributes:
        kind: A value of ``article.values.SpeakerKind``.
        name: The name, or the phrase that describes the unnamed.
        is_person: Whether it is one person.
        is_plural: Whether it stands for several.
        entity: The entity where it has a name.
        members: Those whom a plural joins ("the two leaders").
        mentions: Half-open token offsets and kind of each mention.
        is_anonymous: Whether the text withholds the name.
        reason: Token offsets of the reason for that.
        roles: Token offsets of the roles of the unnamed.
        affiliation: What a role ties the unnamed to.
        has_claims: Whether something is attributed to it.
    """

    kind: SpeakerKind
    name: str
    is_person: bool = False
    is_plural: bool = False
    entity: EntityChain | None = None
    members: tuple[Referent, ...] = ()
    mentions: list[tuple[int, int, MentionKind]] = field(default_factory=list)
    is_anonymous: bool = False
    reason: tuple[int, int] | None = None
    roles: list[tuple[int, int]] = field(default_factory=list)
    affiliation: str | None = None
    has_claims: bool = False

    def add_mention(self, start: int, end: int, kind: MentionKind) -> None:
        """Note a mention once."""
        if (start, end, kind) not in self.mentions[-3:]:
            self.mentions.append((start, end, kind))


def join_referents(members: tuple[Referent, ...]) -> Referent:
    """Several as one, for a plural to take up."""
    *rest, last = (member.name for member in members)
    name = f"{', '.join(rest)} and {last}" if rest else last
    return Referent("group", name, is_plural=True, members=members)
