"""Folders: deep, large, full of links, and changing while they are read."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.listing import LinkLeadsOut, LinkLoop
from claimx.listing.sorting import Name, sort_names
from claimx.listing.walk import Found, walk_folder


def is_text(name: str) -> bool:
    return name.endswith(".txt")


def walk(folder: Path, **options: bool) -> dict[str, type[OSError] | None]:
    """What is found, by its path below the folder, with the class of what went wrong."""
    found = walk_folder(str(folder), is_article=is_text, **options)
    return {item.below: type(item.error) if item.error else None for item in found}


def fill(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("The bridge is shut.")


def test_files_come_sorted_by_path_without_hidden_ones(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a/z.txt", "a/b/c.txt", "c/d.txt", ".hidden.txt", ".git/x.txt", "e.png")
    assert list(walk(tmp_path)) == ["a/b/c.txt", "a/z.txt", "b.txt", "c/d.txt"]


def test_files_of_other_kinds_are_reported(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.png", "c/d.pdf")
    others: list[str] = []
    list(walk_folder(str(tmp_path), is_article=is_text, on_other=others.append))
    assert others == ["b.png", "c/d.pdf"]


@pytest.fixture
def deepest(tmp_path: Path) -> Iterator[Path]:
    """A folder below 1,200 others. What clears up after tests does not go that deep."""
    deepest = tmp_path.joinpath(*["d"] * 1200)
    chain = [deepest, *deepest.parents][:1200]
    for folder in reversed(chain):
        folder.mkdir()
    (deepest / "a.txt").write_text("The bridge is shut.")
    yield deepest
    (deepest / "a.txt").unlink()
    for folder in chain:
        folder.rmdir()


def test_a_folder_of_any_depth_is_read(deepest: Path, tmp_path: Path) -> None:
    assert walk(tmp_path) == {f"{deepest.relative_to(tmp_path)}/a.txt": None}


def test_a_link_in_a_circle_is_an_error_and_the_rest_is_read(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "c.txt")
    (tmp_path / "b.txt").symlink_to("b.txt")
    (tmp_path / "notes").symlink_to("notes")
    assert walk(tmp_path) == {"a.txt": None, "b.txt": OSError, "c.txt": None}


def test_a_link_to_nothing_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to("nowhere")
    assert walk(tmp_path) == {"gone.txt": FileNotFoundError}


def test_links_are_followed_inside_the_folder_and_not_out_of_it(tmp_path: Path) -> None:
    fill(tmp_path, "secret.txt", "news/a.txt", "news2/b.txt")
    (tmp_path / "news/inner.txt").symlink_to("a.txt")
    (tmp_path / "news/outer.txt").symlink_to("../secret.txt")
    (tmp_path / "news/next.txt").symlink_to("../news2/b.txt")
    assert walk(tmp_path / "news") == {
        "a.txt": None,
        "inner.txt": None,
        "next.txt": LinkLeadsOut,
        "outer.txt": LinkLeadsOut,
    }
    followed = walk(tmp_path / "news", follow_links=True)
    assert set(followed.values()) == {None}


def test_folders_behind_links_are_read_on_request_and_never_in_a_circle(tmp_path: Path) -> None:
    fill(tmp_path, "news/a/x.txt", "elsewhere/y.txt")
    (tmp_path / "news/a/back").symlink_to("..")
    (tmp_path / "news/out").symlink_to("../elsewhere")
    assert walk(tmp_path / "news") == {"a/x.txt": None}
    assert walk(tmp_path / "news", follow_links=True) == {
        "a/back": LinkLoop,
        "a/x.txt": None,
        "out/y.txt": None,
    }


def test_a_folder_that_is_itself_a_link_is_read(tmp_path: Path) -> None:
    fill(tmp_path, "news/a.txt")
    (tmp_path / "link").symlink_to("news")
    (tmp_path / "news/b.txt").symlink_to("a.txt")
    assert walk(tmp_path / "link") == {"a.txt": None, "b.txt": None}


def test_pipes_and_sockets_are_listed_without_being_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The name of a socket must be short.
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        assert list(walk(tmp_path)) == ["pipe.txt", "socket.txt"]


def test_names_of_any_bytes_are_listed(tmp_path: Path) -> None:
    names = [b"line\nend.txt", b"\xff\xfe.txt", b"-o.txt", b" lead.txt", "æ.txt".encode()]
    for name in names:
        (tmp_path / os.fsdecode(name)).write_text("Shut.")
    found = list(walk_folder(str(tmp_path), is_article=is_text))
    assert sorted(os.fsencode(item.below) for item in found) == sorted(names)
    assert all(Path(item.path).is_file() for item in found)


def test_a_folder_that_goes_while_it_is_read_is_an_error_of_its_own(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b/c.txt", "d.txt")
    found: Iterator[Found] = walk_folder(str(tmp_path), is_article=is_text)
    assert next(found).below == "a.txt"
    (tmp_path / "b/c.txt").unlink()
    (tmp_path / "b").rmdir()
    rest = list(found)
    assert [item.below for item in rest] == ["b", "d.txt"]
    assert isinstance(rest[0].error, FileNotFoundError)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_read_is_an_error_of_its_own(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b/c.txt")
    (tmp_path / "b").chmod(0)
    try:
        assert walk(tmp_path) == {"a.txt": None, "b": PermissionError}
    finally:
        (tmp_path / "b").chmod(0o700)


names = st.builds(
    Name,
    st.binary(min_size=1).filter(lambda name: b"\0" not in name).map(os.fsdecode),
    st.sampled_from("fdlu"),
)


@given(st.lists(names), st.integers(1, 7))
def test_names_set_aside_in_files_come_back_sorted(items: list[Name], largest_run: int) -> None:
    assert list(sort_names(items, largest_run=largest_run)) == sorted(items)


def test_a_large_folder_is_not_held(tmp_path: Path) -> None:
    taken: list[int] = []

    def many() -> Iterator[Name]:
        for number in range(100, 0, -1):
            taken.append(number)
            yield Name(f"{number:03}", "f")

    result = sort_names(many(), largest_run=10)
    assert next(result).name == "001"
    assert sum(1 for _ in result) == 99
