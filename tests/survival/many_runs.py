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
import claimx.cli
import claimx.cli.batch
import claimx.pipeline.load
import claimx.reading
from claimx.__main__ import main

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
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    process = os.fork()
    if process:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
        return process
    code = 99
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for path, descriptor in ((output, 1), (messages, 2)):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), descriptor)
        sys.argv = ["claimx", *arguments]
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
        main()
    except KeyboardInterrupt:
        # It came before the program began.
        code = 130
    finally:
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
