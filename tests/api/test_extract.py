"""The Python interface refuses what no article can be."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import spacy

import claimx


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_a_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="empty"):
        claimx.extract(text)


def test_a_text_over_the_limit_is_refused_with_its_length() -> None:
    with pytest.raises(ValueError, match="1,000,001"):
        claimx.extract("a" * 1_000_001)


def test_a_bad_date_is_refused() -> None:
    with pytest.raises(ValueError, match="2025-13-40"):
        claimx.extract("Ms. Hill said it was over.", published="2025-13-40")


@pytest.fixture(autouse=True)
def blank(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline that finds nothing, so that tests start at once."""
    monkeypatch.setattr("claimx.api._bundled", lambda: spacy.blank("en"))


@pytest.mark.parametrize(
    "published",
    [
        "2025-03-14",
        date(2025, 3, 14),
        datetime(2025, 3, 14, 7, 15),
        datetime(2025, 3, 14, 7, 15, tzinfo=UTC),
    ],
)
def test_a_day_of_publication_may_be_a_date(published: str | date) -> None:
    article = claimx.extract("It was over, they said.", published=published)
    day = article.metadata.published
    assert day is not None
    assert day.startswith("2025-03-14")
    records = claimx.extract_many([{"text": "It was over, they said."}], published=published)
    assert [article.metadata.published for article in records] == [day]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"text": None}, "text is None: give the text of an article as a str"),
        ({"text": 5}, "text is of type int: give the text of an article as a str"),
        ({"text": Path("a.txt")}, "text is of type PosixPath: claimx.extract_many reads files"),
        ({"text": b"a"}, "text is of type bytes: decode it"),
        ({"published": 20250314}, "published is of type int: give a str such as '2025-03-14'"),
        ({"title": 5}, "title is of type int: give a str or None"),
        ({"date_order": 5}, "date_order is of type int: give a str or None"),
        ({"nlp": "en_core_web_sm"}, r"must be a pipeline: claimx\.load\('en_core_web_sm'\) gives"),
        ({"nlp": 5}, "nlp is of type int and must be a pipeline: see claimx.load"),
    ],
)
def test_other_types_are_refused_in_a_sentence(arguments: dict[str, Any], sentence: str) -> None:
    with pytest.raises(TypeError, match=sentence):
        claimx.extract(**{"text": "It was over.", **arguments})


@pytest.mark.parametrize("items", [None, 5, b"articles", object()])
def test_what_cannot_be_many_inputs_is_refused_at_once(items: Any) -> None:
    with pytest.raises(TypeError, match=r"^paths_or_records is .*: give paths, or mappings"):
        claimx.extract_many(items)


def test_a_single_path_is_a_list_of_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "articles").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "articles" / name).write_text("It was over, they said.")
    monkeypatch.chdir(tmp_path)
    expected = ["articles/a.txt", "articles/b.txt"]
    for items in ("articles", "articles/", Path("articles"), ["articles"], [Path("articles")]):
        assert [item.metadata.path for item in claimx.extract_many(items)] == expected


def test_a_single_record_is_a_list_of_one() -> None:
    (article,) = claimx.extract_many({"text": "It was over, they said.", "title": "Over"})
    assert article.metadata.title == "Over"


def test_each_input_of_another_type_is_a_failure_in_its_place() -> None:
    text = "The mayor said that the bridge was not safe, and that it would stay shut until May."
    items: list[Any] = [None, 5, b"a.txt", text, "Two\nlines.", {"text": "It was over."}]
    found = list(claimx.extract_many(items))
    messages = [item.error.message for item in found if isinstance(item, claimx.Failure)]
    assert messages == [
        "record 1 is None: give a path, or a mapping with the article in 'text'",
        "record 2 is of type int: give a path, or a mapping with the article in 'text'",
        "record 3 is of type bytes: give a path, or a mapping with the article in 'text'",
        "record 4 is a text and not a path: give {'text': …} for it",
        "record 5 is a text and not a path: give {'text': …} for it",
    ]
    assert isinstance(found[5], claimx.Article)
