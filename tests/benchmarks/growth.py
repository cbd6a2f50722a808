"""How time grows with texts that grow: the patterns that once took the square of their length.

    python -m tests.benchmarks.growth [--characters 5000] [NAME ...]

For each pattern, processor seconds for a text of so many characters and for one four times as
long, for reading alone and for the whole of `claimx.extract`, the factor between the two, and the
peak memory so far. A factor of 4 is linear, 16 the square. `--characters 110000 "claims
beside quotations and dates"` is an article of 440,000 characters in one paragraph.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from functools import partial

import claimx
from claimx.reading import read_article

FACTOR = 4
# What is shorter than this is noise.
_NOISE = 0.05
PATTERNS = {
    "straight marks": '"',
    "opening marks": "“",
    "nested marks": "“‘",
    "possessives": "'s",
    "braces": "{}",
    "stars": "☆",
    "percentages": "%",
    "brackets with spaces": "( ",
    "colons with spaces": ": ",
    "dashes with spaces": "– ",
    "cues": "he said ",
    "nested cues": "that he said ",
    "quotations": "“Yes,” he said. ",
    "names": "Ann Hill met Paul Adeyemi. ",
    "compound sources": "Ann and ",
    "pronouns": "she told him she knew. ",
    "dates": "on Friday 3/4/25, ",
    "months that are names": "He may go in May. ",
    "spaced numbers": "1 ",
    "one number and spaces": " ",
    "numbers in commas": "1,000,",
    "capitals": "A",
    "list items": "- a thing\n",
    "labels": "Q: Why?\nA: So.\n",
    "headings": "Ann Hill:\n",
    "bylines": "By Ann Hill\n",
    "blank lines": "\n",
    "addresses": "http://a.b/c?d=e&",
    "claims beside quotations and dates": "Ann said on Friday it was shut. “No,” he said. ",
}


def measure(action: Callable[[], object]) -> float:
    """Processor seconds of an action."""
    start = time.process_time()
    action()
    return time.process_time() - start


def main() -> None:
    """Print a line for each pattern."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.growth")
    parser.add_argument("--characters", type=int, default=5000)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PATTERNS))
    options = parser.parse_args()
    nlp = claimx.load()
    claimx.extract("It was over, they said.", nlp=nlp)
    print(f"{'pattern':36}{'read s':>16}{'all s':>16}{'growth':>8}{'MB':>7}")
    for name in options.names or PATTERNS:
        texts = [
            "In 2024, 12" + PATTERNS[name] * (size // len(PATTERNS[name])) + " he said."
            for size in (options.characters, FACTOR * options.characters)
        ]
        read = [measure(partial(read_article, text)) for text in texts]
        whole = [measure(partial(claimx.extract, text, nlp=nlp)) for text in texts]
        growth = (whole[1] + _NOISE) / (whole[0] + _NOISE)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{name:36}{read[0]:8.2f}{read[1]:8.2f}{whole[0]:8.2f}{whole[1]:8.2f}{growth:8.1f}"
            f"{peak:7.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
