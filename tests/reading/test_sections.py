from __future__ import annotations

import pytest

from claimx.reading import read_article

HEADLINE = "Harbour to close for a year"
FIRST = (
    "The harbour of Northport will close for a year, the mayor said on Monday, after a storm took "
    "its sea wall. The council is to vote in May."
)
SECOND = (
    "“We have no choice,” Ida Krohn told reporters at the town hall. “The wall is gone, and the "
    "sea will not wait for us to build another one.”"
)
THIRD = (
    "The opposition has said that it will not support the plan. Tom Hale, who leads it, called the "
    "closure “a gift to Dunmore”."
)


def kinds_below(*paragraphs: str) -> list[str]:
    article = read_article("\n\n".join([HEADLINE, *paragraphs]))
    assert article.sections[0].kind == "headline"
    return [section.kind for section in article.sections[1:]]


@pytest.mark.parametrize(
    "line",
    [
        *("Hannah Pell, North of England correspondent", "Ann Hill, Political Editor"),
        *("Hannah Pell North of England correspondent", "Ann Hill Health reporter"),
        *("Ann Hill in Northport", "By Ann Hill for the Dunmore Post", "By our political reporter"),
        *("Ann Hill, BBC News, Northport", "Our correspondent in Northport", "Words by Ann Hill"),
        *("By Ann Hill (@annhill)", "Analysis by Ann Hill, Europe editor"),
    ],
)
def test_bylines_with_roles(line: str) -> None:
    assert kinds_below(line, FIRST, SECOND) == ["byline", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Ida Krohn speaks to reporters on Monday. (Jo Day/Dunmore Post)",
        "Ida Krohn, mayor of Northport, at the town hall on Monday. Photo by Jo Day",
        "The sea wall after the storm. Jo Day / AP",
        "The wall. JO DAY/DUNMORE POST",
        "A boat in the harbour. Credit: Jo Day",
        "Ida Krohn says the wall is gone. [Jo Day/Al Jazeera]",
        "Northport's sea wall is shown on May 3, 2025. Jo Day | Reuters",
        "Ida Krohn at the town hall. Photograph by Jo Day for The Post",
        "Ida Krohn at the harbour. © Jo Day",
        "Image caption, Ida Krohn said the wall was gone",
        "File photo of the harbour",
    ],
)
def test_captions_with_credits(line: str) -> None:
    assert kinds_below(FIRST, line, SECOND) == ["body", "caption", "body"]


@pytest.mark.parametrize(
    "line", ["1. What happens to the boats", "2) What happens to the boats", "**What comes next**"]
)
def test_headings_with_numbers_or_in_bold(line: str) -> None:
    assert kinds_below(FIRST, line, SECOND) == ["body", "heading", "body"]


def test_points_with_numbers_are_a_list() -> None:
    points = "1. The harbour closes\n2. The wall is rebuilt\n3. It opens again"
    assert kinds_below(FIRST, points, SECOND) == ["body", "list", "list", "list", "body"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Related articles", "Hale says the plan is a joke", "Krohn denies she knew of it"],
        ["Read more:", "Hale says the plan is a joke"],
        ["More on this story", "- Hale says the plan is a joke\n- Krohn denies she knew of it"],
        ["Most read", "1. Hale says the plan is a joke\n2. Krohn denies she knew of it"],
        ["Don't miss: Hale says the plan is a joke"],
        ["[Read more: Hale says the plan is a joke](https://a.example/1)"],
        ["> Read more: Hale says the plan is a joke"],
    ],
)
def test_links_to_other_articles_in_the_text_and_below_it(lines: list[str]) -> None:
    for tail in ([], [THIRD]):
        first, *links, _ = *kinds_below(FIRST, *lines, *tail), "body"
        assert first == "body"
        assert set(links[: len(links) - len(tail)]) == {"boilerplate"}
        assert links[len(links) - len(tail) :] == ["body"] * len(tail)


@pytest.mark.parametrize(
    "line",
    [
        "We use cookies to improve your experience. By clicking Accept, you agree.",
        "Thanks for reading! Please share.",
        "Support independent journalism. Donate today.",
        "Already a subscriber? Log in",
        "Have you been affected by the closure? Email haveyoursay@post.example",
        "Ann Hill is a political correspondent for the Dunmore Post.",
        "Listen to this article",
        "5 min read",
        "This article was amended on 12 March 2025. An earlier version said she was Ina Krohn.",
        "Correction: An earlier version of this article said the wall was built in 1990.",
        "CORRECTION (May 4, 2025): An earlier version misstated the height of the wall.",
        "For more information, visit harbour.example or call 555-0100.",
    ],
)
def test_lines_of_the_page_are_boilerplate(line: str) -> None:
    assert kinds_below(FIRST, SECOND, THIRD, line)[-1] == "boilerplate"


@pytest.mark.parametrize(
    "tail",
    [
        "About Northport Harbour\n\nNorthport Harbour says it is the largest port of the region.",
        "Forward-Looking Statements\n\nThe company believes that the wall will hold until 2030.",
        "Media contact:\n\nJo Day\n\nNorthport Harbour Company\n\njo@harbour.example",
        "Notes to editors\n\nThe council said in 2020 that the wall would hold.",
        "###\n\nSOURCE Northport Harbour Company",
    ],
)
def test_the_end_of_a_release_is_boilerplate(tail: str) -> None:
    kinds = kinds_below(FIRST, SECOND, THIRD, *tail.split("\n\n"))
    assert kinds[:3] == ["body"] * 3
    assert set(kinds[3:]) == {"boilerplate"}


@pytest.mark.parametrize(
    "line",
    [
        "About 200 people came to the harbour.",
        "The company uses cookies and sells what it learns, Hale said, to whoever pays for it.",
        "She contacted the harbour master.",
        "Tom Hale is the leader of the opposition.",
        "The reporter asked her to comment. She said that she would not do so before the vote.",
        "Two boats sank. Krohn said the wall would be rebuilt.",
        "He was in Dunmore. Ida Krohn said so.",
    ],
)
def test_prose_that_looks_a_little_like_it_stays(line: str) -> None:
    assert kinds_below(FIRST, SECOND, line, THIRD) == ["body"] * 4


def test_a_pull_quote_repeats_the_text() -> None:
    quote = "“The wall is gone, and the sea will not wait for us”"
    assert kinds_below(FIRST, quote, SECOND, THIRD) == ["body", "boilerplate", "body", "body"]
    assert kinds_below(FIRST, "“We will be back in a year or two”", THIRD)[1] == "body"


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        *(("Reporter", "Mayor Lena Ortiz"), ("Question", "Mayor Lena Ortiz"), ("Q", "A")),
        *(("HOST", "ORTIZ"), ("Author", "Lena Ortiz"), ("Source", "Editor")),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_first_turn_of_a_transcript_is_one_like_all_others(
    asks: str, answers: str, gap: str
) -> None:
    last = answers.split()[-1]
    turns = [
        f"{asks}: Will you resign?",
        f"{answers}: No. The council has my back.",
        f"{asks}: Even after Friday's vote?",
        f"{last}: Especially after Friday's vote.",
    ]
    article = read_article(gap.join(turns))
    assert [
        (section.kind, article.text[section.span.start : section.span.end])
        for section in article.sections
    ] == [("body", turn) for turn in turns]
    metadata = article.metadata
    assert (metadata.byline, metadata.title, metadata.publisher) == (None, None, None)
