"""Party and state behind a politician's name: "Ann Hill (R-Fla.)", "Ann Hill, D-Ohio,".

As newspapers write them (Associated Press Stylebook, "party affiliation").
"""

from __future__ import annotations

from spacy.tokens import Doc

from claimx.lang.en.nouns import party_words
from claimx.pipeline.entities.lexicon import normalize_word, singular_of, state_of

_OPENING = frozenset({"(", "["})
_CLOSING = frozenset({")", "]"})
_LONGEST = 6


def read_party_and_state(doc: Doc, end: int) -> frozenset[str]:
    """The words for party and state in "(R-Fla.)", "(Fla.)", ", D-Ohio," behind a name."""
    text = _read_bracket(doc, end)
    party, dash, rest = text.partition("-")
    if not dash and state_of(text) is not None:
        return _words_of_state(text)
    members = party_words().get(party.rstrip("."))
    return frozenset() if members is None else members | _words_of_state(rest)


def read_state(doc: Doc, end: int) -> str | None:
    """The state in the brackets behind a name, in full."""
    if not read_party_and_state(doc, end):
        return None
    return state_of(_read_bracket(doc, end).rpartition("-")[2])


def skip_party_and_state(doc: Doc, end: int) -> int:
    """The token behind the brackets with party and state at ``end``, else ``end`` itself."""
    if end >= len(doc) or doc[end].text not in _OPENING or not read_party_and_state(doc, end):
        return end
    return _find_bracket_end(doc, end) or end


def _read_bracket(doc: Doc, start: int) -> str:
    """What stands in the bracket that opens at ``start``: "R-Fla." of "(R - Fla.)"."""
    closing = _find_bracket_end(doc, start)
    if closing is None:
        return ""
    return doc[start + 1 : closing - 1].text.replace("–", "-").replace(" - ", "-")


def _words_of_state(text: str) -> frozenset[str]:
    state = state_of(text)
    return (
        frozenset()
        if state is None
        else frozenset(singular_of(normalize_word(word)) for word in state.split())
    )


def _find_bracket_end(doc: Doc, start: int) -> int | None:
    """The token behind the bracket, or pair of commas, that opens at ``start``."""
    if start >= len(doc):
        return None
    is_bracket = doc[start].text in _OPENING
    if not is_bracket and doc[start].text != ",":
        return None
    closing = _CLOSING if is_bracket else {",", "."}
    for place in range(start + 2, min(start + _LONGEST, len(doc))):
        if doc[place].text in closing:
            return place + 1
    return None
