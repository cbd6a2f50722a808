"""A Ray cluster of two workers on this machine, one of which is killed in the middle.

Prints the rows as JSON Lines.
"""

from __future__ import annotations

import json
import os
import signal
from contextlib import suppress
from pathlib import Path

# Ray's workers are nice to others, and never have their turn where others are busy.
os.environ["RAY_worker_niceness"] = "0"  # noqa: SIM112

import ray
import ray.data
from tests.distributed.articles import make_articles

from claimx.distributed.ray import extract


def find_workers() -> list[int]:
    """The processes of the actors."""
    found = []
    for folder in Path("/proc").iterdir():
        with suppress(OSError):
            if folder.name.isdigit() and b"MapWorker" in (folder / "cmdline").read_bytes():
                found.append(int(folder.name))
    return found


def main() -> None:
    """Run the job."""
    ray.init(num_cpus=2, include_dashboard=False, object_store_memory=200 * 2**20)
    records = extract(ray.data.from_items(make_articles()), workers=2, batch_size=2)
    is_killed = False
    for row in records.iter_rows():
        print(json.dumps(row), flush=True)
        if not is_killed:
            os.kill(find_workers()[0], signal.SIGKILL)
            is_killed = True


if __name__ == "__main__":
    main()
