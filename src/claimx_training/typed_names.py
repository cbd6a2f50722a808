"""Corpora of names in BIO columns: CrossNER, WNUT 2017 and Universal NER."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from claimx_training.conllu import Document
from claimx_training.detokenize import guess_spaces
from claimx_training.documents import TaggedWord
from claimx_training.few_nerd import find_runs, mark_nationalities
from claimx_training.gmb import mark_entity, skip_possessive, skip_titles
from claimx_training.places import Gazetteer

ANY_PLACE = "GPE|LOC|FAC"
# Types that are not here, awards and genres among them, count as unknown.
CROSSNER = {
    "person": "PERSON",
    "politician": "PERSON",
    "writer": "PERSON",
    "musicalartist": "PERSON",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "band": "ORG",
    "country": "GPE",
    "location": ANY_PLACE,
    "election": "EVENT",
    "event": "EVENT",
    "book": "WORK_OF_ART",
    "poem": "WORK_OF_ART",
    "song": "WORK_OF_ART",
    "album": "WORK_OF_ART",
    "magazine": "ORG|WORK_OF_ART",
}
CROSSNER_KNOWN = ("EVENT", "GPE", "LOC", "NORP", "ORG", "PERSON", "WORK_OF_ART")
WNUT = {
    "person": "PERSON",
    "location": ANY_PLACE,
    "corporation": "ORG",
    "group": "ORG|NORP",
    "product": "PRODUCT",
    "creative-work": "WORK_OF_ART",
}
WNUT_KNOWN = ("GPE", "LOC", "ORG", "PERSON", "PRODUCT", "WORK_OF_ART")
UNER = {"PER": "PERSON", "ORG": "ORG", "LOC": ANY_PLACE}
UNER_KNOWN = ("GPE", "LOC", "NORP", "ORG", "PERSON")


def read_columns(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Sentences as pairs (word, tag) from two columns parted by a tab."""
    sentence: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.strip().rpartition("\t")
        if word.strip():
            sentence.append((word.strip(), tag.strip()))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def label_sentence(
    sentence: Sequence[tuple[str, str]], types: Mapping[str, str], gazetteer: Gazetteer
) -> list[TaggedWord]:
    """A sentence in our labels by a table of types."""
    forms = [form for form, _ in sentence]
    words = [
        TaggedWord(form, space) for form, space in zip(forms, guess_spaces(forms), strict=True)
    ]
    mark_runs(words, [tag for _, tag in sentence], types, gazetteer)
    return words


def label_treebank(
    document: Document, tags: Mapping[str, list[str]], gazetteer: Gazetteer
) -> list[list[TaggedWord]]:
    """The paragraphs of a treebank's document with the tags of Universal NER by sentence id.

    A sentence that has no tags, or another number of them, counts as unknown.
    """
    paragraphs = []
    for paragraph in document.paragraphs:
        words: list[TaggedWord] = []
        for sentence in paragraph:
            tagged = [TaggedWord(word.form, word.space_after) for word in sentence.words]
            found = tags.get(sentence.id)
            if found is None or len(found) != len(tagged):
                for word in tagged:
                    word.label = None
            else:
                mark_runs(tagged, found, UNER, gazetteer)
            words += tagged
        paragraphs.append(words)
    return paragraphs


def mark_runs(
    words: Sequence[TaggedWord],
    tags: Sequence[str],
    types: Mapping[str, str],
    gazetteer: Gazetteer,
) -> None:
    """Label ``words`` by BIO tags; a type that ``types`` lacks is a missing value."""
    forms = [word.form for word in words]
    for start, end, type_ in find_runs(tags):
        surface = " ".join(forms[start:end])
        label = types.get(type_)
        if gazetteer.is_demonym(surface):
            label = "NORP"
        elif label == ANY_PLACE:
            label = narrow_place(surface, gazetteer)
        if label is None:
            for word in words[start:end]:
                word.label = None
            continue
        if label == "PERSON":
            start = skip_titles(forms, start, end)
        end = skip_possessive(forms, start, end)
        start += start < end and forms[start].lower() == "the"
        if start < end:
            mark_entity(words, start, end, label)
    mark_nationalities(words, gazetteer)


def narrow_place(name: str, gazetteer: Gazetteer) -> str:
    """The label of a place where its name tells it, else all that it may be."""
    if gazetteer.is_country(name):
        return "GPE"
    label = gazetteer.classify_place(name)
    return label if label != "GPE" else ANY_PLACE
