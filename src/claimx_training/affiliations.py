"""Fits what ties a person to an organization or country, on the labelled articles of Wikinews."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from claimx.assemble import make_doc
from claimx.evaluation.gold_labels import LabelledSpeaker, read_labels
from claimx.evaluation.labels import is_same
from claimx.evaluation.standards import LabelledText
from claimx.pipeline.annotations import get_attributions, get_entities
from claimx.pipeline.speakers.affiliations import Bodies, Candidate, choose, list_candidates
from claimx.pipeline.speakers.component import find_spoken_tokens, list_roles
from claimx.pipeline.speakers.follow_text import TextFollower
from claimx.reading import GivenMetadata, read_article
from claimx_training.conditional_logit import Choice, fit_weights
from claimx_training.wikinews import FILE

WEIGHTS = Path("src/claimx/pipeline/speakers/data/affiliation_weights.json")
FOLDS = 8
PENALTY = 2.0
# Every tenth article is left out: what is not fitted is chosen on those.
_LEFT_OUT = slice(9, None, 10)


@dataclass(frozen=True)
class Labelled:
    """What somebody may be tied to, and what the label says (None: nothing)."""

    article: str
    candidates: list[Candidate]
    affiliation: str | None

    def list_right(self) -> list[int]:
        """The places of the candidates that the label names."""
        return [i for i, item in enumerate(self.candidates) if self.is_right(item.name)]

    def is_right(self, name: str | None) -> bool:
        """Whether a name is that of the label."""
        if name is None or self.affiliation is None:
            return name is self.affiliation
        return is_same(name, self.affiliation, "organization")


def fit_affiliations(corpora: Path, nlp: Language, output: Path) -> dict[str, float]:
    """Fit on all labels but those left out, write the weights, and measure them.

    Returns:
        Counts, and precision and recall by cross-validation over articles.
    """
    texts = read_labels(corpora / FILE)
    left_out = {text.name for text in texts[_LEFT_OUT]}
    rows = [row for text in texts if text.name not in left_out for row in list_labelled(text, nlp)]
    articles = sorted({row.article for row in rows})
    named = right = 0
    for fold in range(FOLDS):
        held = set(articles[fold::FOLDS])
        weights = _fit([row for row in rows if row.article not in held])
        found = [(row, choose(row.candidates, weights)) for row in rows if row.article in held]
        named += sum(name is not None for _, name in found)
        right += sum(name is not None and row.is_right(name) for row, name in found)
    output.write_text(json.dumps(_fit(rows), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    wanted = sum(row.affiliation is not None for row in rows)
    return {
        "persons": float(len(rows)),
        "with an affiliation": float(wanted),
        "which is a candidate": float(
            sum(row.affiliation is not None and bool(row.list_right()) for row in rows)
        ),
        "precision, cross-validated": right / named,
        "recall, cross-validated": right / wanted,
    }


def list_labelled(text: LabelledText, nlp: Language) -> Iterator[Labelled]:
    """The choices of the labelled persons who are speakers."""
    given = GivenMetadata(published=text.published, title=text.title)
    with nlp.select_pipes(disable=["claimx_speakers", "claimx_repeats"]):
        doc = nlp(make_doc(nlp, read_article(text.text or "", given=given)))
    yield from _list_choices(doc, text)


def _list_choices(doc: Doc, text: LabelledText) -> Iterator[Labelled]:
    attributions = get_attributions(doc)
    follower = TextFollower(doc, get_entities(doc), attributions)
    follower.follow()
    roles, spoken = list_roles(doc, follower), find_spoken_tokens(attributions)
    bodies = Bodies(follower.index, roles, follower.list_named_bodies())
    for referent in follower.referents:
        if referent.entity is None or not (referent.is_person and referent.has_claims):
            continue
        label = _find_label(text, referent.name)
        if label is not None:
            its = roles[id(referent.entity)]
            candidates = list_candidates(bodies, referent.entity, its, spoken)
            yield Labelled(text.name, candidates, label.affiliation)


def _find_label(text: LabelledText, name: str) -> LabelledSpeaker | None:
    return next((item for item in text.speakers if is_same(name, item.name, "person")), None)


def _fit(rows: list[Labelled]) -> dict[str, float]:
    choices = [(row, row.list_right()) for row in rows]
    return fit_weights(
        [
            Choice([sorted(item.features) for item in row.candidates], right)
            for row, right in choices
            if right
        ],
        PENALTY,
    )
