"""Parts of a job joined again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.article_builder import build_bridge_article

from claimx.article import Article, Failure, FailureMetadata, FailureReason
from claimx.batch.merge import merge_records
from claimx.batch.units import Shard

ARTICLE = build_bridge_article()


def article(path: str, title: str = "") -> Article:
    metadata = ARTICLE.metadata.model_copy(update={"path": path, "title": title})
    return ARTICLE.model_copy(update={"metadata": metadata})


def failure(path: str) -> Failure:
    return Failure(
        metadata=FailureMetadata(path=path), error=FailureReason(type="Missing", message="gone")
    )


def merge(*parts: list[Article | Failure]) -> tuple[list[Article | Failure], list[str]]:
    conflicts: list[str] = []
    return list(merge_records(parts, conflicts.append)), conflicts


names = st.lists(st.sampled_from(["a", "b", "a.txt", "b.txt", "ä"]), min_size=1, max_size=3)


@given(st.lists(names, max_size=12), st.integers(1, 5))
def test_the_parts_of_a_folder_give_what_one_run_would_have_given(
    paths: list[list[str]], count: int
) -> None:
    whole = [article("news/" + "/".join(path)) for path in sorted(paths)]
    parts = [
        [item for item in whole if Shard(number, count).holds(item.metadata.path or "")]
        for number in range(1, count + 1)
    ]
    assert sum(map(len, parts)) == len(whole)
    assert merge(*parts) == (whole, [])


def test_records_of_a_file_are_in_the_order_of_their_numbers() -> None:
    whole = [article(f"news.jsonl:{number}") for number in (1, 2, 9, 10, 100)]
    assert merge(whole[::2], whole[1::2])[0] == whole


def test_an_input_of_several_parts_is_there_once_and_an_article_goes_before_a_failure() -> None:
    merged, conflicts = merge(
        [article("a"), failure("b"), failure("c")], [article("a"), article("b"), failure("c")]
    )
    assert merged == [article("a"), article("b"), failure("c")]
    assert conflicts == []


def test_different_records_of_one_input_are_kept_and_named() -> None:
    merged, conflicts = merge([article("a", "one")], [article("a", "two")])
    assert merged == [article("a", "one"), article("a", "two")]
    assert conflicts == ["a"]


def test_a_file_that_was_named_twice_stays_twice() -> None:
    assert merge([article("a"), article("a")], [article("b")])[0] == [
        article("a"),
        article("a"),
        article("b"),
    ]


def test_shards_on_the_command_line_give_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    import spacy
    from click.testing import CliRunner

    from claimx.cli import main

    monkeypatch.setattr("claimx.pipeline.load.load", lambda model=None: spacy.blank("en"))
    monkeypatch.chdir(tmp_path)
    for number in range(9):
        Path(f"in/{number % 2}").mkdir(parents=True, exist_ok=True)
        Path(f"in/{number % 2}/{number}.txt").write_text(f"Bridge {number} is shut.")
    lines = [json.dumps({"text": f"Harbour {number} is shut."}) for number in range(12)]
    Path("in/list.jsonl").write_text("\n".join(lines))

    def run(*arguments: Any) -> None:
        result = CliRunner().invoke(main, [str(argument) for argument in arguments])
        assert result.exit_code == 0, result.output

    run("extract", "in", "-q", "-o", "whole.jsonl")
    parts = [f"part-{number}.jsonl" for number in (1, 2, 3)]
    for number, part in enumerate(parts, 1):
        run("extract", "in", "-q", "--shard", f"{number}/3", "-o", part)
        assert Path(part).read_text()
    run("merge", *parts, "-o", "merged.jsonl")
    assert Path("merged.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()
