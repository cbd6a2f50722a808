"""Dates against a gold standard: spans, values and the list of errors."""

from __future__ import annotations

import pytest

from claimx.evaluation.dates import DateFigures, is_value_right, score_dates
from claimx.evaluation.intervals import Counts
from claimx.evaluation.predictions import PredictedDate, Prediction
from claimx.evaluation.standards import DatedText, GoldDate, GoldError

TEXT = "It closed on Friday, March 3. It had opened two years ago, in May 2007. Now it is gone."
SECOND = TEXT.index("It had")


def find(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def gold(words: str, value: str | None) -> GoldDate:
    return GoldDate(*find(words), value=value)


def predicted(words: str, value: str | None) -> PredictedDate:
    return PredictedDate(*find(words), value=value, earliest=None, latest=None)


def score(
    gold_dates: list[GoldDate],
    dates: list[PredictedDate],
    pieces: tuple[tuple[tuple[int, int], str], ...] = (),
) -> DateFigures:
    text = DatedText(
        name="a",
        text=TEXT,
        dates=tuple(gold_dates),
        sentences=((0, SECOND - 1), (SECOND, TEXT.index("Now") - 1)),
        scored=((0, TEXT.index("Now")),),
    )
    prediction = Prediction(
        id=None,
        sha256=None,
        path="a.xml",
        text=None,
        published=None,
        attributions=(),
        nested=0,
        dates=tuple(dates),
        pieces=pieces,
        pipeline=None,
    )
    return score_dates([(text, prediction)])


def counts_of(figures: DateFigures) -> dict[str, Counts]:
    group = figures.groups[0]
    return {
        name: getattr(group, name).counts
        for name in ("relaxed", "strict", "value", "value_accuracy", "value_accuracy_without_year")
    }


def test_spans_that_touch_are_found_and_only_the_same_are_exact() -> None:
    figures = score(
        [gold("Friday, March 3", "2009-03-03"), gold("May 2007", "2007-05")],
        [predicted("March 3", "2009-03-03"), predicted("May 2007", "2007")],
    )
    assert counts_of(figures) == {
        "relaxed": Counts(2, 2, 2, 2),
        "strict": Counts(1, 2, 1, 2),
        "value": Counts(1, 2, 1, 2),
        "value_accuracy": Counts(1, 2, 1, 2),
        "value_accuracy_without_year": Counts(1, 1, 1, 1),
    }


def test_an_expression_counts_once() -> None:
    figures = score(
        [gold("Friday, March 3", "2009-03-03")],
        [predicted("Friday", "2009-03-06"), predicted("March 3", "2009-03-03")],
    )
    counts = counts_of(figures)
    assert counts["relaxed"] == Counts(1, 2, 1, 1)
    # The longer overlap is taken, whatever its value.
    assert counts["value"].right == 1


def test_what_lies_outside_the_scored_text_is_left_out() -> None:
    figures = score([gold("May 2007", "2007-05")], [predicted("Now", "PRESENT_REF")])
    assert figures.groups[0].predicted == 0


def test_gold_without_a_value_counts_for_the_span_alone() -> None:
    figures = score([gold("May 2007", None)], [predicted("May 2007", "2007-05")])
    counts = counts_of(figures)
    assert counts["strict"] == Counts(1, 1, 1, 1)
    assert counts["value"] == counts["value_accuracy"] == Counts(0, 0, 0, 0)


def test_errors_are_listed_in_text_order_with_their_sentences() -> None:
    figures = score(
        [gold("Friday, March 3", "2009-03-03"), gold("two years ago", "2007")],
        [predicted("March 3", "2008-03-03"), predicted("May 2007", "2007-05")],
    )
    assert [(e.kind, e.words, e.predicted_words) for e in figures.errors] == [
        ("value", "Friday, March 3", "March 3"),
        ("missed", "two years ago", None),
        ("spurious", None, "May 2007"),
    ]
    assert figures.errors[0].sentence == "It closed on Friday, March 3."
    assert figures.errors[1].value == "2007"


def test_wrong_limits_are_an_error_where_the_value_is_right() -> None:
    figures = score([gold("Friday, March 3", "2009-03-03")], [predicted("March 3", "2009-03-03")])
    assert [error.kind for error in figures.errors] == ["limits"]


def test_a_record_of_another_text_is_refused() -> None:
    with pytest.raises(GoldError, match="another text"):
        score([gold("May 2007", "2007-05")], [], pieces=(((0, 2), "He"),))


def test_genres_have_figures_of_their_own_where_there_are_several() -> None:
    texts = [
        DatedText("a", TEXT, (gold("May 2007", "2007-05"),), (), (), genre=genre)
        for genre in ("news", "bio", "news")
    ]
    figures = score_dates([(text, None) for text in texts])
    assert [(group.name, group.texts) for group in figures.groups] == [
        ("all", 3),
        ("bio", 1),
        ("news", 2),
    ]
    assert figures.missing == 3


@pytest.mark.parametrize(
    ("expected", "value", "earliest", "latest", "is_right"),
    [
        # The same value, whatever the stretch.
        (GoldDate(0, 1, "2007-05"), "2007-05", None, None, True),
        (GoldDate(0, 1, "2007-05"), "2007", "2007-01-01", "2008-01-01", False),
        (GoldDate(0, 1, "2007-05"), None, None, None, False),
        # The same stretch under another name.
        (
            GoldDate(0, 1, None, "1980-01-01", "1990-01-01"),
            "198",
            "1980-01-01",
            "1990-01-01",
            True,
        ),
        (GoldDate(0, 1, "1980", "1980-01-01", "1981-01-01"), "1980", None, None, True),
        # A time of the day that the gold gives.
        (
            GoldDate(0, 1, "2007-05-02", "2007-05-02", "2007-05-03"),
            "2007-05-02TMO",
            "2007-05-02T06:00",
            "2007-05-02T12:00",
            True,
        ),
        # Outer limits.
        (
            GoldDate(0, 1, None, "2004-09-01", "2005-01-01", is_vague=True),
            "2004-FA",
            "2004-09-01",
            "2004-12-01",
            True,
        ),
        (
            GoldDate(0, 1, None, "2004-09-01", "2005-01-01", is_vague=True),
            "2004",
            "2004-01-01",
            "2005-01-01",
            False,
        ),
        # One limit alone.
        (GoldDate(0, 1, None, "2005-01-01", None), "2005", "2005-01-01", "2006-01-01", True),
        (GoldDate(0, 1, None, "2005-01-01", None), "2006", "2006-01-01", "2007-01-01", False),
        (GoldDate(0, 1, None, None, "2005-01-01"), "2004", "2004-01-01", "2005-01-01", True),
    ],
)
def test_values_are_compared_by_name_or_by_what_they_cover(
    expected: GoldDate, value: str | None, earliest: str | None, latest: str | None, is_right: bool
) -> None:
    assert is_value_right(PredictedDate(0, 1, value, earliest, latest), expected) == is_right


def test_a_range_counts_as_its_ends_where_the_gold_has_both() -> None:
    both = [gold("March 3", "2009-03-03"), gold("May 2007", "2007-05")]
    start, end = find("March 3")[0], find("May 2007")[1]
    whole = PredictedDate(start, end, value="2009-03-03/2007-05", earliest=None, latest=None)
    assert counts_of(score(both, [whole]))["value"] == Counts(2, 2, 2, 2)
    assert counts_of(score(both[:1], [whole]))["value"] == Counts(0, 1, 0, 1)


def test_a_vague_past_is_right_where_the_gold_has_but_an_end() -> None:
    past = predicted("two years ago", "PAST_REF")
    until = GoldDate(*find("two years ago"), earliest=None, latest="2009-03-03")
    between = GoldDate(*find("two years ago"), earliest="2006-01-01", latest="2009-03-03")
    assert is_value_right(past, until)
    assert not is_value_right(past, between)
