"""The recipe of ``examples/many-machines.md`` on Spark with two local workers.

Prints the rows as JSON Lines.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import Any

from pyspark.sql import SparkSession
from tests.distributed.articles import make_articles

os.environ["PYSPARK_PYTHON"] = sys.executable


def to_records(frames: Iterator[Any]) -> Iterator[Any]:
    """Data frames of articles to data frames of records."""
    from claimx.batch import extract_batch

    for frame in frames:
        yield frame[["path"]].assign(record=extract_batch(frame.to_dict("records")))


def main() -> None:
    """Run the job."""
    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "4")
        .getOrCreate()
    )
    articles = spark.createDataFrame(make_articles()).repartition(2)
    for row in articles.mapInPandas(to_records, "path string, record string").collect():
        print(json.dumps({"path": row.path, "record": row.record}))
    spark.stop()


if __name__ == "__main__":
    main()
