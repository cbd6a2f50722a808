"""Sentences of news as the bundled pipeline parses them inside of their articles.

The treebanks hold few sentences of news, and none alone: a pipeline that was fitted on them tagged
"Ann Hill, a poet, said" worse by itself than in an article. Here it learns from its own reading of
whole articles (self-training; McClosky, Charniak and Johnson, 2006) to read their sentences alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from spacy.tokens import Doc, Span
from spacy.util import load_model_from_path

import claimx_en
from claimx_training import news_labels, wikinews
from claimx_training.documents import hold_out_tenth, vary_words

SENTENCES = 3000
_SHORTEST, _LONGEST = 8, 45


def parse_sentences(corpora: Path, rng: Random) -> Iterator[Doc]:
    """Sentences drawn from the articles that are fitted on, each a Doc with tags and dependencies.

    Raises:
        FileNotFoundError: For a corpus that ``corpora`` lacks.
    """
    nlp = load_model_from_path(claimx_en.pipeline_path(), exclude=["ner", "attribution_roles"])
    labelled = [*wikinews.read_articles(corpora / wikinews.FILE)]
    fitted = [*hold_out_tenth(labelled)[0]]
    fitted += hold_out_tenth(news_labels.read_articles(corpora))[0]
    texts = [one.article.text for one in fitted]
    sentences = [s for doc in nlp.pipe(texts) for s in doc.sents if _is_plain(s)]
    for sentence in rng.sample(sentences, min(SENTENCES, len(sentences))):
        yield _stand_alone(sentence, rng)


def _is_plain(sentence: Span) -> bool:
    """Whether a sentence ends in a mark, as headlines do not, and holds no line break."""
    span = _leave_break(sentence)
    return span[-1].is_punct and _SHORTEST <= len(span) <= _LONGEST and not _holds_space(span)


def _leave_break(sentence: Span) -> Span:
    """A sentence without the break of the paragraph that it ends."""
    return sentence[:-1] if len(sentence) > 1 and sentence[-1].is_space else sentence


def _holds_space(span: Span) -> bool:
    return any(token.is_space for token in span)


def _stand_alone(sentence: Span, rng: Random) -> Doc:
    """The sentence as a text, with its marks and letter case varied."""
    span = _leave_break(sentence)
    spaces = [bool(token.whitespace_) for token in span]
    spaces[-1] = False
    inside = range(span.start, span.end)
    return Doc(
        span.doc.vocab,
        words=vary_words([token.text for token in span], spaces, rng),
        spaces=spaces,
        tags=[token.tag_ for token in span],
        pos=[token.pos_ for token in span],
        morphs=[str(token.morph) for token in span],
        lemmas=[token.lemma_ for token in span],
        heads=[
            (token.head.i if token.head.i in inside else token.i) - span.start for token in span
        ],
        deps=[token.dep_ for token in span],
        sent_starts=[token.i == span.start for token in span],
    )
