"""How many findings are right where faults were put into real paragraphs.

    python -m tests.checks.precision.seeded ../shared/corpora/wikinews/wikinews_2019.csv [CODE …]

For each rule, up to 50 paragraphs of Wikinews with a fault put in by program (a closing mark taken
out, a day or a weekday changed, a word of a quotation changed, …), and the same paragraphs as they
are. A finding in a paragraph that was left alone is wrong; so is one beside the fault.
"""

from __future__ import annotations

import csv
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import claimx
from claimx.checks.engine import CheckedArticle, CheckOptions, check_articles

_MOST = 50
_QUOTATION = re.compile(r'"([^"\n]{50,300})"')
_DATE = re.compile(
    r"\b(January|March|May|July|August|October|December) (\d{1,2})\b(?!,? \d{4})(?![\d:.,]*\d)"
)
_SAID = re.compile(
    r"(?P<name>[A-Z][a-z]+ [A-Z][a-z]+) (?:said|says|stated|announced|confirmed|wrote|"
    r"told [a-z ]{3,25}|added|warned|claimed|explained|noted|reported|argued|"
    r"suggested|tweeted) (?:that )?"
    r"(?P<words>[a-z][^.\"“]{25,200})\."
)
_STRANGERS = ("Okafor", "Ruth Okafor", "Paul Reyes", "Governor Reyes")
_SPEAKERS = ("Ruth Okafor", "Paul Reyes")

Seed = tuple[str, str]


def unclosed_mark(paragraph: str, draw: random.Random) -> Seed | None:
    """The paragraph, and without the second of its only two marks."""
    match = _QUOTATION.search(paragraph)
    if match is None or paragraph.count('"') != 2:
        return None
    return paragraph, paragraph[: match.end() - 1] + paragraph[match.end() :]


def impossible_day(paragraph: str, draw: random.Random) -> Seed | None:
    """The paragraph, and with a day that no month has, or a weekday that is not the date's."""
    match = _DATE.search(paragraph)
    if match is None:
        return None
    wrong = draw.choice(["June 31", "February 30", "Monday, May 14, 2019", "31 April"])
    return paragraph, paragraph[: match.start()] + wrong + paragraph[match.end() :]


def _said(words: str, speaker: str) -> str:
    return f"“{words.strip(' ,.')},” {speaker} said on Monday."


def two_speakers(paragraph: str, draw: random.Random) -> Seed | None:
    """A quotation that its speaker repeats, and that somebody else is given."""
    match = _QUOTATION.search(paragraph)
    if match is None or "[" in match[1] or "“" in match[1]:
        return None
    first, second = (_said(match[1], speaker) for speaker in _SPEAKERS)
    between = "\n\nThe council met again in May.\n\n"
    return first + between + first, first + between + second


def altered_word(paragraph: str, draw: random.Random) -> Seed | None:
    """A quotation twice, and with another word in its middle the second time."""
    match = _QUOTATION.search(paragraph)
    if match is None or "[" in match[1] or "“" in match[1]:
        return None
    words = match[1].split()
    if len(words) < 10:
        return None
    place = draw.randrange(3, len(words) - 3)
    changed = " ".join([*words[:place], "never", *words[place + 1 :]])
    first, second = _said(match[1], _SPEAKERS[0]), _said(changed, _SPEAKERS[0])
    between = "\n\nThe council met again in May.\n\n"
    return first + between + first, first + between + second


def headline_quote(paragraph: str, draw: random.Random) -> Seed | None:
    """A headline that quotes four words of the paragraph, and one with a word of them changed."""
    match = _QUOTATION.search(paragraph)
    if match is None or "[" in match[1] or "'" in match[1] or "’" in match[1]:
        return None
    words = re.findall(r"\w+", " ".join(match[1].split()[:4]))
    if len(words) != 4 or " ".join(words) not in match[1]:
        return None
    changed = [words[0], "never", *words[2:]]
    heads = (f"‘{' '.join(found)}’, says mayor" for found in (words, changed))
    right, wrong = (f"{head}\n\n{paragraph}\n\nThe council met in May." for head in heads)
    return right, wrong


def headline_speaker(paragraph: str, draw: random.Random) -> Seed | None:
    """A headline that gives a statement of the paragraph to who made it, and to nobody of it."""
    match = _SAID.search(paragraph)
    if match is None:
        return None
    words = " ".join(match["words"].split()[:9]).rstrip(",;")
    true, wrong = match["name"].split()[-1], draw.choice(_STRANGERS)
    form = draw.choice(["{name}: {words}", "{name} says {words}", "{words}, says {name}"])
    heads = (form.format(name=name, words=words) for name in (true, wrong))
    first, second = (f"{head[0].upper()}{head[1:]}\n\n{paragraph}" for head in heads)
    return first, second


def unused_comment(paragraph: str, draw: random.Random) -> Seed | None:
    """A comment beside an unclosed mark, which it excuses, and beside the whole quotation."""
    pair = unclosed_mark(paragraph, draw)
    if pair is None:
        return None
    whole, unclosed = (f"{text} <!-- claimx: ignore CX401 -->" for text in pair)
    return unclosed, whole


SEEDS: dict[str, Callable[[str, random.Random], Seed | None]] = {
    "CX302": impossible_day,
    "CX401": unclosed_mark,
    "CX402": two_speakers,
    "CX403": altered_word,
    "CX501": headline_speaker,
    "CX502": headline_quote,
    "CX900": unused_comment,
}
# What runs beside a rule.
_WITH = {"CX900": "CX401"}


def read_paragraphs(path: Path) -> Iterator[str]:
    """Paragraphs of running text, straight quotation marks as they are."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for paragraph in row["text"].split("\n"):
                if 100 < len(paragraph) < 900:
                    yield paragraph.strip()


def measure(path: Path, wanted: Sequence[str] = ()) -> dict[str, tuple[int, int, int]]:
    """For each rule, or the wanted ones: right findings, all findings, paragraphs with a fault."""
    nlp = claimx.load()

    def count(text: str, code: str) -> int:
        article = claimx.extract(text, published="2019-12-31", include_text=True, nlp=nlp)
        codes = frozenset({code, _WITH.get(code, code)})
        findings = check_articles([CheckedArticle(article, text)], CheckOptions(codes, codes))
        return sum(finding.code == code for finding in findings)

    paragraphs = list(read_paragraphs(path))
    random.Random(18).shuffle(paragraphs)
    figures = {}
    for code, seed in SEEDS.items():
        if wanted and code not in wanted:
            continue
        draw = random.Random(18)
        right = found = faults = 0
        for paragraph in paragraphs:
            pair = seed(paragraph, draw)
            if pair is None:
                continue
            whole, faulty = (count(text, code) for text in pair)
            faults += 1
            found += whole + faulty
            right += min(faulty, 1)
            if faults == _MOST:
                break
        figures[code] = (right, found, faults)
    return figures


if __name__ == "__main__":
    for code, (right, found, faults) in measure(Path(sys.argv[1]), sys.argv[2:]).items():
        print(f"{code}: {right} of {found} findings right, in {faults} faults")
