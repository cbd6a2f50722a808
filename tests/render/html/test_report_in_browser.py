"""The HTML report in a real browser: what a reader can do with it, and what it never does."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.article_builder import BRIDGE_TEXT, Locator, build_article

from claimx.article import Article, Claim, Metadata
from claimx.render import FORMATS, Settings

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
if CHROMIUM is None:
    pytest.skip("there is no chromium on this machine", allow_module_level=True)
AXE = os.environ.get("AXE_CORE")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def open_report(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens the report of articles; no request may leave it and nothing may go wrong in it."""
    faults: list[str] = []

    def show(*articles: Article, place: str = "", width: int = 1280, colours: str = "light") -> Any:
        path = tmp_path / "report.html"
        with path.open("w", encoding="utf-8") as stream:
            FORMATS["html"].load_renderer()(articles, stream, Settings())
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=colours)
        page.on("request", lambda request: _note_request(request.url, faults))
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.goto(f"{path.as_uri()}{place}")
        return page

    yield show
    assert faults == []


def _note_request(url: str, faults: list[str]) -> None:
    if not url.startswith("file:"):
        faults.append(url)


@pytest.fixture
def bridge(bridge_article: Article) -> Article:
    return bridge_article.model_copy(update={"text": BRIDGE_TEXT})


def visible_cards(page: Any) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        ".card:not([hidden])", "cards => cards.map(card => card.id)"
    )
    return found


def test_a_click_on_a_claim_shows_its_record_and_names_it_in_the_address(
    open_report: Callable[..., Any], bridge: Article
) -> None:
    page = open_report(bridge)
    page.click('.text [data-c="C4"]')
    assert page.url.endswith("#C4")
    assert "according to" in page.inner_text("#C4 dl").lower()
    assert (
        page.eval_on_selector_all(".text .on-c", "marks => marks.map(m => m.dataset.c)")
        == [
            "C4",
            "C4",
        ]
        or page.locator(".text .on-c").count() >= 1
    )


def test_an_address_leads_to_its_claim_and_the_pronoun_to_the_name(
    open_report: Callable[..., Any], bridge: Article
) -> None:
    page = open_report(bridge, place="#C2")
    assert page.locator("#C2.open").count() == 1
    assert page.inner_text(".text .on-s") == "She"
    assert page.get_attribute(".text .on-s", "data-who") == "Ada Okafor"
    assert "Mayor Ada Okafor" in page.inner_text(".text .on-a")
    assert "“Mayor Ada Okafor”" in page.inner_text("#C2 dl")


def test_filters_leave_the_claims_that_pass_them(
    open_report: Callable[..., Any], bridge: Article
) -> None:
    page = open_report(bridge)
    assert len(visible_cards(page)) == 6
    page.select_option("[name=directness]", "direct")
    assert visible_cards(page) == ["C1", "C5"]
    page.select_option("[name=speaker]", "S1")
    assert visible_cards(page) == ["C1"]
    assert page.inner_text(".report .count") == "1 of 6 claims"
    page.click("button[type=reset]")
    page.locator(".card[hidden]").first.wait_for(state="detached")
    page.fill("[name=search]", "cables MIGHT")
    assert visible_cards(page) == ["C4"]
    page.fill("[name=search]", "")
    page.select_option("[name=kind]", "writing")
    assert visible_cards(page) == ["C3"]
    page.select_option("[name=kind]", "")
    page.fill("[name=confidence]", "50")
    assert visible_cards(page) == ["C1"]
    page.fill("[name=confidence]", "0")
    page.select_option("[name=order]", "doubt")
    assert visible_cards(page)[0] == "C3"


def test_a_speaker_of_the_legend_is_a_filter(
    open_report: Callable[..., Any], bridge: Article
) -> None:
    page = open_report(bridge)
    page.click("[data-speaker=S3]")
    assert visible_cards(page) == ["C6"]
    assert page.get_attribute("[data-speaker=S3]", "aria-pressed") == "true"
    page.click("[data-speaker=S3]")
    assert len(visible_cards(page)) == 6


def test_the_keyboard_reaches_every_claim(open_report: Callable[..., Any], bridge: Article) -> None:
    page = open_report(bridge)
    page.focus(".text a.n")
    page.keyboard.press("Enter")
    assert page.url.endswith("#C1")
    page.locator("#C1:focus").wait_for()
    page.keyboard.press("ArrowDown")
    page.locator("#C2.open").wait_for()
    page.keyboard.press("Escape")
    assert page.locator(".open").count() == 0


def test_on_a_phone_the_record_can_be_closed_and_the_filters_unfolded(
    open_report: Callable[..., Any], bridge: Article
) -> None:
    page = open_report(bridge, place="#C2", width=390)
    assert page.locator("#C2.open").count() == 1
    page.click("#C2 .shut")
    assert page.locator(".open").count() == 0
    assert "#" not in page.url
    assert not page.is_visible("[name=speaker]")
    page.click(".fold > summary")
    page.select_option("[name=directness]", "direct")
    assert visible_cards(page) == ["C1", "C5"]


