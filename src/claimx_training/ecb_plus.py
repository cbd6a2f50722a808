"""ECB+ (Cybulska and Vossen 2014): news with chains of people, organizations and places.

Only the sentences that ``ECBplus_coreference_sentences.csv`` names are annotated whole.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from claimx_training.detokenize import guess_spaces

SENTENCES = "ECBplus_coreference_sentences.csv"
_KINDS = ("HUMAN_", "NON_HUMAN_", "LOC_")
_LINKS = ("CROSS_DOC_COREF", "INTRA_DOC_COREF")


@dataclass(frozen=True)
class ChainedText:
    """The beginning of a document, up to its last annotated sentence.

    Attributes:
        name: Its file, without suffix.
        text: The text.
        chains: For each chain the half-open code points of the heads of its mentions, in text
            order; of the annotated sentences alone.
    """

    name: str
    text: str
    chains: list[list[tuple[int, int]]]


def read_documents(folder: Path) -> Iterator[ChainedText]:
    """The documents of the corpus, in the order of their names."""
    chosen: dict[str, set[int]] = defaultdict(set)
    with (folder / SENTENCES).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            chosen[f"{row['Topic']}_{row['File']}"].add(int(row["Sentence Number"]))
    for name in sorted(chosen):
        path = folder / f"{name}.xml"
        if path.exists():
            yield _read_document(name, ElementTree.parse(path).getroot(), chosen[name])


def _read_document(name: str, root: ElementTree.Element, chosen: set[int]) -> ChainedText:
    tokens = [
        token
        for token in root.iter("token")
        if int(token.get("sentence", "0")) <= max(chosen) and not _is_address(root, token)
    ]
    words = [token.text or "" for token in tokens]
    places: dict[str, tuple[int, int]] = {}
    text = ""
    for token, word, space in zip(tokens, words, guess_spaces(words), strict=True):
        if int(token.get("sentence", "0")) in chosen:
            places[token.get("t_id", "")] = (len(text), len(text) + len(word))
        text += word + " " * space
    heads = {
        mark.get("m_id", ""): places[anchors[-1]]
        for mark in root.iter()
        if mark.tag.startswith(_KINDS)
        and (anchors := [anchor.get("t_id", "") for anchor in mark.iter("token_anchor")])
        and anchors[-1] in places
    }
    chains = []
    for link in (link for tag in _LINKS for link in root.iter(tag)):
        found = [heads[m] for s in link.iter("source") if (m := s.get("m_id", "")) in heads]
        if len(found) > 1:
            chains.append(sorted(found))
    return ChainedText(name, text, chains)


def _is_address(root: ElementTree.Element, token: ElementTree.Element) -> bool:
    """Whether a token is of the address of a web page, which such documents begin with."""
    first = root.find("token")
    is_page = first is not None and (first.text or "").startswith("http")
    return is_page and token.get("sentence") == "0"
