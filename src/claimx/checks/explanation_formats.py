"""An explanation in words, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TextIO

from claimx.checks.explanation import Piece, Step
from claimx.render.plain_text import clean


def render_text(steps: Sequence[Step], stream: TextIO) -> None:
    """Write a line a step, and the words that it rests on below it."""
    previous = ""
    for step in steps:
        label = step.about if step.about != previous else ""
        previous = step.about
        stream.write(f"{label:<11} {clean(step.says)}\n")
        for piece in step.pieces:
            stream.write(f"{'':<11}   {_show(piece)}\n")


def _show(piece: Piece) -> str:
    place = "" if piece.line is None else f"line {piece.line}: "
    if piece.before is None or piece.behind is None:
        return f"{place}[{clean(piece.text)}] (characters {piece.start} to {piece.end})"
    before = clean("|" + piece.before + "|")[1:-1]
    behind = clean("|" + piece.behind + "|")[1:-1]
    return f"{place}…{before}[{clean(piece.text)}]{behind}…"


def render_json(steps: Sequence[Step], stream: TextIO) -> None:
    """Write an array with an object a step."""
    entries = [{**asdict(step), "data": dict(step.data)} for step in steps]
    stream.write(json.dumps(entries, ensure_ascii=False, indent=2) + "\n")


EXPLANATION_FORMATS = {"text": render_text, "json": render_json}
