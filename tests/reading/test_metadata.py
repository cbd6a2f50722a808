from __future__ import annotations

import pytest

from claimx.reading import GivenMetadata, parse_published, read_article

BODY = (
    "The mayor of Northport said on Monday that the harbour would close for a year, the first "
    "time since the storm that took its sea wall."
)
NO_DATE = "no publication date: relative dates stay unresolved (give --published)"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-03-14", "2025-03-14"),
        ("2025-03-14T23:30:00Z", "2025-03-14T23:30:00Z"),
        ("2025-03-14T00:00:00Z", "2025-03-14"),
        ("2025-03-14T23:30:00.000+05:30", "2025-03-14T23:30:00+05:30"),
        ("2025-03-14 23:30", "2025-03-14T23:30"),
        ("20250314", "2025-03-14"),
        ("2025/3/14", "2025-03-14"),
        ("March 14, 2025", "2025-03-14"),
        ("Mar. 14, 2025", "2025-03-14"),
        ("Sept. 4 2025", "2025-09-04"),
        ("Friday, March 14, 2025", "2025-03-14"),
        ("14 March 2025", "2025-03-14"),
        ("14th of March 2025", "2025-03-14"),
        ("Fri, 14 Mar 2025 10:00:00 +0000", "2025-03-14T10:00:00Z"),
        ("Fri, 14 Mar 2025 10:00:00 GMT", "2025-03-14T10:00:00Z"),
        ("March 14, 2025 at 10:30 a.m. EDT", "2025-03-14T10:30-04:00"),
        ("3:04 PM ET, Fri March 14, 2025", "2025-03-14T15:04"),
        ("14/03/2025", "2025-03-14"),
        ("03/14/2025", "2025-03-14"),
        ("14.3.2025", "2025-03-14"),
        ("05/05/2025", "2025-05-05"),
    ],
)
def test_full_dates_are_read(written: str, expected: str) -> None:
    assert parse_published(written) == expected
    assert parse_published(expected) == expected


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("03/04/2025", "3 April or 4 March|3 April|may be"),
        ("2025-02-30", "not a day of the calendar"),
        ("2025-13-01", "not a day of the calendar"),
        ("0001-01-01", "outside 1600 to 2100"),
        ("9999-12-31", "outside 1600 to 2100"),
        ("yesterday", "is not a date"),
        ("March 2025", "is not a date"),
        ("2025", "is not a date"),
        ("14/03/25", "is not a date"),
        ("", "is not a date"),
        ("2025-03-14 or so", "is not a date"),
    ],
)
def test_what_is_no_date_is_refused_with_one_sentence(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason) as caught:
        parse_published(written)
    assert "\n" not in str(caught.value)


def test_each_place_yields_to_those_before_it() -> None:
    text = (
        "---\ntitle: from front matter\ndate: 2025-03-12\nauthor: Front Matter\n---\n"
        f"date: 2025-03-11\nsource: Header Times\n\nNORTHPORT, Maine, March 10 (AP) — {BODY}"
    )
    given = GivenMetadata(published="2025-03-14")
    article = read_article(text, given=given, record={"title": "from the record"})
    assert article.metadata.title == "from the record"
    assert article.metadata.byline == "Front Matter"
    assert article.metadata.publisher == "Header Times"
    assert article.metadata.published == "2025-03-14"
    assert article.dateline_date == "2025-03-10"
    assert article.warnings == (
        "publication dates differ: 2025-03-14 (option) is kept, 2025-03-12 (front matter) is not",
        "publication dates differ: 2025-03-14 (option) is kept, 2025-03-11 (header) is not",
    )


def test_without_a_date_there_is_a_warning() -> None:
    article = read_article(BODY)
    assert article.metadata.published is None
    assert article.warnings == (NO_DATE,)


def test_a_bad_option_is_refused() -> None:
    with pytest.raises(ValueError, match="is not a date"):
        read_article(BODY, given=GivenMetadata(published="soon"))


