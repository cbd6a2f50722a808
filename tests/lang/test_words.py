"""The sets of small words, and that code and tables agree on the names of sets and classes."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

import claimx
from claimx.lang.en import nouns, verbs, words

_READERS = {
    "words_of": "words",
    "phrases_of": "words",
    "pattern_of": "words",
    "nouns_of": "nouns",
    "class_values": "nouns",
    "verbs_of": "verbs",
    "forms_of": "verbs",
}


@pytest.fixture(scope="module")
def asked() -> dict[str, set[str]]:
    """The names of sets and classes that the code asks for, by table."""
    found = defaultdict(set)
    for path in Path(claimx.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                table = _READERS.get(node.func.id)
                if table and isinstance(node.args[0], ast.Constant):
                    found[table].add(str(node.args[0].value))
    return found


def test_the_code_asks_for_the_sets_there_are_and_for_all_of_them(
    asked: dict[str, set[str]],
) -> None:
    assert asked["words"] == words.set_names()


def test_the_code_asks_for_every_class_of_nouns_and_verbs(asked: dict[str, set[str]]) -> None:
    given = {name for noun in nouns.read_nouns().values() for name in noun.classes}
    assert asked["nouns"] == given

    given = {name for verb in verbs.read_verbs().values() for name in verb.classes}
    assert asked["verbs"] == given


def test_a_set_holds_single_words() -> None:
    assert {"the", "this"} <= words.words_of("definite")
    assert "a" not in words.words_of("definite")


def test_an_entry_may_have_several_words() -> None:
    assert ("as", "well", "as") in words.phrases_of("longer joint")


def test_the_pattern_of_a_set_tries_the_longest_entry_first() -> None:
    pattern = re.compile(words.pattern_of("number below twenty"))

    assert re.match(pattern, "sixteen")[0] == "sixteen"  # type: ignore[index]


def test_a_set_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        words.words_of("indefinite articles")


@pytest.mark.parametrize("lines", [("article",), ("article\ta, an", "article\tthe"), ("x\ta, a",)])
def test_a_line_that_is_not_as_the_head_says_is_an_error(
    lines: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "read_lines", lambda name: lines)

    with pytest.raises(ValueError, match=r"words\.tsv"):
        words._read_sets.__wrapped__()
