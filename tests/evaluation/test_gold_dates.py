"""Gold standards of dates: texts rebuilt from words, and what of them is scored."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from claimx.evaluation import GoldError, read_gold
from claimx.evaluation.standards import DatedText
from claimx.evaluation.tei_dates import find_limits, to_timex_value
from claimx.evaluation.text_building import TextBuilder


def read_dates(path: Path) -> dict[str, DatedText]:
    return {text.name: text for text in read_gold(path).dated}


def show(text: DatedText) -> dict[str, tuple[str | None, str | None, str | None]]:
    """What each date of the gold stands for, by its words."""
    return {
        text.text[date.start : date.end]: (date.value, date.earliest, date.latest)
        for date in text.dates
    }


@pytest.fixture
def ferry(data: Path) -> DatedText:
    return read_dates(data / "meantime")["1_Ferry_line_to_close"]


@pytest.fixture
def museum(data: Path) -> DatedText:
    return read_dates(data / "gum")["GUM_news_museum"]


def test_meantime_is_read_as_raw_text(ferry: DatedText) -> None:
    assert ferry.text == (
        "Ferry line to close\n\nJune 12, 2009\n\n"
        "The line will close on Friday, director Ines Vogel said yesterday. "
        '"We lost money in 2008," she said at 8:30 a.m. (local time). '
        "It ran for two years, every Sunday. No boat sailed last month. "
        "The council met on March 3."
    )
    assert ferry.published == "2009-06-12"


def test_of_meantime_dates_and_times_of_the_annotated_sentences_are_scored(
    ferry: DatedText,
) -> None:
    # Neither the dateline, a duration, a set, a date without words nor one of sentence 6.
    assert {words: value for words, (value, _, _) in show(ferry).items()} == {
        "Friday": "2009-06-19",
        "yesterday": "2009-06-11",
        "2008": "2008",
        "8:30 a.m.": "2009-06-11T08:30",
        "last month": "2009-05",
    }
    scored = [ferry.text[start:end] for start, end in ferry.scored]
    assert scored[0] == "Ferry line to close"
    assert "June 12, 2009" not in scored
    assert scored[-1] == "No boat sailed last month."


def test_gum_is_read_as_raw_text(museum: DatedText) -> None:
    assert museum.text == (
        "Museum reopens after flood\n\nFriday, March 8, 2019\n\n"
        "The museum reopened on Tuesday, a flood-damaged house closed since the last quarter of "
        '2018. "It was dry by the end of winter," said Teo Brandt at noon.\n\n'
        "He expects guests from Monday and a feast in October, as in November 1966. "
        "He will tell more some day."
    )


def test_the_dateline_of_gum_is_the_day_of_publication_and_not_scored(museum: DatedText) -> None:
    assert museum.published == "2019-03-08"
    assert "Friday, March 8, 2019" not in show(museum)
    assert "Friday, March 8, 2019" not in [museum.text[a:b] for a, b in museum.scored]


def test_without_a_dateline_the_day_of_creation_is_that_of_publication(data: Path) -> None:
    assert read_dates(data / "gum")["GUM_bio_vogel"].published == "2019-01-10"


def test_times_of_day_in_gum_are_not_scored(museum: DatedText) -> None:
    noon = museum.text.index("noon")
    assert not any(start <= noon < end for start, end in museum.scored)
    assert any(start <= noon - 1 < end for start, end in museum.scored)


def test_the_attributes_of_gum_are_stretches_of_time(museum: DatedText) -> None:
    assert show(museum) == {
        "Tuesday": ("2019-03-05", "2019-03-05", "2019-03-06"),
        "the last quarter of 2018": (None, "2018-10-01", "2019-01-01"),
        "the end of winter": (None, "2019-02-01", "2019-04-01"),
        "from Monday": (None, "2019-03-11", None),
        "October": ("XXXX-10", None, None),
        "November 1966": ("1966-11", "1966-11-01", "1966-12-01"),
        "some day": (None, None, None),
    }
    vague = [date for date in museum.dates if date.is_vague]
    assert [museum.text[date.start : date.end] for date in vague] == ["the end of winter"]


def test_only_texts_of_a_genre_are_kept(data: Path) -> None:
    assert [t.name for t in read_gold(data / "gum", genres=["bio"]).dated] == ["GUM_bio_vogel"]
    with pytest.raises(GoldError, match="no text of the genre letter"):
        read_gold(data / "gum", genres=["letter"])


@pytest.mark.parametrize(
    ("value", "limits"),
    [
        ("2019", ("2019-01-01", "2020-01-01")),
        ("2019-12", ("2019-12-01", "2020-01-01")),
        ("2020-02-29", ("2020-02-29", "2020-03-01")),
        ("0348", ("0348-01-01", "0349-01-01")),
        ("2019-02-30", None),
        ("9999", None),
        ("0000", None),
        ("-2009-03-13", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_date_of_the_calendar_has_limits(value: str, limits: tuple[str, str] | None) -> None:
    assert find_limits(value) == limits


@pytest.mark.parametrize(
    ("value", "timex"),
    [
        ("2019-12", "2019-12"),
        ("--10", "XXXX-10"),
        ("--09-30", "XXXX-09-30"),
        ("2010-09-04T22:30:00", "2010-09-04T22:30"),
        ("soon", None),
    ],
)
def test_dates_are_written_as_timex_writes_them(value: str, timex: str | None) -> None:
    assert to_timex_value(value) == timex


def test_words_are_joined_as_english_is_written() -> None:
    builder = TextBuilder()
    words = "`` I do n't pay $ 5 ( or 6 ) , '' said Jo 's son . \" Why ? \""
    for word in words.split():
        builder.add(word)
    assert builder.text == '"I don\'t pay $5 (or 6)," said Jo\'s son. "Why?"'


def test_offsets_are_those_of_the_text() -> None:
    builder = TextBuilder()
    words = ["“", "Yes", ",", "”", "she", "said", "."]
    spans = [builder.add(word) for word in words]
    assert [builder.text[start:end] for start, end in spans] == words


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.xml", "<Document><token>x</token></Document>", "is no document of MEANTIME"),
        ("a.xml", "<html></html>", "neither of MEANTIME nor of GUM"),
        ("a.xml", "<text><s>", "cannot be read as XML"),
        ("a.csv", "a,b", "is no gold standard that claimx can read"),
    ],
)
def test_what_is_no_gold_is_refused_with_a_sentence(
    tmp_path: Path, name: str, content: str, sentence: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    for path in (tmp_path, tmp_path / name):
        with pytest.raises(GoldError, match=sentence):
            read_gold(path)


def test_a_kind_that_the_gold_does_not_have_is_refused(data: Path) -> None:
    with pytest.raises(GoldError, match="no dates"):
        read_gold(data / "brat", "dates")
    with pytest.raises(GoldError, match="no attributions"):
        read_gold(data / "gum", "attributions")


def test_a_brat_folder_without_annotations_is_refused(data: Path, tmp_path: Path) -> None:
    shutil.copytree(data / "brat" / "text", tmp_path / "text")
    (tmp_path / "attributions").mkdir()
    with pytest.raises(GoldError, match="holds no annotated text"):
        read_gold(tmp_path)
