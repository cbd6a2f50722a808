"""Quotations behind which nothing but a dash and a name stands."""

from __future__ import annotations

import pytest
from tests.pipeline.attribution.linking import CONTENT, CUE, SOURCE, Triple, find, tag, triple

from claimx.pipeline.annotations import get_quotations
from claimx.pipeline.attribution.confidence import estimate_confidence
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.signatures import attribute_signed
from claimx.pipeline.layout.paragraphs import split_paragraphs
from claimx.pipeline.layout_annotations import Section, set_sections
from claimx.pipeline.quotes.component import Quotes


def read(*paragraphs: str) -> list[Triple]:
    """The links of paragraphs, whose tags are those of the model, in no particular order."""
    doc, links = tag("\n\n".join(paragraphs))
    spans = [doc.char_span(*limits) for limits in split_paragraphs(doc.text)]
    sections = [Section(span, "body") for span in spans if span is not None]
    set_sections(doc, sections)
    for token in doc:
        token.tag_ = "NNP" if token.text[0].isupper() else "NN"
    Quotes()(doc)
    found = attribute_signed(doc, links, get_quotations(doc), sections)
    assert all(estimate_confidence(doc, k) == 0.9 for k in found if k.origin == "signature")
    return [triple(doc, link) for link in found]


SAID = "“We were never asked about the weir.”"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ([f"{SAID} — Mayor Ruth Okafor"], ("Mayor Ruth Okafor", "—", [SAID])),
        ([f"{SAID} – Okafor."], ("Okafor", "–", [SAID])),
        ([SAID, "- Ruth Okafor."], ("Ruth Okafor", "-", [SAID])),
        # Where he is from, or what he does, is no part of the name.
        ([SAID, "— Ruth Okafor, writing from Tarn"], ("Ruth Okafor", "—", [SAID])),
        (
            ["“We were never asked about the weir.", "“It leaks.”", "— Okafor"],
            ("Okafor", "—", ["“We were never asked about the weir.", "“It leaks.”"]),
        ),
    ],
)
def test_who_signs_a_quotation_has_said_it(paragraphs: list[str], expected: Triple) -> None:
    assert read("The weir is old.", *paragraphs, "It was built in 1910.") == [expected]


@pytest.mark.parametrize(
    "paragraphs",
    [
        # The writer's own words, which a reporter signs.
        ["The weir is old and was never asked about.", "- Ruth Okafor."],
        ["He called the weir “a thing that was never asked about.”", "- Reuters."],
        [SAID, "— never again"],
        [SAID, "— Okafor said that to the council"],
        [SAID],
        [SAID, "Ruth Okafor"],
        [f"{SAID} It is old. — Okafor"],
        [SAID, "—"],
    ],
)
def test_what_is_no_signature(paragraphs: list[str]) -> None:
    assert read("The weir is old.", *paragraphs) == []


def test_the_quotation_is_the_signers_alone() -> None:
    found = read(
        "<source id=1>The mayor</source> <cue id=1>said</cue> <content id=1>it leaks</content>.",
        f"<content id=1>{SAID}</content>",
        "<cue id=2>—</cue> <source id=2>Okafor</source>",
        "<content id=2>“It is a fine weir, and it will last.”</content>",
        "— Reyes",
    )
    assert found == [
        ("The mayor", "said", ["it leaks"]),
        ("Okafor", "—", [SAID]),
        ("Reyes", "—", ["“It is a fine weir, and it will last.”"]),
    ]


def test_what_is_said_inside_stays() -> None:
    doc, _ = tag(f"{SAID} — Okafor")
    for token in doc:
        token.tag_ = "NNP" if token.text[0].isupper() else "NN"
    Quotes()(doc)
    inner = Link(find(doc, "asked", CUE), find(doc, "We", SOURCE), [find(doc, "the weir", CONTENT)])
    found = attribute_signed(doc, [inner], get_quotations(doc), [Section(doc[:], "body")])
    assert [link.origin for link in found] == ["marked", "signature"]
