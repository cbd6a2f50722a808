"""Why an input cannot be read: one sentence each, which names the input and the way out."""

from __future__ import annotations

from claimx.article import Failure, FailureMetadata, FailureReason


class InputError(Exception):
    """An input that cannot be read; ``path`` is the input as the user named it."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(message)
        self.path = path

    def to_failure(self) -> Failure:
        """The line of the output that stands for the input."""
        return Failure(
            metadata=FailureMetadata(path=self.path),
            error=FailureReason(type=type(self).__name__, message=str(self)),
        )


class MissingPathError(InputError):
    """Nothing is at the path."""


class EmptyFolderError(InputError):
    """A folder without articles."""


class EmptyTextError(InputError):
    """No text, or nothing but white space."""


class BinaryFileError(InputError):
    """Bytes that are no text."""


class UnreadableFileError(InputError):
    """The system does not let the file be read, or it is no file."""


class UndecodableFileError(InputError):
    """Text in an encoding that could not be found out."""


class TextTooLongError(InputError):
    """More text than one article may have."""


class BadRecordError(InputError):
    """A line of a JSON Lines file that holds no article."""


class CompressionError(InputError):
    """A packed file that is damaged, out of all proportion, or packed in an unknown way."""


class UnsupportedFormatError(InputError):
    """A format that claimx knows but does not read."""


class MissingExtraError(InputError):
    """A format whose library is not installed."""
