"""Records as tables, and in any format, from Python."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas

    from claimx.article import Article, Failure


def to_pandas(
    records: Iterable[Article | Failure] | Article, rows: str = "claims"
) -> pandas.DataFrame:
    """A data frame with a row a claim; lists stay lists. Failures have no rows.

    Args:
        records: Articles, as `claimx.extract_many` and `claimx.read` give them, or a single one.
        rows: What gets a row: ``claims``, ``quotes``, ``speakers``, ``dates`` or ``entities``.

    Raises:
        ImportError: If pandas is not installed.
        ValueError: For another kind of rows, naming the nearest.
    """
    import pandas

    from claimx.article import Article
    from claimx.render.rows import columns_of, rows_of_all

    columns = columns_of(rows)
    held = [records] if isinstance(records, Article) else records
    found = [row for some in rows_of_all(held, rows, columns) for row in some]
    return pandas.DataFrame(found, columns=[column.name for column in columns])


def render_records(
    records: Iterable[Article | Failure] | Article, format: str = "table", **settings: Any
) -> str:
    """The records as text in one of the formats of the command line.

    Args:
        records: Articles, or a single one.
        format: Such as ``table``, ``highlight``, ``html``, ``csv`` or ``markdown``.
        settings: Those of `claimx.render.Settings`: ``width=100``, ``rows="quotes"`` …

    Raises:
        ValueError: For a format that is unknown or no text, a record without the text that the
            format shows, or an unknown column.
    """
    from claimx.article import Article
    from claimx.render.formats import FORMATS, OutputError, Settings
    from claimx.render.words import did_you_mean

    if format not in FORMATS:
        raise OutputError(f"there is no format {format}{did_you_mean(format, list(FORMATS))}")
    chosen = FORMATS[format]
    if chosen.destination != "text":
        raise OutputError(f"{format} is no text: write it with claimx show -f {format} -o FILE")
    is_single = isinstance(records, Article)
    held: Iterable[Article | Failure] = [records] if isinstance(records, Article) else records
    stream = io.StringIO()
    chosen.load_renderer()(held, stream, Settings(**{"single": is_single, **settings}))
    return stream.getvalue()
