"""claimx on a Ray cluster: a Ray Data dataset in, one of records out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimx.batch.batches import extract_batch
from claimx.batch.config import BatchConfig

if TYPE_CHECKING:
    import pyarrow as pa
    from ray.data import Dataset


def extract(
    dataset: Dataset,
    config: BatchConfig | None = None,
    *,
    workers: int | tuple[int, int] = 1,
    batch_size: int = 16,
    **remote_arguments: Any,
) -> Dataset:
    """A row for each row of ``dataset``: the record of its article, or why there is none.

    Each worker is an actor that loads the pipeline once and uses one core. What an actor had in
    hand when it was killed is given to another one; an exception of one article is the failure of
    its row alone.

    Args:
        dataset: A row an article: its text under ``text`` (or a name that ``config.text_key``
            gives), metadata beside it (``title``, ``date``, ``url``, ``id`` …), and its name under
            ``path``.
        config: What is asked of the records.
        workers: How many actors, or the least and the most.
        batch_size: Rows that an actor takes at a time, all of which are done again where it is
            killed.
        remote_arguments: Of Ray for each actor, such as ``memory``.

    Returns:
        The columns ``path``, ``record`` (a line of JSON) and ``error`` (the type of the failure,
        null for an article).

    Raises:
        ImportError: If Ray is missing (``pip install 'claimx[ray]'``).
    """
    import ray.data

    least, most = (workers, workers) if isinstance(workers, int) else workers
    arguments: dict[str, Any] = {"num_cpus": 1, "max_restarts": -1, "max_task_retries": -1}
    return dataset.map_batches(
        _Extractor,
        fn_constructor_args=(config or BatchConfig(),),
        batch_size=batch_size,
        batch_format="pyarrow",
        compute=ray.data.ActorPoolStrategy(min_size=least, max_size=most),
        **{**arguments, **remote_arguments},
    )


class _Extractor:
    """An actor: it lives as long as the job."""

    def __init__(self, config: BatchConfig) -> None:
        self._config = config
        # The pipeline is loaded now, not while the first batch waits.
        extract_batch([], config)

    def __call__(self, batch: pa.Table) -> pa.Table:
        return extract_table(batch, self._config)


def extract_table(table: pa.Table, config: BatchConfig) -> pa.Table:
    """The rows of `extract` for a table of articles."""
    import json

    import pyarrow as pa

    lines = extract_batch(table.to_pylist(), config)
    records = [json.loads(line) for line in lines]
    return pa.table(
        {
            "path": pa.array([record["metadata"]["path"] for record in records], pa.string()),
            "record": pa.array(lines, pa.string()),
            "error": pa.array(
                [record.get("error", {}).get("type") for record in records], pa.string()
            ),
        }
    )
