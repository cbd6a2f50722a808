"""Random hostile texts, with the time and the memory that they take."""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
import traceback

from tests.fuzz.checks import check_text, load_once
from tests.fuzz.hostile_texts import build_text

MOST_SECONDS = 10.0
MOST_MEGABYTES = 1024


def main() -> int:
    """Check many texts; 1 where one breaks a promise, hangs or takes too much memory."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, help="end after this long")
    options = parser.parse_args()
    load_once()
    begun = time.monotonic()
    checked = refused = broken = slow = 0
    slowest, worst = 0.0, 0
    for number in range(options.texts):
        if options.seconds is not None and time.monotonic() - begun > options.seconds:
            break
        random_source = random.Random(f"{options.seed}/{number}")
        text = build_text(random_source.randrange)
        start = time.process_time()
        try:
            refused += check_text(text) is None
        except Exception:
            broken += 1
            print(f"text {options.seed}/{number} of {len(text)} characters: {text[:200]!r}")
            traceback.print_exc()
        taken = time.process_time() - start
        if taken > slowest:
            slowest, worst = taken, number
        slow += taken > MOST_SECONDS
        checked += 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{checked:,} texts (seed {options.seed}), {refused} refused, {broken} broken, {slow} over "
        f"{MOST_SECONDS:.0f} s; slowest {slowest:.1f} s (text {worst}); peak {peak:.0f} MB"
    )
    return int(broken > 0 or slow > 0 or peak > MOST_MEGABYTES)


if __name__ == "__main__":
    sys.exit(main())
