"""Which quotations are nearly the same, and in what words they differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_GRAM = 3
# A run of words that stands in more quotations than this tells nothing of any pair of them.
_MOST_HOLDERS = 50
# Of the shorter quotation's words, those that must stand in the other in the same order, and of
# its runs, those that must be shared before the words are looked at.
_LEAST_SHARE = 0.75
_LEAST_GRAMS = 0.3
_MOST_CHANGED = 0.4


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one wording in the place of words of another; either may be empty."""

    before: tuple[str, ...]
    behind: tuple[str, ...]


def similar_pairs(wordings: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers of wordings that share runs of words, the later one second.

    For each wording the nearest earlier ones come first. The time grows with the number of words,
    and with the runs that are shared.
    """
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, words in enumerate(wordings):
        grams = {tuple(words[i : i + _GRAM]) for i in range(len(words) - _GRAM + 1)}
        shared: Counter[int] = Counter()
        for gram in grams:
            held = holders[gram]
            if len(held) <= _MOST_HOLDERS:
                shared.update(held)
                held.append(number)
        for other, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
            fewest = min(len(words), len(wordings[other])) - _GRAM + 1
            if count >= _LEAST_GRAMS * fewest:
                yield other, number


def align(
    before: Sequence[str],
    behind: Sequence[str],
    *,
    least: float = _LEAST_SHARE,
    most: float = _MOST_CHANGED,
) -> list[Change] | None:
    """What changed inside, or None where the two are not versions of one wording.

    What one has more at its edges is not a change: quotations are cut at will.

    Args:
        before: Words of the first.
        behind: Words of the second.
        least: Of the words of the shorter one, those that the other must have in order.
        most: Words that changed inside, as a share of the words of the shorter one.
    """
    matcher = SequenceMatcher(None, before, behind, autojunk=False)
    codes = matcher.get_opcodes()
    equal = sum(end - start for tag, start, end, _, _ in codes if tag == "equal")
    if equal < least * min(len(before), len(behind)):
        return None
    inner = _without_edges(codes)
    changed = sum(max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in inner if tag != "equal")
    if changed > most * min(len(before), len(behind)):
        return None
    return [
        Change(tuple(before[i1:i2]), tuple(behind[j1:j2]))
        for tag, i1, i2, j1, j2 in inner
        if tag != "equal"
    ]


def _without_edges(
    codes: Sequence[tuple[str, int, int, int, int]],
) -> Sequence[tuple[str, int, int, int, int]]:
    """The codes without what only one has more at the beginning or at the end."""
    first = 1 if codes and codes[0][0] in ("insert", "delete") else 0
    last = len(codes) - (1 if codes and codes[-1][0] in ("insert", "delete") else 0)
    return codes[first:last]


def describe_changes(changes: Sequence[Change], most: int = 3) -> str:
    """``“end” became “start”``, for each change; of many, the first ones."""
    told = [_describe(change) for change in changes[:most]]
    if len(changes) > most:
        told.append(f"and {len(changes) - most} more")
    return ", ".join(told)


def _describe(change: Change) -> str:
    before, behind = " ".join(change.before), " ".join(change.behind)
    if not change.before:
        return f"“{behind}” was put in"
    if not change.behind:
        return f"“{before}” was left out"
    return f"“{before}” became “{behind}”"
