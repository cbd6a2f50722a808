"""Worker processes: order, back-pressure, and all that may happen to them."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

import pytest
from tests.batch.fake_analyst import die, make_analyst, refuse

from claimx.batch.outcomes import Outcome
from claimx.batch.pool import BrokenPoolError, PoolSettings, analyse_in_workers
from claimx.batch.units import Unit
from claimx.reading import read_article


def make_unit(number: int, text: str, size: int = 0) -> Unit:
    return Unit(f"{number}.txt", read_article(text, path=f"{number}.txt"), size)


def units_of(*texts: str) -> Iterator[Unit]:
    for number, text in enumerate(texts):
        yield make_unit(number, text)


def run(*texts: str, workers: int = 2, **settings: object) -> list[Outcome]:
    chosen = PoolSettings(workers=workers, **settings)  # type: ignore[arg-type]
    return list(analyse_in_workers(units_of(*texts), make_analyst, chosen))


def paths(outcomes: list[Outcome]) -> list[str]:
    return [outcome.path for outcome in outcomes]


def workers_of(outcomes: list[Outcome]) -> set[str]:
    return {(outcome.line or "").rpartition(" ")[2] for outcome in outcomes if not outcome.error}


def test_outcomes_come_in_the_order_of_the_inputs() -> None:
    texts = [f"sleep {0.2 if number % 5 == 0 else 0}" for number in range(20)]
    outcomes = run(*texts)
    assert paths(outcomes) == [f"{number}.txt" for number in range(20)]


def test_unordered_outcomes_do_not_wait_for_a_slow_one(tmp_path: Path) -> None:
    marker = tmp_path / "done"
    seen: list[str] = []
    for outcome in analyse_in_workers(
        units_of(f"wait {marker}", *["go"] * 5),
        make_analyst,
        PoolSettings(workers=2, ordered=False),
    ):
        seen.append(outcome.path)
        marker.touch()
    assert seen[0] != "0.txt"
    assert sorted(seen) == [f"{number}.txt" for number in range(6)]


def test_an_input_with_several_articles_gives_them_in_its_place() -> None:
    outcomes = run("go", "lines 3 10", "go")
    assert paths(outcomes) == ["0.txt", "1.txt:0", "1.txt:1", "1.txt:2", "2.txt"]


def test_nothing_to_do_starts_nobody() -> None:
    assert run() == []


def test_a_worker_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    outcomes = run("go", f"die-once {tmp_path / 'died'}", *["go"] * 6)
    assert paths(outcomes) == [f"{number}.txt" for number in range(8)]
    assert not any(outcome.error for outcome in outcomes)


def test_an_article_that_kills_its_workers_fails_alone() -> None:
    outcomes = run("go", "die", *["go"] * 6)
    assert paths(outcomes) == [f"{number}.txt" for number in range(8)]
    assert [outcome.path for outcome in outcomes if outcome.error] == ["1.txt"]
    assert outcomes[1].error == "WorkerLostError"
    assert "signal 9" in outcomes[1].message


def test_what_a_killed_worker_had_sent_is_not_sent_twice() -> None:
    outcomes = run("lines 3 10 die", "go")
    assert paths(outcomes) == ["0.txt:0", "0.txt:1", "0.txt:2", "0.txt", "1.txt"]
    assert outcomes[3].error == "WorkerLostError"


def test_an_article_that_takes_too_long_is_given_up_and_the_others_are_not() -> None:
    outcomes = run("sleep 60", *["go"] * 6, timeout=1.0)
    assert outcomes[0].error == "ArticleTimeoutError"
    assert "0.txt was given up after 1 seconds" in outcomes[0].message
    assert not any(outcome.error for outcome in outcomes[1:])


def test_workers_are_renewed() -> None:
    outcomes = run(*["go"] * 9, workers=1, renew_after=3)
    assert len(workers_of(outcomes)) == 3


@pytest.mark.parametrize(("make", "words"), [(refuse, "no such pipeline"), (die, "memory")])
def test_workers_that_cannot_start_end_the_run(make: Callable[[], object], words: str) -> None:
    with pytest.raises(BrokenPoolError, match=words):
        list(analyse_in_workers(units_of("go"), make, PoolSettings(workers=2)))  # type: ignore[arg-type]


def test_no_more_inputs_are_taken_than_are_needed() -> None:
    taken: list[int] = []

    def units() -> Iterator[Unit]:
        for number in range(100_000):
            taken.append(number)
            yield make_unit(number, "go")

    outcomes = analyse_in_workers(units(), make_analyst, PoolSettings(workers=2))
    next(outcomes)
    time.sleep(0.5)
    assert len(taken) < 500
    outcomes.close()  # type: ignore[attr-defined]


def test_large_inputs_and_large_outcomes_do_not_wait_for_each_other() -> None:
    def units() -> Iterator[Unit]:
        for number in range(12):
            text = "lines 4 1000000 " + " " * 900_000
            yield make_unit(number, text, size=len(text))

    outcomes = list(analyse_in_workers(units(), make_analyst, PoolSettings(workers=2)))
    assert len(outcomes) == 48


def test_each_outcome_of_a_slow_stream_comes_before_the_next_input() -> None:
    given: list[str] = []
    awaited: list[str] = []

    def units() -> Iterator[Unit]:
        for number in range(3):
            while len(awaited) < number:
                time.sleep(0.01)
            given.append(f"{number}.txt")
            yield make_unit(number, "go")

    for outcome in analyse_in_workers(units(), make_analyst, PoolSettings(workers=2)):
        awaited.append(outcome.path)
        assert len(awaited) >= len(given) - 1
    assert awaited == given


def test_what_the_inputs_raise_comes_after_the_outcomes_before_it() -> None:
    def units() -> Iterator[Unit]:
        yield from units_of("sleep 0.3", "go")
        raise LookupError("no more")

    outcomes = analyse_in_workers(units(), make_analyst, PoolSettings(workers=2))
    assert [next(outcomes).path, next(outcomes).path] == ["0.txt", "1.txt"]
    with pytest.raises(LookupError, match="no more"):
        next(outcomes)


def test_what_is_known_is_told_to_the_workers() -> None:
    def know(unit: Unit) -> str | None:
        return "go" if unit.path == "1.txt" else None

    outcomes = analyse_in_workers(
        units_of("go", "go", "go"), make_analyst, PoolSettings(workers=2), know
    )
    assert [outcome.line is None for outcome in outcomes] == [False, True, False]


def test_a_pool_that_is_closed_ends_its_workers() -> None:
    outcomes = analyse_in_workers(
        units_of("go", *["sleep 600"] * 4), make_analyst, PoolSettings(workers=2)
    )
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_workers_use_one_core_each() -> None:
    before = dict(os.environ)
    run("go")
    assert dict(os.environ) == before


ORPHANED = """
from claimx.batch.pool import PoolSettings, analyse_in_workers
from tests.batch.fake_analyst import make_analyst
from tests.batch.test_pool import units_of

