"""The Groningen Meaning Bank sample: its semi-automatic entities, cleaned."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claimx_training.detokenize import guess_spaces
from claimx_training.documents import TaggedWord
from claimx_training.places import Gazetteer, read_words

# ``tim`` is noisy and not ours, ``nat`` (natural phenomena) has no label of ours; ``art`` is so
# noisy that its words count as unknown.
LABELS = {
    "per": "PERSON",
    "org": "ORG",
    "geo": "GPE",
    "gpe": "NORP",
    "eve": "EVENT",
}
_QUOTES = {"``": '"', "''": '"', "`": "'"}


def read_sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Sentences as pairs (word, BIO tag) from the zipped CSV, which is in Latin-1."""
    with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as raw:
        rows = csv.reader(io.TextIOWrapper(raw, encoding="latin-1", newline=""))
        next(rows)
        sentence: list[tuple[str, str]] = []
        for number, word, _, tag in rows:
            if number and sentence:
                yield sentence
                sentence = []
            if word.strip():
                sentence.append((word.strip(), tag))
        if sentence:
            yield sentence


def clean_sentence(sentence: Sequence[tuple[str, str]], gazetteer: Gazetteer) -> list[TaggedWord]:
    """The sentence with our labels: titles are no part of a person, nationalities are NORP."""
    forms = [_QUOTES.get(word, word) for word, _ in sentence]
    words = [
        TaggedWord(form, space) for form, space in zip(forms, guess_spaces(forms), strict=True)
    ]
    for start, end, type_ in _part_offices(forms, find_entities([tag for _, tag in sentence])):
        label = LABELS.get(type_)
        if type_ == "art":
            for word in words[start:end]:
                word.label = None
        if label is None or "".join(forms[start:end]).islower():
            continue
        if label == "PERSON":
            start = skip_titles(forms, start, end)
            end = skip_possessive(forms, start, end)
        start += forms[start : start + 1] == ["the"]
        if start < end:
            label = _correct_label(label, " ".join(forms[start:end]), gazetteer)
            mark_entity(words, start, end, label)
    _mark_known_names(words, gazetteer)
    return words


def _part_offices(
    forms: Sequence[str], entities: Iterable[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str]]:
    """The entities, "U.N. Secretary-General Ban Ki-moon" parted at the office."""
    for start, end, type_ in entities:
        offices = [place for place in range(start, end) if forms[place] == "Secretary-General"]
        if type_ == "org" and offices:
            yield start, offices[0], "org"
            yield offices[0] + 1, end, "per"
        else:
            yield start, end, type_


def _mark_known_names(words: Sequence[TaggedWord], gazetteer: Gazetteer) -> None:
    """Label the names of several words that the corpus breaks, and groups that it leaves out."""
    for size in (3, 2):
        for start in range(len(words) - size + 1):
            window = words[start : start + size]
            name = " ".join(word.form for word in window)
            is_broken = len({word.label for word in window}) > 1 or any(
                word.starts_entity for word in window[1:]
            )
            goes_on = start + size < len(words) and _continues(words[start + size])
            if not is_broken or goes_on or not name[0].isupper():
                continue
            if gazetteer.is_country(name):
                mark_entity(words, start, start + size, "GPE")
            elif gazetteer.is_demonym(name):
                mark_entity(words, start, start + size, "NORP")
            elif name.lower() in read_words("events.txt"):
                mark_entity(words, start, start + size, "EVENT")
    for place, word in enumerate(words):
        if not word.label and word.form[:1].isupper() and gazetteer.is_demonym(word.form):
            mark_entity(words, place, place + 1, "NORP")


def _continues(word: TaggedWord) -> bool:
    return bool(word.label) and not word.starts_entity


# Countries that are also given names keep the label that the corpus gives them.
_GIVEN_NAMES = frozenset({"chad", "georgia", "israel", "jordan"})


def _correct_label(label: str, name: str, gazetteer: Gazetteer) -> str:
    if gazetteer.is_demonym(name):
        return "NORP"
    if name.lower() in read_words("organizations.txt"):
        return "ORG"
    if gazetteer.is_country(name) and not (label == "PERSON" and name.lower() in _GIVEN_NAMES):
        return "GPE"
    return gazetteer.classify_place(name) if label == "GPE" else label


def harmonise_labels(sentences: Sequence[Sequence[TaggedWord]]) -> None:
    """Give a name that has one label nearly always that label everywhere, in place.

    The labels are made by machine, so a rare other label of a frequent name is an error.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, list[Sequence[TaggedWord]]] = defaultdict(list)
    for sentence in sentences:
        for start, end in _find_marked(sentence):
            name = " ".join(word.form for word in sentence[start:end])
            counts[name][sentence[start].label or ""] += 1
            places[name].append(sentence[start:end])
    for name, labels in counts.items():
        label, most = labels.most_common(1)[0]
        if labels.total() >= 10 and most >= 0.85 * labels.total():
            for words in places[name]:
                for word in words:
                    word.label = label


def _find_marked(sentence: Sequence[TaggedWord]) -> Iterator[tuple[int, int]]:
    for start, word in enumerate(sentence):
        if word.label and word.starts_entity:
            end = start + 1
            while end < len(sentence) and sentence[end].label and not sentence[end].starts_entity:
                end += 1
            yield start, end


def find_entities(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Half-open word offsets and type of each run ``B-x I-x …``; a stray ``I-x`` begins one."""
    start = 0
    while start < len(tags):
        prefix, _, type_ = tags[start].partition("-")
        end = start + 1
        if prefix in ("B", "I"):
            while end < len(tags) and tags[end] == f"I-{type_}":
                end += 1
            yield start, end, type_
        start = end


def skip_titles(forms: Sequence[str], start: int, end: int) -> int:
    """Where the name begins after titles and offices; ``end`` where nothing else is there."""
    titles = read_words("titles.txt")
    while start < end and forms[start].lower().rstrip(".") in titles:
        start += 1
    return start


def skip_possessive(forms: Sequence[str], start: int, end: int) -> int:
    """Where the name ends before a possessive that stands in the mention."""
    while end > start and forms[end - 1] in ("'s", "’s", "'", "’"):
        end -= 1
    return end


def mark_entity(words: Sequence[TaggedWord], start: int, end: int, label: str) -> None:
    """Label the words of a half-open range as one entity."""
    for place in range(start, end):
        words[place].label = label
        words[place].starts_entity = place == start
