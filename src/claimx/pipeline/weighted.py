"""What components with fitted weights share: they are made empty, and filled from a folder."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Self

from spacy.tokens import Doc

_FILE = "weights"


class WeightedComponent(ABC):
    """A spaCy component whose settings and weights lie in one file of its folder."""

    name: str

    @abstractmethod
    def __call__(self, doc: Doc) -> Doc:
        """Annotate ``doc``."""

    @abstractmethod
    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Settings and weights."""

    @abstractmethod
    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:
        """Set what `to_bytes` gave.

        Raises:
            OnnxError: If it is something else.
        """

    def pipe(self, stream: Iterable[Doc], batch_size: int = 0) -> Iterable[Doc]:
        """The component on one Doc after the other."""
        for doc in stream:
            yield self(doc)

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write settings and weights into the folder ``path``."""
        Path(path).mkdir(parents=True, exist_ok=True)
        (Path(path) / _FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> Self:
        """Read what `to_disk` wrote.

        Raises:
            OnnxError: If the file is damaged.
            FileNotFoundError: If there is none.
        """
        return self.from_bytes((Path(path) / _FILE).read_bytes())

    def initialize(self, get_examples: Callable[[], Any], **settings: Any) -> None:  # noqa: B027
        """Nothing: the weights are fitted by ``claimx_training`` and loaded."""
