"""Titles and names in quotation marks: what a song is called is nobody's claim."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from claimx.pipeline.annotations import Quotation
from claimx.pipeline.attribution.link import Link

_NAMES = frozenset({"title", "label"})
_SPEECH = frozenset({"direct", "fragment"})
_VERBS = ("VB", "MD")


def leave_titles(doc: Doc, links: Sequence[Link], quotations: Sequence[Quotation]) -> list[Link]:
    """The links without those whose content is but a title or a name in marks.

    "A ship named “Marigold”", "the exhibition, titled “Lost Harbours,”", "introduced the song as
    “Blue Ferry”": the words around the marks hold no verb, and the cue gives or tells the name. A
    name that somebody gives ("dubbed him “the Hammer”") is a claim, for the cue is active there.
    """
    kinds = _mark_kinds(quotations)
    return [link for link in links if not _is_title(doc, link, kinds)]


def _mark_kinds(quotations: Sequence[Quotation]) -> dict[int, str]:
    kinds: dict[int, str] = {}
    for quotation in quotations:
        for span in quotation.spans:
            kinds.update(dict.fromkeys(range(span.start, span.end), quotation.kind))
    return kinds


def _is_title(doc: Doc, link: Link, kinds: dict[int, str]) -> bool:
    places = [place for span in link.contents for place in range(span.start, span.end)]
    inside = {kinds[place] for place in places if place in kinds}
    if not inside & _NAMES or inside & _SPEECH or not link.cue:
        return False
    if any(doc[place].tag_.startswith(_VERBS) for place in places if place not in kinds):
        return False
    verbs = [token for token in doc[link.cue.start : link.cue.end] if token.tag_.startswith("VB")]
    is_passive = bool(verbs) and verbs[-1].tag_ == "VBN"
    return is_passive or (link.source is None) or ("title" in inside and bool(verbs))
