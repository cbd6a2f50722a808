"""The database: what Datasette and sqlite-utils find in it, and that it is never half written."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database
from tests.article_builder import BRIDGE_TEXT, Locator, build_article

import claimx
from claimx.article import Article, Claim, Failure, FailureMetadata, FailureReason, Metadata
from claimx.render import FORMATS, OutputError, Settings
from claimx.render.formats import ROW_KINDS
from claimx.render.rows import rows_of

FAILURE = Failure(
    metadata=FailureMetadata(path="a.txt"), error=FailureReason(type="E", message="empty")
)


def enter(path: Path, *records: Article | Failure) -> None:
    FORMATS["sqlite"].load_path_renderer()(records, path, Settings())


@pytest.fixture
def bridge(bridge_article: Article) -> Article:
    return bridge_article.model_copy(update={"text": BRIDGE_TEXT})


def test_the_database_holds_what_the_record_holds(tmp_path: Path, bridge: Article) -> None:
    path = tmp_path / "claims.db"
    enter(path, bridge, FAILURE)
    database = Database(path)
    for kind in ROW_KINDS:
        found = list(database.table(kind).rows)
        expected = rows_of(bridge, kind)
        assert len(found) == len(expected) > 0
        for got, row in zip(found, expected, strict=True):
            for name, value in got.items():
                stored = json.loads(value) if isinstance(row[name], list) else value
                assert stored == row[name]
    assert list(claimx.read(path)) == [bridge]
    assert database.table("mentions").count == sum(len(s.mentions) for s in bridge.speakers)
    names = [row["speaker"] for row in database.view("named_claims").rows]
    assert names.count("Ada Okafor") == 2
    database.close()


def test_running_again_doubles_nothing_and_puts_right_what_changed(
    tmp_path: Path, bridge: Article
) -> None:
    path = tmp_path / "claims.db"
    other = build_article("Rask spoke.", metadata=Metadata(path="other.txt"))
    enter(path, bridge, other)
    before = path.read_bytes()
    enter(path, bridge, other)
    assert path.read_bytes() == before
    shorter = bridge.model_copy(update={"claims": bridge.claims[:2], "quotes": []})
    enter(path, shorter)
    assert list(claimx.read(path)) == [shorter, other]
    assert Database(path).table("claims").count == 2
    edited = build_article("Rask spoke again.", metadata=Metadata(path="other.txt"))
    enter(path, edited)
    assert list(claimx.read(path)) == [shorter, edited]


def test_what_was_entered_stays_when_the_run_breaks_off(tmp_path: Path, bridge: Article) -> None:
    path = tmp_path / "claims.db"

    def records() -> Iterator[Article]:
        yield bridge
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        FORMATS["sqlite"].load_path_renderer()(records(), path, Settings())
    assert list(claimx.read(path)) == [bridge]
    enter(path, bridge)
    assert list(claimx.read(path)) == [bridge]


def test_a_database_that_is_not_of_claimx_is_left_alone(tmp_path: Path, bridge: Article) -> None:
    foreign = tmp_path / "foreign.db"
    Database(foreign).table("articles").insert({"id": 1})
    text = tmp_path / "text.db"
    text.write_text("no database", encoding="utf-8")
    later = tmp_path / "later.db"
    enter(later, bridge)
    connection = sqlite3.connect(later)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    for path, words in (
        (foreign, "not of claimx"),
        (text, "not an SQLite database"),
        (later, "layout 99"),
    ):
        before = path.read_bytes()
        with pytest.raises(OutputError, match=words):
            enter(path, bridge)
        assert path.read_bytes() == before


def test_datasette_answers_a_facet_and_a_search(tmp_path: Path, bridge: Article) -> None:
    datasette_app = pytest.importorskip("datasette.app")
    path = tmp_path / "claims.db"
    enter(path, bridge)

    async def ask(address: str) -> Any:
        answer = await datasette_app.Datasette([str(path)]).client.get(address)
        assert answer.status_code == 200, answer.text
        return answer.json()

    facets = asyncio.run(ask("/claims/claims.json?_facet=directness&_shape=objects"))
    counts = facets["facet_results"]
    counts = counts.get("results", counts)["directness"]["results"]
    assert {row["value"]: row["count"] for row in counts} == {
        "direct": 2,
        "indirect": 3,
        "mixed": 1,
    }
    found = asyncio.run(ask("/claims/claims.json?_search=laboratory&_shape=objects"))
    assert [row["claim"] for row in found["rows"]] == ["C2"]
    articles = asyncio.run(ask("/claims/articles.json?_search=waterfront&_shape=objects"))
    assert len(articles["rows"]) == 1


def test_no_cell_holds_what_a_terminal_obeys(tmp_path: Path) -> None:
    text = "a\x1b]8;;http://a.example\x07b\x9b31m \u202ec'); DROP TABLE claims;--"
    claim = Claim(id="C1", content=Locator(text).content(text), directness="indirect")
    article = build_article(text, text=text, metadata=Metadata(title=text), claims=[claim])
    path = tmp_path / "claims.db"
    enter(path, article)
    database = Database(path)
    for table in ("articles", "claims"):
        for row in database.table(table).rows:
            row.pop("record", None)
            assert not set("\x1b\x07\x9b\u202e") & set(json.dumps(row, ensure_ascii=False))
    assert list(claimx.read(path)) == [article]
