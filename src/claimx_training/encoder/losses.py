"""The vectors of a batch of documents, and the loss of each task on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from claimx.pipeline.attribution_roles.distances import bucket_distances
from claimx.pipeline.encoder.windows import PieceSequence, cut_windows, join_batch
from claimx.pipeline.encoder.word_pieces import WordPieces
from claimx.pipeline.tag_chains import read_runs
from claimx_training.encoder.examples import (
    IGNORED,
    AttributionExample,
    EntityExample,
    GoldCue,
    SyntaxExample,
    find_window,
    match_cue,
    tag_arguments,
)
from claimx_training.encoder.network import JointModel

GROUP_PIECES = 2048
MAX_PIECES, CONTEXT = 160, 32


class Vectors:
    """The vectors of the words of a batch of documents.

    ``flat`` is ``(all words, width)``; document ``i`` has the rows from ``starts[i]``.
    """

    def __init__(self, flat: Tensor, starts: Sequence[int]) -> None:
        self.flat = flat
        self.starts = list(starts)

    def padded(self, lengths: Sequence[int]) -> Tensor:
        """``(documents, longest, width)``, zero where a document has ended."""
        return torch.nn.utils.rnn.pad_sequence(
            [self.flat[a : a + n] for a, n in zip(self.starts, lengths, strict=True)],
            batch_first=True,
        )


def encode(
    model: JointModel,
    sequences: Sequence[PieceSequence],
    word_pieces: WordPieces,
    max_pieces: int = MAX_PIECES,
    context: int = CONTEXT,
) -> Vectors:
    """The vectors of the words of documents: the mean over the pieces of each."""
    device = next(model.parameters()).device
    starts = np.cumsum([0] + [len(s.starts) for s in sequences])
    items = [(i, w) for i, s in enumerate(sequences) for w in cut_windows(s, max_pieces, context)]
    sizes = [int(sequences[i].ends[w.end - 1] - sequences[i].starts[w.first]) for i, w in items]
    order = sorted(range(len(items)), key=lambda place: sizes[place])
    total: Tensor | None = None
    counts = torch.from_numpy(np.concatenate([s.ends - s.starts for s in sequences])).float()
    group: list[int] = []
    for number, place in enumerate(order):
        group.append(place)
        last = number + 1 == len(order)
        if not last and (sizes[order[number + 1]] + 2) * (len(group) + 1) <= GROUP_PIECES:
            continue
        chosen = [items[p] for p in group]
        batch = join_batch([(sequences[i], window) for i, window in chosen], word_pieces)
        group = []
        arrays = [
            torch.from_numpy(a).to(device)
            for a in (batch.ids, batch.cases, batch.quotes, batch.mask)
        ]
        output = model.encoder(*arrays).float().flatten(0, 1)
        rows: list[np.ndarray[Any, Any]] = []
        tokens: list[np.ndarray[Any, Any]] = []
        for row, (doc, window) in enumerate(chosen):
            sequence = sequences[doc]
            shift = row * batch.ids.shape[1] + 1 - sequence.starts[window.first]
            wanted = np.zeros(len(sequence.ids), dtype=bool)
            wanted[sequence.starts[window.start] : sequence.ends[window.end - 1]] = True
            wanted &= sequence.belongs
            rows.append(np.flatnonzero(wanted) + shift)
            places = np.arange(window.start, window.end) + starts[doc]
            lengths = (
                sequence.ends[window.start : window.end]
                - sequence.starts[window.start : window.end]
            )
            tokens.append(np.repeat(places, lengths))
        if total is None:
            total = torch.zeros(int(starts[-1]), output.shape[1], device=device)
        total = total.index_add(
            0,
            torch.from_numpy(np.concatenate(tokens)).to(device),
            output[torch.from_numpy(np.concatenate(rows)).to(device)],
        )
    assert total is not None
    return Vectors(total / counts.to(device)[:, None], starts[:-1].tolist())


def pad_columns(columns: Sequence[np.ndarray[Any, Any]], fill: int = IGNORED) -> Tensor:
    """Integer rows of different lengths as one tensor."""
    return torch.nn.utils.rnn.pad_sequence(
        [torch.from_numpy(column) for column in columns], batch_first=True, padding_value=fill
    )


def syntax_loss(model: JointModel, batch: Sequence[SyntaxExample], vectors: Vectors) -> Tensor:
    """The sum of the losses of tags, morphology, starts, arcs and labels."""
    device = vectors.flat.device
    lengths = [len(example.tags) for example in batch]
    x = model.dropout(vectors.padded(lengths))
    columns = {
        name: pad_columns([getattr(example, name) for example in batch]).to(device)
        for name in ("tags", "morphs", "heads", "labels", "starts")
    }
    losses = [
        weight
        * F.cross_entropy(
            layer(x).float().flatten(0, 1), columns[name].flatten(), ignore_index=IGNORED
        )
        for name, layer, weight in (
            ("tags", model.syntax.tags, 1.0),
            ("morphs", model.syntax.morphs, 0.5),
            ("starts", model.syntax.starts, 2.0),
        )
    ]
    heads = columns["heads"]
    is_word = heads != IGNORED
    scores = model.syntax.arc_scores(x).float().masked_fill(~is_word[:, None, :], -1e4)
    losses.append(F.cross_entropy(scores.flatten(0, 1), heads.flatten(), ignore_index=IGNORED))
    rows, places = torch.nonzero(is_word & (columns["labels"] != IGNORED), as_tuple=True)
    labels = model.syntax.label_scores(x, rows, places, heads[rows, places]).float()
    losses.append(F.cross_entropy(labels, columns["labels"][rows, places]))
    return torch.stack(losses).sum()


def entity_loss(model: JointModel, batch: Sequence[EntityExample], vectors: Vectors) -> Tensor:
    """The loss of the names' tags: how improbable all that are allowed are together."""
    allowed = torch.from_numpy(np.concatenate([e.allowed for e in batch])).to(vectors.flat.device)
    scores = model.entities(model.dropout(vectors.flat)).float()
    within = scores.masked_fill(~allowed, -torch.inf).logsumexp(-1)
    return 4.0 * (scores.logsumexp(-1) - within).mean()


