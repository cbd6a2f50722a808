"""What relative dates are counted from."""

from __future__ import annotations

import pytest
from tests.pipeline.dates.reading import make_doc, read_dates

from claimx.pipeline.annotations import (
    Attribution,
    Quotation,
    get_attributions,
    get_timexes,
    set_attributions,
    set_quotations,
)
from claimx.pipeline.dates.component import Dates
from claimx.pipeline.layout_annotations import Section, set_sections

PUBLISHED = "2025-03-14"


def test_anchor_is_the_publication_date() -> None:
    relative, absolute = read_dates("He came yesterday, after a visit in 2019.", PUBLISHED)
    assert relative.values["anchor"] == "published"
    assert absolute.values["anchor"] == "absolute"


def test_dateline_counts_where_it_differs() -> None:
    (timex,) = read_dates("He came yesterday.", PUBLISHED, dateline="2025-03-12")
    assert (timex.values["value"], timex.values["anchor"]) == ("2025-03-11", "dateline")


def test_dateline_of_the_same_day_is_the_publication_date() -> None:
    (timex,) = read_dates("He came yesterday.", PUBLISHED, dateline=PUBLISHED)
    assert timex.values["anchor"] == "published"


@pytest.mark.parametrize(
    ("sentence", "offset"),
    [
        ("He came yesterday.", "-P1D"),
        ("He comes today.", "P0D"),
        ("He will come next week.", "P1W"),
        ("He came two years ago.", "-P2Y"),
        ("He came yesterday morning.", "-P1D"),
    ],
)
def test_without_publication_date_the_offset_remains(sentence: str, offset: str) -> None:
    (timex,) = read_dates(sentence)
    assert timex.values["value"] is None
    assert timex.values["offset"] == offset
    assert timex.values["anchor"] is None
    assert timex.values["reason"] == "no-anchor"


def test_without_publication_date_absolute_dates_resolve() -> None:
    full, weekday = read_dates("He came on March 14, 2025, and left on Monday.")
    assert full.values["value"] == "2025-03-14"
    assert (weekday.values["value"], weekday.values["offset"]) == (None, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He came on March 3. The next day, he left.", "2025-03-04"),
        ("He came on March 3. Two days later, he left.", "2025-03-05"),
        ("He had left on March 3. He had come the day before.", "2025-03-02"),
        ("He came on March 3. Later that day, he left.", "2025-03-03"),
        ("He came on March 3. That evening, he left.", "2025-03-03TEV"),
        ("He came in February 2024. The following month, he left.", "2024-03"),
        ("He came in 2019. The year before, he had left.", "2018"),
    ],
)
def test_narrative_counts_from_the_date_before(text: str, value: str) -> None:
    first, second = read_dates(text, PUBLISHED)
    assert (second.values["value"], second.values["anchor"]) == (value, f"#{first.key}")


def test_narrative_without_a_date_before_stays_open() -> None:
    (timex,) = read_dates("The next day, he left.", PUBLISHED)
    assert (timex.values["value"], timex.values["offset"]) == (None, "P1D")
    assert timex.values["reason"] == "no-date-before"


def test_narrative_needs_a_date_that_is_exact_enough() -> None:
    _, second = read_dates("He came in 2019. The next day, he left.", PUBLISHED)
    assert second.values["value"] is None


def test_yesterday_in_a_quote_counts_from_when_it_was_said() -> None:
    text = "“We met yesterday,” he said on Tuesday. He left yesterday."
    doc = make_doc(text, PUBLISHED)
    quote, source, cue = doc[0:6], doc[6:7], doc[7:8]
    assert (quote.text, cue.text) == ("“We met yesterday,”", "said")
    set_quotations(doc, [Quotation(spans=[quote], kind="direct")])
    set_attributions(doc, [Attribution(content=[quote], source=[source], cue=[cue])])
    inside, said_on, outside = get_timexes(Dates()(doc))
    assert said_on.values["value"] == "2025-03-11"
    assert (inside.values["value"], inside.values["anchor"]) == ("2025-03-10", f"#{said_on.key}")
    assert (outside.values["value"], outside.values["anchor"]) == ("2025-03-13", "published")
    (attribution,) = get_attributions(doc)
    assert attribution.said_on == said_on.key
    assert attribution.about == [inside.key]


def test_text_about_the_past_has_a_time_of_its_own() -> None:
    text = (
        "He was born in 1811 and died in 1832. In 1829 he was refused. In 1830 he was expelled. "
        "In 1831 he was jailed. On July 14 he was arrested."
    )
    last = read_dates(text, PUBLISHED)[-1]
    assert last.values["value"] == "1831-07-14"


def test_news_keeps_its_own_time_beside_old_dates() -> None:
    text = "The pact of 2011 was renewed in 2014, 2017 and 2019. On February 3 it was broken."
    assert read_dates(text, PUBLISHED)[-1].values["value"] == "2025-02-03"


def test_dates_of_metadata_are_not_read() -> None:
    doc = make_doc("date 2025-03-14\n\nHe came on Monday.", PUBLISHED)
    header, body = doc.char_span(0, 15), doc.char_span(17, 35)
    assert header is not None
    assert body is not None
    set_sections(doc, [Section(header, "metadata"), Section(body, "body")])
    assert [timex.span.text for timex in get_timexes(Dates()(doc))] == ["Monday"]


def test_publication_date_that_is_none_is_no_anchor() -> None:
    (timex,) = read_dates("He came yesterday.", "2025-13-45")
    assert timex.values["value"] is None


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("He campaigned ahead of the vote in October.", "2025-10"),
        ("He was jailed in October.", "2024-10"),
        ("It was a test for the upcoming polls in October.", "2025-10"),
        ("Officials met at the weekend.", "2025-W10-WE"),
        ("Officials will meet at the weekend.", "2025-W11-WE"),
        ("The first poll is to be held in November.", "2025-11"),
        ("It was said 48 hours ago.", "2025-03-12"),
        ("He left two weeks and three days ago.", "2025-02-25"),
        ("It began one year and two months ago.", "2024-01"),
        ("On Monday the second suspect fled.", "2025-03-10"),
        ("It was shut and will open Thursdays at 17.30 again.", "XXXX-WXX-4T17:30"),
    ],
)
def test_words_around_a_name_tell_which_one_is_meant(sentence: str, value: str) -> None:
    (timex,) = read_dates(sentence, PUBLISHED)
    assert timex.values["value"] == value


def test_year_to_date_ends_when_it_is_written() -> None:
    (timex,) = read_dates("Shares lost a fifth in the year to date.", PUBLISHED)
    assert timex.span.text == "the year to date"
    assert (timex.values["earliest"], timex.values["latest"]) == ("2025-01-01", PUBLISHED)
