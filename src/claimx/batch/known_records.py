"""The records that a database of an earlier run holds."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from claimx.batch.outcomes import fingerprint_record


class KnownRecords:
    """Looks records up in a database that `claimx extract` wrote, which is itself the state of the
    run: each article is in it whole or not at all.

    Args:
        path: The database; there may be none yet.
    """

    def __init__(self, path: Path) -> None:
        self._connection: sqlite3.Connection | None = None
        if path.is_file():
            address = f"{path.resolve().as_uri()}?mode=ro"
            self._connection = sqlite3.connect(address, uri=True, isolation_level=None)

    def know(self, path: str) -> str | None:
        """The fingerprint of the record of the input ``path``; None where there is none."""
        if self._connection is None:
            return None
        query = "SELECT record FROM articles WHERE path = ?"
        try:
            row = self._connection.execute(query, [path]).fetchone()
            return None if row is None else fingerprint_record(json.loads(row[0]))
        except (sqlite3.Error, ValueError, TypeError):
            # What cannot be looked up is made again.
            return None

    def close(self) -> None:
        """Look nothing up any more."""
        if self._connection is not None:
            self._connection.close()