def test_a_date_that_cannot_be_read_gives_a_warning_and_no_guess() -> None:
    article = read_article(BODY, record={"date": "03/04/2025"})
    assert article.metadata.published is None
    assert "may be 3 April or 4 March" in article.warnings[0]


@pytest.mark.parametrize("start", [" date 2025-03-14 ", "date 2025-03-14 ", "Date: 2025-03-14 "])
def test_a_date_from_which_the_text_goes_straight_on(start: str) -> None:
    article = read_article(start + BODY)
    assert article.metadata.published == "2025-03-14"
    assert [(s.kind, article.text[s.span.start : s.span.end]) for s in article.sections] == [
        ("metadata", start.strip()),
        ("body", BODY),
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "Date 2025 was a year of change, the minister said.",
        "Source: police said that the man was armed and that they had to shoot him at once.",
        "Published by the ministry in 2025, the report says nothing of it.",
        "March 14, 2025 was a Friday, the court found.",
        "Title fights are won in the last round, he said.",
    ],
)
def test_prose_is_no_header(prose: str) -> None:
    article = read_article(f"{prose}\n\n{BODY}")
    assert article.sections[0].kind == "body"
    assert article.metadata.published is None


def test_front_matter() -> None:
    text = (
        "---\ntitle: Talks: a new start\nDate: 2025-03-14T10:00:00Z\nauthors: [Jane Doe, Jo Hill]\n"
        f"tags:\n  - harbour\n  - town\nviews: 12\ndraft: false\n---\n\n{BODY}\n"
    )
    article = read_article(text)
    assert article.metadata.title == "Talks: a new start"
    assert article.metadata.byline == "Jane Doe, Jo Hill"
    assert article.metadata.published == "2025-03-14T10:00:00Z"
    assert article.metadata.extra == {"tags": ["harbour", "town"], "views": 12, "draft": False}
    assert [section.kind for section in article.sections] == ["metadata", "body"]


@pytest.mark.parametrize(
    "inner",
    ["a: &x [1, 2]\nb: *x", "a: !!python/object:os.system x", "a: [1", "a: {b: [}", "a: 'b"],
)
def test_front_matter_that_is_broken_or_sly_harms_nothing(inner: str) -> None:
    article = read_article(f"---\ndate: 2025-03-14\n{inner}\n---\n\n{BODY}")
    assert article.metadata.published == "2025-03-14"
    assert [section.kind for section in article.sections] == ["metadata", "body"]


def test_a_rule_is_no_front_matter() -> None:
    article = read_article(f"---\n{BODY}\n---\n{BODY}")
    assert "metadata" not in [section.kind for section in article.sections]


def test_header_lines() -> None:
    text = (
        "Title: Harbour to close\nBy: Jane Doe\nDate: 14 March 2025\nSource: Reuters\n"
        f"URL: https://example.org/a\nSection: World\n\n{BODY}"
    )
    article = read_article(text)
    metadata = article.metadata
    assert (metadata.title, metadata.byline) == ("Harbour to close", "Jane Doe")
    assert (metadata.publisher, metadata.url) == ("Reuters", "https://example.org/a")
    assert metadata.published == "2025-03-14"
    assert metadata.extra == {"section": "World"}
    assert [section.kind for section in article.sections] == ["metadata"] * 6 + ["body"]


def test_a_lone_date_above_the_text_is_its_date() -> None:
    article = read_article(f"Friday, March 14, 2025\u00a0\n\n\n{BODY}")
    assert article.metadata.published == "2025-03-14"
    assert article.sections[0].kind == "metadata"


@pytest.mark.parametrize(
    ("line", "byline", "publisher"),
    [
        ("By Jane Doe", "Jane Doe", None),
        ("By JANE DOE, Associated Press", "JANE DOE", "Associated Press"),
        ("By Jane Doe and Jo van Hill", "Jane Doe and Jo van Hill", None),
        ("By The Associated Press", None, "Associated Press"),
        ("Jane Doe in London", "Jane Doe", None),
        ("Jane Doe, political correspondent", "Jane Doe, political correspondent", None),
    ],
)
def test_bylines(line: str, byline: str | None, publisher: str | None) -> None:
    article = read_article(f"Harbour to close for a year\n{line}\n\n{BODY}")
    assert [section.kind for section in article.sections] == ["headline", "byline", "body"]
    assert article.metadata.byline == byline
    assert article.metadata.publisher == publisher


