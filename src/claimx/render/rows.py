"""Records as plain rows: the columns of CSV, Parquet, data frames and the database.

A cell is a str, int, float or bool, a list of str, or None. Offsets count code points of
``Article.text``, half-open. The columns keep their names and order from release to release; new
ones come last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from claimx.article import Failure
from claimx.render.formats import ROW_KINDS, OutputError
from claimx.render.view import ArticleView, words_of
from claimx.render.words import did_you_mean

if TYPE_CHECKING:
    from claimx.article import Article, Claim, Date, Entity, Quote, Span, Speaker

Cell = str | int | float | bool | list[str] | None


@dataclass(frozen=True)
class Column:
    """A column of rows.

    Attributes:
        name: Its head.
        type: Of its cells; any may be None but a list, which is empty.
        value: The cell of a record of the article.
    """

    name: str
    type: Literal["text", "integer", "number", "boolean", "list"]
    value: Callable[[ArticleView, Any], Cell]


def rows_of(article: Article, kind: str) -> list[dict[str, Cell]]:
    """The records of one kind (of `ROW_KINDS`), a dict with every column each."""
    return list(_rows(article, kind, columns_of(kind)))


def rows_of_all(
    records: Iterable[Article | Failure], kind: str, columns: Sequence[Column]
) -> Iterator[list[dict[str, Cell]]]:
    """The rows of each article in turn; failures have none."""
    for record in records:
        if not isinstance(record, Failure):
            yield list(_rows(record, kind, columns))


def columns_of(kind: str, names: Sequence[str] = ()) -> list[Column]:
    """The columns of a kind of rows, those in ``names`` alone and in their order, or all.

    Raises:
        OutputError: For an unknown kind or column, naming the nearest that is known.
    """
    if kind not in _COLUMNS:
        raise OutputError(f"there are no rows of {kind}{did_you_mean(kind, ROW_KINDS)}")
    known = {column.name: column for column in (*_ARTICLE, *_COLUMNS[kind])}
    for name in names:
        if name not in known:
            raise OutputError(
                f"rows of {kind} have no column {name}{did_you_mean(name, list(known))}"
            )
    return [known[name] for name in names] if names else list(known.values())


def _rows(article: Article, kind: str, columns: Sequence[Column]) -> Iterator[dict[str, Cell]]:
    view = ArticleView(article)
    for record in getattr(article, kind):
        yield {column.name: column.value(view, record) for column in columns}


def _start(spans: Sequence[Span]) -> int:
    return min(span.start for span in spans)


def _end(spans: Sequence[Span]) -> int:
    return max(span.end for span in spans)


def _names(view: ArticleView, claim: Claim) -> list[str]:
    return [speaker.name for speaker in view.speakers_of(claim)]


def _roles(view: ArticleView, claim: Claim) -> list[str]:
    """One a speaker, so that the lists of names and roles keep step; empty where it has none."""
    found = []
    for speaker in view.speakers_of(claim):
        roles = view.roles_of(claim, speaker)
        found.append(roles[0].text if roles else "")
    return found


def _said_on(view: ArticleView, claim: Claim) -> Date | None:
    return view.dates[claim.said_on] if claim.said_on is not None else None


def _said_value(view: ArticleView, claim: Claim) -> str | None:
    date = _said_on(view, claim)
    return date.value if date is not None else None


def _said_words(view: ArticleView, claim: Claim) -> str | None:
    date = _said_on(view, claim)
    return date.span.text if date is not None else None


def _antecedent(view: ArticleView, claim: Claim) -> str | None:
    evidence = claim.source.evidence if claim.source is not None else None
    return evidence.antecedent.text if evidence is not None and evidence.antecedent else None


def _rule(view: ArticleView, claim: Claim) -> str | None:
    evidence = claim.source.evidence if claim.source is not None else None
    return evidence.rule if evidence is not None else None


def _name_of(view: ArticleView, identifier: str | None) -> str | None:
    return view.speakers[identifier].name if identifier is not None else None


_ARTICLE = (
    Column("article", "text", lambda view, _: view.article.id),
    Column("path", "text", lambda view, _: view.article.metadata.path),
    Column("url", "text", lambda view, _: view.article.metadata.url),
    Column("title", "text", lambda view, _: view.article.metadata.title),
    Column("publisher", "text", lambda view, _: view.article.metadata.publisher),
    Column("published", "text", lambda view, _: view.article.metadata.published),
)


def _claim_columns() -> Iterator[Column]:
    def plain(name: str, kind: Any = "text") -> Column:
        return Column(name, kind, lambda _, claim: getattr(claim, name))

    # What a reader of a sheet looks for first; what programs need comes behind it.
    yield Column("claim", "text", lambda _, claim: claim.id)
    yield Column("paragraph", "integer", lambda v, c: v.paragraph_at(_start(c.content.spans)))
    yield Column("speakers", "list", _names)
    yield Column("roles", "list", _roles)
    yield Column("cue", "text", lambda _, c: words_of(c.cue.spans) if c.cue else None)
    yield Column("content", "text", lambda _, c: c.content.text)
    yield plain("directness")
    yield Column("said_on", "text", _said_value)
    yield plain("confidence", "number")
    yield Column(
        "source", "text", lambda _, c: words_of(c.source.spans) or None if c.source else None
    )
    yield Column("antecedent", "text", _antecedent)
    yield Column("evidence", "text", _rule)
    yield Column("standalone", "text", lambda _, c: c.content.standalone)
    yield Column("speaker_ids", "list", lambda _, c: list(c.source.speakers) if c.source else [])
    yield Column("speaker_kinds", "list", lambda v, c: [s.kind for s in v.speakers_of(c)])
    yield Column("cue_lemma", "text", lambda _, c: c.cue.lemma if c.cue else None)
    yield Column("cue_kind", "text", lambda _, c: c.cue.kind if c.cue else None)
    yield from (plain(name) for name in ("speech_act", "stance", "polarity", "certainty"))
    yield Column("said_on_words", "text", _said_words)
    yield Column("about", "list", lambda v, c: [_date_name(v.dates[i]) for i in c.about])
    yield Column("entities", "list", lambda v, c: [v.entities[i].name for i in c.entities])
    yield Column("addressee", "text", lambda _, c: c.addressee.text if c.addressee else None)
    yield Column("channel", "text", lambda _, c: c.channel.text if c.channel else None)
    yield from (plain(name) for name in ("parent", "repeats"))
    yield Column("start", "integer", lambda _, c: _start(c.content.spans))
    yield Column("end", "integer", lambda _, c: _end(c.content.spans))


def _date_name(date: Date) -> str:
    """What it resolves to, else its words."""
    return date.value or date.span.text


def _quote_columns() -> Iterator[Column]:
    def of(name: str, kind: Any, value: Callable[[ArticleView, Quote], Cell]) -> Column:
        return Column(name, kind, value)

    yield of("quote", "text", lambda _, q: q.id)
    yield of("paragraph", "integer", lambda v, q: v.paragraph_at(_start(q.spans)))
    yield of("kind", "text", lambda _, q: q.kind)
    yield of("text", "text", lambda _, q: words_of(q.spans))
    yield of("speaker", "text", lambda v, q: _name_of(v, q.speaker))
    yield of("speaker_id", "text", lambda _, q: q.speaker)
    yield of("claim", "text", lambda _, q: q.claim)
    yield of("complete", "boolean", lambda _, q: q.complete)
    yield of("repeats", "text", lambda _, q: q.repeats)
    yield of("start", "integer", lambda _, q: _start(q.spans))
    yield of("end", "integer", lambda _, q: _end(q.spans))


def _speaker_columns() -> Iterator[Column]:
    def of(name: str, kind: Any, value: Callable[[ArticleView, Speaker], Cell]) -> Column:
        return Column(name, kind, value)

    yield of("speaker", "text", lambda _, s: s.id)
    yield of("name", "text", lambda _, s: s.name)
    yield of("kind", "text", lambda _, s: s.kind)
    yield of("anonymous", "boolean", lambda _, s: s.anonymous)
    yield of("anonymity", "text", lambda _, s: s.anonymity.text if s.anonymity else None)
    yield of("affiliation", "text", lambda _, s: s.affiliation)
    yield of("roles", "list", lambda _, s: list(dict.fromkeys(role.text for role in s.roles)))
    yield of("aliases", "list", lambda _, s: list(s.aliases))
    yield of("entity", "text", lambda _, s: s.entity)
    yield of("claims", "integer", lambda _, s: s.claims)
    yield of("quoted_words", "integer", lambda _, s: s.quoted_words)
    yield of("share", "number", lambda _, s: s.share)
    yield of("mentions", "integer", lambda _, s: len(s.mentions))
    yield of("first", "integer", lambda _, s: s.first)


def _date_columns() -> Iterator[Column]:
    def of(name: str, kind: Any, value: Callable[[ArticleView, Date], Cell]) -> Column:
        return Column(name, kind, value)

    yield of("date", "text", lambda _, d: d.id)
    yield of("paragraph", "integer", lambda v, d: v.paragraph_at(d.span.start))
    yield of("text", "text", lambda _, d: d.span.text)
    yield of("type", "text", lambda _, d: d.type)
    yield of("value", "text", lambda _, d: d.value)
    yield of("granularity", "text", lambda _, d: d.granularity)
    yield of("earliest", "text", lambda _, d: d.earliest)
    yield of("latest", "text", lambda _, d: d.latest)
    yield of("offset", "text", lambda _, d: d.offset)
    yield of("anchor", "text", lambda _, d: d.anchor)
    yield of("reason", "text", lambda _, d: d.reason)
    yield of("start", "integer", lambda _, d: d.span.start)
    yield of("end", "integer", lambda _, d: d.span.end)


def _entity_columns() -> Iterator[Column]:
    def of(name: str, kind: Any, value: Callable[[ArticleView, Entity], Cell]) -> Column:
        return Column(name, kind, value)

    yield of("entity", "text", lambda _, e: e.id)
    yield of("name", "text", lambda _, e: e.name)
    yield of("label", "text", lambda _, e: e.label)
    yield of("forms", "list", lambda _, e: list(dict.fromkeys(m.text for m in e.mentions)))
    yield of("mentions", "integer", lambda _, e: len(e.mentions))
    yield of("first", "integer", lambda _, e: _start(e.mentions))


_COLUMNS = {
    "claims": tuple(_claim_columns()),
    "quotes": tuple(_quote_columns()),
    "speakers": tuple(_speaker_columns()),
    "dates": tuple(_date_columns()),
    "entities": tuple(_entity_columns()),
}
