"""Coreference of OntoGUM: GUM by the guidelines of OntoNotes, in columns as CoNLL-2012 had them.

The chains are in ``ontogum-conll/NAME.conll`` (number, word, brackets). White space, heads and
the types of entities are those of ``dep/NAME.conllu`` beside it. Zhu, Pradhan and Zeldes (2021),
OntoGUM: Evaluating contextualized SOTA coreference resolution on 12 more genres.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimx.evaluation.patterns import PRONOUNS
from claimx.evaluation.standards import CoreferentText, GoldError, GoldMention, Offsets
from claimx.evaluation.text_building import PARAGRAPH, SENTENCE, join_offsets

SUFFIX = ".conll"
_OPENING = re.compile(r"\((\d+)")
_CLOSING = re.compile(r"(\d+)\)")
_TYPES = frozenset({"person", "organization", "place"})
_NO_SPACE = "SpaceAfter=No"


@dataclass(slots=True)
class _Word:
    """A word of ``dep``: its place in the text, its head's number in the document, its tags."""

    place: Offsets
    head: int
    tag: str
    entity: str


def read_ontogum(path: Path) -> CoreferentText:
    """One document: the chains of persons, organisations and named places.

    The type of a chain is the one that most of its mentions have in GUM; a place counts where
    one of its mentions is headed by a name, so that it may be a GPE. The heads are those of the
    dependencies.

    Raises:
        GoldError: If ``dep/NAME.conllu`` is missing or has other words.
    """
    beside = path.parent.parent / "dep" / f"{path.stem}.conllu"
    try:
        rows = [line.rstrip("\n").split("\t") for line in path.read_text("utf-8").splitlines()]
        lines = beside.read_text("utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise GoldError(
            f"{path} cannot be read with its words ({error}): OntoGUM needs dep/ beside it"
        ) from error
    rows = [row for row in rows if len(row) > 2 and row[0].isdigit()]
    text, words = _read_words(lines)
    if [row[1] for row in rows] != [text[slice(*word.place)] for word in words]:
        raise GoldError(f"{path} and {beside} do not hold the same words")
    types = _read_types([word.entity for word in words])
    chains = []
    for spans in _read_chains([row[-1] for row in rows]).values():
        kinds = Counter(types[span] for span in spans if span in types)
        kind = kinds.most_common(1)[0][0] if kinds else ""
        mentions = [_make_mention(text, words, first, end) for first, end in sorted(spans)]
        heads = {words[_find_head(words, first, end)].tag for first, end in spans}
        if kind in _TYPES and (kind != "place" or "PROPN" in heads):
            chains.append(tuple(mentions))
    fields = dict(_read_fields(lines))
    return CoreferentText(
        name=path.stem,
        text=text,
        chains=tuple(sorted(chains, key=lambda chain: chain[0].start)),
        scored=((0, len(text)),),
        path=path.as_posix(),
        published=fields.get("dateCreated"),
        genre=fields.get("genre"),
    )


def _read_fields(lines: list[str]) -> Iterator[tuple[str, str]]:
    """What a document says of itself, as ``# meta::genre = news``."""
    for line in lines:
        if line.startswith("# meta::"):
            name, _, value = line.removeprefix("# meta::").partition("=")
            yield name.strip(), value.strip()


def _read_words(lines: list[str]) -> tuple[str, list[_Word]]:
    """The text, with paragraphs where the corpus begins one, and its words."""
    parts: list[str] = []
    words: list[_Word] = []
    length = first = 0
    space = ""
    glued_to = 0
    for line in lines:
        if line.startswith("# newpar") and not line.startswith("# newpar_block") and words:
            space = PARAGRAPH
        fields = line.split("\t")
        number, dash, last = fields[0].partition("-")
        if len(fields) < 10:
            if not line.strip():
                first, glued_to = len(words), 0
                space = space or SENTENCE
            continue
        if dash:
            glued_to = int(last)
        if not number.isdigit() or dash:
            continue
        start = length + len(space)
        parts += (space, fields[1])
        length = start + len(fields[1])
        entity = next((p[7:] for p in fields[9].split("|") if p.startswith("Entity=")), "")
        head = first + int(fields[6]) - 1 if fields[6] != "0" else len(words)
        words.append(_Word((start, length), head, fields[3], entity))
        is_glued = _NO_SPACE in fields[9].split("|") or int(number) < glued_to
        space = "" if is_glued else " "
    return "".join(parts), words


def _read_chains(brackets: list[str]) -> dict[str, list[tuple[int, int]]]:
    """The mentions of each chain, as half-open numbers of words."""
    opened: dict[str, list[int]] = {}
    chains: dict[str, list[tuple[int, int]]] = {}
    for place, marks in enumerate(brackets):
        for key in _OPENING.findall(marks):
            opened.setdefault(key, []).append(place)
        for key in _CLOSING.findall(marks):
            if opened.get(key):
                chains.setdefault(key, []).append((opened[key].pop(), place + 1))
    return chains


def _read_types(brackets: list[str]) -> dict[tuple[int, int], str]:
    """The type of each entity of GUM, by its half-open numbers of words."""
    opened: list[tuple[str, str, int]] = []
    types: dict[tuple[int, int], str] = {}
    for place, marks in enumerate(brackets):
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", marks):
            inside = part.strip("()").split("-")
            if part.startswith("("):
                opened.append((inside[0], inside[1] if inside[1:] else "", place))
            if part.endswith(")"):
                for number in range(len(opened) - 1, -1, -1):
                    if opened[number][0] == inside[0]:
                        _, kind, start = opened.pop(number)
                        types[start, place + 1] = kind
                        break
    return types


def _find_head(words: list[_Word], first: int, end: int) -> int:
    """The number of the word whose head lies outside; the last, where several do."""
    found = end - 1
    for place in range(first, end):
        head = words[place].head
        if (head == place or not first <= head < end) and words[place].tag != "PUNCT":
            return place
    return found


def _make_mention(text: str, words: list[_Word], first: int, end: int) -> GoldMention:
    start, stop = join_offsets([words[first].place, words[end - 1].place])
    is_pronoun = end == first + 1 and text[start:stop].lower() in PRONOUNS
    return GoldMention(start, stop, words[_find_head(words, first, end)].place, is_pronoun)
