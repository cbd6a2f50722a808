"""Options of runs over many inputs."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from claimx.batch.outcomes import Outcome
from claimx.batch.stats import Stats
from claimx.cli.progress import Progress


def paths_of(result: Any) -> list[str]:
    return [json.loads(line)["metadata"]["path"] for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-j", "-1"), "-1"),
        (("--shard", "4/3"), "3/16"),
        (("--shard", "0/3"), "3/16"),
        (("--shard", "x"), "3/16"),
        (("--timeout", "0"), "timeout"),
        (("--max-chars", "1000001"), "max-chars"),
        (("-0",), "--files-from"),
        (("--resume",), "-o"),
        (("--resume", "-o", "out.csv"), "JSON Lines or a database"),
        (("--files-from", "-", "-"), "standard input"),
        (("--files-from", "nowhere"), "nowhere"),
        (("--stats", "nowhere/stats.jsonl"), "--stats"),
    ],
)
def test_options_that_cannot_be_meant_are_refused(
    arguments: tuple[str, ...], words: str, invoke: Any, articles: Path
) -> None:
    result = invoke("extract", "bridge.txt", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert words in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("names", "null"), [("bridge.txt\nharbour.txt\n", ()), ("bridge.txt\0harbour.txt", ("-0",))]
)
def test_names_come_from_a_stream_or_a_file(
    names: str, null: tuple[str, ...], invoke: Any, articles: Path
) -> None:
    expected = ["bridge.txt", "harbour.txt"]
    assert paths_of(invoke("extract", "--files-from", "-", *null, input=names)) == expected
    (articles / "names").write_text(names)
    assert paths_of(invoke("extract", "--files-from", "names", *null)) == expected
    both = invoke("extract", "harbour.txt", "--files-from", "names", *null)
    assert paths_of(both) == ["harbour.txt", *expected]


def test_a_run_stops_when_enough_has_failed(invoke: Any, articles: Path) -> None:
    result = invoke("extract", "x.txt", "y.txt", "bridge.txt", "--max-failures", "2")
    assert result.exit_code == 3
    assert paths_of(result) == ["x.txt", "y.txt"]
    assert "2 inputs failed: stopped (--max-failures)" in result.stderr
    kept = invoke("extract", "x.txt", "bridge.txt", "--max-failures", "1", "-o", "out.jsonl")
    assert kept.exit_code == 3
    assert not (articles / "out.jsonl").exists()
    assert "--resume" in kept.stderr
    assert (articles / "out.jsonl.partial").exists()


@pytest.mark.parametrize("name", ["out.jsonl", "out.db"])
def test_a_filtered_run_is_gone_on_with_by_its_own_filter(
    name: str, invoke: Any, articles: Path
) -> None:
    def run(*filters: str) -> tuple[int, int]:
        call = ("extract", "bridge.txt", "harbour.txt", "-q", *filters)
        assert invoke(*call, "-o", name, "--resume", "--stats", "stats.jsonl").exit_code == 0
        figures = json.loads((articles / "stats.jsonl").read_text().splitlines()[-1])
        return figures["kept"], figures["articles"]

    assert run("--named-only") == (0, 2)
    assert run("--named-only") == (2, 0)
    assert run("--directness", "direct") == (0, 2)
    assert run() == (0, 2)
    assert run() == (2, 0)
    if name == "out.jsonl":
        whole = invoke("extract", "bridge.txt", "harbour.txt", "-q", "-f", "jsonl").stdout
        assert (articles / name).read_text() == whole


def test_an_article_that_is_too_long_fails_with_its_size(invoke: Any, articles: Path) -> None:
    (articles / "long.txt").write_text("The bridge is shut. " * 50)
    result = invoke("extract", "bridge.txt", "long.txt", "--max-chars", "999")
    assert result.exit_code == 3
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert "error" not in first
    assert "max_chars" not in first["provenance"]["options"]
    assert second["error"]["type"] == "TextTooLongError"
    assert "long.txt has 1,000 characters, more than the limit of 999" in result.stderr
    assert "--max-chars" in result.stderr


def test_the_shards_of_a_folder_are_the_folder(invoke: Any, articles: Path) -> None:
    parts = [paths_of(invoke("extract", ".", "-q", "--shard", f"{k}/2")) for k in (1, 2)]
    assert sorted([*parts[0], *parts[1]]) == ["./bridge.txt", "./harbour.txt"]


def test_it_is_said_who_begins_what(invoke: Any, articles: Path) -> None:
    result = invoke("extract", "bridge.txt", "-q", "-v")
    assert result.stderr == "claimx: worker 1: bridge.txt\n"


def test_figures_are_added_to_a_file(invoke: Any, articles: Path) -> None:
    for _ in range(2):
        invoke("extract", "bridge.txt", "missing.txt", "--stats", "stats.jsonl")
    figures = [json.loads(line) for line in (articles / "stats.jsonl").read_text().splitlines()]
    assert len(figures) == 2
    for line in figures:
        assert (line["articles"], line["failed"]) == (1, 1)
        assert line["failures"] == {"MissingPathError": 1}
        assert line["memory_mb"]["main"] > 0
        assert line["is_last"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_how_far_a_run_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    stats = Stats()
    said: list[str] = []
    progress = Progress(stats, said.append, is_shown=True, stats_file=None)
    stats.count(Outcome("a.txt", "{}"))
    stats.count(Outcome("b.txt", "{}", error="Missing"))
    progress.update()
    assert "claimx: 1 article, 1 failed" in screen.getvalue()
    progress.announce("b.txt is missing")
    assert screen.getvalue().endswith("\r\x1b[K")
    assert said == ["b.txt is missing"]
    progress.close()


def test_no_progress_is_shown_where_it_would_be_in_the_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for screen, is_shown in ((Terminal(), False), (io.StringIO(), True)):
        monkeypatch.setattr("sys.stderr", screen)
        progress = Progress(Stats(), print, is_shown=is_shown, stats_file=None)
        progress.update()
        progress.close()
        assert screen.getvalue() == ""