if __name__ == "__main__":
    outcomes = analyse_in_workers(
        units_of("go", *["sleep 600"] * 4), make_analyst, PoolSettings(workers=1)
    )
    print(next(outcomes).line.rpartition(" ")[2], flush=True)
    next(outcomes)
"""


def test_workers_end_with_the_process_that_started_them(tmp_path: Path) -> None:
    script = tmp_path / "orphaned.py"
    script.write_text(ORPHANED)
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(root)},
        text=True,
    ) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
        process.kill()
    while _is_running(worker):
        time.sleep(0.05)


UNGUARDED = """
from claimx.batch.pool import PoolSettings, analyse_in_workers
from tests.batch.fake_analyst import make_analyst
from tests.batch.test_pool import units_of

for outcome in analyse_in_workers(units_of("go", "go"), make_analyst, PoolSettings(workers=2)):
    print(outcome.path)
"""


def test_workers_do_not_run_the_program_again_that_started_them(tmp_path: Path) -> None:
    script = tmp_path / "unguarded.py"
    script.write_text(UNGUARDED)
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        text=True,
        timeout=300,
        check=False,
    )
    assert done.stdout.split() == ["0.txt", "1.txt"], done.stderr


def _is_running(process: int) -> bool:
    """Whether there is such a process, and it has not ended."""
    try:
        os.kill(process, 0)
        status = Path(f"/proc/{process}/stat")
        return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


def test_the_pool_sleeps_while_its_workers_work(monkeypatch: pytest.MonkeyPatch) -> None:
    woken = 0

    def count(*arguments: Any, **options: Any) -> Any:
        nonlocal woken
        woken += 1
        return wait(*arguments, **options)

    monkeypatch.setattr("claimx.batch.pool.wait", count)
    # More inputs than are taken ahead, so that some always wait to be taken.
    texts = ["sleep 0.01"] * 200
    outcomes = run(*texts)
    assert len(outcomes) == len(texts)
    # A message that a worker began, one for a line, one for its end; and the inputs as they come.
    assert woken < 6 * len(texts)
