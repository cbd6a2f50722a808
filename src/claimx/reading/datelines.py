"""The dateline that opens an article: ``WASHINGTON (AP) —``, ``MOSCOW, March 14 —``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimx.reading.dates import (
    DATE_LENGTH,
    MONTH,
    find_nearest_date,
    is_date,
    number_month,
    parse_published,
)
from claimx.reading.patterns import AGENCIES
from claimx.reading.words import read_words

_CAPITALS = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*"
_PLACE = rf"(?P<place>{_CAPITALS}(?:[ ](?:{_CAPITALS}|de|da|do|la|of|al|el|the|on|and)){{0,3}})"
_REGION = rf"(?:{_CAPITALS}(?:[ ](?:{_CAPITALS}|of|the|and)){{0,3}})"
_DATE = (
    rf"(?P<date>(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ ])?"
    rf"(?:(?P<month>(?i:{MONTH}))[ ](?P<day>\d{{1,2}})"
    rf"|(?P<day2>\d{{1,2}})[ ](?P<month2>(?i:{MONTH})))"
    rf"(?:,?[ ](?P<year>\d{{4}}))?)"
)
_AGENCY = r"(?P<bracket>\((?P<agency>[^()\n]{2,40})\)|/(?P<agency2>[A-Z][\w ]{1,20})/)"
_MARK = (
    r"(?P<mark>[ \u00a0]?[—–―][ \u00a0]?|[ \u00a0]?--[ \u00a0]?|[ \u00a0][-‒−][ \u00a0]|:[ ]|\.[ ])"
)
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?P<regions>(?:,[ ](?!{_DATE.replace('?P<', '?P<x_')}){_REGION}){{0,2}})"
    rf"(?:[ ]\[{_REGION}\])?(?:[,.][ ]{_DATE})?[.,]?(?:[ ]?{_AGENCY})?"
    rf"|{_AGENCY.replace('?P<', '?P<lone_')}){_MARK}"
)
_LONGEST_DATELINE = 140
_WHOLE_DATE = (
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ ])?(?P<value>(?:(?i:{MONTH})[ ]\d{{1,2}}"
    rf"(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?[ ](?i:{MONTH})),?[ ]\d{{4}})(?!\d)"
)
# The parts of a dateline that holds a whole date, by what they are.
_PIECES = {
    "date": re.compile(rf"(?:{_WHOLE_DATE}|\((?:{_WHOLE_DATE.replace('value', 'inner')})\))"),
    "agency": re.compile(
        r"[(/](?P<value>(?:AP|UPI|AFP|AAP|PA|Reuters|REUTERS|Bloomberg|Xinhua|ANI|PTI|TASS|CNN"
        r"|PRNewswire|BUSINESS WIRE|GLOBE NEWSWIRE|Business Wire|GlobeNewswire)"
        r"(?:[/-][A-Za-z ]{1,20})?)[)/]"
    ),
    "bracket": re.compile(rf"\((?P<value>{_REGION}(?:,[ ]{_REGION}){{0,2}})\)"),
    "place": re.compile(
        rf"(?P<value>(?!(?i:{MONTH})\b){_CAPITALS}(?:[ ](?:{_CAPITALS}|de|la|of|al|el|the|and))"
        rf"{{0,3}})(?:,[ ](?!(?i:{MONTH})\b){_REGION}){{0,2}}"
    ),
}
_DASH = re.compile(r"[ ]?(?:[—–―]|--)[ ]?|[ ][-‒−][ ]|:[ ]")
_GAP = re.compile(r"[,.]?[ ]")
_OPENING = re.compile(r"[\"“‘'«(\[]*[A-Z0-9$£€À-ÖØ-Þ]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: its length in code points, mark of its end included, and what it says.

    Attributes:
        rest: Code points to the first of the text after it.
        day: Of the month, and ``month``, 1 to 12: 0 where the dateline gives no date.
        date: In ISO 8601, where the dateline gives the year.
    """

    length: int
    rest: int
    agency: str | None
    day: int
    month: int
    date: str | None

    def resolve_date(self, published: str | None) -> str | None:
        """Its date; where it has no year, the nearest not after the publication date."""
        if self.date or not self.day or published is None:
            return self.date
        return find_nearest_date(self.day, self.month, published)


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline with which a paragraph begins, None where it has none.

    Capitals alone make no dateline (``NATO — the alliance — said``): an agency, a date, a
    region, or a city that is known to stand alone must bear them out, or capitals throughout
    and a sentence that begins after the dash.
    """
    if (dated := _read_dated(paragraph)) is not None:
        return dated
    match = _DATELINE.match(paragraph)
    if match is None or not _OPENING.match(paragraph, match.end()):
        return None
    agency = match["agency"] or match["agency2"] or match["lone_agency"] or match["lone_agency2"]
    if not _is_borne_out(match, agency):
        return None
    day = int(match["day"] or match["day2"] or 0)
    month = match["month"] or match["month2"]
    whole = re.sub(r"^\w+day,?\s", "", match["date"] or "")
    return Dateline(
        length=len(match.group().rstrip()),
        rest=match.end(),
        agency=_name_agency(agency),
        day=day if month else 0,
        month=number_month(month) if month else 0,
        date=parse_published(whole)[:DATE_LENGTH] if match["year"] and is_date(whole) else None,
    )


def _read_dated(paragraph: str) -> Dateline | None:
    """A dateline with a whole date, its parts in any order: ``May 12, 2016 (DUNMORE) -``.

    A date with its year before a dash or a colon bears it out.
    """
    position, end = 0, None
    found: dict[str, str] = {}
    while position < _LONGEST_DATELINE:
        part = next(
            (
                (name, match)
                for name, pattern in _PIECES.items()
                if name not in found and (match := pattern.match(paragraph, position))
            ),
            None,
        )
        if part is None:
            break
        name, match = part
        found[name] = match.groupdict().get("inner") or match["value"]
        position = match.end()
        if dash := _DASH.match(paragraph, position):
            position = dash.end()
            end = dash if "date" in found else end
        elif gap := _GAP.match(paragraph, position):
            position = gap.end()
        else:
            break
    if end is None or "date" not in found or not _OPENING.match(paragraph, end.end()):
        return None
    if end.end() != position and _DASH.search(paragraph, end.end(), position):
        return None
    agency = _name_agency(found.get("agency"))
    is_written = is_date(found["date"])
    written = parse_published(found["date"])[:DATE_LENGTH] if is_written else None
    if written is None:
        return None
    _, month, day = written.split("-")
    return Dateline(
        length=len(paragraph[: end.end()].rstrip()),
        rest=end.end(),
        agency=agency,
        day=int(day),
        month=int(month),
        date=written,
    )


def _is_borne_out(match: re.Match[str], agency: str | None) -> bool:
    is_agency = agency is not None and _name_agency(agency) is not None
    place, mark = match["place"], match["mark"].strip()
    if place is None:
        return is_agency and mark != "."
    if mark == ".":
        return is_agency and bool(match["date"])
    if place.rstrip(".").lower() in read_words("no_dateline"):
        return False
    is_city = place.lower() in read_words("dateline_cities")
    if is_agency or (match["date"] and (place.isupper() or is_city)):
        return True
    if agency is not None:  # a bracket that names no agency we know of
        return place.isupper() and (is_city or bool(match["regions"])) and mark != ":"
    if is_city:
        return not match["regions"] or place.isupper()
    if mark == ":":
        return False
    if not place.isupper():
        return False
    # `SIEGEL--We` is a speaker in a transcript.
    is_spaced = match["mark"].startswith(" ")
    return bool(match["regions"]) or (is_spaced and len(place) > 4 and len(place.split()) <= 3)


def _name_agency(agency: str | None) -> str | None:
    if agency is None:
        return None
    for part in re.split(r"\s*[/,;]\s*", agency):
        if name := AGENCIES.get(part.strip().lower()):
            return name
    return None
