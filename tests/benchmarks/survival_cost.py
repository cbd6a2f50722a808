"""What it costs an ordinary article that hostile ones are survived.

    python -m tests.benchmarks.survival_cost FILE_OR_FOLDER [--articles 20]

Each measure is run by itself over the articles, with and without it where there is a plain way to
do the same, in turns; printed are its processor time an article (the median of the differences) and
its part of what an article costs in all. What changed the shape of an algorithm (limits of a cue,
indexes of spans) has no plain counterpart and is not here: ``growth.py`` shows what it gives.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any, TextIO

from claimx.batch.processes import use_one_thread

use_one_thread()

import claimx  # noqa: E402
from claimx.batch.exclusive import _lock_of  # noqa: E402
from claimx.batch.journal import Journal  # noqa: E402
from claimx.batch.outcomes import Outcome  # noqa: E402
from claimx.cli.interrupts import finishing  # noqa: E402
from claimx.listing import read_no_further  # noqa: E402
from claimx.pipeline.tokens import tokenize  # noqa: E402
from tests.benchmarks.pipeline_speed import read_texts  # noqa: E402

TURNS = 21
Action = Callable[[], object]


def difference(measure: Action, plain: Action) -> float:
    """Processor seconds by which ``measure`` takes longer: the median of many turns."""
    differences = []
    for _ in range(TURNS):
        times = []
        for action in (measure, plain):
            begun = time.process_time()
            action()
            times.append(time.process_time() - begun)
        differences.append(times[0] - times[1])
    return statistics.median(differences)


def main() -> None:
    """Print a line for each measure."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.survival_cost")
    parser.add_argument("path", type=Path, metavar="FILE_OR_FOLDER")
    parser.add_argument("--articles", type=int, default=20)
    options = parser.parse_args()
    texts = read_texts(options.path)[: options.articles]
    nlp = claimx.load()
    lines = [claimx.extract(text, nlp=nlp).to_json() for text in texts]
    begun = time.process_time()
    for text in texts:
        claimx.extract(text, nlp=nlp)
    whole = (time.process_time() - begun) / len(texts)
    print(f"{'an article in all':44}{1e6 * whole:10,.0f} µs")
    with tempfile.TemporaryDirectory() as folder:
        total = 0.0
        for name, (measure, plain) in _list_measures(texts, lines, nlp, Path(folder)).items():
            spent = difference(measure, plain) / len(texts)
            total += spent
            print(f"{name:44}{1e6 * spent:10,.1f} µs {100 * spent / whole:8.3f} %")
    print(f"{'together':44}{1e6 * total:10,.1f} µs {100 * total / whole:8.3f} %")


def _list_measures(
    texts: list[str], lines: list[str], nlp: Any, folder: Path
) -> dict[str, tuple[Action, Action]]:
    files = [folder / f"{number}.txt" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    target, stream = folder / "out.jsonl", (folder / "stream").open("w")
    return {
        "runs of marks are cut before the tokenizer": (
            lambda: [tokenize(nlp, text) for text in texts],
            lambda: [nlp.make_doc(text) for text in texts],
        ),
        "a growing file is read no further": (
            lambda: _read_files(files, is_limited=True),
            lambda: _read_files(files, is_limited=False),
        ),
        "threads wait for each other": (lambda: _take_lock(nlp, len(texts)), lambda: None),
        "a line is finished before a signal": (
            lambda: _write_lines(stream, lines, is_whole=True),
            lambda: _write_lines(stream, lines, is_whole=False),
        ),
        "or: FILE.partial that a run goes on with": (
            lambda: _keep_journal(target, lines),
            lambda: _write_file(target, lines),
        ),
    }


def _read_files(files: list[Path], is_limited: bool) -> None:
    for path in files:
        with path.open("rb") as file:
            (read_no_further(file) if is_limited else file).read()


def _take_lock(nlp: Any, times: int) -> None:
    for _ in range(times):
        with _lock_of(nlp):
            pass


def _write_lines(stream: TextIO, lines: list[str], is_whole: bool) -> None:
    for line in lines:
        with finishing() if is_whole else nullcontext():
            stream.write(line + "\n")
            stream.flush()


def _keep_journal(target: Path, lines: list[str]) -> None:
    records = Journal(target, resume=False)
    for number, line in enumerate(lines):
        records.add(Outcome(f"{number}.txt", line))
    records.finish()


def _write_file(target: Path, lines: list[str]) -> None:
    with target.open("w", encoding="utf-8") as file:
        for line in lines:
            file.write(line + "\n")


if __name__ == "__main__":
    main()
