"""When something was said, by the clauses of parses made by hand (Universal Dependencies)."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from claimx.pipeline.annotations import (
    Attribution,
    Timex,
    get_attributions,
    get_timexes,
    set_attributions,
)
from claimx.pipeline.dates.component import Dates
from claimx.pipeline.layout_annotations import Context, set_context

# A row a word: the word, its part of speech, its tag, its relation and the position of its head.
Row = tuple[str, str, str, str, int]
VOCAB = spacy.blank("en").vocab

WHO_SAID: list[Row] = [
    ("On", "ADP", "IN", "case", 1),
    ("Friday", "PROPN", "NNP", "obl", 7),
    (",", "PUNCT", ",", "punct", 7),
    ("Hill", "PROPN", "NNP", "nsubj", 7),
    ("who", "PRON", "WP", "nsubj", 5),
    ("opposed", "VERB", "VBD", "acl:relcl", 3),
    ("it", "PRON", "PRP", "obj", 5),
    ("left", "VERB", "VBD", "ROOT", 7),
]
AFTER_SHE_SAID: list[Row] = [
    ("They", "PRON", "PRP", "nsubj", 1),
    ("met", "VERB", "VBD", "ROOT", 1),
    ("Friday", "PROPN", "NNP", "obl:unmarked", 1),
    ("after", "SCONJ", "IN", "mark", 5),
    ("Hill", "PROPN", "NNP", "nsubj", 5),
    ("said", "VERB", "VBD", "advcl", 1),
    ("it", "PRON", "PRP", "nsubj", 7),
    ("failed", "VERB", "VBD", "ccomp", 5),
]
WROTE_CITING: list[Row] = [
    ("They", "PRON", "PRP", "nsubj", 1),
    ("met", "VERB", "VBD", "ROOT", 1),
    ("Friday", "PROPN", "NNP", "obl:unmarked", 1),
    (",", "PUNCT", ",", "punct", 4),
    ("citing", "VERB", "VBG", "advcl", 1),
    ("doubts", "NOUN", "NNS", "obj", 4),
]
WHEN_HE_CAME: list[Row] = [
    ("When", "ADV", "WRB", "advmod", 2),
    ("Hill", "PROPN", "NNP", "nsubj", 2),
    ("came", "VERB", "VBD", "advcl", 7),
    ("on", "ADP", "IN", "case", 4),
    ("Friday", "PROPN", "NNP", "obl", 2),
    (",", "PUNCT", ",", "punct", 2),
    ("she", "PRON", "PRP", "nsubj", 7),
    ("said", "VERB", "VBD", "ROOT", 7),
    ("it", "PRON", "PRP", "nsubj", 9),
    ("failed", "VERB", "VBD", "ccomp", 7),
]
NOW_HOPES: list[Row] = [
    ("Hill", "PROPN", "NNP", "nsubj", 2),
    ("now", "ADV", "RB", "advmod", 2),
    ("hopes", "VERB", "VBZ", "ROOT", 2),
    ("it", "PRON", "PRP", "nsubj", 4),
    ("fails", "VERB", "VBZ", "ccomp", 2),
]


# The parser hangs the day into the clause that completes the verb.
SAID_TUESDAY_IT_WOULD: list[Row] = [
    ("They", "PRON", "PRP", "nsubj", 1),
    ("said", "VERB", "VBD", "ROOT", 1),
    ("Tuesday", "PROPN", "NNP", "obl:unmarked", 5),
    ("it", "PRON", "PRP", "nsubj", 5),
    ("would", "AUX", "MD", "aux", 5),
    ("fail", "VERB", "VB", "ccomp", 1),
]
SAID_THAT_TUESDAY: list[Row] = [
    ("They", "PRON", "PRP", "nsubj", 1),
    ("said", "VERB", "VBD", "ROOT", 1),
    ("that", "SCONJ", "IN", "mark", 6),
    ("Tuesday", "PROPN", "NNP", "obl:unmarked", 6),
    ("it", "PRON", "PRP", "nsubj", 6),
    ("would", "AUX", "MD", "aux", 6),
    ("fail", "VERB", "VB", "ccomp", 1),
]


def find_said_on(rows: list[Row], cue: slice, content: slice) -> str | None:
    """The words that say when the one attribution was said."""
    (attribution, timexes) = read_rows(rows, cue, content)
    texts = {timex.key: timex.span.text for timex in timexes}
    return texts[attribution.said_on] if attribution.said_on is not None else None


def read_rows(rows: list[Row], cue: slice, content: slice) -> tuple[Attribution, list[Timex]]:
    """The one attribution and the dates, published on Friday, 14 March 2025."""
    words, pos, tags, deps, heads = zip(*rows, strict=True)
    doc = Doc(
        VOCAB,
        words=list(words),
        pos=list(pos),
        tags=list(tags),
        deps=list(deps),
        heads=list(heads),
        sent_starts=[True] + [False] * (len(rows) - 1),
    )
    set_context(doc, Context(published="2025-03-14"))
    spans: list[Span] = [doc[cue], doc[content]]
    set_attributions(doc, [Attribution(content=[spans[1]], cue=[spans[0]])])
    timexes = get_timexes(Dates()(doc))
    (attribution,) = get_attributions(doc)
    return attribution, timexes


@pytest.mark.parametrize(
    ("rows", "cue", "content", "said_on"),
    [
        (WHO_SAID, slice(5, 6), slice(6, 7), None),
        (AFTER_SHE_SAID, slice(5, 6), slice(6, 8), None),
        (WROTE_CITING, slice(4, 5), slice(5, 6), "Friday"),
        (WHEN_HE_CAME, slice(7, 8), slice(8, 10), "Friday"),
        (NOW_HOPES, slice(1, 3), slice(3, 5), "now"),
        (NOW_HOPES, slice(2, 3), slice(3, 5), None),
        (SAID_TUESDAY_IT_WOULD, slice(1, 2), slice(3, 6), "Tuesday"),
        (SAID_TUESDAY_IT_WOULD, slice(1, 2), slice(2, 6), "Tuesday"),
        (SAID_THAT_TUESDAY, slice(1, 2), slice(2, 7), None),
    ],
    ids=[
        *("who-said", "after-she-said", "wrote-citing", "when-he-came", "now-in-cue"),
        *("now-beside", "said-tuesday", "said-tuesday-in-content", "said-that-tuesday"),
    ],
)
def test_the_clause_of_the_cue_tells(
    rows: list[Row], cue: slice, content: slice, said_on: str | None
) -> None:
    assert find_said_on(rows, cue, content) == said_on


@pytest.mark.parametrize(
    ("rows", "value"),
    [(SAID_TUESDAY_IT_WOULD, "2025-03-11"), (SAID_THAT_TUESDAY, "2025-03-18")],
    ids=["said-tuesday", "said-that-tuesday"],
)
def test_a_day_before_the_subject_of_a_clause_is_of_the_verb_before(
    rows: list[Row], value: str
) -> None:
    _, (tuesday,) = read_rows(rows, slice(1, 2), slice(len(rows) - 3, len(rows)))
    assert tuesday.values["value"] == value


def test_what_goes_by_a_timetable_lies_ahead() -> None:
    rows: list[Row] = [
        ("The", "DET", "DT", "det", 1),
        ("transfers", "NOUN", "NNS", "nsubj", 2),
        ("leave", "VERB", "VBP", "ROOT", 2),
        ("on", "ADP", "IN", "case", 4),
        ("Monday", "PROPN", "NNP", "obl", 2),
    ]
    words, pos, tags, deps, heads = zip(*rows, strict=True)
    doc = Doc(
        VOCAB,
        words=list(words),
        pos=list(pos),
        tags=list(tags),
        deps=list(deps),
        heads=list(heads),
        lemmas=["the", "transfer", "leave", "on", "Monday"],
    )
    set_context(doc, Context(published="2025-03-14"))
    (timex,) = get_timexes(Dates()(doc))
    assert timex.values["value"] == "2025-03-17"
