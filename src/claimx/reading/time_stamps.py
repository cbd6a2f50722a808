"""Lines that say when and by whom an article was published: ``Published 3 May 2025, 07:15 BST``.

Such a line holds dates, times of day, names and words that lead to them, parted by commas, bars or
dots, and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimx.reading.bylines import Byline, find_byline
from claimx.reading.dates import MONTH, is_date
from claimx.reading.patterns import AGENCIES

_WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
_CLOCK = (
    r"(?:\d{1,2}(?:[:.h]\d{2}){1,2}(?:\s?[ap]\.?\s?m\b\.?)?|\d{1,2}\s?[ap]\.?\s?m\b\.?|noon|midnight)"
    r"(?:\s?(?:Z\b|[A-Z]{2,5}\b|(?:UTC|GMT)?[+-]\d{1,2}:?(?:\d{2})?|\((?:[A-Z]{2,5})\)))?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}|{MONTH}\s+{_DAY},?\s+\d{{4}}"
    rf"|{_DAY}(?:\s+of)?[\s-]+{MONTH},?[\s-]+\d{{4}})(?!\d)"
)
# A date with the weekday before it and the time of day at either side.
_MOMENT = re.compile(
    rf"(?:(?P<before>{_CLOCK})(?:\s+on)?[,\s]+)?(?:{_WEEKDAY}\.?,?\s+)?(?P<date>\b{_DATE})"
    rf"(?:(?:\s*,?\s*(?:at\s+)?|T)(?P<after>{_CLOCK}))?",
    re.IGNORECASE,
)
_CLOCK_ALONE = re.compile(rf"(?:at\s+)?{_CLOCK}", re.IGNORECASE)
_UPDATED = re.compile(
    r"(?:(?:last|article|story)\s+)?(?:updated?|modified|edited|revised|amended|corrected)\b"
    r"(?:\s+(?:on|at))?\s*:?\s*$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"(?:(?:first|originally|this (?:article|story|piece) was(?: first| originally)?)\s+)?"
    r"(?:published|posted|publication date|published date|date(?: of publication)?|date published"
    r"|released?|release date|issued|filed|for (?:immediate )?release|created|dated)\b"
    r"(?:\s+(?:on|at|online))?\s*:?\s*$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:on|at|and)\s*$", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[|•·∙/;,()\[\]–—]|\s-{1,2}\s|^-|-$|\n)\s*")
_READING_TIME = re.compile(
    r"(?:(?:est\.?|estimated)\s+)?(?:reading time:?\s*)?\d{1,3}[\s-]*min(?:ute)?s?\.?"
    r"(?:\s+(?:read|listen))?"
    r"|\d[\d.,k]*\s+(?:comments?|shares?|views)|print|share|save|listen|reading time",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:(?:story|words|written|reported|posted|published)\s+)?by\s+(?=\S)", re.IGNORECASE
)
_WORD = r"(?:[^\W\d_a-zß-öø-ÿ][\w.'’&-]*|d['’][A-Z]\w+)"
_NAME = re.compile(rf"{_WORD}(?:\s+(?:(?:of|the|de|van|von|al|and|&|for|in)\s+)?{_WORD}){{0,5}}")
_LONGEST = 220


@dataclass(frozen=True, slots=True)
class TimeStamp:
    """What such a line says.

    Attributes:
        published: The date of publication as it is written, with the time of day.
        updated: That of the last change; a time of day alone where the line has no more.
        byline: Who wrote the article, where the line says so.
        byline_end: Code points of the line that belong to the byline, 0 where there is none.
        is_labelled: Whether a word says what the date is.
    """

    published: str | None
    updated: str | None
    byline: Byline | None
    byline_end: int
    is_labelled: bool


def read_time_stamp(line: str) -> TimeStamp | None:
    """The time stamp that a line is, None where it is none.

    A line of prose that holds a date is none: what is left of a stamp without its dates and times
    are words such as "Published", a byline and names in capitals.
    """
    if len(line) > _LONGEST or not re.search(r"\d{4}", line):
        return None
    moments = list(_MOMENT.finditer(line))
    if not 1 <= len(moments) <= 3:
        return None
    byline, byline_end = _read_byline(line, moments[0].start())
    published = updated = None
    rest: list[str] = []
    position, is_labelled = byline_end, False
    for moment in moments:
        lead = line[position : moment.start()]
        written = _write_moment(moment)
        if match := _UPDATED.search(lead):
            updated, is_labelled = updated or written, True
        elif published is None:
            match = _PUBLISHED.search(lead)
            published, is_labelled = written, is_labelled or match is not None
        else:
            match = None
        lead = lead[: match.start()] if match else _LEAD.sub("", lead)
        rest.append(lead)
        position = moment.end()
    tail, clock = _cut_updated_time(line[position:])
    rest.append(tail)
    if not all(_is_stamp_part(part) for piece in rest for part in _PARTS.split(piece) if part):
        return None
    if published is None and updated is None:
        return None
    return TimeStamp(published, updated or clock, byline, byline_end, is_labelled)


def is_stamp_label(line: str) -> bool:
    """Whether a line is but the word that leads to the date of publication."""
    return _PUBLISHED.fullmatch(line.strip()) is not None


def _write_moment(moment: re.Match[str]) -> str:
    """The date and its time of day in one order: ``May 3, 2025 07:15 BST``."""
    clock = moment["after"] or moment["before"]
    written = f"{moment['date']} {clock}" if clock else moment["date"]
    return written if is_date(written) else moment["date"]


def _cut_updated_time(tail: str) -> tuple[str, str | None]:
    """What follows the last date without ``| Updated 11:40``, and that time."""
    match = re.search(
        rf"(?:last\s+)?(?:updated|modified)(?:\s+at)?\s*:?\s*(?P<clock>{_CLOCK})\s*$", tail, re.I
    )
    return (tail[: match.start()], match["clock"]) if match else (tail, None)


def _is_stamp_part(part: str) -> bool:
    """Whether a part may stand beside the date of a stamp."""
    part = part.strip(" .:*_")
    if not part or _CLOCK_ALONE.fullmatch(part) or _READING_TIME.fullmatch(part):
        return True
    if part.lower() in AGENCIES or _PUBLISHED.fullmatch(part) or _UPDATED.fullmatch(part):
        return True
    if re.fullmatch(_WEEKDAY, part, re.IGNORECASE):
        return True
    return _NAME.fullmatch(part) is not None


def _read_byline(line: str, limit: int) -> tuple[Byline | None, int]:
    """The byline before the first date of a line, and where it ends in the line."""
    lead = _BY.match(line)
    if lead is None:
        return None, 0
    end = limit
    # Words that lead to the date, and the time of day before it, are none of the name.
    for pattern in (_PUBLISHED, _UPDATED, _LEAD):
        if match := pattern.search(line, lead.end(), end):
            end = match.start()
    head = line[lead.end() : end]
    bars = re.split(r"\s*[|•·∙;]\s*|\s[-–—]{1,2}\s", head)
    name = bars[0].rstrip(" ,|•·-–—(")
    byline = find_byline("By " + name)
    if byline is None and (comma := name.rfind(",")) > 0:
        name = name[:comma]
        byline = find_byline("By " + name)
    return (byline, lead.end() + len(name)) if byline else (None, 0)
