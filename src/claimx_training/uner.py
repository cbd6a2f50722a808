"""Universal NER on UD-EWT: BIO tags that stand on the tokens of the treebank."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def read_sentence_tags(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Pairs (sentence id, a BIO tag for each word) in the order of the file."""
    identifier = ""
    tags: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id"):
            identifier = line.partition("=")[2].strip()
        elif not line.strip():
            if tags:
                yield identifier, tags
            tags = []
        elif not line.startswith("#"):
            tags.append(line.split("\t")[2])
    if tags:
        yield identifier, tags
