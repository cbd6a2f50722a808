"""Where the records go: a text stream, a stream of bytes, a database or a folder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, TextIO

from claimx.cli.exit_codes import WrongCall
from claimx.cli.output import check_output, open_output
from claimx.cli.pager import open_screen
from claimx.cli.streams import is_terminal
from claimx.render.formats import Format, OutputError, Settings

if TYPE_CHECKING:
    from claimx.article import Article, Failure
    from claimx.cli.output_options import OutputOptions

Write = Callable[["Iterable[Article | Failure]", Settings], None]


@contextmanager
def open_destination(
    output: OutputOptions, chosen: Format, inputs: tuple[str, ...]
) -> Iterator[Write]:
    """A function that writes records, with all checked that can be before there are any.

    Args:
        output: What the user asked for.
        chosen: The format.
        inputs: Paths that are read, none of which may be written to.

    Raises:
        WrongCall: If the output cannot be written, or what lies there may not be replaced.
    """
    path = output.file
    if path is not None:
        check_output(
            path,
            inputs,
            may_replace=output.force or chosen.destination in ("database", "folder"),
            is_folder=chosen.destination == "folder",
        )
    elif chosen.destination in ("database", "folder"):
        raise WrongCall(f"{chosen.name} needs a place of its own: name it with -o")
    elif chosen.destination == "bytes" and is_terminal(sys.stdout):
        raise WrongCall(f"{chosen.name} is not for a terminal: name a file with -o")
    try:
        if path is not None and chosen.destination in ("database", "folder"):
            render_into = chosen.load_path_renderer()
            yield lambda records, settings: render_into(records, path, settings)
            return
        with _open_stream(output, chosen) as stream:
            yield _writer(chosen, stream)
    except OutputError as error:
        raise WrongCall(str(error)) from error


def _open_stream(output: OutputOptions, chosen: Format) -> AbstractContextManager[TextIO]:
    if output.file is None and chosen.is_read_on_screen:
        return open_screen(paged=output.pager)
    return open_output(output.file, always_utf8=chosen.always_utf8)


def _writer(chosen: Format, stream: TextIO) -> Write:
    if chosen.destination == "bytes":
        binary, render_bytes = stream.buffer, chosen.load_binary_renderer()
        return lambda records, settings: render_bytes(records, binary, settings)
    render = chosen.load_renderer()
    return lambda records, settings: render(records, stream, settings)
