"""A cascade of rules over word classes: each stage puts one item in the place of several.

A pattern is a row of terms: ``MONTH`` is any item of that class, ``of`` that very word or mark,
``(a|b)`` one of several, ``?`` makes the term before it optional, ``day=DAY`` hands the value to
the builder under that name. What stands outside ``<`` and ``>`` must be there but takes no part.
Patterns have no unbounded repetition, so a stage takes time linear in the number of items.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from claimx.pipeline.dates.classes import check_classes
from claimx.pipeline.dates.lexer import TABLE, Item, cut_text, make_words

# What a builder returns: the classes and values of the new item, or None where it declines.
Builder = Callable[..., "dict[str, Any] | None"]

_TERM = re.compile(
    r"\s*(?:(?P<open>\()|(?P<close>\))|(?P<bar>\|)|(?P<optional>\?)|(?P<span>[<>])"
    r"|(?:(?P<name>[a-z_0-9]+)=)?(?P<term>[A-Z][A-Z_0-9]*|[a-z]+|\\?[^\sA-Za-z]))"
)


@dataclass(slots=True)
class Rule:
    """A pattern and what is built of its values."""

    pattern: str
    build: Builder
    # Terms of the pattern: their text in an expression, their capture's name and their class.
    _terms: list[tuple[str, str, str]] = field(default_factory=list)
    _names: dict[str, str] = field(default_factory=dict)
    _expression: re.Pattern[str] | None = None
    # How many sets of classes were known when it was made, and how many of them concern the rule.
    _size: int = -1
    _count: int = -1
    # What every match holds.
    required: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        position = 0
        while position < len(self.pattern.rstrip()):
            match = _TERM.match(self.pattern, position)
            if match is None:
                raise ValueError(f"no pattern: {self.pattern!r} at {position}")
            position = match.end()
            symbol = next((match[g] for g in ("open", "close", "bar", "optional") if match[g]), "")
            if match["span"]:
                symbol = "(?P<_span>" if match["span"] == "<" else ")"
            name, term = match["name"] or "", (match["term"] or "").removeprefix("\\")
            if name:
                self._names[name] = term
            self._terms.append(
                (symbol.replace("(", "(?:", 1) if symbol == "(" else symbol, name, term)
            )

        self.required = self._find_required()

    def _find_required(self) -> frozenset[str]:
        """The terms that stand in every match: in no alternative, and not optional."""
        found, depth = set(), 0
        for place, (symbol, _, term) in enumerate(self._terms):
            if term:
                following = self._terms[place + 1 : place + 2]
                if not depth and following[:1] != [("?", "", "")]:
                    found.add(term)
            elif symbol == "(?:":
                depth += 1
            elif symbol == ")" and depth:
                depth -= 1
        return frozenset(found)

    @property
    def terms(self) -> set[str]:
        """The classes, words and marks that the pattern names."""
        return {term for _, _, term in self._terms if term}

    @property
    def literals(self) -> set[str]:
        """The words and marks that the pattern names."""
        return {term for term in self.terms if not term[0].isupper()}

    @property
    def finditer(self) -> Callable[[str], Iterator[re.Match[str]]]:
        """What finds the rule's matches in a row of codes; made anew where a set of classes is new.

        Compiled as late as it is asked for: most rules meet nothing of theirs in most texts.
        """
        if self._size != TABLE.size:
            count = TABLE.count(self.terms)
            if self._expression is None or self._count != count:
                self._expression, self._count = re.compile(self._source()), count
            self._size = TABLE.size
        assert self._expression is not None
        return self._expression.finditer

    def _source(self) -> str:
        parts = []
        for symbol, name, term in self._terms:
            if not term:
                parts.append(symbol)
                continue
            codes = TABLE.codes_of(term)
            one = f"[{codes}]" if codes else "(?!)"
            parts.append(f"(?P<{name}>{one})" if name else one)
        return "".join(parts)

    def apply(self, items: Sequence[Item], match: re.Match[str]) -> dict[str, Any] | None:
        """What the rule makes of a match in the string of the codes of ``items``."""
        values = {
            name: items[match.start(name)].reading.values[term]
            for name, term in self._names.items()
            if match.start(name) >= 0
        }
        return self.build(**values)


class Stage:
    """Rules that look at the same row of items; of those that overlap the longest wins.

    What a rule wants to see behind its span counts to its length: "30 minutes" with "later this
    week" behind it goes before "30 minutes later". Among equally long ones the one listed first
    wins.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = list(rules)

    def run(self, items: list[Item]) -> list[Item]:
        """The row with the items that rules matched replaced by what they made of them."""
        codes = "".join(item.reading.code for item in items)
        if not codes.strip():
            return items
        present = TABLE.classes_in(codes)
        found: list[tuple[int, int, int, int, dict[str, Any]]] = []
        for number, rule in enumerate(self.rules):
            if not rule.required <= present:
                continue
            for match in rule.finditer(codes):
                values = rule.apply(items, match)
                if values is not None:
                    start, end = match.span("_span" if "_span" in match.re.groupindex else 0)
                    found.append((start, start - match.end(), number, end - start, values))
        if not found:
            return items
        found.sort(key=lambda row: row[:3])
        return _replace(items, ((start, length, values) for start, _, _, length, values in found))


