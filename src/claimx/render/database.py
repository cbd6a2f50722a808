"""A SQLite database that grows and is put right article by article."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimx.article import Article, Failure
from claimx.render.formats import ROW_KINDS, OutputError, Settings
from claimx.render.plain_text import clean_lines, clean_text
from claimx.render.rows import Cell, columns_of, rows_of

if TYPE_CHECKING:
    from sqlite_utils import Database

# "clmx": by it a database is known to be claimx's.
APPLICATION_ID = 0x636C6D78
# Raised when a table changes.
LAYOUT = 1
_SQLITE = b"SQLite format 3\x00"
_TYPES: dict[str, type] = {
    "text": str,
    "integer": int,
    "number": float,
    "boolean": int,
    "list": str,
}
_ARTICLE: dict[str, type] = {
    "id": str,
    "path": str,
    "url": str,
    "title": str,
    "byline": str,
    "publisher": str,
    "published": str,
    "language": str,
    "sha256": str,
    "claimx": str,
    "pipeline": str,
    "warnings": str,
    "text": str,
    "record": str,
}
_MENTIONS: dict[str, type] = {
    "article": str,
    "speaker": str,
    "kind": str,
    "text": str,
    "start": int,
    "end": int,
}
_NAMED_CLAIMS = """
SELECT articles.published, articles.title, speakers.name AS speaker, speakers.kind AS speaker_kind,
       claims.cue, claims.content, claims.directness, claims.said_on, claims.confidence,
       claims.article, claims.claim, claim_speakers.speaker AS speaker_id
FROM claims
JOIN articles ON articles.id = claims.article
LEFT JOIN claim_speakers
  ON claim_speakers.article = claims.article AND claim_speakers.claim = claims.claim
LEFT JOIN speakers
  ON speakers.article = claim_speakers.article AND speakers.speaker = claim_speakers.speaker
"""
_VOICES = """
SELECT name, kind, count(DISTINCT article) AS articles, sum(claims) AS claims,
       sum(quoted_words) AS quoted_words
