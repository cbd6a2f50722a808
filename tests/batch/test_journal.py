"""The output file of a run that may break off at any moment, and of the run after it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.batch import journal as journals
from claimx.batch.journal import Journal, partial_path
from claimx.batch.outcomes import Outcome, fingerprint_record

PROVENANCE = {"claimx": "1", "pipeline": "p", "options": {}}


def make_record(path: str, content: str = "") -> dict[str, object]:
    sha256 = (path + content).encode().hex().ljust(64, "0")
    return {
        "id": sha256[:16],
        "sha256": sha256,
        "metadata": {"path": path},
        "provenance": PROVENANCE,
    }


def make_outcome(path: str, content: str = "") -> Outcome:
    return Outcome(path, json.dumps(make_record(path, content)))


def fail(path: str, kind: str = "Missing") -> Outcome:
    line = json.dumps({"metadata": {"path": path}, "error": {"type": kind, "message": path}})
    return Outcome(path, line, error=kind, message=path)


def run(target: Path, inputs: list[Outcome], *, resume: bool, until: int | None = None) -> int:
    """A run over ``inputs`` which breaks off before the one ``until``.

    Returns how many were made anew.
    """
    journal = Journal(target, resume=resume)
    made = 0
    known = [journal.know(outcome.path) for outcome in inputs]
    for number, (outcome, fingerprint) in enumerate(zip(inputs, known, strict=True)):
        if number == until:
            journal.close()
            return made
        is_same = fingerprint is not None and fingerprint == fingerprint_record(
            json.loads(outcome.line or "{}")
        )
        made += not is_same
        journal.add(Outcome(outcome.path, None) if is_same else outcome)
    journal.finish()
    journal.close()
    return made


def lines(outcomes: list[Outcome]) -> str:
    return "".join(f"{outcome.line}\n" for outcome in outcomes)


INPUTS = [make_outcome("a"), fail("b"), make_outcome("c"), make_outcome("d"), make_outcome("e")]


@pytest.mark.parametrize("until", range(1, 5))
def test_a_resumed_run_gives_the_same_file_and_makes_nothing_twice(
    until: int, tmp_path: Path
) -> None:
    target = tmp_path / "out.jsonl"
    run(target, INPUTS, resume=False, until=until)
    assert not target.exists()
    left = 5 - until
    failures_again = int(until > 1)
    assert run(target, INPUTS, resume=True) == left + failures_again
    assert target.read_text() == lines(INPUTS)
    assert not partial_path(target).exists()


@given(data=st.data())
def test_what_changed_between_the_runs_is_made_anew_and_in_order(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    def draw(name: str) -> list[Outcome]:
        names = data.draw(st.lists(st.sampled_from("abcdefg"), max_size=8), label=name)
        return [
            fail(item)
            if data.draw(st.integers(0, 5)) == 0
            else make_outcome(item, data.draw(st.sampled_from(["", "x"])))
            for item in names
        ]

    target = tmp_path_factory.mktemp("journal") / "out.jsonl"
    before, now = draw("before"), draw("now")
    until = data.draw(st.none() | st.integers(0, len(before)))
    run(target, before, resume=False, until=until)
    run(target, now, resume=True)
    assert target.read_text() == lines(now)


def test_a_half_written_last_line_is_dropped(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    run(target, INPUTS, resume=False, until=4)
    whole = partial_path(target).read_bytes()
    for cut in (1, 10, len(lines(INPUTS[3:4])) - 1):
        partial_path(target).write_bytes(whole[:-cut])
        assert run(target, INPUTS, resume=True) == 3
        assert target.read_text() == lines(INPUTS)
        target.rename(partial_path(target))


def test_a_whole_file_is_gone_on_with_and_stays_whole_until_the_end(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    run(target, INPUTS[:3], resume=False)
    run(target, INPUTS, resume=True, until=4)
    assert target.read_text() == lines(INPUTS[:3])
    assert run(target, INPUTS, resume=True) == 2
    assert target.read_text() == lines(INPUTS)


def test_a_full_disk_leaves_whole_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class FullFile:
        def __init__(self, file: object) -> None:
            self._file = file

        def __getattr__(self, name: str) -> object:
            return getattr(self._file, name)

        def write(self, data: memoryview) -> int:
            if len(data) > 10:
                return self._file.write(data[:10])  # type: ignore[attr-defined, no-any-return]
            raise OSError(28, "No space left on device")

    target = tmp_path / "out.jsonl"
    journal = Journal(target, resume=False)
    journal.add(INPUTS[0])
    journal._file = FullFile(journal._file)  # type: ignore[assignment]
    with pytest.raises(OSError, match="No space"):
        journal.add(INPUTS[1])
    journal.close()
    assert partial_path(target).read_text() == lines(INPUTS[:1])
    assert run(target, INPUTS, resume=True) == 4
    assert target.read_text() == lines(INPUTS)


def test_a_run_without_a_line_leaves_nothing(tmp_path: Path) -> None:
    Journal(tmp_path / "out.jsonl", resume=False).close()
    assert list(tmp_path.iterdir()) == []


def test_two_runs_do_not_write_to_one_file(tmp_path: Path) -> None:
    first = Journal(tmp_path / "out.jsonl", resume=False)
    first.add(INPUTS[0])
    with pytest.raises(BlockingIOError):
        Journal(tmp_path / "out.jsonl", resume=False)
    first.add(INPUTS[1])
    first.finish()
    first.close()
    assert (tmp_path / "out.jsonl").read_text() == lines(INPUTS[:2])


def test_lines_that_are_not_ours_are_dropped(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    partial_path(target).write_text(lines(INPUTS[:1]) + "[1]\nnot json\n" + lines(INPUTS[2:3]))
    assert run(target, INPUTS, resume=True) == 3
    assert target.read_text() == lines(INPUTS)


def test_the_copy_is_made_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journals, "_COPIED_AT_ONCE", 7)
    target = tmp_path / "out.jsonl"
    run(target, INPUTS[::-1], resume=False)
    run(target, INPUTS, resume=True)
    assert target.read_text() == lines(INPUTS)
