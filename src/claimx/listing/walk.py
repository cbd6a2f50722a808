"""Walks a folder: deep, large, full of links, or changing while it is read."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from typing import NamedTuple

from claimx.listing.identity import FileIdentity
from claimx.listing.sorting import Name, sort_names

_FILE, _FOLDER, _LINK, _UNKNOWN = "f", "d", "l", "u"


class LinkLeadsOut(OSError):
    """A link in a folder, to something outside of that folder."""


class LinkLoop(OSError):
    """A link to a folder that it lies in."""


class Found(NamedTuple):
    """Something in the folder: where it is, its path below the folder, and what went wrong."""

    path: str
    below: str
    error: OSError | None = None


class _Level(NamedTuple):
    """A folder that is being walked."""

    path: str
    below: str
    names: Iterator[Name]
    identity: FileIdentity | None


def walk_folder(
    folder: str,
    *,
    is_article: Callable[[str], bool],
    follow_links: bool = False,
    on_other: Callable[[str], None] | None = None,
) -> Iterator[Found]:
    """The files in a folder that hold articles, sorted by path, and what cannot be read there.

    Hidden files and folders are left out. A link to a file inside the folder is read as that file;
    one that leads out of the folder is an error, since a folder of others could otherwise make
    any file of this machine an input. Links to folders are left out.

    Args:
        folder: Its path. It is listed level by level while the results are taken, so that neither
            its depth nor the number of files in it matters.
        is_article: Whether a file is wanted, by its path below the folder.
        follow_links: Follow every link, also to folders; one to a folder that it lies in is an
            error.
        on_other: Called with the path below the folder of every file that is not wanted.
    """
    walk = _Walk(folder, is_article, follow_links, on_other or _ignore)
    yield from walk.run()


def _ignore(below: str) -> None:
    """Nobody asked for the other files."""


class _Walk:
    def __init__(
        self,
        folder: str,
        is_article: Callable[[str], bool],
        follow_links: bool,
        on_other: Callable[[str], None],
    ) -> None:
        self._folder = folder
        self._real_folder = os.path.realpath(folder)
        self._is_article = is_article
        self._follow_links = follow_links
        self._on_other = on_other
        self._levels: list[_Level] = []

    def run(self) -> Iterator[Found]:
        yield from self._enter(self._folder, "")
        while self._levels:
            level = self._levels[-1]
            name = next(level.names, None)
            if name is None:
                self._levels.pop()
                continue
            path, below = os.path.join(level.path, name.name), level.below + name.name  # noqa: PTH118
            yield from self._visit(path, below, name.kind)

    def _enter(self, path: str, below: str) -> Iterator[Found]:
        try:
            identity = self._identify(path)
            if identity is not None and any(level.identity == identity for level in self._levels):
                raise LinkLoop(errno.ELOOP, "the link leads back to a folder that it lies in")
            with os.scandir(path) as entries:
                names = sort_names(
                    Name(entry.name, _kind_of(entry))
                    for entry in entries
                    if not entry.name.startswith(".")
                )
                # The first name is taken here, so that the whole folder has been listed.
                first = next(names, None)
        except OSError as error:
            yield Found(path, below.rstrip("/"), error)
            return
        if first is not None:
            self._levels.append(_Level(path, below, _chain(first, names), identity))

    def _identify(self, path: str) -> FileIdentity | None:
        if not self._follow_links:
            return None
        status = os.stat(path)  # noqa: PTH116
        return FileIdentity(status.st_dev, status.st_ino)

    def _visit(self, path: str, below: str, kind: str) -> Iterator[Found]:
        if kind == _FOLDER:
            yield from self._enter(path, below + "/")
        elif kind == _FILE:
            yield from self._take(path, below)
        else:
            yield from self._visit_link(path, below)

    def _take(self, path: str, below: str, error: OSError | None = None) -> Iterator[Found]:
        if self._is_article(below):
            yield Found(path, below, error)
        else:
            self._on_other(below)

    def _visit_link(self, path: str, below: str) -> Iterator[Found]:
        """A link, or what the system does not tell the kind of."""
        try:
            is_folder = stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116
            is_link = os.path.islink(path)  # noqa: PTH114
        except OSError as error:
            yield from self._take(path, below, error)
            return
        if is_folder:
            if self._follow_links or not is_link:
                yield from self._enter(path, below + "/")
        elif is_link and not self._follow_links and self._leads_out(path):
            reason = LinkLeadsOut(errno.EXDEV, "the link leads out of the folder")
            yield from self._take(path, below, reason)
        else:
            yield from self._take(path, below)

    def _leads_out(self, path: str) -> bool:
        inside = self._real_folder.rstrip(os.sep) + os.sep
        return not os.path.realpath(path).startswith(inside)


def _kind_of(entry: os.DirEntry[str]) -> str:
    try:
        if entry.is_symlink():
            return _LINK
        return _FOLDER if entry.is_dir(follow_symlinks=False) else _FILE
    except OSError:
        return _UNKNOWN


def _chain(first: Name, rest: Iterator[Name]) -> Iterator[Name]:
    yield first
    yield from rest
