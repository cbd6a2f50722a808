"""Many inputs through one pipeline: order, failures, memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from claimx.article import Article, Failure, FailureMetadata, FailureReason
from claimx.batch import describe_failure, extract_articles
from claimx.reading import RawArticle, read_article

SPOILED = "The archive burned down. SPOILED"


@Language.component("refuse_spoiled")
def refuse_spoiled(doc: Doc) -> Doc:
    if "SPOILED" in doc.text:
        raise ValueError("[E999] the text\nis spoiled.")
    return doc


@pytest.fixture
def nlp() -> Language:
    """A pipeline that finds nothing and cannot bear some texts."""
    nlp = spacy.blank("en")
    nlp.add_pipe("refuse_spoiled")
    return nlp


def raw(text: str, path: str = "a.txt") -> RawArticle:
    return read_article(text, path=path)


def failure(path: str) -> Failure:
    return Failure(
        metadata=FailureMetadata(path=path), error=FailureReason(type="Missing", message="gone")
    )


def path_of(result: Article | Failure) -> str | None:
    return result.metadata.path


def test_results_come_in_input_order_and_failures_stay_in_their_place(nlp: Language) -> None:
    inputs = [
        raw("The council met on Monday.", "1.txt"),
        failure("2.txt"),
        raw("Nobody came to the second meeting.", "3.txt"),
        raw(SPOILED, "4.txt"),
        failure("5.txt"),
        raw("The mayor left early.", "6.txt"),
    ]
    results = list(extract_articles(inputs, nlp))
    assert [path_of(result) for result in results] == [f"{n}.txt" for n in range(1, 7)]
    failed = [path_of(result) for result in results if isinstance(result, Failure)]
    assert failed == ["2.txt", "4.txt", "5.txt"]


def test_an_article_that_cannot_be_analysed_says_why_in_one_sentence(nlp: Language) -> None:
    (result,) = extract_articles([raw(SPOILED)], nlp)
    assert isinstance(result, Failure)
    assert result.error.type == "ValueError"
    assert result.error.message == (
        "a.txt could not be analysed (ValueError: [E999] the text is spoiled)"
    )


def test_an_article_that_cannot_be_assembled_fails_alone(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimx import assemble

    original = assemble.assemble_article

    def assemble_some(doc: Doc, article: RawArticle, *args: Any, **kwargs: Any) -> Article:
        if article.metadata.path == "2.txt":
            raise LookupError
        return original(doc, article, *args, **kwargs)

    monkeypatch.setattr(assemble, "assemble_article", assemble_some)
    inputs = [raw("The bridge is shut.", f"{n}.txt") for n in (1, 2, 3)]
    results = list(extract_articles(inputs, nlp))
    assert [type(result) for result in results] == [Article, Failure, Article]


def test_a_pipeline_still_works_after_a_failure(nlp: Language) -> None:
    list(extract_articles([raw(SPOILED)], nlp))
    (result,) = extract_articles([raw("The bridge is shut.")], nlp)
    assert isinstance(result, Article)


def test_what_the_articles_add_to_the_vocabulary_is_freed(nlp: Language) -> None:
    def inputs(first: int) -> Iterator[RawArticle]:
        for number in range(first, first + 20):
            yield raw(f"Word{number}a met word{number}b at place{number}c.")

    list(extract_articles(inputs(0), nlp))
    before = len(nlp.vocab.strings)
    list(extract_articles(inputs(100), nlp))
    assert len(nlp.vocab.strings) == before


def test_each_result_comes_before_the_next_input_is_read(nlp: Language) -> None:
    taken: list[int] = []

    def inputs() -> Iterator[RawArticle]:
        for number in range(3):
            taken.append(number)
            yield raw("The bridge is shut.", f"{number}.txt")

    results = extract_articles(inputs(), nlp)
    assert taken == []
    for number in range(3):
        next(results)
        assert taken == list(range(number + 1))


def test_what_was_read_before_the_inputs_broke_off_is_not_lost(nlp: Language) -> None:
    def inputs() -> Iterator[RawArticle]:
        yield raw("The bridge is shut.", "1.txt")
        yield raw("The harbour is shut.", "2.txt")
        raise LookupError("no more")

    results = extract_articles(inputs(), nlp)
    assert [path_of(next(results)), path_of(next(results))] == ["1.txt", "2.txt"]
    with pytest.raises(LookupError, match="no more"):
        next(results)


def test_records_say_what_made_them_and_hold_the_text_on_request(nlp: Language) -> None:
    text = "The bridge is shut."
    options = {"published": "2024-10-16", "include_text": True}
    (with_text,) = extract_articles([raw(text)], nlp, include_text=True, options=options)
    (without,) = extract_articles([raw(text)], nlp)
    assert isinstance(with_text, Article)
    assert isinstance(without, Article)
    assert with_text.text == text
    assert without.text is None
    assert with_text.provenance.options == options
    assert with_text.provenance.pipeline.startswith("en_")


def test_an_article_gives_the_same_bytes_alone_and_in_company(nlp: Language) -> None:
    inputs = [raw(f"The bridge is shut for {n} days.", f"{n}.txt") for n in range(5)]
    together = [result.to_json() for result in extract_articles(inputs, nlp)]
    alone = [next(extract_articles([item], nlp)).to_json() for item in reversed(inputs)]
    assert together == alone[::-1]


def test_a_long_reason_is_cut_and_an_empty_one_left_out() -> None:
    assert len(describe_failure("a.txt", ValueError("x" * 5000)).error.message) < 400
    assert describe_failure("a.txt", KeyError()).error.message == (
        "a.txt could not be analysed (KeyError)"
    )
