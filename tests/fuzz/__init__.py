"""Texts that nobody writes, and what must hold for them all the same.

    python -m tests.fuzz --texts 10000
    python -m tests.fuzz.coverage_guided -max_total_time=60

The first builds texts at random, the second lets atheris (libFuzzer) look for those that reach new
code; ``test_hostile_texts.py`` gives a few of them to hypothesis.
"""
