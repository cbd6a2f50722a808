"""Past or ahead: 120 sentences in the manner of news, written before the code was read.

They are never edited, and nothing is listed for the sake of one of them. When they were first
run, 107 were right.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

import claimx
from claimx.article import Article

PUBLISHED = "2025-03-14"
FLOOR = 114


class Case(NamedTuple):
    """A sentence, the half-open offsets of its date, and the value that a reader gives it."""

    text: str
    start: int
    end: int
    value: str


def read_cases() -> list[Case]:
    lines = (Path(__file__).parent / "data" / "direction.tsv").read_text(encoding="utf-8")
    cases = []
    for line in lines.splitlines():
        if line.startswith("#"):
            continue
        _, value, marked = line.split("\t")
        start, end = marked.index("["), marked.index("]") - 1
        cases.append(Case(marked.replace("[", "").replace("]", ""), start, end, value))
    return cases


def value_at(case: Case, article: Article) -> str | None:
    """The value of the first date that overlaps the marked one."""
    for date in article.dates:
        if date.span.start < case.end and case.start < date.span.end:
            return date.value
    return None


def test_most_dates_lie_on_the_right_side_of_publication() -> None:
    wrong = [
        f"{case.value}: {found} in {case.text}"
        for case in read_cases()
        if not (found := value_at(case, claimx.extract(case.text, published=PUBLISHED)) or "")[
            :10
        ].startswith(case.value)
    ]
    assert len(wrong) <= len(read_cases()) - FLOOR, "\n".join(wrong)


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
