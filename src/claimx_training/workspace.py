"""Where the corpora are read and the work is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PARTS = ("syntax", "entities")
HEADS = ("tagger", "morphologizer", "parser")


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder of the corpora and the work folder, with the places of what is in them."""

    corpora: Path
    work: Path

    def corpus(self, part: str, split: str) -> Path:
        """The DocBin of a part's split: train, tune or dev."""
        return self.work / "corpus" / f"{part}-{split}.spacy"

    @property
    def checkpoint(self) -> Path:
        """The last checkpoint of the encoder's fit."""
        return self.work / "encoder" / "checkpoint.pt"

    def fitted(self, head: str) -> Path:
        """The folder of a head that was fitted on the fixed encoder."""
        return self.work / "heads" / head
