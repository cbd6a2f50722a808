"""Which rules of a stage can match the same row of items: found on automata of their patterns.

Patterns have no unbounded repetition, so that each is a finite automaton over sets of classes.
Two rules overlap where both accept a row of the same items; what stands outside ``<`` and ``>``
counts as part of the row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from claimx.pipeline.dates.grammar import Cascade, Rule
from claimx.pipeline.dates.lexer import cut_text

Symbols = frozenset[frozenset[str]]


@dataclass
class Automaton:
    """States are numbers; 0 is the first and 1 the last."""

    steps: dict[int, list[tuple[str, int]]] = field(default_factory=dict)
    skips: dict[int, set[int]] = field(default_factory=dict)
    size: int = 2

    def new_state(self) -> int:
        self.size += 1
        return self.size - 1

    def skip(self, start: int, end: int) -> None:
        self.skips.setdefault(start, set()).add(end)

    def closure(self, states: frozenset[int]) -> frozenset[int]:
        """The states that are reached without an item."""
        found, waiting = set(states), list(states)
        while waiting:
            for state in self.skips.get(waiting.pop(), ()):
                if state not in found:
                    found.add(state)
                    waiting.append(state)
        return frozenset(found)


def read_rule(rule: Rule) -> Automaton:
    """The automaton of a pattern."""
    terms = [(symbol, term) for symbol, _, term in rule._terms if "_span" not in symbol]
    # The mark that closes the span looks like that of a group; the pattern tells them apart.
    if ">" in rule.pattern.replace("\\>", ""):
        terms = _without_end_of_span(rule)
    automaton = Automaton()
    end = _read_choice(automaton, terms, 0, 0)[0]
    automaton.skip(end, 1)
    return automaton


def _without_end_of_span(rule: Rule) -> list[tuple[str, str]]:
    kept, depth, opened = [], 0, -1
    for symbol, _, term in rule._terms:
        if "_span" in symbol:
            opened = depth
            continue
        if symbol == ")" and depth == opened and not term:
            opened = -1
            continue
        depth += {"(?:": 1, ")": -1}.get(symbol, 0) if not term else 0
        kept.append((symbol, term))
    return kept


def _read_choice(
    automaton: Automaton, terms: list[tuple[str, str]], at: int, start: int
) -> tuple[int, int]:
    """Alternatives up to a closing mark: the state after them, and the place of the mark."""
    end, state = automaton.new_state(), start
    while at < len(terms) and (terms[at][1] or terms[at][0] != ")"):
        symbol, term = terms[at]
        if not term and symbol == "|":
            automaton.skip(state, end)
            state, at = start, at + 1
            continue
        if term:
            following = automaton.new_state()
            automaton.steps.setdefault(state, []).append((term, following))
            at += 1
        else:
            inner = automaton.new_state()
            automaton.skip(state, inner)
            following, at = _read_choice(automaton, terms, at + 1, inner)
            at += 1
        if at < len(terms) and terms[at] == ("?", ""):
            automaton.skip(state, following)
            at += 1
        state = following
    automaton.skip(state, end)
    return end, at


def list_overlaps(cascade: Cascade, texts: list[str]) -> Iterator[tuple[int, Rule, Rule, str]]:
    """Pairs of rules of a stage with different builders, the first wins, and a row of both.

    Args:
        texts: Their items, and all known words, are what a row can be made of.
    """
    items = [cut_text(text, cascade.words) for text in texts]
    known = {frozenset(reading.values) for reading in cascade.words.values()}
    for number, stage in enumerate(cascade.stages, start=1):
        known |= {frozenset(item.reading.values) for row in items for item in row}
        holders = _hold(frozenset(known))
        automata = [read_rule(rule) for rule in stage.rules]
        for first, rule in enumerate(stage.rules):
            for second in range(first + 1, len(stage.rules)):
                other = stage.rules[second]
                if rule.build is other.build:
                    continue
                row = _find_common(automata[first], automata[second], holders)
                if row is not None:
                    yield number, rule, other, " ".join(row)
        items = [stage.run(row) for row in items]


def _hold(known: Symbols) -> Mapping[str, Symbols]:
    holders: dict[str, set[frozenset[str]]] = {}
    for classes in known:
        for name in classes:
            holders.setdefault(name, set()).add(classes)
    return {name: frozenset(sets) for name, sets in holders.items()}


def _find_common(
    first: Automaton, second: Automaton, holders: Mapping[str, Symbols]
) -> list[str] | None:
    """The terms of a shortest row that both accept, or None."""
    start = (first.closure(frozenset({0})), second.closure(frozenset({0})))
    waiting: list[tuple[frozenset[int], frozenset[int], list[str]]] = [(*start, [])]
    seen = {start}
    while waiting:
        here, there, row = waiting.pop(0)
        if row and 1 in here and 1 in there:
            return row
        for (a, b), names in _steps(first, second, here, there, holders):
            if (a, b) not in seen:
                seen.add((a, b))
                waiting.append((a, b, [*row, names]))
    return None


def _steps(
    first: Automaton,
    second: Automaton,
    here: frozenset[int],
    there: frozenset[int],
    holders: Mapping[str, Symbols],
) -> Iterator[tuple[tuple[frozenset[int], frozenset[int]], str]]:
    none: Symbols = frozenset()
    for name, after in (step for state in sorted(here) for step in first.steps.get(state, ())):
        for other, after_other in (
            step for state in sorted(there) for step in second.steps.get(state, ())
        ):
            if name == other or holders.get(name, none) & holders.get(other, none):
                states = first.closure(frozenset({after})), second.closure(frozenset({after_other}))
                yield states, name if name == other else f"{name}&{other}"
