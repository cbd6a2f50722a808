"""Headlines that name who speaks beside a colon or a dash: "Putin: no deal", "No deal – Putin".

The shape decides, where nothing else fits it: the label is a person or an organisation, and what
stands on the other side is said by them. "Brexit: what next?", "Gaza: truce holds" and
"Ruth Okafor: the engineer who would not be silent" name topics, "… - BBC News" the outlet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import CONTENT, CUE, SOURCE, RoleSpan, head_of, is_word
from claimx.pipeline.layout_annotations import Section
from claimx.pipeline.syntax import clauses

HEADLINE = "headline"
_SPEAKERS = frozenset({"PERSON", "ORG"})
_DASHES = frozenset({"-", "–", "—"})
_OPENING, _CLOSING = frozenset("\"“'‘"), frozenset("\"”'’")
_QUESTIONS = frozenset({"how", "what", "when", "where", "which", "who", "whose", "why"})
_DENIALS = frozenset({"no", "not", "never", "nothing", "nobody"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
# What may stand before a name in a label: "Mayor", "McCain challenger", "U.S. envoy".
_BEFORE_NAME = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "POS", "DT", "HYPH", "CD"})
_LONGEST_LABEL = 6
_FEWEST_WORDS_BEFORE_NAME = 2


@dataclass(frozen=True)
class _Shape:
    """Label, mark and what is said, as token limits."""

    label: RoleSpan
    mark: int
    content: RoleSpan
    is_last: bool


def attribute_headlines(doc: Doc, links: Sequence[Link], sections: Iterable[Section]) -> list[Link]:
    """``links`` with those of the headlines that have such a shape.

    What is not whole in quotation marks counts only where the story below reports of the same
    speaker, and where it is a clause or a denial ("no deal"). A link of the same mark gives way.
    """
    links = list(links)
    for section in sections:
        if section.kind == HEADLINE:
            for shape in _list_shapes(doc, section.span.start, section.span.end):
                if _is_said(doc, shape, links, section):
                    links = _add(links, shape)
                    break
    return links


def _list_shapes(doc: Doc, start: int, end: int) -> Iterable[_Shape]:
    words = [token.i for token in doc[start:end] if not token.is_space]
    if words and doc[words[-1]].text == ".":
        words.pop()
    if not words:
        return
    start, end = words[0], words[-1] + 1
    marks = [
        i for i in words if doc[i].text == ":" or (doc[i].text in _DASHES and _is_open(doc[i]))
    ]
    for mark, is_last in ((marks[0], False), (marks[-1], True)) if marks else ():
        label = (mark + 1, end) if is_last else (start, mark)
        content = (start, mark) if is_last else (mark + 1, end)
        if label[0] < label[1] and content[0] < content[1]:
            yield _Shape(RoleSpan(*label, SOURCE), mark, RoleSpan(*content, CONTENT), is_last)


def _is_open(dash: Token) -> bool:
    """Whether white space stands at both sides of a dash."""
    return dash.i > 0 and bool(dash.nbor(-1).whitespace_) and bool(dash.whitespace_)


def _is_said(doc: Doc, shape: _Shape, links: Sequence[Link], section: Section) -> bool:
    if not _names_speaker(doc, shape.label) or _is_taken(shape, links):
        return False
    if doc[shape.label.start].text in _OPENING:
        return False
    if _is_quoted(doc, shape.content):
        return not shape.is_last or _speaks_below(doc, shape.label, links, section)
    if doc[shape.mark].text in _DASHES and not shape.is_last:
        return False
    return _is_statement(doc, shape) and _speaks_below(doc, shape.label, links, section)


def _names_speaker(doc: Doc, label: RoleSpan) -> bool:
    """Whether a label ends with a person's name, or is that of an organisation."""
    if len(label) > _LONGEST_LABEL or not all(
        token.tag_ in _BEFORE_NAME for token in doc[label.start : label.end]
    ):
        return False
    last = doc[label.end - 1]
    kinds = {e.label_ for e in doc.ents if e[-1].lower_ == last.lower_ and e.label_ in _SPEAKERS}
    if not kinds or not last.text[:1].isupper():
        return False
    if last.ent_type_ and last.ent_type_ not in _SPEAKERS and "PERSON" not in kinds:
        return False
    first = label.start + (doc[label.start].lower_ == "the")
    is_whole = all(token.ent_type_ == last.ent_type_ for token in doc[first : label.end])
    return "PERSON" in kinds or is_whole


def _is_taken(shape: _Shape, links: Sequence[Link]) -> bool:
    """Whether another link has words of the label, or crosses the mark."""
    return any(
        span.overlaps(shape.label.start, shape.label.end)
        or span.overlaps(shape.mark, shape.mark + 1)
        for link in links
        if not link.cue.overlaps(shape.mark, shape.mark + 1)
        for span in link.spans()
    )


def _is_quoted(doc: Doc, content: RoleSpan) -> bool:
    """Whether marks stand around the whole and none inside."""
    text = doc[content.start : content.end].text
    inner = text[1:-1].replace("n't", "").replace("n’t", "")
    return (
        len(text) > 2
        and text[0] in _OPENING
        and text[-1] in _CLOSING
        and not any(mark in inner for mark in ('"', "“", "”", "‘", " '", "' ", "’ "))
    )


def _is_statement(doc: Doc, shape: _Shape) -> bool:
    """Whether what stands beside the label is a clause, or denies something."""
    words = [token for token in doc[shape.content.start : shape.content.end] if is_word(token)]
    if not words or doc[shape.content.end - 1].text == "?" or words[0].lower_ in _QUESTIONS:
        return False
    if shape.is_last and len(words) < _FEWEST_WORDS_BEFORE_NAME:
        return False
    if words[0].lower_ in _DENIALS:
        return True
    head = head_of(doc, shape.content)
    return head.tag_ in _FINITE or clauses.subject_of(head, shared=False) is not None


def _speaks_below(doc: Doc, label: RoleSpan, links: Sequence[Link], section: Section) -> bool:
    """Whether the story reports of whom the label names."""
    name = doc[label.end - 1].lower_
    return any(
        token.lower_ == name
        for link in links
        if link.source is not None and link.source.start >= section.span.end
        for token in doc[link.source.start : link.source.end]
    )


def _add(links: Sequence[Link], shape: _Shape) -> list[Link]:
    kept = [link for link in links if not link.cue.overlaps(shape.mark, shape.mark + 1)]
    mark = RoleSpan(shape.mark, shape.mark + 1, CUE)
    return [*kept, Link(mark, shape.label, [shape.content], origin=HEADLINE)]
