"""Names and idioms that hold a word of time: ``Friday Night Lights``, ``Theresa May``."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc, Span

from claimx.lang.en.nouns import nouns_of
from claimx.pipeline.dates.context import Candidate
from claimx.pipeline.dates.data_files import read_lines, read_words

# Under this key a Doc's `user_data` holds which words name persons, while its dates are read.
NAMES_ELSEWHERE = "claimx/names_elsewhere"
_REACH = 48
_NAME_LABELS = frozenset({"PERSON", "WORK_OF_ART", "PRODUCT", "ORG", "FAC", "GPE", "LOC"})
# A year beside these is the year of something: "Expo 2015".
_LABELS_WITH_YEARS = frozenset({"PERSON", "ORG", "FAC", "GPE", "LOC"})
_CLASSES_OF_NAMES = frozenset(
    {"MONTH_NAME", "WEEKDAY_NAME", "SEASON_NAME", "BARE_YEAR", "FREQUENCY_WORD", "HOLIDAY"}
)
_LONGEST_NAME = 8
_CAPITALISED = re.compile(r"(?<![^\W_])([A-Z][^\W\d_]+)[ \xa0]\Z")


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
    # The whole article is searched, so once for each word and not for each "may".
    known = doc.user_data.setdefault(NAMES_ELSEWHERE, {})
    if word not in known:
        known[word] = _is_person(doc, candidate.document_text, word)
    return bool(known[word])


def _is_person(doc: Doc, text: str, word: str) -> bool:
    if any(ent.label_ == "PERSON" and word in ent.text.lower().split() for ent in doc.ents):
        return True
    titles = "|".join(sorted(read_words("before_surnames")))
    return re.search(rf"\b(?:{titles})\.?\s{word}\b", text, re.I) is not None


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
    kept = _NAME_LABELS - (_LABELS_WITH_YEARS if "BARE_YEAR" in candidate.classes else set())
    if span[0].ent_type_ not in kept:
        return False
    entity = _entity_around(span)
    return entity is not None and len(entity) > len(span)


def _entity_around(span: Span) -> Span | None:
    """The entity that holds ``span``; `Doc.ents` would list all of the article for each date."""
    doc, start, end = span.doc, span.start, span.end
    if any(token.ent_iob_ != "I" for token in doc[start + 1 : end]):
        return None
    limit = max(0, start - _LONGEST_NAME)
    while start > limit and doc[start].ent_iob_ == "I":
        start -= 1
    limit = min(len(doc), end + _LONGEST_NAME)
    while end < limit and doc[end].ent_iob_ == "I":
        end += 1
    return doc[start:end]


def _ends_a_name(candidate: Candidate) -> bool:
    """Whether a year is the number of a plan: ``Agenda 2030``, ``Vision 2030``.

    The year of an event is its date ("World Cup 2026"): gold standards mark it.
    """
    nearest = candidate.document_text[max(0, candidate.start - _REACH) : candidate.start]
    word = _CAPITALISED.search(nearest)
    return word is not None and word[1].lower() in nouns_of("plan")


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
    small = "|".join(word.title() for word in sorted(read_words("small_words_of_names")))
    return re.sub(rf"(?<= )({small})(?= )", lambda match: match.group().lower(), words)


def _escape(phrase: str) -> str:
    return re.escape(phrase).replace("'", "['’]").replace(r"\ ", r"\s+")
