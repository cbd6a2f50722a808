"""The JSON Schema of the output."""

from __future__ import annotations

import re
from typing import Any

from pydantic import RootModel

from claimx.article.meanings import MEANINGS
from claimx.article.model import Article, Failure
from claimx.article.values import SCHEMA_VERSION

SCHEMA_ID = f"https://claimx.dev/schema/{SCHEMA_VERSION}/record.json"


class _Line(RootModel[Article | Failure]):
    """What claimx extract writes for an input: an article, or why there is none."""


def article_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of what is written for an input: an article or a failure.

    No field is optional. Every property has a description, and where its values are a closed
    list, so has each value.
    """
    schema = _Line.model_json_schema(mode="serialization")
    definitions = schema.pop("$defs")
    for definition in definitions.values():
        for name, part in definition.get("properties", {}).items():
            _explain_values(definition["title"], name, part)
            _plain(part)
        _plain(definition)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "claimx record",
        "description": " ".join(str(_Line.__doc__).split()),
        "anyOf": schema["anyOf"],
        "$defs": definitions,
    }


def _plain(part: dict[str, Any]) -> None:
    """Bring a docstring on one line, in Markdown's single backticks, its errors left out."""
    if "description" in part:
        words = part["description"].partition("\n\nRaises:")[0]
        part["description"] = re.sub("`+", "`", " ".join(words.split()))


def _explain_values(record: str, name: str, part: dict[str, Any]) -> None:
    """Give each value of a closed list its meaning."""
    for choice in (part, *part.get("anyOf", ())):
        if "enum" in choice:
            meanings = MEANINGS[record, name]
            choice["oneOf"] = [
                {"const": value, "description": meanings[value]} for value in choice.pop("enum")
            ]
