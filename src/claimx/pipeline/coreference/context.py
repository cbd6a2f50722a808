"""What a reader knows of an article at the start: its sentences, speech, sections, sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np
from spacy.attrs import IS_SPACE
from spacy.tokens import Doc, Span

from claimx.pipeline.annotations import Attribution, get_attributions, get_entities, get_quotations
from claimx.pipeline.layout_annotations import SKIPPED_SECTIONS, get_sections, get_turns
from claimx.pipeline.mentions.table import MentionTable, get_mentions

_HEADING = 0.5


class Context:
    """An article with its mentions.

    Attributes:
        doc: The article.
        table: Its mentions.
        attributions: Its attributions; none in a pipeline that finds none.
        labels: The label of each entity, by its key.
        names: The name of each entity, by its key.
        quoted: The tokens of direct speech.
        contents: By token, the number of the innermost attribution whose content holds it.
        sections: By token, how much mentions in its section count, where that is not 1.
        limits: By token, the half-open token offsets of its sentence.
        sentences: By token, the number of its sentence in the narration.
        breaks: By token, how many tokens before it break the line.
        sources: By mention, the numbers of the attributions whose source it is or heads.
        mentions_of: The other way round: by attribution, the mentions of its source.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.table: MentionTable = get_mentions(doc)
        self.attributions: Sequence[Attribution] = get_attributions(doc)
        entities = get_entities(doc)
        self.labels = {entity.key: str(entity.label) for entity in entities}
        self.names = {entity.key: entity.name for entity in entities}
        self.quoted = find_quoted_tokens(doc)
        self.contents = find_innermost_contents(self.attributions)
        self.sections = weigh_sections(doc)
        self.limits = find_limits(doc)
        self.sentences = number_sentences(doc, self.quoted)
        self.breaks = count_breaks(doc)
        self.sources: dict[int, list[int]] = {}
        self.mentions_of: dict[int, list[int]] = {}
        for number, item in enumerate(self.attributions):
            self.mentions_of[number] = list(list_source_mentions(self.table, item.source))
            for mention in self.mentions_of[number]:
                self.sources.setdefault(mention, []).append(number)

    def order(self) -> list[int]:
        """The numbers of the mentions in the order in which a reader takes them up.

        What stands inside the content of a statement whose source comes later ("…," he said) is
        read after that source: who a quotation speaks of is seldom the one who speaks it.
        """
        counted = [n for n, m in enumerate(self.table) if self.sections.get(m.head, 1.0) > 0]
        return sorted(counted, key=self._place_of)

    def _place_of(self, number: int) -> tuple[float, int]:
        head = self.table[number].head
        holder = self.contents.get(head)
        if holder is not None and self.attributions[holder].source:
            source = self.attributions[holder].source
            if source[0].start > head:
                return source[-1].end - 0.5, head
        return float(head), head


def list_source_mentions(table: MentionTable, spans: Iterable[Span]) -> Iterator[int]:
    """The mentions that a source consists of: the one that heads it, and its conjuncts.

    Args:
        table: The mentions of the article.
        spans: The spans of a source.
    """
    for span in spans:
        inside = table.inside(span.start, span.end)
        if not inside:
            continue
        head = table.at(span.root.i)
        first = head if head is not None and head in inside else inside[0]
        yield first
        for other in table[first].links.get("conjunct", ()):
            if other in inside:
                yield other
        return


def find_innermost_contents(attributions: Sequence[Attribution]) -> dict[int, int]:
    """For each token the attribution with the shortest content that holds it."""
    sized = [
        (sum(len(span) for span in item.content), number)
        for number, item in enumerate(attributions)
    ]
    found: dict[int, int] = {}
    for _, number in sorted(sized, reverse=True):
        for span in attributions[number].content:
            found.update(dict.fromkeys(range(span.start, span.end), number))
    return found


def find_quoted_tokens(doc: Doc) -> set[int]:
    """The tokens inside quotation marks that hold speech, and those of a transcript's turns."""
    spans = [
        span
        for quotation in get_quotations(doc)
        if quotation.kind in ("direct", "fragment")
        for span in quotation.spans
    ]
    spans += [span for turn in get_turns(doc) for span in turn.words]
    return set().union(*(range(span.start, span.end) for span in spans))


def weigh_sections(doc: Doc) -> dict[int, float]:
    """How much mentions in headings count; 0 in what takes no part."""
    weights: dict[int, float] = {}
    for section in get_sections(doc):
        if section.kind in SKIPPED_SECTIONS or section.kind == "byline":
            weight = 0.0
        elif section.kind in ("headline", "heading", "caption"):
            weight = _HEADING
        else:
            continue
        weights.update(dict.fromkeys(range(section.span.start, section.span.end), weight))
    return weights


def number_sentences(doc: Doc, quoted: Collection[int]) -> list[int]:
    """For each token the number of its sentence in the narration.

    A sentence that is all speech has that of the one before: what somebody says at length takes
    nobody out of the reader's mind.
    """
    numbers = [0] * len(doc)
    number = -1
    for sentence in doc.sents:
        start, end = sentence.start, sentence.end
        unquoted = (doc[token] for token in range(start, end) if token not in quoted)
        is_speech = all(token.is_punct or token.is_space for token in unquoted)
        if not is_speech or number < 0:
            number += 1
        numbers[start:end] = [number] * (end - start)
    return numbers


def find_limits(doc: Doc) -> list[tuple[int, int]]:
    """For each token the half-open token offsets of its sentence."""
    found: list[tuple[int, int]] = []
    for sentence in doc.sents:
        found += [(sentence.start, sentence.end)] * len(sentence)
    return found


def count_breaks(doc: Doc) -> list[int]:
    """For each token how many before it break the line, and for the end of the text."""
    is_break = np.zeros(len(doc) + 1, dtype=np.int64)
    for token in np.flatnonzero(doc.to_array(IS_SPACE)).tolist():
        is_break[token + 1] = "\n" in doc[token].text
    breaks: list[int] = np.cumsum(is_break).tolist()
    return breaks
