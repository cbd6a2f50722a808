"""The figures of an article that every reading format opens with, counted once for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimx.article.cut_off import is_cut_off
from claimx.article.selection import is_named
from claimx.render.doubt import is_doubtful
from claimx.render.words import counted

if TYPE_CHECKING:
    from claimx.article import Article, Claim, Date, Quote, Speaker

Subject = Literal["claims", "speakers", "quotes", "dates", "doubtful"]


@dataclass(frozen=True)
class Total:
    """A number of things, and what a reader must know to read that number rightly.

    Attributes:
        about: What is counted.
        number: How many there are.
        noun: The word for them, in the number that ``number`` asks for.
        rest: What follows, with the comma before it; may be empty.
        is_alarming: Whether some of them want a look.
    """

    about: Subject
    number: int
    noun: str
    rest: str = ""
    is_alarming: bool = False

    def __str__(self) -> str:
        return f"{self.number} {self.noun}{self.rest}"


def totals_of(article: Article) -> list[Total]:
    """Claims, speakers, direct quotes, dates and doubtful claims, in that order."""
    doubtful = sum(map(is_doubtful, article.claims))
    return [
        _claims(article.claims),
        _speakers(article.speakers),
        _quotes([quote for quote in article.quotes if quote.kind == "direct"]),
        _dates(article.dates),
        _total("doubtful", doubtful, "doubtful claim", alarm=doubtful),
    ]


def named_first(speakers: Iterable[Speaker]) -> list[Speaker]:
    """The speakers with a name, then those without, each in their order."""
    return sorted(speakers, key=lambda speaker: not is_named(speaker))


def count_named(speakers: Iterable[Speaker]) -> str:
    """``3 named, 6 unnamed``; the second part only where there are some."""
    held = list(speakers)
    named = sum(map(is_named, held))
    unnamed = len(held) - named
    return f"{named} named" + (f", {unnamed} unnamed" if unnamed else "")


def is_in_calendar(date: Date) -> bool:
    """Whether a date has a place in the calendar; "now" and "30 days" have none."""
    return date.value is not None and date.earliest is not None


def _claims(claims: list[Claim]) -> Total:
    inside = sum(claim.parent is not None for claim in claims)
    repeated = sum(claim.repeats is not None for claim in claims)
    parts = []
    if inside:
        parts.append(f"{inside} of them inside {'another' if inside == 1 else 'others'}")
    if repeated:
        parts.append(f"{repeated} {'' if parts else 'of them '}repeated")
    nobody = sum(claim.source is None or not claim.source.speakers for claim in claims)
    if nobody:
        parts.append(f"{nobody} without a known speaker")
    return _total("claims", len(claims), "claim", *parts)


def _speakers(speakers: list[Speaker]) -> Total:
    named = sum(map(is_named, speakers))
    unnamed = len(speakers) - named
    return _total("speakers", named, "named speaker", *([f"{unnamed} unnamed"] if unnamed else []))


def _quotes(direct: list[Quote]) -> Total:
    nobody = sum(quote.speaker is None for quote in direct)
    cut_off = sum(map(is_cut_off, direct))
    parts = [f"{nobody} without a speaker"]
    if cut_off:
        parts.append(f"{cut_off} cut off")
    return _total("quotes", len(direct), "direct quote", *parts, alarm=nobody)


def _dates(dates: list[Date]) -> Total:
    placed = sum(map(is_in_calendar, dates))
    unresolved = sum(date.value is None for date in dates)
    others = len(dates) - placed - unresolved
    parts = [f"{placed} in the calendar"] if others else []
    if others:
        parts.append(f"{others} without a calendar date")
    return _total("dates", len(dates), "date", *parts, f"{unresolved} unresolved", alarm=unresolved)


def _total(about: Subject, number: int, noun: str, *parts: str, alarm: int = 0) -> Total:
    words = counted(number, noun).partition(" ")[2]
    rest = "".join(f", {part}" for part in parts if number or about == "speakers")
    return Total(about, number, words, rest, is_alarming=bool(alarm))
