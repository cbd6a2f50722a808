"""What components with fitted weights share: they are made empty, and filled from a folder."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import srsly
from spacy.tokens import Doc

from claimx.pipeline.onnx_model import OnnxError

_FILE = "weights"
# What reading a message of another make raises: no MessagePack, no mapping, a key or type amiss.
_DAMAGE = (ValueError, KeyError, IndexError, TypeError, AttributeError)


class WeightedComponent(ABC):
    """A spaCy component whose settings and weights lie in one file of its folder."""

    name: str

    @abstractmethod
    def __call__(self, doc: Doc) -> Doc:
        """Annotate ``doc``."""

    @abstractmethod
    def pack(self) -> dict[str, Any]:
        """Settings and weights, as MessagePack can hold them (numpy arrays too)."""

    @abstractmethod
    def unpack(self, message: dict[str, Any]) -> None:
        """Take on what `pack` gave, which may have been packed before there were weights.

        What is of the wrong make may raise what it will: `from_bytes` makes one error of it. A
        component sets nothing of itself before it has read everything.

        Raises:
            OnnxError: If the weights are whole but not of this component.
        """

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Settings and weights as MessagePack; nothing can be excluded."""
        data: bytes = srsly.msgpack_dumps(self.pack())
        return data

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:
        """Set what `to_bytes` gave.

        Raises:
            OnnxError: If it is something else.
        """
        with refuse_damage(repr(self.name)):
            self.unpack(srsly.msgpack_loads(data))
        return self

    def pipe(self, stream: Iterable[Doc], batch_size: int = 0) -> Iterable[Doc]:
        """The component on one Doc after the other."""
        for doc in stream:
            yield self(doc)

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write settings and weights into the folder ``path``, which is made if need be."""
        Path(path).mkdir(parents=True, exist_ok=True)
        (Path(path) / _FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> Self:
        """Read what `to_disk` wrote into the folder ``path``.

        Raises:
            OnnxError: If the file is damaged.
            FileNotFoundError: If there is none.
        """
        return self.from_bytes((Path(path) / _FILE).read_bytes())

    def initialize(self, get_examples: Callable[[], Any], **settings: Any) -> None:  # noqa: B027
        """Nothing: the weights are fitted by ``claimx_training`` and loaded."""


@contextmanager
def refuse_damage(owner: str) -> Iterator[None]:
    """Make one error of all that reading damaged weights raises.

    Args:
        owner: Whose weights are read, as the message names it.

    Raises:
        OnnxError: If what is done meanwhile fails for what it reads; an `OnnxError` of its own
            stays as it is.
    """
    try:
        yield
    except OnnxError:
        raise
    except _DAMAGE as error:
        raise OnnxError(
            f"the weights of {owner} are damaged ({error}): install the pipeline again"
        ) from error
