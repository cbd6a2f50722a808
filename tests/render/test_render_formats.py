"""Every format against its golden file, and what holds for all of them."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.article_builder import BRIDGE_TEXT, build_article

from claimx.article import Article, Failure, FailureMetadata, FailureReason
from claimx.render import FORMATS, Format, Settings, format_for_suffix
from claimx.render.formats import ROW_KINDS

PARTS = frozenset({"quotes", "dates", "entities"})
FAILURE = Failure(
    metadata=FailureMetadata(path="brøken.txt"),
    error=FailureReason(type="EmptyInput", message="the file is empty"),
)


def render(name: str, records: list[Article | Failure], settings: Settings) -> str:
    stream = io.StringIO()
    FORMATS[name].load_renderer()(records, stream, settings)
    return stream.getvalue()


def render_bytes(row: Format, records: list[Article | Failure], folder: Path) -> str:
    """What a format makes of ``records``, as text to compare."""
    settings = Settings(width=80)
    if row.destination == "text":
        return render(row.name, records, settings)
    if row.destination == "bytes":
        stream = io.BytesIO()
        row.load_binary_renderer()(records, stream, settings)
        return READERS[row.name](stream.getvalue(), folder)
    folder.mkdir(exist_ok=True)
    target = folder / "target"
    row.load_path_renderer()(records, target, settings)
    return READERS[row.name](b"", target)


def read_parquet(content: bytes, folder: Path) -> str:
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(io.BytesIO(content))
    return json.dumps(table.to_pylist(), indent=1, ensure_ascii=False) + "\n"


def read_database(content: bytes, path: Path) -> str:
    """Every table but those that the full-text index keeps for itself."""
    with closing(sqlite3.connect(path)) as connection:
        schema = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '%_fts%'"
        )
        lines = [f"{name}: {sql}" for name, sql in schema]
        for table in ("articles", *ROW_KINDS, "claim_speakers", "mentions"):
            rows = connection.execute(f"SELECT * FROM {table}")
            lines += [f"{table} {json.dumps(row, ensure_ascii=False)}" for row in rows]
    return "\n".join(lines) + "\n"


def read_folder(content: bytes, path: Path) -> str:
    files = sorted(path.iterdir())
    return "".join(f"== {file.name}\n{file.read_text(encoding='utf-8')}" for file in files)


READERS: dict[str, Callable[[bytes, Path], str]] = {
    "parquet": read_parquet,
    "sqlite": read_database,
    "brat": read_folder,
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_its_golden_file(
    name: str,
    bridge_article: Article,
    compare_golden: Callable[[str, str], None],
    tmp_path: Path,
) -> None:
    """A new row of the registry gets its file when the test first runs: read it."""
    article = bridge_article.model_copy(update={"text": BRIDGE_TEXT})
    output = render_bytes(FORMATS[name], [article, FAILURE], tmp_path)
    compare_golden(f"format.{name}", output)
    assert output == render_bytes(FORMATS[name], [article, FAILURE], tmp_path / "again")


def test_every_golden_file_of_a_format_belongs_to_a_row() -> None:
    golden = Path(__file__).parent / "golden"
    assert {path.suffix[1:] for path in golden.glob("format.*")} == set(FORMATS)


@pytest.mark.parametrize("width", [60, 80, 120, 160, 200])
def test_table_looks_as_agreed(
    width: int, bridge_article: Article, compare_golden: Callable[[str, str], None]
) -> None:
    output = render("table", [bridge_article], Settings(width=width, parts=PARTS))
    compare_golden(f"bridge.{width}.txt", output)
    assert max(len(line) for line in output.splitlines()) <= width


def test_json_of_a_single_article_is_an_object(
    bridge_article: Article, compare_golden: Callable[[str, str], None]
) -> None:
    compare_golden("bridge.json", render("json", [bridge_article], Settings(single=True)))


def test_json_of_several_inputs_is_an_array(
    bridge_article: Article, compare_golden: Callable[[str, str], None]
) -> None:
    output = render("json", [bridge_article, FAILURE], Settings())
    compare_golden("bridge-and-failure.json", output)
    assert [set(record) >= {"metadata"} for record in json.loads(output)] == [True, True]


def test_json_lines_has_a_line_an_input(
    bridge_article: Article, compare_golden: Callable[[str, str], None]
) -> None:
    output = render("jsonl", [FAILURE, bridge_article], Settings())
    compare_golden("failure-and-bridge.jsonl", output)
    assert output.count("\n") == 2


@pytest.mark.parametrize(
    ("count", "single", "expected"),
    [
        (0, False, list),
        (0, True, list),
        (1, False, list),
        (1, True, dict),
        (2, True, list),
        (3, False, list),
    ],
)
def test_json_is_an_object_only_for_one_named_input(
    count: int, single: bool, expected: type, bridge_article: Article
) -> None:
    document = json.loads(render("json", [bridge_article] * count, Settings(single=single)))
    assert type(document) is expected
    if expected is list:
        assert len(document) == count


def test_json_keeps_line_separators_inside_strings(bridge_article: Article) -> None:
    title = "one\u2028two\u0085three"
    article = bridge_article.model_copy(
        update={"metadata": bridge_article.metadata.model_copy(update={"title": title})}
    )
    (record,) = json.loads(render("json", [article], Settings()))
    assert record["metadata"]["title"] == title


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_reads_back_as_the_same_record(name: str, bridge_article: Article) -> None:
    output = render(name, [bridge_article], Settings(single=True))
    assert Article.model_validate_json(output) == bridge_article
    assert "“The bridge" in output
    assert '"text":null' in output.replace(" ", "")


@pytest.mark.parametrize("name", ["table", "jsonl"])
def test_each_record_is_written_before_the_next_is_asked_for(
    name: str, bridge_article: Article
) -> None:
    stream = io.StringIO()
    lengths: list[int] = []

    def records() -> Iterator[Article]:
        for _ in range(3):
            lengths.append(len(stream.getvalue()))
            yield bridge_article

    FORMATS[name].load_renderer()(records(), stream, Settings(width=80))
    assert lengths[0] == 0 < lengths[1] < lengths[2]


def test_table_leaves_failures_to_the_messages() -> None:
    assert render("table", [FAILURE], Settings(width=80)) == ""


SUFFIXES = (".json", ".JSONL", ".TXT", ".md5", "")


def test_a_suffix_names_its_format() -> None:
    found = {
        suffix: format_for_suffix(suffix) for suffix in (".json", ".JSONL", ".TXT", ".md5", "")
    }
    names = {suffix: row.name if row else None for suffix, row in found.items()}
    assert names == {".json": "json", ".JSONL": "jsonl", ".TXT": "table", ".md5": None, "": None}


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_holds_nothing_that_a_terminal_obeys(name: str) -> None:
    text = "a\x1b]8;;http://a.example\x07b\x9b31m \u202ec\x7f"
    article = build_article(text, text=text)
    output = render(name, [article], Settings(single=True))
    assert not set("\x1b\x07\x9b\u202e\x7f") & set(output)
    assert Article.model_validate_json(output) == article
