"""Parquet: the rows of CSV with typed columns, lists as lists; needs pyarrow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from claimx.render.formats import OutputError
from claimx.render.rows import Cell, Column, columns_of, rows_of_all

if TYPE_CHECKING:
    from claimx.article import Article, Failure
    from claimx.render.formats import Settings

# Rows of a group: held in memory, then written.
_GROUP = 10_000


def render_parquet(
    records: Iterable[Article | Failure], stream: BinaryIO, settings: Settings
) -> None:
    """Write the rows in groups of some thousands; failures have none.

    Raises:
        OutputError: For an unknown column, or where pyarrow is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise OutputError("parquet needs pyarrow: pip install 'claimx[parquet]'") from error
    columns = columns_of(settings.rows, settings.columns)
    schema = pyarrow.schema([(column.name, _type(pyarrow, column)) for column in columns])
    with pyarrow.parquet.ParquetWriter(stream, schema) as writer:
        for rows in _groups(rows_of_all(records, settings.rows, columns)):
            writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))


def _type(pyarrow: Any, column: Column) -> Any:
    return {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "list": pyarrow.list_(pyarrow.string()),
    }[column.type]


def _groups(
    articles: Iterable[Sequence[dict[str, Cell]]],
) -> Iterable[list[dict[str, Cell]]]:
    held: list[dict[str, Cell]] = []
    for rows in articles:
        held += rows
        if len(held) >= _GROUP:
            yield held
            held = []
    if held:
        yield held
