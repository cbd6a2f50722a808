"""Speakers where the attributions are the gold's: resolution apart from the recall of claims.

``python -m tests.quality.gold_speakers [dev|tune|fit|held]`` puts the attributions of the first
annotator into each labelled article in place of those found, and prints the figures of speakers.
The tuning part is for setting thresholds, ``fit`` for reading errors and fitting: ``--errors``
lists them for these, names and offsets alone. Nothing is fitted to ``dev`` and ``held``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

import claimx
from claimx.article import Article
from claimx.article.records import Provenance
from claimx.assemble import assemble_article, make_doc
from claimx.evaluation.standards import Offsets
from claimx.pipeline.annotations import Attribution, set_attributions
from claimx.pipeline.layout.plain_text import find_tokens
from claimx.reading import GivenMetadata, read_article
from tests.quality.corpora import ABSENT, find_corpora, read_publication_dates
from tests.quality.figures import Figure, format_figures, read_floors
from tests.quality.labels import (
    FIT_SPEAKERS,
    HELD_SPEAKERS,
    SPEAKERS,
    SpeakerLabel,
    read_speakers,
)
from tests.quality.measure import measure_speakers
from tests.quality.overlap import find_claim
from tests.quality.speaker_names import are_same_speakers
from tests.quality.standoff import read_first_annotator, read_text

_FOLDERS = {"dev": "dev", "tune": "train", "fit": "train", "held": "train"}
_FILES = {"fit": FIT_SPEAKERS, "held": HELD_SPEAKERS}
_ONLY_MEASURED = ("dev", "held")
# What reads the attributions, in the order of the pipeline.
_AFTER = ("claimx_entities", "claimx_mentions", "claimx_coreference", "claimx_speakers")

Articles = dict[str, tuple[str, Article]]


def read_split(split: str) -> list[SpeakerLabel]:
    """The labels of a split."""
    labels = read_speakers(_FILES.get(split, SPEAKERS))
    return [label for label in labels if label.split == split]


def read_with_gold(corpora: Path, split: str, nlp: Language) -> Articles:
    """The records of the labelled articles of a split, made from the gold's attributions."""
    published = read_publication_dates(corpora)
    folder = corpora / "polnear" / _FOLDERS[split]
    after = [nlp.get_pipe(name) for name in _AFTER]
    articles = {}
    with nlp.select_pipes(disable=[*_AFTER, "claimx_repeats"]):
        for name in sorted({label.article for label in read_split(split)}):
            text = read_text(folder, name)
            given = GivenMetadata(published=published.get(name))
            raw = read_article(text, path=name, given=given)
            doc = nlp(make_doc(nlp, raw))
            set_attributions(doc, list(_take_attributions(doc, folder, name)))
            for component in after:
                doc = component(doc)
            articles[name] = text, assemble_article(doc, raw, Provenance(claimx="", pipeline=""))
    return articles


def _take_attributions(doc: Doc, folder: Path, name: str) -> Iterator[Attribution]:
    for item in read_first_annotator(folder, name)[0]:
        content = _find_spans(doc, item.content)
        if content:
            source, cue = _find_spans(doc, item.source), _find_spans(doc, item.cue)
            yield Attribution(content, source=source, cue=cue)


def _find_spans(doc: Doc, places: tuple[Offsets, ...]) -> list[Span]:
    spans = (find_tokens(doc, *place) for place in places)
    return [span for span in spans if span is not None]


def describe_errors(labels: list[SpeakerLabel], articles: Articles) -> Iterator[str]:
    """Each label whose speaker is wrong: where it is, whom it means, who was found by what rule."""
    for label in labels:
        text, article = articles[label.article]
        claim = None if label.is_unclear else find_claim(text, article, label.attribution)
        if claim is None or claim.source is None:
            continue
        found = [
            speaker.name for speaker in article.speakers if speaker.id in claim.source.speakers
        ]
        if not are_same_speakers(found, label.speakers, label.kind):
            evidence = claim.source.evidence
            yield (
                f"{label.article} {label.attribution.source[0][0]} {label.type}: "
                f"{' + '.join(label.speakers)}, found {' + '.join(found) or 'nobody'} "
                f"({evidence.rule if evidence else None})"
            )


def main() -> None:
    """Print the figures, and on request the errors."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.gold_speakers")
    parser.add_argument("split", nargs="?", choices=sorted(_FOLDERS), default="dev")
    parser.add_argument("--errors", action="store_true", help="list them (of tune and fit)")
    options = parser.parse_args()
    corpora = find_corpora()
    if corpora is None:
        parser.exit(message=f"{ABSENT}\n")
    if options.errors and options.split in _ONLY_MEASURED:
        parser.error(f"errors of {options.split} are not listed: nothing is to be fitted to them")
    articles = read_with_gold(corpora, options.split, claimx.load())
    labels = read_split(options.split)
    figures: list[Figure] = list(measure_speakers(labels, articles))
    # The floors are those of claims that were found.
    print(*format_figures(figures, replace(read_floors(), figures={})), sep="\n")
    if options.errors:
        print("", *describe_errors(labels, articles), sep="\n")


if __name__ == "__main__":
    main()
