"""The candidates of a mention, as they are shown to whoever asks why one was chosen."""

from __future__ import annotations

from typing import Any, NamedTuple

Places = frozenset[tuple[int, int]]


class Considered(NamedTuple):
    """A candidate of a mention.

    Attributes:
        name: The name, or the words by which the article brought it in; None stands for someone
            not mentioned before.
        probability: What the scorer gives it among the candidates, 0 to 1.
        mentions: All places where the article mentions it, as half-open code points of its text:
            for two or more people together, those of each in turn.
    """

    name: str | None
    probability: float
    mentions: tuple[Places, ...] = ()

    def to_data(self) -> dict[str, Any]:
        """Name and probability, as JSON shows them."""
        return {"name": self.name, "probability": self.probability}


class Ranking(NamedTuple):
    """A mention with its candidates.

    Attributes:
        start: First code point of the mention in the article's text.
        end: The code point behind its last.
        candidates: The most probable first.
        is_weighed: Whether the scorer decides; it does not where the words of a description fit one
            candidate alone.
    """

    start: int
    end: int
    candidates: tuple[Considered, ...]
    is_weighed: bool
