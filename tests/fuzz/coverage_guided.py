"""The fuzz target of atheris: libFuzzer makes the choices, guided by the code that they reach.

python -m tests.fuzz.coverage_guided -max_total_time=60
"""

from __future__ import annotations

import importlib
import pkgutil
import sys

import atheris

import claimx

# Only what is ours is instrumented: spaCy is compiled, and the rest only slows it down.
ROOMS = ("claimx.assemble", "claimx.article", "claimx.batch", "claimx.pipeline", "claimx.reading")
# Of libFuzzer: seconds that a text may take, megabytes, and bytes of choices from the first on.
LIMITS = ("-timeout=10", "-rss_limit_mb=1024", "-max_len=256", "-len_control=0")


def import_instrumented() -> None:
    """Import what is ours so that libFuzzer sees which code runs.

    All at once, since most modules import each other when they are first used, out of its sight.
    """
    with atheris.instrument_imports(include=list(ROOMS)):
        for module in pkgutil.walk_packages(claimx.__path__, "claimx."):
            if module.name.startswith(ROOMS):
                importlib.import_module(module.name)


def check_choices(data: bytes) -> None:
    """Check the text that ``data`` chooses."""
    from tests.fuzz.checks import check_text
    from tests.fuzz.hostile_texts import build_text

    source = atheris.FuzzedDataProvider(data)
    check_text(build_text(lambda number: source.ConsumeIntInRange(0, number - 1)))


def main() -> None:
    """Fuzz, with the options of libFuzzer that the command line gives."""
    import_instrumented()
    given = {argument.partition("=")[0] for argument in sys.argv[1:]}
    limits = [limit for limit in LIMITS if limit.partition("=")[0] not in given]
    atheris.Setup([*sys.argv, *limits], check_choices)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
