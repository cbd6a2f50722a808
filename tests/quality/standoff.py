"""What the draws read of a corpus of attributions in brat standoff."""

from __future__ import annotations

from pathlib import Path

from claimx.evaluation.gold_brat import read_standoff
from claimx.evaluation.standards import Attribution, Offsets


def read_text(folder: Path, article: str) -> str:
    """The text of an article with its line ends as they are, to which the offsets count."""
    with (folder / "text" / f"{article}.txt").open(encoding="utf-8", newline="") as file:
        return file.read()


def read_first_annotator(
    folder: Path, article: str
) -> tuple[tuple[Attribution, ...], tuple[Offsets, ...]]:
    """Attributions of the first annotator by file name, and what was discarded."""
    path = min((folder / "attributions").glob(f"{article}_*.ann"))
    return read_standoff(path.read_text(encoding="utf-8"), path.name)


def list_articles(folder: Path) -> list[str]:
    """The names of the articles of a folder, sorted."""
    return sorted(path.stem for path in (folder / "text").glob("*.txt"))
