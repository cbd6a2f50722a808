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
from claimx.pipeline.attribution.according import is_according_to
from claimx.pipeline.attribution.features import head_of
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import CONTENT, CUE, SOURCE, RoleSpan

_PREMODIFIERS = frozenset(
    {"compound", "amod", "nmod:desc", "nmod:poss", "poss", "det", "nummod", "nmod", "flat"}
)
_RELATIVE = frozenset({"WP", "WDT", "WP$"})
# Longer than this, a sentence is a list or a table that lost its line ends.
LONGEST_STATEMENT = 120


def finish_clauses(doc: Doc, links: Sequence[Link]) -> None:
    """Change ``links`` in place where a content runs into the subject or breaks off its clause."""
    for link in links:
        _free_subject(doc, link)
        _finish_clause(doc, link)


def refine_links(doc: Doc, links: Sequence[Link]) -> None:
    """Change ``links`` in place where grammar decides their limits."""
    for link in links:
        _drop_source(doc, link)
        _trim_cue(doc, link)
        _complete_name(doc, link)
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


def _drop_source(doc: Doc, link: Link) -> None:
    """Leave out a source that only undergoes what is reported.

    An adverb has none ("*reportedly*": the subject is he of whom it is reported), and neither has
    a passive without an agent ("she *was quoted* as the winner").
    """
    if link.cue is None or link.source is None:
        return
    head = head_of(doc, link.cue)
    is_undergoer = syntax.is_passive(head) and any(
        syntax.is_passive_subject(child) and _is_inside(child, link.source)
        for child in head.children
    )
    entry = lexicon.look_up_verb(head.lemma_)
    takes_object = entry is not None and entry.addressee != frozenset({"object"})
    if head.pos_ == "ADV" or (is_undergoer and takes_object and not _says_itself(doc, link)):
        link.source = None


def _says_itself(doc: Doc, link: Link) -> bool:
    """Whether a passive leaves the saying to its subject ("was quoted as saying")."""
    assert link.cue is not None
    return any(token.tag_ == "VBG" for token in doc[link.cue.start : link.cue.end])


def _trim_cue(doc: Doc, link: Link) -> None:
    """Leave occasion and medium out of a long cue ("said *in an interview with the BBC*")."""
    if link.cue is None:
        return
    head = head_of(doc, link.cue)
    after = head.i + 1
    if (
        link.cue.end - after > 2
        and lexicon.is_reporting_verb(head.lemma_)
        and doc[after].pos_ == "ADP"
        and doc[after].dep_ not in ("compound:prt", "prt")
    ):
        link.cue = RoleSpan(link.cue.start, after, CUE)


def _complete_name(doc: Doc, link: Link) -> None:
    """Let a source begin where its noun phrase does ("*U.S.* President Donald Trump")."""
    if link.source is None:
        return
    head = head_of(doc, link.source)
    start = min(
        [link.source.start]
        + [
            child.left_edge.i
            for child in head.lefts
            if child.dep_ in _PREMODIFIERS and child.right_edge.i + 1 >= link.source.start
        ]
    )
    grown = RoleSpan(start, link.source.end, SOURCE)
    others = [span for span in link.spans() if span is not link.source]
    if not any(other.overlaps(grown.start, grown.end) for other in others):
        link.source = grown


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
    if phrase is None or any(token.pos_ != "ADV" for token in between):
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


def end_of_source(doc: Doc, source: RoleSpan) -> int:
    """Where a source ends with the relative clause that a comma sets off ("X, who …,")."""
    after = source.end
    if after + 1 >= len(doc) or doc[after].text != "," or doc[after + 1].tag_ not in _RELATIVE:
        return after
    for token in doc[after + 1 : doc[after].sent.end]:
        if token.text == ",":
            return token.i
    return after


def statement_of(doc: Doc, cue: RoleSpan, source: RoleSpan | None) -> RoleSpan | None:
    """What "according to" with its source attributes: the rest of its sentence.

    None where the cue is another, or no comma sets it off.
    """
    if (
        source is None
        or not is_according_to(doc, cue)
        or not cue.end <= source.start <= cue.end + 1
    ):
        return None
    sentence = doc[cue.start].sent
    start, end = sentence.start, sentence.end
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in ".!"):
        end -= 1
    if end - start > LONGEST_STATEMENT:
        return None
    if doc[cue.start].is_title and source.end < end:
        source_end = end_of_source(doc, source)
        is_set_off = doc[source_end].text == ","
        statement = RoleSpan(source_end + is_set_off, end, CONTENT)
    else:
        has_comma = cue.start > start and doc[cue.start - 1].text == ","
        is_set_off = has_comma or source.end >= end
        statement = RoleSpan(start, cue.start - has_comma, CONTENT)
    return statement if is_set_off and len(statement) >= 2 else None


def _extend_statement(doc: Doc, link: Link) -> None:
    if link.cue is None or link.source is None:
        return
    statement = statement_of(doc, link.cue, link.source)
    if statement is None:
        return
    if statement.start > link.cue.start:
        link.source = RoleSpan(link.source.start, end_of_source(doc, link.source), SOURCE)
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


def _free_subject(doc: Doc, link: Link) -> None:
    """Take the subject of the cue out of a content that runs into it.

    In "X is new because officials said that …" what stands before "officials" is the writer's.
    """
    if link.cue is None or link.source is not None or len(link.contents) < 2:
        return
    subject = syntax.subject_of(head_of(doc, link.cue), shared=False)
    before = link.contents[0]
    if subject is None or not _is_inside(subject, before) or before.end > link.cue.start:
        return
    phrase = syntax.noun_phrase(subject)
    if phrase.end == before.end == link.cue.start:
        link.source = RoleSpan(phrase.start, phrase.end, SOURCE)
        link.contents = link.contents[1:]


def _is_inside(token: Token, span: RoleSpan) -> bool:
    return span.start <= token.i < span.end


def _finish_clause(doc: Doc, link: Link) -> None:
    """Let a content that breaks off before the verb of its clause reach the clause's end.

    A source inside the clause is then part of what is said.
    """
    if link.cue is None or len(link.contents) != 1:
        return
    content = link.contents[0]
    opener = doc[content.start]
    verb = opener.head
    if opener.lower_ != "that" or opener.dep_ != "mark":
        # A clause without "that": what the cue is completed by begins with the content.
        clauses = syntax.complement_clauses_of(head_of(doc, link.cue))
        fitting = [c for c in clauses if c.left_edge.i == content.start and c.i > opener.i]
        if not fitting:
            return
        verb = fitting[0]
    if verb.i < content.end:
        return
    if verb.pos_ not in ("VERB", "AUX") or not link.cue.start <= verb.head.i < link.cue.end:
        return
    end = min(max(token.i for token in verb.subtree) + 1, opener.sent.end)
    while end > verb.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    link.contents = [RoleSpan(content.start, end, CONTENT)]
    if link.source is not None and link.source.overlaps(content.start, end):
        link.source = None


def _touches(content: RoleSpan, other: RoleSpan) -> bool:
    return content.start <= other.end and other.start <= content.end
