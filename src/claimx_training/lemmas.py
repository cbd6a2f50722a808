"""The lemmatizer's tables: spaCy's for open word classes, the treebanks' for closed ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.lookups import Lookups, load_lookups

from claimx_training.conllu import Document

CLOSED_CLASSES = ("AUX", "PRON", "DET", "PART", "ADP", "CCONJ", "SCONJ")
MIN_COUNT = 2


def find_closed_class_lemmas(documents: Iterable[Document]) -> dict[str, dict[str, list[str]]]:
    """For each closed class, the most frequent lemma of each form that is not its own lemma.

    Keys are in lower case; a form with an apostrophe stands there with a curly one too.
    """
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for document in documents:
        for sentence in document.sentences:
            for word in sentence.words:
                if word.upos in CLOSED_CLASSES:
                    counts[word.upos.lower(), word.form.lower()][word.lemma.lower()] += 1
    tables: dict[str, dict[str, list[str]]] = {name.lower(): {} for name in CLOSED_CLASSES}
    for (upos, form), lemmas in sorted(counts.items()):
        lemma, count = lemmas.most_common(1)[0]
        if count >= MIN_COUNT and lemma != form:
            for key in {form, form.replace("'", "’")}:
                tables[upos][key] = [lemma]
    return tables


def make_lemma_tables(documents: Iterable[Document]) -> Lookups:
    """The tables of ``spacy-lookups-data`` for English with the closed classes added."""
    tables = load_lookups("en", ["lemma_rules", "lemma_exc", "lemma_index"])
    closed = find_closed_class_lemmas(documents)
    for name, forms in closed.items():
        tables.get_table("lemma_exc")[name] = forms
        tables.get_table("lemma_rules")[name] = [["", ""]]
    return tables
