"""What a reader of the tables must be able to rely on."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.article_builder import Locator, build_article

from claimx.article import (
    Article,
    Claim,
    Content,
    Cue,
    Date,
    Entity,
    Metadata,
    Quote,
    Source,
    Span,
    Speaker,
)
from claimx.render import Settings
from claimx.render.formats import TABLE_PARTS
from claimx.render.plain_text import clean
from claimx.render.table import render_table

WIDTHS = (40, 63, 64, 80, 139, 140, 190, 200)

PARTS = (
    "path",
    "title",
    "speaker",
    "anonymity",
    "alias",
    "quote",
    "source",
    "cue",
    "content",
    "channel",
    "date",
    "entity",
    "warning",
)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def table_of(article: Article, width: int = 80) -> str:
    stream = io.StringIO()
    render_table([article], stream, Settings(width=width, parts=frozenset(TABLE_PARTS)))
    return stream.getvalue()


def words_of(output: str) -> str:
    return " ".join(output.split())


def article_saying(text: str, **claim: Any) -> Article:
    """An article whose one claim is all of ``text``."""
    claim.setdefault("content", Content(spans=[Span(start=0, end=len(text), text=text)], text=text))
    claim.setdefault("directness", "indirect")
    return build_article(text, claims=[Claim(id="C1", **claim)])


def test_without_a_terminal_there_are_neither_colours_nor_drawn_lines(
    bridge_article: Article,
) -> None:
    for width in WIDTHS:
        output = table_of(bridge_article, width)
        assert "\x1b" not in output
        assert not re.search("[\u2500-\u257f]", output)
        assert not re.search(r"[ \t]$", output, re.MULTILINE)


def test_on_a_terminal_there_are_colours_and_drawn_lines(
    bridge_article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = Terminal()
    render_table([bridge_article], stream, Settings(width=80))
    assert "\x1b[" in stream.getvalue()
    assert "╭" in stream.getvalue()


def test_no_color_is_obeyed(bridge_article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    stream = Terminal()
    render_table([bridge_article], stream, Settings(width=80))
    assert not re.search("\x1b\\[[0-9;]*3[0-7]m", stream.getvalue())


@pytest.mark.parametrize("width", WIDTHS)
def test_the_states_of_a_claim_are_said_in_words(width: int, bridge_article: Article) -> None:
    output = words_of(table_of(bridge_article, width))
    assert "(negative)" in output
    assert "repeats C1" in output
    assert "repeats Q1" in output
    assert "inside C2" in output
    assert "unresolved" in output
    assert "mark missing" in output
    assert "anonymous" in output


def test_a_claim_shows_the_role_that_its_own_source_gives() -> None:
    text = "Treasurer Ida Moe agreed. Ida Moe, a keen sailor, said no."
    here = Locator(text)
    article = build_article(
        text,
        speakers=[
            Speaker(
                id="S1",
                name="Ida Moe",
                kind="person",
                roles=[here.span("Treasurer"), here.span("a keen sailor")],
            )
        ],
        claims=[
            Claim(
                id="C1",
                source=Source(spans=[here.span("Ida Moe, a keen sailor")], speakers=["S1"]),
                content=here.content("no"),
                directness="indirect",
            )
        ],
    )
    assert "Ida Moe (a keen sailor)" in table_of(article)


def test_a_claim_without_a_source_says_so() -> None:
    assert "source not named" in table_of(article_saying("It rained."))


@pytest.mark.parametrize(("cue", "shown"), [(":", "no deal"), ("said", "said: no deal")])
def test_the_colon_of_a_headline_is_not_shown_twice(cue: str, shown: str) -> None:
    text = f"Okafor {cue} no deal"
    find = Locator(text)
    article = build_article(
        text,
        claims=[
            Claim(
                id="C1",
                cue=Cue(spans=[find.span(cue)]),
                content=find.content("no deal"),
                directness="indirect",
            )
        ],
    )
    lines = [line.strip() for line in table_of(article, 63).splitlines()]
    assert shown in lines


def test_several_speakers_of_one_claim_are_all_named() -> None:
    text = "Brandt and Ekholm said it was over."
    here = Locator(text)
    article = build_article(
        text,
        speakers=[
            Speaker(id="S1", name="Brandt", kind="person"),
            Speaker(id="S2", name="Ekholm", kind="person"),
        ],
        claims=[
            Claim(
                id="C1",
                source=Source(spans=[here.span("Brandt and Ekholm")], speakers=["S1", "S2"]),
                cue=Cue(spans=[here.span("said")]),
                content=here.content("it was over"),
                directness="indirect",
            )
        ],
    )
    assert "Brandt; Ekholm" in table_of(article)


def test_an_article_without_anything_says_none() -> None:
    output = table_of(build_article("Nothing.", metadata=Metadata()))
    assert output.count("none") == 5
    assert "not known" in output


def test_markup_in_the_text_is_printed_as_it_stands() -> None:
    output = words_of(table_of(article_saying("[bold]wide[/bold] :smile: [link=x]open[/]")))
    assert "[bold]wide[/bold] :smile: [link=x]open[/]" in output


def test_control_characters_do_not_reach_the_terminal() -> None:
    text = "red \x1b[31malert\x07 \u202egnorw\u202c soft\u00adly\r\nnext"
    output = table_of(article_saying(text))
    assert words_of("red �[31malert� �gnorw� softly next") in words_of(output)


def test_entities_are_counted_most_mentioned_first() -> None:
    text = "Oslo, then Bergen, then Oslo and Oslo."
    here = Locator(text)
    article = build_article(
        text,
        entities=[
            Entity(id="E1", name="Bergen", label="GPE", mentions=[here.span("Bergen")]),
            Entity(
                id="E2",
                name="Oslo",
                label="GPE",
                mentions=[here.span("Oslo", nth) for nth in (1, 2, 3)],
            ),
        ],
    )
    assert "Oslo (3), Bergen (1)" in table_of(article)


def test_a_date_that_counts_from_another_names_it() -> None:
    text = "He left on May 2 and came back two days later."
    here = Locator(text)
    article = build_article(
        text,
        dates=[
            Date(id="D1", span=here.span("May 2"), type="DATE", reason="no-anchor"),
            Date(id="D2", span=here.span("two days later"), type="DATE", offset="P2D", anchor="D1"),
        ],
    )
    output = words_of(table_of(article, 200))
    assert "no date is known to count from" in output
    assert "by D1, “May 2”" in output


@pytest.mark.parametrize("width", [40, 41, 63, 64, 65, 80, 139, 140, 189, 190, 200])
def test_words_too_long_for_their_column_are_folded_not_cropped(width: int) -> None:
    """Each part of the record is one long word of a letter of its own."""
    parts = {name: letter * 230 for name, letter in zip(PARTS, "αβγδζηθικλμνξπρσ", strict=False)}
    text = " ".join(parts.values())
    spans = {name: Locator(text).span(word) for name, word in parts.items()}
    article = build_article(
        text,
        metadata=Metadata(path=parts["path"], title=parts["title"]),
        speakers=[
            Speaker(
                id="S1",
                name=parts["speaker"],
                kind="unnamed",
                anonymous=True,
                anonymity=spans["anonymity"],
                aliases=[parts["alias"]],
            )
        ],
        quotes=[Quote(id="Q1", spans=[spans["quote"]], kind="direct", complete=False)],
        claims=[
            Claim(
                id="C1",
                source=Source(spans=[spans["source"]]),
                cue=Cue(spans=[spans["cue"]]),
                content=Content(spans=[spans["content"]], text=parts["content"]),
                directness="indirect",
                polarity="negative",
                channel=spans["channel"],
            )
        ],
        dates=[Date(id="D1", span=spans["date"], type="DATE")],
        entities=[Entity(id="E1", name=parts["entity"], label="NORP", mentions=[spans["entity"]])],
        warnings=[parts["warning"]],
    )
    shown = Counter(table_of(article, width))
    assert {name: shown[word[0]] for name, word in parts.items()} == dict.fromkeys(parts, 230)


@settings(max_examples=60)
@given(text=st.text(min_size=1), width=st.integers(40, 200), data=st.data())
def test_no_text_breaks_a_table_and_none_of_it_is_lost(
    text: str, width: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span(start=start, end=end, text=text[start:end])
    article = build_article(
        text,
        metadata=Metadata(path=text, title=text, byline=text, url=text, publisher=text),
        speakers=[
            Speaker(id="S1", name=text, kind="person", roles=[span], aliases=[text, span.text])
        ],
        quotes=[Quote(id="Q1", spans=[span], kind="direct", claim="C1", speaker="S1")],
        claims=[
            Claim(
                id="C1",
                source=Source(spans=[span], speakers=["S1"]),
                cue=Cue(spans=[span]),
                content=Content(spans=[span], text=span.text),
                directness="mixed",
                polarity="negative",
                channel=span,
                said_on="D1",
            )
        ],
        dates=[Date(id="D1", span=span, type="DATE", value="2024-10-16", anchor="published")],
        entities=[Entity(id="E1", name=text, label="PERSON", mentions=[span])],
        warnings=[text],
    )
    output = table_of(article, width)
    assert not {c for c in output if unicodedata.category(c) == "Cc"} - {"\n"}
    shown = Counter(output)
    for part, times in ((text, 4), (span.text, 3)):
        wanted = Counter(clean(part).replace(" ", ""))
        assert all(shown[c] >= times * count for c, count in wanted.items())
