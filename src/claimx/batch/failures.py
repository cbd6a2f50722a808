"""An exception as the record of the input that it belongs to."""

from __future__ import annotations

from claimx.article import Failure, FailureMetadata, FailureReason

_LONGEST_REASON = 300


def describe_failure(path: str, error: Exception) -> Failure:
    """The record that stands in the output for the input ``path``.

    Args:
        path: The input as the user gave it.
        error: What was raised; its message is brought onto one line.

    The sentence names the input, as those of the reading room do.
    """
    reason = " ".join(str(error).split()).rstrip(".")
    if len(reason) > _LONGEST_REASON:
        reason = reason[:_LONGEST_REASON].rstrip() + "…"
    kind = type(error).__name__
    cause = f"{kind}: {reason}" if reason else kind
    message = f"{path} could not be analysed ({cause})"
    return Failure(
        metadata=FailureMetadata(path=path), error=FailureReason(type=kind, message=message)
    )
