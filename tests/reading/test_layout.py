from __future__ import annotations

import pytest
from hypothesis import given as given_examples
from hypothesis import settings
from hypothesis import strategies as st

from claimx.reading import RawArticle, read_article


def kinds_of(text: str) -> list[tuple[str, str]]:
    sections = read_article(text).sections
    return [(part.kind, text[part.span.start : part.span.end]) for part in sections]


def assert_layout_is_sound(article: RawArticle) -> None:
    end = 0
    for section in article.sections:
        span = section.span
        assert end <= span.start < span.end <= len(article.text)
        words = article.text[span.start : span.end]
        assert words
        assert words.strip() == words
        # Only the marks of a Markdown heading are left out.
        assert not article.text[end : span.start].replace("#", "").strip()
        end = span.end
    assert not article.text[end:].strip()


LEAD = (
    "The mayor of Northport said on Monday that the harbour would close for a year, the first "
    "time since the storm that took its sea wall."
)
SECOND = (
    "“We have no choice,” Ms. Okafor told reporters at the town hall. The council is to vote on "
    "the plan before the summer, and the opposition has said that it will not support it."
)


def test_blank_lines_part_paragraphs() -> None:
    assert kinds_of(f"{LEAD}\n\n{SECOND}\n") == [("body", LEAD), ("body", SECOND)]


def test_line_breaks_part_paragraphs_where_no_blank_line_does() -> None:
    assert kinds_of(f"{LEAD}\n{SECOND}\n{LEAD}") == [
        ("body", LEAD),
        ("body", SECOND),
        ("body", LEAD),
    ]


def test_line_breaks_part_paragraphs_where_only_the_headline_has_a_blank_line() -> None:
    text = f"Harbour to close for a year\n\n{LEAD}\n{SECOND}"
    assert [kind for kind, _ in kinds_of(text)] == ["headline", "body", "body"]


def wrap(text: str, width: int) -> str:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


@pytest.mark.parametrize("width", [50, 64, 72, 80, 100])
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_hard_wrapped_lines_are_one_paragraph(width: int, gap: str) -> None:
    first, second = wrap(LEAD, width), wrap(SECOND, width)
    text = f"{first}{gap}{second}{gap}{first}"
    found = kinds_of(text)
    if gap == "\n\n":
        assert found == [("body", first), ("body", second), ("body", first)]
    else:
        # Without blank lines the last line of a paragraph is known where it is not full.
        assert all(kind == "body" for kind, _ in found)
        assert len(found) <= 3
        assert found[0][1].startswith(first)


def test_a_year_or_a_dash_at_the_start_of_a_wrapped_line_begins_no_list() -> None:
    text = (
        "The council of the old port said on Monday that it had last seen water in\n"
        "12. Dock Street had been flooded then, and all of the houses beside that\n"
        "street and on the market, which was under water for a week, in that year\n"
        "- which are older than the rest of the town - had to be given up for good\n"
        "by their owners, who were paid what the houses had been worth before the\n"
        "water came, and not a dollar more, as the mayor had said they would be.\n"
    )
    assert kinds_of(text) == [("body", text.strip())]


def test_headings_are_short_lines_without_a_full_stop_between_paragraphs() -> None:
    text = f"{LEAD}\n\nA vote before summer\n\n{SECOND}\n\nWhat happens next?\n\n{LEAD}"
    assert kinds_of(text) == [
        ("body", LEAD),
        ("heading", "A vote before summer"),
        ("body", SECOND),
        ("heading", "What happens next?"),
        ("body", LEAD),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "She did not answer.",
        "“We will rebuild it”",
        '"We will rebuild it," she said',
        "and that was all",
        "The plan, she added,",
        "She listed three reasons for the closure:",
        "“We are not afraid, and we will",
        "No!",
    ],
)
def test_short_paragraphs_that_are_no_headings(line: str) -> None:
    assert kinds_of(f"{LEAD}\n\n{line}\n\n{SECOND}")[1] == ("body", line)


TALK = ("Q: Was it safe?", "A: No, it was not.", "REPORTER: Who knew?", "Q: Who else?")


