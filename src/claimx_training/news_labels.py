"""Articles of PolNeAR, ECB+, GUM and GMB that were labelled for claimx as those of Wikinews are.

The labels are kept as offsets alone, in ``data/news_labels.jsonl``: one JSON object a line with
``corpus``, ``id``, ``sha256`` of the text, ``entities``, ``attributions`` and ``speakers``. The
texts stay in their corpora.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from claimx_training import gmb
from claimx_training.detokenize import guess_spaces
from claimx_training.documents import hold_out_tenth
from claimx_training.wikinews import LabelledArticle, read_article

LABELS = "data/news_labels.jsonl"
_GOLD = ("id", "title", "published", "text", "entities", "attributions", "speakers")
_SENTENCE = "# text = "
_MARKS = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "\x92s": "’s"}


def read_records(corpora: Path) -> Iterator[dict[str, Any]]:
    """The articles with their labels, in the shape of a line of the labels of Wikinews.

    Raises:
        FileNotFoundError: For an article that ``corpora`` lacks.
        ValueError: For one whose text is not that which was labelled.
    """
    for record in _read_lines():
        text = _READERS[record["corpus"]](corpora, record["id"])
        if hash_text(text) != record["sha256"]:
            raise ValueError(
                f"{record['id']} of {record['corpus']} is not the text that was labelled: get the "
                "version of the corpus that the model card names"
            )
        yield complete(record, text)


def read_articles(corpora: Path) -> list[LabelledArticle]:
    """The articles with their labels, as those of Wikinews are read.

    Raises:
        FileNotFoundError: For an article that ``corpora`` lacks.
        ValueError: For one whose text is not that which was labelled.
    """
    return [read_article(record) for record in read_records(corpora)]


def list_gold(corpora: Path, *, tune: bool) -> Iterator[str]:
    """Lines of gold that ``claimx evaluate`` reads: every article, or those set aside for tuning.

    Raises:
        FileNotFoundError: For an article that ``corpora`` lacks.
        ValueError: For one whose text is not that which was labelled.
    """
    records = list(read_records(corpora))
    for record in hold_out_tenth(records)[1] if tune else records:
        gold = {"title": None, "published": None, **record}
        yield json.dumps({field: gold[field] for field in _GOLD}, ensure_ascii=False)


def list_gmb_sentences() -> frozenset[int]:
    """The numbers of the sentences of GMB that are labelled here, counted from 0."""
    ranges = [_cut_range(record["id"]) for record in _read_lines() if record["corpus"] == "gmb"]
    return frozenset(place for first, last in ranges for place in range(first, last + 1))


def _read_lines() -> Iterator[dict[str, Any]]:
    lines = files("claimx_training").joinpath(LABELS).read_text(encoding="utf-8").splitlines()
    return map(json.loads, lines)


def _cut_range(name: str) -> tuple[int, int]:
    first, last = name.split("-")
    return int(first), int(last)


def complete(record: dict[str, Any], text: str) -> dict[str, Any]:
    """A record with its text, and at each offset the piece of text that stands there."""

    def quote(span: dict[str, Any] | None) -> dict[str, Any] | None:
        return None if span is None else {**span, "text": text[span["start"] : span["end"]]}

    attributions = [
        {
            **item,
            "source": quote(item["source"]),
            "cue": quote(item["cue"]),
            "content": [quote(part) for part in item["content"]],
        }
        for item in record["attributions"]
    ]
    entities = [quote(name) for name in record["entities"]]
    return {**record, "text": text, "entities": entities, "attributions": attributions}


def hash_text(text: str) -> str:
    """The SHA-256 of a text in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def _read_polnear(corpora: Path, name: str) -> str:
    path = corpora / "polnear" / "train" / "text" / f"{name}.txt"
    # newline="" keeps the line ends as they are, to which the offsets count.
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _read_ecb_plus(corpora: Path, name: str) -> str:
    """The text of a document, a sentence a paragraph; the corpus keeps no white space."""
    sentences: dict[str, list[str]] = {}
    for token in ElementTree.parse(corpora / "ecb-plus" / f"{name}.xml").getroot().iter("token"):
        word = token.text or ""
        sentences.setdefault(token.get("sentence", "0"), []).append(_MARKS.get(word, word))
    return "\n\n".join(filter(None, map(_join, sentences.values())))


def _read_gum(corpora: Path, name: str) -> str:
    """The text of a document, in its paragraphs; sentences are parted by a space."""
    paragraphs: list[list[str]] = []
    path = corpora / "gum" / "train" / "dep" / f"{name}.conllu"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line == "# newpar" or line.startswith("# newpar ") or not paragraphs:
            paragraphs.append([])
        if line.startswith(_SENTENCE):
            paragraphs[-1].append(line.removeprefix(_SENTENCE))
    return "\n\n".join(" ".join(sentences) for sentences in paragraphs if sentences)


def _read_gmb(corpora: Path, name: str) -> str:
    """The text of the sentences ``FIRST-LAST``, counted from 0; a paragraph holds two or three.

    The corpus keeps neither white space nor paragraphs.
    """
    first, last = _cut_range(name)
    sentences = _list_gmb(corpora / "gmb" / "ner_dataset.csv.zip")
    text = ""
    for place, sentence in enumerate(sentences[first : last + 1], first):
        gap = "" if not text else "\n\n" if place % 5 in (0, 2) else " "
        words = [_MARKS.get(word, word).replace("~", " ") for word, _ in sentence]
        text += gap + _join(words)
    return text


@cache
def _list_gmb(path: Path) -> list[list[tuple[str, str]]]:
    return list(gmb.read_sentences(path))


def _join(words: list[str]) -> str:
    pairs = zip(words, guess_spaces(words), strict=True)
    return "".join(word + " " * has_space for word, has_space in pairs).strip()


_READERS = {
    "polnear": _read_polnear,
    "ecb-plus": _read_ecb_plus,
    "gum": _read_gum,
    "gmb": _read_gmb,
}
