"""Which words belong to which link, where several claim them, and which link is nested in which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import RoleSpan, cut_out

# What a content loses to a more certain link may be no more than this share of it.
_SHARE_LOST = 0.5


def prefer_own_sentences(doc: Doc, links: Sequence[Link]) -> None:
    """Change contents in place: what its own sentence attributes is not that of another cue.

    Speech that goes on behind its cue's sentence ends where the next one is introduced
    ("“No,” Hill said. Burr replied, “Never.”").
    """
    by_sentence: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        by_sentence[doc[link.cue.start].sent.start].append(link)
    for link in links:
        home = doc[link.cue.start].sent.start
        link.contents = [
            content
            for content in link.contents
            if (start := doc[content.start].sent.start) == home
            or not any(
                own.start <= content.start and content.end <= own.end
                for other in by_sentence[start]
                for own in other.contents
            )
        ]


def settle_conflicts(links: Iterable[Link]) -> list[Link]:
    """Links of which no content runs over the cue, the source or a content of another.

    Each cue was labelled by itself, so that two may have claimed the same words. A link all of
    whose words lie inside a content of another is nested in it, and stays. Else the more certain
    one keeps the words; the other keeps the rest of a content of which it lost no more than half.
    """
    settled: list[Link] = []
    owners: dict[int, list[Link]] = {}
    for link in sorted(links, key=lambda k: -k.cue_chance * k.arguments_chance):
        near = _list_owners(link, owners)
        if any(link.cue.overlaps(other.cue.start, other.cue.end) for other in near):
            continue
        if _keep_rest(
            link, [o for o in near if not _is_inside(link, o) and not _is_inside(o, link)]
        ):
            settled.append(link)
            for span in link.spans():
                for place in range(span.start, span.end):
                    owners.setdefault(place, []).append(link)
    settled.sort(key=lambda link: link.cue.start)
    nest_links(settled)
    return settled


def _list_owners(link: Link, owners: dict[int, list[Link]]) -> list[Link]:
    found: dict[int, Link] = {}
    for span in link.spans():
        for place in range(span.start, span.end):
            for owner in owners.get(place, ()):
                found[id(owner)] = owner
    return list(found.values())


def _keep_rest(link: Link, others: Sequence[Link]) -> bool:
    """Cut what others own out of the contents of ``link``; False where nothing is left of it."""
    contents = []
    for content in link.contents:
        claimed = [span for other in others for span in _list_claims(other, link)]
        rest = max(cut_out(content, claimed), key=len, default=RoleSpan(0, 0, content.role))
        if len(rest) >= (1 - _SHARE_LOST) * len(content):
            contents.append(rest)
    if link.contents and not contents:
        return False
    link.contents = contents
    return True


def _list_claims(other: Link, link: Link) -> list[RoleSpan]:
    """The words of ``other`` that a content of ``link`` may not have.

    Where the cue of ``link`` stands in a content of ``other``, that is more than its words.
    """
    if any(content.overlaps(link.cue.start, link.cue.end) for content in other.contents):
        return other.contents
    return other.spans()


def _is_inside(link: Link, outer: Link) -> bool:
    """Whether all parts of a link lie inside one content of another, and do not fill it."""
    size = sum(len(content) for content in link.contents)
    return any(
        len(content) > size and all(content.contains(span) for span in link.spans())
        for content in outer.contents
    )


def nest_links(links: Sequence[Link]) -> None:
    """Name the parent of each link inside a content of another: of several, the narrowest."""
    contents = sorted(
        ((content, link) for link in links for content in link.contents),
        key=lambda item: item[0].start,
    )
    opened: list[tuple[RoleSpan, Link]] = []
    place = 0
    for link in sorted(links, key=lambda k: k.start):
        while place < len(contents) and contents[place][0].start <= link.start:
            opened.append(contents[place])
            place += 1
        opened = [item for item in opened if item[0].end > link.start]
        holders = [
            (len(content), number)
            for number, (content, other) in enumerate(opened)
            if other is not link and link.end <= content.end and _is_inside(link, other)
        ]
        link.parent = opened[min(holders)[1]][1] if holders else None