def attribution_loss(
    model: JointModel, batch: Sequence[AttributionExample], vectors: Vectors, with_false: bool
) -> Tensor:
    """The loss of cues, of roles, and of the arguments of gold and of falsely found cues."""
    head = model.attributions
    device = vectors.flat.device
    x = model.dropout(vectors.flat)
    cue_tags, role_tags = (
        torch.from_numpy(np.concatenate([getattr(e, name) for e in batch])).to(device)
        for name in ("cue_tags", "role_tags")
    )
    count = max(1, sum(len(example.cues) for example in batch))
    cue_scores = head.cues(x).float()
    cue_loss = F.cross_entropy(cue_scores, cue_tags, ignore_index=IGNORED, reduction="sum") / count
    roles = head.roles(x).float()
    role_loss = F.cross_entropy(roles, role_tags, ignore_index=IGNORED, reduction="sum") / count
    guesses = cue_scores.detach().argmax(-1).cpu().numpy()
    chosen: list[tuple[int, AttributionExample, GoldCue]] = []
    for start, example in zip(vectors.starts, batch, strict=True):
        chosen += [(start, example, cue) for cue in example.cues]
        if with_false:
            gold = {(cue.start, cue.end) for cue in example.cues}
            false = [
                (start, example, match_cue(example.cues, run.start, run.end))
                for run in read_runs(guesses[start : start + len(example.cue_tags)])
                if (run.start, run.end) not in gold
                and IGNORED not in example.cue_tags[run.start : run.end]
            ]
            chosen += false[: len(gold)]
    if not chosen:
        return cue_loss * 0.5 + role_loss * 0.1
    rows, tags, arguments, mask = gather_windows(chosen, device)
    cue_vectors = torch.stack([x[a + c.start : a + c.end].mean(0) for a, _, c in chosen])
    scores = head.labeller(x[rows], cue_vectors, arguments, mask)
    loss = head.argument_chain.loss(scores, tags, mask).mean()
    return cue_loss * 0.5 + role_loss * 0.1 + loss * 0.3


def gather_windows(
    chosen: Sequence[tuple[int, AttributionExample, GoldCue]], device: torch.device
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Rows of vectors, gold tags, distance buckets and mask of cues, each ``(cues, length)``."""
    rows, tags, distances = [], [], []
    for start, example, cue in chosen:
        window = find_window(example, cue.start, cue.end)
        places = np.arange(window.start, window.end)
        rows.append(places + start)
        tags.append(tag_arguments(cue, window))
        before = np.minimum(places - cue.start, 0)
        distances.append(bucket_distances(before + np.maximum(places - cue.end + 1, 0)))
    padded = pad_columns(tags)
    mask = padded != IGNORED
    return (
        pad_columns(rows, 0).to(device),
        padded.clamp(min=0).to(device),
        pad_columns(distances, 0).to(device),
        mask.to(device),
    )
