"""Attributions in brat standoff, laid out as PolNeAR is.

``text/NAME.txt`` holds an article, ``attributions/NAME_ANNOTATOR.ann`` what one annotator marked
in it. Spans are labelled Source, Cue, Content (``;`` joins the parts of a discontinuous one) or
Discard; an event joins those of one attribution. Texts and annotations may as well lie side by side
in one folder, as brat itself has them (``NAME.txt``, ``NAME.ann``).
"""

from __future__ import annotations

import glob
import re
from pathlib import Path

from claimx.evaluation.standards import AttributedText, Attribution, GoldError, Offsets, lies_inside

_DISCARD = "Discard"
_ROLES = ("source", "cue", "content")


def is_brat_folder(path: Path) -> bool:
    """Whether a folder holds texts and annotations, in two folders or side by side."""
    if (path / "text").is_dir() and (path / "attributions").is_dir():
        return True
    return path.is_dir() and any(file.with_suffix(".txt").is_file() for file in path.glob("*.ann"))


def read_brat_folder(folder: Path) -> list[AttributedText]:
    """The articles that someone annotated, by name.

    Where several annotated one, the first file by name is the gold.

    Raises:
        GoldError: Naming the file, and the line, that cannot be read.
    """
    texts = []
    is_split = (folder / "text").is_dir()
    for path in sorted((folder / "text" if is_split else folder).glob("*.txt")):
        name = glob.escape(path.stem)
        place = folder / "attributions" if is_split else folder
        files = sorted(place.glob(f"{name}_*.ann" if is_split else f"{name}.ann"))
        if files:
            text = _read(path)
            attributions, discarded = read_standoff(_read(files[0]), str(files[0]))
            if not is_split:
                attributions = tuple(_join_lines(item, text) for item in attributions)
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


def _join_lines(item: Attribution, text: str) -> Attribution:
    """The parts that brat cut at line ends put together, as whoever marked them meant it."""
    return Attribution(
        _join_parts(item.source, text),
        _join_parts(item.cue, text),
        _join_parts(item.content, text),
    )


def _join_parts(parts: tuple[Offsets, ...], text: str) -> tuple[Offsets, ...]:
    joined: list[Offsets] = []
    for start, end in parts:
        if joined and text[joined[-1][1] : start].isspace() and "\n" in text[joined[-1][1] : start]:
            start, _ = joined.pop()
        joined.append((start, end))
    return tuple(joined)


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
