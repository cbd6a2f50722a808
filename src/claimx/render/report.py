"""Markdown: a report to paste into a document or a pull request."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from claimx.article import Failure
from claimx.article.cut_off import find_content_gap
from claimx.article.selection import is_named
from claimx.render.dates_in_words import date_value_in_words
from claimx.render.doubt import is_doubtful
from claimx.render.html.facts import web_address
from claimx.render.plain_text import clean
from claimx.render.totals import totals_of
from claimx.render.view import ArticleView, words_of
from claimx.render.words import GAPS, NEGATIVE

if TYPE_CHECKING:
    from claimx.article import Article, Claim
    from claimx.render.formats import Settings

_SPECIAL = re.compile(r"([\\`*_\[\]#|~$])")


def render_markdown(
    records: Iterable[Article | Failure], stream: TextIO, settings: Settings
) -> None:
    """Write each article's totals, then its claims by speaker; failures are named."""
    separator = ""
    for record in records:
        if isinstance(record, Failure):
            lines: Iterable[str] = [f"**Not read:** {escape(record.error.message)}"]
        else:
            lines = _lines(ArticleView(record))
        stream.write(separator + "".join(f"{line}\n" for line in lines))
        stream.flush()
        separator = "\n"


def escape(text: str) -> str:
    """Words of others on one line, of which Markdown makes nothing."""
    return _SPECIAL.sub(r"\\\1", html.escape(clean(text), quote=False))


def _lines(view: ArticleView) -> Iterator[str]:
    article = view.article
    known = article.metadata
    yield f"# {escape(known.title or known.path or article.id)}"
    yield ""
    told = (known.published, known.byline, known.publisher, web_address(known.url))
    origin = [part for part in told if part]
    if origin:
        yield " · ".join(escape(part) for part in origin)
        yield ""
    yield from (f"- {total}" for total in totals_of(article))
    for warning in article.warnings:
        yield ""
        yield f"> {escape(warning)}"
    for heading, group in _by_speaker(view).items():
        if heading and group:
            yield ""
            yield f"## {heading}"
        for name, claims in group.items():
            if name != heading:
                yield ""
                yield f"{'###' if heading else '##'} {name}"
            yield ""
            for claim in claims:
                yield _claim(view, claim)


_NOBODY = "Nobody known"


def _by_speaker(view: ArticleView) -> dict[str, dict[str, list[Claim]]]:
    """The claims under the names of those who say them, in the order of the first.

    Those of which no speaker has a name come last, below a heading of their own.
    """
    named: dict[str, list[Claim]] = {}
    unnamed: dict[str, list[Claim]] = {}
    nobody: dict[str, list[Claim]] = {}
    for claim in view.article.claims:
        speakers = view.speakers_of(claim)
        names = []
        for speaker in speakers:
            role = f" ({escape(speaker.roles[0].text)})" if speaker.roles else ""
            names.append(f"{escape(speaker.name)}{role}")
        group = named if any(map(is_named, speakers)) else unnamed if speakers else nobody
        group.setdefault(", ".join(names) or _NOBODY, []).append(claim)
    return {"": named, "Speakers without a name": unnamed, _NOBODY: nobody}


def _claim(view: ArticleView, claim: Claim) -> str:
    number = view.paragraph_at(min(span.start for span in claim.content.spans))
    parts = [f"**{claim.id}**{f' ¶{number}' if number is not None else ''}"]
    if claim.cue is not None:
        parts.append(f"*{escape(words_of(claim.cue.spans))}:*")
    parts.append(escape(words_of(claim.content.spans)))
    return f"- {' '.join(parts)} ({'; '.join(_notes(view, claim))})"


def _notes(view: ArticleView, claim: Claim) -> Iterator[str]:
    yield claim.directness
    if (gap := find_content_gap(view.article, claim)) is not None:
        yield GAPS[gap]
    if claim.said_on is not None:
        date = view.dates[claim.said_on]
        value = date_value_in_words(date.value) if date.value is not None else "unresolved"
        words = clean(date.span.text)
        yield f"said {escape(words if words == value else f'{words}, {value}')}"
    if claim.polarity == "negative":
        yield NEGATIVE
    if claim.repeats is not None:
        yield f"repeats {claim.repeats}"
    if not view.speakers_of(claim) and claim.source is not None and claim.source.spans:
        yield f"source “{escape(words_of(claim.source.spans))}”"
    if is_doubtful(claim):
        yield f"doubtful, {claim.confidence:.0%}"
