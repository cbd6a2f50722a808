"""The encoder and the heads that it is fitted with, in torch."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from claimx.pipeline.attribution_roles.distances import BUCKETS
from claimx.pipeline.encoder.quote_states import QuoteState
from claimx.pipeline.encoder.word_pieces import LetterCase
from claimx_training.encoder.crf import make_bio_chain


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of the encoder; those of MiniLM-L6."""

    vocabulary: int = 30522
    positions: int = 512
    width: int = 384
    heads: int = 12
    inner: int = 1536
    layers: int = 6
    dropout: float = 0.1
    epsilon: float = 1e-12


class Layer(nn.Module):
    """A transformer layer with the norms after the sums (Vaswani et al., 2017; BERT)."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.output = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=epsilon)
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x`` is ``(batch, length, width)``, ``bias`` broadcasts to attention scores."""
        batch, length, width = x.shape
        shape = (batch, length, self.heads, width // self.heads)
        query = self.query(x).view(shape).transpose(1, 2)
        key = self.key(x).view(shape).transpose(1, 2)
        value = self.value(x).view(shape).transpose(1, 2)
        # Written out: backwards in bfloat16, torch's fused kernel takes a CPU four times as long.
        scores = query @ key.transpose(2, 3) / math.sqrt(shape[-1]) + bias.to(query.dtype)
        mixed = (scores.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, width)
        x = self.attention_norm(x + self.output(mixed))
        return self.norm(x + self.dropout(self.outer(F.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """BERT with two embeddings more: the letter case and the quote state of a piece's token."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.words = nn.Embedding(sizes.vocabulary, sizes.width)
        self.positions = nn.Embedding(sizes.positions, sizes.width)
        self.cases = nn.Embedding(len(LetterCase), sizes.width)
        self.quotes = nn.Embedding(len(QuoteState), sizes.width)
        self.norm = nn.LayerNorm(sizes.width, eps=sizes.epsilon)
        self.dropout = nn.Dropout(sizes.dropout)
        self.layers = nn.ModuleList(
            Layer(sizes.width, sizes.heads, sizes.inner, sizes.dropout, sizes.epsilon)
            for _ in range(sizes.layers)
        )

    def forward(self, ids: Tensor, cases: Tensor, quotes: Tensor, mask: Tensor) -> Tensor:
        """Vectors of pieces, ``(batch, length, width)``; all arguments are ``(batch, length)``."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(places) + self.cases(cases) + self.quotes(quotes)
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Biaffine(nn.Module):
    """Scores of all pairs of a dependent and a head (Dozat & Manning, 2017)."""

    def __init__(self, width: int, hidden: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, hidden + 1, hidden + 1) * 0.01)
        self.dependent = nn.Linear(width, hidden)
        self.head = nn.Linear(width, hidden)
        self.dropout = nn.Dropout(0.25)

    def project(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """The two views of ``x``, each with a constant 1 at its end."""
        views = []
        for layer in (self.dependent, self.head):
            view = self.dropout(F.leaky_relu(layer(x), 0.1))
            views.append(F.pad(view, (0, 1), value=1.0))
        return views[0], views[1]


class Syntax(nn.Module):
    """Tags, morphology, dependencies and sentence starts."""

    def __init__(self, width: int, tags: int, morphs: int, labels: int) -> None:
        super().__init__()
        self.tags = nn.Linear(width, tags)
        self.morphs = nn.Linear(width, morphs)
        self.starts = nn.Linear(width, 2)
        self.arcs = Biaffine(width, 256, 1)
        self.labels = Biaffine(width, 64, labels)
        self.dropout = nn.Dropout(0.1)

    def arc_scores(self, x: Tensor) -> Tensor:
        """Scores ``(batch, dependents, heads)`` from token vectors ``(batch, length, width)``."""
        dependent, head = self.arcs.project(x)
        scores = dependent @ self.arcs.weight[0] @ head.transpose(1, 2)
        return scores / math.sqrt(dependent.shape[-1])

    def label_scores(self, x: Tensor, rows: Tensor, places: Tensor, heads: Tensor) -> Tensor:
        """Scores ``(arcs, labels)`` of given arcs."""
        dependent, head = self.labels.project(x)
        return torch.einsum(
            "ni,lij,nj->nl", dependent[rows, places], self.labels.weight, head[rows, heads]
        )


LABELS = ("SOURCE", "CONTENT")


class RoleLabeller(nn.Module):
    """Tags the source and the content of one cue in the tokens around it.

    Every token sees its distance to the cue and the cue's vector; two transformer layers of small
    width mix them, and a chain over the tags O, B and I of source and content decides.
    """

    def __init__(self, width: int, hidden: int = 128, heads: int = 4, layers: int = 2) -> None:
        super().__init__()
        self.token = nn.Linear(width, hidden)
        self.cue = nn.Linear(width, hidden)
        self.distances = nn.Embedding(BUCKETS, hidden)
        self.norm = nn.LayerNorm(hidden)
        self.layers = nn.ModuleList(
            Layer(hidden, heads, 2 * hidden, 0.1, 1e-5) for _ in range(layers)
        )
        self.output = nn.Linear(hidden, 2 * len(LABELS) + 1)
        self.dropout = nn.Dropout(0.1)

    def forward(self, tokens: Tensor, cues: Tensor, distances: Tensor, mask: Tensor) -> Tensor:
        """Scores ``(cues, length, tags)``.

        ``tokens`` is ``(cues, length, width)``, ``cues`` ``(cues, width)``, ``distances`` buckets
        and ``mask``, both ``(cues, length)``.
        """
        x = self.token(tokens) + self.cue(cues)[:, None] + self.distances(distances)
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return self.output(x)


class Attributions(nn.Module):
    """Cues, roles without links (an auxiliary task), and the arguments of each cue."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.cues = nn.Linear(width, 3)
        self.cue_chain = make_bio_chain(1)
        self.roles = nn.Linear(width, 7)
        self.labeller = RoleLabeller(width)
        self.argument_chain = make_bio_chain(len(LABELS))
        self.dropout = nn.Dropout(0.1)


class JointModel(nn.Module):
    """The encoder with all its heads."""

    def __init__(self, sizes: Sizes, tags: int, morphs: int, labels: int, entity_tags: int) -> None:
        super().__init__()
        self.encoder = Encoder(sizes)
        self.syntax = Syntax(sizes.width, tags, morphs, labels)
        self.entities = nn.Linear(sizes.width, entity_tags)
        self.attributions = Attributions(sizes.width)
        self.dropout = nn.Dropout(0.1)
