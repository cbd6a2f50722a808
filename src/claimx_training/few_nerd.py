"""Few-NERD: Wikipedia sentences with fine types, of which each file annotates only some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claimx_training.detokenize import guess_spaces
from claimx_training.documents import TaggedWord
from claimx_training.gmb import mark_entity, skip_possessive, skip_titles
from claimx_training.places import Gazetteer

FILES = ("dev.txt", "test.txt", "big_test.txt", "val_inter.txt")
# Only of these does a file annotate every fine type, so that O there means no such name.
KNOWN = {"dev.txt": ("GPE",), "test.txt": ("GPE",), "big_test.txt": (), "val_inter.txt": ()}
_COARSE = {
    "person": "PERSON",
    "organization": "ORG",
    "location": "GPE|LOC|FAC",
    "building": "FAC",
    "product": "PRODUCT",
    "art": "WORK_OF_ART",
    "event": "EVENT",
}
_FINE = {
    "location_GPE": "GPE",
    "location_island": "LOC|GPE",
    "location_mountain": "LOC",
    "location_bodiesofwater": "LOC",
    "location_road/railway/highway/transit": "FAC",
    "location_park": "FAC|LOC",
    "building_hospital": "FAC|ORG",
    "building_hotel": "FAC|ORG",
    "building_library": "FAC|ORG",
    "building_restaurant": "FAC|ORG",
    "building_theater": "FAC|ORG",
    "product_game": "PRODUCT|WORK_OF_ART",
    "other_law": "LAW",
}
# Awards, gods and languages are names whose label the corpora of names disagree on.
_UNTOLD = frozenset({"other_award", "other_god", "other_language", "product_food"})


def read_sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Sentences as pairs (word, tag): ``O``, ``B-type``, ``I-type``, or the type alone."""
    sentence: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.rpartition("\t")
        if word:
            sentence.append((word, tag.strip()))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def label_sentence(sentence: Sequence[tuple[str, str]], gazetteer: Gazetteer) -> list[TaggedWord]:
    """A sentence in our labels; nationalities are NORP, titles are no part of a person's name."""
    forms = [form for form, _ in sentence]
    words = [
        TaggedWord(form, space) for form, space in zip(forms, guess_spaces(forms), strict=True)
    ]
    for start, end, type_ in find_runs([tag for _, tag in sentence]):
        label = map_type(type_)
        surface = " ".join(forms[start:end])
        if gazetteer.is_demonym(surface):
            label = "NORP"
        elif label and surface.islower():
            label = None
        if label is None:
            for word in words[start:end]:
                word.label = None
            continue
        if label == "PERSON":
            start = skip_titles(forms, start, end)
        start += forms[start] in ("the", "The")
        end = skip_possessive(forms, start, end)
        if label and start < end:
            mark_entity(words, start, end, label)
    mark_nationalities(words, gazetteer)
    return words


def mark_nationalities(words: Sequence[TaggedWord], gazetteer: Gazetteer) -> None:
    """Label the nationalities outside of names, which many corpora leave out or call places."""
    for place, word in enumerate(words):
        if not word.label and word.form[:1].isupper() and gazetteer.is_demonym(word.form):
            mark_entity(words, place, place + 1, "NORP")


def map_type(type_: str) -> str | None:
    """Our label for a fine type; empty for what none of ours names, ``None`` where that is open."""
    coarse, _, fine = type_.replace("-", "_", 1).partition("_")
    name = f"{coarse}_{fine}"
    if name in _UNTOLD:
        return None
    return _FINE.get(name, _COARSE.get(coarse, ""))


def find_runs(tags: Sequence[str]) -> Iterable[tuple[int, int, str]]:
    """Half-open word offsets and type of each run, for BIO tags and for types alone."""
    start = 0
    while start < len(tags):
        _, type_ = split_tag(tags[start])
        end = start + 1
        if type_:
            while end < len(tags):
                following, other = split_tag(tags[end])
                if other != type_ or following == "B":
                    break
                end += 1
            yield start, end, type_
        start = end


def split_tag(tag: str) -> tuple[str, str]:
    """The letter and the type of a tag; both empty for O."""
    if tag == "O":
        return "", ""
    if tag[:2] in ("B-", "I-"):
        return tag[0], tag[2:]
    return "I", tag
