from __future__ import annotations

import pytest
import spacy

from claimx.pipeline.annotations import get_quotations
from claimx.pipeline.quotes.component import Quotes

NLP = spacy.blank("en")


def find(text: str) -> list[tuple[str, bool]]:
    doc = Quotes()(NLP(text))
    return [(" … ".join(s.text for s in q.spans), q.complete) for q in get_quotations(doc)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The roads are flooded,” the minister said.", [("The roads are flooded,”", False)]),
        ("She spoke on Monday. The roads are shut,” she said.", [("The roads are shut,”", False)]),
        ("The minister said: The roads are flooded.”", [("The roads are flooded.”", False)]),
        (
            'The roads are flooded," the minister said. "We wait," she added.',
            [('The roads are flooded,"', False), ('"We wait,"', True)],
        ),
        (
            "“We won,” he said. It was hard for all of us,” he added.",
            [("“We won,”", True), ("It was hard for all of us,”", False)],
        ),
    ],
)
def test_a_lost_opening_mark(text: str, expected: list[tuple[str, bool]]) -> None:
    assert find(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He had a 12” record, the shop said. It was old.",
        "The roads are flooded.”\n\nNobody said so.",
        "The boys” bikes were stolen, police said.",
        "Yes,” she said.",
    ],
)
def test_marks_that_close_nothing(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The dam will hold, said engineer Mara Silva. “We checked it,” she added.",
            [("“The dam will hold,", False), ("“We checked it,”", True)],
        ),
        ("“The dam will hold, the engineer said. It is old.", [("“The dam will hold,", False)]),
        ("“Will the dam hold? asked Mara Silva.", [("“Will the dam hold?", False)]),
        (
            "“We will rebuild it, Mayor Ida Krohn said on Monday. The council has to agree.",
            [("“We will rebuild it,", False)],
        ),
        ('“We will not stop," he said.', [('“We will not stop,"', True)]),
        ('" We will not stop , " he said .', [('" We will not stop , "', True)]),
    ],
)
def test_a_lost_closing_mark_and_odd_pairs(text: str, expected: list[tuple[str, bool]]) -> None:
    assert find(text) == expected


def test_paragraphs_without_marks_between_the_first_and_the_last() -> None:
    text = "“The wall is gone.\n\nWe need help from the state.\n\nWe need it now,” said Krohn."
    assert find(text) == [
        ("“The wall is gone. … We need help from the state. … We need it now,”", True)
    ]
    text = "“The wall is gone.\n\nThe storm took it.\n\n“We need help,” said Krohn."
    assert find(text) == [("“The wall is gone.", False), ("“We need help,”", True)]


def test_a_block_quote_below_a_colon() -> None:
    text = "Senator Pia Lund replied:\n\n> My answer is the same: never again.\n\nNobody spoke."
    assert find(text) == [("My answer is the same: never again.", True)]
    assert find(text.replace("replied:", "left.")) == []
