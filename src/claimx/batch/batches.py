"""Records in, lines out: what an engine for many machines calls on each of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from claimx.batch.analyst import Analyst
from claimx.batch.config import BatchConfig
from claimx.batch.units import Unit


def extract_batch(
    records: Iterable[str | Mapping[str, Any]], config: BatchConfig | None = None
) -> list[str]:
    """One line of JSON for each record, in order: an article, or the failure in its place.

    The pipeline is loaded at the first call of a process and kept for those that follow, so that a
    worker of Spark, Dask or Ray pays for it once. Function and arguments can be pickled. An
    exception that one record raises is the failure of that record alone.

    Args:
        records: Texts, or mappings as in a line of JSON Lines: the article under ``text`` (or a
            name that `BatchConfig.text_key` gives), beside it ``title``, ``date``, ``url``, ``id``
            …; ``path`` names the record in the output, by default ``record 1`` and so on.
        config: What is asked of the records; by default what `claimx extract` does.

    Raises:
        claimx.pipeline.load.PipelineError: If the pipeline cannot be used.
        ValueError: If ``config.published`` is not a date.
    """
    from claimx.reading import read_record

    config = config or BatchConfig()
    analyst = _analyst_of(config)
    lines: list[str] = []
    for number, record in enumerate(records, start=1):
        fields = {"text": record} if isinstance(record, str) else dict(record)
        path = str(fields.pop("path", None) or f"record {number}")
        raw = read_record(
            {name: value for name, value in fields.items() if value is not None},
            path=path,
            given=config.given,
            text_key=config.text_key,
            date_key=config.date_key,
        )
        lines += [outcome.line or "" for outcome in analyst(Unit(path, raw))]
    return lines


@lru_cache(maxsize=1)
def _analyst_of(config: BatchConfig) -> Analyst:
    from claimx.batch.processes import use_one_thread

    use_one_thread()
    return Analyst(config)
