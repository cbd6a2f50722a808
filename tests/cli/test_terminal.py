"""Nothing of a text or of a name is obeyed by a terminal, whatever command prints it."""

from __future__ import annotations

import io
import json
import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.conftest import Invoke

from claimx.cli.terminal import TerminalWriter, escape

HOSTILE = "\x1b]0;owned\x07\x1b]8;;http://evil.example\x1b\\\x1b[2J\x9b2J\u202egnp.exe\x1b[1A"
OBEYED = ("\x1b", "\x07", "\x9b", "\u202e", "\x00")


def is_harmless(text: str) -> bool:
    return not any(character in text for character in OBEYED)


def test_the_colours_of_claimx_pass() -> None:
    assert escape("\x1b[1;31mred\x1b[0m\n\ttab") == "\x1b[1;31mred\x1b[0m\n\ttab"


@given(st.text())
def test_a_string_of_json_stays_the_same(text: str) -> None:
    line = json.dumps(text, ensure_ascii=False)
    assert json.loads(escape(line)) == text


def test_what_is_written_piece_by_piece_is_escaped() -> None:
    binary = io.BytesIO()
    stream = TerminalWriter(binary, "utf-8")
    stream.write("a\x9bb")
    stream.writelines(["\x1b]0;x\x07", "\r"])
    stream.flush()
    assert binary.getvalue() == b"a\\u009bb\\u001b]0;x\\u0007\\u000d"


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", f"missing{HOSTILE}.txt"],
        ["extract", "a.txt", "-o", f"no{HOSTILE}/b.jsonl"],
        ["extract", f"--no{HOSTILE}"],
        ["extract", "-f", f"no{HOSTILE}", "a.txt"],
        [f"no{HOSTILE}"],
        ["evaluate", f"gold{HOSTILE}"],
    ],
)
def test_messages_of_wrong_calls_are_harmless(
    invoke: Invoke, articles: Path, arguments: list[str]
) -> None:
    result = invoke(*arguments)
    assert result.exit_code != 0
    assert "owned" in result.stderr
    assert is_harmless(result.stderr)


def run_on_a_terminal(*arguments: str, seconds: float = 300) -> str:
    """What a terminal is sent by the program, standard output and standard error together.

    Raises:
        TimeoutError: If the program has not ended after so long.
    """
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "claimx", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=follower,
        env={**os.environ, "TERM": "xterm-256color"},
    )
    os.close(follower)
    end = time.monotonic() + seconds
    try:
        sent = b"".join(read_until_closed(leader, end))
        process.wait(max(0.0, end - time.monotonic()))
    finally:
        process.kill()
        os.close(leader)
    return sent.decode("utf-8")


def read_until_closed(leader: int, end: float) -> Iterator[bytes]:
    """What is written to a terminal until no process has it open."""
    while True:
        if not select.select([leader], [], [], max(0.0, end - time.monotonic()))[0]:
            raise TimeoutError("the program did not end")
        try:
            data = os.read(leader, 65536)
        except OSError:  # Linux, where the other end is closed
            return
        if not data:
            return
        yield data


DATED = {
    "text": f"He left on Monday, {HOSTILE} she said.",
    "claims": [],
    "dates": [{"span": {"start": 11, "end": 17, "text": "Monday"}, "type": "DATE"}],
}


def test_errors_of_an_evaluation_are_harmless(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(DATED) + "\n")
    missed = tmp_path / "predictions.jsonl"
    missed.write_text(json.dumps({**DATED, "dates": []}) + "\n")
    sent = run_on_a_terminal(
        "evaluate", str(gold), "--kind", "dates", "--errors", "--predictions", str(missed)
    )
    assert "owned" in sent
    assert is_harmless(sent)


def test_records_on_a_terminal_are_harmless(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"“It is {HOSTILE} over,” Ann Hill said on Monday.")
    sent = run_on_a_terminal("extract", str(path), "--include-text", "-f", "jsonl")
    assert is_harmless(sent)
    line = next(line for line in sent.splitlines() if line.startswith("{"))
    assert json.loads(line)["text"] == path.read_text()
