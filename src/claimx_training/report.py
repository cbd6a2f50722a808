"""Stage ``report``: figures of a bundled pipeline on the dev halves, from raw text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from claimx.pipeline.onnx_model import OnnxModel
from claimx_training import uner
from claimx_training.documents import join_paragraphs, make_entity_doc, make_syntax_doc
from claimx_training.gmb import find_entities
from claimx_training.names import label_gum_document
from claimx_training.places import Gazetteer
from claimx_training.prepare import read_treebank
from claimx_training.scoring import Counts, add_counts, bootstrap_f1, count_matches
from claimx_training.workspace import Workspace

PLACES = {"GPE": "LOC", "PER": "PERSON"}
COMPARED = ("PERSON", "ORG", "LOC")

Name = tuple[int, int, str]
Tally = dict[str, list[Counts]]


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of the report: what was measured on what, and how it came out, per document."""

    data: str
    measure: str
    counts: Sequence[Counts]

    def format_row(self) -> str:
        """The line as a row of a Markdown table, in per cent."""
        total = add_counts(self.counts)
        low, high = bootstrap_f1(self.counts)
        numbers = " | ".join(
            f"{100 * value:.1f}" for value in (total.precision, total.recall, total.f1)
        )
        return f"| {self.data} | {self.measure} | {numbers} | {100 * low:.1f}–{100 * high:.1f} |"


def report_figures(
    workspace: Workspace, pipeline: Path, encoder: bytes | None = None
) -> Iterator[str]:
    """The lines of a Markdown table of all figures.

    ``encoder`` is a graph to run in place of the pipeline's own, to see what quantising cost.
    """
    nlp = spacy.load(pipeline)
    if encoder is not None:
        tok2vec: Any = nlp.get_pipe("tok2vec")
        tok2vec.model.shims[0].graph = OnnxModel(encoder)
    yield "| data | measure | P | R | F1 | 95 % of F1 |"
    yield "| --- | --- | ---: | ---: | ---: | ---: |"
    for measure in (measure_syntax, measure_uner, measure_gum_names):
        for figure in measure(workspace, nlp):
            yield figure.format_row()


def measure_syntax(workspace: Workspace, nlp: Language) -> Iterator[Figure]:
    """Words, tags, heads and sentences on EWT dev and GUM dev, documents from raw text.

    As ``spacy evaluate`` counts: a word is found where its characters are; a tag, a head or a
    label counts only on a found word, a head only where it is found as well. Heads and labels of
    punctuation do not count; labels count with their subtypes.
    """
    for name in ("ewt", "gum"):
        tally: Tally = defaultdict(list)
        for document in read_treebank(workspace, name, "dev"):
            gold = make_syntax_doc(nlp.vocab, document.paragraphs, None)
            predicted = nlp(gold.text)
            for measure, describe in _SYNTAX_MEASURES.items():
                tally[measure].append(count_matches(describe(predicted), describe(gold)))
        yield from _make_figures(f"{name.upper()} dev", tally)


def _describe_words(
    describe: Callable[[Token], Hashable], ignored: Set[str] = frozenset()
) -> Callable[[Doc], Set[Hashable]]:
    def describe_doc(doc: Doc) -> Set[Hashable]:
        return {
            (token.idx, len(token), describe(token))
            for token in doc
            if not token.is_space and token.dep_ not in ignored
        }

    return describe_doc


def _describe_sentences(doc: Doc) -> Set[Hashable]:
    spans = set()
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if words:
            spans.add((words[0].idx, words[-1].idx + len(words[-1])))
    return spans


def _describe_head(token: Token) -> Hashable:
    return token.head.idx, len(token.head)


_PUNCTUATION = frozenset({"punct", "p"})
_SYNTAX_MEASURES: dict[str, Callable[[Doc], Set[Hashable]]] = {
    "words": _describe_words(lambda token: None),
    "tags (PTB)": _describe_words(lambda token: token.tag_),
    "parts of speech (UPOS)": _describe_words(lambda token: token.pos_),
    "lemmas": _describe_words(lambda token: token.lemma_.lower()),
    "UAS": _describe_words(_describe_head, _PUNCTUATION),
    "LAS": _describe_words(lambda token: (_describe_head(token), token.dep_), _PUNCTUATION),
    "sentences": _describe_sentences,
}


def measure_uner(workspace: Workspace, nlp: Language) -> Iterator[Figure]:
    """Names on Universal NER's EWT dev: PERSON, ORG, and GPE and LOC as one.

    The few sentences that the treebank has since cut into other words are left out.
    """
    path = workspace.corpora / "uner-ewt" / "en_ewt-ud-dev.iob2"
    tags_by_sentence = dict(uner.read_sentence_tags(path))
    tally: Tally = defaultdict(list)
    for document in read_treebank(workspace, "ewt", "dev"):
        doc = make_syntax_doc(nlp.vocab, document.paragraphs, None)
        words = [token for token in doc if not token.is_space]
        gold: set[Name] = set()
        unknown: list[tuple[int, int]] = []
        first = 0
        for sentence in document.sentences:
            inside = words[first : first + len(sentence.words)]
            first += len(sentence.words)
            tags = tags_by_sentence.get(sentence.id, [])
            if len(tags) != len(inside):
                unknown.append(_find_limits(inside))
                continue
            for start, end, type_ in find_entities(tags):
                gold.add((*_find_limits(inside[start:end]), PLACES.get(type_, type_)))
        predicted = {
            name
            for name in _describe_names(nlp(doc.text).ents)
            if not any(name[0] < b and a < name[1] for a, b in unknown)
        }
        _tally_labels(tally, predicted, gold)
    yield from _make_figures("UNER EWT dev", tally)


def _find_limits(tokens: Sequence[Token]) -> tuple[int, int]:
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def measure_gum_names(workspace: Workspace, nlp: Language) -> Iterator[Figure]:
    """Names on GUM dev: mentions headed by a proper noun, cut to their names.

    A guess that touches a proper noun of which the gold does not tell is left out.
    """
    gazetteer = Gazetteer.from_csv(workspace.corpora / "gazetteers" / "countries.csv")
    tally: Tally = defaultdict(list)
    for document in read_treebank(workspace, "gum", "dev"):
        words = join_paragraphs(label_gum_document(document, gazetteer))
        gold = make_entity_doc(nlp.vocab, words, None)
        unknown = [token for token in gold if not token.ent_iob]
        guesses = [
            entity
            for entity in nlp(gold.text).ents
            if not any(
                token.idx < entity.end_char and entity.start_char < token.idx + len(token)
                for token in unknown
            )
        ]
        _tally_labels(tally, _describe_names(guesses), _describe_names(gold.ents))
    yield from _make_figures("GUM dev", tally)


def _describe_names(spans: Iterable[Span]) -> set[Name]:
    return {(s.start_char, s.end_char, PLACES.get(s.label_, s.label_)) for s in spans}


def _tally_labels(
    tally: Tally, predicted: set[Name], gold: set[Name], labels: Sequence[str] = COMPARED
) -> None:
    for measure in (*labels, "/".join(labels)):
        counted = labels if "/" in measure else (measure,)
        tally[measure].append(
            count_matches(
                {item for item in predicted if item[2] in counted},
                {item for item in gold if item[2] in counted},
            )
        )


def _make_figures(data: str, tally: Tally) -> Iterator[Figure]:
    for measure, counts in tally.items():
        yield Figure(data, measure, counts)
