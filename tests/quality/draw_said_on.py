"""Draw attributions of PolNeAR dev whose sentence has a date or time word.

``python -m tests.quality.draw_said_on CORPORA`` prints them, offsets without labels, a line each.
Two strata: ``near``, a date word outside the content in a sentence of the source or the cue;
``inside``, date words in the content only.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from claimx.evaluation.standards import Attribution, Offsets
from tests.quality.standoff import list_articles, read_first_annotator, read_text

SEED = 6
WANTED = {"near": 100, "inside": 65}
PER_ARTICLE = 4

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:January|February|March|April|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
    r"|May(?=\s+(?:\d|of\b))|(?<=\b[Ii]n )May|(?<=\blast )May)"
)
_UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|mornings?|afternoons?|evenings?|weeks?|weekends?"
    r"|months?|quarters?|years?|decades?|cent(?:ury|uries)|spring|summer|fall|autumn|winter)"
)
_NUMBER = r"(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|few|several)"
_DATE_WORD = re.compile(
    "|".join(
        [
            rf"\b{_WEEKDAY}s?\b",
            rf"\b{_MONTH}",
            r"\b(?:[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Nn]ow|[Nn]owadays)\b",
            r"\b(?:[Rr]ecently|[Ee]arlier|[Ll]ater|[Cc]urrently|[Pp]reviously|[Aa]go|[Oo]nce"
            r"|[Ss]ince)\b",
            r"\b(?i:last|this|next|past|previous|following|coming|same|that|each|every)\s+"
            rf"(?:\w+\s+)?{_UNIT}\b",
            r"\b(?:[Mm]orning|[Aa]fternoon|[Ee]vening|[Nn]ight|[Mm]idnight|[Nn]oon|[Mm]idday"
            r"|[Ww]eekend)s?\b",
            r"\b\d{1,2}(?::\d\d)?\s*(?:[ap]\.m\.|[AP]M\b|[ap]m\b|o.clock)",
            r"(?<![\d,.$])\b(?:1[89]|20)\d\d(?:s)?\b(?![,.]\d)",
            r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})\b",
            rf"\b{_NUMBER}[\s-]{_UNIT}\b",
            r"\b(?:Election|Inauguration|Labor|Memorial|Independence|New Year's|Christmas) Day\b",
        ]
    )
)
# A sentence ends at a line break or at final punctuation before white space and a capital,
# digit or opening quote, save after common abbreviations and initials.
_SENTENCE_END = re.compile(r"\n+|(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Rev|Jr|Sr|St|vs|No|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Fla|Pa|Va|Ga|Ariz|Calif|Ill|Mich|Wis|Ohio|Tex|Nev|Colo"
    r"|[A-Z]|[A-Z]\.[A-Z]|[ap]\.m)\.$"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An attribution that may be drawn."""

    article: str
    stratum: str
    attribution: Attribution


def draw(polnear: Path) -> list[Candidate]:
    """The attributions that are to be labelled, in text order."""
    pools = list_candidates(polnear / "dev")
    chance = random.Random(SEED)
    taken: Counter[str] = Counter()
    drawn: list[Candidate] = []
    for stratum, wanted in WANTED.items():
        pool = [item for item in pools if item.stratum == stratum]
        chance.shuffle(pool)
        limit = len(drawn) + wanted
        for item in pool:
            if len(drawn) < limit and taken[item.article] < PER_ARTICLE:
                taken[item.article] += 1
                drawn.append(item)
    return sorted(drawn, key=lambda item: (item.article, min(_all_pieces(item.attribution))))


def list_candidates(folder: Path) -> list[Candidate]:
    """All attributions with a date word that have a cue and touch nothing discarded."""
    candidates = []
    for article in list_articles(folder):
        text = read_text(folder, article)
        attributions, discarded = read_first_annotator(folder, article)
        for item in attributions:
            if not item.cue or any(_touches(discarded, piece) for piece in item.cue + item.content):
                continue
            stratum = find_stratum(text, item)
            if stratum is not None:
                candidates.append(Candidate(article, stratum, item))
    return candidates


def find_stratum(text: str, item: Attribution) -> str | None:
    """``near``, ``inside`` or, without a date word, None."""
    is_inside = False
    for start, end in split_sentences(text):
        holds_head = _touches(item.source + item.cue, (start, end))
        if not holds_head and not _touches(item.content, (start, end)):
            continue
        for match in _DATE_WORD.finditer(text, start, end):
            if _touches(item.content, match.span()):
                is_inside = True
            elif holds_head:
                return "near"
    return "inside" if is_inside else None


def split_sentences(text: str) -> list[Offsets]:
    """Sentences by their punctuation, good enough for a draw."""
    spans = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if "\n" not in match.group() and _ABBREVIATION.search(text[start : match.start()]):
            continue
        spans.append((start, match.end()))
        start = match.end()
    return [(a, b) for a, b in [*spans, (start, len(text))] if text[a:b].strip()]


def _touches(spans: Iterable[Offsets], other: Offsets) -> bool:
    return any(start < other[1] and other[0] < end for start, end in spans)


def _all_pieces(item: Attribution) -> tuple[Offsets, ...]:
    return item.source + item.cue + item.content


if __name__ == "__main__":
    for drawn in draw(Path(sys.argv[1]) / "polnear"):
        pieces = {role: drawn.attribution.pieces(role) for role in ("source", "cue", "content")}
        print(json.dumps({"article": drawn.article, "stratum": drawn.stratum, **pieces}))
