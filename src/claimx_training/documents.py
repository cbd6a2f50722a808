"""From the readers' records to spaCy Docs that hold the gold annotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from claimx_training.conllu import Document, Sentence
from claimx_training.variation import vary_text

BLANK_LINE = "\n\n"
T = TypeVar("T")


@dataclass(slots=True)
class TaggedWord:
    """A word with an entity label: empty outside, ``None`` where the corpus does not tell.

    Several labels joined by ``|`` are alternatives between which the corpus does not decide.
    """

    form: str
    space_after: bool
    label: str | None = ""
    starts_entity: bool = False


def group_paragraphs(document: Document, max_words: int) -> Iterator[list[list[Sentence]]]:
    """Neighbouring paragraphs, together not much longer than ``max_words``."""
    group: list[list[Sentence]] = []
    size = 0
    for paragraph in document.paragraphs:
        length = sum(len(sentence.words) for sentence in paragraph)
        if group and size + length > max_words:
            yield group
            group, size = [], 0
        group.append(paragraph)
        size += length
    if group:
        yield group


def make_syntax_doc(
    vocab: Vocab, paragraphs: Sequence[Sequence[Sentence]], rng: Random | None
) -> Doc:
    """A Doc with tags, features, lemmas, dependencies and sentence starts.

    Between paragraphs stands a blank line, a space token that hangs on the word before it.
    With ``rng``, marks and letter case are varied.
    """
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    pos: list[str] = []
    morphs: list[str] = []
    lemmas: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    starts: list[bool | int | None] = []
    for number, paragraph in enumerate(paragraphs):
        for sentence in paragraph:
            first = len(words)
            for word in sentence.words:
                words.append(word.form)
                spaces.append(word.space_after)
                tags.append(word.xpos)
                pos.append(word.upos)
                morphs.append(word.feats)
                lemmas.append(word.lemma)
                heads.append(first + word.head)
                deps.append(word.deprel)
                starts.append(len(starts) == first)
        if number + 1 < len(paragraphs):
            spaces[-1] = False
            words.append(BLANK_LINE)
            spaces.append(False)
            tags.append("_SP")
            pos.append("SPACE")
            morphs.append("")
            lemmas.append(BLANK_LINE)
            heads.append(len(words) - 2)
            deps.append("dep")
            starts.append(False)
    spaces[-1] = False
    if rng is not None:
        words = vary_words(words, spaces, rng)
    return Doc(
        vocab,
        words=words,
        spaces=spaces,
        tags=tags,
        pos=pos,
        morphs=morphs,
        lemmas=lemmas,
        heads=heads,
        deps=deps,
        sent_starts=starts,
    )


def vary_words(words: Sequence[str], spaces: Sequence[bool], rng: Random) -> list[str]:
    """The words cut out of their varied text, each as long as before."""
    text = vary_text("".join(w + " " * s for w, s in zip(words, spaces, strict=True)), rng)
    varied = []
    place = 0
    for word, space in zip(words, spaces, strict=True):
        varied.append(text[place : place + len(word)])
        place += len(word) + space
    return varied


def make_entity_doc(vocab: Vocab, words: Sequence[TaggedWord], rng: Random | None) -> Doc:
    """A Doc with entities; words whose label is ``None`` are missing values, not outside."""
    forms = [word.form for word in words]
    spaces = [word.space_after for word in words]
    spaces[-1] = False
    if rng is not None:
        forms = vary_words(forms, spaces, rng)
    doc = Doc(vocab, words=forms, spaces=spaces)
    entities: list[Span] = []
    start = 0
    while start < len(words):
        end = start + 1
        label = words[start].label
        if label:
            while end < len(words) and words[end].label == label and not words[end].starts_entity:
                end += 1
            entities.append(Span(doc, start, end, label=label))
        start = end
    missing = [doc[i : i + 1] for i, word in enumerate(words) if word.label is None]
    doc.set_ents(entities, missing=missing, default="outside")
    return doc


def cut_as_live(nlp: Language, doc: Doc) -> Doc:
    """A Doc with entities on the tokens of ``nlp``, which cuts otherwise than the corpora do.

    An entity grows to whole tokens; a token with a missing value in it is missing.
    """
    live = nlp.make_doc(doc.text)
    entities = [_grow(live, e.start_char, e.end_char, e.label_) for e in doc.ents]
    unknown = [_grow(live, t.idx, t.idx + len(t)) for t in doc if not t.ent_iob]
    named = filter_spans(entities)
    taken = {token.i for span in named for token in span}
    places = sorted({token.i for span in unknown for token in span} - taken)
    live.set_ents(named, missing=[live[i : i + 1] for i in places], default="outside")
    return live


def _grow(doc: Doc, start: int, end: int, label: str = "") -> Span:
    span = doc.char_span(start, end, label, alignment_mode="expand")
    assert span is not None  # since both texts are one
    return span


def join_paragraphs(paragraphs: Iterable[Sequence[TaggedWord]]) -> list[TaggedWord]:
    """The words of paragraphs in a row, a blank line between them."""
    joined: list[TaggedWord] = []
    for paragraph in paragraphs:
        if joined:
            joined[-1] = replace(joined[-1], space_after=False)
            joined.append(TaggedWord(BLANK_LINE, False))
        joined += paragraph
    return joined


def hold_out_tenth(items: Iterable[T]) -> tuple[list[T], list[T]]:
    """Items for fitting and, every tenth of them, for tuning."""
    everything = list(items)
    return (
        [item for number, item in enumerate(everything) if number % 10 != 9],
        everything[9::10],
    )
