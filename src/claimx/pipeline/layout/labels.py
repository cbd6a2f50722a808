"""The labels that open the turns of a transcript.

``Q:``, ``MR. SMITH:``, ``Jane Smith:``, and ``((Wikinews))`` for who asks.

Offsets are half-open code points of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claimx.lang.en import read_lines
from claimx.lang.en.words import words_of

QUESTION, ANSWER = "q", "a"
BRACKETS, BARE = "))", ""

# A label with what may stand around it: Markdown's marks of bold type, "(via interpreter)".
_LABELLED = re.compile(
    r"(?:\*{1,3}|_{1,3})?(?P<label>[^\W\d_][^:\r\n*—–]{0,79}?)(?:\*{1,3}|_{1,3})?"
    r"(?P<aside>[ ]?\([^()\r\n]{1,60}\)|[ ]?\[[^\[\]\r\n]{1,60}\])?(?P<mark>:|[ ]?[—–][ ]?|[ ]-[ ])"
    r"(?:\*{1,3}|_{1,3})?(?=[\s\"'“‘«(\[]|(?<=[—– ])\w|$)"
)
_DOTTED = re.compile(r"(?:\*{1,3})?(?P<label>[QA])(?P<aside>)(?P<mark>\.)(?:\*{1,3})?(?=\s)")
# Wikinews brackets the interviewer: "((Wikinews)) What comes next?"
_BRACKETED = re.compile(r"\(\((?P<label>[^\W\d_][^()\r\n]{0,59})(?P<mark>\)\))(?P<aside>)(?=\s)")
# It prints answers without a mark: "Ann Hill I left.", "AH I did not."
_CAPITALIZED = r"[^\W\d_a-z][\w'’.-]+"
_INITIALS = re.compile(r"(?P<label>[A-Z]{2,4})(?P<mark>)(?P<aside>)[ ]+(?=[A-Z\"“'‘\[])")
_NAME = re.compile(
    r"(?P<label>[A-Z][\w'’.-]+(?:[ ][A-Z][\w'’.-]+){1,3}?)(?P<mark>)(?P<aside>)[ ]+(?=[A-Z\"“'‘\[])"
)
# Names of one word to four, as labels without a mark.
_OPENINGS = tuple(
    re.compile(
        rf"(?P<label>{_CAPITALIZED}(?:[ ]{_CAPITALIZED}){{{more}}})(?P<mark>)(?P<aside>)[ ]+"
        r"(?=[^\W\d_a-z]|[\d\"“'‘\[])"
    )
    for more in range(4)
)
_FULL_NAME = re.compile(rf"{_CAPITALIZED}(?:[ ]{_CAPITALIZED})+")
_FORMS = (_DOTTED, _LABELLED, _BRACKETED)
_LINE_START = re.compile(r"(?:\A|(?<=[\r\n\u2028\u2029]))[^\S\r\n]*(?=\S)")
# "d’Estaing", "al-Masri"
_GLUED = re.compile(r"(?:d['’]|al-|el-)[^\W\d_]")
_NUMBERED_QUESTION = re.compile(r"[QA]\d{1,3}")
_MOST_WORDS = 6


@dataclass(frozen=True)
class Label:
    """A label at the start of a line.

    Attributes:
        opening: Where it begins, with what makes it bold in Markdown.
        start: Where its first word begins.
        end: Where it ends: before the mark, and before what stands in brackets after it.
        mark: Limits of the colon, the dash, the full stop or the brackets behind it.
        words: Where what belongs to the label ends; the words of the turn follow.
        name: Its words in lower case, without "Mr." and what follows a comma ("HOST");
            `QUESTION` and `ANSWER` for all ways to write these.
        form: The mark: ``:``, ``.``, ``dash`` or ``))``; empty where there is none.
        is_capitals: Whether it is written in capitals.
    """

    opening: int
    start: int
    end: int
    mark: tuple[int, int]
    words: int
    name: str
    form: str
    is_capitals: bool


@cache
def read_labels(name: str) -> frozenset[str]:
    """The entries of the list ``labels/<name>.txt``."""
    return frozenset(line.strip() for line in read_lines(f"labels/{name}.txt"))


def find_labels(text: str) -> Iterator[Label]:
    """What looks like a label at the start of a line, whether it names anybody or not."""
    for line in _LINE_START.finditer(text):
        match = next(filter(None, (form.match(text, line.end()) for form in _FORMS)), None)
        label = _read_label(text, match) if match is not None else None
        if label is not None:
            yield label


def find_bare_labels(text: str) -> list[Label]:
    """A full name without a mark that opens a line, and its initials, which open several.

    They mean something beside labels with a mark alone; "UN" and "US" open lines as well, without
    a name that opens one.
    """
    starts = [line.end() for line in _LINE_START.finditer(text)]
    initials = list(_read_bare(text, starts, _INITIALS))
    counts = Counter(label.name for label in initials)
    recurring = {name for name, count in counts.items() if count > 1}
    names = {
        label: "".join(word[0] for word in label.name.split())
        for label in _read_bare(text, starts, _NAME)
    }
    named = recurring & set(names.values())
    answering = [label for label in initials if label.name in named]
    return [*answering, *(label for label, short in names.items() if short in named)]


def find_named_openings(text: str, starts: Sequence[int], above: str) -> list[Label]:
    """The labels without a mark that open paragraphs: names that the text ``above`` gives in full.

    "RACHEL STEIN Was it true?", "Okafor No." Each stands before a capital and is the longest one
    there; one that opens a single paragraph is a full name.
    """
    given = _list_given_names(above)
    found: list[list[Label]] = []
    for start in starts:
        matches = (form.match(text, start) for form in _OPENINGS)
        read = (_read_label(text, match) for match in matches if match is not None)
        found.append([label for label in read if label is not None and label.name in given])
    counts = Counter(label.name for labels in found for label in labels)
    sure = ([k for k in labels if counts[k.name] > 1 or " " in k.name] for labels in found)
    return [max(labels, key=lambda label: label.end) for labels in sure if labels]


def _list_given_names(above: str) -> set[str]:
    """Full names, their first and their last words, as `Label.name` writes them."""
    given = set()
    for match in _FULL_NAME.finditer(above):
        words = match.group().lower().split()
        given |= {" ".join(words[:end]) for end in range(1, len(words) + 1)}
        given |= {" ".join(words[start:]) for start in range(1, len(words))}
    return given


def _read_bare(text: str, starts: Sequence[int], form: re.Pattern[str]) -> Iterator[Label]:
    for start in starts:
        match = form.match(text, start)
        label = _read_label(text, match) if match is not None else None
        if label is not None:
            yield label


def name_label(written: str) -> str:
    """The `Label.name` of a label as it stands in the text."""
    return _reduce(written.partition(",")[0].split())


def names_nobody(label: Label) -> bool:
    """Whether a label is that of a note, a rubric or a table: ``no_speakers.txt``."""
    if label.name in (QUESTION, ANSWER):
        return False
    nobody = read_labels("no_speakers")
    first, space, _ = label.name.partition(" ")
    return label.name in nobody or (space != "" and f"{first} *" in nobody)


def _read_label(text: str, match: re.Match[str]) -> Label | None:
    written = match["label"].rstrip()
    mark = match["mark"].strip()
    form = mark if mark in (":", ".", BRACKETS, BARE) else "dash"
    name, _, rest = written.partition(",")
    words = name.split()
    if not words or len(words) + len(rest.split()) > _MOST_WORDS or not _is_name(words):
        return None
    if rest and not _is_name(rest.split()):
        return None
    start = match.start("label")
    place = match.start("mark") + match["mark"].index(mark)
    return Label(
        opening=match.start(),
        start=start,
        end=start + len(written),
        mark=(place, place + len(mark)),
        words=match.end(),
        name=_reduce(words),
        form=form,
        is_capitals=name.upper() == name and len(name) > 1,
    )


def _is_name(words: list[str]) -> bool:
    """Whether every word begins with a capital, but for particles and numbers behind the first."""
    if not words[0][:1].isupper():
        return False
    particles = words_of("particle")
    if not all(
        word[0].isupper() or word.isdigit() or word.lower() in particles or _GLUED.match(word)
        for word in words[1:]
    ):
        return False
    # "He said:" and "I told them:" end a clause, no name.
    return words[-1].lower() not in particles and not any(_ends_sentence(w) for w in words[:-1])


def _ends_sentence(word: str) -> bool:
    """Whether a full stop behind a word ends a sentence: no initial and no title."""
    return word[-1] in "!?" or (word[-1] == "." and len(word.strip(".")) > 5)


def _reduce(words: list[str]) -> str:
    if len(words) == 1 and _NUMBERED_QUESTION.fullmatch(words[0]):
        words = [words[0][0]]
    lowered = [word.lower().strip(".") for word in words]
    while len(lowered) > 1 and lowered[0] in words_of("honorific"):
        lowered = lowered[1:]
    name = " ".join(lowered)
    if name in words_of("question label"):
        return QUESTION
    return ANSWER if name in words_of("answer label") else name
