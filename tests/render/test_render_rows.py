"""CSV and Parquet: the same rows, equal to the record, and nothing that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import duckdb
import pandas
import pytest
from tests.article_builder import Locator, build_article

from claimx.article import Article, Claim, Failure, FailureMetadata, FailureReason
from claimx.render import FORMATS, OutputError, Settings
from claimx.render.comma_separated import BETWEEN, in_cell
from claimx.render.formats import ROW_KINDS
from claimx.render.rows import columns_of, rows_of

FAILURE = Failure(
    metadata=FailureMetadata(path="a.txt"), error=FailureReason(type="E", message="empty")
)


def csv_of(*records: Article | Failure, **settings: Any) -> str:
    stream = io.StringIO()
    FORMATS["csv"].load_renderer()(records, stream, Settings(**settings))
    return stream.getvalue()


def parquet_of(*records: Article | Failure, **settings: Any) -> bytes:
    stream = io.BytesIO()
    FORMATS["parquet"].load_binary_renderer()(records, stream, Settings(**settings))
    return stream.getvalue()


@pytest.mark.parametrize("kind", ROW_KINDS)
def test_a_row_holds_what_its_record_holds(kind: str, bridge_article: Article) -> None:
    rows = rows_of(bridge_article, kind)
    assert len(rows) == len(getattr(bridge_article, kind)) > 0
    for row in rows:
        assert row["article"] == bridge_article.id
        assert list(row) == [column.name for column in columns_of(kind)]


@pytest.mark.parametrize("kind", ROW_KINDS)
def test_csv_read_by_pandas_is_the_rows(kind: str, bridge_article: Article) -> None:
    output = csv_of(bridge_article, FAILURE, bridge_article, rows=kind)
    table = pandas.read_csv(io.StringIO(output), dtype=str, keep_default_na=False)
    expected = rows_of(bridge_article, kind) * 2
    assert list(table.columns) == list(expected[0])
    for got, row in zip(table.to_dict("records"), expected, strict=True):
        assert got == {name: in_cell(value) for name, value in row.items()}


@pytest.mark.parametrize("kind", ROW_KINDS)
def test_csv_read_by_duckdb_has_the_same_rows(
    kind: str, bridge_article: Article, tmp_path: Path
) -> None:
    path = tmp_path / "claims.csv"
    path.write_text(csv_of(bridge_article, rows=kind), encoding="utf-8")
    found = duckdb.sql(f"SELECT * FROM read_csv('{path}', all_varchar=true, header=true)")
    rows = [[in_cell(value) for value in row.values()] for row in rows_of(bridge_article, kind)]
    assert [[cell or "" for cell in row] for row in found.fetchall()] == rows


@pytest.mark.parametrize("kind", ROW_KINDS)
def test_parquet_read_by_duckdb_and_pandas_is_the_rows(
    kind: str, bridge_article: Article, tmp_path: Path
) -> None:
    path = tmp_path / "claims.parquet"
    path.write_bytes(parquet_of(bridge_article, FAILURE, rows=kind))
    expected = rows_of(bridge_article, kind)
    relation = duckdb.sql(f"SELECT * FROM '{path}'")
    assert relation.columns == list(expected[0])
    assert [
        dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()
    ] == expected
    frame = pandas.read_parquet(path)
    assert list(frame.columns) == list(expected[0])
    assert len(frame) == len(expected)


def test_parquet_of_nothing_has_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "none.parquet"
    path.write_bytes(parquet_of())
    assert duckdb.sql(f"SELECT * FROM '{path}'").columns == [c.name for c in columns_of("claims")]


def test_columns_can_be_chosen_and_an_unknown_one_names_the_nearest(
    bridge_article: Article,
) -> None:
    output = csv_of(bridge_article, columns=("content", "speakers"))
    assert output.splitlines()[0] == "content,speakers"
    with pytest.raises(OutputError, match=r"no column speeker: did you mean speakers\?"):
        csv_of(bridge_article, columns=("speeker",))


def test_a_byte_order_mark_stands_only_where_it_is_asked_for(bridge_article: Article) -> None:
    assert csv_of(bridge_article, byte_order_mark=True).startswith("\ufeffarticle,")
    assert csv_of(bridge_article).startswith("article,")


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://a.example","b")', "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", "\r=1"]
)
def test_no_cell_is_a_formula(text: str) -> None:
    claim = Claim(id="C1", content=Locator(text).content(text), directness="indirect")
    (row,) = csv.DictReader(io.StringIO(csv_of(build_article(text, claims=[claim]))))
    assert row["content"].startswith("'")
    assert in_cell(["=1", "2"]).startswith("'=1" + BETWEEN)


def test_no_cell_holds_what_a_terminal_obeys() -> None:
    text = "a\x1b]8;;http://a.example\x07b\x9b31m \u202ec,\r\nd"
    claim = Claim(id="C1", content=Locator(text).content(text), directness="indirect")
    output = csv_of(build_article(text, claims=[claim]))
    assert not set("\x1b\x07\x9b\u202e\r") & set(output)
    (row,) = csv.DictReader(io.StringIO(output))
    assert row["content"].endswith("c,\nd")
