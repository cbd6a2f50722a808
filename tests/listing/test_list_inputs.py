"""The set of inputs: names, streams of names, and what the call itself writes."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from claimx.listing import (
    EmptyFolder,
    Listed,
    ListingRules,
    Unlisted,
    identify_file,
    identify_stream,
    list_inputs,
    read_names,
    read_no_further,
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with articles in ``news``."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "in/b.txt"):
        file = tmp_path / "news" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("The bridge is shut.")
    return tmp_path


def shown(listed: list[Listed]) -> list[str]:
    return [item.shown for item in listed]


def list_all(*paths: str, rules: ListingRules = ListingRules()) -> list[Listed]:  # noqa: B008
    return list(
        list_inputs(paths, is_article=lambda name: name.endswith((".txt", ".jsonl")), rules=rules)
    )


def test_names_are_shown_as_they_were_given(folder: Path) -> None:
    assert shown(list_all("news/a.txt", "news", "./news/", "-")) == [
        "news/a.txt",
        "news/a.txt",
        "news/in/b.txt",
        "./news/a.txt",
        "./news/in/b.txt",
        "-",
    ]


def test_what_is_below_does_not_depend_on_where_a_folder_lies(folder: Path) -> None:
    assert [item.below for item in list_all("news", "./news/a.txt", str(folder / "news"))] == [
        "a.txt",
        "in/b.txt",
        "a.txt",
        "a.txt",
        "in/b.txt",
    ]


def test_what_is_not_there_stands_in_its_place(folder: Path) -> None:
    (folder / "empty").mkdir()
    listed = list_all("gone.txt", "empty", "a\0b", "news/a.txt")
    assert shown(listed) == ["gone.txt", "empty", "a\0b", "news/a.txt"]
    errors = [type(item.error) for item in listed if isinstance(item, Unlisted)]
    assert errors == [FileNotFoundError, EmptyFolder, ValueError]


@pytest.mark.parametrize("name", ["news/out.jsonl", "news/link.jsonl", "news/hard.jsonl"])
def test_an_output_is_left_out_under_whatever_name(name: str, folder: Path) -> None:
    output = folder / "news/out.jsonl"
    output.touch()
    (folder / "news/link.jsonl").symlink_to("out.jsonl")
    (folder / "news/hard.jsonl").hardlink_to(output)
    identity = identify_file(output)
    assert identity is not None
    left_out: list[str] = []
    rules = ListingRules(outputs=frozenset({identity}), on_output=left_out.append)
    assert shown(list_all("news", name, rules=rules)) == ["news/a.txt", "news/in/b.txt"]
    assert left_out == ["news/hard.jsonl", "news/link.jsonl", "news/out.jsonl", name]


def test_only_regular_files_have_an_identity(folder: Path) -> None:
    with (folder / "news/a.txt").open() as file:
        assert identify_stream(file) == identify_file("news/a.txt") is not None
    assert identify_stream(io.StringIO()) is identify_stream(None) is None
    assert identify_file("/dev/null") is identify_file("gone") is identify_file("news") is None


@pytest.mark.parametrize(
    ("data", "separator", "expected"),
    [
        (b"a.txt\nb.txt\n", b"\n", ["a.txt", "b.txt"]),
        (b"a.txt\n\nb.txt", b"\n", ["a.txt", "b.txt"]),
        (b"a\nb.txt\0-c.txt\0", b"\0", ["a\nb.txt", "-c.txt"]),
        (b"\xff.txt", b"\n", [os.fsdecode(b"\xff.txt")]),
        (b"", b"\n", []),
    ],
)
def test_names_come_on_a_stream(data: bytes, separator: bytes, expected: list[str]) -> None:
    assert list(read_names(io.BytesIO(data), separator=separator)) == expected


def test_names_are_taken_as_they_come() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stream:
        names = read_names(stream)
        for number in range(3):
            os.write(writing, f"{number}.txt\n".encode())
            assert next(names) == f"{number}.txt"
        os.close(writing)
        assert list(names) == []


def test_a_file_that_grows_is_read_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "grows.jsonl"
    path.write_bytes(b"one\ntwo\n")
    with path.open("rb") as file, path.open("ab") as end:
        bounded = read_no_further(file)
        assert bounded.readline() == b"one\n"
        end.write(b"three\n" * 20_000)
        end.flush()
        assert bounded.read() == b"two\n"
