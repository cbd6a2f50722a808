"""Formats for other programs: brat, JSON-LD, annotations, LangExtract, Markdown."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.article_builder import BRIDGE_TEXT, Locator, build_article

from claimx.article import Article, Claim, Cue, Metadata, Source, Speaker
from claimx.cli import main
from claimx.render import FORMATS, OutputError, Settings

OBEYED = set("\x1b\x07\x9b\u202e\x08")
HOSTILE = (
    "He said \x1b]8;;http://a.example\x07go\x9b31m \u202egnp </script><script>alert(1)</script> "
    "[a](javascript:alert(2)) | `b` **c** =1+1 ../../x"
)


@pytest.fixture
def bridge(bridge_article: Article) -> Article:
    return bridge_article.model_copy(update={"text": BRIDGE_TEXT})


@pytest.fixture
def hostile() -> Article:
    here = Locator(HOSTILE)
    return build_article(
        HOSTILE,
        text=HOSTILE,
        metadata=Metadata(
            title=HOSTILE, byline=HOSTILE, path=f"../{HOSTILE}", url="javascript:alert(3)"
        ),
        speakers=[Speaker(id="S1", name=HOSTILE, kind="person", claims=1)],
        claims=[
            Claim(
                id="C1",
                source=Source(spans=[here.span("He")], speakers=["S1"]),
                cue=Cue(spans=[here.span("said")]),
                content=here.content(HOSTILE[8:]),
                directness="direct",
            )
        ],
    )


def invoke(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def text_of(name: str, *articles: Article) -> str:
    stream = io.StringIO()
    FORMATS[name].load_renderer()(articles, stream, Settings())
    return stream.getvalue()


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_brat_read_back_by_evaluate_is_all_right(
    ends: str, tmp_path: Path, bridge_article: Article
) -> None:
    records = tmp_path / "records.jsonl"
    wrapped = f"Rask said that the long and{ends}winding road is shut. “It is,” Moe said."
    here = Locator(wrapped)
    other = build_article(
        wrapped,
        text=wrapped,
        metadata=Metadata(path="b/article.txt"),
        claims=[
            Claim(
                id="C1",
                source=Source(spans=[here.span("Rask")]),
                cue=Cue(spans=[here.span("said")]),
                content=here.content(f"that the long and{ends}winding road is shut"),
                directness="indirect",
            )
        ],
    )
    bridge = bridge_article.model_copy(update={"text": BRIDGE_TEXT})
    records.write_text(f"{bridge.to_json()}\n{other.to_json()}\n", encoding="utf-8")
    folder = tmp_path / "brat"
    assert invoke("show", records, "-f", "brat", "-o", folder).exit_code == 0
    result = invoke("evaluate", folder, "--predictions", records, "-f", "json")
    assert result.exit_code == 0, result.stderr
    figures = json.loads(result.stdout)
    scores = [*_values(figures["span_f1"], "f1"), *_values(figures["linked"], "f1")]
    assert len(scores) > 5
    assert set(scores) == {1.0}
    again = invoke("show", records, "-f", "brat", "-o", folder)
    assert again.exit_code == 2
    assert "--force" in again.stderr
    assert invoke("show", records, "-f", "brat", "-o", folder, "--force").exit_code == 0


def _values(document: Any, name: str) -> list[float]:
    found: list[float] = []
    if isinstance(document, dict):
        for key, value in document.items():
            if key == name and isinstance(value, int | float):
                found.append(float(value))
            else:
                found += _values(value, name)
    if isinstance(document, list):
        for value in document:
            found += _values(value, name)
    return found


def test_brat_writes_only_inside_its_folder(tmp_path: Path, hostile: Article) -> None:
    folder = tmp_path / "out"
    FORMATS["brat"].load_path_renderer()([hostile, hostile], folder, Settings())
    names = sorted(file.name for file in folder.iterdir())
    assert len(names) == 5
    assert all(name.isascii() and not OBEYED & set(name) for name in names)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    for file in folder.iterdir():
        assert not OBEYED & set(file.read_text(encoding="utf-8"))


def test_json_ld_has_a_node_for_each_thing(bridge: Article) -> None:
    graph = json.loads(text_of("jsonld", bridge, bridge))["@graph"]
    kinds = [node["type"] for node in graph]
    assert [kinds.count(kind) for kind in ("NewsArticle", "Claim", "Quotation", "Person")] == [
        2,
        12,
        6,
        2,
    ]
    assert "ClaimReview" not in kinds
    known = {node["id"] for node in graph}
    for node in graph:
        for author in node.get("author", []) if node["type"] == "Claim" else ():
            assert author["id"] in known
        for selector in node.get("selector", []):
            if selector["type"] == "TextPositionSelector":
                assert BRIDGE_TEXT[selector["start"] : selector["end"]]


def test_annotations_find_their_words_again(bridge: Article) -> None:
    page = json.loads(text_of("annotations", bridge))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert len(page["items"]) == 6
    for item in page["items"]:
        for target in item["target"]:
            words, place = target["selector"]
            assert BRIDGE_TEXT[place["start"] : place["end"]] == words["exact"]
            assert words["prefix"] + words["exact"] + words["suffix"] in BRIDGE_TEXT


def test_langextract_has_its_extractions_in_place(bridge: Article) -> None:
    (line,) = text_of("langextract", bridge).splitlines()
    document = json.loads(line)
    assert document["text"] == BRIDGE_TEXT
    for extraction in document["extractions"]:
        place = extraction["char_interval"]
        words = document["text"][place["start_pos"] : place["end_pos"]]
        assert words == extraction["extraction_text"]


@pytest.mark.parametrize("name", ["jsonld", "annotations", "langextract", "markdown"])
def test_nothing_of_the_article_is_obeyed(name: str, hostile: Article) -> None:
    output = text_of(name, hostile)
    assert not OBEYED & set(output)
    assert "javascript:alert(3)" not in output
    if name in ("jsonld", "annotations"):
        assert "<" not in output
    if name == "markdown":
        output = re.sub(r"\\.", "", output)
        for piece in ("[a](", "<script", " | ", "**c", " `b`"):
            assert piece not in output


def test_formats_of_the_text_refuse_records_without_it(
    tmp_path: Path, bridge_article: Article
) -> None:
    with pytest.raises(OutputError, match="--include-text"):
        text_of("langextract", bridge_article)
    with pytest.raises(OutputError, match="--include-text"):
        FORMATS["brat"].load_path_renderer()([bridge_article], tmp_path, Settings())
