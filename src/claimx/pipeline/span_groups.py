"""How the views of a Doc are stored: groups of spans, in text order, joined by their ids.

A span's ``id_`` joins the parts of one thing, its ``label_`` says the kind or the part, and what is
no span lies in the ``attrs`` of the group under that id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Any, Protocol, TypeVar

from spacy.tokens import Doc, Span, SpanGroup


class _Keyed(Protocol):
    """What is known by a key."""

    key: str


_Item = TypeVar("_Item", bound=_Keyed)


def number_items(
    items: Iterable[_Item], spans_of: Callable[[_Item], Sequence[Span]]
) -> list[_Item]:
    """The items in text order; each is given its number there, from "0" on, as its key.

    Args:
        items: What is to be stored.
        spans_of: The spans of an item, by which it is ordered.

    Raises:
        ValueError: If an item has no spans.
    """
    ordered = sorted(items, key=lambda item: _position(spans_of(item)))
    for number, item in enumerate(ordered):
        item.key = str(number)
    return ordered


def _position(spans: Sequence[Span]) -> tuple[int, int]:
    first = min(spans, key=lambda span: (span.start, span.end))
    return first.start, max(span.end for span in spans)


def write_spans(
    doc: Doc,
    group: str,
    rows: Iterable[tuple[Span, str, str]],
    attrs: dict[str, Any] | None = None,
) -> None:
    """Store a group in place of what was stored under its name.

    Args:
        doc: What the spans are of.
        group: Name of the group.
        rows: Spans with their ids and labels, in any order; they may overlap.
        attrs: What is no span, by id; values that msgpack can write.
    """
    limits = ((span.start, span.end, key, label) for span, key, label in rows)
    write_limits(doc, group, limits, attrs)


def write_limits(
    doc: Doc,
    group: str,
    rows: Iterable[tuple[int, int, str, str]],
    attrs: dict[str, Any] | None = None,
) -> None:
    """The same from half-open token offsets in place of spans."""
    ordered = sorted(rows, key=itemgetter(0, 1))
    spans = [Span(doc, start, end, label=label, span_id=key) for start, end, key, label in ordered]
    doc.spans[group] = SpanGroup(doc, name=group, attrs=dict(attrs or {}), spans=spans)


def read_spans(doc: Doc, group: str) -> list[Span]:
    """The spans of a group in text order; none where it was not stored."""
    return list(doc.spans[group]) if group in doc.spans else []


def read_attrs(doc: Doc, group: str) -> dict[str, Any]:
    """What is no span in a group, by id; empty where the group was not stored."""
    return dict(doc.spans[group].attrs) if group in doc.spans else {}


def read_by_key(doc: Doc, group: str) -> dict[str, list[Span]]:
    """Spans by their id, the ids in the order of their first spans."""
    found: dict[str, list[Span]] = {}
    for span in read_spans(doc, group):
        found.setdefault(span.id_, []).append(span)
    return found
