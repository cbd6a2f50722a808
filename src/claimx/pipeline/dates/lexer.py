"""Cuts text into the words, numbers and marks that time expressions are made of.

Offsets are half-open and count code points of the text that was cut. Numbers written in digits
are told apart by their form and size, so that no rule need look inside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from claimx.pipeline.dates.classes import check_classes
from claimx.pipeline.dates.data_files import read_json

# Written by hand into one expression, since every word of an article passes through it. No
# alternative can match at two lengths except by its last repetition: time is linear.
_LEXEME = re.compile(
    r"""
      (?P<WORD>(?![AaPp](?:\s?\.\s?)?[Mm]\b)[^\W\d_]+)
    | (?P<MONEY>[$€£¥]\s?\d[\d,.]*)
    | (?P<BREAK>\n[^\S\n]*\n\s*)
    | (?P<ISO>\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?
              (?:[Zz]|[+-]\d{2}:?\d{2})?(?!\d))
    | (?P<NUMERIC>\d{1,4}(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,4}(?!\d))
    | (?P<COMPACT>(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))
    | (?P<CLOCK>\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))
    | (?P<LARGE>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d))
    | (?P<SLASHED>\d{1,4}/\d{1,4}(?![\d/]))
    | (?P<DECIMAL>\d+\.\d+)
    | (?P<ORDINAL>\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<DECADE>\d{3}0['’]?s\b|['’‘]\d0s\b|\d0['’]?s\b)
    | (?P<SHORT_YEAR>['’‘]\d{2}\b)
    | (?P<DIGITS>\d+)
    | (?P<MERIDIEM>[AaPp](?:\s?\.\s?)?[Mm]\b\.?)
    | (?P<POSSESSIVE>['’]s\b)
    | (?P<INSERTED>\[(?=[^\W\d_]{1,12}\]))
    | (?P<MARK>[^\w\s]|_)
    """,
    re.VERBOSE,
)

# Classes that do not make a time expression without a word of another class.
_IDLE_CLASSES = frozenset(
    [
        "ONES",
        "TEENS",
        "TENS",
        "ORDINAL_WORD",
        "FEW",
        "PORTION",
        "MODIFIER",
        "COMPARED",
        "ABBREVIATION",
        "QUANTITY",
        "NUMBER",
        "DAY_OF_MONTH",
        "NO_DAY",
        "MONTH_NUMBER",
        "HOUR",
        "HOUR_12",
        "TWO_DIGITS",
        "MILITARY",
        "NO_YEAR",
        "SHORT_YEAR",
        "LARGE",
        "DOTTED_CLOCK",
        "POSSESSIVE",
        "ZONE",
        "ZONE_NAME",
    ]
)


class Reading(NamedTuple):
    """What a piece of text can be.

    Attributes:
        code: One character that stands for the set of its classes.
        values: Names of word classes and the value that it has as a member of each: ``may`` is
            ``{"MONTH": 5}``, ``12`` a month, a day, an hour and a quantity.
        is_telling: Whether it can make a time expression of the words around it.
    """

    code: str
    values: Mapping[str, Any]
    is_telling: bool


class Item(NamedTuple):
    """A word, number or mark, or what a rule made of several; ``end`` is excluded."""

    start: int
    end: int
    reading: Reading


class CodeTable:
    """Gives every set of word classes that occurs a character of its own.

    A row of items is thereby a string, and a rule over word classes a regular expression.
    """

    def __init__(self) -> None:
        self.codes: dict[frozenset[str], str] = {frozenset(): " "}
        self._classes: dict[str, frozenset[str]] = {" ": frozenset()}
        # The codes of the sets that hold each class.
        self._codes_of: dict[str, str] = {}

    @property
    def size(self) -> int:
        """How many sets are known; grows as new ones turn up."""
        return len(self.codes)

    def read(self, values: Mapping[str, Any]) -> Reading:
        """The reading with these values."""
        classes = frozenset(values)
        code = self.codes.get(classes)
        if code is None:
            check_classes(classes, f"a reading of {dict(values)!r}"[:200])
            # From the private use area on: none of them means anything in an expression.
            code = self.codes[classes] = chr(0xE000 + len(self.codes))
            self._classes[code] = classes
            for name in classes:
                self._codes_of[name] = self._codes_of.get(name, "") + code
        is_telling = any(name[0].isupper() and name not in _IDLE_CLASSES for name in classes)
        return Reading(code, values, is_telling)

    def classes_in(self, codes: str) -> frozenset[str]:
        """All classes that the items of a row are members of."""
        return frozenset().union(*(self._classes[code] for code in set(codes)))

    def count(self, names: Iterable[str]) -> int:
        """A number that grows whenever a set turns up that holds one of these classes."""
        return sum(len(self.codes_of(name)) for name in names)

    def codes_of(self, name: str) -> str:
        """The characters of all sets that hold the class ``name``."""
        return self._codes_of.get(name, "")


WORDS_OF_MONTHS = frozenset(read_json("words")["MONTH"])
TABLE = CodeTable()
UNKNOWN = TABLE.read({})


def cut_text(
    text: str, words: Mapping[str, Reading], start: int = 0, end: int | None = None
) -> list[Item]:
    """The items of ``text[start:end]`` that a time expression could be made of, in order.

    Rows of words that have none of the words that make one are left out; an item without values
    stands for what comes between two rows.

    Args:
        words: The readings of known words (in lower case) and marks.
    """
    end = len(text) if end is None else end
    inserted_to = -1
    rows = _Rows()
    for match in _LEXEME.finditer(text, start, end):
        kind, first = match.lastgroup, match.start()
        if kind == "INSERTED":
            # An editor's word within another's: "[Ten] years ago".
            inserted_to = text.index("]", match.end())
        elif kind != "MARK" or not (first == inserted_to or rows.reach_past(first)):
            rows.add(_read_lexeme(match, words))
    return rows.finish()


class _Rows:
    """Collects rows of known items, and keeps those that can make a time expression.

    An item without values ends a row, and is kept behind it.
    """

    def __init__(self) -> None:
        self._kept: list[Item] = []
        self._row: list[Item] = []
        self._is_telling = False

    def reach_past(self, offset: int) -> bool:
        """Whether the row has the mark at ``offset`` already, as "Sept." has its full stop."""
        return bool(self._row) and self._row[-1].end > offset

    def add(self, item: Item) -> None:
        """Put ``item`` into the row, or end the row with it."""
        if item.reading is not UNKNOWN:
            self._row.append(item)
            self._is_telling = self._is_telling or item.reading.is_telling
        elif self._row:
            if self._is_telling:
                self._kept += [*self._row, item]
            self._row, self._is_telling = [], False

    def finish(self) -> list[Item]:
        """All items that were kept, and those of the last row."""
        return self._kept + self._row if self._is_telling else self._kept


def _read_lexeme(match: re.Match[str], words: Mapping[str, Reading]) -> Item:
    kind = match.lastgroup or ""
    if kind == "WORD":
        return _read_word(match, words)
    if kind == "MARK":
        reading = words.get(match.group().replace("’", "'"), UNKNOWN)
    elif kind in ("MONEY", "BREAK"):
        reading = UNKNOWN
    else:
        reading = read_number(kind, match.group())
    return Item(*match.span(), reading)


def _read_word(match: re.Match[str], words: Mapping[str, Reading]) -> Item:
    """A word; an abbreviation takes its full stop with it ("Sept."), "the sun" is no Sunday."""
    first, last = match.span()
    reading = words.get(match.group().lower(), UNKNOWN)
    if "ABBREVIATION" in reading.values:
        if "SHORT_WEEKDAY" in reading.values and match.group().islower():
            reading = UNKNOWN
        elif match.string.startswith(".", last, match.endpos):
            last += 1
    return Item(first, last, reading)


def make_words(literals: Iterable[str]) -> dict[str, Reading]:
    """Readings of all words of the word lists, and of the words that rules name themselves."""
    values: dict[str, dict[str, Any]] = {}
    for name, members in read_json("words").items():
        pairs = members.items() if isinstance(members, dict) else ((word, word) for word in members)
        for word, value in pairs:
            values.setdefault(word, {})[name] = value
    for literal in literals:
        values.setdefault(literal, {})[literal] = literal
    return {word: TABLE.read(classes) for word, classes in values.items()}


def quantity_values(number: float) -> dict[str, Any]:
    """What a number that is written in words can be."""
    values: dict[str, Any] = {"QUANTITY": number}
    if isinstance(number, int) and 1 <= number <= 12:
        values["HOUR_WORD"] = number
    if isinstance(number, int) and 10 <= number <= 59:
        values["MINUTE_WORD"] = number
    return values


def _decimal_values(text: str) -> dict[str, Any]:
    whole, _, fraction = text.partition(".")
    values: dict[str, Any] = {}
    if len(text) <= 9:
        values["QUANTITY"] = float(text)
    if len(whole) <= 2 and len(fraction) == 2 and int(whole) <= 24 and int(fraction) < 60:
        values["DOTTED_CLOCK"] = (int(whole), int(fraction))
    return values


def _digit_values(digits: str) -> dict[str, Any]:
    """What a bare row of digits can be; a long one is no number of anything here."""
    if not digits.isascii():
        return {}
    if len(digits) > 5:
        return {"NO_YEAR": digits}
    number = int(digits)
    values: dict[str, Any] = {"NUMBER": number, "QUANTITY": number}
    return values | (_short_values(digits) if len(digits) <= 2 else _long_values(digits))


def _short_values(digits: str) -> dict[str, Any]:
    """What up to two digits can be besides: "7" a day, a month and an hour, "31" a day."""
    number = int(digits)
    values: dict[str, Any] = {"DAY_OF_MONTH" if 1 <= number <= 31 else "NO_DAY": number}
    if 1 <= number <= 12:
        values["MONTH_NUMBER"] = values["HOUR_12"] = number
    if number <= 24:
        values["HOUR"] = number
    if len(digits) == 2:
        values["TWO_DIGITS"] = number
    return values


def _long_values(digits: str) -> dict[str, Any]:
    """What three to five digits can be besides: "1984" a year, "1430" a year and an hour."""
    number = int(digits)
    values: dict[str, Any] = {}
    if len(digits) == 4 and 1000 <= number < 3000:
        values["YEAR"] = number
    elif len(digits) == 5 or number == 0:
        values["NO_YEAR"] = digits
    if len(digits) == 4 and number < 2400 and number % 100 < 60:
        values["MILITARY"] = (number // 100, number % 100)
    return values


def _large_values(text: str) -> dict[str, Any]:
    number = text.replace(",", "")
    small = number.isdigit() and len(number) < 7
    return {"LARGE": text} | ({"QUANTITY": int(number)} if small else {})


def _ordinal_values(text: str) -> dict[str, Any]:
    day = int(text[:-2])
    return {"ORDINAL": day} | (
        {"DAY_OF_MONTH": day, "DAY_ORDINAL": day} if 1 <= day <= 31 else {"NO_DAY": day}
    )


# Forms whose members can be several things at once, or nothing.
_AMBIGUOUS: Mapping[str, Callable[[str], dict[str, Any]]] = {
    "DIGITS": _digit_values,
    "DECIMAL": _decimal_values,
    "LARGE": _large_values,
    "ORDINAL": _ordinal_values,
}
# The value of the forms that are a class of their own; of those left out, the text as it stands.
_VALUE_OF: Mapping[str, Callable[[str], Any]] = {
    "CLOCK": lambda text: tuple(int(part) for part in text.split(":")),
    "SLASHED": lambda text: tuple(text.split("/")),
    "DECADE": lambda text: int(re.sub(r"\D", "", text)),
    "SHORT_YEAR": lambda text: int(text[1:]),
    "MERIDIEM": lambda text: text[0].lower() + "m",
}


@lru_cache(maxsize=4096)
def read_number(kind: str, text: str) -> Reading:
    """The reading of what is written in digits; ``kind`` is its form."""
    return TABLE.read(_number_values(kind, text))


def _number_values(kind: str, text: str) -> dict[str, Any]:
    if kind in _AMBIGUOUS:
        return _AMBIGUOUS[kind](text)
    return {kind: _VALUE_OF.get(kind, str)(text)}
