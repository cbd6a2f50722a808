"""What looks like a time expression and is none.

Each question looks at the words around an expression, as far as its kind calls for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from claimx.lang.en.words import words_of
from claimx.pipeline.dates.context import Candidate, Surroundings
from claimx.pipeline.dates.data_files import read_lines, read_words
from claimx.pipeline.dates.names import is_name_elsewhere, is_part_of_a_name

# "3:24 left in the half", "at 3:24 of the second period".
_GAME_CLOCK = re.compile(
    r"\s+(?:left|remaining|to\s+(?:go|play)|into|of\s+the\s+(?:\w+\s+)?(?:period|half|quarter))\b"
)
# What tells the part of a game from that of a year: its clock, or a score.
_GAME = re.compile(
    r"\b\d{1,2}:\d{2}\s+(?:left|remaining|to\s+(?:go|play))|(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])"
)
# "The 70s and 80s".
_ROW_OF_DECADES = re.compile(
    r"(?i)\b(?:the|the\s+(?:early|mid|late)[\s-])\s*\d0['’]?s(?:,\s+\d0['’]?s)*,?\s+(?:and|or|to|through)\s+$"
)
# "3D printers", but "for 10D".
_DIMENSIONS = re.compile(r"[2-4]D")
# The time of a race, of which no clock would tell the seconds: "in 2:20:55".
_RACE_TIME = re.compile(r"\d:\d{2}:\d{2}")
_MERIDIEM = re.compile(r"(?i)[ap]\.?\s?m\.?$")
# "Christmas and New Year sales".
_ROW_OF_HOLIDAYS = re.compile(r"\s+and\s+(?:[A-Z][\w'’]*\s+){1,3}([a-z]+)\b")
_FINITE_TAGS = frozenset({"MD", "VBD", "VBP", "VBZ"})
_VERB_TAGS = frozenset({"MD", "VB", "VBD", "VBP", "VBZ", "VBG", "VBN"})


@cache
def _street_pattern() -> re.Pattern[str]:
    """The rest of an address behind the number of a house."""
    streets = "|".join(word.title() for word in sorted(read_words("streets")))
    return re.compile(rf"\s+(?:[NSEW]\.?\s+)?[A-Z][\w.]*(?:\s+[A-Z][\w.]*)?\s+(?:{streets})\b")


@cache
def _weather_pattern() -> re.Pattern[str]:
    words = "|".join(sorted(read_words("words_of_weather")))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def is_time_expression(candidate: Candidate) -> bool:
    """Whether the words around ``candidate`` allow it to be a date."""
    around = Surroundings(candidate)
    return (
        not _cuts_a_word(around)
        and not any(token.like_url or token.like_email for token in candidate.span)
        and all(ask(around) for name, ask in QUESTIONS.items() if name in candidate.classes)
        and not is_part_of_a_name(candidate)
    )


def _cuts_a_word(around: Surroundings) -> bool:
    before, after = around.text_before[-1:], around.text_after[:1]
    if before and (before.isalnum() or before in "_#@$€£"):
        return True
    return (after.isalnum() or after == "_") and around.candidate.text[-1].isalnum()


def _is_year(around: Surroundings) -> bool:
    year = int(re.sub(r"\D", "", around.candidate.text) or 0)
    if _is_glued_number(around):
        return False
    before = around.before.rstrip(".")
    is_numbered = before in read_lines("numbered_things") and around.text_before[-2:-1] != ","
    # "More than 2018" counts, "later than 2018" dates.
    is_numbered = is_numbered and not (
        before == "than" and around.before_that in read_words("comparisons_of_time")
    )
    if is_numbered or _street_pattern().match(around.text_after):
        return False
    is_count = around.after in read_lines("counted_things")
    if is_count and before not in read_words("before_counted_years"):
        return False
    if not year:
        # In words.
        return before in read_words("before_dates")
    if 1900 <= year <= 2100:
        return not (before in read_words("before_round_numbers") and year % 100 == 0)
    if before in read_words("before_old_years"):
        return around.is_closed or around.after in read_words("function_words")
    if before in read_words("before_likely_years"):
        return 1400 <= year < 1900 and not is_count and not around.after.endswith("s")
    return around.text_before.endswith("(") and around.is_closed and year >= 1200


def _is_glued_number(around: Surroundings) -> bool:
    """Whether marks make the number part of a code, a sum or a percentage."""
    if re.search(r"\S[-‑+=/_@&]$|[$€£¥#№]\s?$", around.text_before):
        return True
    return re.match(r"[-‑][^\W\d]|\s?%|['’](?!s\b)\w", around.text_after) is not None


def _is_month(around: Surroundings) -> bool:
    candidate = around.candidate
    first, _, last = candidate.text.rpartition(" ")
    word = last.lower().rstrip(".")
    before = (first or around.before).lower().rstrip(",")
    is_other_word = word in read_words("months_that_are_other_words")
    # No tag makes a verb of "in may".
    is_behind_preposition = before in read_words("prepositions_of_months")
    if is_other_word and not is_behind_preposition and candidate.span[-1].tag_ in _VERB_TAGS:
        return False
    if last.islower():
        return not is_other_word or before in read_words("before_months")
    if first:
        return True
    if word == "march" and around.after in read_words("after_the_verb_march"):
        return before in read_words("before_months")
    if before in read_words("before_months"):
        return True
    return not (is_other_word or word in read_words("months_that_are_names")) or not (
        _is_other_than_month(around, word)
    )


def _is_other_than_month(around: Surroundings, word: str) -> bool:
    """Whether a capitalised word that could be a month is a verb or somebody's name."""
    if word == "may" and around.after in read_words("after_the_modal_may"):
        return True
    nearest = around.words_before[-1] if around.words_before else ""
    if nearest.isalpha() and nearest[0].isupper():
        return True
    if around.begins_sentence and not around.is_closed:
        return around.after not in read_words("after_months_that_begin")
    is_name = word in read_words("months_that_are_names")
    return is_name and is_name_elsewhere(around.candidate, word)


