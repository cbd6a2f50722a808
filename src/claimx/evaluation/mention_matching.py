"""Which predicted mention stands for which of the gold's.

Predicted mentions leave out titles and what follows the head, so that their limits say little
about coreference. As in the partial matching of the shared tasks on CorefUD (Žabokrtský et al.,
2022, Findings of the Shared Task on Multilingual Coreference Resolution), a predicted mention
matches one of the gold's where it has the same limits, or lies inside and holds its head.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from claimx.evaluation.standards import GoldMention, Offsets


def match_mentions(
    predicted: Iterable[Offsets], gold: Iterable[GoldMention]
) -> dict[Offsets, Offsets]:
    """The limits of the gold's mention that each predicted one stands for, one to one.

    The same limits go first; of several gold mentions the shortest is taken.
    """
    spans = sorted(set(predicted))
    starts = [start for start, _ in spans]
    free = {(mention.start, mention.end): mention for mention in gold}
    matches = {span: span for span in spans if free.pop(span, None) is not None}
    candidates = []
    for mention in free.values():
        first = bisect_left(starts, mention.start)
        last = bisect_right(starts, mention.head[0])
        for start, end in spans[first:last]:
            if (start, end) not in matches and mention.head[1] <= end <= mention.end:
                unlike = mention.end - mention.start - (end - start)
                candidates.append((unlike, (start, end), (mention.start, mention.end)))
    taken: set[Offsets] = set()
    for _, span, target in sorted(candidates):
        if span not in matches and target not in taken:
            matches[span] = target
            taken.add(target)
    return matches
