"""The ten labels of names, and what each corpus tells of them.

No corpus annotates all ten. What one leaves out is a missing value: a word that it marks as outside
may still belong to a name of a label that it does not know, so that in fitting all tags of those
labels are allowed there besides O (Bellare & McCallum, 2007).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

LABELS = (
    "EVENT",
    "FAC",
    "GPE",
    "LAW",
    "LOC",
    "NORP",
    "ORG",
    "PERSON",
    "PRODUCT",
    "WORK_OF_ART",
)
ALTERNATIVES = "|"
KNOWN = "claimx_known_labels"  # in `Doc.user_data`: the labels whose names are all annotated
SOURCE = "claimx_source"  # likewise: the corpus
_ENGLISH = "of the for and & - – in on at to a an 's ’s"
_FOREIGN = "de von van al la le du da di el bin ibn ' ’"
_JOINING = frozenset(f"{_ENGLISH} {_FOREIGN}".split())
_MAX_JOINING = 3


def list_allowed_tags(doc: Doc) -> NDArray[np.bool_]:
    """Which BIO tags each token may have, shape ``(tokens, 21)``.

    Tag 0 is O; label ``n`` of `LABELS` has the tags ``2n + 1`` (B) and ``2n + 2`` (I).
    """
    known = frozenset(doc.user_data.get(KNOWN, LABELS))
    allowed = np.zeros((len(doc), 2 * len(LABELS) + 1), dtype=bool)
    open_tags = [
        tag
        for number, label in enumerate(LABELS)
        if label not in known
        for tag in (2 * number + 1, 2 * number + 2)
    ]
    maybe = find_possible_names([token.text for token in doc])
    for place, token in enumerate(doc):
        if token.ent_iob_ in ("B", "I"):
            for label in token.ent_type_.split(ALTERNATIVES):
                allowed[place, 2 * LABELS.index(label) + (1 if token.ent_iob_ == "B" else 2)] = True
        elif token.ent_iob_ == "O":
            allowed[place, 0] = True
            if maybe[place]:
                allowed[place, open_tags] = True
        else:
            allowed[place] = True
    return allowed


def find_possible_names(words: Sequence[str]) -> NDArray[np.bool_]:
    """Whether each word looks as if it could be one of a name: capitals, and what joins them."""
    capital = [word[:1].isupper() or (word[:1].isdigit() and len(word) <= 4) for word in words]
    maybe = np.asarray(capital, dtype=bool)
    place = 0
    while place < len(words):
        end = place
        while end < len(words) and not capital[end] and words[end].lower() in _JOINING:
            end += 1
        if place and capital[place - 1] and place < end <= place + _MAX_JOINING:
            maybe[place:end] = end < len(words) and capital[end]
        place = end + 1
    return maybe
