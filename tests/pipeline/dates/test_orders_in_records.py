"""How the caller's order of day and month reaches the record, and how a doubt does."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

import claimx
from claimx.article import Article

# Dates alone are asked here, which need no more than sentences.
pytestmark = pytest.mark.filterwarnings("ignore:claimx_dates needs:UserWarning")

TEXT = "The mayor of Northport said the harbour closed on 3/4/2025, and the bridge on 5/6/2025."


@pytest.fixture(scope="module")
def nlp() -> Language:
    """Sentences and dates, and nothing else."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("claimx_dates")
    return pipeline


def read(article: Article) -> tuple[list[str | None], list[str]]:
    """The values of the dates, and the warnings that speak of their order."""
    warnings = [warning for warning in article.warnings if "month" in warning]
    return [date.value for date in article.dates], warnings


def test_doubt_is_said_once_in_the_warnings_and_at_each_date(nlp: Language) -> None:
    article = claimx.extract(TEXT, published="2025-07-14", nlp=nlp)
    values, warnings = read(article)
    assert values == ["2025-03-04", "2025-05-06"]
    assert all(date.reason for date in article.dates)
    assert len(warnings) == 1
    assert warnings[0].startswith("2 of the dates")


def test_order_that_is_told_leaves_no_doubt(nlp: Language) -> None:
    article = claimx.extract(TEXT, published="2025-07-14", date_order="DMY", nlp=nlp)
    assert read(article) == (["2025-04-03", "2025-06-05"], [])
    assert article.provenance.options == {"date_order": "DMY"}


def test_many_articles_are_read_in_one_order(nlp: Language) -> None:
    records = [{"text": TEXT, "date": "2025-07-14"}] * 2
    articles = list(claimx.extract_many(records, date_order="DMY", nlp=nlp))
    assert [read(article)[0] for article in articles if isinstance(article, Article)] == [
        ["2025-04-03", "2025-06-05"]
    ] * 2


def test_component_can_be_configured_with_an_order() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("claimx_dates", config={"date_order": "DMY"})
    article = claimx.extract(TEXT, published="2025-07-14", nlp=pipeline)
    assert read(article) == (["2025-04-03", "2025-06-05"], [])


@pytest.mark.parametrize("order", ["YMD", "dmy", ""])
def test_order_that_is_none_is_refused(order: str, nlp: Language) -> None:
    with pytest.raises(ValueError, match="MDY or DMY"):
        claimx.extract(TEXT, date_order=order, nlp=nlp)
    with pytest.raises(ValueError, match="MDY or DMY"):
        list(claimx.extract_many([{"text": TEXT}], date_order=order, nlp=nlp))
