"""The cascade's own rules: known classes, no dead ones, and no silent ties between rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files

import pytest
from tests.pipeline.dates.overlaps import list_overlaps

from claimx.pipeline.dates.classes import CLASSES
from claimx.pipeline.dates.filters import QUESTIONS
from claimx.pipeline.dates.grammar import WARM_UP, Cascade, Rule, Stage
from claimx.pipeline.dates.lexer import TABLE
from claimx.pipeline.dates.rules import load_cascade


def test_a_pattern_may_name_known_classes_only() -> None:
    rule = Rule("the thing=NO_SUCH_CLASS", lambda thing: {"DATE": thing})
    with pytest.raises(ValueError, match="the class NO_SUCH_CLASS, which stands in no table"):
        Cascade([Stage([rule])])


def test_a_builder_may_write_known_classes_only() -> None:
    with pytest.raises(ValueError, match="the class NO_SUCH_CLASS, which stands in no table"):
        TABLE.read({"DATE": 1, "NO_SUCH_CLASS": 1})


def test_every_class_is_read_by_a_rule_or_a_question() -> None:
    cascade = load_cascade()
    read = {term for stage in cascade.stages for rule in stage.rules for term in rule.terms}
    folder = files("claimx.pipeline.dates")
    code = "".join(
        folder.joinpath(name).read_text(encoding="utf-8")
        for name in ("find.py", "names.py", "lexer.py")
    )
    read |= set(QUESTIONS) | set(re.findall(r'"([A-Z][A-Z_0-9]+)"', code))
    assert sorted(set(CLASSES) - read - {"TRIGGER"}) == []


def test_overlaps_of_rules_are_known(compare_golden: Callable[[str, str], None]) -> None:
    """Of two rules of a stage that match the same items, the one listed first wins.

    A line more in the golden file is a rule that another takes from, or that takes from another:
    look at both before it is committed.
    """
    lines = sorted(
        f"{stage}: {first.pattern}  |  {second.pattern}  |  {row}\n"
        for stage, first, second, row in list_overlaps(load_cascade(), list(WARM_UP))
    )
    compare_golden("overlaps.txt", "".join(lines))
