"""The fuzz target of atheris: libFuzzer makes the choices, guided by the code that they reach."""

from __future__ import annotations

import sys

import atheris

# Only what is ours is instrumented: spaCy is compiled, and the rest only slows it down. Modules are
# imported where they are first needed, so all of them are needed once here.
with atheris.instrument_imports(include=["claimx"]):
    from tests.fuzz.checks import check_text
    from tests.fuzz.hostile_texts import build_text

    check_text("“It is over,” Ann Hill said on Friday.")

# Of libFuzzer: seconds that a text may take, megabytes, and bytes of choices.
LIMITS = (
    "-timeout=10",
    "-rss_limit_mb=1024",
    "-max_len=256",
    "-len_control=0",
    "-verbosity=1",
    "-print_final_stats=1",
)


def test_one_input(data: bytes) -> None:
    """Check the text that ``data`` chooses."""
    source = atheris.FuzzedDataProvider(data)
    check_text(build_text(lambda number: source.ConsumeIntInRange(0, number - 1)))


if __name__ == "__main__":
    given = [argument.partition("=")[0] for argument in sys.argv[1:]]
    limits = [limit for limit in LIMITS if limit.partition("=")[0] not in given]
    atheris.Setup([*sys.argv, *limits], test_one_input)
    atheris.Fuzz()
