"""How claimx runs over many articles: workers, growth, memory, peers. Ratios are within one run.

    python -m tests.benchmarks.batch_speed FILE_OR_FOLDER [--articles 60] [--only start growth …]
    python -m tests.benchmarks.batch_speed FILE_OR_FOLDER --only memory --read 20000 --longest 1000

A CSV file with the column ``text``, or a folder of text files. Both sides of a ratio are measured
in turns, three times, and the median is printed beside the load of the machine, without which no
ratio of wall-clock times means anything; all but ``workers`` count processor time. Words are tokens
that are neither punctuation nor white space. textacy and the pipeline ``--peer`` are compared with
where they are installed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path

from claimx.batch.processes import count_cores, use_one_thread

use_one_thread()

import claimx  # noqa: E402
import claimx_en  # noqa: E402
from claimx.batch.config import BatchConfig  # noqa: E402
from claimx.batch.run import Running, run_batch  # noqa: E402
from claimx.batch.units import Unit  # noqa: E402
from claimx.reading import read_article  # noqa: E402
from tests.benchmarks.pipeline_speed import read_texts  # noqa: E402

ROUNDS = 3


def clock(action: Callable[[], object], timer: Callable[[], float]) -> float:
    """Seconds that ``action`` takes."""
    begun = timer()
    action()
    return timer() - begun


def compare(
    one: Callable[[], object],
    other: Callable[[], object],
    timer: Callable[[], float] = time.process_time,
) -> tuple[float, float]:
    """The median seconds of both, measured in turns."""
    times = [(clock(one, timer), clock(other, timer)) for _ in range(ROUNDS)]
    return statistics.median(a for a, _ in times), statistics.median(b for _, b in times)


def make_units(texts: list[str], count: int | None = None) -> Iterator[Unit]:
    """Units of the texts, over and over up to ``count``."""
    chosen = texts if count is None else islice(cycle(texts), count)
    for number, text in enumerate(chosen):
        yield Unit(f"{number}.txt", read_article(text, path=f"{number}.txt"), len(text))


def measure_workers(texts: list[str]) -> None:
    """Print how much faster two workers are than one, start-up left out."""

    def rate(jobs: int) -> float:
        # A timeout makes the one a worker, too.
        outcomes = run_batch(
            make_units(texts * 2), BatchConfig(), Running(jobs=jobs, timeout=3600.0)
        )
        for _ in range(4):
            next(outcomes)
        begun = time.perf_counter()
        return sum(1 for _ in outcomes) / (time.perf_counter() - begun)

    ratios = [rate(2) / rate(1) for _ in range(ROUNDS)]
    print(
        f"two workers against one   {statistics.median(ratios):8.2f} x   ({count_cores()} cores, "
        f"load {os.getloadavg()[0]:.1f})"
    )


def measure_peers(texts: list[str], peer: str) -> None:
    """Print claimx against its own bare pipeline, textacy and the pipeline ``peer``."""
    from spacy.util import load_model_from_path

    nlp, plain = claimx.load(), load_model_from_path(claimx_en.pipeline_path())
    words = sum(
        not (token.is_punct or token.is_space) for text in texts for token in plain.make_doc(text)
    )

    def run_claimx() -> None:
        for _ in claimx.extract_many([{"text": text} for text in texts], nlp=nlp):
            pass

    def run_plain() -> None:
        for _ in plain.pipe(texts, batch_size=16):
            pass

    run_plain()
    ours, bare = compare(run_claimx, run_plain)
    print(f"claimx                    {words / ours:8,.0f} words/s")
    print(f"  against its bare spaCy  {bare / ours:8.2f}")
    if find_spec("textacy") is not None:
        measure_textacy(texts, run_claimx, plain)
    if find_spec(peer) is not None:
        import spacy

        small = spacy.load(peer)
        ours, theirs = compare(run_claimx, lambda: list(small.pipe(texts)))
        print(f"  against {peer:14}  {theirs / ours:8.2f}   ({words / theirs:,.0f} words/s)")


def measure_textacy(texts: list[str], run_claimx: Callable[[], None], plain: object) -> None:
    """Print claimx against textacy's direct quotations on the same pipeline without its roles."""
    from textacy.extract import direct_quotations

    refused: set[str] = set()

    def run_textacy() -> None:
        with plain.select_pipes(disable=["attribution_roles"]):  # type: ignore[attr-defined]
            for doc in plain.pipe(texts, batch_size=16):  # type: ignore[attr-defined]
                try:
                    list(direct_quotations(doc))
                except Exception:
                    refused.add(doc.text)

    ours, theirs = compare(run_claimx, run_textacy)
    print(
        f"  against textacy         {theirs / ours:8.2f}   (which refuses {len(refused)} of "
        f"{len(texts)} articles)"
    )


def measure_growth(texts: list[str]) -> None:
    """Print what a character costs as an article grows: the least of several measurements."""
    nlp = claimx.load()
    text = next(text for text in texts if len(text) > 2_000)
    claimx.extract(text, nlp=nlp)
    first = 0.0
    for times, rounds in ((1, 6), (4, 4), (16, 2), (64, 1)):
        # Each part has names of its own, as a longer article has.
        grown = "\n\n".join(text.replace(" Mr", f" {chr(65 + n % 26)}. Mr") for n in range(times))
        spent = min(
            clock(lambda grown=grown: claimx.extract(grown, nlp=nlp), time.process_time)
            for _ in range(rounds)
        )
        cost = 1e6 * spent / len(grown)
        first = first or cost
        print(f"{times:3} x an article           {cost:8.1f} µs a character ({cost / first:.2f})")


