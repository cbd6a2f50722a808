"""Runs the component on plain sentences: no model, the tokenizer and sentence marks alone."""

from __future__ import annotations

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.annotations import Timex, get_timexes
from claimx.pipeline.dates.component import Dates
from claimx.pipeline.layout_annotations import Context, set_context
from claimx_training.tokenizer import make_blank_pipeline


@cache
def _pipeline() -> Language:
    nlp = make_blank_pipeline()
    nlp.add_pipe("sentencizer")
    return nlp


def make_doc(text: str, published: str | None = None, dateline: str | None = None) -> Doc:
    """A document with its context, before the component has seen it."""
    doc = _pipeline()(text)
    set_context(doc, Context(published=published, dateline=dateline))
    return doc


def read_dates(
    text: str,
    published: str | None = None,
    dateline: str | None = None,
    date_order: str | None = None,
) -> list[Timex]:
    """The time expressions that the component stores."""
    doc = Dates(date_order=date_order)(make_doc(text, published, dateline))
    return get_timexes(doc)
