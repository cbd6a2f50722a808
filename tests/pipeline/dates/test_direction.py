"""Whether a date lies on the right side of publication, and the day of saying behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.quality.direction import FIRST, SECOND, describe_errors, read_cases, try_cases

import claimx

PUBLISHED = "2025-03-14"


@pytest.mark.parametrize(("path", "floor"), [(FIRST, 114), (SECOND, 56)])
def test_most_dates_lie_on_the_right_side_of_publication(path: Path, floor: int) -> None:
    outcomes = try_cases(read_cases(path))
    right = sum(outcome.is_right for outcome in outcomes)
    assert right >= floor, "\n".join(describe_errors(outcomes))


@pytest.mark.parametrize(
    ("text", "said_on"),
    [
        ("Speaking at a rally on Sunday, Ortiz said the vote was rigged.", "2025-03-09"),
        ("A report published in March 2020 found that the bridge was unsafe.", "2020-03"),
        ("In a letter dated March 3, the board said it would step down.", "2025-03-03"),
        ("According to a March 3 press release, the bank will close nine branches.", "2025-03-03"),
        ("Norvia said Tuesday it would drop its route to Leeds.", "2025-03-11"),
        ("Officials said on Wednesday night the storm would come.", "2025-03-12TNI"),
        ("Speaking in Dunmore on Wednesday, he promised that taxes would fall.", "2025-03-12"),
        (
            "The United Nations Security Council on Friday made a strong condemnation of North "
            "Korea's latest nuclear test.",
            "2025-03-14",
        ),
        ("Hill, who was elected in 2019, said the law was bad.", None),
        ("The minister will announce on Tuesday that taxes are to rise.", None),
        ("On 20 March 2025, the minister said the bridge was safe.", None),
    ],
)
def test_the_day_of_saying_is_no_other_day_and_none_to_come(text: str, said_on: str | None) -> None:
    article = claimx.extract(f"{text}\n", published=PUBLISHED)
    (claim,) = article.claims
    values = {date.id: date.value for date in article.dates}
    assert (values[claim.said_on] if claim.said_on is not None else None) == said_on


def test_a_day_of_saying_after_publication_is_warned_of() -> None:
    text = "On 20 March 2025, the minister said the bridge was safe.\n"
    article = claimx.extract(text, published=PUBLISHED)
    assert any("check the date of publication" in warning for warning in article.warnings)
    assert [date.value for date in article.dates] == ["2025-03-20"]


def test_hours_count_from_the_hour_of_publication() -> None:
    text = "The rocket lifted off four hours ago, the agency said. It will dock in 36 hours.\n"
    article = claimx.extract(text, published="2025-03-14T16:00:00Z")
    assert article.metadata.published == "2025-03-14T16:00:00Z"
    assert [date.value for date in article.dates] == ["2025-03-14T12:00Z", "2025-03-16T04:00Z"]
    without = claimx.extract(text, published="2025-03-14")
    assert [date.offset for date in without.dates] == ["-PT4H", "PT36H"]


def test_a_night_told_of_is_in_doubt_where_the_hour_of_publication_is_not_known() -> None:
    text = "They won the cup tonight. The parade will start tonight.\n"
    (won, ahead) = claimx.extract(text, published=PUBLISHED).dates
    assert (won.value, won.reason) == ("2025-03-14TNI", "night-in-doubt")
    assert (ahead.value, ahead.reason) == ("2025-03-14TNI", None)
    (late, _) = claimx.extract(text, published="2025-03-14T23:30:00Z").dates
    assert (late.value, late.reason) == ("2025-03-14TNI", None)
    (early, _) = claimx.extract(text, published="2025-03-14T00:30:00Z").dates
    assert (early.value, early.reason) == ("2025-03-13TNI", None)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The factory, which shut in November, employed 900 people.", ["2024-11"]),
        ("As of Sunday, all four are in hospital.", ["2025-03-09"]),
        ("As of Sunday, fares will rise.", ["2025-03-16"]),
        ("The deal announced Monday would create a large bank.", ["2025-03-10"]),
        ("The mayor said Monday would be a day of mourning.", ["2025-03-17", "P1D"]),
        ("Ministers had been due to meet Tuesday, but fell out.", ["2025-03-11"]),
        ("Troops left in 2011 and returned three years later.", ["2011", "2014"]),
        (
            "The fire broke out on Friday. Troops left in 2011 and returned three years later.",
            ["2025-03-14", "2011", "2014"],
        ),
        (
            "The army moved on November 15, 2017. He gave up his office on November 21.",
            ["2017-11-15", "2017-11-21"],
        ),
        (
            "Ortiz spoke in Leeds on Thursday. She praised the raid that killed the 9/11 plotter. "
            "In a speech earlier in the day, she had said little.",
            ["2025-03-13", "2001-09-11", "2025-03-13"],
        ),
        (
            "The law was passed on June 5, 2017. The court ruled on February 21.",
            ["2017-06-05", "2025-02-21"],
        ),
    ],
)
def test_dates_lie_where_the_clause_and_the_text_before_put_them(
    text: str, values: list[str]
) -> None:
    article = claimx.extract(f"{text}\n", published=PUBLISHED)
    assert [date.value for date in article.dates] == values