def measure_memory(texts: list[str], articles: int) -> None:
    """Print resident memory of two workers, after about the thousandth article and in the end."""
    held: dict[int, list[int]] = {}

    def note(worker: int, size: int) -> None:
        held.setdefault(worker, []).append(size)

    units = make_units(texts, articles)
    for _ in run_batch(units, BatchConfig(), Running(jobs=2, on_memory=note)):
        pass
    for worker, sizes in sorted(held.items()):
        first = min(500, len(sizes) // 2)  # of both workers together the thousandth
        early, late = sizes[first], sizes[-1]
        print(
            f"memory of worker {worker}        {early / 1e6:8.0f} MB after {first} "
            f"articles, {late / 1e6:.0f} MB after {len(sizes)} ({late / early:.2f})"
        )


def measure_second_worker(texts: list[str]) -> None:
    """Print what a second worker adds to what the first one holds, shared pages counted once."""

    def total(jobs: int) -> float:
        outcomes = run_batch(
            make_units(texts * 2), BatchConfig(), Running(jobs=jobs, timeout=3600.0)
        )
        for _ in range(len(texts)):
            next(outcomes)
        used = sum(_proportional(process) for process in _descendants(os.getpid()))
        outcomes.close()  # type: ignore[attr-defined]
        return used

    print(f"the second worker adds    {(total(2) - total(1)) / 1e6:8.0f} MB")


def _descendants(process: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                status = (folder / "stat").read_text()
            except OSError:
                continue
            children.setdefault(int(status.rpartition(")")[2].split()[1]), []).append(
                int(folder.name)
            )
    found, waiting = [], [process]
    while waiting:
        below = children.get(waiting.pop(), [])
        found += below
        waiting += below
    return found


def _proportional(process: int) -> int:
    """Memory of a process in bytes; a page that several share counts in parts."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


# spaCy imports PyTorch where that is installed, which is not part of claimx.
_WITHOUT_TORCH = "import sys; sys.modules['torch'] = None; "
_SPACY = (
    "import os, claimx_en; from spacy.util import load_model_from_path;"
    "nlp = load_model_from_path(claimx_en.pipeline_path()); nlp('It is over.'); os._exit(0)"
)
_PROGRAM = "sys.argv[0] = 'claimx'; from claimx.__main__ import main; main()"


def measure_start() -> None:
    """Print processor seconds of one short article from cold, and of spaCy's part in them."""
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "a.txt"
        article.write_text("“It is over,” Ms. Hill said on Friday.")
        # Byte code is there, as after an installation.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(Path(folder) / "cache")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)

        def run(code: str, *arguments: str) -> float:
            return _child_seconds(
                [sys.executable, "-c", _WITHOUT_TORCH + code, *arguments], environment
            )

        call = ("extract", "-q", str(article))
        run(_PROGRAM, *call), run(_SPACY)
        whole, bare = run(_PROGRAM, *call), run(_SPACY)
        help_alone = run(_PROGRAM, "--help")
    print(f"one article from cold     {whole:8.2f} s of processor, {whole - bare:.2f} s of it ours")
    print(f"claimx --help             {help_alone:8.2f} s of processor")


def _child_seconds(command: list[str], environment: dict[str, str]) -> float:
    spent = []
    for _ in range(ROUNDS):
        before = os.times()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
        after = os.times()
        spent.append(
            after.children_user
            + after.children_system
            - before.children_user
            - before.children_system
        )
    return min(spent)


MEASURES: dict[str, Callable[[list[str], argparse.Namespace], None]] = {
    "start": lambda texts, _: measure_start(),
    "peers": lambda texts, options: measure_peers(texts, options.peer),
    "growth": lambda texts, _: measure_growth(texts),
    "second": lambda texts, _: measure_second_worker(texts[:20]),
    "workers": lambda texts, _: measure_workers(texts),
    "memory": lambda texts, options: measure_memory(texts, options.read),
}


def main() -> None:
    """Print all figures, or those that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.batch_speed")
    parser.add_argument("path", type=Path, metavar="FILE_OR_FOLDER")
    parser.add_argument("--articles", type=int, default=60, help="how many texts to take")
    parser.add_argument("--longest", type=int, help="the characters of each to take")
    parser.add_argument("--peer", default="en_core_web_sm", help="another spaCy pipeline")
    parser.add_argument("--read", type=int, default=2_000, help="articles of ``memory``")
    parser.add_argument("--only", nargs="+", choices=MEASURES, default=list(MEASURES))
    options = parser.parse_args()
    texts = [text for text in read_texts(options.path) if text.strip()][: options.articles]
    texts = [text[: options.longest] for text in texts]
    print(f"articles {len(texts)}, load of the machine {os.getloadavg()[0]:.1f}")
    for name in options.only:
        MEASURES[name](texts, options)


if __name__ == "__main__":
    main()
