"""Thirty pages in the manner of news sites: five articles in six layouts, written for the tests."""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template

import pytest

from claimx.article import Failure
from claimx.reading import RawArticle, read_inputs

PAGES = Path(__file__).parent / "pages"
ARTICLES = json.loads((PAGES / "articles.json").read_text(encoding="utf-8"))
LAYOUTS = sorted(path.stem for path in PAGES.glob("*.html"))


@dataclass
class Page:
    expected: dict[str, str]
    paragraphs: list[str]
    layout: str
    article: RawArticle

    def texts(self, kind: str) -> list[str]:
        return [
            self.article.text[section.span.start : section.span.end]
            for section in self.article.sections
            if section.kind == kind
        ]


def fill(layout: str, article: dict[str, object]) -> str:
    paragraphs = [str(paragraph) for paragraph in article["paragraphs"]]  # type: ignore[attr-defined]
    marked = [f"<p>{paragraph}</p>" for paragraph in paragraphs]
    day = date.fromisoformat(str(article["published"]))
    authors = list(article["authors"])  # type: ignore[call-overload]
    linked = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article["title"],
        "datePublished": f"{day}T08:30:00+01:00",
        "dateModified": f"{day}T15:10:00+01:00",
        "author": [{"@type": "Person", "name": name} for name in authors],
        "publisher": {"@type": "Organization", "name": article["site"]},
    }
    return Template((PAGES / f"{layout}.html").read_text(encoding="utf-8")).substitute(
        {name: article[name] for name in ("title", "site", "address", "published")},
        authors=" and ".join(authors),
        long_date=f"{day:%B} {day.day}, {day.year}",
        british_date=f"{day.day} {day:%B} {day.year}",
        linked_data=json.dumps({"@graph": [linked]}),
        first_paragraphs="\n".join(marked[:3]),
        last_paragraphs="\n".join(marked[3:]),
        paragraphs_by_breaks="<br><br>\n".join(paragraphs),
    )


@pytest.fixture(params=LAYOUTS)
def layout(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=range(len(ARTICLES)), ids=lambda n: str(ARTICLES[n]["title"]).split()[0])
def page(request: pytest.FixtureRequest, layout: str, tmp_path: Path) -> Page:
    article = ARTICLES[request.param]
    file = tmp_path / "page.html"
    file.write_text(fill(layout, article), encoding="utf-8")
    (result,) = read_inputs([str(file)])
    assert not isinstance(result, Failure)
    expected = {
        "title": article["title"],
        "byline": " and ".join(article["authors"]),
        "published": article["published"],
        "publisher": article["site"],
        "url": article["address"],
    }
    return Page(expected, article["paragraphs"], layout, result)


def test_the_body_is_right_to_within_two_in_a_hundred_characters(page: Page) -> None:
    body, gold = "\n".join(page.texts("body")), "\n".join(page.paragraphs)
    matcher = difflib.SequenceMatcher(None, body, gold, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    assert len(body) + len(gold) - 2 * same <= 0.02 * len(gold)


def test_what_the_page_says_of_itself_is_right(page: Page) -> None:
    metadata = page.article.metadata
    found = {name: getattr(metadata, name) for name in page.expected}
    found["byline"] = (metadata.byline or "").replace(", ", " and ")
    found["published"] = (metadata.published or "")[:10]
    assert found == page.expected
    assert "trafilatura" in str(metadata.extra["text_from"])
    assert page.texts("headline") == [page.expected["title"]]


def test_captions_and_headings_are_told_by_their_tags(page: Page) -> None:
    if page.layout in ("linked-data", "meta-elements"):
        assert page.texts("caption") == ["The scene on Monday morning. Photograph: Jo Day/Reuters"]
    if page.layout == "linked-data":
        assert page.texts("heading") == ["What comes next"]
        assert page.article.metadata.extra["updated"]
    assert "cookies" not in page.article.text
    assert "Accept all" not in page.article.text
