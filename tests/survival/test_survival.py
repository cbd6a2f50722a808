"""The program when it is interrupted, killed, out of disk, and among what is no article."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
# Starts the program with a pipeline that finds nothing, slowly.
SLOW_PROGRAM = """
import sys
import claimx.pipeline.load
from tests.survival.many_runs import load
claimx.pipeline.load.load = load
from claimx.cli import main
main(prog_name="claimx")
"""
INTERRUPTIBLE = (
    "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n" + SLOW_PROGRAM
)
# The pipeline lets go of an object whose finalizer is where the signal comes.
SIGNALLED_IN_A_FINALIZER = """
import os, signal, sys
from spacy.language import Language
from tests.survival import many_runs

class Finalized:
    def __del__(self):
        os.kill(os.getpid(), int(os.environ["TEST_SIGNAL"]))
        sum(range(100_000))

@Language.component("let_go")
def let_go(doc):
    if "number 7 " in doc.text:
        Finalized()
    return doc

def load(model=None):
    nlp = many_runs.load()
    nlp.add_pipe("let_go")
    return nlp

signal.signal(signal.SIGINT, signal.default_int_handler)
import claimx.pipeline.load
claimx.pipeline.load.load = load
from claimx.__main__ import main
main()
"""
LIMITED = (
    "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (20_000, -1))\n" + SLOW_PROGRAM
)


def program(code: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", code, "extract", "-q", *arguments]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sixty short articles."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(60):
        text = f"The bridge number {number} is “shut”, they said.\n"
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


def run(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, timeout=300, check=False, **options
    )


def test_a_signal_at_any_moment_leaves_whole_lines_and_the_right_code(folder: Path) -> None:
    process = run([sys.executable, "-m", "tests.survival.many_runs", "50", str(folder)])
    runs = [json.loads(line) for line in process.stdout.splitlines()]
    assert len(runs) == 50, process.stderr
    for found in runs:
        lines = found["output"].splitlines(keepends=True)
        if found["code"] == -found["signal"]:
            # It came before the program began or after it had ended.
            assert len(lines) in (0, len(list(folder.iterdir())))
            continue
        assert found["code"] in (128 + found["signal"], 0), found["messages"]
        assert "Traceback" not in found["messages"]
        for place, line in enumerate(lines):
            assert line.endswith("\n")
            assert json.loads(line)["metadata"]["path"].endswith(f"/{place:02}.txt")
        if found["code"] and lines:
            assert "stopped after" in found["messages"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_in_a_finalizer_is_not_lost(number: int, folder: Path) -> None:
    command = program(SIGNALLED_IN_A_FINALIZER, str(folder))
    process = run(command, env={**os.environ, "TEST_SIGNAL": str(int(number))})
    assert process.returncode == 128 + number, process.stderr
    assert "Traceback" not in process.stderr
    assert "stopped after" in process.stderr
    assert 7 <= len(process.stdout.splitlines()) < 60


@pytest.mark.skipif(not hasattr(fcntl, "F_SETPIPE_SZ"), reason="needs Linux")
def test_a_second_interrupt_ends_a_run_whose_reader_does_not_come(folder: Path) -> None:
    reader, writer = os.pipe()
    fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
    command = program(INTERRUPTIBLE, str(folder))
    with subprocess.Popen(command, cwd=ROOT, stdout=writer, stderr=subprocess.PIPE) as process:
        os.close(writer)
        before, held = 0, -1
        while held != before or not held:
            assert process.poll() is None
            time.sleep(2)
            before, held = held, bytes_in(reader)
        process.send_signal(signal.SIGINT)
        time.sleep(1)
        assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
    os.close(reader)


def bytes_in(pipe: int) -> int:
    """How much waits in a pipe."""
    return int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder)


def test_a_run_that_was_killed_is_gone_on_with(folder: Path) -> None:
    whole, output = folder.parent / "whole.jsonl", folder.parent / "out.jsonl"
    partial = folder.parent / "out.jsonl.partial"
    assert run(program(SLOW_PROGRAM, str(folder), "-o", str(whole))).returncode == 0
    command = program(SLOW_PROGRAM, str(folder), "-o", str(output))
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as process:
        while not partial.exists() or partial.stat().st_size < 10_000:
            assert process.poll() is None
            time.sleep(0.005)
        process.kill()
    assert not output.exists()
    done = partial.read_bytes().count(b"\n")
    assert 0 < done < 60
    refused = run(command)
    assert refused.returncode == 2
    assert "--resume" in refused.stderr
    stats = folder.parent / "stats.jsonl"
    resumed = run([*command, "--resume", "--stats", str(stats)])
    assert resumed.returncode == 0, resumed.stderr
    assert output.read_bytes() == whole.read_bytes()
    assert not partial.exists()
    assert json.loads(stats.read_text().splitlines()[-1])["kept"] == done


def test_a_full_disk_leaves_whole_lines_to_go_on_with(folder: Path) -> None:
    output, partial = folder.parent / "out.jsonl", folder.parent / "out.jsonl.partial"
    full = run(program(LIMITED, str(folder), "-o", str(output)))
    assert full.returncode == 2
    assert "cannot be written" in full.stderr
    assert "Traceback" not in full.stderr
    lines = partial.read_text(encoding="utf-8").splitlines(keepends=True)
    assert lines
    assert all(json.loads(line) and line.endswith("\n") for line in lines)
    resumed = run(program(SLOW_PROGRAM, str(folder), "-o", str(output), "--resume"))
    assert resumed.returncode == 0
    assert output.read_text(encoding="utf-8").startswith("".join(lines))
    assert output.read_text(encoding="utf-8").count("\n") == 60


def test_what_is_no_article_has_a_line_of_its_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    for path in folder.iterdir():
        path.unlink()
    for name in (b"-o.txt", b"line\nend.txt", b"\xff.txt", b" .txt"):
        (folder / os.fsdecode(name)).write_text("The bridge is shut.")
    os.mkfifo("pipe.txt")
    Path("gone.txt").symlink_to("nowhere")
    Path("circle.txt").symlink_to("circle.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        process = run(program(SLOW_PROGRAM, str(folder), "-0", "--files-from", "-"), input="")
        assert process.returncode == 3
        lines = [json.loads(line) for line in process.stdout.splitlines()]
    failed = {line["metadata"]["path"].rpartition("/")[2] for line in lines if "error" in line}
    assert len(lines) == 8
    assert failed == {"circle.txt", "gone.txt", "pipe.txt", "socket.txt"}


def test_a_file_that_goes_before_its_turn_fails_alone(folder: Path) -> None:
    command = program(SLOW_PROGRAM, str(folder))
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        lines = [run.stdout.readline()]
        (folder / "59.txt").unlink()
        lines += run.stdout.readlines()
        run.stderr.read()
    assert len(lines) == 60
    assert [number for number, line in enumerate(lines) if b'"error"' in line] == [59]
    assert run.returncode == 3


@pytest.mark.parametrize("option", [(), ("--unordered",)])
def test_two_workers_write_what_one_process_writes(option: tuple[str, ...], tmp_path: Path) -> None:
    articles = tmp_path / "news"
    articles.mkdir()
    for number, speaker in enumerate(["Ann Hill", "Bo Lind", "Cy Marsh", "Di Nash"]):
        text = f"The bridge is “shut for {number} days”, {speaker} said on Monday. He left.\n"
        (articles / f"{number}.txt").write_text(text, encoding="utf-8")
    (articles / "empty.txt").write_text(" ")
    command = [sys.executable, "-m", "claimx", "extract", "-q", str(articles)]
    one = run(command)
    two = run([*command, "-j", "2", *option])
    assert one.returncode == two.returncode == 3
    assert sorted(two.stdout.splitlines()) == sorted(one.stdout.splitlines())
    if not option:
        assert two.stdout == one.stdout
        assert two.stderr == one.stderr


def test_a_database_is_gone_on_with(folder: Path) -> None:
    database, stats = folder.parent / "out.db", folder.parent / "stats.jsonl"
    command = program(SLOW_PROGRAM, str(folder), "-o", str(database), "--stats", str(stats))
    (folder / "59.txt").rename(folder.parent / "59.txt")
    assert run(command).returncode == 0
    (folder.parent / "59.txt").rename(folder / "59.txt")
    (folder / "07.txt").write_text("Another bridge is shut.\n")
    resumed = run([*command, "--resume"])
    assert resumed.returncode == 0, resumed.stderr
    figures = json.loads(stats.read_text().splitlines()[-1])
    assert (figures["kept"], figures["articles"]) == (58, 2)
    shown = run([sys.executable, "-m", "claimx", "show", str(database), "-f", "jsonl"])
    assert len(shown.stdout.splitlines()) == 60
