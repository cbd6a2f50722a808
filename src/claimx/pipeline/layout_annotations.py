"""What is known of an article before anything is found in it, as views of its Doc.

Its context, its sections, the turns of a transcript. They are stored as `annotations` stores what
is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from claimx.pipeline.span_groups import read_by_key, read_spans, write_spans

SECTION = "claimx/section"
TURN = "claimx/turn"

# Under this key `doc.user_data` holds what is known of the article besides its text.
CONTEXT = "claimx/context"

# Sections whose text takes no part in the analysis.
SKIPPED_SECTIONS = frozenset({"metadata", "boilerplate"})


@dataclass
class Context:
    """What is known of the article besides its text.

    Attributes:
        published: Publication date in ISO 8601, or None.
        dateline: Date of the dateline in ISO 8601 where it names one, or None.
        byline: Who wrote the article: never one of its speakers by that alone.
        date_order: ``MDY`` or ``DMY``: how ``3/4/25`` is read, where the caller says so.
    """

    published: str | None = None
    dateline: str | None = None
    byline: str | None = None
    date_order: str | None = None


# How the words of a turn that asks are stored.
_QUESTION = "question"


@dataclass
class Section:
    """A paragraph-sized part of the layout; ``kind`` is one of ``article.values.SectionKind``."""

    span: Span
    kind: str


@dataclass
class Turn:
    """What a speaker says in a transcript: the label, the mark behind it, the words by paragraph.

    ``mark`` is None where it is part of the label's token ("Q."). ``label`` is None in an interview
    that prints its questions and answers without; ``asks`` tells them apart there.
    """

    label: Span | None
    mark: Span | None
    words: list[Span]
    asks: bool = False


# --- context and sections -------------------------------------------------------------------


def set_context(doc: Doc, context: Context) -> None:
    """Store what is known of the article besides its text."""
    doc.user_data[CONTEXT] = {
        "published": context.published,
        "dateline": context.dateline,
        "byline": context.byline,
        "date_order": context.date_order,
    }


def get_context(doc: Doc) -> Context:
    """What is known of the article besides its text; all None where nothing was stored."""
    return Context(**doc.user_data.get(CONTEXT, {}))


def set_sections(doc: Doc, sections: Iterable[Section]) -> None:
    """Store the layout in place of what was stored."""
    write_spans(doc, SECTION, [(s.span, "", s.kind) for s in sections])


def get_sections(doc: Doc) -> list[Section]:
    """The layout in text order; empty where none was stored."""
    return [Section(span, span.label_) for span in read_spans(doc, SECTION)]


# --- turns ----------------------------------------------------------------------------------


def set_turns(doc: Doc, turns: Sequence[Turn]) -> None:
    """Store the turns of a transcript, each of which has words."""
    rows = []
    for number, turn in enumerate(turns):
        said = _QUESTION if turn.asks else "words"
        parts = [(turn.label, "label"), (turn.mark, "mark")]
        parts += [(span, said) for span in turn.words]
        rows += [(span, str(number), part) for span, part in parts if span is not None]
    write_spans(doc, TURN, rows)


def get_turns(doc: Doc) -> list[Turn]:
    """The turns in text order; empty where the text is no transcript."""
    turns = []
    for spans in read_by_key(doc, TURN).values():
        parts: dict[str, list[Span]] = {}
        for span in spans:
            parts.setdefault(span.label_, []).append(span)
        label, mark = (next(iter(parts.get(part, [])), None) for part in ("label", "mark"))
        words = parts.get(_QUESTION) or parts["words"]
        turns.append(Turn(label, mark, words, asks=_QUESTION in parts))
    return turns