FROM speakers WHERE NOT anonymous GROUP BY name, kind
"""


def render_database(records: Iterable[Article | Failure], path: Path, settings: Settings) -> None:
    """Enter each article in a transaction of its own; failures are left out.

    An article that is there already, by its id, is replaced, and so is one that came from the same
    path with another text. One whose record is the same stays untouched.

    Raises:
        OutputError: If ``path`` holds anything but a database of claimx of this layout.
    """
    _check(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        try:
            _lay_out(connection)
            for record in records:
                if isinstance(record, Article):
                    _enter(connection, record)
        except sqlite3.Error as error:
            raise OutputError(f"{path}: the database cannot be written ({error})") from error


def _check(path: Path) -> None:
    """Refuse what is not claimx's, without writing to it."""
    if not path.exists() or not path.stat().st_size:
        return
    with path.open("rb") as file:
        if file.read(len(_SQLITE)) != _SQLITE:
            raise OutputError(f"{path}: this is not an SQLite database: name another file with -o")
    address = f"{path.resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            (owner,) = connection.execute("PRAGMA application_id").fetchone()
            (layout,) = connection.execute("PRAGMA user_version").fetchone()
            (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as error:
        raise OutputError(f"{path}: the database cannot be read ({error})") from error
    if owner != APPLICATION_ID and (owner or tables):
        raise OutputError(
            f"{path}: this database is not of claimx and is left alone: name another file with -o"
        )
    if owner == APPLICATION_ID and layout != LAYOUT:
        raise OutputError(
            f"{path}: the database has layout {layout}, this claimx writes {LAYOUT}: "
            "show its records into a new one (claimx show OLD -o NEW)"
        )


def _lay_out(connection: sqlite3.Connection) -> None:
    """Make the tables, indexes and views that are not there."""
    from sqlite_utils import Database

    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    if owner == APPLICATION_ID:
        return
    database = Database(connection)
    articles = database.table("articles")
    articles.create(_ARTICLE, pk="id", not_null={"record", "sha256"}, if_not_exists=True)
    articles.create_index(["path"], if_not_exists=True)
    articles.create_index(["published"], if_not_exists=True)
    for kind in ROW_KINDS:
        _lay_out_rows(database, kind)
    speaks = database.table("claim_speakers")
    speaks.create(
        {"article": str, "claim": str, "speaker": str},
        pk=("article", "claim", "speaker"),
        foreign_keys=[("article", "articles", "id")],
        if_not_exists=True,
    )
    mentions = database.table("mentions")
    mentions.create(_MENTIONS, foreign_keys=[("article", "articles", "id")], if_not_exists=True)
    mentions.create_index(["article", "speaker"], if_not_exists=True)
    for name, column in (("articles", "text"), ("claims", "content")):
        columns = ["title", column] if name == "articles" else [column, "source"]
        if database.table(name).detect_fts() is None:
            database.table(name).enable_fts(columns, create_triggers=True, tokenize="porter")
    database.create_view("named_claims", _NAMED_CLAIMS, ignore=True)
    database.create_view("voices", _VOICES, ignore=True)
    # Last, so that tables half made are made whole by the next run.
    connection.execute(f"PRAGMA user_version = {LAYOUT}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _lay_out_rows(database: Database, kind: str) -> None:
    own = _own_columns(kind)
    table = database.table(kind)
    table.create(
        {"article": str, **{name: _TYPES[kind_of] for name, kind_of in own.items()}},
        pk=("article", next(iter(own))),
        foreign_keys=[("article", "articles", "id")],
        if_not_exists=True,
    )
    for column in ("name", "said_on", "value", "directness", "label"):
        if column in own:
            table.create_index([column], if_not_exists=True)


def _own_columns(kind: str) -> dict[str, str]:
    """The columns of a kind of rows with their types, those of the article left out."""
    kept: dict[str, str] = {column.name: column.type for column in columns_of(kind)}
    for name in ("article", "path", "url", "title", "publisher", "published"):
        del kept[name]
    return kept


def _enter(connection: sqlite3.Connection, article: Article) -> None:
    record = article.to_json()
    found = connection.execute("SELECT record FROM articles WHERE id = ?", [article.id]).fetchone()
    if found is not None and found[0] == record:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        _remove_earlier(connection, article)
        _insert(connection, "articles", [_article_row(article, record)], replaces=True)
        for kind in ROW_KINDS:
            _insert(connection, kind, list(_rows(article, kind)))
        _insert(connection, "claim_speakers", list(_claim_speakers(article)))
        _insert(connection, "mentions", list(_mentions(article)))
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _remove_earlier(connection: sqlite3.Connection, article: Article) -> None:
    """Take out what was known of the article; one row of it stays, to keep its place."""
    path = article.metadata.path
    others: list[Any] = []
    if path is not None and path != "-":
        others = connection.execute(
            "SELECT id FROM articles WHERE path = ? AND id <> ? AND id = substr(sha256, 1, 16)",
            [clean_lines(path), article.id],
        ).fetchall()
    for (identifier,) in [*others, (article.id,)]:
        for table in (*ROW_KINDS, "claim_speakers", "mentions"):
            connection.execute(f"DELETE FROM {table} WHERE article = ?", [identifier])
    for (identifier,) in others:
        connection.execute("DELETE FROM articles WHERE id = ?", [identifier])


def _insert(
    connection: sqlite3.Connection,
    table: str,
    rows: list[dict[str, Any]],
    *,
    replaces: bool = False,
) -> None:
    if not rows:
        return
    names = list(rows[0])
    listed = ", ".join(f'"{name}"' for name in names)
    values = ", ".join("?" for _ in names)
    command = f"INSERT INTO {table} ({listed}) VALUES ({values})"
    if replaces:
        changes = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name != "id")
        command += f" ON CONFLICT (id) DO UPDATE SET {changes}"
    connection.executemany(command, [list(row.values()) for row in rows])


def _article_row(article: Article, record: str) -> dict[str, Any]:
    known = article.metadata
    row: dict[str, Cell] = {
        "path": known.path,
        "url": known.url,
        "title": known.title,
        "byline": known.byline,
        "publisher": known.publisher,
        "published": known.published,
        "language": known.language,
        "sha256": article.sha256,
        "claimx": article.provenance.claimx,
        "pipeline": article.provenance.pipeline,
        "warnings": list(article.warnings),
    }
    text = clean_text(article.text) if article.text is not None else None
    return {"id": article.id, **_stored(row), "text": text, "record": record}


def _rows(article: Article, kind: str) -> Iterator[dict[str, Any]]:
    own = _own_columns(kind)
    for row in rows_of(article, kind):
        yield {"article": article.id, **_stored({name: row[name] for name in own})}


def _claim_speakers(article: Article) -> Iterator[dict[str, Any]]:
    for claim in article.claims:
        for speaker in dict.fromkeys(claim.source.speakers if claim.source is not None else ()):
            yield {"article": article.id, "claim": claim.id, "speaker": speaker}


def _mentions(article: Article) -> Iterator[dict[str, Any]]:
    for speaker in article.speakers:
        for mention in speaker.mentions:
            row: dict[str, Cell] = {
                "speaker": speaker.id,
                "kind": mention.kind,
                "text": mention.span.text,
                "start": mention.span.start,
                "end": mention.span.end,
            }
            yield {"article": article.id, **_stored(row)}


def _stored(row: dict[str, Cell]) -> dict[str, Any]:
    """Lists as JSON arrays, by which Datasette can facet; nothing that a terminal obeys."""
    stored: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, list):
            stored[name] = json.dumps([clean_lines(item) for item in value], ensure_ascii=False)
        else:
            stored[name] = clean_lines(value) if isinstance(value, str) else value
    return stored
