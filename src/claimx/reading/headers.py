"""Metadata at the head of a text: YAML front matter, header lines, a date before the text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

import yaml

from claimx.reading.dates import is_date
from claimx.reading.found import Found
from claimx.reading.paragraphs import Line
from claimx.reading.patterns import (
    AGENCIES,
    HEADER_KEYS,
    PUBLISHED_LEAD,
    UPDATED_LEAD,
)
from claimx.reading.words import read_words

_FENCED = re.compile(
    r"\s*(?P<whole>---[ \t]*(?:\r\n|\r|\n)(?P<inner>.*?)(?:\r\n|\r|\n)(?:---|\.\.\.))"
    r"[ \t]*(?=\r|\n|$)",
    re.DOTALL,
)
_ENTRY = re.compile(r"(?P<key>[A-Za-z][\w -]{0,30}?)[ \t]*:(?:[ \t]+|$)(?P<value>.*)")
# `date 2025-03-14 The president said …`: the date, and the text goes straight on.
_DATE_BEFORE_TEXT = re.compile(
    r"\s*(?P<header>date:?[ \t]+(?P<date>\d{4}-\d{2}-\d{2}))[ \t]+(?=\S)", re.IGNORECASE
)
# An entry whose bare value holds a colon of its own.
_QUOTABLE = re.compile(
    r"^(?P<key>[A-Za-z][\w -]*:[ \t]+)(?P<value>[^\s\"'\[{|>].*: .*)$", re.MULTILINE
)
_KEY_OF = {key: name for name, keys in HEADER_KEYS.items() for key in keys}
_MAXIMUM_HEADER_LINE = 300
# The parser takes time with the square of the depth.
_LONGEST_YAML, _MOST_BRACKETS = 20_000, 200


@dataclass(frozen=True, slots=True)
class Header:
    """A stretch of metadata (half-open code points of the text), and where the text goes on."""

    start: int
    end: int
    rest: int


def read_front_matter(text: str, found: Found) -> Header | None:
    """The YAML between two lines of ``---`` at the start of the text; its entries go to ``found``.

    Dates stay strings. A colon in a title, which breaks YAML, is mended; what is broken
    otherwise is read line by line.
    """
    match = _FENCED.match(text)
    if match is None or not _ENTRY.match(match["inner"].lstrip()):
        return None
    content = _load_yaml(match["inner"])
    if content is None:
        content = _load_yaml(_QUOTABLE.sub(_quote_value, match["inner"]))
    if content is None:
        content = _read_entries(match["inner"], found)
    if not isinstance(content, dict):
        return None
    # Beside `author` some write `Author`: the case of a key of ours does not count.
    entries = {_lower_known_key(str(key)): value for key, value in content.items()}
    found.add_mapping(entries, HEADER_KEYS)
    return Header(match.start("whole"), match.end("whole"), match.end())


def read_date_before_text(text: str, start: int, found: Found) -> Header | None:
    """A first line that begins ``date 2025-03-14 `` and goes straight on with text."""
    match = _DATE_BEFORE_TEXT.match(text, start)
    if match is None:
        return None
    line = re.compile(r"[^\r\n]*").match(text, match.start("header"))
    if line is not None and is_date(re.sub(r"(?i)^date:?", "", line.group()).strip()):
        return None  # only a time of day follows: a header line like any other
    found.add("published", match["date"])
    return Header(match.start("header"), match.end("header"), match.end())


def read_header_line(line: Line, found: Found, follows_header: bool) -> bool:
    """Read ``key: value``, ``Published March 14, 2025`` or a lone date into ``found``.

    Args:
        follows_header: Whether the line before was a header line: only then do keys count that
            are not metadata of ours.

    Returns:
        Whether the line is a header line. Prose with a colon, or that begins ``Published by
        the ministry …``, is none.
    """
    text = line.text
    if len(text) > _MAXIMUM_HEADER_LINE:
        return False
    if _read_date_line(text, found):
        return True
    entry = _ENTRY.fullmatch(text)
    if entry is None:
        return False
    key = " ".join(entry["key"].lower().replace("-", " ").replace("_", " ").split())
    value = entry["value"].strip()
    if name := _KEY_OF.get(key):
        if value and not _suits(name, value):
            return False
        if value:
            found.add(name, AGENCIES.get(value.lower(), value) if name == "publisher" else value)
        return True
    if follows_header and key in read_words("other_header_keys"):
        found.extra.setdefault(key, value)
        return True
    return False


def _read_date_line(text: str, found: Found) -> bool:
    """Read ``March 14, 2025``, alone or behind ``Published`` or ``Updated``; whether it is that."""
    if is_date(text):
        found.add("published", text)
    elif (lead := PUBLISHED_LEAD.match(text)) and is_date(text[lead.end() :]):
        found.add("published", text[lead.end() :])
    elif (lead := UPDATED_LEAD.match(text)) and is_date(text[lead.end() :]):
        found.extra.setdefault("updated", text[lead.end() :].strip())
    else:
        return False
    return True


def _suits(name: str, value: str) -> bool:
    """Whether a header's value is what its key announces, and not the rest of a sentence."""
    words = value.split()
    if name == "published":
        return len(words) <= 8
    if name == "url":
        return len(words) == 1 and ("." in value or "/" in value)
    if name == "title":
        return True
    if name in ("id", "language"):
        return len(words) == 1
    return len(words) <= 15 and not (value[-1] == "." and len(words) > 6)


class _PlainLoader(yaml.SafeLoader):
    """YAML of front matter: no anchors, no tags, and dates stay strings.

    Anchors let a few lines stand for gigabytes.
    """

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "tag", None) not in (None, "!"):
            raise yaml.YAMLError("aliases and tags are no metadata")
        return super().compose_node(parent, index)


for _tag, _form, _firsts in (
    ("bool", r"true|True|false|False", "tTfF"),
    ("null", r"null|Null|~|", ["n", "N", "~", ""]),
    ("int", r"-?(?:0|[1-9]\d{0,17})", "-0123456789"),
    ("float", r"-?(?:0|[1-9]\d{0,17})\.\d{1,17}", "-0123456789"),
):
    _PlainLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_form})$"), list(_firsts)
    )


def _load_yaml(content: str) -> Any:
    """What the YAML says, None where it is broken, or more than front matter ever is."""
    if len(content) > _LONGEST_YAML or content.count("[") + content.count("{") > _MOST_BRACKETS:
        return None
    try:
        return yaml.load(content, Loader=_PlainLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


def _quote_value(match: re.Match[str]) -> str:
    return match["key"] + json.dumps(match["value"].strip(), ensure_ascii=False)


def _read_entries(inner: str, found: Found) -> dict[str, str]:
    entries: dict[str, str] = {}
    for line in inner.splitlines():
        if entry := _ENTRY.fullmatch(line.strip()):
            entries.setdefault(entry["key"], entry["value"].strip().strip("\"'"))
        elif line.strip() and not line.lstrip().startswith("#"):
            found.warnings.append(f"line of the front matter is not read: {line.strip()[:60]!r}")
    return entries


def _lower_known_key(key: str) -> str:
    lowered = " ".join(key.lower().replace("-", " ").replace("_", " ").split())
    return lowered if lowered in _KEY_OF else key