def _is_day_of_month(around: Surroundings) -> bool:
    leading = read_words("before_dates")
    if around.before not in leading and around.before_that not in leading:
        return False
    return _is_alone(around)


def _is_season(around: Surroundings) -> bool:
    text = around.candidate.text.lower()
    if text in ("the fall", "fall") and around.after == "of":
        return False
    first = text.split()[0]
    is_doubtful = first == "the" or first in read_words("seasons_that_are_other_words")
    return around.before in read_words("before_dates") or not is_doubtful


def _is_bare_season(around: Surroundings) -> bool:
    """``Autumn came early``: a sentence begins with it, and a verb or a comma follows."""
    text = around.candidate.text.lower()
    if not (around.has_capital and around.begins_sentence) or text in read_words(
        "seasons_that_are_other_words"
    ):
        return False
    doc, end = around.candidate.span.doc, around.candidate.span.end
    return end < len(doc) and (doc[end].tag_ in _FINITE_TAGS or doc[end].text == ",")


def _is_short_decade(around: Surroundings) -> bool:
    """Not somebody's age ("in his 30s"), nor the weather's ("in the 30s")."""
    owners = words_of("possessive")
    if around.before in owners or around.before_that in owners:
        return False
    text = around.candidate.text
    is_plain = re.search(r"['’‘]\d0", text) is None and not text.lower().startswith("the")
    if is_plain and not _ROW_OF_DECADES.search(around.text_before):
        return False
    return not _weather_pattern().search(around.text_before + around.text_after)


def _is_clock(around: Surroundings) -> bool:
    if _RACE_TIME.fullmatch(around.candidate.text):
        return False
    if re.match(r"\.\d", around.text_after) or _GAME_CLOCK.match(around.text_after):
        return False
    if around.after in read_words("after_am_and_fm") and _MERIDIEM.search(around.candidate.text):
        # "Five AM radio stations".
        return False
    if re.search(r"[^\W\d_]|\d{2}:\d{2}:\d{2}", around.candidate.text):
        return True
    return around.before in read_words("before_times")


def _is_vague(around: Surroundings) -> bool:
    if around.after == "-" or around.text_before.endswith("-"):
        return False
    return not around.has_capital or around.begins_sentence


def _is_named_day(around: Surroundings) -> bool:
    """Not at the end of a name: ``USA Today``."""
    nearest = around.words_before[-1] if around.words_before else ""
    return not (
        around.has_capital and nearest.isalpha() and nearest[0].isupper() and len(nearest) > 1
    )


