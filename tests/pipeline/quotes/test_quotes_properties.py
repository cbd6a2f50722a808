from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.annotations import get_quotations
from claimx.pipeline.layout.paragraphs import Paragraph, split_paragraphs
from claimx.pipeline.quotes import marks, pairs
from claimx.pipeline.quotes.component import Quotes
from claimx.pipeline.quotes.joining import find_quotations
from claimx.pipeline.quotes.marks import find_marks

MARKS = "\"'“”‘’„«»‹›`‚"
NOISY = st.text(alphabet=MARKS + "aBs1, .!?\n—@()-/", max_size=120)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


@settings(deadline=None)
@given(st.one_of(NOISY, st.text(max_size=80)))
def test_no_text_breaks_it(nlp: Language, text: str) -> None:
    doc = Quotes()(nlp.make_doc(text))
    for quotation in get_quotations(doc):
        assert quotation.spans
        for before, after in zip(quotation.spans, quotation.spans[1:], strict=False):
            assert before.end <= after.start
        for span in quotation.spans:
            assert 0 <= span.start < span.end <= len(doc)
            assert doc.text[span.start_char : span.end_char] == span.text


@given(NOISY)
def test_a_quotation_opens_with_a_mark_and_closes_with_one_where_it_is_complete(text: str) -> None:
    paragraphs = [Paragraph(start, end) for start, end in split_paragraphs(text)]
    for found in find_quotations(text, paragraphs):
        first, last = found.parts[0], found.parts[-1]
        assert text[first.start] in MARKS
        assert found.complete == (last.closing > 0)
        assert not found.complete or text[last.end - 1] in MARKS
        for part in found.parts:
            assert any(character.isalnum() for character in text[slice(*part.inner)])


@given(NOISY)
def test_pairs_of_one_paragraph_never_cross(text: str) -> None:
    stretches = pairs.pair_marks(text, 0, len(text)).stretches
    closed = [s for s in stretches if s.closing and s.family == marks.DOUBLE]
    for first in closed:
        for second in closed:
            assert not first.start < second.start < first.end < second.end


@given(st.text(alphabet="aB ,.", max_size=60))
def test_text_without_marks_has_no_quotations(text: str) -> None:
    assert not find_marks(text, 0, len(text))


@given(NOISY, NOISY)
def test_a_paragraph_without_an_open_end_says_nothing_of_the_next(first: str, second: str) -> None:
    first, second = " ".join(first.split()), " ".join(second.split())
    alone = find_quotations(second, [Paragraph(0, len(second))])
    if any(s.runs_on for s in pairs.pair_marks(first, 0, len(first)).stretches):
        return
    both = [Paragraph(0, len(first)), Paragraph(len(first) + 1, len(first) + 1 + len(second))]
    found = find_quotations(f"{first}\n{second}", both)
    shift = len(first) + 1
    limits = [(p.start - shift, p.end - shift) for f in found for p in f.parts if p.start >= shift]
    assert limits == [(part.start, part.end) for item in alone for part in item.parts]


@pytest.mark.parametrize("unit", ['"', "“", "”", "'", "‘a ", "“a ", '"a ', "a' ", "‘a” ", "''a "])
def test_work_grows_with_the_text_and_not_with_its_square(
    unit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted, not timed: how often two marks are compared."""
    compared = 0
    compare = pairs._closes

    def count(mark: marks.Mark, opening: marks.Mark) -> bool:
        nonlocal compared
        compared += 1
        return compare(mark, opening)

    monkeypatch.setattr(pairs, "_closes", count)
    text = (unit * 20_000)[:20_000]
    find_quotations(text, [Paragraph(0, len(text))])
    assert compared <= 3 * pairs.MAX_DEPTH * len(text)


def test_sixty_thousand_marks_in_one_token_are_read(nlp: Language) -> None:
    text = "“‘" * 15_000 + "\"'" * 15_000
    doc = Doc(nlp.vocab, words=["a", text, "b"], spaces=[False] * 3)
    assert not get_quotations(Quotes()(doc))