def test_on_a_phone_a_link_at_the_top_leads_to_the_claims_and_back(
    open_report: Callable[..., Any], bridge: Article
) -> None:
    for articles, place in (([bridge], ""), ([bridge, bridge], "#" + bridge.id)):
        page = open_report(*articles, place=place, width=390)
        heading = page.locator("#h-claims")
        sync_api.expect(heading).not_to_be_in_viewport()
        page.click("nav.jump a:first-child")
        sync_api.expect(heading).to_be_in_viewport()
        sync_api.expect(heading).to_be_focused()
        page.click("#h-claims a")
        sync_api.expect(page.locator("#p1")).to_be_in_viewport()


def test_the_count_of_doubtful_claims_puts_them_first(
    open_report: Callable[..., Any], bridge: Article
) -> None:
    page = open_report(bridge)
    page.click("[data-order=doubt]")
    assert visible_cards(page)[0] == "C3"
    assert page.is_visible("#C3")


def test_the_marks_of_the_text_are_explained(
    open_report: Callable[..., Any], bridge: Article
) -> None:
    page = open_report(bridge)
    key = page.inner_text(".key")
    assert all(words in key for words in ("who says it", "what is said", "a date", "doubtful"))


def test_a_claim_links_into_the_live_page(open_report: Callable[..., Any], bridge: Article) -> None:
    page = open_report(bridge)
    link = page.get_attribute("#C1 .live a", "href")
    assert link == (
        "https://example.org/2024/10/16/harbour-bridge"
        "#:~:text=%E2%80%9CThe%20bridge%20stays%20shut%2C%E2%80%9D"
    )


def test_several_articles_stand_behind_an_index(
    open_report: Callable[..., Any], bridge: Article
) -> None:
    other = bridge.model_copy(update={"id": "second"})
    page = open_report(bridge, other)
    assert page.locator("#index .entries").first.locator("li").count() == 2
    assert "Ada Okafor person, 4 claims in 2 articles" in page.inner_text("#index aside")
    page.click('#index a[href="#second"]')
    page.wait_for_selector(".report")
    page.click('.text [data-c="C4"]')
    assert page.url.endswith("#second/C4")
    page.reload()
    page.wait_for_selector("#C4.open")
    page.click(".back a")
    page.wait_for_selector("#index:not([hidden])")


def test_five_hundred_articles_stay_usable(
    open_report: Callable[..., Any], bridge: Article
) -> None:
    articles = [bridge.model_copy(update={"id": f"a{number}"}) for number in range(500)]
    page = open_report(*articles)
    page.fill("[name=find]", "harbour")
    page.click('#index a[href="#a499"]')
    page.wait_for_selector("#C6")
    assert page.locator(".report").count() == 1


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_window(
    width: int, open_report: Callable[..., Any], bridge: Article
) -> None:
    page = open_report(bridge, place="#C2", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.skipif(AXE is None, reason="AXE_CORE does not name axe.min.js (npm install axe-core)")
@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_serious_fault(
    colours: str, width: int, open_report: Callable[..., Any], bridge: Article
) -> None:
    for articles, place in (([bridge], "#C2"), ([bridge, bridge], "")):
        page = open_report(*articles, place=place, width=width, colours=colours)
        page.wait_for_timeout(100)
        # The page itself lets no script in but its own.
        page.evaluate(Path(AXE or "").read_text(encoding="utf-8"))
        found = page.evaluate("axe.run()")["violations"]
        serious = [
            (fault["id"], [node["html"][:120] for node in fault["nodes"][:3]])
            for fault in found
            if fault["impact"] in ("serious", "critical")
        ]
        assert serious == []


HOSTILE = (
    "</script><script>alert(1)</script> <img src=x onerror=alert(2)> </template></span> "
    '\x1b]8;;http://a.example\x07 \u202egnp.exe {{ 7*7 }} {% raw %} &lt;b&gt; " onclick="alert(3)'
)


@pytest.mark.parametrize("count", [1, 2])
def test_a_hostile_article_is_shown_and_not_run(
    count: int, open_report: Callable[..., Any]
) -> None:
    here = Locator(HOSTILE)
    article = build_article(
        HOSTILE,
        text=HOSTILE,
        metadata=Metadata(
            title=HOSTILE,
            byline=HOSTILE,
            publisher=HOSTILE,
            path=HOSTILE,
            url="javascript:alert(4)",
        ),
        claims=[Claim(id="C1", content=here.content(HOSTILE), directness="direct")],
        warnings=[HOSTILE],
    ).model_copy(update={"id": '"><script>alert(5)</script>'})
    page = open_report(*[article] * count)
    if count == 2:
        page.click("#index .entries a >> nth=0")
    page.wait_for_selector("#C1")
    page.click("#C1 .who strong")
    shown = page.inner_text(".text")
    assert "<script>alert(1)</script>" in shown
    assert "{{ 7*7 }}" in shown
    assert not set("\x1b\x07\u202e") & set(page.content())
    assert page.locator('a[href^="javascript:"]').count() == 0
    assert page.locator("[onclick], [onerror], img").count() == 0