def _is_frequency(around: Surroundings) -> bool:
    return not around.has_capital or around.begins_sentence


def _is_length(around: Surroundings) -> bool:
    """Not a quarter as a fourth part, nor seasons, which sport and stage have."""
    text = around.candidate.text.lower().rstrip("s")
    if _DIMENSIONS.fullmatch(around.candidate.text) or text.endswith("season"):
        return False
    is_quarter = text.endswith("quarter")
    return not (is_quarter and around.after in read_words("after_a_fourth_part"))


def _is_weekday(around: Surroundings) -> bool:
    """Not "on a Monday" in general; "a Monday event" is one."""
    if around.before not in ("a", "any", "one"):
        return True
    return not (around.is_closed or around.after in read_words("function_words"))


def _is_time(around: Surroundings) -> bool:
    """Not in the middle of a title: ``Saturday Morning Breakfast``."""
    words = around.candidate.text.split()
    return not (len(words) > 1 and words[-1].istitle() and around.text_after[1:2].isupper())


def _is_holiday(around: Surroundings) -> bool:
    """Not a surname ("Johnnie Christmas"), nor of a thing of the day's ("Christmas tree")."""
    if around.text_after[:1] in ("-", "‑"):
        return False
    row = _ROW_OF_HOLIDAYS.match(around.text_after)
    if (row[1] if row else around.after).lower() in read_lines("things_of_holidays"):
        return False
    if not around.has_capital:
        return not around.candidate.text.lower().startswith(("epiphany", "black "))
    nearest = around.words_before[-1] if around.words_before else ""
    if not nearest.istitle() or not nearest.isalpha():
        return True
    known = read_words("function_words") | read_words("before_dates")
    return nearest.lower() in known


def _is_alone(around: Surroundings) -> bool:
    """Before a mark or a small word, where nothing follows that it could belong to."""
    return around.is_closed or around.after in read_words("function_words")


def _is_clipped_year(around: Surroundings) -> bool:
    """Not an opening quotation mark before a number."""
    return _is_alone(around) and around.candidate.text[0] != "‘"


def _is_short_day(around: Surroundings) -> bool:
    """``on Sat``, not the name ``Sun Microsystems``."""
    is_abbreviated = around.candidate.text.endswith(".")
    return is_abbreviated or _is_alone(around)


def _is_one_second(around: Surroundings) -> bool:
    """Not "one second-half goal"; "a one second gap" is plain."""
    if around.after in ("-", "‑"):
        return False
    return _is_alone(around) or around.before in ("a", "an")


def _is_spoken_unit(around: Surroundings) -> bool:
    """``up 3 % for the week``, not "for the day-care centre" or "in the day of the jackal"."""
    return around.is_closed and around.after not in ("-", "‑", "(", "'", "’")


def _is_edge_length(around: Surroundings) -> bool:
    """Not "the first two seasons" of a show."""
    return not around.candidate.text.lower().rstrip("s").endswith("season")


def _is_part_of_year(around: Surroundings) -> bool:
    if around.after in read_words("after_parts_of_games"):
        return False
    return not _GAME.search(around.text_before + around.text_after)


QUESTIONS: dict[str, Callable[[Surroundings], bool]] = {
    "BARE_YEAR": _is_year,
    "MONTH_NAME": _is_month,
    "BARE_DAY": _is_day_of_month,
    "SEASON_NAME": _is_season,
    "BARE_SEASON": _is_bare_season,
    "SHORT_DECADE": _is_short_decade,
    "CLOCK_TIME": _is_clock,
    "VAGUE_DATE": _is_vague,
    "FREQUENCY_WORD": _is_frequency,
    "NAMED_DAY": _is_named_day,
    "LENGTH": _is_length,
    "EDGE_LENGTH": _is_edge_length,
    "WEEKDAY_NAME": _is_weekday,
    "TIME": _is_time,
    "HOLIDAY": _is_holiday,
    "PART_OF_YEAR": _is_part_of_year,
    "CLIPPED_YEAR": _is_clipped_year,
    "SHORT_DAY": _is_short_day,
    "ONE_SECOND": _is_one_second,
    "SPOKEN_UNIT": _is_spoken_unit,
}
