"""The JSON Schema of the records: its committed copy, and that records keep to it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from claimx.article import (
    SCHEMA_VERSION,
    Article,
    Failure,
    FailureMetadata,
    FailureReason,
    article_schema,
)

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
    for record in article_schema()["$defs"].values():
        if "properties" in record:
            assert sorted(record["required"]) == sorted(record["properties"])


def test_every_record_is_closed_to_other_fields() -> None:
    for record in article_schema()["$defs"].values():
        if "properties" in record:
            assert record["additionalProperties"] is False


def test_every_property_and_every_value_of_a_closed_list_is_described() -> None:
    definitions = article_schema()["$defs"]
    for title, record in definitions.items():
        assert record.get("description") or title == "JsonValue"
        for name, part in record.get("properties", {}).items():
            assert part.get("description"), f"{title}.{name}"
            for choice in (part, *part.get("anyOf", [])):
                assert "enum" not in choice
                assert all(value["description"] for value in choice.get("oneOf", []))


def test_articles_and_failures_keep_to_the_schema(bridge_article: Article) -> None:
    schema = article_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failure = Failure(
        metadata=FailureMetadata(path="a.txt"), error=FailureReason(type="E", message="empty")
    )
    for line in (bridge_article.to_json(), failure.to_json()):
        validator.validate(json.loads(line))
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({"metadata": {"path": "a.txt"}})


def test_a_record_without_its_text_holds_no_section_of_it(bridge_article: Article) -> None:
    sections = json.loads(bridge_article.to_json())["sections"]
    assert sections[0] == {"span": {"start": 0, "end": 39}, "kind": "headline"}


def test_a_record_is_written_with_every_field_of_the_schema(bridge_article: Article) -> None:
    record = json.loads(bridge_article.to_json())
    definitions = article_schema()["$defs"]
    _assert_complete(record, definitions["Article"], definitions)
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
