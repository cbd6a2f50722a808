"""The JSON Schema of the records: its committed copy, and that records keep to it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimx.article import SCHEMA_VERSION, Article, article_schema

COPY = Path(__file__).with_name("article.schema.json")


def test_the_schema_has_not_drifted_from_its_committed_copy(
    request: pytest.FixtureRequest,
) -> None:
    """After a wanted change: raise SCHEMA_VERSION and run pytest with --update-golden."""
    text = json.dumps(article_schema(), indent=2, ensure_ascii=False) + "\n"
    if request.config.getoption("--update-golden"):
        COPY.write_text(text, encoding="utf-8", newline="\n")
    assert text == COPY.read_text(encoding="utf-8")


def test_every_field_of_every_record_is_always_present() -> None:
    schema = article_schema()
    for record in (schema, *schema["$defs"].values()):
        if "properties" in record:
            assert sorted(record["required"]) == sorted(record["properties"])


def test_every_record_is_closed_to_other_fields() -> None:
    schema = article_schema()
    for record in (schema, *schema["$defs"].values()):
        if "properties" in record:
            assert record["additionalProperties"] is False


def test_a_record_is_written_with_every_field_of_the_schema(bridge_article: Article) -> None:
    record = json.loads(bridge_article.to_json())
    schema = article_schema()
    _assert_complete(record, schema, schema["$defs"])
    assert record["schema_version"] == SCHEMA_VERSION


def _assert_complete(value: Any, schema: dict[str, Any], defs: dict[str, Any]) -> None:
    if "$ref" in schema:
        schema = defs[schema["$ref"].rpartition("/")[2]]
    for choice in schema.get("anyOf", []):
        if value is not None and choice.get("type") != "null":
            _assert_complete(value, choice, defs)
    if isinstance(value, dict) and "properties" in schema:
        assert list(value) == list(schema["properties"])
        for name, part in value.items():
            _assert_complete(part, schema["properties"][name], defs)
    if isinstance(value, list) and "items" in schema:
        for item in value:
            _assert_complete(item, schema["items"], defs)
