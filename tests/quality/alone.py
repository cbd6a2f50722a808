"""How often a sentence is read alone as inside of its article: ``python -m tests.quality.alone``.

The sentences are those of the dev articles of Wikinews; what the pipeline says of each word inside
of the article is compared with what it says of the sentence as a text of its own.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Span
from spacy.util import load_model_from_path

import claimx_en

GOLD = Path(__file__).parent / "wikinews" / "labels-dev.jsonl"
_SHORTEST, _LONGEST = 8, 45


def measure_alone(nlp: Language) -> dict[str, float]:
    """Per cent of words with the same tag, and the same head and label, in the same words."""
    same: Counter[str] = Counter()
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        sentences = list(_list_sentences(nlp, json.loads(line)["text"]))
        for inside, alone in zip(
            sentences, nlp.pipe(sentence.text for sentence in sentences), strict=True
        ):
            if [token.text for token in inside] != [token.text for token in alone]:
                continue
            for one, other in zip(inside, alone, strict=True):
                has_head = one.head.i - inside.start == other.head.i
                same["words"] += 1
                same["tag"] += one.tag_ == other.tag_
                same["head and label"] += has_head and one.dep_ == other.dep_
    return {name: 100 * same[name] / same["words"] for name in ("tag", "head and label")}


def _list_sentences(nlp: Language, text: str) -> Iterator[Span]:
    """The sentences of middling length without a line break."""
    for sentence in nlp(text).sents:
        is_plain = not any(token.is_space for token in sentence)
        if is_plain and _SHORTEST <= len(sentence) <= _LONGEST:
            yield sentence


def main() -> None:
    """Print the figures."""
    nlp = load_model_from_path(claimx_en.pipeline_path(), exclude=["ner", "attribution_roles"])
    for name, figure in measure_alone(nlp).items():
        print(f"same {name:14} {figure:5.1f} % of the words")


if __name__ == "__main__":
    main()
