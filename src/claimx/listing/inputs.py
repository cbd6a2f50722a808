"""Paths of a call -> the files that it is about, one at a time, in a fixed order."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from claimx.listing.identity import FileIdentity
from claimx.listing.walk import Found, LinkLeadsOut, LinkLoop, walk_folder

__all__ = [
    "EmptyFolder",
    "LinkLeadsOut",
    "LinkLoop",
    "Listed",
    "ListedFile",
    "ListingRules",
    "Unlisted",
    "list_inputs",
    "show_path",
]


class EmptyFolder(OSError):
    """A folder without a file that is wanted."""


@dataclass(frozen=True)
class ListedFile:
    """A file to read.

    Attributes:
        path: Where it is; ``-`` for standard input.
        shown: Its name in records and messages: as the user gave it, or the folder as given and
            the rest.
        below: Its name without what the user gave before: the path below the folder, else the
            last part of the path. It is the same wherever a folder has been put.
        is_named: Whether the user named the file itself.
    """

    path: str
    shown: str
    below: str
    is_named: bool


@dataclass(frozen=True)
class Unlisted:
    """A name in the place of which there is nothing to read, and the reason."""

    shown: str
    below: str
    error: OSError | ValueError


Listed = ListedFile | Unlisted


def _ignore(shown: str) -> None:
    """Nobody asked."""


@dataclass(frozen=True)
class ListingRules:
    """What is left out of the inputs.

    Attributes:
        outputs: The files that the call itself writes. Whoever reads what they write never ends,
            so these are left out under whatever name.
        follow_links: Whether links in folders are followed wherever they lead.
        on_output: Called with the name of an output that is left out.
        on_other: Called with the name of a file in a folder that is not wanted.
    """

    outputs: frozenset[FileIdentity] = frozenset()
    follow_links: bool = False
    on_output: Callable[[str], None] = _ignore
    on_other: Callable[[str], None] = _ignore


NO_RULES = ListingRules()


def list_inputs(
    paths: Iterable[str],
    *,
    is_article: Callable[[str], bool],
    rules: ListingRules = NO_RULES,
) -> Iterator[Listed]:
    """The files that ``paths`` name, in the order of ``paths``, as the results are taken.

    Args:
        paths: Files, folders (with all that is in them, sorted by path) and ``-`` for standard
            input.
        is_article: Whether a file of a folder is wanted, by its path below the folder. A file
            that is named itself is wanted whatever its name.
        rules: What is left out.
    """
    for path in paths:
        if path == "-":
            yield ListedFile("-", "-", "-", is_named=True)
        else:
            yield from _list_path(path, is_article, rules)


def _list_path(
    path: str, is_article: Callable[[str], bool], rules: ListingRules
) -> Iterator[Listed]:
    shown = show_path(path)
    below = shown.rstrip("/").rpartition("/")[2]
    try:
        status = os.stat(path)  # noqa: PTH116 (a Path would drop a closing slash)
    except (OSError, ValueError) as error:
        yield Unlisted(shown, below, error)
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _list_folder(path, shown, is_article, rules)
    elif FileIdentity(status.st_dev, status.st_ino) in rules.outputs:
        rules.on_output(shown)
    else:
        yield ListedFile(path, shown, below, is_named=True)


def _list_folder(
    path: str, shown: str, is_article: Callable[[str], bool], rules: ListingRules
) -> Iterator[Listed]:
    prefix = shown if shown.endswith("/") else shown + "/"
    is_empty = True
    for found in walk_folder(
        path,
        is_article=is_article,
        follow_links=rules.follow_links,
        on_other=lambda below: rules.on_other(prefix + show_path(below)),
    ):
        below = show_path(found.below)
        name = prefix + below if below else shown
        if _is_output(found, rules.outputs):
            rules.on_output(name)
            continue
        is_empty = False
        if found.error is not None:
            yield Unlisted(name, below, found.error)
        else:
            yield ListedFile(found.path, name, below, is_named=False)
    if is_empty:
        yield Unlisted(shown, "", EmptyFolder(errno.ENOENT, "the folder holds no articles"))


def _is_output(found: Found, outputs: frozenset[FileIdentity]) -> bool:
    if not outputs:
        return False
    try:
        status = os.stat(found.path)  # noqa: PTH116
    except OSError:
        return False
    return FileIdentity(status.st_dev, status.st_ino) in outputs


def show_path(path: str) -> str:
    """A path as text that UTF-8 can hold, its parts joined by ``/``."""
    text = os.fsencode(path).decode("utf-8", errors="replace")
    return text.replace(os.sep, "/")
