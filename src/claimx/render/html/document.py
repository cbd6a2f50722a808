"""One article, or an index with every article behind it, in one page."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TextIO

from claimx.article import Failure
from claimx.article.selection import is_named
from claimx.render.formats import OutputError
from claimx.render.html.body import body_of
from claimx.render.html.facts import cards_of, colour_of, date_in_words, web_address
from claimx.render.html.index import Index
from claimx.render.plain_text import clean
from claimx.render.totals import is_in_calendar, totals_of
from claimx.render.view import ArticleView

if TYPE_CHECKING:
    from jinja2 import Environment

    from claimx.article import Article, Date, Speaker
    from claimx.render.formats import Settings


def render_html(records: Iterable[Article | Failure], stream: TextIO, settings: Settings) -> None:
    """Write one page that needs no network and no other file.

    A single article stands in the page; several stand behind an index, each made visible when it
    is chosen, so that hundreds stay usable.

    Raises:
        OutputError: For a record without its text.
    """
    page = _environment()
    failures: list[Failure] = []
    articles = _articles(records, failures)
    first, second = next(articles, None), next(articles, None)
    single = first is not None and second is None and not failures
    title = clean(first.metadata.title or "") if single and first is not None else "Claims"
    stream.write(page.get_template("head.html").render(title=title or "Claims", **_assets()))
    if single and first is not None:
        stream.write(render_article(first))
    else:
        index = Index()
        held = (article for article in (first, second) if article is not None)
        for article in _chain(held, articles):
            key = index.add(article)
            stream.write(f'<template data-article="{key}">{render_article(article)}</template>\n')
            stream.flush()
        stream.write(
            page.get_template("index.html").render(index=index, failures=map(_failed, failures))
        )
    stream.write(page.get_template("foot.html").render(**_assets()))


def render_article(article: Article) -> str:
    """The article with its claims, as a part of a page.

    Raises:
        OutputError: If the record does not hold its text.
    """
    if article.text is None:
        name = article.metadata.path or article.id
        raise OutputError(
            f"{clean(name)}: the record holds no text to show: make it with --include-text"
        )
    view = ArticleView(article)
    return _environment().get_template("article.html").render(**_facts(view))


def render_frame(article: Article) -> str:
    """The article alone, highlighted, in a frame for a notebook: no script, no request.

    Raises:
        OutputError: If the record does not hold its text.
    """
    if article.text is None:
        raise OutputError(f"{clean(article.id)}: the record holds no text to show")
    view = ArticleView(article)
    names = [clean(speaker.name) for speaker in article.speakers if is_named(speaker)]
    unnamed = len(article.speakers) - len(names)
    names += [f"{unnamed} unnamed"] if unnamed else []
    page = (
        _environment()
        .get_template("frame.html")
        .render(
            body=body_of(view),
            title=clean(article.metadata.title or ""),
            claims=len(article.claims),
            names=", ".join(names),
            **_assets(),
        )
    )
    return (
        '<iframe sandbox="" title="claims of an article" width="100%" height="480" '
        f'srcdoc="{escape(page)}"></iframe>'
    )


def _facts(view: ArticleView) -> dict[str, Any]:
    article, cards = view.article, cards_of(view)
    known = article.metadata
    most = max((speaker.quoted_words for speaker in article.speakers), default=0)
    speakers = [view.speakers[identifier] for identifier in view.prominence]
    return {
        "title": clean(known.title or "Untitled article"),
        "byline": clean(known.byline or ""),
        "publisher": clean(known.publisher or ""),
        "published": known.published,
        "path": clean(known.path or ""),
        "url": web_address(known.url),
        "id": clean(article.id),
        "warnings": [clean(warning) for warning in article.warnings],
        "body": body_of(view),
        "cards": cards,
        "kinds": sorted({card.kind for card in cards if card.kind}),
        "named": [_voice(view, speaker, most) for speaker in speakers if is_named(speaker)],
        "unnamed": [_voice(view, speaker, most) for speaker in speakers if not is_named(speaker)],
        "timeline": _timeline(view),
        "elsewhere": _elsewhere(view),
        "totals": totals_of(article),
        "provenance": f"claimx {article.provenance.claimx}, {article.provenance.pipeline}",
    }


def _voice(view: ArticleView, speaker: Speaker, most: int) -> dict[str, Any]:
    """A speaker with figures; the bar is in percent of ``most`` words."""
    return {
        "id": speaker.id,
        "name": clean(speaker.name),
        "anonymous": speaker.anonymous,
        "role": clean(speaker.roles[0].text) if speaker.roles else "",
        "claims": speaker.claims,
        "words": speaker.quoted_words,
        "bar": round(100 * speaker.quoted_words / most) if most else 0,
        "colour": colour_of(view, speaker),
    }


def _timeline(view: ArticleView) -> list[dict[str, Any]]:
    """The dates that resolve to a place in the calendar, in its order."""
    placed = [date for date in view.article.dates if is_in_calendar(date)]
    placed.sort(key=lambda date: (date.earliest or "", date.span.start))
    return _dates(view, placed)


def _elsewhere(view: ArticleView) -> list[dict[str, Any]]:
    """The dates without such a place, in text order: "now", "30 days", the unresolved."""
    return _dates(view, [date for date in view.article.dates if not is_in_calendar(date)])


def _dates(view: ArticleView, dates: Iterable[Date]) -> list[dict[str, Any]]:
    said: dict[str, list[str]] = {}
    for claim in view.article.claims:
        if claim.said_on is not None:
            said.setdefault(claim.said_on, []).append(claim.id)
    return [
        {"id": date.id, "words": date_in_words(date), "claims": said.get(date.id, [])}
        for date in dates
    ]


def _articles(records: Iterable[Article | Failure], failures: list[Failure]) -> Iterator[Article]:
    for record in records:
        if isinstance(record, Failure):
            failures.append(record)
        else:
            yield record


def _chain(first: Iterable[Article], rest: Iterable[Article]) -> Iterator[Article]:
    yield from first
    yield from rest


def _failed(failure: Failure) -> str:
    return clean(failure.error.message)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _asset(name: str) -> str:
    return files("claimx.render.html").joinpath("assets", name).read_text(encoding="utf-8")


@cache
def _assets() -> dict[str, str]:
    """Style and script with their hashes: nothing else may run in the page."""
    style, script = _asset("report.css"), _asset("report.js")
    return {
        "style": style,
        "script": script,
        "style_hash": _hash(style),
        "script_hash": _hash(script),
    }


def _hash(content: str) -> str:
    return base64.b64encode(sha256(content.encode("utf-8")).digest()).decode("ascii")
