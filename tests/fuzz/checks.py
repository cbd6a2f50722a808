"""What holds for every text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import claimx
from claimx.article.integrity import check_offsets, check_references
from claimx.reading import InputError

if TYPE_CHECKING:
    from spacy.language import Language

PUBLISHED = "2025-03-14"


@cache
def load_once() -> Language:
    """The bundled pipeline."""
    return claimx.load()


def check_text(text: str) -> claimx.Article | None:
    """The record of ``text``, after a look at all that it promises; None where it is refused.

    Raises:
        AssertionError, ValueError: If a promise is broken.
    """
    try:
        article = claimx.extract(text, published=PUBLISHED, include_text=True, nlp=load_once())
    except ValueError as error:
        if isinstance(error.__cause__, InputError):
            return None
        raise
    assert article.text is not None
    check_offsets(article, article.text)
    check_references(article)
    line = article.to_json()
    assert "\n" not in line
    assert claimx.Article.model_validate_json(line) == article
    line.encode("utf-8")
    return article
