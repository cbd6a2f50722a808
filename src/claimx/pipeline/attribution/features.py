"""What speaks for and against a link between a cue and a source or content.

Features are names with the value one; a link's score is the sum of their weights. They look at
order, distance, what stands between, quotation marks, and the parse.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from claimx.pipeline import syntax
from claimx.pipeline.attribution.roles import CONTENT, CUE, SOURCE, RoleMap, RoleSpan, is_word

_OPENING = frozenset("\"'“‘«„`")
_CLOSING = frozenset("\"'”’»“")
_GAPS = ((0, "0"), (1, "1"), (3, "3"), (7, "7"), (15, "15"), (40, "40"))


def describe_content_link(roles: RoleMap, cue: RoleSpan, content: RoleSpan) -> Iterator[str]:
    """Features of the link from ``cue`` to ``content``."""
    doc = roles.doc
    side = "after" if content.start >= cue.end else "before"
    yield from _describe_gap(roles, cue, content, side)
    marked = "quoted" if doc[content.start].text[:1] in _OPENING else "bare"
    yield f"{side} {marked}"
    yield f"{side} {_form_of(doc, cue)}"
    yield f"{side} {_relation(doc, cue, content)}"
    if side == "after":
        yield f"after, content before cue {_has_adjacent_content(roles, cue)} {marked}"
    elif doc[max(content.end - 1, 0)].text in (",", "?", "!") or (
        content.end < len(doc) and doc[content.end].text in (",", "”", '"', "’", "'")
    ):
        yield "before, closed by a comma or mark"


def describe_source_link(roles: RoleMap, cue: RoleSpan, source: RoleSpan) -> Iterator[str]:
    """Features of the link from ``cue`` to ``source``."""
    doc = roles.doc
    side = "after" if source.start >= cue.end else "before"
    yield from _describe_gap(roles, cue, source, side)
    form = _form_of(doc, cue)
    yield f"{side} {form}"
    head = head_of(doc, cue)
    yield f"{side} {_argument(head, source)}"
    yield f"{side} {_argument(head, source)} {form}"


def describe_no_content(roles: RoleMap, content: RoleSpan) -> Iterator[str]:
    """Features of a content that no cue attributes."""
    doc = roles.doc
    yield "none"
    marked = "quoted" if doc[content.start].text[:1] in _OPENING else "bare"
    yield f"none {marked} {_is_paragraph_start(doc, content.start)}"
    yield f"none, adjacent cues {_count_adjacent(roles, CUE, content)}"


def describe_no_source(roles: RoleMap, cue: RoleSpan) -> Iterator[str]:
    """Features of a cue that has no source."""
    doc = roles.doc
    head = head_of(doc, cue)
    yield "none"
    yield f"none {_form_of(doc, cue)}"
    yield f"none passive {syntax.is_passive(head)}"
    yield f"none subject {syntax.subject_of(head) is not None}"
    yield f"none, adjacent sources {_count_adjacent(roles, SOURCE, cue)}"


def head_of(doc: Doc, span: RoleSpan) -> Token:
    """The token of ``span`` that heads it (its root; the first where it has several)."""
    for token in doc[span.start : span.end]:
        if not span.start <= token.head.i < span.end or token.head == token:
            return token
    return doc[span.start]


def _describe_gap(roles: RoleMap, cue: RoleSpan, other: RoleSpan, side: str) -> Iterator[str]:
    doc = roles.doc
    start, end = (cue.end, other.start) if side == "after" else (other.end, cue.start)
    # A span that begins where the gap ends is the other party, not between the two.
    inner_end = max(start, end)
    words = roles.words.within(start, inner_end)
    gap = next((name for limit, name in _GAPS if words <= limit), "more")
    yield f"{side} gap {gap}"
    for role in (SOURCE, CUE, CONTENT):
        count = min(roles.between(role, start, inner_end), 2)
        yield f"{side} {role.lower()}s between {count}"
    # A full stop inside the content's closing mark stands before the gap.
    yield f"{side} stops {min(roles.stops.within(start, inner_end), 2)}"
    yield f"{side} paragraphs {min(roles.breaks.within(start, inner_end), 2)}"
    is_same = _sentence_start(doc[cue.start]) == _sentence_start(doc[other.start])
    yield f"{side} same sentence {is_same}"
    if words > 3:
        yield f"{side} first word of many"
    elif words:
        first = next(token for token in doc[start:inner_end] if is_word(token))
        yield f"{side} first word {first.lower_}"
    elif inner_end > start:
        marks = "".join(token.text for token in doc[start:inner_end] if token.is_punct)
        yield f"{side} marks {marks[:3]}"


def _form_of(doc: Doc, cue: RoleSpan) -> str:
    """The build of the cue: what it ends with, or the part of speech of its head."""
    last = doc[cue.end - 1]
    if last.lower_ in ("to", "by", "from", "of") and cue.end - cue.start > 1:
        return f"form …{last.lower_}"
    if last.text in (":", "—", "–", "-"):
        return f"form {last.text}"
    tag = head_of(doc, cue).tag_
    return f"form {tag[:2]}"


def _relation(doc: Doc, cue: RoleSpan, content: RoleSpan) -> str:
    """How the parse joins the heads of cue and content."""
    cue_head, content_head = head_of(doc, cue), head_of(doc, content)
    if cue.start <= content_head.head.i < cue.end and content_head.head != content_head:
        return f"content is {content_head.dep_.split(':')[0]}"
    if content.start <= cue_head.head.i < content.end and cue_head.head != cue_head:
        return f"cue is {cue_head.dep_.split(':')[0]}"
    if any(cue.start <= ancestor.i < cue.end for ancestor in content_head.ancestors):
        return "cue above"
    if any(content.start <= ancestor.i < content.end for ancestor in cue_head.ancestors):
        return "content above"
    return "apart"


def _argument(head: Token, source: RoleSpan) -> str:
    """Which argument of the cue's head the source is."""
    subject = syntax.subject_of(head, shared=False)
    if subject is not None and source.start <= subject.i < source.end:
        return "subject"
    agent = syntax.agent_of(head)
    if agent is not None and source.start <= agent.i < source.end:
        return "agent"
    possessor = syntax.possessor_of(head)
    if possessor is not None and source.start <= possessor.i < source.end:
        return "possessor"
    shared = syntax.subject_of(head)
    if shared is not None and source.start <= shared.i < source.end:
        return "shared subject"
    if source.start <= head.head.i < source.end:
        return "above"
    if any(source.start <= child.i < source.end for child in head.children):
        return "child"
    return "other"


def _has_adjacent_content(roles: RoleMap, cue: RoleSpan) -> bool:
    """Whether a content ends shortly before the cue, nothing but its source between."""
    doc = roles.doc
    for content in reversed(roles.near(CONTENT, cue, 1)):
        if content.end <= cue.start:
            between = doc[content.end : cue.start]
            sources = [s for s in roles.near(SOURCE, cue, 1) if s.start >= content.end]
            covered = sum(len(s) for s in sources if s.end <= cue.start)
            words = sum(not (token.is_punct or token.is_space) for token in between)
            return words - covered <= 1 and cue.start - content.end < 40
    return False


def _count_adjacent(roles: RoleMap, role: str, span: RoleSpan) -> int:
    reach = 3
    return min(
        2,
        sum(
            -reach <= other.start - span.end <= reach or -reach <= span.start - other.end <= reach
            for other in roles.near(role, span, 2)
        ),
    )


def _is_paragraph_start(doc: Doc, start: int) -> bool:
    return start == 0 or "\n" in doc[start - 1].text


def _sentence_start(token: Token) -> int:
    return int(token.sent.start)
