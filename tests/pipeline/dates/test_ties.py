"""When something was said, and of what time it speaks: on parses made by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span
from tests.pipeline.dates.reading import make_doc
from tests.tagged import read_tagged

from claimx.pipeline.annotations import Attribution, get_attributions, get_timexes, set_attributions
from claimx.pipeline.dates.component import Dates


def cut_spans(doc: Doc, limits: list[tuple[int, int]]) -> list[Span]:
    """The token spans at these code points, which must fall between tokens."""
    spans = [doc.char_span(start, end) for start, end in limits]
    assert None not in spans
    return [span for span in spans if span is not None]


def read_ties(tagged: str) -> tuple[str | None, list[str]]:
    """The words of ``said_on`` and of ``about`` of the one attribution of a tagged text."""
    text, found = read_tagged(tagged)
    doc = make_doc(text, "2025-03-14")
    (item,) = found.values()
    set_attributions(
        doc,
        [
            Attribution(
                content=cut_spans(doc, item.content),
                source=cut_spans(doc, item.source),
                cue=cut_spans(doc, item.cue),
            )
        ],
    )
    texts = {timex.key: timex.span.text for timex in get_timexes(Dates()(doc))}
    (attribution,) = get_attributions(doc)
    said_on = texts[attribution.said_on] if attribution.said_on is not None else None
    return said_on, [texts[key] for key in attribution.about]


@pytest.mark.parametrize(
    ("tagged", "said_on", "about"),
    [
        (
            "<source>Ann Hill</source> <cue>said</cue> on Friday <content>that it was over"
            "</content>.",
            "Friday",
            [],
        ),
        (
            "<source>Ann Hill</source> <cue>said</cue> <content>it was over on Friday</content>.",
            None,
            ["Friday"],
        ),
        (
            "On Tuesday, <source>Ann Hill</source> <cue>said</cue> <content>it would end on Friday"
            "</content>.",
            "Tuesday",
            ["Friday"],
        ),
        (
            "<content>“It is over,”</content> <source>Ann Hill</source> <cue>said</cue> Friday.",
            "Friday",
            [],
        ),
        (
            "<source>The office</source> <cue>said</cue> in a note on March 3 <content>that it "
            "was over</content>.",
            "March 3",
            [],
        ),
        (
            "He came on Monday. <source>Ann Hill</source> <cue>said</cue> <content>it was over"
            "</content>.",
            None,
            [],
        ),
        (
            "<source>The 1991 treaty</source> <cue>says</cue> <content>it may end</content>.",
            None,
            [],
        ),
        (
            "<source>Ann Hill</source> <cue>has warned</cue> since Monday <content>that it is over"
            "</content>.",
            None,
            [],
        ),
        (
            "After Monday, <source>Ann Hill</source> <cue>said</cue> <content>it was over"
            "</content>.",
            None,
            [],
        ),
        (
            "<source>Ann Hill</source> <cue>recently said</cue> <content>it was over</content>.",
            None,
            [],
        ),
        (
            "<source>Ann Hill</source> <cue>told</cue> reporters for two hours <content>that it "
            "was over</content>.",
            None,
            [],
        ),
    ],
)
def test_date_of_the_cue_and_dates_of_the_content(
    tagged: str, said_on: str | None, about: list[str]
) -> None:
    assert read_ties(tagged) == (said_on, about)
