"""Who signed an article: ``By Jane Doe``, ``Jane Doe in London``, an agency's credits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimx.reading.patterns import AGENCIES, BYLINE_ROLES, CREDITS
from claimx.reading.words import read_words

_WORD = r"(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]*|d['’][A-Z]\w+)"
_PARTICLE = r"(?:de|da|do|dos|del|della|di|van|von|der|den|al|el|bin|ben|la|le|ter|y)"
_NAME = rf"{_WORD}(?:[ ](?:{_PARTICLE}[ ]){{0,2}}{_WORD}){{1,4}}"
_NAMES = rf"{_NAME}(?:(?:,[ ]|,?[ ]and[ ]|,?[ ]AND[ ]|[ ]&[ ]){_NAME}){{0,5}}"
_WHO = re.compile(
    rf"(?P<names>{_NAMES})(?P<tail>[ ]in[ ]{_WORD}(?:[ ,]+(?:and[ ])?{_WORD}){{0,5}}"
    rf"|(?:,|[ ]?[|•·–—-]|[ ]?/)[ ].{{1,80}}|[ ]\([^()]{{1,60}}\)"
    rf"|[ ](?:for|of|at)[ ](?:the[ ])?{_WORD}(?:[ ](?:of[ ])?{_WORD}){{0,4}})?"
)
_LEAD = re.compile(
    r"(?:(?:(?:written|story|words|report|reported|text|analysis|opinion)[ ]+)?by|from)[ ]+(?=\S)",
    re.IGNORECASE,
)
_MAXIMUM_WORDS = 24
_ROLE = r"(?:correspondent|reporter|editor|writer|columnist|chief|contributor|journalist|analyst)s?"
_ROLE_AT_END = re.compile(rf"\b{_ROLE}(?:,?[ ](?:in|at|for)[ ].{{1,40}})?$", re.IGNORECASE)
_NAME_AND_ROLE = re.compile(
    rf"{_WORD}[ ]{_WORD}(?:[ ](?:{_WORD}|of|and|the|for)){{0,5}}[ ]{_ROLE}(?:[ ]in[ ]{_WORD}"
    rf"(?:[ ]{_WORD})?)?"
)
_UNNAMED = re.compile(
    rf"(?:by[ ])?(?:our|a|special|from[ ]our)(?:[ ][\w-]+){{0,3}}[ ]{_ROLE}(?:[ ]in[ ].{{1,40}})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """Who signed (None where the line is an agency's credits), and for whom if that is said."""

    byline: str | None
    publisher: str | None = None


def find_byline(text: str, *, below_headline: str | None = None) -> Byline | None:
    """What a line says of who wrote the article, None where it is no byline.

    Args:
        below_headline: The headline where the line stands right below it: there a name with a
            place or a role is a byline without ``By``, if the headline is not itself written
            in capitals like names.
    """
    text = " ".join(text.split())
    if len(text.split()) > _MAXIMUM_WORDS * 3:
        return None
    if _has_only_credits(text):
        return Byline(None)
    if len(text.split()) > _MAXIMUM_WORDS or not text:
        return None
    lead = _LEAD.match(text)
    if lead and (lead.group().lower() != "from " or below_headline is not None):
        return _read_signature(text[lead.end() :])
    return None if below_headline is None else _read_below_headline(text, below_headline)


def _has_only_credits(text: str) -> bool:
    """Whether a line is an agency's credits, and no sentence that begins like them."""
    return CREDITS.fullmatch(text) is not None and (
        text[0] in "(-–—" or ";" in text or text[-1] != "."
    )


def _read_below_headline(text: str, headline: str) -> Byline | None:
    """A byline without ``By``: an agency, an unnamed reporter, a name with a place or a role."""
    if agency := AGENCIES.get(text.partition(",")[0].strip().lower()):
        return Byline(None, agency)
    if _UNNAMED.fullmatch(text):
        return Byline(text)
    if is_title_case(headline):
        return None
    if _has_role_behind(text):
        return Byline(text)
    match = _WHO.fullmatch(text)
    if match is None or not match["tail"]:
        return None
    tail = match["tail"].strip(" ,|•·–—-/()")
    if tail.startswith("in ") or BYLINE_ROLES.search(tail) or tail.lower() in AGENCIES:
        return _make_byline(text, match)
    return None


def _has_role_behind(text: str) -> bool:
    """Whether a name stands before a role or an agency: ``Ann Hill, Political Editor``."""
    name, comma, rest = text.partition(", ")
    if comma and re.fullmatch(_NAME, name):
        parts = [part.strip().lower() for part in rest.split(",")]
        return bool(_ROLE_AT_END.search(rest)) or any(part in AGENCIES for part in parts)
    return _NAME_AND_ROLE.fullmatch(text) is not None


def _read_signature(text: str) -> Byline | None:
    """What stands after ``By``."""
    bare = text.rstrip(" .")
    if agency := AGENCIES.get(bare.lower()):
        return Byline(None, agency)
    if text.endswith(".") and not re.search(r"\b[A-Z]\.$|\b(?:Jr|Sr)\.$", text):
        return None
    if _UNNAMED.fullmatch(text):
        return Byline(text)
    if text.split()[0].lower().rstrip(",") in read_words("no_byline"):
        return None
    if re.fullmatch(
        r"(?:[\w’']+ )?(?:staff(?: writers?| reporters?)?|editorial board)", text, re.I
    ):
        return Byline(text)
    match = _WHO.fullmatch(text)
    if match is None:
        return None
    return _make_byline(text, match)


def _make_byline(text: str, match: re.Match[str]) -> Byline:
    tail = (match["tail"] or "").strip(" ,|•·–—-/()")
    names = match["names"]
    publisher = AGENCIES.get(tail.lower())
    # Names and agency look alike: `JANE DOE, Associated Press`.
    head, comma, last = names.rpartition(", ")
    if comma and publisher is None and last.lower() in AGENCIES:
        return Byline(head, AGENCIES[last.lower()])
    return Byline(names if publisher or tail.startswith("in ") else text, publisher)


def is_title_case(text: str) -> bool:
    """Whether the longer words of a line are written with a capital."""
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if len(word) > 3]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)
