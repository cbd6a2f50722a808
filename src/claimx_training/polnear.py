"""PolNeAR: news articles with attributions in brat standoff."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROLES = {"Source": "SOURCE", "Cue": "CUE", "Content": "CONTENT"}


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """A contiguous piece of a source, cue or content: half-open code points of the article."""

    start: int
    end: int
    role: str


@dataclass(slots=True)
class Article:
    """An article's text, the pieces of its attributions, and what its annotator left out.

    ``links`` holds the pieces of one attribution each.
    """

    name: str
    text: str
    spans: list[RoleSpan] = field(default_factory=list)
    discarded: list[tuple[int, int]] = field(default_factory=list)
    links: list[list[RoleSpan]] = field(default_factory=list)


def read_articles(folder: Path, every_annotator: bool = False) -> Iterator[Article]:
    """The articles of ``folder/text`` by name, each with its first annotator by file name.

    With ``every_annotator``, an article comes once for each person who annotated it.
    """
    for path in sorted((folder / "text").glob("*.txt")):
        candidates = sorted(
            file
            for file in (folder / "attributions").iterdir()
            if file.suffix == ".ann" and file.stem.rpartition("_")[0] == path.stem
        )
        # newline="" keeps the line ends as they are, to which the offsets count.
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        for candidate in candidates if every_annotator else candidates[:1]:
            yield read_article(path.stem, text, candidate.read_text(encoding="utf-8"))


def read_article(name: str, text: str, standoff: str) -> Article:
    """An article from its text and its brat standoff.

    Only spans that an attribution event refers to count: what is left over are remains of
    annotations that were taken back. Each part of a discontinuous span is a piece.
    """
    parts: dict[str, list[tuple[int, int]]] = {}
    labels: dict[str, str] = {}
    events: list[list[str]] = []
    for line in standoff.split("\n"):
        fields = line.rstrip("\r").split("\t")
        if len(fields) < 2:
            continue
        if fields[0].startswith("T"):
            label, _, offsets = fields[1].partition(" ")
            labels[fields[0]] = label
            parts[fields[0]] = [_read_offsets(part) for part in offsets.split(";")]
        elif fields[0].startswith("E"):
            events.append([part.partition(":")[2] for part in fields[1].split()[1:]])
    used = {identifier for event in events for identifier in event}
    article = Article(name, text)
    for identifier, label in labels.items():
        if label == "Discard":
            article.discarded += parts[identifier]
        elif label in ROLES and identifier in used:
            article.spans += [RoleSpan(a, b, ROLES[label]) for a, b in parts[identifier]]
    for event in events:
        pieces = [
            RoleSpan(a, b, ROLES[labels[identifier]])
            for identifier in event
            if labels.get(identifier) in ROLES
            for a, b in parts[identifier]
        ]
        if any(piece.role == "CONTENT" for piece in pieces):
            article.links.append(sorted(pieces, key=lambda s: (s.start, s.end, s.role)))
    article.spans.sort(key=lambda span: (span.start, span.end, span.role))
    article.discarded.sort()
    return article


def cut_passages(article: Article) -> Iterator[Article]:
    """The shortest runs of whole lines that no attribution leaves, each as an article."""
    ends = [place + 1 for place, character in enumerate(article.text) if character == "\n"]
    start = 0
    links = sorted(article.links, key=lambda link: link[0].start)
    for end in [*ends, len(article.text)]:
        inside = [link for link in links if start <= link[0].start < end]
        is_blank = not article.text[start:end].strip()
        if is_blank or any(piece.end > end for link in inside for piece in link):
            continue
        if any(piece.start < end < piece.end for link in links for piece in link):
            continue
        yield Article(
            article.name,
            article.text[start:end],
            discarded=[
                (max(a, start) - start, min(b, end) - start)
                for a, b in article.discarded
                if a < end and start < b
            ],
            links=[
                [RoleSpan(p.start - start, p.end - start, p.role) for p in link] for link in inside
            ],
        )
        start = end


def _read_offsets(part: str) -> tuple[int, int]:
    start, end = part.split()
    return int(start), int(end)
