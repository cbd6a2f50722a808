"""What a reader of the seed article must be told, with the bundled pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import claimx
from claimx.article import Article, Claim, Speaker

SEED = Path(__file__).parents[1] / "seeds" / "trump-putin-ceasefire-2025-03-14.txt"


@pytest.fixture(scope="module")
def article() -> Article:
    [result] = claimx.extract_many([SEED], include_text=True)
    assert isinstance(result, Article)
    return result


def claims_of(article: Article, text: str) -> Iterator[Claim]:
    """The claims whose content holds ``text``, outermost first."""
    found = [claim for claim in article.claims if text in claim.content.text]
    return iter(sorted(found, key=lambda claim: -len(claim.content.text)))


def speaker_of(article: Article, claim: Claim) -> Speaker:
    assert claim.source is not None, claim.content.text
    [identifier] = claim.source.speakers
    return next(speaker for speaker in article.speakers if speaker.id == identifier)


def test_the_header_is_metadata(article: Article) -> None:
    assert article.metadata.published == "2025-03-14"
    assert article.sections[0].kind == "metadata"
    header = article.sections[0].span
    assert all(date.span.start >= header.end for date in article.dates)


def test_the_four_headings_are_headings_and_part_of_no_claim(article: Article) -> None:
    headings = [section.span for section in article.sections if section.kind == "heading"]
    text = article.text or ""
    assert [text[heading.start : heading.end] for heading in headings] == [
        "Trump’s Message on Truth Social",
        "Putin’s Conditions for a Ceasefire",
        "Significance of Trump’s Talks with Putin",
        "A Push for Peace Amid Escalating Tensions",
    ]
    for claim in article.claims:
        spans = [*claim.content.spans, *(claim.source.spans if claim.source else [])]
        for span in [*spans, *(claim.cue.spans if claim.cue else [])]:
            assert all(span.end <= h.start or h.end <= span.start for h in headings)


def test_the_president_is_one_person_with_all_his_names(article: Article) -> None:
    [trump] = [speaker for speaker in article.speakers if speaker.name == "Donald Trump"]
    assert trump.kind == "person"
    assert not trump.anonymous
    assert {"Trump", "U.S. President Donald Trump", "US President Donald Trump"} <= set(
        trump.aliases
    )
    pronouns = [mention.span for mention in trump.mentions if mention.kind == "pronoun"]
    assert any(span.text == "he" and span.start < 200 for span in pronouns)


def test_each_source_is_named_and_typed(article: Article) -> None:
    speakers = {speaker.name: speaker for speaker in article.speakers}
    assert "Vladimir Putin" in speakers
    ushakov = speakers["Yuri Ushakov"]
    assert [role.text for role in ushakov.roles] == [
        "The Russian president’s foreign policy adviser"
    ]
    officials = speakers["Russian officials"]
    assert (officials.kind, officials.anonymous) == ("group", False)
    sources = speakers["sources"]
    assert (sources.kind, sources.anonymous) == ("unnamed", True)


def test_only_those_who_say_something_are_speakers(article: Article) -> None:
    names = [speaker.name for speaker in article.speakers]
    assert not any("ANI" in name or "Witkoff" in name for name in names)
    assert any(entity.name == "Steve Witkoff" for entity in article.entities)


def test_the_lead_that_stands_twice_is_found_twice(article: Article) -> None:
    first, second = [
        claim
        for claim in article.claims
        if claim.content.text.startswith("that he had a")
        and claim.content.text.endswith("with Russian President Vladimir Putin")
    ]
    dates = {date.id: date.value for date in article.dates}
    for claim in (first, second):
        assert speaker_of(article, claim).name == "Donald Trump"
        assert claim.directness == "mixed"
        assert claim.said_on is not None
        assert dates[claim.said_on] == "2025-03-14"
    assert first.repeats is None
    assert second.repeats == first.id


def test_the_post_is_one_direct_quote_to_its_last_mark(article: Article) -> None:
    posts = [quote for quote in article.quotes if quote.spans[0].text.startswith("“We had very")]
    [post] = posts
    [span] = post.spans
    assert span.text.endswith("God bless them all!!!.”")
    assert (post.kind, post.complete) == ("direct", True)
    claim = next(claim for claim in article.claims if claim.id == post.claim)
    assert speaker_of(article, claim).name == "Donald Trump"
    assert claim.channel is not None
    assert claim.channel.text == "a post on his Truth Social platform"


def test_the_embedded_post_is_cut_off_and_repeats_the_first(article: Article) -> None:
    [post] = [quote for quote in article.quotes if quote.spans[0].text.startswith('"We had very')]
    assert post.spans[-1].text.endswith("Ukrainian…")
    assert (post.kind, post.complete) == ("direct", False)
    first = next(quote for quote in article.quotes if quote.spans[0].text.startswith("“We had"))
    assert post.repeats == first.id
    claim = next(claim for claim in article.claims if claim.id == post.claim)
    assert speaker_of(article, claim).name == "Donald Trump"


@pytest.mark.parametrize(
    ("content", "speaker"),
    [
        ("he urged Putin to protect the lives", "Donald Trump"),
        ("he wants to discuss further", "Vladimir Putin"),
        ("negotiations with Trump to address “certain issues.”", "Vladimir Putin"),
        ("there were no scheduled phone calls between the two leaders", "Russian officials"),
        ("Witkoff engaged in discussions with Russian officials", "sources"),
        ("the two leaders did, in fact, communicate", "Donald Trump"),
        ("the possibility of a direct call", "Yuri Ushakov"),
    ],
)
def test_a_claim_has_its_speaker(article: Article, content: str, speaker: str) -> None:
    claim = next(claims_of(article, content))
    assert speaker_of(article, claim).name == speaker


def test_a_report_confirms_to_the_end_of_its_sentence(article: Article) -> None:
    claim = next(claims_of(article, "had traveled to Moscow"))
    assert claim.cue is not None
    assert "confirmed" in claim.cue.spans[0].text
    assert claim.source is not None
    assert [span.text for span in claim.source.spans] == ["reports from the Kremlin"]
    assert claim.content.text.startswith("that Trump’s special envoy")


@pytest.mark.parametrize(
    ("content", "polarity"),
    [
        ("there were no scheduled phone calls", "positive"),
        ("the possibility of a direct call", "negative"),
    ],
)
def test_polarity_is_that_of_the_cue(article: Article, content: str, polarity: str) -> None:
    assert next(claims_of(article, content)).polarity == polarity


def test_words_in_marks_inside_a_claim_are_no_claim_of_their_own(article: Article) -> None:
    [quote] = [quote for quote in article.quotes if "certain issues" in quote.spans[0].text]
    assert quote.kind in ("fragment", "scare")
    assert not [c for c in article.claims if c.content.text.strip("“”.") == "certain issues"]


@pytest.mark.parametrize(
    "words",
    [
        "tensions are at an all-time high",
        "the talks mark a notable effort",
        "diplomatic efforts are intensifying",
    ],
)
def test_the_writers_own_voice_is_no_claim(article: Article, words: str) -> None:
    assert list(claims_of(article, words)) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Friday", "2025-03-14"),
        ("Thursday", "2025-03-13"),
        ("yesterday", "2025-03-13"),
        ("March 14, 2025", "2025-03-14"),
        ("30-day", "P30D"),
        ("three-year-long", "P3Y"),
    ],
)
def test_each_date_has_its_value(article: Article, text: str, value: str) -> None:
    values = {date.value for date in article.dates if date.span.text == text}
    assert values == {value}


def test_a_war_is_no_date(article: Article) -> None:
    assert not [date for date in article.dates if "World War" in date.span.text]
