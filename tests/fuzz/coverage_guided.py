"""The fuzz target of atheris: libFuzzer makes the choices, guided by the code that they reach."""

from __future__ import annotations

import sys

import atheris

# Only what is ours is instrumented: spaCy is compiled, and the rest only slows it down.
with atheris.instrument_imports(include=["claimx"], enable_loader_override=False):
    pass

from tests.fuzz.checks import check_text, load_once
from tests.fuzz.hostile_texts import build_text

# Of libFuzzer: seconds that a text may take, megabytes, and bytes of choices.
LIMITS = (
    "-timeout=10",
    "-rss_limit_mb=1024",
    "-max_len=256",
    "-verbosity=1",
    "-print_final_stats=1",
)


def test_one_input(data: bytes) -> None:
    """Check the text that ``data`` chooses."""
    source = atheris.FuzzedDataProvider(data)
    check_text(build_text(lambda number: source.ConsumeIntInRange(0, number - 1)))


if __name__ == "__main__":
    load_once()
    given = [argument.partition("=")[0] for argument in sys.argv[1:]]
    limits = [limit for limit in LIMITS if limit.partition("=")[0] not in given]
    atheris.Setup([*sys.argv, *limits], test_one_input)
    atheris.Fuzz()
