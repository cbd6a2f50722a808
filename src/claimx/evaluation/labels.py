"""Names, attributions, speakers, roles and affiliations held against labelled articles.

- names: limits and label are exact, a leading "the" aside; GPE and LOC also as one (PLACE).
- attributions: paired one to one by content, best overlap first, where the intersection is half of
  the union or more. ``plain`` are those that are neither nested, nor unsure; ``sourceless`` those
  of them without a source. A claim is right where its content coincides so with any attribution.
- speakers: of paired attributions with speakers, whether each is named and nobody else.
- roles and affiliations: of persons that were found; a role counts where one of the two phrases
  contains the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimx.evaluation.gold_labels import LabelledAttribution, LabelledSpeaker
from claimx.evaluation.intervals import Counts, Rates, Resamples
from claimx.evaluation.predictions import PredictedClaim, PredictedPerson, Prediction
from claimx.evaluation.standards import LabelledText

LABELS = (
    "PERSON",
    "ORG",
    "GPE",
    "LOC",
    "NORP",
    "FAC",
    "EVENT",
    "PRODUCT",
    "WORK_OF_ART",
    "LAW",
)
_PLACES = frozenset({"GPE", "LOC"})
_RARE = frozenset({"FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
_RIGHT_FROM = 0.5
_ARTICLE = re.compile(r"[Tt]he\s+")
_LEADING = re.compile(
    r"^(the|an?|this|that|these|those|some|his|her|its|their|our|my|mr|mrs|ms|dr|sir)\s+"
)
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_AFTER_HEAD = re.compile(r"\b(?:of|for|in|on|at|to|from|with|who|that|which|by|about)\b")

Name = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class LabelFigure:
    """What was measured in which group, with its rates."""

    group: str
    name: str
    rates: Rates


@dataclass(frozen=True, slots=True)
class LabelFigures:
    """The figures on labelled articles; ``missing`` are those without a prediction."""

    articles: int
    missing: int
    figures: tuple[LabelFigure, ...]


def score_labels(pairs: Sequence[tuple[LabelledText, Prediction | None]]) -> LabelFigures:
    """The figures of predictions for labelled articles, each resampled by article."""
    tables = [dict(_count_article(text, prediction)) for text, prediction in pairs]
    resamples = Resamples(len(pairs))
    nothing = Counts(0, 0, 0, 0)
    return LabelFigures(
        articles=len(pairs),
        missing=sum(prediction is None for _, prediction in pairs),
        figures=tuple(
            LabelFigure(
                group, name, resamples.rate([t.get((group, name), nothing) for t in tables])
            )
            for group, name in dict.fromkeys(key for table in tables for key in table)
        ),
    )


def _count_article(
    text: LabelledText, prediction: Prediction | None
) -> Iterator[tuple[tuple[str, str], Counts]]:
    claims = () if prediction is None else prediction.claims
    yield from _count_names(text, () if prediction is None else prediction.names)
    pairs = list(_pair_claims(text.attributions, claims))
    yield from _count_claims(text.attributions, claims, {i for i, _ in pairs})
    yield from _count_speakers(text.attributions, claims, pairs)
    yield from _count_persons(text.speakers, () if prediction is None else prediction.people)


def _count_names(
    text: LabelledText, found: Iterable[Name]
) -> Iterator[tuple[tuple[str, str], Counts]]:
    gold = {_trim(text.text, name) for name in text.names}
    predicted = {_trim(text.text, name) for name in found if name[2] in LABELS}

    def count(one: set[Name], other: set[Name]) -> Counts:
        right = len(one & other)
        return Counts(right, len(other), right, len(one))

    for label in LABELS:
        yield (
            ("names", label),
            count({n for n in gold if n[2] == label}, {n for n in predicted if n[2] == label}),
        )
    yield ("names", "GPE+LOC"), count(_join_places(gold), _join_places(predicted))
    rare = ({n for n in names if n[2] in _RARE} for names in (gold, predicted))
    yield ("names", "rare"), count(*rare)
    yield ("names", "all"), count(gold, predicted)


def _trim(text: str, name: Name) -> Name:
    start, end, label = name
    match = _ARTICLE.match(text[start:end])
    return (start + match.end() if match else start, end, label)


def _join_places(names: set[Name]) -> set[Name]:
    return {(start, end, "PLACE") for start, end, label in names if label in _PLACES}


def _overlap(one: LabelledAttribution, other: PredictedClaim) -> float:
    """Intersection over union of two contents, in characters."""
    first = {i for span in one.content for i in range(span.start, span.end)}
    second = {i for start, end in other.content for i in range(start, end)}
    return len(first & second) / max(len(first | second), 1)


def _pair_claims(
    gold: Sequence[LabelledAttribution], claims: Sequence[PredictedClaim]
) -> Iterator[tuple[int, int]]:
    """Numbers of attributions and claims that belong together, each at most once."""
    overlaps = sorted(
        (
            (overlap, i, j)
            for i, item in enumerate(gold)
            for j, claim in enumerate(claims)
            if (overlap := _overlap(item, claim)) >= _RIGHT_FROM
        ),
        reverse=True,
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in overlaps:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield i, j


def _count_claims(
    gold: Sequence[LabelledAttribution], claims: Sequence[PredictedClaim], found: set[int]
) -> Iterator[tuple[tuple[str, str], Counts]]:
    sorts: dict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(gold):
        sorts["nested" if item.nested else "unsure" if item.unsure else "plain"].append(place)
        if item.source is None and not item.nested and not item.unsure:
            sorts["sourceless"].append(place)
    for sort in ("plain", "sourceless", "nested", "unsure"):
        right = len(found.intersection(sorts[sort]))
        yield ("found", sort), Counts(right, len(sorts[sort]), right, len(sorts[sort]))
    right = sum(any(_overlap(item, claim) >= _RIGHT_FROM for item in gold) for claim in claims)
    yield ("found", "claims right"), Counts(right, len(claims), right, len(claims))


def _count_speakers(
    gold: Sequence[LabelledAttribution],
    claims: Sequence[PredictedClaim],
    pairs: Iterable[tuple[int, int]],
) -> Iterator[tuple[tuple[str, str], Counts]]:
    judged = [
        (bool(claims[j].speakers), are_same(claims[j].speakers, gold[i].speakers, gold[i].kind))
        for i, j in pairs
        if gold[i].speakers
    ]
    right = sum(is_right for _, is_right in judged)
    resolved = sum(is_resolved for is_resolved, _ in judged)
    yield ("speakers", "of matched"), Counts(right, len(judged), right, len(judged))
    yield ("speakers", "of resolved"), Counts(right, resolved, right, resolved)


def _count_persons(
    gold: Iterable[LabelledSpeaker], found: Sequence[PredictedPerson]
) -> Iterator[tuple[tuple[str, str], Counts]]:
    roles = affiliations = Counts(0, 0, 0, 0)
    for label in gold:
        person = next((p for p in found if is_same(p.name, label.name, "person")), None)
        if person is None:
            continue
        wanted = {normalise(role) for role in label.roles}
        given = {normalise(role) for role in person.roles}
        roles += Counts(
            sum(_is_among(role, wanted) for role in given),
            len(given),
            sum(_is_among(role, given) for role in wanted),
            len(wanted),
        )
        one, other = label.affiliation, person.affiliation
        is_right = bool(one and other and is_same(other, one, "organization"))
        affiliations += Counts(is_right, bool(other), is_right, bool(one))
    yield ("persons", "roles"), roles
    yield ("persons", "affiliation"), affiliations


def _is_among(role: str, roles: Iterable[str]) -> bool:
    return any(role in other or other in role for other in roles)


def are_same(found: Sequence[str], gold: Sequence[str], kind: str | None) -> bool:
    """Whether as many speakers were found as are labelled, and each labelled one is among them."""
    return len(found) == len(gold) and all(
        any(is_same(name, label, kind) for name in found) for label in gold
    )


def is_same(found: str, label: str, kind: str | None) -> bool:
    """Whether a name is the labelled one.

    A person is known by the first and the last word, others by all words of either name, what has
    no name by its head word as well.
    """
    one, other = normalise(found), normalise(label)
    if one == other or not one or not other:
        return one == other
    if kind == "person":
        return one.split()[-1] == other.split()[-1] and one.split()[0] == other.split()[0]
    first, second = set(one.split()), set(other.split())
    if first <= second or second <= first:
        return True
    return kind != "organization" and _head(one) == _head(other)


def _head(phrase: str) -> list[str]:
    return _AFTER_HEAD.split(phrase)[0].split()[-1:]


def normalise(name: str) -> str:
    """A name in lower case without determiners, titles, possessives, full stops and commas."""
    words = _POSSESSIVE.sub("", name.lower()).replace(".", "").replace(",", "")
    words = " ".join(words.split())
    while match := _LEADING.match(words):
        words = words[match.end() :]
    return words
