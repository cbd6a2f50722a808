"""Names of organizations that the recogniser cut before what they are for.

"Court of Appeals [for the Sixth Circuit]", "Project [on Government Oversight]".
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from claimx.pipeline.entities.lexicon import normalize_word, time_words

# Heads that a preposition goes on behind, as part of the name.
_HEADS = frozenset(
    [
        *("academy", "agency", "alliance", "appeals", "association", "board", "bureau", "campaign"),
        *("center", "centre", "coalition", "commission", "committee", "conference", "council"),
        *("court", "department", "foundation", "fund", "initiative", "institute", "institution"),
        *("league", "ministry", "network", "office", "organization", "organisation", "project"),
        *("school", "society", "union"),
    ]
)
_LINKS = frozenset({"for", "on", "of", "against", "to"})
# Behind other heads these open the day or the matter of what follows.
_HEADS_OF_MATTERS = frozenset(
    {"campaign", "coalition", "commission", "committee", "conference", "council", "project"}
)
_INSIDE = frozenset({"of", "and", "the", "&", "for"})
_LONGEST = 8


def take_in_complement(doc: Doc, start: int, end: int) -> int:
    """The end of an organization's name with what it is for, where that is capitalised.

    Args:
        doc: The article.
        start: First token of the name.
        end: The token after the last that was found.
    """
    if end >= len(doc) or doc[end].lower_ not in _LINKS or start == end:
        return end
    if normalize_word(doc[end - 1].text) not in _HEADS or not doc[end - 1].text[:1].isupper():
        return end
    is_loose = doc[end].lower_ in ("on", "to")
    if is_loose and normalize_word(doc[end - 1].text) not in _HEADS_OF_MATTERS:
        return end
    last = place = end + 1
    while place < len(doc) and place - end < _LONGEST:
        token = doc[place]
        if _belongs(token):
            last = place + 1
        elif token.lower_ not in _INSIDE:
            break
        place += 1
    return last if last > end + 1 else end


def _belongs(token: Token) -> bool:
    """Whether a word is part of what a body is for: capitalised, nobody's name and no place."""
    is_name = token.text[:1].isupper() and token.tag_.startswith(("NN", "JJ"))
    if normalize_word(token.text) in time_words():
        return False
    return is_name and token.ent_type_ not in ("PERSON", "GPE", "NORP") and not token.is_sent_start
