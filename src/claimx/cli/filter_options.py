"""Options that choose claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claimx.cli.exit_codes import WrongCall
from claimx.cli.parameters import Nearest, unicode_text

if TYPE_CHECKING:
    from claimx.article import Article, Failure
    from claimx.article.selection import Selection

_F = TypeVar("_F", bound=Callable[..., Any])
# As in article.values, which imports pydantic.
_CUE_KINDS = (
    "speech",
    "writing",
    "thought",
    "intention",
    "attitude",
    "perception",
    "evidence",
    "decision",
)
_SPEAKER_KINDS = ("person", "organization", "group", "document", "unnamed")


def filter_options(command: _F) -> _F:
    """Give a command the filters; it is called with ``selection``, a `Selection`."""

    @wraps(command)
    def run(*args: Any, **given: Any) -> Any:
        names = ("directness", "min_confidence", "named_only", "contains")
        values = {name: given.pop(name) for name in names}
        selection = _selection(
            speakers=given.pop("speaker_names"),
            kinds=given.pop("claim_kinds"),
            said_after=_day("--said-after", given.pop("said_after")),
            said_before=_day("--said-before", given.pop("said_before")),
            **values,
        )
        return command(*args, selection=selection, **given)

    for option in reversed(_OPTIONS):
        run = option(run)
    return run  # type: ignore[return-value]


def filter_records(
    records: Iterable[Article | Failure], selection: Selection
) -> Iterator[Article | Failure]:
    """The records with the claims that ``selection`` keeps; failures pass."""
    from claimx.article import Failure
    from claimx.article.selection import select_claims

    for record in records:
        yield record if isinstance(record, Failure) else select_claims(record, selection)


def _selection(**values: Any) -> Selection:
    from claimx.article.selection import Selection

    return Selection(**{name: _plain(value) for name, value in values.items()})


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _day(option: str, value: str | None) -> str | None:
    from claimx.reading import parse_published

    if value is None:
        return None
    try:
        return parse_published(value)[:10]
    except ValueError as error:
        raise WrongCall(f"{option}: {error}") from error


_OPTIONS = (
    click.option(
        "--speaker",
        "speaker_names",
        type=unicode_text,
        multiple=True,
        metavar="NAME",
        help="Only claims of this speaker, by any of its names; may be given several times.",
    ),
    click.option(
        "--kind",
        "claim_kinds",
        type=Nearest([*_CUE_KINDS, *_SPEAKER_KINDS]),
        multiple=True,
        metavar="KIND",
        help=f"Only claims of this kind of cue ({', '.join(_CUE_KINDS)}) or of speaker "
        f"({', '.join(_SPEAKER_KINDS)}); may be given several times.",
    ),
    click.option(
        "--directness",
        type=Nearest(["direct", "indirect", "mixed"]),
        multiple=True,
        metavar="HOW",
        help="Only claims that are direct, indirect or mixed; may be given several times.",
    ),
    click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        metavar="NUMBER",
        help="Only claims that are right with at least this probability, 0 to 1.",
    ),
    click.option("--named-only", is_flag=True, help="Only claims of speakers with a name."),
    click.option(
        "--said-after",
        type=unicode_text,
        metavar="DATE",
        help="Only what was said on this day or later.",
    ),
    click.option(
        "--said-before", type=unicode_text, metavar="DATE", help="Only what was said before it."
    ),
    click.option(
        "--contains", type=unicode_text, metavar="TEXT", help="Only claims with these words."
    ),
)
