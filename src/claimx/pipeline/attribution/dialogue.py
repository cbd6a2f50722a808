"""Dialogues in prose: paragraphs of nothing but speech, in which two speakers take turns.

Newspapers mostly go on with the same speaker, in books the speaker changes; so a change counts only
where it is certain. A paragraph that leaves its quotation open is told by its marks, elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from claimx.pipeline.annotations import Quotation
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import CONTENT, CUE, RoleSpan, cut_out, is_word, trim
from claimx.pipeline.layout_annotations import Section
from claimx.pipeline.quotes.component import outermost

DIALOGUE = "dialogue"
# Words beside quotation, source and cue in a paragraph that is still nothing but speech.
_MOST_OTHER_WORDS = 6
_SHORT = 12  # words of a turn
_QUESTION_END = ("?”", '?"', "?’", "?'")
_Name = tuple[str, ...]


@dataclass
class Dialogue:
    """The turns whose speaker is certain, and the quotations behind them where he is not."""

    links: list[Link] = field(default_factory=list)
    open_turns: list[RoleSpan] = field(default_factory=list)


@dataclass(frozen=True)
class _Paragraph:
    """A paragraph of speech, by its last quotation.

    ``owner`` is its link, None where nobody is named beside it; ``ends_quoted`` says that no
    attribution follows the quotation.
    """

    quotation: RoleSpan
    owner: Link | None
    name: _Name
    ends_quoted: bool


def read_dialogue(
    doc: Doc, links: Sequence[Link], quotations: Sequence[Quotation], sections: Sequence[Section]
) -> Dialogue:
    """The paragraphs of pure speech that belong to the other one of two named speakers.

    Two have spoken right after one another, every named turn of the exchange fits their taking
    turns, and the speaker changes for certain: the turn before asks a question, or closes its
    quotation at its end, in a text that leaves it open where the same speaker goes on. Between two
    named turns one such change is enough. Where there is one, or the turns are quick, but who
    speaks is not certain, the paragraphs are left to nobody.

    The contents of ``links``, to which the model may have counted these paragraphs, lose them.
    """
    keeps_open = any(len(quotation.spans) > 1 and _is_run(quotation) for quotation in quotations)
    found = Dialogue()
    for run in _list_runs(doc, links, quotations, sections):
        _read_run(doc, run, keeps_open, found)
    moved = [*(link.contents[0] for link in found.links), *found.open_turns]
    _take_away(doc, links, moved)
    return found


def _take_away(doc: Doc, links: Sequence[Link], moved: Sequence[RoleSpan]) -> None:
    """Cut ``moved`` out of the contents of links whose cue stands elsewhere."""
    places = {place: span for span in moved for place in range(span.start, span.end)}
    for link in links if moved else ():
        if link.cue.start not in places:
            contents = []
            for content in link.contents:
                taken = {places[p] for p in range(content.start, content.end) if p in places}
                contents += [trim(doc, piece) for piece in cut_out(content, list(taken))]
            link.contents = [piece for piece in contents if piece is not None]


def _is_run(quotation: Quotation) -> bool:
    """Whether a quotation goes on over a paragraph's end, its mark left open there."""
    first, second = quotation.spans[:2]
    between = first.doc[first.end : second.start]
    return all(token.is_space for token in between) and any("\n" in t.text for t in between)


def _list_runs(
    doc: Doc, links: Sequence[Link], quotations: Sequence[Quotation], sections: Sequence[Section]
) -> Iterator[list[_Paragraph]]:
    """Stretches of paragraphs of speech without anything in between."""
    owners: dict[int, Link] = {}
    for link in links:
        for span in link.spans():
            owners.update(dict.fromkeys(range(span.start, span.end), link))
    spoken = {
        span.start: RoleSpan(span.start, span.end, CONTENT)
        for quotation in outermost(list(quotations))
        if quotation.kind == "direct" and quotation.complete and not _spans_paragraphs(quotation)
        for span in quotation.spans
    }
    run: list[_Paragraph] = []
    for section in sections:
        paragraph = _read_paragraph(doc, section, owners, spoken)
        if paragraph is not None:
            run.append(paragraph)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _spans_paragraphs(quotation: Quotation) -> bool:
    return len(quotation.spans) > 1 and _is_run(quotation)


