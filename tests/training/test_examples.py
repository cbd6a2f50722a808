"""Gold annotation as the numbers that are learned."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span
from tests.pipeline.encoder.test_word_pieces import PIECES
from tests.training.test_polnear import STANDOFF, TEXT, locate

from claimx.pipeline.tag_chains import read_runs
from claimx_training.encoder.examples import (
    IGNORED,
    AttributionExample,
    Labels,
    find_window,
    make_attribution_example,
    make_entity_example,
    make_syntax_example,
    match_cue,
    tag_arguments,
)
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
    ignored = [token.text for token in doc if example.cue_tags[token.i] == IGNORED]
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
    labels = Labels.collect([syntax], [names])
    example = make_syntax_example(syntax, labels, PIECES)
    assert example.heads.tolist() == [1, 1, IGNORED]
    assert example.starts.tolist() == [1, 0, IGNORED]
    assert [labels.tags[tag] for tag in example.tags[:2]] == ["NNP", "VBD"]
    assert make_entity_example(names, labels, PIECES).tags.tolist() == [1, IGNORED, 0]
