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
    annotation = _read_standoff(standoff)
    used = {identifier for event in annotation.events for identifier in event}
    article = Article(name, text)
    for identifier, label in annotation.labels.items():
        if label == "Discard":
            article.discarded += annotation.parts[identifier]
        elif label in ROLES and identifier in used:
            article.spans += annotation.list_pieces(identifier)
    for event in annotation.events:
        pieces = [piece for identifier in event for piece in annotation.list_pieces(identifier)]
        if any(piece.role == "CONTENT" for piece in pieces):
            article.links.append(sorted(pieces, key=lambda s: (s.start, s.end, s.role)))
    article.spans.sort(key=lambda span: (span.start, span.end, span.role))
    article.discarded.sort()
    return article


@dataclass(slots=True)
class _Annotation:
    """What a brat standoff says: labels and parts of spans by identifier, and the events.

    An event is given as the identifiers of the spans that it refers to.
    """

    labels: dict[str, str] = field(default_factory=dict)
    parts: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    events: list[list[str]] = field(default_factory=list)

    def list_pieces(self, identifier: str) -> list[RoleSpan]:
        """The parts of a source, cue or content; none of any other span."""
        role = ROLES.get(self.labels.get(identifier, ""))
        if role is None:
            return []
        return [RoleSpan(start, end, role) for start, end in self.parts[identifier]]


def _read_standoff(standoff: str) -> _Annotation:
    annotation = _Annotation()
    for line in standoff.split("\n"):
        identifier, *fields = line.rstrip("\r").split("\t")
        if fields and identifier.startswith("T"):
            label, _, offsets = fields[0].partition(" ")
            annotation.labels[identifier] = label
            annotation.parts[identifier] = [_read_offsets(part) for part in offsets.split(";")]
        elif fields and identifier.startswith("E"):
            annotation.events.append([part.partition(":")[2] for part in fields[0].split()[1:]])
    return annotation


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
