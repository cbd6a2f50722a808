"""Aligns two lists by their wording: what is the same, what became what, what came and went."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

from claimx.checks.wording import forms_of

# Of the words of both together, those that must be shared for one to be the other reworded.
LEAST_SIMILARITY = 0.5
# Pairs whose words alone cannot reach that are not looked at in order.
_LEAST_BAG = 0.5


def align_texts(old: Sequence[str], new: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Pairs of numbers in the order of the new list, what is gone behind what stood before it.

    Equal wordings are paired first, in order; then the most similar ones, each once.
    """
    forms_old, forms_new = [forms_of(text) for text in old], [forms_of(text) for text in new]
    pairs = dict(_equal_pairs(forms_old, forms_new))
    taken = set(pairs.values())
    for _, i, j in _similar(forms_old, forms_new, set(pairs), taken):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return _in_order(pairs, len(old), len(new))


def _equal_pairs(
    old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]
) -> list[tuple[int, int]]:
    waiting: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, forms in enumerate(new):
        waiting[tuple(forms)].append(j)
    pairs = []
    for i, forms in enumerate(old):
        if waiting[tuple(forms)]:
            pairs.append((i, waiting[tuple(forms)].pop(0)))
    return pairs


def _similar(
    old: Sequence[Sequence[str]],
    new: Sequence[Sequence[str]],
    done_old: set[int],
    done_new: set[int],
) -> list[tuple[float, int, int]]:
    """What is left, the most similar pairs first."""
    left = [(j, Counter(forms)) for j, forms in enumerate(new) if j not in done_new]
    ranked = []
    for i, forms in enumerate(old):
        if i in done_old:
            continue
        bag = Counter(forms)
        for j, other in left:
            shared = (bag & other).total()
            if 2 * shared < _LEAST_BAG * (len(forms) + len(new[j])):
                continue
            ratio = SequenceMatcher(None, forms, new[j], autojunk=False).ratio()
            if ratio >= LEAST_SIMILARITY:
                ranked.append((-ratio, i, j))
    return sorted(ranked)


def _in_order(pairs: dict[int, int], old: int, new: int) -> list[tuple[int | None, int | None]]:
    behind: dict[int, list[int]] = defaultdict(list)
    last = -1
    for i in range(old):
        if i in pairs:
            last = pairs[i]
        else:
            behind[last].append(i)
    ordered: list[tuple[int | None, int | None]] = [(i, None) for i in behind[-1]]
    back = {j: i for i, j in pairs.items()}
    for j in range(new):
        ordered.append((back.get(j), j))
        ordered += [(i, None) for i in behind[j]]
    return ordered
