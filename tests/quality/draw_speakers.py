"""Draw attributions of PolNeAR whose source is a pronoun, a bare surname or a nominal.

``python -m tests.quality.draw_speakers CORPORA`` prints them, offsets without labels, a line each;
with ``second`` behind it those of ``speakers.jsonl`` that a second reader labels, with ``train``
those of ``speakers_train.jsonl``, with ``fit`` those of ``speakers_fit.jsonl``.

A source is a candidate where it is one span that by surface rules is a pronoun, a bare surname
(one capitalised word, with or without a title) or a nominal (a noun phrase whose head is no
proper name). What the rules get wrong is put right in the labels, not here.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimx.evaluation.standards import Attribution
from tests.quality.labels import SpeakerLabel, read_speakers
from tests.quality.standoff import list_articles, read_first_annotator, read_text

SEED = 20250520
WANTED = {"dev": 310, "tune": 205}
PER_ARTICLE = 6
LABELLED_TWICE = 60
# Of train outside the tuning part: articles looked at, articles drawn, of each at most so many.
LOOKED_AT, DRAWN = 90, 56
FIT_DRAWN = 240
PER_TRAIN_ARTICLE = {"nominal": 3, "pronoun": 2}
TYPES = ("pronoun", "surname", "nominal")
_WORDS_FILE = Path(__file__).with_name("draw_speakers_words.txt")

# The head of a noun phrase stands before one of these.
_BREAK = re.compile(
    r"[,;:(\[—–]|\s+(?:of|for|in|on|at|to|from|with|who|whom|whose|that|which|by|about|against|"
    r"behind|near|inside|outside|within|under|over|like|including|as|close|familiar|briefed|among|"
    r"between|involved|working|supporting|traveling|throughout|across)\b"
)
_APPOSED_NAME = re.compile(r"[,—–]\s+(?:[a-z]+\.? )?(?:[A-Z][\w.’'\-]* ?){2,}")


def _read_words() -> dict[str, frozenset[str]]:
    """The lists of ``draw_speakers_words.txt`` by their names."""
    lists: dict[str, frozenset[str]] = {}
    name = ""
    for line in _WORDS_FILE.read_text(encoding="utf-8").splitlines():
        if line.endswith(":") and not line.startswith("#"):
            name = line[:-1]
        elif not line.startswith("#"):
            lists[name] = lists.get(name, frozenset()) | frozenset(line.split())
    return lists


_WORDS = _read_words()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An attribution that may be drawn; ``type`` is that of its source."""

    split: str
    article: str
    type: str
    attribution: Attribution


def draw(polnear: Path) -> list[Candidate]:
    """The attributions that are to be labelled, of dev and then of the tuning part."""
    return [
        item
        for split in WANTED
        for item in _draw_split(split, list(list_candidates(polnear, split)))
    ]


def _draw_split(split: str, candidates: Iterable[Candidate]) -> list[Candidate]:
    chance = random.Random(f"{SEED} {split}")
    pools: dict[str, list[Candidate]] = {type_: [] for type_ in TYPES}
    for item in candidates:
        pools[item.type].append(item)
    for pool in pools.values():
        chance.shuffle(pool)
    drawn: list[Candidate] = []
    taken: Counter[str] = Counter()
    while len(drawn) < WANTED[split] and any(pools.values()):
        for pool in pools.values():
            while pool and taken[pool[-1].article] >= PER_ARTICLE:
                pool.pop()
            if pool and len(drawn) < WANTED[split]:
                drawn.append(pool.pop())
                taken[drawn[-1].article] += 1
    return sorted(drawn, key=lambda x: (x.article, x.attribution.source, x.attribution.content))


def draw_train(polnear: Path) -> list[Candidate]:
    """Nominals and pronouns of train articles outside the tuning part, for reading errors."""
    chance, articles = _shuffle_train(polnear)
    pools = _pool_by_article(polnear, articles[:LOOKED_AT])
    return _draw_of_each(pools, sorted(pools)[:DRAWN], chance)


def draw_fit(polnear: Path) -> list[Candidate]:
    """As `draw_train`, of other articles and of every publisher, for fitting."""
    _, articles = _shuffle_train(polnear)
    chance = random.Random(f"{SEED} fit")
    pools = _pool_by_article(polnear, articles[LOOKED_AT:])
    return _draw_of_each(pools, chance.sample(sorted(pools), FIT_DRAWN), chance)


