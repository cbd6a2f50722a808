"""Tables, highlighted articles and manual pages on a terminal go through the user's pager."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pager")
    article = folder / "a.txt"
    article.write_text("“It is over,” Ann Hill said on Monday.\n")
    target = folder / "a.jsonl"
    subprocess.run(
        [sys.executable, "-m", "claimx", "extract", article, "--include-text", "-o", target],
        check=True,
    )
    return target


def on_a_terminal(*arguments: str, **environment: str) -> tuple[str, int]:
    """What a terminal is sent, and the exit code."""
    leader, follower = pty.openpty()
    given = {name: value for name, value in os.environ.items() if name not in ("PAGER", "LESS")}
    process = subprocess.Popen(
        [sys.executable, "-m", "claimx", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=follower,
        env={**given, "TERM": "xterm-256color", "COLUMNS": "80", **environment},
    )
    os.close(follower)
    sent = b""
    while True:
        try:
            data = os.read(leader, 65536)
        except OSError:  # Linux, where the other end is closed
            break
        if not data:
            break
        sent += data
    os.close(leader)
    return sent.decode("utf-8"), process.wait()


# Marks each line, so that one sees what went through it.
MARKING = "sed s/^/PAGED/"


@pytest.mark.parametrize("name", ["table", "highlight"])
def test_what_is_read_on_a_screen_goes_through_the_pager(record: Path, name: str) -> None:
    sent, code = on_a_terminal("show", str(record), "-f", name, PAGER=MARKING)
    assert code == 0
    assert "PAGED" in sent
    assert "Hill" in sent
    assert "\x1b[" in sent  # colours, as without the pager


def test_manual_pages_go_through_the_pager() -> None:
    sent, code = on_a_terminal("help", "dates", PAGER=MARKING)
    assert code == 0
    assert "PAGED" in sent


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (["--no-pager"], {"PAGER": MARKING}),
        ([], {"PAGER": MARKING, "CLAIMX_PAGER": "false"}),
        ([], {"PAGER": MARKING, "TERM": "dumb"}),
        ([], {"PAGER": "cat"}),
        ([], {"PAGER": ""}),
        ([], {"PAGER": "no-such-pager --x"}),
        (["-f", "jsonl"], {"PAGER": MARKING}),
    ],
)
def test_there_is_no_pager_where_it_is_not_wanted(
    record: Path, arguments: list[str], environment: dict[str, str]
) -> None:
    sent, code = on_a_terminal("show", str(record), *arguments, **environment)
    assert code == 0
    assert "PAGED" not in sent
    assert "Hill" in sent


def test_piped_output_is_never_paged(record: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "claimx", "show", record, "-f", "table"],
        env={**os.environ, "PAGER": MARKING, "TERM": "xterm"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Hill" in done.stdout
    assert "PAGED" not in done.stdout


def test_leaving_the_pager_early_is_success(record: Path) -> None:
    sent, code = on_a_terminal("show", *[str(record)] * 200, "-f", "table", PAGER="head -n 1")
    assert code == 0
    assert "Traceback" not in sent


def test_messages_wait_until_the_reader_has_left_the_pager(record: Path, tmp_path: Path) -> None:
    failing = tmp_path / "both.jsonl"
    failure = '{"metadata": {"path": "lost.txt"}, "error": {"type": "X", "message": "it is gone"}}'
    failing.write_text(f"{record.read_text()}{failure}\n")
    sent, code = on_a_terminal("show", str(failing), "-f", "table", PAGER="sed s/$/PAGED/")
    assert code == 3
    assert sent.rindex("PAGED") < sent.index("lost.txt: it is gone")
