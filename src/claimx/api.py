"""The Python interface: what ``import claimx`` offers."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

    from claimx.arguments import Item
    from claimx.article import Article, Failure


def load(model: str | None = None) -> Language:
    """The pipeline that annotates articles, ready for ``nlp.pipe``.

    Args:
        model: An installed spaCy pipeline or the path of one; None gives the bundled
            ``claimx_en``.

    Raises:
        claimx.pipeline.load.PipelineError: If there is no such pipeline, or if it lacks a
            component that the analysis needs.
    """
    from claimx.docs import add_views
    from claimx.pipeline.load import load as load_pipeline

    add_views()
    return load_pipeline(model)


def extract(
    text: str,
    *,
    published: str | date | None = None,
    title: str | None = None,
    byline: str | None = None,
    url: str | None = None,
    include_text: bool = False,
    date_order: str | None = None,
    nlp: Language | None = None,
) -> Article:
    """Who said what, when, in one article.

    Args:
        text: The article; offsets of the result count its code points.
        published: Publication date (ISO 8601, or a ``date`` or ``datetime``); without one, relative
            dates stay unresolved.
        title: Headline, where the text does not hold it.
        byline: Who wrote it.
        url: Where it was published.
        include_text: Whether the record holds the text.
        date_order: ``MDY`` or ``DMY``, how ``3/4/25`` is read; None asks the article's own dates,
            and where these tell nothing reads the month first and says so in the record.
        nlp: A pipeline from `load`; None loads the bundled one once and keeps it.

    Any number of threads may call this: those that share a pipeline wait for each other.

    Raises:
        ValueError: If the text is empty or too long, ``published`` is no date, or ``date_order``
            none of the two.
        TypeError: If an argument is of another type.
    """
    from claimx.arguments import check_article_text, check_pipeline, check_strings, read_day
    from claimx.article import Failure
    from claimx.batch import extract_articles
    from claimx.pipeline.dates.orders import check_date_order
    from claimx.reading import (
        GivenMetadata,
        InputError,
        check_text,
        read_article,
    )

    check_strings(title=title, byline=byline, url=url, date_order=date_order)
    check_pipeline(nlp)
    check_date_order(date_order)
    try:
        check_text(check_article_text(text), "the text")
    except InputError as error:
        raise ValueError(str(error)) from error
    given = GivenMetadata(
        published=read_day(published),
        title=title,
        byline=byline,
        url=url,
    )
    try:
        raw = read_article(text, given=given)
    except InputError as error:
        raise ValueError(str(error)) from error
    result = next(
        extract_articles(
            [raw],
            nlp or _bundled(),
            include_text=include_text,
            options=_options(date_order),
            date_order=date_order,
        )
    )
    if isinstance(result, Failure):
        raise ValueError(result.error.message)
    return result


def extract_many(
    paths_or_records: Iterable[Item] | Item,
    *,
    published: str | date | None = None,
    text_key: str | None = None,
    date_key: str | None = None,
    include_text: bool = False,
    date_order: str | None = None,
    nlp: Language | None = None,
) -> Iterator[Article | Failure]:
    """Many articles, in input order, one result an input; an input that fails is a `Failure`.

    Args:
        paths_or_records: Paths of files of any format and of folders as on the command line, or
            mappings with the article in ``text`` and metadata beside it (``title``, ``date``,
            ``url``, ``id``, …). A single path or mapping stands for a list of one.
        published: Publication date that holds for every input.
        text_key: The field of a record or column of a table that holds the article, where its
            name does not tell (``text``, ``body``, ``content``, ``articleBody``, …).
        date_key: The one that holds the date of publication.
        include_text: Whether the records hold the text.
        date_order: ``MDY`` or ``DMY``, how numeric dates are read; None asks each article.
        nlp: A pipeline from `load`; None loads the bundled one once and keeps it.

    Raises:
        ValueError: If ``published`` is no date, or ``date_order`` none of the two.
        TypeError: If an argument is of another type; an input that is neither a path nor a mapping
            is a `Failure` in its place.
    """
    from claimx.arguments import (
        check_pipeline,
        check_strings,
        list_items,
        read_day,
        refuse_item,
    )
    from claimx.batch import extract_articles
    from claimx.pipeline.dates.orders import check_date_order
    from claimx.reading import GivenMetadata, ReadingOptions, read_inputs, read_record

    check_strings(text_key=text_key, date_key=date_key, date_order=date_order)
    check_pipeline(nlp)
    check_date_order(date_order)
    given = GivenMetadata(published=read_day(published))
    options = ReadingOptions(text_key=text_key, date_key=date_key)
    items = list_items(paths_or_records)

    def inputs() -> Iterator[Any]:
        for number, item in enumerate(items, start=1):
            if refused := refuse_item(item, number):
                yield refused
            elif isinstance(item, Mapping):
                yield read_record(
                    item,
                    path=f"record {number}",
                    given=given,
                    text_key=text_key,
                    date_key=date_key,
                )
            else:
                yield from read_inputs([os.fspath(item)], given=given, options=options)

    return extract_articles(
        inputs(),
        nlp or _bundled(),
        include_text=include_text,
        options=_options(date_order),
        date_order=date_order,
    )


def _options(date_order: str | None) -> dict[str, str]:
    return {} if date_order is None else {"date_order": date_order}


def _bundled() -> Language:
    from claimx.bundled import bundled_pipeline

    return bundled_pipeline()
