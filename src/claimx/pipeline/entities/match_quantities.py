"""Amounts of money, percentages, measures, ordinals and numbers, by exact patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimx.lang.en import read_lines


@dataclass(frozen=True)
class Quantity:
    """A number expression: half-open code points of the text, and its OntoNotes label."""

    start: int
    end: int
    label: str


_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORDS = rf"(?:(?:{_TENS})(?:[- –](?:{_ONES}))?|{_ONES}|a hundred|a dozen|dozens|half a)"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|bn|mn|tn|m|k)"
_LONG_SCALE = r"(?:hundred|thousand|million|billion|trillion)"
_NUMBER = rf"(?:(?:{_DIGITS})(?:\s?{_SCALE}\b)?|{_WORDS}(?:\s{_LONG_SCALE})*)"
_VAGUE = r"(?:tens|dozens|hundreds|thousands|millions|billions|trillions)"
_SIGN = r"(?:US|A|C|HK|NZ|S)?[$£€¥₹₽₩₪]"

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?"
)
_AFTER_DATE = re.compile(
    r"[\s-]*(?:a\.?m\b|p\.?m\b|o['’]clock|(?:" + _MONTHS + r")\b|"
    r"(?:second|minute|hour|day|night|week|weekend|month|quarter|year|decade|centur)\w*|"
    r"(?:st|nd|rd|th)\b|s\b|:\d)",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(r"(?:\b(?:" + _MONTHS + r")|[\d:/]|\bthe)\s*[,/:-]?\s*$", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"\d+(?:st|nd|rd|th)"
)
_ORDINAL = re.compile(rf"\b(?:{_ORDINALS})\b", re.IGNORECASE)
_NO_ORDINAL_AFTER = re.compile(r"\s*(?:lady|amendment|name|centur|of\s+(?:" + _MONTHS + r"))", re.I)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns by label, the most telling first."""
    currencies = "|".join(read_lines("names/currencies.txt"))
    units = "|".join(read_lines("names/units.txt"))
    money = (
        rf"{_SIGN}\s?(?:{_DIGITS})(?:[\s-]?{_SCALE}\b)?"
        rf"|(?:{_NUMBER}|{_VAGUE} of)\s(?:(?:US|U\.S\.)\s)?(?:{currencies})\b"
    )
    percent = rf"(?:{_NUMBER})(?:\s?%|\s(?:percent|per\scent|percentage\spoints?)\b)"
    quantity = rf"(?:{_NUMBER}|{_VAGUE} of)[\s-](?:square\s|cubic\s)?(?:{units})\b"
    rows = (("MONEY", money), ("PERCENT", percent), ("QUANTITY", quantity))
    compiled = [(label, re.compile(rf"(?<![\w.,-])(?:{body})", re.I)) for label, body in rows]
    compiled.append(("CARDINAL", re.compile(rf"(?<![\w.,@#/:-])(?:{_NUMBER})(?![\w/:@-])", re.I)))
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
    for match in _ORDINAL.finditer(text):
        start, end = match.span()
        if any(taken[start:end]) or _NO_ORDINAL_AFTER.match(text, end):
            continue
        if _is_date_ordinal(text, start, end):
            continue
        yield Quantity(start, end, "ORDINAL")


def _is_part_of_date(text: str, start: int, end: int) -> bool:
    """Whether a number is obviously one of a date, a time of day or a duration."""
    if _YEAR.fullmatch(text, start, end) or _AFTER_DATE.match(text, end):
        return True
    before = text[max(0, start - 14) : start]
    return bool(_BEFORE_DATE.search(before)) and text[start].isdigit()


def _is_date_ordinal(text: str, start: int, end: int) -> bool:
    """Whether an ordinal is a day of a month, a quarter or a century."""
    if _AFTER_DATE.match(text, end):
        return True
    before = text[max(0, start - 14) : start]
    return text[start].isdigit() and bool(re.search(rf"\b(?:{_MONTHS})\s*$", before, re.I))
