"""Options that say in what form and where to the records are written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from claimx.cli.exit_codes import WrongCall
from claimx.cli.pager import pager_option
from claimx.cli.parameters import Nearest, NearestList
from claimx.cli.streams import is_terminal
from claimx.render.formats import (
    FORMATS,
    ROW_KINDS,
    TABLE_PARTS,
    Format,
    Settings,
    format_for_suffix,
)

_F = TypeVar("_F", bound=Callable[..., Any])


@dataclass(frozen=True)
class OutputOptions:
    """What the user asked for.

    Attributes:
        format_name: A key of `FORMATS`, or ``auto``.
        file: Where the output goes; None is standard output.
        force: Whether a file that is there already may be replaced.
        settings: What the renderer is told.
        pager: Whether a terminal may show it in the pager.
    """

    format_name: str
    file: Path | None
    force: bool
    settings: Settings
    pager: bool = True

    def choose_format(self) -> Format:
        """The format asked for, else that of the file's suffix, else one fit for the stream.

        Raises:
            WrongCall: For a suffix that no format has, or an option that the format does not know.
        """
        chosen = self._choose()
        if not chosen.by_rows:
            self._refuse_row_options(chosen)
        return chosen

    def _choose(self) -> Format:
        if self.format_name != "auto":
            return FORMATS[self.format_name]
        if self.file is None:
            return FORMATS["table" if is_terminal(sys.stdout) else "jsonl"]
        if not self.file.suffix:
            return FORMATS["jsonl"]
        found = format_for_suffix(self.file.suffix)
        if found is None:
            known = ", ".join(suffix for row in FORMATS.values() for suffix in row.suffixes)
            raise WrongCall(
                f"{self.file}: no format has the suffix {self.file.suffix} (known are {known}): "
                "name the format with -f"
            )
        return found

    def _refuse_row_options(self, chosen: Format) -> None:
        usual = Settings()
        asked = {
            "--rows": self.settings.rows != usual.rows,
            "--columns": self.settings.columns != usual.columns,
            "--bom": self.settings.byte_order_mark,
        }
        for option, is_given in asked.items():
            if is_given:
                able = ", ".join(row.name for row in FORMATS.values() if row.by_rows)
                raise WrongCall(f"{option} is for formats of rows ({able}), not for {chosen.name}")


def output_options(command: _F) -> _F:
    """Give a command the options; it is called with ``output``, an `OutputOptions`."""

    @wraps(command)
    def run(*args: Any, **given: Any) -> Any:
        file = given.pop("output_file")
        settings = Settings(
            rows=given.pop("rows"),
            columns=tuple(given.pop("columns")),
            byte_order_mark=given.pop("bom"),
            parts=frozenset(_all_of(given.pop("parts"))),
            force=given["force"],
        )
        output = OutputOptions(
            format_name=given.pop("format_name"),
            file=None if file == Path("-") else file,
            force=given.pop("force"),
            settings=settings,
            pager=given.pop("pager"),
        )
        return command(*args, output=output, **given)

    for option in reversed(_OPTIONS):
        run = option(run)
    return run  # type: ignore[return-value]


def _all_of(parts: Sequence[str]) -> Sequence[str]:
    return TABLE_PARTS if "all" in parts else parts


_OPTIONS = (
    click.option(
        "-f",
        "--format",
        "format_name",
        type=Nearest(["auto", *FORMATS]),
        metavar="NAME",
        default="auto",
        show_default=True,
        help=f"Form of the output: {', '.join(FORMATS)}. auto: tables on a terminal, by the suffix "
        "of the output file, else JSON Lines.",
    ),
    click.option(
        "-o",
        "--output",
        "output_file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Write to FILE, which appears once all is done; its suffix chooses the format. "
        "- is standard output.",
    ),
    click.option("--force", is_flag=True, help="Replace the output file if it is there already."),
    click.option(
        "--show",
        "parts",
        type=NearestList([*TABLE_PARTS, "all"]),
        metavar="PARTS",
        default=(),
        help="What a table shows besides claims and speakers: quotes, dates, entities (with "
        "commas between), or all.",
    ),
    click.option(
        "--rows",
        type=Nearest(ROW_KINDS),
        metavar="KIND",
        default="claims",
        show_default=True,
        help=f"What csv and parquet have a row for: {', '.join(ROW_KINDS)}.",
    ),
    click.option(
        "--columns",
        type=NearestList(None),
        metavar="NAMES",
        default=(),
        help="Only these columns of csv or parquet, in this order, with commas between.",
    ),
    click.option(
        "--bom",
        is_flag=True,
        help="Begin a CSV with a byte order mark, by which Excel knows UTF-8.",
    ),
    pager_option,
)
