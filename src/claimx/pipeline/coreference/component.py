"""The component that joins the mentions of an article into chains."""

from __future__ import annotations

from spacy.tokens import Doc

from claimx.pipeline.coreference.annotations import set_chains
from claimx.pipeline.coreference.context import Context
from claimx.pipeline.coreference.decode import Decoder
from claimx.pipeline.coreference.scorer import load_scorer


class CoreferenceResolver:
    """Says for each pronoun and description of an article which chain of mentions it belongs to.

    Goes after ``claimx_mentions``. Attributions, quotations and the layout are read where there
    are any: who speaks, and what is quoted, tells much of who is meant. The chains lie in
    ``doc.spans["claimx/chain"]``; a span's id is the key of its chain.
    `claimx.pipeline.coreference.annotations.get_chains` reads them.

    A mention that could stand for several stays open: it is in no chain, and its decision says why.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Join the mentions of ``doc`` and return it."""
        context = Context(doc)
        set_chains(doc, context.table, Decoder(context, load_scorer()).decode())
        return doc
