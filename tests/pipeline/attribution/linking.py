"""Links from sentences with inline tags, and links as text."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc
from tests.pipeline.builders import build_doc
from tests.tagged import read_tagged

from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import CONTENT, CUE, SOURCE, RoleSpan

NLP = spacy.blank("en")
NLP.add_pipe("sentencizer")
LEMMAS = {
    "said": "say",
    "warned": "warn",
    "left": "leave",
    "told": "tell",
    "saying": "say",
    "confirmed": "confirm",
    "quoted": "quote",
    "expects": "expect",
    "wants": "want",
    "means": "mean",
    "holds": "hold",
}
Triple = tuple[str | None, str, list[str]]


def parse(*sentences: str) -> Doc:
    """A hand-made Doc with the lemmas of the verbs that the tests use."""
    doc = build_doc(*sentences)
    for token in doc:
        token.lemma_ = LEMMAS.get(token.lower_, token.lower_)
    return doc


def tag(tagged: str, **chances: float) -> tuple[Doc, list[Link]]:
    """A Doc without parse, and the links that the tags show; ``chances`` by id, as ``c1=0.4``."""
    text, gold = read_tagged(tagged)
    doc = NLP(text)
    links = []
    for identifier, item in gold.items():
        spans = {
            role: [to_tokens(doc, limits, role.upper()) for limits in getattr(item, role)]
            for role in ("source", "cue", "content")
        }
        links.append(
            Link(
                spans["cue"][0],
                next(iter(spans["source"]), None),
                spans["content"],
                cue_chance=chances.get(f"c{identifier}", 0.9),
            )
        )
    return doc, links


def to_tokens(doc: Doc, limits: tuple[int, int], role: str) -> RoleSpan:
    span = doc.char_span(*limits, alignment_mode="expand")
    assert span is not None
    return RoleSpan(span.start, span.end, role)


def find(doc: Doc, text: str, role: str = CONTENT) -> RoleSpan:
    """The tokens of the first place where ``text`` stands."""
    start = doc.text.index(text)
    return to_tokens(doc, (start, start + len(text)), role)


def triple(doc: Doc, link: Link) -> Triple:
    """Source, cue and contents as text."""

    def text(span: RoleSpan) -> str:
        return doc[span.start : span.end].text

    source = None if link.source is None else text(link.source)
    return source, text(link.cue), [text(span) for span in link.contents]


__all__ = ["CONTENT", "CUE", "SOURCE", "find", "parse", "tag", "to_tokens", "triple"]