# Sentences that hold word classes in their usual combinations.
WARM_UP = (
    "On Friday, March 14, 2025, at 10:30 a.m. EST (GMT +8), 3/14/25, 2025-03-14, 20250314, 9/11.",
    "From May to July 2019, between 3 and 5 March, in the late 1990s, the '90s, mid-2011, Q3 2024.",
    "Earlier this month, two weeks ago, last Friday night, the next day, the third quarter.",
    "Every Tuesday, twice a year, weekly, 1,500 a day, 2.5 years, two and a half years, 12-month.",
    "The 14th, the twenty-first century, the end of the year, the last Friday of May, next winter.",
    "This weekend, Christmas Day, 1800 hours, 0 99 31 12 100 2400 99999, now, in the past.",
    "Today, Friday's, eleven or fifteen, on 3/4 or 5/6, several weeks, at noon, 10.30 p.m., 0930.",
    "The day after; over the past year; the last two years; the past three days; next March.",
    "Christmas; the winter; in the morning; for the day; the first two weeks; the early '90s.",
    "The early hours of Friday, the 45th, for years, the 1800s, 1015 GMT, every week.",
    "At 9:30; summer.",
)


class Cascade:
    """Stages, each run on what the one before it made.

    Raises:
        ValueError: If a pattern names a class that `classes.CLASSES` does not hold.
    """

    def __init__(self, stages: Sequence[Stage]) -> None:
        self.stages = stages
        for rule in (rule for stage in stages for rule in stage.rules):
            check_classes(rule.terms, f"the rule {rule.pattern!r}")
        self.words = make_words(
            literal for stage in stages for rule in stage.rules for literal in rule.literals
        )

    def warm_up(self) -> None:
        """Meet the usual word classes now, so that expressions are not compiled again later."""
        # Together, so that each stage meets what the one before makes of all of them at once.
        text, size = "\n\n".join(WARM_UP), -1
        while size != TABLE.size:
            size = TABLE.size
            self.run(cut_text(text, self.words))

    def run(self, items: list[Item]) -> list[Item]:
        """The items as the last stage leaves them."""
        for stage in self.stages:
            items = stage.run(items)
        return items


def _replace(items: list[Item], found: Iterable[tuple[int, int, dict[str, Any]]]) -> list[Item]:
    row: list[Item] = []
    position = 0
    for start, length, values in found:
        if start < position or not length:
            continue
        row += items[position:start]
        end = start + length
        row.append(Item(items[start].start, items[end - 1].end, TABLE.read(values)))
        position = end
    return row + items[position:]
