"""The JSON Schema of the output."""

from __future__ import annotations

from typing import Any

from claimx.article.model import Article


def article_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one article record as it is written: no field optional."""
    schema = Article.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
