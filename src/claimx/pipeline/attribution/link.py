"""Finds the content and the source of every cue by a fitted log-linear choice.

Each content chooses among the cues around it, and each cue among the sources around it; both
may choose none. The weights are fitted by ``python -m claimx_training fit linking`` as a
softmax over the candidates of one choice (a conditional logit).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from math import exp

from claimx.pipeline.attribution.features import (
    describe_content_link,
    describe_no_content,
    describe_no_source,
    describe_source_link,
)
from claimx.pipeline.attribution.roles import CONTENT, CUE, SOURCE, RoleMap, RoleSpan

# How many cues (sources) on either side of a content (cue) are candidates.
REACH = 3


@dataclass
class Link:
    """A cue with its source and contents; without a cue, a content that stands alone.

    ``parent`` is the link inside whose contents this one stands; ``origin`` says how it was
    found: ``marked`` by the model, ``completed`` by the parse, or ``proposed`` by the lexicon.
    """

    cue: RoleSpan | None
    source: RoleSpan | None = None
    contents: list[RoleSpan] = field(default_factory=list)
    certainty: float = 1.0
    parent: Link | None = None
    origin: str = "marked"

    def spans(self) -> list[RoleSpan]:
        """The spans of its parts, in no particular order."""
        return [*self.contents, *(part for part in (self.cue, self.source) if part is not None)]


Weights = dict[str, dict[str, float]]


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The fitted weights of features, for the choices ``content`` and ``source``."""
    text = files("claimx.pipeline.attribution").joinpath("data/link_weights.json")
    weights: Weights = json.loads(text.read_text(encoding="utf-8"))
    return weights


def link_roles(roles: RoleMap, weights: Weights | None = None) -> list[Link]:
    """Link the marked spans of a document, cues in text order.

    A cue without a content is kept, with no contents; a content that chose no cue comes as a
    link without cue. Each link's ``certainty`` is the product of the probabilities of its
    choices.
    """
    weights = weights or load_weights()
    links = {cue: Link(cue) for cue in roles.of(CUE)}
    alone = []
    for cue, link in links.items():
        candidates = source_candidates(roles, cue)
        described = [_score(describe_source(roles, cue, c), weights["source"]) for c in candidates]
        best, certainty = _choose(described)
        link.source = candidates[best]
        link.certainty *= certainty
    for content in roles.of(CONTENT):
        candidates = content_candidates(roles, content)
        described = [
            _score(describe_content(roles, c, content), weights["content"]) for c in candidates
        ]
        best, certainty = _choose(described)
        chosen = candidates[best]
        if chosen is None:
            alone.append(Link(None, contents=[content], certainty=certainty))
        else:
            links[chosen].contents.append(content)
            links[chosen].certainty *= certainty
    _share_contents(roles, list(links.values()))
    return [*links.values(), *alone]


def _share_contents(roles: RoleMap, links: list[Link]) -> None:
    """Give a cue with a source but no content the one beside it, from a cue that has several.

    Each content chooses by itself; where two cues stand in one sentence ("Hill remarked, “…”,
    further remarking, “…”") both contents may choose the same.
    """
    doc = roles.doc
    for place, link in enumerate(links):
        if link.cue is None or link.source is None or link.contents:
            continue
        last = max(link.source, link.cue, key=lambda span: span.start)
        for other in links[max(0, place - REACH) : place + REACH + 1]:
            if len(other.contents) < 2:
                continue
            for content in other.contents:
                gap = doc[last.end : content.start]
                if content.start >= last.end and all(token.text in ",:" for token in gap):
                    other.contents.remove(content)
                    link.contents.append(content)
                    break
            if link.contents:
                break


def source_candidates(roles: RoleMap, cue: RoleSpan) -> list[RoleSpan | None]:
    """The sources that ``cue`` may choose, None for none."""
    return [None, *roles.near(SOURCE, cue, REACH)]


def content_candidates(roles: RoleMap, content: RoleSpan) -> list[RoleSpan | None]:
    """The cues that may choose ``content``, None for none."""
    return [None, *roles.near(CUE, content, REACH)]


def describe_source(roles: RoleMap, cue: RoleSpan, source: RoleSpan | None) -> Iterable[str]:
    """Features of the choice of ``source`` (or none) by ``cue``."""
    if source is None:
        return describe_no_source(roles, cue)
    return describe_source_link(roles, cue, source)


def describe_content(roles: RoleMap, cue: RoleSpan | None, content: RoleSpan) -> Iterable[str]:
    """Features of the choice of ``cue`` (or none) by ``content``."""
    if cue is None:
        return describe_no_content(roles, content)
    return describe_content_link(roles, cue, content)


def _score(features: Iterable[str], weights: dict[str, float]) -> float:
    return sum(weights.get(feature, 0.0) for feature in features)


def _choose(scores: list[float]) -> tuple[int, float]:
    """The place of the best score and its probability; the first of equals."""
    best = max(range(len(scores)), key=lambda place: (scores[place], -place))
    return best, 1.0 / sum(exp(score - scores[best]) for score in scores)
