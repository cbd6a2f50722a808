"""Which person of the article a description stands for, as far as nothing exact tells.

A conditional logit (McFadden, 1974) over those whom the article has named and nobody of them. What
speaks for somebody: how salient they are, whether they spoke last, how much of the story is about
them. Another gender, office, trade or party rules them out, and so does a name that only follows.
The weights are fitted by ``python -m claimx_training fit-persons`` on labelled attributions.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from claimx.lang.en.nouns import office_hypernyms, offices
from claimx.pipeline.entities.lexicon import normalize_word, singular_of
from claimx.pipeline.speakers.descriptions import Description
from claimx.pipeline.speakers.referents import Referent
from claimx.pipeline.speakers.role_book import named_first

_MOST_PRESENT = 8
_FAINT = 0.02
_PRESENT = (0.05, 0.1, 0.2, 0.3, 0.45, 0.7, 1.1)
_SHARES = (0.05, 0.15, 0.25, 0.4, 0.6)
_LATE_SENTENCE = 2
_PARTIES = {"republican": "R", "gop": "R", "democrat": "D", "democratic": "D"}


@dataclass(frozen=True)
class Candidate:
    """Somebody whom a description may stand for; nobody of the named where it is None.

    Attributes:
        referent: The person.
        features: What speaks for and against it: names of features with the value one.
        chance: The probability, 0 to 1; 0 before it was estimated.
    """

    referent: Referent | None
    features: tuple[str, ...]
    chance: float = 0.0


# Lists the candidates for a description with these content words, the likeliest first.
Ranker = Callable[[Description, frozenset[str]], list[Candidate]]


@cache
def load_weights() -> dict[str, float]:
    """The fitted weights by feature."""
    path = files("claimx.pipeline.speakers").joinpath("data/person_weights.json")
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return weights


def rank_persons(description: Description, words: frozenset[str]) -> list[Candidate]:
    """The candidates with their chances, the likeliest first.

    Args:
        description: A description of one person.
        words: Its content words.
    """
    weights = load_weights()
    candidates = list_candidates(description, words)
    scores = [sum(weights.get(f, 0.0) for f in item.features) for item in candidates]
    highest = max(scores)
    powers = [exp(score - highest) for score in scores]
    total = sum(powers)
    ranked = [
        Candidate(item.referent, item.features, power / total)
        for item, power in zip(candidates, powers, strict=True)
    ]
    return sorted(ranked, key=lambda item: -item.chance)


def list_candidates(description: Description, words: frozenset[str]) -> list[Candidate]:
    """Nobody, and those persons who are present and were named before."""
    fit = _Fit.of(description, words)
    candidates = [Candidate(None, tuple(_describe_nobody(description)))]
    second = fit.presences[1][0] if len(fit.presences) > 1 else 0.0
    # Who is named only behind a description, or bears a role of another noun, is not meant by it as
    # long as the text does not say so.
    for present, referent in fit.presences[:_MOST_PRESENT]:
        is_other = named_first(referent) > description.phrase.start or _has_other_role(
            description, referent
        )
        if id(referent) not in fit.denied and not is_other and _may_be(description, fit, referent):
            features = [*_describe_person(description, fit, referent, present)]
            if present > second + _FAINT:
                features.append("most present")
            candidates.append(Candidate(referent, tuple(features)))
    return candidates


def _has_other_role(description: Description, referent: Referent) -> bool:
    """Whether the text gives somebody a trade, which a noun of another one does not vary.

    A senator may be a physicist; a critic is not the translator.
    """
    nouns = description.roles.nouns_of(referent)
    return description.nominal.noun not in offices() and any(n not in offices() for n in nouns)


def _may_be(description: Description, fit: _Fit, referent: Referent) -> bool:
    """Whether sex and party fit, and the description does not name him as somebody else."""
    phrase, sex = description.phrase, description.nominal.sex
    if sex is not None and referent.sex not in (None, sex):
        return False
    parties = _read_parties(description.roles.words_of(referent))
    if parties and fit.parties and not parties & fit.parties:
        return False
    mentions = referent.entity.mentions if referent.entity is not None else []
    place = bisect_left(mentions, phrase.start, key=lambda span: span.start)
    # Nor is whom its sentence names behind it: "the hacker who read Obi's letters", "the economist
    # said Obi was wrong" (Chomsky's principle C).
    head = description.doc[phrase.head]
    end = max(phrase.end, head.right_edge.i + 1, head.sent.end)
    return place == len(mentions) or mentions[place].start >= end


@dataclass(frozen=True)
class _Fit:
    """Who is present and how much, and who cannot be meant, by identity."""

    presences: list[tuple[float, Referent]]
    denied: frozenset[int]
    parties: frozenset[str]

    @classmethod
    def of(cls, description: Description, words: frozenset[str]) -> _Fit:
        doc, phrase, roles = description.doc, description.phrase, description.roles
        head = singular_of(normalize_word(doc[phrase.head].text))
        wider = sorted(office_hypernyms().get(head, frozenset()))
        present = [
            (weight, referent)
            for referent, weight in description.presence.list_present(description.sentence)
            if referent.is_person and referent.entity is not None and weight > _FAINT
        ]
        return cls(
            presences=sorted(present, key=lambda row: -row[0]),
            # Whose role of the noun does not fit is not meant: a mayor is no "former mayor", and
            # a senator no governor.
            denied=roles.find_bearers([head, *wider, *_list_other_offices(head)]),
            parties=_read_parties(words),
        )


def _read_parties(words: Iterable[str]) -> frozenset[str]:
    return frozenset(_PARTIES[word] for word in words if word in _PARTIES)


def _describe_person(
    description: Description, fit: _Fit, referent: Referent, present: float
) -> Iterator[str]:
    roles = description.roles
    yield from (f"present over {limit}" for limit in _PRESENT if present > limit)
    yield from (f"share over {limit}" for limit in _SHARES if roles.share_of(referent) > limit)
    if any(referent is speaker for speaker in description.speakers):
        yield f"spoke {min(max(0, description.sentence - description.spoke_at), 3)}"
    if not roles.has_role(referent):
        yield "no role"
    if description.nominal.sex is not None and referent.sex == description.nominal.sex:
        yield "sex fits"
    if fit.parties & _read_parties(roles.words_of(referent)):
        yield "party fits"
    if referent.sentence == description.sentence:
        yield "in the sentence"


def _describe_nobody(description: Description) -> Iterator[str]:
    yield "nobody"
    doc, phrase = description.doc, description.phrase
    if any(token.ent_type_ in ("ORG", "GPE") for token in doc[phrase.start : phrase.head]):
        yield "nobody, with a name"
    if description.nominal.noun in offices():
        yield "nobody, office"
    if description.sentence < _LATE_SENTENCE:
        yield "nobody, opening"


def _list_other_offices(noun: str) -> list[str]:
    """The nouns for other offices than that of ``noun``; none where it is no office."""
    number = offices().get(noun)
    return [other for other, its in offices().items() if number not in (None, its)]
