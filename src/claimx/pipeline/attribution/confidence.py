"""How certain it is that an attribution is right: a logistic estimate, calibrated on held-out text.

Right means what the field counts: the content coincides with that of a true attribution at least
by half (intersection over union) and the sources overlap. The weights are fitted by
``python -m claimx_training fit-confidence`` on articles that nothing else was fitted on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from math import exp

from spacy.tokens import Doc, Token

from claimx.lang.en.nouns import anonymous_nouns, document_nouns, group_nouns, organization_nouns
from claimx.lang.en.words import words_of
from claimx.pipeline import lexicon
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import head_of
from claimx.pipeline.entities.lexicon import person_nouns, singular_of, titles

# What the layout tells is exact, and too rare in the held-out articles to fit anything on.
_BY_LAYOUT = {
    "turn": 0.95,
    "headline": 0.85,
    "dialogue": 0.85,
    "signature": 0.9,
    "inner quote": 0.85,
}
_CHANCES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995)
_LENGTHS = (2, 4, 8, 15, 30, 60)
_MARKS = frozenset("\"“'‘«")


@cache
def load_confidence_weights() -> dict[str, float]:
    """The fitted weights by feature."""
    path = files("claimx.pipeline.attribution").joinpath("data/confidence_weights.json")
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return weights


def estimate_confidence(doc: Doc, link: Link) -> float:
    """The probability, 0 to 1, that the content and the source of ``link`` are right."""
    if link.origin in _BY_LAYOUT:
        return _BY_LAYOUT[link.origin]
    weights = load_confidence_weights()
    score = sum(weights.get(feature, 0.0) for feature in describe_link(doc, link))
    return 1.0 / (1.0 + exp(-score))


def describe_link(doc: Doc, link: Link) -> Iterator[str]:
    """What speaks for and against a link: names of features with the value one."""
    # In a transcript everything stands inside a turn; that alone says nothing against it.
    is_nested = link.parent is not None and link.parent.origin != "turn"
    origin = "nested" if is_nested else link.origin
    first = link.contents[0]
    opener = doc[first.start]
    marked = "quoted" if opener.text[:1] in _MARKS else "bare"
    cue = _describe_cue(doc, link)
    source = _describe_source(doc, link)
    yield "any"
    yield f"origin {origin}"
    yield from _describe_chance("cue", link.cue_chance)
    yield from _describe_chance("arguments", link.arguments_chance)
    yield f"origin {origin}, cue {cue}"
    yield f"cue {cue}"
    yield f"cue {cue}, {marked}"
    yield f"source {source}"
    yield f"source {source.split()[0]}, cue {cue}"
    yield f"source {source}, {marked}"
    yield f"content {marked}"
    yield f"content opens with {_describe_opener(doc, link)}"
    length = sum(len(content) for content in link.contents)
    yield f"content length {sum(length > limit for limit in _LENGTHS)}"
    yield f"contents {min(len(link.contents), 3)}"
    yield f"order {_order(link)}"
    yield f"cue length {min(len(link.cue), 4)}"


def _describe_chance(name: str, chance: float) -> Iterator[str]:
    """One feature for each limit that a probability reaches, so that its effect may bend."""
    for limit in _CHANCES:
        if chance >= limit:
            yield f"{name} chance {limit}"


def _describe_cue(doc: Doc, link: Link) -> str:
    words = [token.text for token in doc[link.cue.start : link.cue.end]]
    phrase = lexicon.look_up_phrase(words)
    if phrase is not None:
        return f"phrase {phrase.kind}"
    head = head_of(doc, link.cue)
    verb = lexicon.look_up_verb(head.lemma_) if head.pos_ in ("VERB", "AUX") else None
    if verb is not None:
        return f"verb {verb.kind}"
    noun = lexicon.look_up_noun(head.lemma_) if head.pos_ == "NOUN" else None
    if noun is not None:
        return f"noun {noun.kind}"
    return f"other {head.tag_[:2]}"


def _describe_source(doc: Doc, link: Link) -> str:
    if link.source is None:
        return "none"
    head = head_of(doc, link.source)
    kind = head.ent_type_ or (_class_of(head) if head.pos_ == "NOUN" else head.tag_[:3])
    return f"{kind} {'long' if len(link.source) > 5 else 'short'}"


def _class_of(noun: Token) -> str:
    """What a common noun stands for: who can speak, what can show, or neither."""
    word = singular_of(noun.lower_)
    if word in person_nouns() or word in titles() or word in anonymous_nouns():
        return "person"
    if noun.lower_ in group_nouns() or noun.tag_ == "NNS":
        return "group"
    if word in organization_nouns():
        return "organization"
    if word in document_nouns():
        return "document"
    return "saying" if lexicon.look_up_noun(word) is not None else "thing"


def _describe_opener(doc: Doc, link: Link) -> str:
    opener = doc[link.contents[0].start]
    if opener.lower_ in words_of("content opener"):
        return str(opener.lower_)
    return str(opener.tag_[:2])


def _order(link: Link) -> str:
    parts = [(content.start, "C") for content in link.contents]
    parts.append((link.cue.start, "Q"))
    if link.source is not None:
        parts.append((link.source.start, "S"))
    return "".join(role for _, role in sorted(parts))[:4]
