"""The reason that a text gives for withholding a source's name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from claimx.lang.en.words import words_of
from claimx.pipeline.speakers.lexicon import anonymity_key_pattern, anonymity_pattern

_CLAUSE_ENDS = frozenset({",", ".", ";", ":", "—", "–", "”", "“", '"', ")", "!", "?"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST = 40
_REACH = 200  # characters; no reason is longer


@dataclass(frozen=True)
class Reason:
    """A stretch that says why a name is withheld: half-open token offsets."""

    start: int
    end: int


def find_reasons(doc: Doc) -> list[Reason]:
    """All such stretches of an article, in text order, each to the end of its clause."""
    reasons: list[Reason] = []
    text = doc.text.replace("İ", "i").lower()  # of the same length
    for match in _match_reasons(text):
        if match.start() == match.end():
            continue
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None:
            continue
        start, end = span.start, span.end
        while start < end and doc[start].is_space:
            start += 1
        while (
            end < len(doc)
            and end - start < _LONGEST
            and doc[end].text not in _CLAUSE_ENDS
            and not doc[end].is_space
            and not doc[end].is_sent_start
            and not _begins_main_clause(doc, start, end)
        ):
            end += 1
        if not reasons or reasons[-1].end <= start:
            reasons.append(Reason(start, end))
    return reasons


def _match_reasons(text: str) -> Iterator[re.Match[str]]:
    """What the patterns match in the stretches around the key words of a text in small letters."""
    stretches: list[tuple[int, int]] = []
    for key in anonymity_key_pattern().finditer(text):
        start, end = max(0, key.start() - _REACH), min(len(text), key.end() + _REACH)
        if stretches and start <= stretches[-1][1]:
            start = stretches.pop()[0]
        stretches.append((start, end))
    for start, end in stretches:
        yield from anonymity_pattern().finditer(text, start, end)


def _begins_main_clause(doc: Doc, start: int, place: int) -> bool:
    """Whether a finite verb belongs to the clause around ("… who asked not to be named *said*")."""
    if doc[place].tag_ not in _FINITE:
        return False
    subordinators = words_of("reason subordinator")
    return not any(token.lower_ in subordinators for token in doc[start:place])


def reason_for(reasons: list[Reason], source: Span) -> Reason | None:
    """The reason that stands in the sentence of a source: inside it, or the next one after it."""
    if not reasons:
        return None
    sentence = source.sent
    first = bisect_left([reason.start for reason in reasons], sentence.start)
    for reason in reasons[first:]:
        if reason.start >= sentence.end:
            return None
        if reason.start >= source.start:
            return reason
    return None
