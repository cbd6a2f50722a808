"""What stands around a story gives no claim, speaker or entity."""

from __future__ import annotations

import claimx

STORY = (
    "The harbour of Northport will close for a year, the mayor said on Monday.\n\n{}\n\n"
    "“We have no choice,” Ida Krohn told reporters at the town hall.\n\n"
    "Tom Hale, who leads the opposition, said that the plan came too late."
)
LINKS = (
    "Related articles\n\n- Vera Holt says the plan is a joke\n- Raj Mehta denies he knew of it\n\n"
    "Sign up for the letter of our editor Joan Petty, who said it is good"
)


def test_links_and_page_lines_give_nothing() -> None:
    plain = claimx.extract(STORY.format("It will open again in May."), published="2025-03-14")
    article = claimx.extract(
        STORY.format(f"It will open again in May.\n\n{LINKS}"), published="2025-03-14"
    )
    for found, expected in ((article.claims, plain.claims), (article.quotes, plain.quotes)):
        assert len(found) == len(expected)
    assert [speaker.name for speaker in article.speakers] == [s.name for s in plain.speakers]
    names = {entity.name for entity in article.entities}
    assert not names & {"Vera Holt", "Raj Mehta", "Joan Petty"}


def test_who_took_a_picture_says_nothing() -> None:
    caption = "The port on Monday morning. Photograph: Jo Day/Reuters"
    article = claimx.extract(f"{caption}\n\n{STORY.format(caption)}", published="2025-03-14")
    assert "Jo Day" not in {speaker.name for speaker in article.speakers}
    assert "Jo Day" in {entity.name for entity in article.entities}
