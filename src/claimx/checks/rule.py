"""What a rule of `claimx check` is: a page for the reader and a function over an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.article import Article
    from claimx.checks.occurrences import Occurrence

# Of `Precision.on`. Who wrote the articles of the second knew the rules.
ON_NEWS = "on 171 articles of Wikinews and 60 of PolNeAR, read by a language model"
ON_WRITTEN = (
    "against the faults tagged in 56 short articles that the author of the rules wrote, and read "
    "by a language model on 171 articles of Wikinews"
)
ON_DRAFTS = (
    "on 15 drafts written for this measurement; the rules were corrected after 12 of them had been "
    "read"
)
ON_SEEDED = "in paragraphs of Wikinews with and without a fault that a program put in"


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
    """How many findings of a rule were judged, and how many of them were right.

    Attributes:
        right: Those that a desk editor would have to act on.
        read: All that were judged.
        on: On what articles, and how they were judged.
    """

    right: int
    read: int
    on: str

    @property
    def share(self) -> float:
        """Right over read, 0 to 1."""
        return self.right / self.read

    def __str__(self) -> str:
        return f"{self.right} of {self.read} findings were right, {self.on}"


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
        is_fault: Whether its findings count for the exit code unless the call says otherwise.
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
    is_fault: bool = True
