"""Each turn of a transcript is a claim of the one whose label opens it.

The label and its mark are typography, and exact: where the model disagrees, they win. So a turn is
its speaker's from the mark to the next label, and what the model found in it stands inside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from spacy.tokens import Doc

from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import CONTENT, CUE, SOURCE, RoleSpan, trim
from claimx.pipeline.layout_annotations import Turn

TURN = "turn"
_LABEL = -1


def make_turn_links(turns: Iterable[Turn]) -> list[Link]:
    """A link for each turn: its source is the label, its cue the mark, its content the words."""
    links = []
    for turn in turns:
        label = turn.label
        end = turn.words[0].start if label is None else label.end
        cue = (end, end) if turn.mark is None else (turn.mark.start, turn.mark.end)
        links.append(
            Link(
                RoleSpan(*cue, CUE),
                None if label is None else RoleSpan(label.start, end, SOURCE),
                [RoleSpan(span.start, span.end, CONTENT) for span in turn.words],
                origin=TURN,
            )
        )
    return links


def respect_turns(doc: Doc, links: Sequence[Link], turns: Iterable[Turn]) -> list[Link]:
    """``links`` without what crosses the limits of turns.

    A link whose cue stands in a turn keeps what it has in the words of that turn alone. One whose
    cue is a label or its mark is that turn, found again, and gives way; so does one that the
    writer would have outside of all turns and that has its whole content in them ("Hill said:").
    """
    places: dict[int, int] = {}
    for number, turn in enumerate(turns):
        if turn.label is not None:
            places.update(dict.fromkeys(range(turn.label.start, turn.words[0].start), _LABEL))
        for span in turn.words:
            places.update(dict.fromkeys(range(span.start, span.end), number))
    return [link for link in links if _keep_inside(doc, link, places)] if places else list(links)


def _keep_inside(doc: Doc, link: Link, places: Mapping[int, int]) -> bool:
    """Cut ``link`` to the turn of its cue; False where nothing is left of it."""
    number = places.get(link.cue.start)
    if number == _LABEL:
        return False
    cue = _cut(doc, link.cue, number, places)
    if not cue:
        return False
    had_content = bool(link.contents)
    link.cue = cue[0]
    if link.source is not None:
        link.source = next(iter(_cut(doc, link.source, number, places)), None)
    link.contents = [piece for c in link.contents for piece in _cut(doc, c, number, places)]
    return bool(link.contents) or not had_content


def _cut(doc: Doc, span: RoleSpan, number: int | None, places: Mapping[int, int]) -> list[RoleSpan]:
    """The stretches of ``span`` in the turn ``number``; outside of all turns where it is None."""
    pieces = []
    for owner, group in groupby(range(span.start, span.end), key=places.get):
        inside = list(group)
        if owner == number:
            pieces.append(trim(doc, RoleSpan(inside[0], inside[-1] + 1, span.role)))
    return [piece for piece in pieces if piece is not None]
