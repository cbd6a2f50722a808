"""`claimx show` and the filters: saved records in every format, without a pipeline."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.article_builder import BRIDGE_TEXT

import claimx
from claimx.article import Article, Failure, FailureMetadata, FailureReason
from claimx.saved import SavedError

FAILURE = Failure(
    metadata=FailureMetadata(path="a.txt"), error=FailureReason(type="E", message="a.txt is empty")
)


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bridge_article: Article) -> Path:
    monkeypatch.chdir(tmp_path)
    article = bridge_article.model_copy(update={"text": BRIDGE_TEXT})
    path = tmp_path / "bridge.jsonl"
    path.write_text(article.to_json() + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["table", "highlight", "html", "json", "jsonl", "csv"])
def test_a_saved_record_is_shown_in_every_format(name: str, invoke: Any, saved: Path) -> None:
    result = invoke("show", saved.name, "-f", name)
    assert result.exit_code == 0, result.stderr
    assert "the bridge stays shut" in result.stdout.casefold()


def test_what_is_shown_as_json_lines_is_what_was_saved(invoke: Any, saved: Path) -> None:
    assert invoke("show", saved.name).stdout == saved.read_text(encoding="utf-8")
    piped = invoke("show", input=saved.read_text(encoding="utf-8"))
    assert piped.stdout == saved.read_text(encoding="utf-8")


def test_json_documents_are_read_as_well(invoke: Any, saved: Path) -> None:
    invoke("show", saved.name, "-o", "one.json")
    invoke("show", saved.name, saved.name, "-o", "two.json")
    assert isinstance(json.loads(Path("one.json").read_text(encoding="utf-8")), dict)
    assert len(list(claimx.read("one.json"))) == 1
    assert list(claimx.read("two.json")) == list(claimx.read(saved)) * 2


def test_filters_choose_claims_in_every_format(invoke: Any, saved: Path) -> None:
    options = ("--speaker", "Okafor", "--directness", "direct")
    (record,) = [json.loads(invoke("show", saved.name, *options).stdout)]
    assert [claim["id"] for claim in record["claims"]] == ["C1"]
    rows = invoke("show", saved.name, "-f", "csv", *options).stdout.splitlines()
    assert len(rows) == 2


def test_failures_are_read_and_count_as_failed(invoke: Any, saved: Path) -> None:
    saved.write_text(FAILURE.to_json() + "\n", encoding="utf-8")
    result = invoke("show", saved.name)
    assert result.exit_code == 3
    assert result.stdout == FAILURE.to_json() + "\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("no json", "neither JSON nor JSON Lines"),
        ('{"text": "an article"}', "not a record of claimx"),
        ("[1, 2]", "not a record of claimx"),
        ('{"schema_version": "9.9", "id": "x"}', "schema_version 9.9, this claimx reads"),
        ('{"schema_version": "2.0", "id": "x"}', "damaged"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_record_is_refused(content: str, words: str, invoke: Any, saved: Path) -> None:
    saved.write_text(content, encoding="utf-8")
    result = invoke("show", saved.name)
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_file_that_is_not_there_is_named(invoke: Any, saved: Path) -> None:
    result = invoke("show", "none.jsonl")
    assert result.exit_code == 2
    assert "none.jsonl" in result.stderr
    with pytest.raises(SavedError, match=r"none\.jsonl"):
        list(claimx.read("none.jsonl"))


def test_a_record_of_an_older_schema_is_read_where_it_fits(
    bridge_article: Article, saved: Path
) -> None:
    record = json.loads(bridge_article.to_json())
    record["schema_version"] = "1.9"
    for section in record["sections"]:
        section["span"]["text"] = "…"
    saved.write_text(json.dumps(record), encoding="utf-8")
    assert list(claimx.read(saved)) == [bridge_article]


@pytest.mark.parametrize("name", ["html", "highlight"])
def test_a_record_without_its_text_is_refused_where_the_text_is_shown(
    name: str, invoke: Any, saved: Path, bridge_article: Article
) -> None:
    saved.write_text(bridge_article.to_json(), encoding="utf-8")
    result = invoke("show", saved.name, "-f", name)
    assert result.exit_code == 2
    assert "--include-text" in result.stderr


def test_an_unknown_kind_names_the_nearest(invoke: Any, saved: Path) -> None:
    result = invoke("show", saved.name, "--kind", "speach")
    assert result.exit_code == 2
    assert "did you mean speech?" in result.stderr


LOADED = """
import atexit, sys
heavy = {"spacy", "onnxruntime", "dateparser", "numpy"}
atexit.register(lambda: print("loaded", sorted(heavy & set(sys.modules)), file=sys.stderr))
from claimx.cli import main
main()
"""


@pytest.mark.parametrize("name", ["jsonl", "table", "highlight", "html", "csv"])
def test_showing_loads_no_pipeline(name: str, saved: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, "show", str(saved), "-f", name],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr.strip() == "loaded []"
