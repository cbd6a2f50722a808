"""Runs the program over and over in copies of one process that has loaded all it needs.

    python -m tests.survival.many_runs RUNS FOLDER

Each run extracts FOLDER into a file, and gets a signal at a moment of chance. Printed is a JSON
line for each: what was sent, the exit code, the output, standard error.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import claimx.assemble
import claimx.batch.analyst
import claimx.cli.batch
import claimx.pipeline.load
import claimx.reading
from claimx.cli import main

__all__ = ["claimx"]


@Language.component("take_a_while")
def take_a_while(doc: Doc) -> Doc:
    """A pipeline that finds nothing, slowly."""
    time.sleep(0.005)
    return doc


def load(model: str | None = None) -> Language:
    """The slow pipeline."""
    nlp = spacy.blank("en")
    nlp.add_pipe("take_a_while")
    return nlp


def start(arguments: list[str], output: Path, messages: Path) -> int:
    """Run the program in a copy of this process, with its output in files; its process id."""
    process = os.fork()
    if process:
        return process
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for path, descriptor in ((output, 1), (messages, 2)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), descriptor)
    code = 0
    try:
        main(arguments, prog_name="claimx")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        code = 99
    os._exit(code)


def run(runs: int, folder: Path) -> None:
    """Print what became of ``runs`` runs."""
    claimx.pipeline.load.load = load
    chance = random.Random(runs)
    output, messages = folder.parent / "out.jsonl", folder.parent / "messages"
    for _ in range(runs):
        number = chance.choice([signal.SIGINT, signal.SIGTERM])
        begun = time.monotonic()
        process = start(["extract", str(folder), "-q"], output, messages)
        time.sleep(chance.random() * 0.4)
        os.kill(process, number)
        _, status = os.waitpid(process, 0)
        found = {
            "signal": int(number),
            "code": os.waitstatus_to_exitcode(status),
            "seconds": time.monotonic() - begun,
            "output": output.read_text(encoding="utf-8"),
            "messages": messages.read_text(encoding="utf-8"),
        }
        print(json.dumps(found), flush=True)


if __name__ == "__main__":
    run(int(sys.argv[1]), Path(sys.argv[2]))
