"""Where the output goes: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from claimx.cli.exit_codes import WrongCall
from claimx.cli.streams import is_about_writing, is_terminal, standard_output
from claimx.cli.terminal import TerminalWriter

_NEW_FILE_MODE = 0o666
_LONGEST_START = 10_000


@contextmanager
def open_output(path: Path | None, *, always_utf8: bool) -> Iterator[TextIO]:
    """A text stream that writes ``\\n`` as it stands.

    Args:
        path: The file to write; None is standard output. A regular file is replaced once all is
            written, and left alone if something goes wrong.
        always_utf8: Whether standard output is UTF-8 whatever the locale; otherwise what its
            encoding cannot say becomes a question mark. Files are always UTF-8.

    Raises:
        WrongCall: If the file cannot be written.
    """
    if path is None:
        with _standard_output(always_utf8) as stream:
            yield stream
        return
    try:
        with _file(path) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        if not _is_about(error, path):
            raise
        raise WrongCall(f"{path}: {_reason(error)}") from error


def check_output(
    path: Path, inputs: tuple[str, ...], *, may_replace: bool = True, is_folder: bool = False
) -> None:
    """Refuse an output that could not be written or would overwrite an input.

    Args:
        path: The file, or the folder where ``is_folder``.
        inputs: Paths that are read.
        may_replace: Whether a regular file that is there already may be replaced.

    An input is also what a folder among ``inputs`` holds, and the file that standard input comes
    from. An earlier output of claimx in such a folder is not an input, and may be replaced.

    Raises:
        WrongCall: With the sentence that says why.
    """
    try:
        if path.is_dir() and not is_folder:
            raise WrongCall(f"{path}: the output is a folder, not a file")
        if not path.parent.is_dir():
            raise WrongCall(f"{path}: there is no folder {path.parent}")
        if path.exists():
            _check_existing(path, inputs)
        if is_folder and path.exists() and not path.is_dir():
            raise WrongCall(f"{path}: the output needs a folder, and this is a file")
        if path.is_file() and not may_replace:
            raise WrongCall(f"{path}: the file is there already: give --force to replace it")
    except OSError as error:
        raise WrongCall(f"{path}: {_reason(error)}") from error


def _check_existing(path: Path, inputs: tuple[str, ...]) -> None:
    if path.is_file() and not path.stat().st_mode & 0o222:
        raise WrongCall(f"{path}: the output file may not be written: allow it with chmod u+w")
    if any(_is_input(path, name) for name in inputs):
        raise WrongCall(f"{path}: the output would overwrite an input")


def _is_input(path: Path, name: str) -> bool:
    from claimx.listing import identify_file, identify_stream

    if name == "-":
        identity = identify_file(path)
        return identity is not None and identity == identify_stream(sys.stdin)
    try:
        if not os.path.isdir(name):  # noqa: PTH112 (a Path may raise for what cannot be one)
            return path.samefile(name)
        return _is_article_in(path, Path(name)) and not _is_earlier_output(path)
    except (OSError, ValueError):
        return False


def _is_article_in(path: Path, folder: Path) -> bool:
    from claimx.reading.readers import is_article_name

    folder, path = folder.resolve(), path.resolve()
    if folder not in path.parents:
        return False
    below = path.relative_to(folder)
    return is_article_name(str(below)) and not any(part.startswith(".") for part in below.parts)


def _is_earlier_output(path: Path) -> bool:
    """Whether a file is empty or begins as records of claimx do."""
    from claimx.saved import looks_saved

    with path.open("rb") as file:
        start = file.read(_LONGEST_START)
    return not start.strip(b"[ \r\n") or looks_saved(start)


@contextmanager
def _standard_output(always_utf8: bool) -> Iterator[TextIO]:
    target = standard_output()
    encoding = "utf-8" if always_utf8 else target.encoding or "utf-8"
    encode = TerminalWriter if is_terminal(target) else _encode
    stream = encode(target.buffer, encoding)
    try:
        yield stream
        stream.flush()
    finally:
        # Closing the wrapper would close standard output; a broken pipe has shown itself already.
        with suppress(OSError):
            stream.detach()


@contextmanager
def _file(path: Path) -> Iterator[TextIO]:
    target = path.resolve()
    if target.exists() and not target.is_file():
        # A device or a named pipe cannot be replaced by a file.
        with target.open("wb") as binary, _encode(binary, "utf-8") as stream:
            yield stream
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as binary, _encode(binary, "utf-8") as stream:
            yield stream
        Path(name).chmod(_mode_of(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _is_about(error: OSError, path: Path) -> bool:
    """Whether writing failed, and not something else that happened meanwhile."""
    if not is_about_writing(error):
        return False
    if error.filename is None:
        return True
    name, target = Path(os.fsdecode(error.filename)), path.resolve()
    return name.parent == target.parent and target.name in name.name


def _encode(binary: BinaryIO, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(binary, encoding=encoding, errors="replace", newline="\n")


def _mode_of(target: Path) -> int:
    """That of the file which is replaced, else what a new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return _NEW_FILE_MODE & ~mask


def _reason(error: OSError) -> str:
    return f"the output cannot be written ({error.strerror or error})"
