"""Paragraphs of transcripts: a short one that opens with a speaker's label is no heading.

Who speaks is told in the pipeline (``claimx.pipeline.layout.turns``), which looks closer; here a
label that comes again is enough.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from claimx.reading.paragraphs import Line, Paragraph

_LABEL = re.compile(
    r"[*_]{0,3}(?:(?P<letter>[QA])\.(?=\s)"
    r"|(?P<label>[^\W\d_a-z][^:]{0,59}?)[*_]{0,3}(?::(?=[\s*_]|$)|[ ][—–-][ ]))"
)
_ASKED = (("Q", "A"), ("Question", "Answer"))
_ASKING = frozenset({"Question", "Answer"})
_LONGEST = 6
_FEWEST = 3


def has_label(paragraph: Paragraph) -> bool:
    """Whether a paragraph opens with what may be a label."""
    return _read_label(paragraph.lines[0]) is not None


def find_turn_openings(paragraphs: Sequence[Paragraph]) -> set[int]:
    """The places of paragraphs that open with a label, in a text where labels come again.

    A label counts that does so itself, or that is written in capitals. A question and its answer
    are enough where they are called so.
    """
    labels = [[_read_label(line) for line in paragraph.lines] for paragraph in paragraphs]
    # A name comes first with its title, and then by its last word.
    counts = Counter(_shorten(label) for group in labels for label in group if label)
    is_asked = any(question in counts and answer in counts for question, answer in _ASKED)
    opened = [group[0] for group in labels]
    if len(opened) > 1 and all(label is not None and label.isupper() for label in opened):
        return set(range(len(opened)))
    if not is_asked and (counts.total() < _FEWEST or len(counts) < 2 or max(counts.values()) < 2):
        return set()
    first = [(place, group[0]) for place, group in enumerate(labels)]
    return {
        place
        for place, label in first
        if label
        and (counts[_shorten(label)] > 1 or label.isupper() or (is_asked and label in _ASKING))
    }


def _shorten(label: str) -> str:
    return label.split()[-1]


def _read_label(line: Line) -> str | None:
    match = _LABEL.match(line.text)
    if match is None:
        return None
    label: str = match["label"] or match["letter"]
    return label if len(label.split()) <= _LONGEST else None
