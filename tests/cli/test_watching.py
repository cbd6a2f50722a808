"""`claimx check --watch`: each file again when it is saved."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from queue import Empty, Queue
from typing import Any

import pytest

pytest.importorskip("watchfiles", reason="watchfiles is not installed (extra watch)")

HEARSAY = "The bridge will reportedly stay shut until May.\n"


def start(folder: Path) -> tuple[subprocess.Popen[str], Queue[str]]:
    """The program in a folder, and the lines that it writes, as they come."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "claimx", "check", ".", "--watch", "-f", "concise"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        # A test run in the background of a shell ignores interrupts, and so would its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    lines: Queue[str] = Queue()

    def read() -> None:
        assert process.stdout is not None
        with process.stdout as stream:
            for line in stream:
                lines.put(line)

    threading.Thread(target=read, daemon=True).start()
    return process, lines


def wait_for(lines: Queue[str], words: str, seconds: float = 120) -> bool:
    """Whether a line with these words comes in time."""
    while True:
        try:
            line = lines.get(timeout=seconds)
        except Empty:
            return False
        assert "swap" not in line
        assert "notes" not in line
        if words in line:
            return True


def is_checked_when_saved(folder: Path, lines: Queue[str]) -> bool:
    """Saves a draft, again and again: the program may not yet have begun to watch."""
    for blanks in range(1, 31):
        (folder / ".swap.md").write_text(HEARSAY)
        (folder / "notes.bin").write_bytes(b"\x00")
        (folder / "second.md").write_text("Rain fell.\n" + "\n" * blanks + HEARSAY)
        if wait_for(lines, "second.md:", seconds=5):
            return True
    return False


def test_a_file_that_is_saved_is_checked_again(tmp_path: Path) -> None:
    (tmp_path / "first.md").write_text(HEARSAY)
    process, lines = start(tmp_path)
    try:
        assert wait_for(lines, "first.md:1:17: CX204")
        assert wait_for(lines, "watching")
        assert is_checked_when_saved(tmp_path, lines)
        assert wait_for(lines, "CX204", seconds=30)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
    finally:
        process.kill()
        process.wait()


def test_standard_input_cannot_be_watched(invoke: Any) -> None:
    result = invoke("check", "-", "--watch", input=HEARSAY.encode())
    assert result.exit_code == 2
    assert "not for standard input" in result.stderr
