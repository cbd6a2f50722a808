"""The same text in another wrapping gives the same claims, names and speakers.

The passages are paragraphs of the labelled articles. A passage counts as changed where anything
but white space and the form of the marks differs in what is found.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any

import pytest

import claimx
from claimx.evaluation import read_gold
from tests.quality.measure import WIKINEWS

FEWEST_PASSAGES = 200
# Where activations are rounded, a vector may differ in its last digit: so many passages may change.
MOST_CHANGED = 0.01

_PLAIN = str.maketrans("“”‘’", "\"\"''")


def wrap(text: str) -> str:
    """Hard-wrapped as e-mail is, paragraphs parted by blank lines.

    A text of fewer than four lines stays as it is: two or three do not tell a wrap from a list.
    """
    paragraphs = text.split("\n\n")
    if max(map(len, paragraphs)) < 3 * 66:
        return text
    return "\n\n".join(
        textwrap.fill(p, 66, break_long_words=False, break_on_hyphens=False) for p in paragraphs
    )


def curl(text: str) -> str:
    """With curly marks in the place of straight double ones, which open and close in turn."""
    parts = text.split('"')
    return "".join(
        part + ("“”"[number % 2] if number + 1 < len(parts) else "")
        for number, part in enumerate(parts)
    )


VARIANTS: dict[str, Callable[[str], str]] = {
    "final newline": lambda text: text + "\n",
    "blank lines around": lambda text: f"\n\n{text}\n\n\n",
    "CRLF": lambda text: text.replace("\n", "\r\n") + "\r\n",
    "doubled space": lambda text: text.replace(". ", ".  "),
    "curly marks": curl,
    "hard-wrapped": wrap,
}


@pytest.fixture(scope="module")
def passages() -> list[str]:
    """Paragraphs of the labelled articles, some in pairs, white space made plain."""
    found: list[str] = []
    for article in read_gold(WIKINEWS).labelled:
        text = article.text.replace("\xa0", " ").translate(_PLAIN)
        paragraphs = [" ".join(p.split()) for p in text.split("\n\n")]
        paragraphs = [p for p in paragraphs if len(p.split()) > 12]
        found += ["\n\n".join(paragraphs[:2]), *paragraphs[2:7]]
    return found


@pytest.fixture(scope="module")
def plain(passages: list[str]) -> list[Any]:
    """What is found in the passages as they are."""
    return [describe(text) for text in passages]


def describe(text: str) -> Any:
    """What is found in a text, white space and the form of marks aside."""
    article = claimx.extract(text, published="2019-06-03")

    def words(spans: Any) -> list[str]:
        return [" ".join(span.text.split()).translate(_PLAIN) for span in spans or []]

    names = {speaker.id: speaker.name.translate(_PLAIN) for speaker in article.speakers}
    claims = [
        (
            words(claim.source.spans if claim.source else []),
            words(claim.cue.spans if claim.cue else []),
            words(claim.content.spans),
            [names[i] for i in (claim.source.speakers if claim.source else [])],
            claim.directness,
        )
        for claim in article.claims
    ]
    entities = [
        (entity.label, " ".join(mention.text.split()))
        for entity in article.entities
        for mention in entity.mentions
    ]
    return claims, entities


def test_there_are_passages_enough(passages: list[str]) -> None:
    assert len(passages) >= FEWEST_PASSAGES


@pytest.mark.parametrize("name", VARIANTS)
def test_another_wrapping_changes_nothing(name: str, passages: list[str], plain: list[Any]) -> None:
    changed = [
        text
        for text, found in zip(passages, plain, strict=True)
        if VARIANTS[name](text) != text and describe(VARIANTS[name](text)) != found
    ]
    assert len(changed) <= MOST_CHANGED * len(passages), "\n----\n".join(changed[:5])
