"""Labelled articles as what names and attributions are fitted on."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from tests.pipeline.encoder.test_word_pieces import PIECES

from claimx_training.encoder.examples import Untold, make_attribution_example
from claimx_training.wikinews import FILE, read_articles, tag_words


def test_names_are_tagged_on_the_tokens_of_the_pipeline(corpora: Path, blank: Language) -> None:
    article = next(read_articles(corpora / FILE))
    (words,) = tag_words(article, blank)
    named = [(word.form, word.label, word.starts_entity) for word in words if word.label]
    assert named == [
        *(("Ann", "PERSON", True), ("Hill", "PERSON", False), ("Acme", "ORG", True)),
        *(("Bob", "PERSON", True), ("Reid", "PERSON", False)),
        *(("Ann", "PERSON", True), ("Hill", "PERSON", False)),
    ]


def test_nested_cues_are_learned_and_what_has_no_cue_is_left_out(
    corpora: Path, blank: Language
) -> None:
    article = next(read_articles(corpora / FILE))
    assert article.nested == {1}
    untold = Untold(nested=frozenset(article.nested), unsure=frozenset(article.unsure))
    example = make_attribution_example(blank, article.article, PIECES, untold=untold)
    doc = blank.make_doc(article.article.text)
    assert [doc[cue.start : cue.end].text for cue in example.cues] == ["said", "said"]
    inner = example.cues[1]
    assert [doc[a:b].text for a, b, _ in inner.arguments] == ["Ann Hill", "yes"]
    # The roles without links are those of the outermost.
    assert example.role_tags[inner.start] == example.role_tags[inner.start - 1]
    assert example.cue_tags[inner.start] == 1
