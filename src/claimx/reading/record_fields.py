"""What the fields of records are called, and their values as a record of ours holds them.

The names are those of trafilatura, newspaper4k, news-please, NewsML-G2 and ninjs, schema.org
(``NewsArticle``), RSS, Atom and JSON Feed, WordPress, NewsAPI, the Guardian's and GDELT's exports,
and of tables that people make. They are compared in lower case without marks: ``datePublished``,
``date_published`` and ``Date published`` are one name.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from typing import Any

# The text itself: the first that holds one is taken.
TEXT_NAMES = (
    *("text", "articlebody", "articletext", "maintext", "fulltext", "bodytext", "textcleaned"),
    *("body", "content", "contenttext", "articlecontent", "article", "story", "storytext"),
    *("bodyhtml", "bodyxhtml", "contenthtml", "contentencoded", "articlehtml", "html", "bodies"),
    *("document", "transcript", "rawtext"),
)
# Field of the metadata: the names that give it, the surest first.
FIELD_NAMES: dict[str, tuple[str, ...]] = {
    "title": (
        *("title", "headline", "headlines", "webtitle", "articletitle", "ogtitle", "dctitle"),
        "name",
    ),
    "published": (
        *("published", "datepublished", "datepublish", "publisheddate", "publishdate", "pubdate"),
        *("publicationdate", "dateofpublication", "publishedat", "publishedon", "publishedtime"),
        *("publishtime", "publisheddatetime", "articlepublishedtime", "webpublicationdate"),
        *("publicationtime", "publicationdatetime", "firstpublished", "firstpublicationdate"),
        *("datetimepublished", "articledate", "newsdate", "date", "dcdate", "dctermsissued"),
        *("datetime", "posted", "postedon", "postedat", "issued", "contentcreated"),
        *("firstcreated", "versioncreated"),
    ),
    "url": (
        *("url", "link", "canonicalurl", "canonicallink", "canonical", "permalink", "articleurl"),
        *("weburl", "documentidentifier", "mainentityofpage"),
    ),
    "byline": (
        *("byline", "author", "authors", "authorname", "creator", "dccreator", "by", "writer"),
        "reporter",
    ),
    "publisher": (
        *("publisher", "sitename", "source", "sourcename", "sourcecommonname", "outlet"),
        *("publication", "newspaper", "infosource", "provider", "ogsitename"),
    ),
    "id": ("id", "articleid", "docid", "uid", "guid", "uri", "identifier"),
    "language": ("language", "lang", "metalang", "inlanguage"),
}
# Days on which something else happened to the article, soon after: taken only where no day of
# publication is given, and with a warning.
NEAR_PUBLICATION = ("created", "createdat", "datecreated", "createdtime", "seendate", "timestamp")

_FIELD_OF = {name: field for field, names in FIELD_NAMES.items() for name in names}
# Parts of a value that is an object: {"name": "Ann Hill"}, {"rendered": "<p>…"}, {"@id": "https…"}.
_PARTS_OF_VALUE = ("name", "rendered", "value", "main", "text", "#text", "@id", "href")
_LONGEST_LIST = 2_000
_WORD = re.compile(r"\w+")
# Words of a stretch that two texts share by no chance, and the share that makes one the other.
_STRETCH, _SHARE_OF_COPY, _FEWEST_WORDS = 5, 0.5, 12


def reduce_name(name: str) -> str:
    """The name of a field without case and marks."""
    return re.sub(r"[\W_]+", "", name).lower()


def name_field(name: str) -> str | None:
    """The field of the metadata that a record's field gives, None where it is no such field."""
    return _FIELD_OF.get(reduce_name(name))


def rank_field(name: str) -> int:
    """The place of a record's field among those of its kind: the surest comes first."""
    reduced = reduce_name(name)
    return FIELD_NAMES[_FIELD_OF[reduced]].index(reduced) if reduced in _FIELD_OF else 0


def find_text_field(record: Mapping[str, Any]) -> tuple[str, str] | None:
    """The key of the field that holds the text, and the text; None where no field does."""
    by_name: dict[str, str] = {}
    for key in record:
        by_name.setdefault(reduce_name(str(key)), key)
    for name in TEXT_NAMES:
        text = unwrap_value(record[by_name[name]]) if name in by_name else None
        if isinstance(text, str) and text.strip():
            return by_name[name], text
    return None


def unwrap_value(value: Any) -> Any:
    """A value out of the objects and lists of one that records wrap it in."""
    for _ in range(4):
        if isinstance(value, list) and value and isinstance(value[0], Mapping):
            value = [unwrap_value(item) for item in value[:_LONGEST_LIST]]
            return value[0] if len(value) == 1 else value
        if not isinstance(value, Mapping):
            return value
        value = next((value[part] for part in _PARTS_OF_VALUE if value.get(part)), None)
    return None


def read_list(value: Any) -> Any:
    """The list that a cell of a table writes out as Python does: ``['Ann Hill', 'Tom Hale']``."""
    if isinstance(value, str) and value[:1] == "[" and value[-1:] == "]" and len(value) < 1_000:
        try:
            return ast.literal_eval(value)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            return value
    return value


class CopyFinder:
    """Tells values that hold an article's text again, whole or in good part."""

    def __init__(self, text: str) -> None:
        self._words = _WORD.findall(text.lower())
        self._stretches: set[tuple[str, ...]] | None = None

    def is_copy(self, value: str) -> bool:
        """Whether half of the text's stretches of five words stand in ``value``, or the reverse."""
        if value.count(" ") + 1 < _FEWEST_WORDS:
            return False
        if self._stretches is None:
            self._stretches = set(_list_stretches(self._words))
        theirs = set(_list_stretches(_WORD.findall(value.lower())))
        fewest = min(len(theirs), len(self._stretches))
        # A summary of a line or two may well be taken from the text: it is kept.
        if len(theirs) < 0.3 * len(self._stretches):
            return False
        return fewest > 0 and len(theirs & self._stretches) >= _SHARE_OF_COPY * fewest


def _list_stretches(words: list[str]) -> Iterator[tuple[str, ...]]:
    for place in range(len(words) - _STRETCH + 1):
        yield tuple(words[place : place + _STRETCH])
