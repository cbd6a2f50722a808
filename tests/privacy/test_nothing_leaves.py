"""Unpublished copy stays where it is: nothing is sent, and nothing written but the output."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# The library under the encoder looked up a host of its makers 5 to 12 seconds after its start.
SECONDS = int(os.environ.get("CLAIMX_TRACE_SECONDS", "15"))
EXTRACT = """
import os, sys, time
import claimx
environment = dict(os.environ)
until = time.monotonic() + float(sys.argv[1])
while True:
    article = claimx.extract("“It is over,” Ms. Hill said on Friday.", published="2025-03-14")
    assert len(article.claims) == 1
    if time.monotonic() > until:
        break
    time.sleep(0.5)
assert dict(os.environ) == environment
"""
WRITES = re.compile(r'(?:open|openat|creat|mkdir|rename|unlink)\w*\(.*"(?P<path>[^"]*)"')
SENDS = re.compile(r"\b(?:connect|send\w+)\(")


def make_environment(home: Path) -> dict[str, str]:
    """That of a user whose home is ``home``, in which nothing is switched off."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ORT_", "XDG_", "COVERAGE"))
    }
    return kept | {"HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}


def test_the_home_folder_stays_empty(tmp_path: Path) -> None:
    command = [sys.executable, "-c", EXTRACT, "0"]
    subprocess.run(command, env=make_environment(tmp_path), cwd=tmp_path, check=True)
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_nothing_is_sent_and_no_file_written(tmp_path: Path) -> None:
    home, log = tmp_path / "home", tmp_path / "log"
    home.mkdir()
    calls = "network,openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat"
    subprocess.run(
        [
            *("strace", "-f", "-qq", "-o", log, "-e", f"trace={calls}", "-e", "signal=none"),
            *(sys.executable, "-c", EXTRACT, str(SECONDS)),
        ],
        env=make_environment(home),
        cwd=home,
        check=True,
    )
    lines = log.read_text(errors="replace").splitlines()
    # urllib3, which spaCy imports, binds a socket to ::1 to see whether there is IPv6; nothing
    # is sent through it.
    assert [line for line in lines if SENDS.search(line)] == []
    done = [line for line in lines if "= -1" not in line]
    writing = [line for line in done if "open" not in line or re.search("O_WRONLY|O_RDWR", line)]
    written = [match["path"] for line in writing if (match := WRITES.search(line))]
    assert [path for path in written if not path.startswith("/dev/")] == []
