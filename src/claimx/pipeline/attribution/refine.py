"""Brings links in line with the guidelines where grammar decides.

- The agent is the source and the artefact belongs to the cue (PolNeAR): in "Trump's statement
  confirms that …" the source is "Trump's", the cue "statement confirms".
- "According to X" attributes the sentence that it stands in: all that follows the source and its
  comma, or all that precedes the cue.
- A link that stands inside the content of another is nested in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claimx.pipeline import lexicon, syntax
from claimx.pipeline.attribution.features import head_of
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import CONTENT, CUE, SOURCE, RoleSpan

_ACCORDING = ("according", "to")
# Longer than this, a sentence is a list or a table that lost its line ends.
_LONGEST_STATEMENT = 120


def refine_links(doc: Doc, links: Sequence[Link]) -> None:
    """Change ``links`` in place where grammar decides their limits."""
    for link in links:
        _split_artefact(doc, link)
        _extend_statement(doc, link)
    nest_links(links)


def nest_links(links: Sequence[Link]) -> None:
    """Name the parent of each link whose parts all stand inside a content of another."""
    contents = sorted(
        ((content, link) for link in links for content in link.contents),
        key=lambda item: item[0].start,
    )
    opened: list[tuple[RoleSpan, Link]] = []
    place = 0
    for link in sorted(links, key=_start):
        start, end = _start(link), max(span.end for span in link.spans())
        while place < len(contents) and contents[place][0].start <= start:
            opened.append(contents[place])
            place += 1
        opened = [item for item in opened if item[0].end > start]
        longest = max(len(content) for content in link.contents)
        holders = [
            (len(content), number)
            for number, (content, other) in enumerate(opened)
            if other is not link and end <= content.end and len(content) > longest
        ]
        if holders and link.parent is None:
            link.parent = opened[min(holders)[1]][1]


def _start(link: Link) -> int:
    return min(span.start for span in link.spans())


def _split_artefact(doc: Doc, link: Link) -> None:
    """Leave the possessor alone in the source where the source's head is what was said."""
    if link.source is None or link.cue is None or link.source.end > link.cue.start:
        return
    head = head_of(doc, link.source)
    possessor = syntax.possessor_of(head)
    if possessor is None or lexicon.look_up_noun(head.lemma_) is None:
        return
    phrase = _possessive_phrase(doc, possessor, link.source)
    between = doc[link.source.end : link.cue.start]
    if phrase is None or any(not token.pos_ == "ADV" for token in between):
        return
    link.source = phrase
    link.cue = RoleSpan(phrase.end, link.cue.end, CUE)


def _possessive_phrase(doc: Doc, possessor: Token, source: RoleSpan) -> RoleSpan | None:
    """The possessor at the start of ``source`` with its ending ("Trump's", "his")."""
    end = possessor.i + 1
    if end < source.end and doc[end].tag_ == "POS":
        end += 1
    if doc[end - 1].tag_ not in ("POS", "PRP$", "WP$") or end >= source.end:
        return None
    return RoleSpan(source.start, end, SOURCE)


def _extend_statement(doc: Doc, link: Link) -> None:
    if link.cue is None or link.source is None:
        return
    words = tuple(token.lower_ for token in doc[link.cue.start : link.cue.end])
    if words != _ACCORDING or not link.cue.end <= link.source.start <= link.cue.end + 1:
        return
    sentence = doc[link.cue.start].sent
    start, end = sentence.start, sentence.end
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in ".!"):
        end -= 1
    if end - start > _LONGEST_STATEMENT:
        return
    if doc[link.cue.start].is_title and link.source.end < end:
        statement = RoleSpan(_skip_comma(doc, link.source.end), end, CONTENT)
        opens = link.source.end < len(doc) and doc[link.source.end].text == ","
    else:
        statement = RoleSpan(start, _skip_comma_back(doc, link.cue.start), CONTENT)
        opens = statement.end < link.cue.start
    if not opens or len(statement) < 2:
        return
    # What the model saw beyond the sentence, or across the cue, stays.
    others = [content for content in link.contents if not _touches(content, statement)]
    touching = [content for content in link.contents if _touches(content, statement)]
    whole = RoleSpan(
        min([statement.start, *(c.start for c in touching)]),
        max([statement.end, *(c.end for c in touching)]),
        CONTENT,
    )
    if any(whole.overlaps(part.start, part.end) for part in (link.cue, link.source)):
        return
    link.contents = sorted([whole, *others], key=lambda content: content.start)


def _touches(content: RoleSpan, other: RoleSpan) -> bool:
    return content.start <= other.end and other.start <= content.end


def _skip_comma(doc: Doc, place: int) -> int:
    return place + 1 if place < len(doc) and doc[place].text == "," else place


def _skip_comma_back(doc: Doc, place: int) -> int:
    return place - 1 if place > 0 and doc[place - 1].text == "," else place
