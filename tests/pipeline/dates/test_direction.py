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
