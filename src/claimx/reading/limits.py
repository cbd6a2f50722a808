"""What a text must be to be an article's."""

from __future__ import annotations

from claimx.reading.failures import EmptyTextError, TextTooLongError

MAXIMUM_LENGTH = 1_000_000


def check_text(text: str, path: str) -> None:
    """Check that a text can be an article's.

    Raises:
        EmptyTextError: Where it is empty or white space.
        TextTooLongError: Where it has more than 1,000,000 code points.
    """
    if not text.strip("\ufeff \t\r\n") or text.isspace():
        raise EmptyTextError(path, f"{path} is empty: give the text of an article")
    if len(text) > MAXIMUM_LENGTH:
        raise TextTooLongError(
            path,
            f"{path} has {len(text):,} characters, more than the limit of {MAXIMUM_LENGTH:,}: "
            "split it into its articles",
        )
