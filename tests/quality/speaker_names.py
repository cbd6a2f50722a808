"""Whether a name is that of the labelled speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NAMED = frozenset({"person", "organization"})
_DETERMINERS = re.compile(
    r"(?:the|an?|th(?:is|at|ese|ose)|some|any|many|most|all|both|his|her|its|their|our|my)\s+(?=\S)"
)
_POSSESSIVE = re.compile(r"(?<=\w)(?:'s|(?<=s)')(?!\w)")
# What follows the head of a phrase begins with one of these.
_AFTER_HEAD = re.compile(
    r",|\b(?:of|for|in|on|at|to|from|with|who|whom|whose|that|which|by|about|against|like)\b"
)


def are_same_speakers(predicted: Iterable[str], gold: Iterable[str], kind: str) -> bool:
    """Whether each labelled speaker is named, and nobody else.

    Args:
        predicted: Names of the speakers that were found.
        gold: Those of the label.
        kind: Of the label; a person or an organization is known by its whole name, what has no
            name by its head word.
    """
    left = list(predicted)
    for name in gold:
        same = next((other for other in left if is_same_speaker(other, name, kind)), None)
        if same is None:
            return False
        left.remove(same)
    return not left


def is_same_speaker(predicted: str, gold: str, kind: str) -> bool:
    """Whether a name is the labelled one, letter case, determiners and possessives aside."""
    if kind not in _NAMED:
        return find_head(predicted) == find_head(gold)
    words, gold_words = normalise(predicted).split(), normalise(gold).split()
    if kind == "organization" and gold_words and words[-1:] == gold_words[-1:]:
        # A campaign is labelled by a surname: "Hillary Clinton's campaign" names it too.
        return set(gold_words) <= set(words)
    return words == gold_words


def find_head(phrase: str) -> str:
    """The last word before the first preposition, relative pronoun or comma."""
    words = normalise(_AFTER_HEAD.split(phrase.lower())[0]) or normalise(phrase)
    return words.split()[-1] if words else ""


def normalise(name: str) -> str:
    """A name in lower case, without leading determiners and possessive endings."""
    words = " ".join(_POSSESSIVE.sub("", name.lower().replace("’", "'")).split())
    while match := _DETERMINERS.match(words):
        words = words[match.end() :]
    return words
