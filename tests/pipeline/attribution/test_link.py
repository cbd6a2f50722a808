"""Which cue gets which source and content, the spans being given."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span, SpanGroup
from tests.tagged import read_tagged

from claimx.pipeline.annotations import (
    ATTRIBUTION_SPAN,
    get_attributions,
)

CASES = [
    pytest.param(
        "<source>Ms. Hill</source> <cue>said</cue> <content>that the bridge was safe</content>.",
        id="source, cue, content",
    ),
    pytest.param(
        "<content>“The bridge is safe,”</content> <cue>said</cue> <source>Ms. Hill</source>.",
        id="inverted",
    ),
    pytest.param(
        "<content>“Yes,”</content> <source>he</source> <cue>said</cue>, "
        "<content>“we will.”</content>",
        id="content on both sides of its speaker",
    ),
    pytest.param(
        "<cue>According to</cue> <source>sources</source>, <content>the talks went on</content>.",
        id="according to, before its content",
    ),
    pytest.param(
        "<source id=1>Ms. Hill</source> <cue id=1>said</cue> <content id=1>it was safe</content>. "
        "<source id=2>Mr. Okafor</source> <cue id=2>denied</cue> <content id=2>that</content>.",
        id="two sentences keep their own",
    ),
    pytest.param(
        "<source id=1>Hill</source> <cue id=1>said</cue> <content id=1>it was safe</content>, "
        "while <source id=2>Okafor</source> <cue id=2>warned</cue> "
        "<content id=2>that it was not</content>.",
        id="two speakers in one sentence",
    ),
    pytest.param(
        "<content id=1>“It is over,”</content> <source id=1>Hill</source> <cue id=1>said</cue>. "
        "<source id=2>Okafor</source> <cue id=2>replied</cue>: <content id=2>“It isn’t”</content>",
        id="a quote before and a quote after",
    ),
]


def make_doc(tagged: str) -> tuple[Doc, list[tuple[list[str], list[str], list[str]]]]:
    text, gold = read_tagged(tagged)
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    doc = nlp(text)
    marked: list[Span] = []
    for item in gold.values():
        for role in ("source", "cue", "content"):
            for start, end in getattr(item, role):
                span = doc.char_span(start, end, label=role.upper(), alignment_mode="expand")
                marked.append(span)
    doc.spans[ATTRIBUTION_SPAN] = SpanGroup(doc, spans=marked)
    wanted = [
        (
            [text[a:b] for a, b in item.source],
            [text[a:b] for a, b in item.cue],
            [text[a:b] for a, b in item.content],
        )
        for item in gold.values()
    ]
    return doc, wanted


def link(doc: Doc) -> list[tuple[list[str], list[str], list[str]]]:
    nlp = spacy.blank("en")
    linker = nlp.add_pipe("claimx_attribution", config={"min_confidence": 0.0})
    doc = linker(doc)  # type: ignore[operator]
    return [
        ([s.text for s in a.source], [s.text for s in a.cue], [s.text for s in a.content])
        for a in get_attributions(doc)
    ]


@pytest.mark.parametrize("tagged", CASES)
def test_each_cue_gets_its_own_source_and_content(tagged: str) -> None:
    doc, wanted = make_doc(tagged)
    assert link(doc) == wanted
