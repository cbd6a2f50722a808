"""The highlighted article: readable without colour, and obeyed by no terminal."""

from __future__ import annotations

import io
import re

import pytest
from tests.article_builder import BRIDGE_TEXT, Locator, build_article

from claimx.article import Article, Claim, Cue, Date, Metadata, Source
from claimx.render import OutputError, Settings
from claimx.render.highlight import render_highlight


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def highlight(article: Article, width: int = 100, stream: io.StringIO | None = None) -> str:
    stream = stream or io.StringIO()
    render_highlight([article], stream, Settings(width=width))
    return stream.getvalue()


@pytest.mark.parametrize("width", [40, 80, 120])
def test_claims_stand_in_brackets_with_their_speaker_beside(
    width: int, bridge_article: Article
) -> None:
    output = highlight(bridge_article.model_copy(update={"text": BRIDGE_TEXT}), width)
    words = " ".join(output.split())
    assert "\x1b" not in output
    assert max(len(line) for line in output.splitlines()) <= width
    assert "[1 “The bridge stays" in words
    assert "{She} /denied/ [2 that" in words
    assert "1 Ada Okafor" in words
    assert "3? inspectors (unresolved)" in words


def test_nested_claims_close_where_they_end() -> None:
    text = "Rask said that Moe claims that it rains."
    here = Locator(text)
    outer, inner = here.content("that Moe claims that it rains"), here.content("that it rains")
    article = build_article(
        text,
        text=text,
        claims=[
            Claim(
                id="C1",
                source=Source(spans=[here.span("Rask")]),
                cue=Cue(spans=[here.span("said")]),
                content=outer,
                directness="indirect",
            ),
            Claim(id="C2", content=inner, directness="indirect", parent="C1"),
        ],
    )
    assert "{Rask} /said/ [1 that Moe claims [2 that it rains]]." in highlight(article)


def test_a_date_that_ends_with_its_source_closes_before_it() -> None:
    text = "Rask, reached on Friday, said no."
    here = Locator(text)
    article = build_article(
        text,
        text=text,
        dates=[Date(id="D1", span=here.span("Friday"), type="DATE")],
        claims=[
            Claim(
                id="C1",
                source=Source(spans=[here.span("Rask, reached on Friday")]),
                cue=Cue(spans=[here.span("said")]),
                content=here.content("no"),
                directness="indirect",
            )
        ],
    )
    assert "{Rask, reached on <Friday>}, /said/ [1 no]." in highlight(article)


def test_on_a_terminal_colours_take_the_place_of_brackets(
    bridge_article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    article = bridge_article.model_copy(update={"text": BRIDGE_TEXT})
    output = highlight(article, stream=Terminal())
    assert "\x1b[" in output
    assert "{She}" not in output


def test_nothing_of_the_article_reaches_the_terminal_as_a_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    text = "He said \x1b]8;;http://a.example\x07link\x9b31m [bold]\u202e \x08 so"
    article = build_article(
        text,
        text=text,
        metadata=Metadata(path="a\x1b[2J.txt", publisher="p\x07"),
        claims=[Claim(id="C1", content=Locator(text).content(text[8:]), directness="indirect")],
    )
    for stream in (Terminal(), io.StringIO()):
        output = re.sub(r"\x1b\[[0-9;]*m", "", highlight(article, stream=stream))
        assert not set("\x1b\x07\x9b\u202e\x08") & set(output)
        assert "[bold]" in output


def test_a_record_without_its_text_is_refused(bridge_article: Article) -> None:
    with pytest.raises(OutputError, match="--include-text"):
        highlight(bridge_article)