def _shuffle_train(polnear: Path) -> tuple[random.Random, list[str]]:
    """The train articles outside the tuning part in a seeded order, and the state behind it."""
    chance = random.Random(f"{SEED} train")
    tuning = set(_list_tuning(polnear))
    articles = [name for name in list_articles(polnear / "train") if name not in tuning]
    chance.shuffle(articles)
    return chance, articles


def _pool_by_article(polnear: Path, articles: Iterable[str]) -> dict[str, list[Candidate]]:
    wanted = set(articles)
    pools: dict[str, list[Candidate]] = {}
    for item in list_candidates(polnear, "train"):
        if item.article in wanted and item.type in PER_TRAIN_ARTICLE:
            pools.setdefault(item.article, []).append(item)
    return pools


def _draw_of_each(
    pools: dict[str, list[Candidate]], articles: Iterable[str], chance: random.Random
) -> list[Candidate]:
    """A few of each article, in the order of the texts."""
    drawn: list[Candidate] = []
    for article in articles:
        for type_, most in PER_TRAIN_ARTICLE.items():
            of_type = [item for item in pools[article] if item.type == type_]
            chance.shuffle(of_type)
            drawn += of_type[:most]
    return sorted(drawn, key=lambda x: (x.article, x.attribution.source, x.attribution.content))


def _list_tuning(polnear: Path) -> list[str]:
    return sorted((polnear / "tune.txt").read_text(encoding="utf-8").split())


def list_candidates(polnear: Path, split: str) -> Iterator[Candidate]:
    """The attributions of ``dev``, ``tune`` or all ``train`` whose source has one of the types."""
    folder = polnear / ("dev" if split == "dev" else "train")
    articles = list_articles(folder)
    if split == "tune":
        articles = _list_tuning(polnear)
    for article in articles:
        text = read_text(folder, article)
        items = [
            Attribution(tuple(sorted(item.source)), (), tuple(sorted(item.content)))
            for item in read_first_annotator(folder, article)[0]
        ]
        for item in sorted(items, key=lambda x: (x.source, x.content)):
            if len(item.source) == 1:
                start, end = item.source[0]
                type_ = find_type(text[start:end])
                if type_ is not None:
                    yield Candidate(split, article, type_, item)


def find_type(source: str) -> str | None:
    """``pronoun``, ``surname``, ``nominal``, or None for what is none of them."""
    words = re.sub(r"[’']s?$", "", source.strip()).split()
    if not words:
        return None
    if len(words) == 1 and words[0].lower() in _WORDS["pronouns"]:
        return "pronoun"
    while len(words) > 1 and words[0].rstrip(".").lower() in _WORDS["titles"]:
        words = words[1:]
    if len(words) == 1 and re.fullmatch(r"[A-Z][\w’'\-]+", words[0]):
        word = words[0].lower()
        if word in _WORDS["capital_nominals"] | _WORDS["plain_nominals"]:
            return "nominal"
        return "surname" if word not in _WORDS["no_surnames"] and not words[0].isupper() else None
    return "nominal" if _is_nominal(source) else None


def _is_nominal(source: str) -> bool:
    phrase = _BREAK.split(" " + source.strip())[0].split()
    # Compound sources mix types, and an apposed name is a name.
    if not phrase or " and " in source or _APPOSED_NAME.search(source):
        return False
    head = re.sub(r"[’']s?$", "", phrase[-1])
    if len(phrase) == 1 and head[:1].isupper():
        return False
    is_apart = phrase[0].lower() in _WORDS["determiners"]
    return head[:1].islower() or (head.lower() in _WORDS["capital_nominals"] and is_apart)


def draw_second(labels: Sequence[SpeakerLabel]) -> list[SpeakerLabel]:
    """Those labels of dev that a second reader makes again."""
    dev = [label for label in labels if label.split == "dev"]
    chance = random.Random(f"{SEED} second")
    return [dev[place] for place in sorted(chance.sample(range(len(dev)), LABELLED_TWICE))]


def main() -> None:
    """Print a draw."""
    chosen: Sequence[Candidate | SpeakerLabel]
    if sys.argv[2:] == ["second"]:
        chosen = draw_second(read_speakers())
    elif sys.argv[2:] == ["train"]:
        chosen = draw_train(Path(sys.argv[1]) / "polnear")
    elif sys.argv[2:] == ["fit"]:
        chosen = draw_fit(Path(sys.argv[1]) / "polnear")
    else:
        chosen = draw(Path(sys.argv[1]) / "polnear")
    for item in chosen:
        row = {
            "split": item.split,
            "article": item.article,
            "source": item.attribution.source,
            "content": item.attribution.content,
            "type": item.type,
        }
        print(json.dumps(row))


if __name__ == "__main__":
    main()
