"""Names and idioms that hold a word of time: ``Friday Night Lights``, ``Theresa May``."""

from __future__ import annotations

import re
from functools import cache

from claimx.pipeline.dates.context import Candidate
from claimx.pipeline.dates.data_files import read_lines, read_words

_REACH = 48
_NAME_LABELS = frozenset({"PERSON", "WORK_OF_ART", "PRODUCT", "ORG", "FAC", "GPE", "LOC"})
# A year beside these is the year of something: "Expo 2015".
_LABELS_WITH_YEARS = frozenset({"PERSON", "ORG", "FAC", "GPE", "LOC"})
_CLASSES_OF_NAMES = frozenset(
    {"MONTH_NAME", "WEEKDAY_NAME", "SEASON_NAME", "BARE_YEAR", "FREQUENCY_WORD", "HOLIDAY"}
)
_LONGEST_NAME = 8
_CAPITALISED = re.compile(r"(?<![^\W_])([A-Z][^\W\d_]+)[ \xa0]\Z")
_TITLES = "Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Minister|President|Senator|Judge|Theresa"


def is_part_of_a_name(candidate: Candidate) -> bool:
    """Whether the expression is a piece of a listed name or idiom, or of a recognised entity."""
    return (
        _is_listed(candidate)
        or _is_inside_an_entity(candidate)
        or ("BARE_YEAR" in candidate.classes and _ends_a_name(candidate))
    )


def is_name_elsewhere(candidate: Candidate, word: str) -> bool:
    """Whether the article knows a person by ``word``: ``Theresa May``, ``Mrs May``."""
    doc = candidate.span.doc
    if any(ent.label_ == "PERSON" and word in ent.text.lower().split() for ent in doc.ents):
        return True
    return re.search(rf"\b(?:{_TITLES})\.?\s{word}\b", candidate.document_text, re.I) is not None


def _is_listed(candidate: Candidate) -> bool:
    text = candidate.document_text
    start, end = max(0, candidate.start - _REACH), candidate.end + _REACH
    return any(
        match.start() < candidate.end and candidate.start < match.end()
        for word in re.findall(r"[^\W_]+", candidate.text.lower())
        for phrase in _phrases_by_word().get(word, ())
        for match in phrase.finditer(text, start, end)
    )


def _is_inside_an_entity(candidate: Candidate) -> bool:
    if not candidate.classes & _CLASSES_OF_NAMES:
        return False
    span = candidate.span
    around = span.doc[max(0, span.start - _LONGEST_NAME) : span.end + _LONGEST_NAME]
    kept = _NAME_LABELS - (_LABELS_WITH_YEARS if "BARE_YEAR" in candidate.classes else set())
    return any(
        entity.start <= span.start and span.end <= entity.end and len(entity) > len(span)
        for entity in around.ents
        if entity.label_ in kept
    )


def _ends_a_name(candidate: Candidate) -> bool:
    """Whether a year is the number of a plan: ``Agenda 2030``, ``Vision 2030``.

    The year of an event is its date ("World Cup 2026"): gold standards mark it.
    """
    nearest = candidate.document_text[max(0, candidate.start - _REACH) : candidate.start]
    word = _CAPITALISED.search(nearest)
    return word is not None and word[1].lower() in read_words("plans_with_years")


@cache
def _phrases_by_word() -> dict[str, list[re.Pattern[str]]]:
    """Names (with capitals) and idioms under each of their words."""
    phrases: dict[str, list[re.Pattern[str]]] = {}
    for file, flags in (("names_of_dates", re.NOFLAG), ("idioms", re.IGNORECASE)):
        for phrase in sorted(read_lines(file)):
            words = phrase if flags else _capitalise(phrase)
            pattern = re.compile(rf"(?<!\w){_escape(words)}(?!\w)", flags)
            for word in set(re.findall(r"[^\W_]+", phrase)):
                phrases.setdefault(word, []).append(pattern)
    return phrases


def _capitalise(phrase: str) -> str:
    """A name as titles are written: short words in the middle keep their small letters."""
    words = re.sub(r"(?<![\w'])[a-z]", lambda match: match.group().upper(), phrase)
    return re.sub(r"(?<= )(Of|The|On|For|A|In|And|This)(?= )", lambda m: m.group().lower(), words)


def _escape(phrase: str) -> str:
    return re.escape(phrase).replace("'", "['’]").replace(r"\ ", r"\s+")
