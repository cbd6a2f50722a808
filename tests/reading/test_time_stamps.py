from __future__ import annotations

import pytest

from claimx.reading import RawArticle, parse_published, read_article, read_record

HEADLINE = "Ferry strike off"
BODY = (
    "The ferry strike has been called off until Monday, union officials said on Wednesday, after a "
    "night of talks at the port of the town."
)
TEXT = f"{BODY}\n\n{BODY}"


def published(text: str) -> str | None:
    return read_article(text).metadata.published


@pytest.mark.parametrize(
    "line",
    [
        "Published 3 May 2025, 07:15 BST | Updated 11:40",
        "Posted: Sat 3 May 2025 | Updated: 4 May 2025",
        "Posted on May 3, 2025",
        "By Ann Hill, 12:03 PM EST, Sat May 3, 2025",
        "By Ann Hill | May 3, 2025 | 4:15 PM",
        "By Ann Hill and Tom Hale, Dunmore Post, May 3, 2025",
        "Posted by Ann Hill on May 3, 2025",
        "Sat 3 May 2025 07.15 BST",
        "First published on Sat 3 May 2025 07.15 BST",
        "Published: 07:15 BST, 3 May 2025 | Updated: 11:40 BST, 4 May 2025",
        "May 3, 2025 at 12:03 p.m. EDT",
        "May 3, 2025 • 4 min read",
        "Dunmore Post, 3 May 2025",
        "Saturday, May 3rd, 2025",
        "For immediate release, May 3, 2025",
        "Updated 3:15 PM EDT, Sun May 4, 2025\nPublished 12:03 PM EDT, Sat May 3, 2025",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "summary", ["", "Union and company met all night at the port of the town."]
)
def test_a_time_stamp_gives_the_date_and_is_metadata(line: str, gap: str, summary: str) -> None:
    head = gap.join(part for part in (HEADLINE, summary, line) if part)
    article = read_article(f"{head}{gap}{BODY}{gap}{BODY}")
    assert article.metadata.published[:10] == "2025-05-03"
    assert article.metadata.title == HEADLINE
    kinds = {
        section.kind
        for section in article.sections
        if "2025" in article.text[section.span.start : section.span.end]
    }
    assert kinds == {"metadata"}
    if "Ann Hill" in line:
        assert (article.metadata.byline or "").startswith("Ann Hill")
    assert not [warning for warning in article.warnings if "differ" in warning]


@pytest.mark.parametrize(
    "opening",
    [
        "May 3, 2025 (DUNMORE) - ",
        "DUNMORE — May 3, 2025 — ",
        "(Reuters) - DUNMORE, May 3, 2025 - ",
        "HARTFORD, Conn., May 3, 2025 (AP) — ",
        "DUNMORE, N.S., May 3, 2025 /PRNewswire/ -- ",
        "DUNMORE, N.S. (May 3, 2025) – ",
        "(DUNMORE, N.S.) – May 3, 2025 – ",
        "BERLIN, 3 May 2025 (Reuters) - ",
        "Dunmore, May 3, 2025: ",
    ],
)
def test_a_dateline_gives_the_date_in_any_order(opening: str) -> None:
    article = read_article(f"{HEADLINE}\n\n{opening}{TEXT}")
    assert article.metadata.published == article.dateline_date == "2025-05-03"
    assert [(s.kind, article.text[s.span.start : s.span.end]) for s in article.sections][1:3] == [
        ("dateline", opening.strip()),
        ("body", BODY),
    ]


def test_the_day_of_a_change_is_kept_apart() -> None:
    article = read_article(f"{HEADLINE}\n\nLast updated: 3 May 2025\n\n{TEXT}")
    assert article.metadata.published is None
    assert article.metadata.extra == {"updated": "3 May 2025"}


def test_a_stamp_may_close_the_text() -> None:
    for line in ("Published 3 May 2025", "This article was first published on 3 May 2025."):
        assert published(f"{HEADLINE}\n\n{TEXT}\n\n{line}\n") == "2025-05-03"


def test_two_dates_that_differ_give_a_warning() -> None:
    text = f"{HEADLINE}\n\nPublished 3 May 2025\n\n{TEXT}"
    article = read_article(text, record={"datePublished": "2025-05-04"})
    assert article.metadata.published == "2025-05-04"
    assert any("dates differ" in warning for warning in article.warnings)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE}\n\nOn March 14, 2025, the union met. {TEXT}",
        f"{HEADLINE}\n\nMarch 14, 2025 was a hard day, the union said. {TEXT}",
        f"{HEADLINE}\n\n{TEXT}\n\nMarch 14, 2025\n\n{TEXT}\n\nMarch 15, 2025\n\n{TEXT}",
        f"{HEADLINE}\n\nPublished by the ministry on 3 May 2025, the report says so.\n\n{TEXT}",
        f"{HEADLINE}\n\nThe plan was released on May 3, 2025.\n\n{TEXT}",
    ],
)
def test_dates_of_the_story_are_none_of_publication(text: str) -> None:
    assert published(text) is None


@pytest.mark.parametrize(
    "name",
    [
        *("publish_date", "datePublished", "published_at", "publishedAt", "pubDate", "date"),
        *("publication_date", "webPublicationDate", "date_publish", "Publish Date", "posted"),
        *("article:published_time", "firstcreated", "versionCreated", "dc:date"),
    ],
)
def test_the_date_of_a_record_is_found(name: str) -> None:
    article = read_record({"text": BODY, name: "2025-03-14"})
    assert isinstance(article, RawArticle)
    assert article.metadata.published == "2025-03-14"
    assert article.metadata.extra == {}
    assert article.warnings == ()


def test_a_day_near_publication_is_taken_with_a_warning() -> None:
    for name in ("created_at", "seendate", "timestamp"):
        article = read_record({"text": BODY, name: "2025-03-14"})
        assert isinstance(article, RawArticle)
        assert article.metadata.published == "2025-03-14"
        assert any(name in warning for warning in article.warnings)


@pytest.mark.parametrize(
    "written",
    [
        *("3 May 2025, 07:15 BST", "Sat, 03 May 2025 12:03:00 -0500", "20250503T120000Z"),
        *("20250503120000", "1746273600", "1746273600000", "May 3 2025 12:03PM"),
        *("12:03 PM, Saturday, May 3 2025 (EST)", "the 3rd of May, 2025", "03-May-2025"),
        *("Saturday 3rd May 2025 at 12:03", "time.struct_time(tm_year=2025, tm_mon=5, tm_mday=3"),
    ],
)
def test_dates_in_the_forms_of_programs_and_people(written: str) -> None:
    assert parse_published(written)[:10] == "2025-05-03"


@pytest.mark.parametrize("written", ["May 2025", "soon", "12:03", "Friday", "7", "Spring 2025"])
def test_what_is_no_whole_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="not a date"):
        parse_published(written)