def test_a_short_turn_of_a_transcript_is_no_heading() -> None:
    text = "\n\n".join(["The bridge of Northport", LEAD, *TALK, SECOND])
    assert [kind for kind, _ in kinds_of(text)] == ["headline", *["body"] * 6]


def test_a_transcript_may_have_no_headline() -> None:
    assert {kind for kind, _ in kinds_of("\n\n".join([*TALK, SECOND]))} == {"body"}
    assert kinds_of(f"{TALK[0]}\n{TALK[1]}\n\n{TALK[2]}\n\n{TALK[3]}\n\n{SECOND}")[0][0] == "body"


@pytest.mark.parametrize(("asks", "answers"), [("Q", "A"), ("Question", "Answer"), ("Q.", "A.")])
def test_one_question_and_its_answer_are_a_transcript(asks: str, answers: str) -> None:
    mark = "" if asks.endswith(".") else ":"
    turns = [f"{asks}{mark} Was it safe?", f"{answers}{mark} No, it was not."]
    assert [kind for kind, _ in kinds_of("\n\n".join(turns))] == ["body", "body"]
    assert kinds_of("\n\n".join([turns[0], LEAD]))[0][0] == "headline"


def test_a_heading_with_a_colon_is_no_turn() -> None:
    text = "\n\n".join(["The bridge", LEAD, "Cost: who pays?", SECOND, "Risk: who cares?", LEAD])
    assert [kind for kind, _ in kinds_of(text)].count("heading") == 2


def test_the_last_paragraph_is_no_heading() -> None:
    assert kinds_of(f"{LEAD}\n\nNorthport")[-1] == ("body", "Northport")


def test_a_first_short_line_is_the_headline_and_gives_the_title() -> None:
    article = read_article(f"Harbour to close for a year\n\n{LEAD}")
    assert article.sections[0].kind == "headline"
    assert article.metadata.title == "Harbour to close for a year"


def test_a_first_short_sentence_is_no_headline() -> None:
    assert kinds_of(f"The harbour is closed.\n\n{LEAD}")[0][0] == "body"
    assert read_article(f"The harbour is closed.\n\n{LEAD}").metadata.title is None


def test_a_label_above_the_headline_is_not_the_title() -> None:
    article = read_article(f"Opinion\n\nHarbour towns need walls\n\n{LEAD}")
    assert article.metadata.title == "Harbour towns need walls"


def test_markdown() -> None:
    text = (
        f"# Harbour to close\n\n{LEAD}\n\n## The vote\n\n> We have no choice,\n> she said.\n\n"
        "- the sea wall\n- the docks\n\n1. vote\n2. build\n"
    )
    assert kinds_of(text) == [
        ("headline", "Harbour to close"),
        ("body", LEAD),
        ("heading", "The vote"),
        ("body", "> We have no choice,\n> she said."),
        ("list", "- the sea wall"),
        ("list", "- the docks"),
        ("list", "1. vote"),
        ("list", "2. build"),
    ]


def test_a_credit_under_a_pull_quote_is_no_list() -> None:
    assert kinds_of(f"{LEAD}\n\n– harbour master, radio\n\n{SECOND}")[1][0] == "body"


@pytest.mark.parametrize(
    "post",
    [
        "We won — Mary Okafor (@maryokafor) March 14, 2025",
        "Mayor Okafor posts, “The harbour… pic.twitter.com/aB3dE5 — PNA (@PNA) March 14, 2025",
        "The wall holds. https://t.co/aB3dE5",
    ],
)
def test_social_posts_are_embeds(post: str) -> None:
    assert kinds_of(f"{LEAD}\n\n{post}\n\n{SECOND}")[1] == ("embed", post)


def test_a_signature_of_its_own_signs_the_paragraph_above() -> None:
    text = f"{LEAD}\n\nWe are winning!\n\n— Mary Okafor (@maryokafor) March 14, 2025\n\n{SECOND}"
    assert [kind for kind, _ in kinds_of(text)] == ["body", "embed", "embed", "body"]


