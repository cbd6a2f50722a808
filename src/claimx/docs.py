"""Between spaCy and records: Docs for ``nlp``, and records of the Docs that it gives back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from claimx.article import Article, Claim

# In ``doc.user_data``, which survives ``to_bytes``.
_GIVEN = "claimx/given"
_PIPELINE = "claimx/pipeline"


def make_doc(
    text: str,
    *,
    published: str | date | None = None,
    title: str | None = None,
    byline: str | None = None,
    url: str | None = None,
    date_order: str | None = None,
    nlp: Language | None = None,
) -> Doc:
    """A Doc of ``text`` with its layout and what is known of it, to be given to ``nlp``.

    ``doc = nlp(claimx.make_doc(text, published="2025-03-14"))``

    Args:
        text: The article.
        published: Publication date (ISO 8601, a ``date`` or ``datetime``), from which relative
            dates count.
        title: Headline, where the text does not hold it.
        byline: Who wrote it.
        url: Where it was published.
        date_order: ``MDY`` or ``DMY``, how ``3/4/25`` is read.
        nlp: The pipeline that the Doc is for; None is the bundled one.

    Raises:
        ValueError: If the text is empty or too long, or ``published`` is no date.
    """
    from claimx import assemble
    from claimx.arguments import check_article_text, read_day
    from claimx.bundled import bundled_pipeline
    from claimx.pipeline.load import describe_pipeline
    from claimx.reading import GivenMetadata, InputError, check_text, read_article

    try:
        check_text(check_article_text(text), "the text")
    except InputError as error:
        raise ValueError(str(error)) from error
    given = {"published": read_day(published), "title": title, "byline": byline, "url": url}
    pipeline = nlp or bundled_pipeline()
    raw = read_article(text, given=GivenMetadata(**given))
    doc = assemble.make_doc(pipeline, raw, date_order=date_order)
    doc.user_data[_GIVEN] = {name: value for name, value in given.items() if value is not None}
    doc.user_data[_PIPELINE] = describe_pipeline(pipeline)
    return doc


def from_doc(doc: Doc, *, include_text: bool = False) -> Article:
    """The record of a Doc that a pipeline of claimx has annotated.

    Args:
        doc: What ``nlp`` made of a text, or better of a Doc of `make_doc`.
        include_text: Whether the record holds the text.

    Offsets count code points of the text that the Doc was made of.
    """
    from claimx._version import __version__
    from claimx.article import Provenance
    from claimx.assemble import assemble_article
    from claimx.pipeline.layout.plain_text import get_original
    from claimx.reading import GivenMetadata, read_article

    given: dict[str, Any] = doc.user_data.get(_GIVEN, {})
    raw = read_article(get_original(doc), given=GivenMetadata(**given))
    provenance = Provenance(
        claimx=__version__, pipeline=str(doc.user_data.get(_PIPELINE, f"{doc.lang_} unknown"))
    )
    return assemble_article(doc, raw, provenance, include_text=include_text)


def add_views() -> None:
    """Make ``doc._.claims`` there: the claims of the record, computed when they are asked for."""
    from spacy.tokens import Doc

    if not Doc.has_extension("claims"):
        Doc.set_extension("claims", getter=_claims)


def _claims(doc: Doc) -> list[Claim]:
    return from_doc(doc).claims
