"""The figures that table, report and Markdown open with: the same in all, and not misleading."""

from __future__ import annotations

import io
import re

import pytest
from tests.article_builder import BRIDGE_TEXT

from claimx.article import Article
from claimx.render import FORMATS, Settings
from claimx.render.formats import TABLE_PARTS
from claimx.render.totals import totals_of

READING_FORMATS = ("table", "markdown", "html")


@pytest.fixture
def bridge(bridge_article: Article) -> Article:
    """The article of the golden files: two speakers with a name and one without."""
    return bridge_article.model_copy(update={"text": BRIDGE_TEXT})


def rendered(article: Article, name: str) -> str:
    stream = io.StringIO()
    settings = Settings(width=200, parts=frozenset(TABLE_PARTS))
    FORMATS[name].load_renderer()([article], stream, settings)
    return stream.getvalue()


def words_of(output: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", output).split())


@pytest.mark.parametrize("name", READING_FORMATS)
def test_every_reading_format_opens_with_the_same_figures(name: str, bridge: Article) -> None:
    output = words_of(rendered(bridge, name))
    for total in totals_of(bridge):
        assert str(total) in output


@pytest.mark.parametrize("name", READING_FORMATS)
def test_the_named_are_told_from_the_unnamed_and_come_first(name: str, bridge: Article) -> None:
    output = rendered(bridge, name)
    assert "2 named speakers, 1 unnamed" in words_of(output)
    speakers = output[output.index(SPEAKERS[name]) :]
    assert speakers.index("Nordhaven Ports") < speakers.index("person familiar with the inspection")


SPEAKERS = {"table": "SPEAKERS", "markdown": "## ", "html": 'id="h-voices"'}


def test_claims_inside_others_and_repeats_are_counted_apart(bridge: Article) -> None:
    said = "6 claims, 1 of them inside another, 1 repeated, 2 without a known speaker"
    assert str(totals_of(bridge)[0]) == said
    plain = [
        claim.model_copy(update={"parent": None, "repeats": None}) for claim in bridge.claims[:1]
    ]
    assert str(totals_of(bridge.model_copy(update={"claims": plain}))[0]) == "1 claim"


def test_of_nothing_only_the_number_is_told(bridge: Article) -> None:
    nothing = {"claims": [], "quotes": [], "dates": [], "speakers": []}
    assert [str(total) for total in totals_of(bridge.model_copy(update=nothing))] == [
        "0 claims",
        "0 named speakers",
        "0 direct quotes",
        "0 dates",
        "0 doubtful claims",
    ]


@pytest.mark.parametrize("name", ["table", "html"])
def test_every_date_is_shown(name: str, bridge: Article) -> None:
    output = rendered(bridge, name)
    shown = output[output.index({"table": "DATES", "html": 'id="h-dates"'}[name]) :]
    for date in bridge.dates:
        assert date.span.text in shown


def test_a_speaker_without_a_name_is_not_listed_across_articles(bridge: Article) -> None:
    first, *others = bridge.speakers
    officials = first.model_copy(
        update={"name": "city officials", "kind": "group", "entity": None, "aliases": []}
    )
    article = bridge.model_copy(update={"speakers": [officials, *others]})
    stream = io.StringIO()
    FORMATS["html"].load_renderer()([article, article], stream, Settings())
    index = stream.getvalue().partition('id="h-speakers"')[2].partition("</aside>")[0]
    assert "Nordhaven Ports" in index
    assert "city officials" not in index
