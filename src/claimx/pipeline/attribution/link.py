"""Attributions in the making: a cue with its source and its contents, as they were found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from claimx.pipeline.attribution.roles import CONTENT, CUE, SOURCE, RoleSpan, cut_out
from claimx.pipeline.attribution_roles.found import FoundAttribution


@dataclass(eq=False)
class Link:
    """A cue with its source and contents.

    ``parent`` is the link inside whose contents this one stands; ``origin`` says how it was
    found: ``marked`` by the model, or by layout and marks: ``turn``, ``headline``, ``signature``,
    ``dialogue`` or ``inner quote``. An empty ``cue`` stands for none. ``antecedent`` is the source
    of another link that speaks here as well, where no source stands beside the content.
    ``cue_chance`` and ``arguments_chance`` are those of `FoundAttribution`.
    """

    cue: RoleSpan
    source: RoleSpan | None = None
    contents: list[RoleSpan] = field(default_factory=list)
    cue_chance: float = 1.0
    arguments_chance: float = 1.0
    parent: Link | None = None
    origin: str = "marked"
    antecedent: RoleSpan | None = None

    def spans(self) -> list[RoleSpan]:
        """The spans of its parts, in no particular order."""
        parts = [*self.contents, self.cue]
        return parts if self.source is None else [*parts, self.source]

    @property
    def start(self) -> int:
        """Its first token."""
        return min(span.start for span in self.spans())

    @property
    def end(self) -> int:
        """The token after its last one."""
        return max(span.end for span in self.spans())


def make_links(found: Sequence[FoundAttribution]) -> list[Link]:
    """A link for each cue in text order, also for one without a content.

    Of several sources the one nearest to the cue is kept: PolNeAR's attributions have one. The last
    words of a cue with which a content begins are the content's ("touted *the* deal").
    """
    links = []
    for item in found:
        sources = [
            RoleSpan(span.start, span.end, SOURCE)
            for label, span in item.arguments
            if label == SOURCE
        ]
        contents = [
            RoleSpan(span.start, span.end, CONTENT)
            for label, span in item.arguments
            if label == CONTENT
        ]
        cue = RoleSpan(item.cue.start, item.cue.end, CUE)
        shared = [c.start for c in contents if cue.start < c.start < cue.end <= c.end]
        cue = RoleSpan(cue.start, min([cue.end, *shared]), CUE)
        links.append(
            Link(
                cue,
                min(sources, key=lambda source: _distance(source, cue), default=None),
                [piece for content in contents for piece in cut_out(content, [cue])],
                item.cue_chance,
                item.arguments_chance,
            )
        )
    return links


def _distance(source: RoleSpan, cue: RoleSpan) -> int:
    """The tokens between a source and a cue; negative where they overlap."""
    return max(cue.start - source.end, source.start - cue.end)
