"""Claims as annotations of a page: W3C Web Annotation, and the JSON Lines of LangExtract."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from claimx.article import Failure
from claimx.render.formats import OutputError
from claimx.render.graph import to_json
from claimx.render.plain_text import clean, clean_text
from claimx.render.selectors import address_of, position_selector, quote_selector
from claimx.render.view import ArticleView

if TYPE_CHECKING:
    from claimx.article import Article, Claim, Span
    from claimx.render.formats import Settings


def render_annotations(
    records: Iterable[Article | Failure], stream: TextIO, settings: Settings
) -> None:
    """Write a page of annotations, one a claim; failures have none."""
    stream.write('{"@context": "http://www.w3.org/ns/anno.jsonld",\n"type": "AnnotationPage",\n')
    stream.write('"items": [')
    separator = "\n"
    for record in records:
        if isinstance(record, Failure):
            continue
        view = ArticleView(record)
        for claim in record.claims:
            stream.write(separator + to_json(_annotation(view, claim)))
            separator = ",\n"
        stream.flush()
    stream.write("\n]}\n")


def _annotation(view: ArticleView, claim: Claim) -> dict[str, Any]:
    article = view.article
    speakers = [clean(speaker.name) for speaker in view.speakers_of(claim)]
    who = ", ".join(speakers) or "source not known"
    source = address_of(article)
    tags = [claim.directness, *speakers]
    return {
        "id": f"urn:sha256:{article.sha256}#{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {
                "type": "TextualBody",
                "purpose": "describing",
                "value": f"{who} ({claim.directness})",
            },
            *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags),
        ],
        "target": [
            {
                "source": source,
                "selector": [quote_selector(article, span), position_selector(span)],
            }
            for span in claim.content.spans
        ],
    }


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def render_langextract(
    records: Iterable[Article | Failure], stream: TextIO, settings: Settings
) -> None:
    """Write a document a line, with its sources, cues and contents as extractions.

    Raises:
        OutputError: For a record without its text.
    """
    for record in records:
        if isinstance(record, Failure):
            continue
        if record.text is None:
            name = clean(record.metadata.path or record.id)
            raise OutputError(
                f"{name}: the record holds no text to show: make it with --include-text"
            )
        document = {
            "document_id": clean(record.id),
            "text": clean_text(record.text),
            "extractions": list(_extractions(ArticleView(record))),
        }
        stream.write(json.dumps(document, ensure_ascii=False) + "\n")
        stream.flush()


def _extractions(view: ArticleView) -> Iterator[dict[str, Any]]:
    number = 0
    for group, claim in enumerate(view.article.claims):
        attributes = {
            "claim": claim.id,
            "speakers": [clean(speaker.name) for speaker in view.speakers_of(claim)],
            "directness": claim.directness,
        }
        parts: list[tuple[str, list[Span]]] = [("claim", claim.content.spans)]
        if claim.source is not None:
            parts.append(("source", claim.source.spans))
        if claim.cue is not None:
            parts.append(("cue", claim.cue.spans))
        for name, spans in parts:
            for span in spans:
                number += 1
                yield {
                    "extraction_class": name,
                    "extraction_text": clean_text(span.text),
                    "char_interval": {"start_pos": span.start, "end_pos": span.end},
                    "alignment_status": "match_exact",
                    "extraction_index": number,
                    "group_index": group,
                    "description": None,
                    "attributes": attributes,
                }