def _read_paragraph(
    doc: Doc, section: Section, owners: Mapping[int, Link], spoken: Mapping[int, RoleSpan]
) -> _Paragraph | None:
    """What a paragraph says, None where it is something else than speech with its attribution."""
    if section.kind != "body":
        return None
    start, end = section.span.start, section.span.end
    quotes = [spoken[place] for place in range(start, end) if place in spoken]
    if not quotes:
        return None
    quoted = {place for quote in quotes for place in range(quote.start, quote.end)}
    others = [p for p in range(start, end) if p not in quoted and is_word(doc[p])]
    if not others:
        return _Paragraph(quotes[0], None, (), True) if len(quotes) == 1 else None
    found = {id(owners[place]): owners[place] for place in quoted if place in owners}
    # What is reported inside of the quotation has a link of its own.
    outer = [k for k in found.values() if k.source is not None and k.source.start not in quoted]
    if len(outer) != 1 or not any(owners.get(place) is outer[0] for place in others):
        return None
    strange = [place for place in others if owners.get(place) is not outer[0]]
    if len(strange) > _MOST_OTHER_WORDS:
        return None
    ends_quoted = others[-1] < quotes[-1].start
    return _Paragraph(quotes[-1], outer[0], _read_name(doc, outer[0]), ends_quoted)


def _read_name(doc: Doc, link: Link) -> _Name:
    """The last name in a source, empty where it is none ("he", "the mayor")."""
    words: list[str] = []
    assert link.source is not None
    for token in doc[link.source.start : link.source.end]:
        if token.ent_type_ == "PERSON":
            words.append(token.lower_)
        elif words:
            break
    return tuple(words)


def _may_be_same(one: _Name, other: _Name) -> bool:
    """Whether two names may be one person's: "Hill" may be Tom Hill or Sam Hill."""
    return one[-len(other) :] == other or other[-len(one) :] == one or one[0] == other[0]


def _read_run(doc: Doc, run: Sequence[_Paragraph], keeps_open: bool, found: Dialogue) -> None:
    if len(run) < 3 or all(paragraph.owner is not None for paragraph in run):
        return
    sides: tuple[list[int], list[int]] = [], []
    for place, paragraph in enumerate(run):
        if paragraph.owner is not None and paragraph.name:
            sides[place % 2].append(place)
    if not _take_turns(run, sides):
        return
    named = sorted([*sides[0], *sides[1]])
    for last, following in zip([-1, *named], [*named, None], strict=True):
        gap = range(last + 1, len(run) if following is None else following)
        changes = [place > 0 and _changes(doc, run[place - 1], keeps_open) for place in gap]
        certain = len(gap)
        if last < 0 or following is None or not any(changes):
            certain = changes.index(False) if False in changes else len(gap)
        certain = certain if last >= 0 else 0
        for place in gap[:certain]:
            found.links.append(_make_link(run, place, sides[place % 2]))
        is_quick = len(gap) > 1 and all(_is_short(doc, run[place].quotation) for place in gap)
        if last >= 0 and (any(changes) or is_quick):
            found.open_turns += [run[place].quotation for place in gap[certain:]]


def _is_short(doc: Doc, quotation: RoleSpan) -> bool:
    """Whether a turn is one of quick ones, where nobody need speak twice in a row."""
    return sum(is_word(token) for token in doc[quotation.start : quotation.end]) <= _SHORT


def _changes(doc: Doc, before: _Paragraph, keeps_open: bool) -> bool:
    if keeps_open and before.ends_quoted:
        return True
    return doc[before.quotation.start : before.quotation.end].text.endswith(_QUESTION_END)


def _make_link(run: Sequence[_Paragraph], place: int, side: Sequence[int]) -> Link:
    """The link of a turn; its antecedent is the source of the speaker's last named turn."""
    quotation = run[place].quotation
    nearest = max((other for other in side if other < place), default=side[0])
    owner = run[nearest].owner
    return Link(
        RoleSpan(quotation.start, quotation.start, CUE),
        contents=[quotation],
        origin=DIALOGUE,
        antecedent=owner.source if owner is not None else None,
    )


def _take_turns(run: Sequence[_Paragraph], sides: tuple[list[int], list[int]]) -> bool:
    """Whether the named turns are those of two people who speak one after the other."""
    even, odd = sides
    if not even or not odd or not any(place + 1 in odd or place - 1 in odd for place in even):
        return False
    # A turn of "he" may be anybody's, and shift all that follows.
    if any(paragraph.owner is not None and not paragraph.name for paragraph in run):
        return False
    names = [[run[place].name for place in side] for side in sides]
    return all(_may_be_same(side[0], name) for side in names for name in side[1:]) and not any(
        _may_be_same(one, other) for one in names[0] for other in names[1]
    )
