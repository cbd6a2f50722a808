"""Stage ``prepare``: corpora to DocBins, split into train, tune and dev."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from random import Random

from spacy.language import Language
from spacy.tokens import Doc, DocBin

from claimx_training import conllu, few_nerd, gmb, news_labels, wikigold
from claimx_training.documents import (
    BLANK_LINE,
    TaggedWord,
    cut_as_live,
    group_paragraphs,
    hold_out_tenth,
    make_entity_doc,
    make_syntax_doc,
)
from claimx_training.name_labels import KNOWN, LABELS, SOURCE
from claimx_training.names import label_gum_document, label_wikigold_sentence
from claimx_training.parsed_news import parse_sentences
from claimx_training.places import Gazetteer
from claimx_training.renaming import collect_names, replace_names
from claimx_training.tokenizer import make_blank_pipeline
from claimx_training.typed_names import (
    ANY_PLACE,
    CROSSNER,
    CROSSNER_KNOWN,
    UNER_KNOWN,
    WNUT,
    WNUT_KNOWN,
    label_sentence,
    label_treebank,
    read_columns,
)
from claimx_training.uner import read_sentence_tags
from claimx_training.wikinews import FILE, read_articles, tag_words
from claimx_training.workspace import PARTS, Workspace

SEED = 20250314
ALONE_SHARE = 0.15  # of the sentences of a treebank
MAX_SYNTAX_WORDS = 220
BLOCK_SENTENCES = 20  # GMB and WikiGold tell no documents: this many sentences count as one
RENAMED_SHARE = 0.4  # of the documents, whose persons are given other names
TUNE_DOCS = 120  # more would cost fitting time

# What is outside in these corpora is outside of all names of these labels.
GMB_KNOWN = ("GPE", "LOC", "NORP", "ORG", "PERSON")
WIKIGOLD_KNOWN = LABELS
GUM_KNOWN = LABELS

Docs = list[Doc]


def prepare_corpora(
    workspace: Workspace, parts: Sequence[str] = PARTS
) -> dict[str, dict[str, int]]:
    """Write the DocBins of the parts; what comes back counts what each of them holds."""
    nlp = make_blank_pipeline()
    report: dict[str, dict[str, int]] = {}
    for part in parts:
        for split, docs in zip(("train", "tune"), _BUILDERS[part](workspace, nlp), strict=True):
            path = workspace.corpus(part, split)
            path.parent.mkdir(parents=True, exist_ok=True)
            DocBin(docs=docs, attrs=_ATTRIBUTES[part], store_user_data=True).to_disk(path)
            report[f"{part}-{split}"] = count_docs(docs)
    return report


_ATTRIBUTES = {
    "syntax": ["ORTH", "SPACY", "TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START"],
    "entities": ["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE"],
}


def count_docs(docs: Sequence[Doc]) -> dict[str, int]:
    """How many documents, words, sentences and entities of each label there are."""
    counts: Counter[str] = Counter(docs=len(docs), words=sum(len(doc) for doc in docs))
    for doc in docs:
        if doc.has_annotation("DEP"):
            counts["sentences"] += sum(1 for _ in doc.sents)
        counts.update(entity.label_ for entity in doc.ents)
        counts["missing"] += sum(
            not token.ent_iob for token in doc if not doc.has_annotation("DEP")
        )
    return dict(counts)


def read_treebank(workspace: Workspace, name: str, split: str) -> list[conllu.Document]:
    """The documents of ``ewt`` or ``gum``."""
    if name == "ewt":
        return list(conllu.read_documents(workspace.corpora / "ud-ewt" / f"{split}.conllu"))
    files = sorted((workspace.corpora / "gum" / split / "dep").glob("*.conllu"))
    return [document for file in files for document in conllu.read_documents(file)]


def build_syntax_docs(workspace: Workspace, nlp: Language) -> tuple[Docs, Docs]:
    """UD-EWT and GUM, train and every tenth document of it."""
    rng = Random(SEED)
    splits: tuple[Docs, Docs] = ([], [])
    for name in ("ewt", "gum"):
        for docs, documents in zip(
            splits, hold_out_tenth(read_treebank(workspace, name, "train")), strict=True
        ):
            for document in documents:
                for group in group_paragraphs(document, MAX_SYNTAX_WORDS):
                    docs.append(make_syntax_doc(nlp.vocab, group, rng))
                    if docs is splits[0]:
                        docs += _cut_sentences(nlp, group, rng)
    splits[0].extend(parse_sentences(workspace.corpora, rng))
    return splits[0], sample_docs(splits[1], rng)


def _cut_sentences(
    nlp: Language, paragraphs: Sequence[Sequence[conllu.Sentence]], rng: Random
) -> Iterator[Doc]:
    """Some of the sentences alone: short texts are read too."""
    for paragraph in paragraphs:
        for sentence in paragraph:
            if rng.random() < ALONE_SHARE:
                yield make_syntax_doc(nlp.vocab, [[sentence]], rng)


Paragraphs = list[list[TaggedWord]]


@dataclass(frozen=True, slots=True)
class NameSource:
    """A corpus of names: its documents, in paragraphs, and the labels that it annotates fully."""

    documents: list[Paragraphs]
    known: Sequence[str]
    copies: int = 1


def read_name_sources(workspace: Workspace, nlp: Language) -> dict[str, NameSource]:
    """All corpora of names, in our labels."""
    corpora = workspace.corpora
    gazetteer = Gazetteer.from_csv(corpora / "gazetteers" / "countries.csv")
    labelled = news_labels.list_gmb_sentences()
    silver = [
        gmb.clean_sentence(sentence, gazetteer)
        for place, sentence in enumerate(
            gmb.read_sentences(corpora / "gmb" / "ner_dataset.csv.zip")
        )
        if place not in labelled
    ]
    gmb.harmonise_labels(silver)
    gold = [
        label_wikigold_sentence(sentence, gazetteer)
        for sentence in wikigold.read_sentences(
            corpora / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"
        )
    ]
    gum = [
        label_gum_document(document, gazetteer)
        for document in read_treebank(workspace, "gum", "train")
    ]
    for words in [*gold, *(words for document in gum for words in document)]:
        widen_places(words, gazetteer)
    uner = dict(read_sentence_tags(corpora / "uner-ewt" / "en_ewt-ud-train.iob2"))
    sources = {
        "wikinews": NameSource(
            [tag_words(a, nlp) for a in read_articles(corpora / FILE)], LABELS, copies=4
        ),
        "news": NameSource(
            [tag_words(a, nlp) for a in news_labels.read_articles(corpora)],
            LABELS,
            copies=4,
        ),
        "gmb": NameSource(_cut_blocks(silver), GMB_KNOWN),
        "wikigold": NameSource(_cut_blocks(gold), WIKIGOLD_KNOWN, copies=2),
        "gum": NameSource(gum, GUM_KNOWN, copies=2),
        "uner": NameSource(
            [
                label_treebank(document, uner, gazetteer)
                for document in read_treebank(workspace, "ewt", "train")
            ],
            UNER_KNOWN,
        ),
        "crossner": NameSource(
            _cut_blocks(
                label_sentence(sentence, CROSSNER, gazetteer)
                for path in sorted((corpora / "crossner").glob("*.txt"))
                for sentence in read_columns(path)
            ),
            CROSSNER_KNOWN,
        ),
        "wnut": NameSource(
            _cut_blocks(
                label_sentence(sentence, WNUT, gazetteer)
                for sentence in read_columns(corpora / "wnut17" / "wnut17train.conll")
            ),
            WNUT_KNOWN,
        ),
    }
    for name in few_nerd.FILES:
        sources[f"few-nerd-{name.removesuffix('.txt')}"] = NameSource(
            _cut_blocks(
                few_nerd.label_sentence(sentence, gazetteer)
                for sentence in few_nerd.read_sentences(corpora / "few-nerd" / name)
            ),
            few_nerd.KNOWN[name],
        )
    return sources


def widen_places(words: Sequence[TaggedWord], gazetteer: Gazetteer) -> None:
    """Let a place of which only a default is known be a city, a region or a building, in place."""
    start = 0
    while start < len(words):
        end = start + 1
        if words[start].label == "GPE":
            while end < len(words) and words[end].label == "GPE" and not words[end].starts_entity:
                end += 1
            if not gazetteer.is_country(" ".join(word.form for word in words[start:end])):
                for word in words[start:end]:
                    word.label = ANY_PLACE
        start = end


def build_entity_docs(workspace: Workspace, nlp: Language) -> tuple[Docs, Docs]:
    """All corpora of names, train and a tenth of it, on the live tokens.

    In some documents the persons are given other names of the same corpora. Each Doc says which
    labels its corpus annotates (`name_labels.KNOWN`) and which corpus it is of (`SOURCE`).
    """
    rng = Random(SEED)
    sources = read_name_sources(workspace, nlp)
    pool = collect_names(
        words for source in sources.values() for d in source.documents for words in d
    )
    train: Docs = []
    tune: Docs = []
    for name, source in sources.items():
        fitted, held_out = hold_out_tenth(source.documents)
        for paragraphs in fitted * source.copies:
            for words in _join_paragraphs(paragraphs, rng):
                if rng.random() < RENAMED_SHARE:
                    words = replace_names(words, pool, rng)
                train.append(_make_doc(nlp, words, name, source, rng))
        docs = [
            _make_doc(nlp, words, name, source, rng)
            for paragraphs in held_out
            for words in _join_paragraphs(paragraphs, rng)
        ]
        tune += sample_docs(docs, rng)
    return train, tune


def _make_doc(
    nlp: Language, words: list[TaggedWord], name: str, source: NameSource, rng: Random
) -> Doc:
    doc = cut_as_live(nlp, make_entity_doc(nlp.vocab, words, rng))
    doc.user_data[KNOWN], doc.user_data[SOURCE] = list(source.known), name
    return doc


def _cut_blocks(sentences: Iterable[list[TaggedWord]]) -> list[Paragraphs]:
    iterator = iter(sentences)
    blocks = []
    while block := list(islice(iterator, BLOCK_SENTENCES)):
        blocks.append(block)
    return blocks


def _join_paragraphs(pieces: Sequence[list[TaggedWord]], rng: Random) -> Iterator[list[TaggedWord]]:
    """Neighbouring pieces as one document, some parted by a blank line instead of a space."""
    joined: list[TaggedWord] = []
    for piece in pieces:
        if joined and len(joined) + len(piece) > MAX_SYNTAX_WORDS:
            yield joined
            joined = []
        elif joined and rng.random() < 0.4:
            joined[-1] = replace(joined[-1], space_after=False)
            joined.append(TaggedWord(BLANK_LINE, False))
        joined += piece
    if joined:
        yield joined


def sample_docs(docs: Docs, rng: Random) -> Docs:
    """At most so many documents as tuning needs, in their order."""
    chosen = sorted(rng.sample(range(len(docs)), min(TUNE_DOCS, len(docs))))
    return [docs[place] for place in chosen]


_BUILDERS = {
    "syntax": build_syntax_docs,
    "entities": build_entity_docs,
}
