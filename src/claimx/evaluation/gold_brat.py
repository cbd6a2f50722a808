"""Attributions in brat standoff, laid out as PolNeAR is.

``text/NAME.txt`` holds an article, ``attributions/NAME_ANNOTATOR.ann`` what one annotator marked
in it. Spans are labelled Source, Cue, Content (``;`` joins the parts of a discontinuous one) or
Discard; an event joins those of one attribution.
"""

from __future__ import annotations

import glob
import re
from pathlib import Path

from claimx.evaluation.standards import AttributedText, Attribution, GoldError, Offsets, lies_inside

_DISCARD = "Discard"
_ROLES = ("source", "cue", "content")


def is_brat_folder(path: Path) -> bool:
    """Whether texts and annotations lie side by side in a folder."""
    return (path / "text").is_dir() and (path / "attributions").is_dir()


def read_brat_folder(folder: Path) -> list[AttributedText]:
    """The articles that someone annotated, by name.

    Where several annotated one, the first file by name is the gold.

    Raises:
        GoldError: Naming the file, and the line, that cannot be read.
    """
    texts = []
    for path in sorted((folder / "text").glob("*.txt")):
        pattern = f"{glob.escape(path.stem)}_*.ann"
        files = sorted((folder / "attributions").glob(pattern))
        if files:
            text = _read(path)
            attributions, discarded = read_standoff(_read(files[0]), str(files[0]))
            texts.append(
                AttributedText(
                    name=path.stem,
                    text=text,
                    attributions=attributions,
                    discarded=discarded,
                    path=path.as_posix(),
                )
            )
    return texts


def read_standoff(standoff: str, name: str) -> tuple[tuple[Attribution, ...], tuple[Offsets, ...]]:
    """The attributions of one file and what its annotator discarded.

    An attribution without content, or whose content was discarded, is left out.

    Args:
        standoff: The contents of the file.
        name: How messages call it.

    Raises:
        GoldError: Naming the line whose offsets are not numbers.
    """
    spans: dict[str, list[Offsets]] = {}
    events: list[list[str]] = []
    discarded: list[Offsets] = []
    for number, line in enumerate(standoff.split("\n"), 1):
        fields = line.rstrip("\r").split("\t")
        if len(fields) < 2:
            continue
        identifier, annotation = fields[:2]
        if identifier.startswith("T"):
            label, _, offsets = annotation.partition(" ")
            try:
                spans[identifier] = [_read_offsets(part) for part in offsets.split(";")]
            except ValueError as error:
                raise GoldError(
                    f"{name}:{number} has no offsets that can be read: {annotation!r}"
                ) from error
            if label == _DISCARD:
                discarded += spans[identifier]
        elif identifier.startswith("E"):
            events.append(annotation.split())
    items = [_read_event(event, spans) for event in events]
    kept = [item for item in items if item.content and not lies_inside(item.content, discarded)]
    return tuple(kept), tuple(discarded)


def _read_event(event: list[str], spans: dict[str, list[Offsets]]) -> Attribution:
    """An event such as ``Attribution:T4 Content:T3 Content2:T5 Source:T1``."""
    pieces: dict[str, list[Offsets]] = {role: [] for role in _ROLES}
    for part in event[1:]:
        label, _, identifier = part.partition(":")
        role = re.sub(r"\d+$", "", label).lower()
        if role in pieces:
            pieces[role] += spans.get(identifier, [])
    return Attribution(tuple(pieces["source"]), tuple(pieces["cue"]), tuple(pieces["content"]))


def _read_offsets(part: str) -> Offsets:
    start, end = map(int, part.split())
    return start, end


def _read(path: Path) -> str:
    """A file with its line ends as they are, to which the offsets count."""
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            return stream.read()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise GoldError(f"{path} cannot be read ({reason})") from error
