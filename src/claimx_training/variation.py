"""Changes that keep every offset: the quotation marks and the letter case of other newspapers."""

from __future__ import annotations

from random import Random

_OPENING_CONTEXT = frozenset(" \t\n\r([{—–-/“‘\"'")


def curl_quotes(text: str) -> str:
    """Straight quotation marks and apostrophes made curly; length and offsets stay."""
    marks = []
    for place, character in enumerate(text):
        if character in "\"'":
            is_opening = place == 0 or text[place - 1] in _OPENING_CONTEXT
            # A mark before a space or at the end closes, wherever it stands.
            is_opening = is_opening and place + 1 < len(text) and not text[place + 1].isspace()
            character = (
                ("“" if is_opening else "”") if character == '"' else "‘" if is_opening else "’"
            )
        marks.append(character)
    return "".join(marks)


_STRAIGHT = str.maketrans("“”„‘’", '"""\'\'')


def straighten_quotes(text: str) -> str:
    """Curly quotation marks and apostrophes made straight; length and offsets stay."""
    return text.translate(_STRAIGHT)


def vary_text(text: str, rng: Random, case_share: float = 0.04) -> str:
    """The text with curly marks in every second call or so, and rarely in another letter case.

    ``case_share`` is the share of calls that come back in capitals, lower case or headline
    case, a third each. The length never changes.
    """
    if rng.random() < 0.5:
        text = curl_quotes(text)
    if rng.random() < case_share:
        changed = rng.choice((str.upper, str.lower, capitalise_words))(text)
        if len(changed) == len(text):
            text = changed
    return text


def capitalise_words(text: str) -> str:
    """Every word with a capital first letter, as in headlines."""
    return "".join(
        character.upper() if place == 0 or text[place - 1].isspace() else character
        for place, character in enumerate(text)
    )
