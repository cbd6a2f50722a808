"""What became of an input: one line of output, and what a run wants to know of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import blake2b, sha256
from typing import TYPE_CHECKING, Any

from claimx.article import Article, Failure, Provenance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimx.reading import RawArticle


@dataclass(frozen=True, slots=True)
class Outcome:
    """One article or failure as the line that stands for it. This is all that a worker sends back.

    Attributes:
        path: The input as the user named it.
        line: Its record in JSON, without the line end; None where an earlier run has it already.
        error: Name of what went wrong; None for an article.
        message: The sentence that says so.
        warnings: Of the article.
    """

    path: str
    line: str | None
    error: str | None = None
    message: str = ""
    warnings: tuple[str, ...] = ()

    def to_record(self) -> Article | Failure:
        """The record that the line holds.

        Raises:
            ValueError: If an earlier run has it.
        """
        if self.line is None:
            raise ValueError(f"the record of {self.path} is in the output of an earlier run")
        kind = Article if self.error is None else Failure
        return kind.model_validate_json(self.line)


def describe_outcome(record: Article | Failure) -> Outcome:
    """What is told of a record, with its line."""
    if isinstance(record, Failure):
        error = record.error
        return Outcome(record.metadata.path, record.to_json(), error.type, error.message)
    return Outcome(record.metadata.path or "-", record.to_json(), warnings=tuple(record.warnings))


def fingerprint_input(raw: RawArticle, provenance: Provenance) -> str:
    """Tells one input, and what is done with it, from every other.

    Identity, text, metadata, options and versions are in it: a record with the same fingerprint
    need not be made again.
    """
    digest = sha256(raw.text.encode("utf-8")).hexdigest()
    return _join(
        raw.id or digest[:16],
        digest,
        raw.metadata.model_dump(mode="json"),
        provenance.model_dump(mode="json"),
    )


def fingerprint_record(record: Mapping[str, Any]) -> str | None:
    """The fingerprint of the input that a record was made of; None for a failure."""
    try:
        return _join(record["id"], record["sha256"], record["metadata"], record["provenance"])
    except KeyError:
        return None


def _join(*parts: Any) -> str:
    return blake2b(json.dumps(parts, sort_keys=True).encode(), digest_size=16).hexdigest()
