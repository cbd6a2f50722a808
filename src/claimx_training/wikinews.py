"""Wikinews articles with the labels made for this project: names, attributions, speakers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.language import Language

from claimx_training.documents import TaggedWord
from claimx_training.polnear import Article, RoleSpan

FILE = Path("wikinews") / "labels-train.jsonl"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as half-open code points of the article, with its label."""

    start: int
    end: int
    label: str


@dataclass(slots=True)
class LabelledArticle:
    """An article with its names and attributions.

    ``article`` holds every attribution that has a cue; ``nested`` and ``unsure`` hold the places of
    some of them among its links.
    """

    article: Article
    names: list[Name]
    nested: set[int] = field(default_factory=set)
    unsure: set[int] = field(default_factory=set)


def read_articles(path: Path) -> Iterator[LabelledArticle]:
    """The articles of a file of labels, in its order."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield read_article(json.loads(line))


def read_article(record: dict[str, Any]) -> LabelledArticle:
    """An article from its record."""
    article = Article(record["id"], record["text"])
    labelled = LabelledArticle(
        article, [Name(e["start"], e["end"], e["label"]) for e in record["entities"]]
    )
    for item in record["attributions"]:
        if item["cue"] is None:
            continue
        pieces = [RoleSpan(item["cue"]["start"], item["cue"]["end"], "CUE")]
        if item["source"] is not None:
            pieces.append(RoleSpan(item["source"]["start"], item["source"]["end"], "SOURCE"))
        pieces += [RoleSpan(part["start"], part["end"], "CONTENT") for part in item["content"]]
        if item["nested"]:
            labelled.nested.add(len(article.links))
        if item["unsure"]:
            labelled.unsure.add(len(article.links))
        article.links.append(sorted(pieces, key=lambda p: (p.start, p.end, p.role)))
    return labelled


def tag_words(labelled: LabelledArticle, nlp: Language) -> list[list[TaggedWord]]:
    """The paragraphs of an article with its names, on the tokens of ``nlp``."""
    doc = nlp.make_doc(labelled.article.text)
    words = [TaggedWord(token.text, bool(token.whitespace_)) for token in doc]
    for name in labelled.names:
        span = doc.char_span(name.start, name.end, alignment_mode="expand")
        if span is not None:
            for place in range(span.start, span.end):
                words[place].label = name.label
                words[place].starts_entity = place == span.start
    return list(_cut_paragraphs(words))


def _cut_paragraphs(words: Sequence[TaggedWord]) -> Iterator[list[TaggedWord]]:
    paragraph: list[TaggedWord] = []
    for word in words:
        if word.form.count("\n") > 1:
            if paragraph:
                yield paragraph
            paragraph = []
        else:
            paragraph.append(word)
    if paragraph:
        yield paragraph
