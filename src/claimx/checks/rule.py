"""What a rule of `claimx check` is: a page for the reader and a function over an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.article import Article
    from claimx.checks.occurrences import Occurrence


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a rule fired.

    Attributes:
        start: First code point of ``article.text``.
        end: The code point after the last.
        message: One sentence without a full stop.
        confidence: Of the claim that the finding rests on, 0 to 1; None where it rests on none.
    """

    start: int
    end: int
    message: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Precision:
    """How many findings of a rule were read, and how many of them were right.

    The readings themselves stand in ``tests/checks/precision``.
    """

    right: int
    read: int

    @property
    def share(self) -> float:
        """Right over read, 0 to 1."""
        return self.right / self.read

    def __str__(self) -> str:
        return f"{self.right} of {self.read} findings read by a language model were right"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the registry.

    Attributes:
        code: ``CX`` and three digits, of which the first is the family.
        name: In lower case, words joined by hyphens.
        summary: One line, as in `--list`.
        explanation: A paragraph: what fires, why it matters, what to do.
        wrong: A short text in which the rule fires.
        right: The same text as it should be.
        check: The hits in one article that has its text; None for rules over all articles.
        compare: The hits among the quotations of all articles of the call.
        precision: None where nothing was measured, or where the rule rests on nothing uncertain.
        preview: Whether the rule is off unless asked for because it is not precise enough.
        default: Whether the rule is on unless the call or the configuration selects.
        published: The day on which the examples are to have been published.
        unmeasured: Why there is no precision.
        command: Which command runs it: ``check``, ``verify`` or ``any``.
    """

    code: str
    name: str
    summary: str
    explanation: str
    wrong: str
    right: str
    check: Callable[[Article, str], Iterable[Hit]] | None = None
    compare: Callable[[Sequence[Occurrence]], Iterable[tuple[Occurrence, Hit]]] | None = None
    precision: Precision | None = None
    preview: bool = False
    default: bool = True
    published: str | None = "2025-03-14"
    unmeasured: str = ""
    command: str = "check"
