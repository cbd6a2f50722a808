"""What a text must be to be an article's."""

from __future__ import annotations

from claimx.reading.failures import EmptyTextError, TextTooLongError

MAXIMUM_LENGTH = 1_000_000


def check_text(text: str, path: str, limit: int = MAXIMUM_LENGTH) -> None:
    """Check that a text can be an article's.

    Args:
        text: The text.
        path: The input as the user named it.
        limit: The most code points.

    Raises:
        EmptyTextError: Where it is empty or white space.
        TextTooLongError: Where it has more than ``limit`` code points, with its size.
    """
    if not text.strip("\ufeff \t\r\n") or text.isspace():
        raise EmptyTextError(path, f"{path} is empty: give the text of an article")
    if len(text) > limit:
        way_out = "split it into its articles"
        if limit < MAXIMUM_LENGTH:
            way_out += ", or allow more by --max-chars"
        raise TextTooLongError(
            path,
            f"{path} has {len(text):,} characters, more than the limit of {limit:,}: {way_out}",
        )