@pytest.mark.parametrize(
    "caption",
    [
        "Photo: The harbour on Monday",
        "FILE - The harbour of Northport is seen from the hill, May 4, 2024. (AP Photo/Jo Hill)",
        "(Photo by Jo Hill)",
        "The harbour on Monday. Jo Hill/Getty Images",
        "Jo Hill/AFP via Getty Images",
        "The harbour on Monday. REUTERS/Jo Hill",
        "Jo Hill/AFP",
    ],
)
def test_captions(caption: str) -> None:
    assert kinds_of(f"{LEAD}\n\n{caption}\n\n{SECOND}")[1] == ("caption", caption)


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Why the wall fell",
        "READ ALSO: Why the wall fell",
        "Follow us on Twitter and Facebook",
        "Follow Jo Hill on Twitter @johill.",
        "Subscribe to our newsletter",
        "Sign up for our newsletter",
        "Copyright © 2025 The Northport Herald",
        "© 2025 The Northport Herald. All rights reserved.",
        "Advertisement",
        "Share this",
        "Related: Why the wall fell",
        "Story continues below",
        "Click here to read the report",
        "Jo Hill contributed to this report.",
        "* * *",
    ],
)
def test_boilerplate(line: str) -> None:
    assert kinds_of(f"{LEAD}\n\n{line}\n\n{SECOND}")[1] == ("boilerplate", line)


@pytest.mark.parametrize(
    "prose",
    [
        "Read more closely, the plan says nothing of the kind, the harbour master said.",
        "Following the vote, the mayor left the hall without a word to the press.",
        "Follow the money, she said, and you will find who wanted the harbour closed.",
        "Copyright law does not cover the plan, the court held on Friday.",
        "Subscribers to the paper learned of it first, its editor said on Friday.",
        "Related costs are borne by the state, the minister said.",
        "Photographs of the harbour show no damage, the harbour master said.",
        "Share prices fell on Friday after the mayor spoke.",
        "Diplomats in Northport welcomed the news. (AP)",
        "By Friday, 100 people had left the town.",
        "By Monday the town was empty, Mayor Mary Okafor said.",
        "In May 2024 the mayor said no.",
        "Advertisements for the harbour had run for weeks, she said.",
        "Files of the harbour master were lost, the court was told.",
        "The statement was sent to the press via Reuters.",
    ],
)
def test_ordinary_prose_is_body(prose: str) -> None:
    assert kinds_of(f"{LEAD}\n\n{prose}\n\n{SECOND}")[1] == ("body", prose)
    assert kinds_of(f"{prose}\n\n{SECOND}")[0] == ("body", prose)


PIECES = st.sampled_from(
    [
        *'\n\r\t -—.:"“”’>#*1',
        "\n\n",
        "---\n",
        "date 2025-03-14 ",
        "Date: ",
        "March 14, 2025",
        "By Jane Doe",
        "LONDON (Reuters) - ",
        "pic.twitter.com/a — A (@a) March 14, 2025",
        "title: a: b",
        "# ",
        "The mayor said",
        "Photo: ",
        "/Getty Images",
        "Read more: ",
        "\u2029",
        "\x0c",
        "\ufeff",
        "\ud800",
    ]
)


@given_examples(st.text())
def test_any_text_is_laid_out(text: str) -> None:
    assert_layout_is_sound(read_article(text))


@settings(max_examples=300)
@given_examples(st.lists(PIECES, max_size=30).map("".join))
def test_any_mixture_of_forms_is_laid_out(text: str) -> None:
    assert_layout_is_sound(read_article(text))


def test_a_comment_is_no_part_of_the_article() -> None:
    text = (
        "<!-- claimx: ignore-file CX2 -->\n\n# Bridge shut\n\n<!-- to be checked -->\n"
        "The bridge is shut since the storm of May, and stays so. <!-- said -->\n\n"
        "Nobody “knows” why, he said.\n"
    )
    article = read_article(text)
    kinds = [(s.kind, text[s.span.start : s.span.end]) for s in article.sections]
    assert kinds == [
        ("metadata", "<!-- claimx: ignore-file CX2 -->"),
        ("headline", "Bridge shut"),
        ("metadata", "<!-- to be checked -->"),
        ("body", "The bridge is shut since the storm of May, and stays so."),
        ("metadata", "<!-- said -->"),
        ("body", "Nobody “knows” why, he said."),
    ]
    assert article.text == text
    assert not any("HTML" in warning for warning in article.warnings)
