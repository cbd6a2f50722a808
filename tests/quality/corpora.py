"""Where the corpora lie, whether they are those that the floors were measured on, their texts."""

from __future__ import annotations

import csv
import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from spacy.language import Language

from claimx.article import Article
from claimx.batch import extract_articles
from claimx.evaluation.standards import AttributedText, DatedText
from claimx.reading import GivenMetadata, read_article

_ROOT = Path(__file__).resolve().parents[2]
VARIABLE = "CLAIMX_CORPORA"
ABSENT = f"no corpora: {VARIABLE} is not set and ../shared/corpora does not exist"
# What is read of each corpus.
_FILES = {
    "polnear": ("polnear/dev/**/*", "polnear/metadata.tsv"),
    "meantime": ("meantime/**/*.xml",),
    "ud-ewt": ("ud-ewt/dev.conllu",),
    "gum": ("gum/dev/dep/*.conllu",),
    "uner-ewt": ("uner-ewt/*dev*",),
    "gazetteers": ("gazetteers/countries.csv",),
}


def find_corpora() -> Path | None:
    """The folder of the corpora; None where there is none.

    Raises:
        NotADirectoryError: If the environment names one that does not exist.
    """
    named = os.environ.get(VARIABLE)
    if named:
        if not Path(named).is_dir():
            raise NotADirectoryError(f"{VARIABLE} is {named}, which is no folder")
        return Path(named)
    beside = _ROOT.parent / "shared" / "corpora"
    return beside if beside.is_dir() else None


def hash_corpora(corpora: Path) -> dict[str, str]:
    """SHA-256 over the names and the bytes of the files of each corpus that are read."""
    return {name: _hash(corpora, patterns) for name, patterns in _FILES.items()}


def _hash(corpora: Path, patterns: Iterable[str]) -> str:
    digest = hashlib.sha256()
    files = {path for pattern in patterns for path in corpora.glob(pattern) if path.is_file()}
    for path in sorted(files, key=lambda file: file.relative_to(corpora).as_posix()):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(corpora).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()


def read_publication_dates(corpora: Path) -> dict[str, str]:
    """When each article of PolNeAR was published, in ISO 8601, by its name."""
    with (corpora / "polnear" / "metadata.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {row["filename"]: row["publication_date"] for row in rows}


def extract_texts(
    texts: Iterable[AttributedText | DatedText],
    nlp: Language,
    published: Mapping[str, str] | None = None,
) -> list[Article]:
    """A record for each text.

    Args:
        texts: Of a gold standard.
        nlp: The pipeline, from `claimx.load`.
        published: Publication dates by the names of the texts, where the gold has none.

    Raises:
        RuntimeError: If an article cannot be processed.
    """
    raws = []
    for text in texts:
        given = GivenMetadata(published=text.published or (published or {}).get(text.name))
        raws.append(read_article(text.text or "", path=text.path, given=given))
    records = []
    for record in extract_articles(raws, nlp):
        if not isinstance(record, Article):
            raise RuntimeError(f"{record.metadata.path}: {record.error.message}")
        records.append(record)
    return records
