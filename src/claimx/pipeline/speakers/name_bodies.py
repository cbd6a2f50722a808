"""What a body is called in full where the text says only "the campaign" or "her campaign"."""

from __future__ import annotations

from claimx.pipeline.speakers.classify_nominals import Nominal
from claimx.pipeline.speakers.name_index import NameIndex
from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.speakers.referents import Referent


def name_owned_body(
    index: NameIndex, phrase: Phrase, nominal: Nominal, possessor: Referent | None
) -> str | None:
    """ "Obi campaign" for "her campaign", or for "the campaign" where the text names no other.

    None where the phrase says more than its noun, or the text never joins the noun to a name.
    """
    if nominal.kind != "organization" or phrase.head - phrase.start > 1:
        return None
    found = index.find_owned(index.doc[phrase.head].lower_)
    limits = None
    if possessor is not None:
        limits = found.get(id(possessor.entity))
    elif nominal.is_definite and len(found) == 1:
        limits = next(iter(found.values()))
    return None if limits is None else " ".join(index.doc[limits[0] : limits[1]].text.split())
