"""Wrapping lines changes nothing: what is analysed is the same string, with the same sections."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import pytest

from claimx.reading import RawArticle, read_article, read_record

ARTICLES = json.loads((Path(__file__).parent / "pages" / "articles.json").read_text("utf-8"))
WIDTHS = range(40, 101)


def wrap(paragraph: str, width: int) -> str:
    return textwrap.fill(paragraph, width, break_on_hyphens=False, break_long_words=False)


def read_layout(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    article = read_article(text)
    return article.flow, [(s.kind, s.span.start, s.span.end) for s in article.sections]


@pytest.mark.parametrize("width", WIDTHS)
def test_paragraphs_between_blank_lines(width: int) -> None:
    for article in ARTICLES:
        plain = "\n\n".join([article["title"], *article["paragraphs"]])
        wrapped = "\n\n".join(
            [article["title"], *(wrap(paragraph, width) for paragraph in article["paragraphs"])]
        )
        assert wrapped.count("\n") > plain.count("\n")
        assert read_layout(wrapped) == read_layout(plain)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_single_paragraph(width: int) -> None:
    whole = " ".join(ARTICLES[0]["paragraphs"])
    assert read_layout(wrap(whole, width)) == read_layout(whole)


@pytest.mark.parametrize("width", [48, 66, 80])
def test_a_record_is_read_like_a_file(width: int) -> None:
    text = "\n\n".join(wrap(paragraph, width) for paragraph in ARTICLES[1]["paragraphs"])
    article = read_record({"text": text})
    assert isinstance(article, RawArticle)
    assert (article.flow, list(article.sections)) == (
        read_article(text).flow,
        list(read_article(text).sections),
    )


def test_paragraphs_without_blank_lines_end_where_a_line_has_room_left() -> None:
    paragraphs = [
        "The harbour of the town will close for a year, the mayor said on Monday.",
        "It is the first time since the storm that took its wall, and boats must leave by May.",
    ]
    text = "\n".join(wrap(paragraph, 50) for paragraph in paragraphs)
    found = [article.span for article in read_article(text).sections]
    assert [" ".join(text[span.start : span.end].split()) for span in found] == paragraphs


def test_a_line_for_each_paragraph_is_no_wrapping() -> None:
    for article in ARTICLES:
        text = "\n".join(article["paragraphs"])
        assert read_article(text).flow == text
        assert len(read_article(text).sections) == len(article["paragraphs"])


@pytest.mark.parametrize(
    "text",
    [
        "Roses are red,\nViolets are blue,\nSugar is sweet,\nAnd so are you.",
        "Town Hall\n12 Harbour Street\nNorthport\nHallam County",
        "- The harbour closes\n- The wall is rebuilt\n- It opens again",
        "Reporter: Will you resign?\nOrtiz: No.\nReporter: Why not?\nOrtiz: I was elected.",
    ],
)
def test_lines_that_mean_something_stay_lines(text: str) -> None:
    assert read_article(text).flow == text


def test_the_text_stays_as_it_is_given() -> None:
    text = wrap(" ".join(ARTICLES[2]["paragraphs"]), 60) + "\n\n"
    article = read_article(text)
    assert article.text == text
    assert len(article.flow) == len(text.rstrip())
    assert article.flow.replace(" ", "") == "".join(text.split())
