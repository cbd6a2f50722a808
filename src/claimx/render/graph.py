"""JSON-LD in the terms of schema.org: NewsArticle, Claim, Quotation, Person and Organization."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from claimx.article import Failure
from claimx.render.plain_text import clean, clean_text
from claimx.render.selectors import address_of, position_selector, quote_selector
from claimx.render.view import ArticleView, words_of

if TYPE_CHECKING:
    from claimx.article import Article, Claim, Quote, Span, Speaker
    from claimx.render.formats import Settings

_CONTEXT = {
    "@vocab": "https://schema.org/",
    "id": "@id",
    "type": "@type",
    "oa": "http://www.w3.org/ns/oa#",
    "selector": "oa:hasSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "start": "oa:start",
    "end": "oa:end",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
}
_TYPES = {
    "person": "Person",
    "organization": "Organization",
    "document": "CreativeWork",
    "group": "Thing",
    "unnamed": "Thing",
}


def render_json_ld(
    records: Iterable[Article | Failure], stream: TextIO, settings: Settings
) -> None:
    """Write one graph with the nodes of all articles; failures have none.

    Claims are only told, never rated: there is no ClaimReview.
    """
    stream.write(f'{{"@context": {to_json(_CONTEXT)},\n"@graph": [')
    separator = "\n"
    for record in records:
        if isinstance(record, Failure):
            continue
        for node in _nodes(ArticleView(record)):
            stream.write(separator + to_json(_without_nothing(node)))
            separator = ",\n"
        stream.flush()
    stream.write("\n]}\n")


def to_json(value: Any) -> str:
    """JSON that may stand inside a ``script`` of a page."""
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _nodes(view: ArticleView) -> Iterator[dict[str, Any]]:
    article = view.article
    known, base = article.metadata, address_of(article)
    yield {
        "id": base,
        "type": "NewsArticle",
        "headline": clean(known.title or ""),
        "datePublished": known.published,
        "author": {"type": "Person", "name": clean(known.byline)} if known.byline else None,
        "publisher": (
            {"type": "Organization", "name": clean(known.publisher)} if known.publisher else None
        ),
        "inLanguage": known.language,
        "identifier": clean(article.id),
    }
    for speaker in article.speakers:
        yield _speaker(speaker, base)
    for claim in article.claims:
        yield _claim(view, claim, base)
    for quote in article.quotes:
        if quote.kind in ("direct", "fragment"):
            yield _quote(article, quote, base)


def _speaker(speaker: Speaker, base: str) -> dict[str, Any]:
    roles = list(dict.fromkeys(clean(role.text) for role in speaker.roles))
    is_person = speaker.kind == "person"
    return {
        "id": f"{base}#{speaker.id}",
        "type": _TYPES[speaker.kind],
        "name": clean(speaker.name),
        "alternateName": [clean(alias) for alias in speaker.aliases if alias != speaker.name],
        "jobTitle": roles if is_person else [],
        "description": [] if is_person else roles,
        "affiliation": (
            {"type": "Organization", "name": clean(speaker.affiliation)}
            if speaker.affiliation and is_person
            else None
        ),
    }


def _claim(view: ArticleView, claim: Claim, base: str) -> dict[str, Any]:
    said = view.dates[claim.said_on] if claim.said_on is not None else None
    return {
        "id": f"{base}#{claim.id}",
        "type": "Claim",
        "text": clean_text(claim.content.text),
        "author": [{"id": f"{base}#{speaker.id}"} for speaker in view.speakers_of(claim)],
        "appearance": {"id": base},
        "dateCreated": said.value if said is not None and said.type == "DATE" else None,
        "about": [
            {"type": "Thing", "name": clean(view.entities[key].name)} for key in claim.entities
        ],
        "isPartOf": {"id": f"{base}#{claim.parent}"} if claim.parent is not None else None,
        "selector": _selectors(view.article, claim.content.spans),
    }


def _quote(article: Article, quote: Quote, base: str) -> dict[str, Any]:
    return {
        "id": f"{base}#{quote.id}",
        "type": "Quotation",
        "text": clean_text(words_of(quote.spans)),
        "creator": {"id": f"{base}#{quote.speaker}"} if quote.speaker is not None else None,
        "isPartOf": {"id": base},
        "isBasedOn": {"id": f"{base}#{quote.claim}"} if quote.claim is not None else None,
        "selector": _selectors(article, quote.spans),
    }


def _selectors(article: Article, spans: Iterable[Span]) -> list[dict[str, Any]]:
    return [
        selector
        for span in spans
        for selector in (position_selector(span), quote_selector(article, span))
    ]


def _without_nothing(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if value not in (None, [], "")}
