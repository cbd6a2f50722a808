"""Options of runs over many inputs: how many processes, how long, from where to where."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from claimx.cli.exit_codes import WrongCall
from claimx.cli.output_options import OutputOptions
from claimx.render.formats import Format

_Command = TypeVar("_Command", bound=Callable[..., Any])
_SHARD = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")


@dataclass(frozen=True)
class BatchOptions:
    """What the user asked for.

    Attributes:
        jobs: Worker processes; 0 stands for as many as there are cores.
        ordered: Whether the output is in input order.
        timeout: Seconds that one article may take.
        max_chars: How many characters an article may have; None is the limit of the reading room.
        max_failures: How many inputs may fail before the run stops.
        resume: Whether to go on with what an earlier run left.
        shard: Which part of the inputs, of how many.
        names_from: A file with names of inputs, ``-`` for standard input.
        null: Whether those names are parted by NUL.
        stats: Where figures of the run go.
        verbose: Whether to say who works on what.
    """

    jobs: int
    ordered: bool
    timeout: float | None
    max_chars: int | None
    max_failures: int | None
    resume: bool
    shard: tuple[int, int]
    names_from: str | None
    null: bool
    stats: Path | None
    verbose: bool


class ShardType(click.ParamType[tuple[int, int]]):
    """``3/16``: the third of sixteen parts."""

    name = "shard"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """The two numbers."""
        if isinstance(value, tuple):
            return value
        match = _SHARD.fullmatch(value)
        number, count = (int(match[1]), int(match[2])) if match else (0, 0)
        if not 1 <= number <= count:
            self.fail(f"{value!r} is not a part of a whole, such as 3/16", param, ctx)
        return number, count


def batch_options(command: _Command) -> _Command:
    """Give a command the options; it is called with ``batch``, a `BatchOptions`."""

    @wraps(command)
    def run(*args: Any, **given: Any) -> Any:
        names = BatchOptions.__dataclass_fields__
        batch = BatchOptions(**{name: given.pop(name) for name in names})
        return command(*args, batch=batch, **given)

    for option in reversed(_OPTIONS):
        run = option(run)
    return run  # type: ignore[return-value]


_OPTIONS = (
    click.option(
        "-j",
        "--jobs",
        type=click.IntRange(0),
        default=1,
        show_default=True,
        metavar="N",
        help="Work on N articles at a time, each in a process of its own; 0 takes as many as "
        "there are cores. The output is the same byte for byte.",
    ),
    click.option(
        "--unordered",
        "ordered",
        flag_value=False,
        is_flag=True,
        default=True,
        help="Write each record when it is done, not in the order of the inputs.",
    ),
    click.option(
        "--timeout",
        type=click.FloatRange(0, min_open=True),
        metavar="SECONDS",
        help="Give up an article that takes longer; it counts as failed.",
    ),
    click.option(
        "--max-chars",
        type=click.IntRange(1, 1_000_000),
        metavar="N",
        help="Refuse articles of more than N characters, each with its size; 1,000,000 is the "
        "default, and the most.",
    ),
    click.option(
        "--max-failures",
        type=click.IntRange(1),
        metavar="N",
        help="Stop when N inputs have failed.",
    ),
    click.option(
        "--resume",
        is_flag=True,
        help="Go on with what a run into the same -o FILE left: inputs that are unchanged are "
        "not analysed again. The finished file is the same as if nothing had happened.",
    ),
    click.option(
        "--shard",
        type=ShardType(),
        default=(1, 1),
        metavar="K/N",
        help="Only the K-th of N parts of the inputs, which are told apart by name; claimx merge "
        "joins their outputs.",
    ),
    click.option(
        "--files-from",
        "names_from",
        type=click.Path(allow_dash=True),
        metavar="FILE",
        help="Read the names of inputs from FILE, one a line, as they come; - is standard input.",
    ),
    click.option(
        "-0",
        "--null",
        is_flag=True,
        help="The names of --files-from end with NUL (find -print0), not with the line.",
    ),
    click.option(
        "--stats",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Add figures of the run to FILE every ten seconds and at its end, as JSON Lines: "
        "articles, failures by type, articles a second, memory.",
    ),
    click.option(
        "-v", "--verbose", is_flag=True, help="Say on standard error which worker begins what."
    ),
)


def check_batch(
    batch: BatchOptions,
    paths: tuple[str, ...],
    chosen: Format,
    output: OutputOptions,
) -> None:
    """Refuse options that do not go together.

    Raises:
        WrongCall: With the sentence that says why.
    """
    if batch.null and batch.names_from is None:
        raise WrongCall("-0 is for the names of --files-from: give that as well")
    if batch.names_from == "-" and "-" in paths:
        raise WrongCall("standard input cannot be an article and the names of others (-)")
    file = output.file
    goes_on = chosen.name == "jsonl" or chosen.destination == "database"
    if batch.resume and (not goes_on or file is None or not is_regular(file)):
        raise WrongCall("--resume goes on with JSON Lines or a database: name the file with -o")


def is_regular(target: Path) -> bool:
    """Whether a file is or will be there that can be written piece by piece and read again."""
    return target.is_file() or not target.exists()
