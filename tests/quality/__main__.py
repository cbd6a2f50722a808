"""``python -m tests.quality``: all figures as tables; with ``--write-floors`` new floors."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

import claimx
from tests.quality.corpora import ABSENT, find_corpora, hash_corpora
from tests.quality.figures import (
    Figure,
    find_lowered,
    format_figures,
    make_floors,
    read_floors,
    write_floors,
)
from tests.quality.labels import (
    HELD_SPEAKERS,
    SECOND_HELD_SPEAKERS,
    SECOND_SPEAKERS,
    describe_agreement,
    pair_readers,
    read_speakers,
)
from tests.quality.measure import measure_corpora, measure_labels
from tests.quality.sentences import (
    Outcome,
    count_right,
    describe_failures,
    read_cases,
    summarise,
    try_cases,
)


def main() -> None:
    """Print what is asked for, or everything."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument(
        "--only",
        action="append",
        choices=["sentences", "agreement", "labels", "corpora"],
        help="measure this alone; may be given several times",
    )
    parser.add_argument(
        "--write-floors",
        action="store_true",
        help="measure everything and write floors.json a small margin below",
    )
    options = parser.parse_args()
    everything = options.write_floors or not options.only
    corpora = find_corpora()
    if options.write_floors and corpora is None:
        parser.error(ABSENT)
    outcomes: list[Outcome] = []
    figures: list[Figure] = []
    if everything or "sentences" in options.only:
        outcomes = try_cases(read_cases())
        _print("attribution sentences", [*summarise(outcomes), "", *describe_failures(outcomes)])
    if everything or "agreement" in options.only:
        pairs = pair_readers(read_speakers(), read_speakers(SECOND_SPEAKERS))
        _print("two readers of speakers", describe_agreement(pairs))
        held = pair_readers(read_speakers(HELD_SPEAKERS), read_speakers(SECOND_HELD_SPEAKERS))
        _print("two readers of speakers held back", describe_agreement(held))
    labels: list[Figure] = []
    if everything or "labels" in options.only:
        labels = list(measure_labels(claimx.load()))
        _print("labelled articles", format_figures(labels, read_floors()))
    if everything or "corpora" in options.only:
        if corpora is None:
            parser.exit(message=f"{ABSENT}\n")
        figures = list(measure_corpora(corpora))
        _print("corpora", format_figures(figures, read_floors()))
        if not options.write_floors and hash_corpora(corpora) != read_floors().corpora:
            print("the floors were measured on other files")
    if options.write_floors and corpora is not None:
        floors = make_floors(count_right(outcomes), hash_corpora(corpora), figures, labels)
        _print("floors lowered", find_lowered(read_floors(), floors) or ["none"])
        write_floors(floors)


def _print(title: str, lines: Iterable[str]) -> None:
    print(f"== {title}", *lines, sep="\n", end="\n\n")


if __name__ == "__main__":
    main()
