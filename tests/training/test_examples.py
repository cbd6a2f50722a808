"""Gold annotation as the numbers that are learned."""

from __future__ import annotations

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span
from tests.pipeline.encoder.test_word_pieces import PIECES
from tests.training.test_polnear import STANDOFF, TEXT, locate

from claimx.pipeline.tag_chains import read_runs
from claimx_training.encoder.examples import (
    IGNORED,
    AttributionExample,
    Labels,
    Untold,
    find_window,
    make_attribution_example,
    make_entity_example,
    make_syntax_example,
    match_cue,
    tag_arguments,
)
from claimx_training.name_labels import LABELS, SOURCE
from claimx_training.polnear import read_article


def read(nlp: Language, standoff: str = STANDOFF) -> tuple[Doc, AttributionExample]:
    article = read_article("made", TEXT, standoff)
    return nlp.make_doc(TEXT), make_attribution_example(nlp, article, PIECES)


def arguments_of(doc: Doc, example: AttributionExample) -> list[tuple[str, str]]:
    return [
        (("SOURCE", "CONTENT")[label], doc[start:end].text)
        for start, end, label in example.cues[0].arguments
    ]


def test_a_cue_has_its_arguments_discontinuous_ones_too(blank: Language) -> None:
    doc, example = read(blank)
    assert [doc[cue.start : cue.end].text for cue in example.cues] == ["said"]
    assert arguments_of(doc, example) == [
        ("CONTENT", "“We are ready,”"),
        ("SOURCE", "the mayor"),
        ("CONTENT", "“for rain.”"),
    ]


def test_the_arguments_are_tagged_in_the_window_of_the_cue(blank: Language) -> None:
    doc, example = read(blank)
    cue = example.cues[0]
    window = find_window(example, cue.start, cue.end)
    runs = read_runs(tag_arguments(cue, window))
    assert [
        (run.label, doc[window.start + run.start : window.start + run.end].text) for run in runs
    ] == [
        (1, "“We are ready,”"),
        (0, "the mayor"),
        (1, "“for rain.”"),
    ]


def test_spans_grow_to_whole_words_and_shed_white_space(blank: Language) -> None:
    content = f"{TEXT.index('“for rain.”')} {TEXT.index('Read')}"
    standoff = (
        f"T1\tSource {locate('the may')}\tx\nT2\tCue {locate('said')}\tx\n"
        f"T3\tContent {content}\tx\n"
        "E1\tAttribution:T9 Source:T1 Cue:T2 Content:T3"
    )
    doc, example = read(blank, standoff)
    assert arguments_of(doc, example) == [("SOURCE", "the mayor"), ("CONTENT", "“for rain.”")]


def test_discarded_text_is_not_learned_from(blank: Language) -> None:
    doc, example = read(blank)
    words = [token.text for token in doc if not token.is_space]
    ignored = [w for w, tag in zip(words, example.cue_tags, strict=True) if tag == IGNORED]
    assert ignored == ["Read", "more", "here", "."]


def test_a_false_cue_has_no_arguments_and_one_that_is_cut_off_has_those_of_the_true(
    blank: Language,
) -> None:
    _, example = read(blank)
    said = example.cues[0]
    assert match_cue(example.cues, said.start, said.end + 1).arguments == said.arguments
    assert match_cue(example.cues, 0, 1).arguments == []


def test_white_space_has_no_syntax_and_unknown_names_are_not_learned(blank: Language) -> None:
    words, spaces = ["Hill", "left", "\n\n"], [True, False, False]
    syntax = Doc(
        blank.vocab,
        words=words,
        spaces=spaces,
        tags=["NNP", "VBD", "_SP"],
        pos=["PROPN", "VERB", "SPACE"],
        heads=[1, 1, 1],
        deps=["nsubj", "ROOT", "dep"],
    )
    names = Doc(blank.vocab, words=words, spaces=spaces)
    names.set_ents([Span(names, 0, 1, "PERSON")], missing=[names[1:2]], default="outside")
    names.user_data[SOURCE] = "made"
    labels = Labels.collect([syntax])
    example = make_syntax_example(syntax, labels, PIECES)
    assert example.heads.tolist() == [1, 1]
    assert example.starts.tolist() == [1, 0]
    assert [labels.tags[tag] for tag in example.tags] == ["NNP", "VBD"]
    allowed = make_entity_example(names, PIECES).allowed
    assert np.flatnonzero(allowed[0]).tolist() == [2 * LABELS.index("PERSON") + 1]
    assert allowed[1].all()
    assert len(allowed) == 2


def test_what_polnear_does_not_annotate_inside_a_content_is_not_learned_from(
    blank: Language,
) -> None:
    article = read_article("made", TEXT, STANDOFF)
    untold = Untold(cue_words=frozenset({"ready", "more"}))
    example = make_attribution_example(blank, article, PIECES, untold=untold)
    doc = blank.make_doc(TEXT)
    words = [token.text for token in doc if not token.is_space]
    unknown = [w for w, tag in zip(words, example.cue_tags, strict=True) if tag == IGNORED]
    assert unknown == ["ready", "Read", "more", "here", "."]


def test_an_unsure_cue_is_no_cue_and_no_missing_one(blank: Language) -> None:
    article = read_article("made", TEXT, STANDOFF)
    example = make_attribution_example(blank, article, PIECES, untold=Untold(unsure=frozenset({0})))
    said = example.cues[0].start
    assert example.cue_tags[said] == IGNORED
    assert example.cues[0].arguments
