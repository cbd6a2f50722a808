"""Whom a pronoun stands for: the most present of those who fit, or nobody.

A candidate fits by sex and number; it is left out where grammar forbids it (an object and the
subject of its verb, the speaker of the quotation that the pronoun stands in). What decides is
presence, with more for who spoke last and for the speaker of the statement that the pronoun
stands in. Who wins by too little is not taken.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from claimx.article.values import EvidenceRule
from claimx.pipeline.speakers.referents import Presence, Referent, join_referents

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
REFLEXIVE = frozenset({"himself", "herself", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
FIRST = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})

# Set for precision before recall: on labelled speakers of the tuning articles of PolNeAR, and on
# 268 pronouns of 70 other train articles, most of whose labels are earlier answers taken for right.
ENOUGH = 0.58
CERTAIN = 0.52
SURE = 0.72
SURE_OF_SEX = 0.62
_LEAST_PRESENCE = 0.12
_LEAST_ALONE = 0.08
_LAST_SPEAKER, _FADING = 0.6, 0.4
_NEAR = 0.3
_OWN_STATEMENT = 0.9
_OWN_SUBJECT = 0.5
_OWN_SUBJECT_REFLEXIVE = 2.0
_UNKNOWN_SEX = 0.6
_UNNAMED = 0.55
_UNNAMED_OF_UNKNOWN_SEX = 0.2
_SINGULAR_BODY = 0.55


@dataclass(frozen=True)
class Resolution:
    """Whom a source or pronoun stands for, and how that was decided.

    Attributes:
        referent: The referent, or None where it stays open.
        rule: Name of the rule that decided, or of what stood in the way.
        score: Certainty, 0 to 1.
        antecedent: Token offsets of the mention that it was joined to.
    """

    referent: Referent | None
    rule: EvidenceRule
    score: float
    antecedent: tuple[int, int] | None = None


def resolve_third_person(
    token: Token,
    sentence: int,
    presence: Presence,
    *,
    excluded: Collection[Referent] = (),
    speakers: Iterable[Referent] = (),
    spoke_at: int = 0,
    own: Iterable[Referent] = (),
    subject: Referent | None = None,
) -> Resolution:
    """Whom a third-person pronoun stands for.

    Args:
        token: The pronoun.
        sentence: Number of its sentence.
        presence: Who is present.
        excluded: Those whom grammar or the quotation rules out.
        speakers: Who spoke last.
        spoke_at: Number of the sentence in which they did.
        own: The speakers of the statement that the pronoun stands in, outside of quotation marks.
        subject: Who is the subject of the clause that a possessive or reflexive stands in.
    """
    word = token.lower_
    barred = {id(referent) for referent in excluded}
    last = {id(referent) for referent in speakers}
    mine = {id(referent) for referent in own}
    scored: list[tuple[float, float, Referent]] = []
    for referent, weight in presence.list_present(sentence):
        fit = _fit(word, referent)
        if fit == 0 or any(id(one) in barred for one in (referent, *referent.members)):
            continue
        raw = weight
        if id(referent) in last:
            raw += _LAST_SPEAKER * _FADING ** max(0, sentence - spoke_at)
        if id(referent) in mine:
            raw += _OWN_STATEMENT
        if referent is subject:
            raw += _OWN_SUBJECT_REFLEXIVE if word in REFLEXIVE else _OWN_SUBJECT
        scored.append((raw * fit, raw, referent))
    if not scored:
        return _resolve_to_pair(word, sentence, presence)
    scored.sort(key=lambda row: -row[0])
    best, raw, referent = scored[0]
    # Who is one of several is no rival of all of them.
    rivals = [row for row in scored[1:] if row[2] not in referent.members]
    second = rivals[0][0] if rivals else 0.0
    score = best / (best + second)
    least = _LEAST_PRESENCE if second else _LEAST_ALONE
    if raw < least:
        return Resolution(None, "antecedent-too-far", round(score * raw, 2))
    if score < ENOUGH:
        return Resolution(None, "ambiguous-pronoun", round(score, 2), last_mention(referent))
    # Alone among those present is sure only as far as its sex and presence are.
    certainty = min(score, 0.97) * min(1.0, 0.75 + 0.3 * raw) * _confidence(word, referent)
    if certainty < CERTAIN:
        return Resolution(None, "uncertain-pronoun", round(certainty, 2), last_mention(referent))
    return Resolution(referent, "pronoun", round(certainty, 2), last_mention(referent))


def _resolve_to_pair(word: str, sentence: int, presence: Presence) -> Resolution:
    """A "they" where no plural is present: the only two persons who are."""
    persons = [
        (referent, weight)
        for referent, weight in presence.list_present(sentence)
        if referent.is_person and referent.entity is not None and weight >= _NEAR / 2
    ]
    near = [referent for referent, weight in persons if weight >= _NEAR]
    if word not in PLURAL or len(near) != 2 or len(persons) != 2:
        return Resolution(None, "no-antecedent", 0.0)
    near.sort(key=lambda referent: referent.mentions[-1])
    return Resolution(join_referents((near[0], near[1])), "pair", 0.6, last_mention(near[1]))


def _fit(word: str, referent: Referent) -> float:
    """How well a referent fits a pronoun, 0 where it cannot be meant."""
    if word in MALE or word in FEMALE:
        if not referent.is_person or referent.is_plural:
            return 0.0
        sex = "m" if word in MALE else "f"
        if referent.sex is None:
            return _UNKNOWN_SEX if referent.entity else _UNNAMED_OF_UNKNOWN_SEX
        return float(referent.sex == sex) * (1.0 if referent.entity else _UNNAMED)
    if word in PLURAL:
        if referent.is_plural:
            return 1.0
        return _SINGULAR_BODY if referent.kind == "organization" else 0.0
    if referent.is_person or referent.is_plural:
        return 0.0
    return 1.0 if referent.kind in ("organization", "document") else 0.0


def _confidence(word: str, referent: Referent) -> float:
    if word in MALE or word in FEMALE:
        return 1.0 if referent.sex else 0.85
    return 0.85


def last_mention(referent: Referent) -> tuple[int, int] | None:
    """The last mention by name or description, else the last of all."""
    for start, end, kind in reversed(referent.mentions):
        if kind != "pronoun":
            return start, end
    return referent.mentions[-1][:2] if referent.mentions else None
