"""Raw articles -> records, a chunk at a time in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from pydantic import JsonValue

from claimx._version import __version__
from claimx.article import Article, Failure, Provenance
from claimx.batch.chunks import split_into_chunks
from claimx.batch.failures import describe_failure

if TYPE_CHECKING:
    from spacy.language import Language

    from claimx.reading import RawArticle

CHUNK_SIZE = 16
# A chunk of long documents would hold gigabytes: the model's activations grow with the text.
CHUNK_CHARACTERS = 200_000


def extract_articles(
    inputs: Iterable[RawArticle | Failure],
    nlp: Language,
    *,
    include_text: bool = False,
    options: Mapping[str, JsonValue] | None = None,
    chunk_size: int = CHUNK_SIZE,
    date_order: str | None = None,
) -> Iterator[Article | Failure]:
    """One result an input, in input order.

    Args:
        inputs: What the reading room made of them; failures are passed on in their place.
        nlp: A pipeline from ``claimx.pipeline.load.load``.
        include_text: Whether the records hold the text.
        options: What the caller asked for, kept in every record's provenance.
        chunk_size: How many inputs are read ahead and analysed together, at least 1.
        date_order: ``MDY`` or ``DMY``, how numeric dates are read; None asks each article.

    An exception that one article raises becomes a `Failure` of that article alone. Memory stays
    flat over a long run: what a chunk adds to the vocabulary of ``nlp`` is freed after it.
    """
    from claimx.pipeline.load import describe_pipeline

    provenance = Provenance(
        claimx=__version__, pipeline=describe_pipeline(nlp), options=dict(options or {})
    )
    chunks = split_into_chunks(inputs, articles=chunk_size, characters=CHUNK_CHARACTERS)
    for chunk in chunks:
        raws = [item for item in chunk if not isinstance(item, Failure)]
        results = iter(
            extract_chunk(raws, nlp, provenance, include_text=include_text, date_order=date_order)
        )
        for item in chunk:
            yield item if isinstance(item, Failure) else next(results)


def extract_chunk(
    raws: Sequence[RawArticle],
    nlp: Language,
    provenance: Provenance,
    *,
    include_text: bool = False,
    date_order: str | None = None,
) -> list[Article | Failure]:
    """The results of a few articles, in order; nothing of spaCy's is left in them.

    This is the unit of work of a worker process, too.
    """
    results = _analyse_together(raws, nlp, provenance, include_text, date_order)
    if isinstance(results, list):
        return list(results)
    if len(raws) == 1:
        return [results]
    # One article spoiled the chunk: alone, each answers for itself.
    return [
        result
        for raw in raws
        for result in extract_chunk(
            [raw], nlp, provenance, include_text=include_text, date_order=date_order
        )
    ]


def _analyse_together(
    raws: Sequence[RawArticle],
    nlp: Language,
    provenance: Provenance,
    include_text: bool,
    date_order: str | None,
) -> list[Article] | Failure:
    """Records of all ``raws``, or a failure if one of them raised an exception.

    The exception ends inside the memory zone: its traceback holds Docs, which must not leave it.
    """
    from claimx.assemble import assemble_article, make_doc

    with nlp.memory_zone():
        try:
            pairs = ((make_doc(nlp, raw, date_order=date_order), raw) for raw in raws)
            return [
                assemble_article(doc, raw, provenance, include_text=include_text)
                for doc, raw in nlp.pipe(pairs, as_tuples=True, batch_size=len(raws) or 1)
            ]
        except Exception as error:
            return describe_failure(raws[0].metadata.path or "-", error)
