"""Headlines that name who speaks beside a colon or a dash: "Putin: no deal", "No deal – Putin".

The shape decides, where nothing else fits it: the label is a person or an organisation, by name or
by office, and what stands on the other side is said by them. "Brexit: what next?", "Gaza: truce
holds" and "Ruth Okafor: the engineer who would not be silent" name topics, "… - BBC News" the
outlet. Of the label, what follows behind "on" is the topic ("Mayor on the weir: ‘It was ours’").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from claimx.lang.en.nouns import anonymous_nouns, nouns_of, organization_nouns
from claimx.lang.en.words import words_of
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import CONTENT, CUE, SOURCE, RoleSpan, head_of, is_word
from claimx.pipeline.entities.lexicon import person_nouns, singular_of, titles
from claimx.pipeline.layout_annotations import Section
from claimx.pipeline.syntax import clauses

HEADLINE = "headline"
_SPEAKERS = frozenset({"PERSON", "ORG"})
_DASHES = frozenset({"-", "–", "—"})
_OPENING, _CLOSING = frozenset("\"“'‘"), frozenset("\"”'’")
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
# What may stand before a name in a label: "Mayor", "McCain challenger", "U.S. envoy".
_BEFORE_NAME = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "POS", "DT", "HYPH", "CD"})
_LONGEST_LABEL = 6
# What may stand before a noun that names an office: "rail union", "Tarn’s captain".
_BEFORE_OFFICE = _BEFORE_NAME - {"DT", "CD"}
_LONGEST_OFFICE = 4
_FEWEST_WORDS_BEFORE_OFFICE = 3
_FEWEST_WORDS_BEFORE_NAME = 2


@dataclass(frozen=True)
class _Shape:
    """Label, mark and what is said, as token limits."""

    label: RoleSpan
    mark: int
    content: RoleSpan
    is_last: bool
    has_topic: bool = False


def attribute_headlines(doc: Doc, links: Sequence[Link], sections: Iterable[Section]) -> list[Link]:
    """``links`` with those of the headlines that have such a shape.

    What is not whole in quotation marks counts only where the story below reports of the same
    speaker, and where it is a clause or a denial ("no deal"), or where an office in lower case
    follows ("Wards to close – union", "Two held: police"). A link of the same mark gives way. A
    text of one line is read as a headline.
    """
    links, sections = list(links), list(sections)
    is_line = _is_one_line(sections)
    for section in sections:
        if section.kind == HEADLINE or (is_line and section.kind == "body"):
            for shape in _list_shapes(doc, section.span.start, section.span.end):
                if _is_said(doc, shape, links, section):
                    links = _add(links, shape)
                    break
    return links


def _is_one_line(sections: Sequence[Section]) -> bool:
    """Whether a text is nothing but a line without a full stop."""
    texts = [section.span.text.strip() for section in sections if section.kind != "metadata"]
    return len(texts) == 1 and "\n" not in texts[0] and not texts[0].endswith(".")


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
            shape = _Shape(RoleSpan(*label, SOURCE), mark, RoleSpan(*content, CONTENT), is_last)
            yield shape
            topic = next((i for i in range(*label) if doc[i].lower_ == "on"), label[0])
            if topic > label[0]:
                named = RoleSpan(label[0], topic, SOURCE)
                yield replace(shape, label=named, has_topic=True)


def _is_open(dash: Token) -> bool:
    """Whether white space stands at both sides of a dash."""
    return dash.i > 0 and bool(dash.nbor(-1).whitespace_) and bool(dash.whitespace_)


def _is_said(doc: Doc, shape: _Shape, links: Sequence[Link], section: Section) -> bool:
    if _is_taken(shape, links) or doc[shape.label.start].text in _OPENING:
        return False
    if not _names_speaker(doc, shape.label):
        return _is_said_by_office(doc, shape, links, section)
    if _is_quoted(doc, shape.content):
        return not shape.is_last or _speaks_below(doc, shape.label, links, section)
    if shape.has_topic:
        return False
    if doc[shape.mark].text in _DASHES and not shape.is_last:
        return False
    return _is_statement(doc, shape) and _speaks_below(doc, shape.label, links, section)


def _is_said_by_office(doc: Doc, shape: _Shape, links: Sequence[Link], section: Section) -> bool:
    """Whether a label without a name says who speaks: "minister", "Tarn captain", "union"."""
    office = _read_office(doc, shape.label)
    if office is None:
        return False
    if _is_quoted(doc, shape.content):
        # What is no clause may be a title: "‘The Weir’: director".
        return office != "inquiry" and (
            _has_clause(doc, shape.content) or _speaks_below(doc, shape.label, links, section)
        )
    if shape.has_topic:
        return False
    if not shape.is_last:
        is_colon = doc[shape.mark].text == ":"
        is_sayable = office != "inquiry" and is_colon and _is_statement(doc, shape)
        return is_sayable and _speaks_below(doc, shape.label, links, section)
    is_short = len(shape.content) < _FEWEST_WORDS_BEFORE_OFFICE
    if is_short or doc[shape.label.end - 1].text[:1].isupper():
        return False
    if doc[shape.mark].text in _DASHES:
        return _is_statement(doc, shape) or _holds_quote_or_plan(doc, shape.content)
    # Behind a colon a person may be whom the line is about: "City mourns its hero: teacher".
    return office != "person" and _is_statement(doc, shape)


def _holds_quote_or_plan(doc: Doc, content: RoleSpan) -> bool:
    """Whether a headline quotes, or says what is to be ("Wards to close")."""
    words = doc[content.start : content.end]
    if words[-1].text == "?" or words[0].lower_ in words_of("question word"):
        return False
    return any(token.tag_ == "TO" or token.text in _OPENING for token in words)


def _read_office(doc: Doc, label: RoleSpan) -> str | None:
    """What a noun without article that ends a label names: person, organization or inquiry."""
    words = doc[label.start : label.end]
    if len(words) > _LONGEST_OFFICE or not all(token.tag_ in _BEFORE_OFFICE for token in words):
        return None
    last = words[-1].lower_
    noun = singular_of(last)
    if len(words) == 1 and last in nouns_of("inquiry"):
        return "inquiry"
    if last in organization_nouns() or noun in organization_nouns() or noun in anonymous_nouns():
        return "organization"
    return "person" if noun in person_nouns() or noun in titles() else None


def _has_clause(doc: Doc, content: RoleSpan) -> bool:
    """Whether a subject with its verb stands in what is said."""
    return any(
        token.tag_ in _FINITE or clauses.subject_of(token, shared=False) is not None
        for token in doc[content.start : content.end]
    )


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
    if (
        not words
        or doc[shape.content.end - 1].text == "?"
        or words[0].lower_ in words_of("question word")
    ):
        return False
    if shape.is_last and len(words) < _FEWEST_WORDS_BEFORE_NAME:
        return False
    if words[0].lower_ in words_of("denial"):
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