def test_a_second_line_in_title_case_is_no_byline() -> None:
    article = read_article(f"Harbour To Close For A Year\n\nProtests Erupt in Northport\n\n{BODY}")
    assert article.metadata.byline is None


@pytest.mark.parametrize(
    ("dateline", "date", "publisher"),
    [
        ("WASHINGTON (AP) —", None, "Associated Press"),
        ("MOSCOW, March 14 —", "2025-03-14", None),
        ("LONDON —", None, None),
        ("(Reuters) -", None, "Reuters"),
        ("PARIS, 14 March 2025 (AFP) -", "2025-03-14", "Agence France-Presse"),
        ("NEWPORT NEWS, Va. -", None, None),
        ("New Delhi [India], March 14 (ANI):", "2025-03-14", "ANI"),
        ("MOSCOW, Dec. 30. /TASS/.", "2024-12-30", "TASS"),
        ("KYIV, Ukraine (AP) --", None, "Associated Press"),
    ],
)
def test_datelines(dateline: str, date: str | None, publisher: str | None) -> None:
    article = read_article(f"{dateline} {BODY}", given=GivenMetadata(published="2025-03-15"))
    assert [(s.kind, article.text[s.span.start : s.span.end]) for s in article.sections] == [
        ("dateline", dateline),
        ("body", BODY),
    ]
    assert article.dateline_date == date
    assert article.metadata.publisher == publisher


@pytest.mark.parametrize(
    "start",
    [
        "NATO — the alliance of 32 — said:",
        "BREAKING —",
        "Trump -",
        "TRUMP:",
        "PSA—",
        "SIEGEL--",
        "John Hill —",
    ],
)
def test_capitals_are_no_dateline(start: str) -> None:
    assert [s.kind for s in read_article(f"{start} {BODY}").sections] == ["body"]


def test_a_dateline_without_a_year_needs_a_publication_date() -> None:
    assert read_article(f"MOSCOW, March 14 — {BODY}").dateline_date is None


def test_the_date_of_a_dateline_comes_last() -> None:
    article = read_article(f"PARIS, 14 March 2025 (AFP) - {BODY}")
    assert article.metadata.published == "2025-03-14"
    assert article.warnings == ()


def test_records_keep_what_has_no_field_of_its_own() -> None:
    record = {"id": 7, "author": "Jane Doe", "source": "Herald", "pages": [1, 2], "x": None}
    article = read_article(BODY, record=record)
    assert article.id == "7"
    assert article.metadata.byline == "Jane Doe"
    assert article.metadata.publisher == "Herald"
    assert article.metadata.extra == {"pages": [1, 2], "x": None}


def test_the_id_that_is_given_goes_first() -> None:
    assert read_article(BODY, id="a", record={"id": "b"}).id == "a"


def test_text_that_does_not_look_english_gets_a_warning() -> None:
    german = "Der Bürgermeister sagte am Montag, dass der Hafen für ein Jahr geschlossen wird. " * 5
    russian = "Мэр города сказал в понедельник, что порт будет закрыт на год. " * 3
    for text in (german, russian):
        assert any("English" in warning for warning in read_article(text).warnings)
    assert not any("English" in warning for warning in read_article(BODY * 3).warnings)


def test_a_byte_order_mark_is_dropped_and_line_ends_stay() -> None:
    text = f"{BODY}\r\n\r\n{BODY}\r"
    assert read_article("\ufeff" + text).text == text


def test_a_publication_date_in_the_future_is_kept_with_a_warning() -> None:
    far = read_article(BODY, given=GivenMetadata(published="2100-12-31"))
    assert far.metadata.published == "2100-12-31"
    assert any("lies in the future" in warning for warning in far.warnings)
    assert read_article(BODY, given=GivenMetadata(published="2025-03-14")).warnings == ()
