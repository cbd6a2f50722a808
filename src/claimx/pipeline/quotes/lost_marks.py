"""Quotations of which a mark was lost: they end where their attribution begins, or begin with its
sentence.

Offsets are half-open code points of the text that is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimx.lang.en.verbs import forms_of
from claimx.lang.en.words import words_of
from claimx.pipeline.layout.paragraphs import Paragraph
from claimx.pipeline.quotes.marks import SINGLE, Mark
from claimx.pipeline.quotes.pairs import PairedParagraph, Stretch
from claimx.pipeline.quotes.patterns import WORD, is_abbreviation

_MAX_WORDS_OF_TAIL, _MAX_WORDS_OF_NOUN = 7, 4
_MAX_WORDS_BEHIND = 12
_FEWEST_WORDS = 3
_SENTENCE_END = re.compile(
    r"(?P<word>\w*)(?P<mark>[.!?…])[\"'”’)\]]*(?:\s+(?=[\"'“‘(\[]*[A-Z])|\s*$)"
)
# `The minister said: The roads are flooded.”`
_INTRODUCED = re.compile(r"\b(?P<verb>\w+)[,:]\s+(?=[A-Z])")


def mend_stretches(
    text: str, paired: PairedParagraph, paragraph: Paragraph, stretches: Sequence[Stretch]
) -> list[Stretch]:
    """The stretches of a paragraph, with those that have lost a mark.

    What nothing closes ends before the attribution of its sentence (``“The dam will hold, said
    Silva.``). What nothing opened, but is followed or led to by an attribution, begins with its
    sentence (``The dam will hold,” Silva said.``).
    """
    kept = [
        _cut_at_attribution(text, stretch) if not stretch.closing else stretch
        for stretch in stretches
    ]
    for mark in paired.strays:
        if mark.family != SINGLE and not any(s.start < mark.end <= s.end for s in kept):
            kept += _open_before(text, mark, paragraph, kept)
    return sorted(kept, key=lambda stretch: (stretch.start, -stretch.end))


def ends_in_attribution(text: str, start: int, end: int) -> int | None:
    """Where the words that a sentence says are over if it ends like ``…, he said.``, else None.

    It is the code point after the comma: there a closing mark was forgotten.
    """
    comma = max(text.rfind(mark, start, end - 1) for mark in ",?!")
    tail = WORD.findall(text, comma + 1, end) if comma >= 0 else []
    if not 2 <= len(tail) <= _MAX_WORDS_OF_TAIL:
        return None
    verbs = forms_of("reporting")
    place = next((at for at, word in enumerate(tail) if word in verbs), None)
    if place is None:
        return None
    # A subject behind the verb, or before it: a name, a pronoun, "the minister".
    subject = tail[:place] or tail[1:]
    is_name = subject[0][0].isupper() or (place == 0 and subject[-1][0].isupper())
    is_noun = (
        subject[0] in words_of("subject determiner") and 2 <= len(subject) <= _MAX_WORDS_OF_NOUN
    )
    return comma + 1 if is_name or subject[0] in words_of("third person") or is_noun else None


def _cut_at_attribution(text: str, stretch: Stretch) -> Stretch:
    """The stretch up to the first attribution that ends a sentence of it."""
    start, end = stretch.inner
    at = start
    for sentence_end in _list_sentence_ends(text, start, end):
        if (cut := ends_in_attribution(text, at, sentence_end)) is not None:
            return replace(stretch, end=cut, runs_on=False)
        at = sentence_end
    return stretch


def _open_before(
    text: str, mark: Mark, paragraph: Paragraph, stretches: Sequence[Stretch]
) -> Iterator[Stretch]:
    """The stretch that a closing mark without an opening one closes, none where it is in doubt."""
    if text[mark.start - 1 : mark.start] not in tuple(",.!?…—–-"):
        return
    before = [stretch.end for stretch in stretches if stretch.end <= mark.start]
    start = max([paragraph.start, *before])
    limit = mark.start if text[mark.start - 1] == "," else mark.start - 1
    ends = list(_list_sentence_ends(text, start, limit))
    start = ends[-1] if ends else start
    is_led_to = False
    for lead in _INTRODUCED.finditer(text, start, mark.start):
        if lead["verb"] in forms_of("reporting"):
            start, is_led_to = lead.end(), True
            break
    start += len(text[start : mark.start]) - len(text[start : mark.start].lstrip())
    if len(WORD.findall(text, start, mark.start)) < _FEWEST_WORDS or start in before:
        return
    if not is_led_to and not _is_attributed(text, mark.end, paragraph.end):
        return
    yield Stretch(start, mark.end, 0, mark.end - mark.start, mark.family)


def _is_attributed(text: str, start: int, end: int) -> bool:
    """Whether a reporting verb stands behind a quotation, in the same sentence."""
    limit = next(_list_sentence_ends(text, start, end), end)
    words = WORD.findall(text, start, limit)[:_MAX_WORDS_BEHIND]
    return not forms_of("reporting").isdisjoint(words)


def _list_sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where the next sentence begins, for every end of one."""
    for match in _SENTENCE_END.finditer(text, start, end):
        if match["mark"] != "." or not is_abbreviation(match["word"]):
            yield match.end()
