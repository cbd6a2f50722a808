"""Fits the scorer of coreference on labelled mentions, each a choice among its candidates.

The attributions are the gold's, so that nothing of the recall of claims enters. A text is read with
the answers of its labels; what is not labelled is decided by the weights of the round before.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from claimx.assemble import make_doc
from claimx.evaluation.labels import is_same, normalise
from claimx.pipeline.annotations import Attribution, set_attributions
from claimx.pipeline.coreference.chains import Chain
from claimx.pipeline.coreference.context import Context, list_source_mentions
from claimx.pipeline.coreference.decode import Decoder
from claimx.pipeline.coreference.features import Candidate, list_features
from claimx.pipeline.coreference.queries import MentionType, Query
from claimx.pipeline.coreference.scorer import Scorer
from claimx.pipeline.entities.lexicon import singular_of
from claimx.pipeline.layout.plain_text import find_tokens
from claimx.reading import read_article
from claimx_training import news_labels, polnear, wikinews
from claimx_training.conditional_logit import Choice, fit_weights
from claimx_training.documents import hold_out_tenth
from claimx_training.polnear import RoleSpan

WEIGHTS = Path("src/claimx/pipeline/coreference/data/weights.json")
OWN_LABELS = "data/speakers_fit.jsonl"
ROUNDS = 3
FOLDS = 5
PENALTY = 2.0
# The least probability of an answer, by type of mention; chosen on the tuning articles.
LEAST = {
    "he": 0.5,
    "they": 0.4,
    "it": 0.4,
    "person": 0.6,
    "organization": 0.5,
    "group": 0.4,
    "document": 0.4,
    "uncertain": 0.8,
    "stranger": 0.87,
}
_AFTER = ("claimx_entities", "claimx_mentions", "claimx_coreference", "claimx_speakers")


@dataclass(frozen=True)
class Label:
    """What a mention stands for: half-open code points of its place, and who is meant.

    Attributes:
        start: First code point of the mention, or of the source that it heads.
        end: The code point after the last.
        names: The names of who is meant, or the phrases that describe the unnamed.
        kind: A kind of speaker.
    """

    start: int
    end: int
    names: tuple[str, ...] = ()
    kind: str = "person"

    @property
    def is_named(self) -> bool:
        """Whether it is somebody with a name."""
        if self.kind == "person":
            return True
        # "Sanders campaign" is a description.
        lasts = [name.split()[-1] for name in self.names if name.strip()]
        return self.kind == "organization" and any(last[:1].isupper() for last in lasts)


@dataclass
class LabelledText:
    """A text with its labels; the attributions are token spans of the Doc already."""

    name: str
    doc: Doc
    labels: list[Label] = field(default_factory=list)


@dataclass
class LabelledChoice:
    """The candidates of a labelled mention and the places of those that are right."""

    text: str
    type: MentionType
    features: list[list[str]]
    right: list[int]


def fit_coreference(corpora: Path, nlp: Language, output: Path) -> dict[str, float]:
    """Fit on all labels, write weights and thresholds, and say how many choices there were."""
    readers = (read_wikinews, read_own, read_news)
    texts = [text for read in readers for text in read(corpora, nlp)]
    for text in texts:
        for name in _AFTER[:2]:
            text.doc = nlp.get_pipe(name)(text.doc)
    weights, choices = fit_rounds(texts, {}, ROUNDS)
    fitted = {"weights": weights, "least": LEAST}
    output.write_text(json.dumps(fitted, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    counts: dict[str, float] = defaultdict(float)
    for choice in choices:
        counts[choice.type] += 1
    right = cross_validate(choices)
    return {"texts": float(len(texts)), "right in 100, cross-validated": right, **dict(counts)}


def cross_validate(choices: Sequence[LabelledChoice]) -> float:
    """Of 100 choices, those whose likeliest candidate is right by weights of other articles.

    The choices are what they are: how each article was read up to them is not fitted anew.
    """
    articles = sorted({choice.text for choice in choices})
    right = 0
    for fold in range(FOLDS):
        held = set(articles[fold::FOLDS])
        rest = [Choice(c.features, c.right) for c in choices if c.text not in held]
        weights = fit_weights(rest, PENALTY)
        for choice in choices:
            if choice.text in held:
                sums = [sum(weights.get(f, 0.0) for f in row) for row in choice.features]
                right += sums.index(max(sums)) in choice.right
    return 100 * right / max(1, len(choices))


def fit_rounds(
    texts: Sequence[LabelledText], weights: Mapping[str, float], rounds: int
) -> tuple[dict[str, float], list[LabelledChoice]]:
    """The weights after some rounds, and the choices that they were fitted on last.

    Args:
        texts: The labelled texts.
        weights: What the first round decides by; empty for none.
        rounds: How many there are.
    """
    choices: list[LabelledChoice] = []
    for _ in range(rounds):
        scorer = Scorer(weights, {})
        choices = [choice for text in texts for choice in list_choices(text, scorer)]
        weights = fit_weights([Choice(c.features, c.right) for c in choices], PENALTY)
    return {name: weight for name, weight in weights.items() if weight}, choices


# --- choices ----------------------------------------------------------------------------------


def list_choices(text: LabelledText, scorer: Scorer) -> list[LabelledChoice]:
    """The choices of a text that labels decide, as they come up while it is read with them."""
    context = Context(text.doc)
    labels = _place_labels(context, text)
    found: list[LabelledChoice] = []

    def answer(query: Query, candidates: Sequence[Candidate]) -> int | None:
        label = labels.get(query.number)
        right = [] if label is None else list(_list_right(context, query, candidates, label))
        if not right:
            return None
        if len(candidates) > 1:
            rows = [list_features(query, candidate) for candidate in candidates]
            found.append(LabelledChoice(text.name, query.type, rows, right))
        return right[0]

    Decoder(context, scorer, answer).decode()
    return found


def _place_labels(context: Context, text: LabelledText) -> dict[int, Label]:
    """The labels by the number of the mention; those of several mentions are left out."""
    placed = {}
    for label in text.labels:
        span = find_tokens(text.doc, label.start, label.end)
        mentions = list(list_source_mentions(context.table, [span])) if span is not None else []
        if len(mentions) == 1:
            placed[mentions[0]] = label
    return placed


def _list_right(
    context: Context, query: Query, candidates: Sequence[Candidate], label: Label
) -> Iterator[int]:
    """The places of the candidates that a label means.

    The last candidate, no chain, is right where a description is labelled by itself, or where the
    referent of a source's pronoun is not among the candidates. Where a description's name is not
    that of a candidate, none is yielded. Other pronouns stand for things too, which are seldom
    candidates, so they say nothing about when to leave a source open.
    """
    chosen = [
        place
        for place, candidate in enumerate(candidates)
        if candidate.chain is not None and _is_meant(context, candidate.chain, label)
    ]
    yield from chosen
    is_nominal = query.mention.form == "nominal"
    is_open = not is_nominal and not chosen and query.is_source
    if (is_nominal and not label.is_named) or is_open:
        yield len(candidates) - 1


def _is_meant(context: Context, chain: Chain, label: Label) -> bool:
    if chain.members:
        return len(chain.members) == len(label.names) and all(
            any(_is_called(context, one, name, label.kind) for one in chain.members)
            for name in label.names
        )
    return len(label.names) == 1 and _is_called(context, chain, label.names[0], label.kind)


def _is_called(context: Context, chain: Chain, name: str, kind: str) -> bool:
    if chain.entity is not None:
        called = context.names.get(chain.entity, chain.entity)
        return is_same(called, name, "person" if chain.is_person else kind)
    words = {singular_of(word) for word in normalise(name).split()}
    return kind != "person" and chain.noun in words


# --- texts ------------------------------------------------------------------------------------


def read_wikinews(corpora: Path, nlp: Language) -> Iterator[LabelledText]:
    """The train articles of Wikinews, without every tenth, by which thresholds are chosen."""
    path = corpora / wikinews.FILE
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if number % 10 != 9:
            yield read_labelled(json.loads(line), nlp)


def read_news(corpora: Path, nlp: Language) -> Iterator[LabelledText]:
    """The other labelled articles of news, without those set aside for tuning."""
    fitted, _ = hold_out_tenth(list(news_labels.read_records(corpora)))
    for record in fitted:
        yield read_labelled(record, nlp)


def read_labelled(record: dict[str, Any], nlp: Language) -> LabelledText:
    """An article of labelled news with the labels of its sources."""
    article = wikinews.read_article(record).article
    text = LabelledText(record["id"], _annotate(nlp, record["text"], article.links))
    for item in record["attributions"]:
        if item["source"] is not None and item["speakers"]:
            place = item["source"]["start"], item["source"]["end"]
            text.labels.append(Label(*place, tuple(item["speakers"]), item["kind"]))
    return text


def read_own(corpora: Path, nlp: Language) -> Iterator[LabelledText]:
    """The articles of PolNeAR whose sources were labelled for this project."""
    by_article: dict[str, list[Label]] = defaultdict(list)
    lines = files("claimx_training").joinpath(OWN_LABELS).read_text(encoding="utf-8")
    for row in map(json.loads, lines.splitlines()):
        if not row["unclear"] and row["speaker"]:
            start, end = row["source"][0]
            label = Label(start, end, tuple(row["speaker"]), row["kind"])
            by_article[row["article"]].append(label)
    for article in polnear.read_articles(corpora / "polnear" / "train"):
        if article.name in by_article:
            doc = _annotate(nlp, article.text, article.links)
            yield LabelledText(article.name, doc, by_article[article.name])


def _annotate(nlp: Language, text: str, links: list[list[RoleSpan]]) -> Doc:
    """The Doc of a text up to its attributions, which are the given ones."""
    after = [name for name in (*_AFTER, "claimx_repeats") if name in nlp.pipe_names]
    with nlp.select_pipes(disable=after):
        doc = nlp(make_doc(nlp, read_article(text)))
    set_attributions(doc, [item for pieces in links if (item := _attribute(doc, pieces)).content])
    return doc


def _attribute(doc: Doc, pieces: list[RoleSpan]) -> Attribution:
    spans: dict[str, list[Span]] = {"CONTENT": [], "SOURCE": [], "CUE": []}
    for piece in pieces:
        span = find_tokens(doc, piece.start, piece.end)
        if span is not None:
            spans[piece.role].append(span)
    return Attribution(spans["CONTENT"], source=spans["SOURCE"], cue=spans["CUE"])
