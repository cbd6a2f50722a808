"""Pages that are made from what they describe: the models, the rules, the table of formats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimx.article import EVIDENCE_RULES, article_schema
from claimx.checks.pages import rules_page
from claimx.render.formats import FORMATS, ROW_KINDS
from claimx.render.rows import columns_of

_RECORDS = (
    "Article",
    "Metadata",
    "Section",
    "Claim",
    "Source",
    "Evidence",
    "Cue",
    "Content",
    "Speaker",
    "Mention",
    "Quote",
    "Date",
    "Entity",
    "Span",
    "Offsets",
    "Provenance",
    "Failure",
    "FailureMetadata",
    "FailureReason",
)


def record_page() -> str:
    """Every field of every record, from the descriptions of the schema."""
    definitions = article_schema()["$defs"]
    lines = [
        "# The record",
        "",
        "One `Article` an input; every field is always present, and what is unknown is null or an",
        "empty list. Offsets are half-open and count Unicode code points of the decoded text.",
        "`claimx schema` prints the same as JSON Schema.",
    ]
    for name in _RECORDS:
        definition = definitions[name]
        lines += ["", f"## {name}", "", definition["description"], ""]
        for field, part in definition["properties"].items():
            lines.append(f"- `{field}` ({_type_of(part)}): {part['description']}")
            if name != "Evidence":
                lines += [f"  - `{value}`: {meaning}" for value, meaning in _values(part)]
    return "\n".join(lines) + "\n"


def evidence_page() -> str:
    """Every rule by which a source gets its speakers."""
    lines = [
        "# Evidence",
        "",
        "Where the words of a source do not name its speaker, `source.evidence.rule` says by",
        "what rule it was found, or what stood in the way; `antecedent` is the mention that it",
        "was joined to, and `score` how certain that is, 0 to 1.",
        "",
        *(f"- `{rule}`: {meaning}" for rule, meaning in EVIDENCE_RULES.items()),
    ]
    return "\n".join(lines) + "\n"


def formats_page() -> str:
    """The table of formats, and the columns of rows."""
    lines = [
        "# Formats",
        "",
        "`-f NAME` chooses a format, and so does the suffix of `-o FILE`. A suffix that no format",
        "has is an error; a file that is there already is replaced with `--force` alone, and a",
        "database is added to.",
        "",
        "| format | suffix | what |",
        "|---|---|---|",
        *(
            f"| `{row.name}` | {', '.join(row.suffixes) or '–'} | {row.summary} |"
            for row in FORMATS.values()
        ),
        "",
        "Formats that show the article itself need its text: `claimx extract` has it at hand,",
        "`claimx show` finds it in records made with `--include-text`.",
        "",
        "In CSV a cell that a spreadsheet would run as a formula begins with an apostrophe, and",
        "the items of a list have ` | ` between them. `--bom` helps Excel.",
    ]
    for kind in ROW_KINDS:
        names = ", ".join(f"`{column.name}`" for column in columns_of(kind))
        lines += ["", f"## Columns of {kind}", "", names]
    return "\n".join(lines) + "\n"


GENERATED = {
    "record": record_page,
    "evidence": evidence_page,
    "formats": formats_page,
    "rules": rules_page,
}


def _type_of(part: dict[str, Any]) -> str:
    if "$ref" in part:
        return str(part["$ref"]).rpartition("/")[2]
    if "anyOf" in part:
        return " or ".join(_type_of(choice) for choice in part["anyOf"])
    if part.get("type") == "array":
        return f"list of {_type_of(part['items'])}"
    return str(part.get("type", "any"))


def _values(part: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for choice in (part, *part.get("anyOf", ())):
        for value in choice.get("oneOf", ()):
            yield value["const"], value["description"]
