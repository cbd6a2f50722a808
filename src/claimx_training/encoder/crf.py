"""A linear-chain conditional random field over tag sequences (Lafferty et al., 2001)."""

from __future__ import annotations

import torch
from torch import Tensor, nn

IMPOSSIBLE = -1e4


class LinearChain(nn.Module):
    """Transition scores between tags.

    Args:
        allowed: Shape ``(tags, tags)``, whether the second may follow the first.
        first: Shape ``(tags,)``, whether a tag may stand first.
    """

    allowed: Tensor
    first: Tensor

    def __init__(self, allowed: Tensor, first: Tensor) -> None:
        super().__init__()
        self.scores = nn.Parameter(torch.zeros(allowed.shape))
        self.register_buffer("allowed", allowed)
        self.register_buffer("first", first)

    def transitions(self) -> Tensor:
        """Scores, shape ``(tags, tags)``; what is not allowed scores `IMPOSSIBLE`."""
        return self.scores.masked_fill(~self.allowed, IMPOSSIBLE)

    def loss(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Negative log-likelihood of each sequence, shape ``(batch,)``.

        ``emissions`` is ``(batch, length, tags)``, ``tags`` and ``mask`` ``(batch, length)``; the
        mask is a prefix of each row.
        """
        transitions = self.transitions()
        emissions = emissions.float()
        start = torch.zeros_like(emissions[0, 0]).masked_fill(~self.first, IMPOSSIBLE)
        weights = mask.float()
        gold = (emissions.gather(2, tags[:, :, None])[:, :, 0] * weights).sum(1) + start[tags[:, 0]]
        gold = gold + (transitions[tags[:, :-1], tags[:, 1:]] * weights[:, 1:]).sum(1)
        total = emissions[:, 0] + start
        for place in range(1, emissions.shape[1]):
            step = torch.logsumexp(total[:, :, None] + transitions, dim=1) + emissions[:, place]
            total = torch.where(mask[:, place, None], step, total)
        return torch.logsumexp(total, dim=1) - gold


def make_bio_chain(labels: int) -> LinearChain:
    """A chain over ``O`` (0) and, for each label, ``B`` (1, 3, …) and ``I`` (2, 4, …)."""
    tags = 2 * labels + 1
    allowed = torch.ones(tags, tags, dtype=torch.bool)
    first = torch.ones(tags, dtype=torch.bool)
    for inside in range(2, tags, 2):
        allowed[:, inside] = False
        allowed[inside - 1, inside] = allowed[inside, inside] = True
        first[inside] = False
    return LinearChain(allowed, first)
