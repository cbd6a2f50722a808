"""Speech that goes on in a quotation of its own: "“No,” Hill said from her car. “Never.”"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from claimx.pipeline.annotations import Quotation
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import CONTENT, RoleSpan, is_word


def continue_speech(doc: Doc, links: Sequence[Link], quotations: Iterable[Quotation]) -> None:
    """Give direct quotes that belong to nobody to the speech right before them.

    PolNeAR counts what goes on in the same or the next paragraph to the same attribution. A quote
    goes on where speech ends right before it, where it opens a sentence behind one that attributes
    a direct quote ("“No,” Hill said from her car. “Never.”"), or behind a colon. What is reported
    inside a quote ("“*I think* it is over”") does not tell who says the quote.
    """
    parts = [
        RoleSpan(part.start, part.end, CONTENT)
        for quotation in quotations
        if quotation.kind == "direct"
        for part in quotation.spans
    ]
    speech = _Speech(doc, links, parts)
    for part in parts:
        link = speech.find_before(part)
        if link is not None:
            link.contents.append(part)
            speech.add(link, part)


class _Speech:
    """Who says which words of an article.

    Args:
        doc: The article.
        links: Their words are known.
        quotes: All direct quotes.
    """

    def __init__(self, doc: Doc, links: Sequence[Link], quotes: Sequence[RoleSpan]) -> None:
        self._doc = doc
        self._takers: dict[int, list[Link]] = {}
        self._owners: dict[int, Link] = {}
        self._last_cues: dict[int, Link] = {}
        self._quoted = {place for quote in quotes for place in range(quote.start, quote.end)}
        for link in links:
            for span in link.spans():
                for place in range(span.start, span.end):
                    self._takers.setdefault(place, []).append(link)
            if link.parent is None:
                self._last_cues[doc[link.cue.start].sent.start] = link
                for content in link.contents:
                    self._owners.update(dict.fromkeys(range(content.start, content.end), link))

    def add(self, link: Link, part: RoleSpan) -> None:
        """Note that a quote is of a link."""
        for place in range(part.start, part.end):
            self._takers.setdefault(place, []).append(link)
            self._owners[place] = link

    def find_before(self, part: RoleSpan) -> Link | None:
        """The speech that a quote goes on with; None where it belongs to somebody, or to nobody."""
        before = self._find_word_before(part)
        if before is None or self._belongs_to_somebody(part):
            return None
        owner = self._owners.get(before)
        sentence = self._doc[before].sent
        if owner is not None or part.start < sentence.end:
            return owner
        speaking = self._last_cues.get(sentence.start)
        is_introduced = ":" in self._doc[before + 1 : part.start].text
        return speaking if is_introduced or self._is_quoted(speaking) else None

    def _find_word_before(self, part: RoleSpan) -> int | None:
        """The last word before a quote, at most one paragraph away."""
        before, breaks = part.start - 1, 0
        while before >= 0 and before not in self._takers and not is_word(self._doc[before]):
            breaks += "\n" in self._doc[before].text
            before -= 1
        return None if before < 0 or breaks > 1 else before

    def _belongs_to_somebody(self, part: RoleSpan) -> bool:
        """Whether a link has a quote or words of it, and does not just report inside of it."""
        takers = (link for p in range(part.start, part.end) for link in self._takers.get(p, ()))
        return any(
            any(not part.contains(span) or len(span) == len(part) for span in link.spans())
            for link in takers
        )

    def _is_quoted(self, link: Link | None) -> bool:
        contents = () if link is None else link.contents
        return any(place in self._quoted for c in contents for place in range(c.start, c.end))
