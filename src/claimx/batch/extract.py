"""Raw articles -> records, one at a time in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from pydantic import JsonValue

from claimx._version import __version__
from claimx.article import Article, Failure, Provenance
from claimx.batch.exclusive import use_alone
from claimx.batch.failures import describe_failure

if TYPE_CHECKING:
    from spacy.language import Language

    from claimx.reading import RawArticle


def extract_articles(
    inputs: Iterable[RawArticle | Failure],
    nlp: Language,
    *,
    include_text: bool = False,
    options: Mapping[str, JsonValue] | None = None,
    date_order: str | None = None,
) -> Iterator[Article | Failure]:
    """One result an input, in input order.

    Args:
        inputs: What the reading room made of them; failures are passed on in their place.
        nlp: A pipeline from ``claimx.pipeline.load.load``.
        include_text: Whether the records hold the text.
        options: What the caller asked for, kept in every record's provenance.
        date_order: ``MDY`` or ``DMY``, how numeric dates are read; None asks each article.

    Each result comes before the next input is taken. An exception that one article raises becomes
    a `Failure` of that article alone. Memory stays flat over a long run: what an article adds to
    the vocabulary of ``nlp`` is freed after it.
    """
    from claimx.pipeline.load import describe_pipeline

    provenance = Provenance(
        claimx=__version__, pipeline=describe_pipeline(nlp), options=dict(options or {})
    )
    for item in inputs:
        if isinstance(item, Failure):
            yield item
        else:
            yield extract_article(
                item, nlp, provenance, include_text=include_text, date_order=date_order
            )


def extract_article(
    raw: RawArticle,
    nlp: Language,
    provenance: Provenance,
    *,
    include_text: bool = False,
    date_order: str | None = None,
) -> Article | Failure:
    """The record of one article; nothing of spaCy's is left in it.

    This is the unit of work of a worker process, too. Articles are analysed one at a time: on
    ordinary articles this costs as much as sixteen together, and each record comes at once.
    """
    from claimx.assemble import assemble_article, make_doc

    with use_alone(nlp):
        # An exception ends inside the zone: its traceback holds Docs, which must not leave it.
        try:
            doc = make_doc(nlp, raw, date_order=date_order)
            for _, component in nlp.pipeline:
                doc = component(doc)
            return assemble_article(doc, raw, provenance, include_text=include_text)
        except Exception as error:
            return describe_failure(raw.metadata.path or "-", error)
