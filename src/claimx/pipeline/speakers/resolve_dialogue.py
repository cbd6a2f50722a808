"""Speech without a source beside it: its speaker is named by an earlier turn of the dialogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from claimx.pipeline.annotations import Attribution
from claimx.pipeline.speakers.resolutions import Resolution

_SHARE = 0.9


def resolve_dialogue(
    attributions: Sequence[Attribution],
    resolutions: Sequence[Sequence[Resolution]],
    read: Callable[[int, tuple[int, int]], Iterable[Resolution]],
) -> Iterator[tuple[int, Resolution]]:
    """What the antecedent that the linker gave stands for, by attribution.

    It is the source of another attribution, or the phrase for who was asked, which ``read`` reads.
    """
    sources = {item.source[0].start: n for n, item in enumerate(attributions) if item.source}
    for number, item in enumerate(attributions):
        antecedent = item.evidence["antecedent"] if item.evidence is not None else None
        if item.source or item.evidence is None or antecedent is None:
            continue
        owner = sources.get(antecedent[0])
        limits = (antecedent[0], antecedent[1])
        meant = list(resolutions[owner] if owner is not None else read(number, limits))
        for found in meant:
            score = round(_SHARE * found.score, 2)
            yield number, Resolution(found.referent, item.evidence["rule"], score, limits)
