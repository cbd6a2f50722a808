"""Articles -> findings: rules, ignores, confidence and baseline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimx.checks.baseline import Baseline
from claimx.checks.comments import (
    Comment,
    read_comments,
    read_page_comments,
    silence,
    unused_selectors,
)
from claimx.checks.findings import Finding
from claimx.checks.occurrences import Occurrence, occurrences_in
from claimx.checks.places import Locator, Place, Unit
from claimx.checks.registry import BY_CODE, UNUSED_IGNORE
from claimx.checks.rule import Hit, Rule
from claimx.checks.selection import FileIgnores

if TYPE_CHECKING:
    from claimx.article import Article

_LONGEST_EXCERPT = 300


@dataclass(frozen=True)
class CheckOptions:
    """What is checked, and what of it counts.

    Attributes:
        codes: The rules that are on.
        fail_on: Those of them that count for the exit code.
        min_confidence: Findings that rest on a claim of less confidence are left out.
        file_ignores: Rules that are off by path.
        baseline: Known findings, which are left out.
    """

    codes: frozenset[str]
    fail_on: frozenset[str]
    min_confidence: float = 0.0
    file_ignores: FileIgnores = field(default_factory=lambda: FileIgnores({}))
    baseline: Baseline | None = None


@dataclass(frozen=True)
class CheckedArticle:
    """An article as `check_articles` takes it.

    Attributes:
        article: The record.
        text: The base of its offsets; None where it is not at hand.
        unit: What lines and columns count in.
        path: Where findings are reported; None is that of the metadata.
        page: The source of the web page that the text was read from, for its comments.
    """

    article: Article
    text: str | None
    unit: Unit = "file"
    path: str | None = None
    page: str | None = None


@dataclass
class _State:
    """What is kept of an article until all have been seen."""

    locator: Locator
    comments: list[Comment]
    codes: frozenset[str]
    findings: list[Finding]
    text: str | None


class Checker:
    """Runs rules over articles, one at a time, keeping only findings and quotations."""

    def __init__(self, options: CheckOptions) -> None:
        self._options = options
        self._states: list[_State] = []
        self._occurrences: list[Occurrence] = []
        self._compares = any(BY_CODE[code].compare for code in options.codes)
        self.without_text = 0

    def add(self, checked: CheckedArticle, extra: Iterable[tuple[str, Hit]] = ()) -> None:
        """Check one article; rules over all articles remember its quotations.

        Args:
            checked: The article.
            extra: Hits that were found elsewhere, with their codes.
        """
        article, text = checked.article, checked.text
        path = checked.path or article.metadata.path or "-"
        locator = Locator(path, text, checked.unit)
        codes = self._options.codes - self._options.file_ignores.codes_for(path)
        comments = read_comments(text, locator) if text is not None else []
        if text is not None and checked.page is not None:
            comments += read_page_comments(checked.page, text, locator)
        state = _State(locator, comments, codes, [], text)
        self._states.append(state)
        if text is None:
            self.without_text += 1
        for code in sorted(codes):
            check = BY_CODE[code].check
            if check is not None and text is not None:
                for hit in check(article, text):
                    self._keep(state, BY_CODE[code], hit, text[hit.start : hit.end])
        for code, hit in extra:
            if code in codes and text is not None:
                self._keep(state, BY_CODE[code], hit, text[hit.start : hit.end])
        if self._compares:
            self._occurrences += occurrences_in(article, len(self._states) - 1)

    def finish(self) -> list[Finding]:
        """All findings, in the order of inputs, then of places, then of codes."""
        for code in sorted(self._options.codes):
            compare = BY_CODE[code].compare
            if compare is None:
                continue
            for occurrence, hit in compare(self._occurrences):
                state = self._states[occurrence.article]
                if code in state.codes:
                    self._keep(state, BY_CODE[code], hit, occurrence.text)
        findings: list[Finding] = []
        for state in self._states:
            self._report_unused(state)
            findings += sorted(state.findings, key=lambda item: (item.place.start, item.code))
        baseline = self._options.baseline
        return [item for item in findings if baseline is None or not baseline.take(item)]

    def _keep(self, state: _State, rule: Rule, hit: Hit, words: str) -> None:
        if hit.confidence is not None and hit.confidence < self._options.min_confidence:
            return
        line = state.locator.line_of(hit.start)
        if silence(state.comments, rule.code, line):
            return
        place = state.locator.place(hit.start, hit.end)
        state.findings.append(self._make(rule, hit, place, words))

    def _make(self, rule: Rule, hit: Hit, place: Place, words: str) -> Finding:
        return Finding(
            code=rule.code,
            name=rule.name,
            message=hit.message,
            place=place,
            excerpt=shorten(words),
            confidence=hit.confidence,
            fails=rule.code in self._options.fail_on,
        )

    def _report_unused(self, state: _State) -> None:
        if UNUSED_IGNORE not in state.codes or state.text is None:
            return
        for comment in state.comments:
            unused = unused_selectors(comment, self._options.codes)
            message = comment.fault
            if message is None and unused:
                message = f"this comment ignores {', '.join(unused)}, which did not fire here"
            if message is not None:
                place = state.locator.place(comment.start, comment.end)
                words = state.text[comment.start : comment.end]
                hit = Hit(comment.start, comment.end, message)
                state.findings.append(self._make(BY_CODE[UNUSED_IGNORE], hit, place, words))


def shorten(words: str) -> str:
    """Words on one line, cut where they are many."""
    plain = " ".join(words.split())
    if len(plain) <= _LONGEST_EXCERPT:
        return plain
    return plain[: _LONGEST_EXCERPT - 1].rstrip() + "…"


def check_articles(articles: Iterable[CheckedArticle], options: CheckOptions) -> list[Finding]:
    """Check articles that are all at hand."""
    checker = Checker(options)
    for article in articles:
        checker.add(article)
    return checker.finish()
