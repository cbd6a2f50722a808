"""Amounts of money, percentages, measures, ordinals and numbers, by exact patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimx.lang.en import read_lines
from claimx.lang.en.words import pattern_of
from claimx.pipeline.dates.data_files import read_json


@dataclass(frozen=True)
class Quantity:
    """A number expression: half-open code points of the text, and its OntoNotes label."""

    start: int
    end: int
    label: str


_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SIGN = r"(?:US|A|C|HK|NZ|S)?[$£€¥₹₽₩₪]"
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@cache
def _months() -> str:
    """The names of the months as a pattern, the short ones with or without a full stop."""
    words = read_json("words")
    short = [name for name in words["MONTH"] if name in words["ABBREVIATION"]]
    full = [name for name in words["MONTH"] if name not in short]
    return "|".join([*full, *(rf"{name}\.?" for name in short)])


@cache
def _after_date() -> re.Pattern[str]:
    """What stands behind a number of a date, a time of day or a duration."""
    times = pattern_of("stem of a time")
    return re.compile(
        rf"[\s-]*(?:a\.?m\b|p\.?m\b|o['’]clock|(?:{_months()})\b|(?:{times})\w*|"
        r"(?:st|nd|rd|th)\b|s\b|:\d)",
        re.IGNORECASE,
    )


@cache
def _before_date() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:{_months()})|[\d:/]|\bthe)\s*[,/:-]?\s*$", re.IGNORECASE)


@cache
def _month_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_months()})\s*$", re.IGNORECASE)


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern_of('ordinal')}|\d+(?:st|nd|rd|th))\b", re.IGNORECASE)


@cache
def _no_ordinal_after() -> re.Pattern[str]:
    """What says behind an ordinal that it is part of a name ("First Lady") or a date."""
    return re.compile(
        rf"\s*(?:{pattern_of('behind no ordinal')}|of\s+(?:{_months()}))", re.IGNORECASE
    )


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns by label, the most telling first."""
    currencies = "|".join(read_lines("names/currencies.txt"))
    units = "|".join(read_lines("names/units.txt"))
    ones, long_scale = pattern_of("number below twenty"), pattern_of("scale")
    words = rf"(?:(?:{pattern_of('tens')})(?:[- –](?:{ones}))?|{ones}|{pattern_of('other number')})"
    scale = rf"(?:{long_scale}|{pattern_of('short scale')})"
    number = rf"(?:(?:{_DIGITS})(?:\s?{scale}\b)?|{words}(?:\s(?:{long_scale}))*)"
    vague = rf"(?:{pattern_of('vague number')})"
    money = (
        rf"{_SIGN}\s?(?:{_DIGITS})(?:[\s-]?{scale}\b)?"
        rf"|(?:{number}|{vague} of)\s(?:(?:US|U\.S\.)\s)?(?:{currencies})\b"
    )
    parts = pattern_of("percent").replace(" ", r"\s")
    percent = rf"(?:{number})(?:\s?%|\s(?:{parts})\b)"
    quantity = (
        rf"(?:{number}|{vague} of)[\s-](?:(?:{pattern_of('power of a unit')})\s)?(?:{units})\b"
    )
    rows = (("MONEY", money), ("PERCENT", percent), ("QUANTITY", quantity))
    compiled = [(label, re.compile(rf"(?<![\w.,-])(?:{body})", re.I)) for label, body in rows]
    compiled.append(("CARDINAL", re.compile(rf"(?<![\w.,@#/:-])(?:{number})(?![\w/:@-])", re.I)))
    return tuple(compiled)


def match_quantities(text: str) -> Iterator[Quantity]:
    """The number expressions of a text, none overlapping, those of dates and times left out."""
    taken = bytearray(len(text))
    for label, pattern in _patterns():
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            if label == "CARDINAL" and _is_part_of_date(text, start, end):
                continue
            taken[start:end] = b"\x01" * (end - start)
            yield Quantity(start, end, label)
    for match in _ordinal().finditer(text):
        start, end = match.span()
        if any(taken[start:end]) or _no_ordinal_after().match(text, end):
            continue
        if _is_date_ordinal(text, start, end):
            continue
        yield Quantity(start, end, "ORDINAL")


def _is_part_of_date(text: str, start: int, end: int) -> bool:
    """Whether a number is obviously one of a date, a time of day or a duration."""
    if _YEAR.fullmatch(text, start, end) or _after_date().match(text, end):
        return True
    before = text[max(0, start - 14) : start]
    return bool(_before_date().search(before)) and text[start].isdigit()


def _is_date_ordinal(text: str, start: int, end: int) -> bool:
    """Whether an ordinal is a day of a month, a quarter or a century."""
    if _after_date().match(text, end):
        return True
    before = text[max(0, start - 14) : start]
    return text[start].isdigit() and bool(_month_before().search(before))
