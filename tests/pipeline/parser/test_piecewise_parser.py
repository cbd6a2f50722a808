"""A long Doc is parsed in pieces of whole paragraphs, like its paragraphs by themselves."""

from __future__ import annotations

from operator import eq

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_model_from_path

import claimx_en
from claimx.pipeline.parser import component
from claimx.pipeline.parser.component import cut_pieces

PARAGRAPH = "The mayor, who left in May, said that the bridge would close. It did.\n\n"


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = load_model_from_path(claimx_en.pipeline_path(), exclude=["ner", "attribution_roles"])
    nlp.add_pipe("claimx_layout", first=True)
    return nlp


def describe(doc: Doc) -> list[tuple[str, int, bool]]:
    """The parse, but for white space, which hangs on what stands beside it in its piece."""
    words = [token for token in doc if not token.is_space]
    return [(token.dep_, token.head.i, bool(token.is_sent_start)) for token in words]


def test_pieces_give_the_parse_of_the_whole(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    alone, whole = describe(nlp(PARAGRAPH)), describe(nlp(PARAGRAPH * 9))
    monkeypatch.setattr(component, "PIECE_TOKENS", 40)
    pieces = describe(nlp(PARAGRAPH * 9))
    # The parser looks a word ahead, so that the last words before a cut may differ.
    assert sum(map(eq, pieces, whole)) >= 0.95 * len(whole)
    short, long = nlp.pipe([PARAGRAPH, PARAGRAPH * 9])
    assert describe(long) == pieces
    assert describe(short) == alone


def test_a_piece_ends_where_a_sentence_is_known_to_start() -> None:
    starts = np.asarray([1, 0, 0, 1, 0, 0, 0, 0])
    assert cut_pieces(starts, 5) == [(0, 3), (3, 8)]
    assert cut_pieces(starts, 2) == [(0, 2), (2, 3), (3, 5), (5, 7), (7, 8)]
    assert cut_pieces(starts, 8) == [(0, 8)]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (PARAGRAPH, "\n\n" + PARAGRAPH.strip()),
        (PARAGRAPH, PARAGRAPH.replace("who left", "who  left")),
        (PARAGRAPH * 2, PARAGRAPH.replace("said that", "said\nthat") * 2),
        (PARAGRAPH * 2, (PARAGRAPH * 2).replace("\n", "\r\n")),
    ],
)
def test_white_space_changes_no_tree(nlp: Language, text: str, other: str) -> None:
    one, two = (
        [
            (token.text, token.dep_, token.head.text, bool(token.is_sent_start))
            for token in nlp(version)
            if not token.is_space
        ]
        for version in (text, other)
    )
    assert one[1:] == two[1:]  # white space at the beginning starts the first sentence


def test_white_space_hangs_on_the_word_before_it(nlp: Language) -> None:
    doc = nlp("\nThe mayor left.\n\nIt rained.\n")
    spaces = [(token.i, token.head.i, token.dep_) for token in doc if token.is_space]
    assert spaces == [(0, 1, "dep"), (5, 4, "dep"), (9, 8, "dep")]
