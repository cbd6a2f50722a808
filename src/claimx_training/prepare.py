"""Stage ``prepare``: corpora to DocBins, split into train, tune and dev."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from random import Random

from spacy.language import Language
from spacy.tokens import Doc, DocBin

from claimx_training import conllu, gmb, wikigold
from claimx_training.documents import (
    BLANK_LINE,
    TaggedWord,
    cut_as_live,
    group_paragraphs,
    hold_out_tenth,
    make_entity_doc,
    make_syntax_doc,
)
from claimx_training.names import (
    label_ewt_document,
    label_gum_document,
    label_wikigold_sentence,
)
from claimx_training.places import Gazetteer
from claimx_training.renaming import collect_names, replace_names
from claimx_training.tokenizer import make_blank_pipeline
from claimx_training.workspace import PARTS, Workspace

SEED = 20250314
MAX_SYNTAX_WORDS = 220
BLOCK_SENTENCES = 20  # GMB and WikiGold tell no documents: this many sentences count as one
GOLD_COPIES = 3  # what people labelled counts more than what a machine did
RENAMED_SHARE = 0.4  # of the documents, whose persons are given other names
TUNE_DOCS = 120  # more would cost fitting time

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
            DocBin(docs=docs, attrs=_ATTRIBUTES[part]).to_disk(path)
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
    return splits[0], sample_docs(splits[1], rng)


def build_entity_docs(workspace: Workspace, nlp: Language) -> tuple[Docs, Docs]:
    """GMB, WikiGold, GUM and what EWT tells, train and a tenth of it, on the live tokens.

    WikiGold and GUM come in several copies, each varied otherwise. In some documents the persons
    are given other names of the same corpora. EWT is for fitting only: it tells too little to
    choose by.
    """
    rng = Random(SEED)
    gazetteer = Gazetteer.from_csv(workspace.corpora / "gazetteers" / "countries.csv")
    silver = [
        gmb.clean_sentence(sentence, gazetteer)
        for sentence in gmb.read_sentences(workspace.corpora / "gmb" / "ner_dataset.csv.zip")
    ]
    gmb.harmonise_labels(silver)
    gold = [
        label_wikigold_sentence(sentence, gazetteer)
        for sentence in wikigold.read_sentences(
            workspace.corpora / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"
        )
    ]
    gum = [
        label_gum_document(document, gazetteer, with_others=True)
        for document in read_treebank(workspace, "gum", "train")
    ]
    ewt = [
        label_ewt_document(document, gazetteer)
        for document in hold_out_tenth(read_treebank(workspace, "ewt", "train"))[0]
    ]
    sources = {"silver": _cut_blocks(silver), "gold": _cut_blocks(gold), "gum": gum, "ewt": ewt}
    pool = collect_names(words for documents in sources.values() for d in documents for words in d)
    train: Docs = []
    tune: Docs = []
    for name, documents in sources.items():
        fitted, held_out = (ewt, []) if name == "ewt" else hold_out_tenth(documents)
        for paragraphs in fitted * (GOLD_COPIES if name in ("gold", "gum") else 1):
            for words in _join_paragraphs(paragraphs, rng):
                if rng.random() < RENAMED_SHARE:
                    words = replace_names(words, pool, rng)
                train.append(cut_as_live(nlp, make_entity_doc(nlp.vocab, words, rng)))
        docs = [
            cut_as_live(nlp, make_entity_doc(nlp.vocab, words, rng))
            for paragraphs in held_out
            for words in _join_paragraphs(paragraphs, rng)
        ]
        tune += sample_docs(docs, rng)
    return train, tune


def _cut_blocks(sentences: Iterable[list[TaggedWord]]) -> list[list[list[TaggedWord]]]:
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
