"""The article itself on the terminal, with every claim marked in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from claimx.article import Failure
from claimx.render.doubt import is_doubtful
from claimx.render.formats import OutputError
from claimx.render.marks import Cutter, Segment
from claimx.render.plain_text import clean, clean_in_place
from claimx.render.view import ArticleView, words_of

if TYPE_CHECKING:
    from claimx.article import Article, Claim
    from claimx.render.formats import Settings

_COLOURS = ("blue", "dark_orange", "green", "magenta", "red", "cyan", "yellow", "deep_pink2")
_SECTION_STYLES = {"headline": "bold underline", "heading": "bold", "boilerplate": "dim"}
_WIDEST_TEXT = 78
_MARGIN = 26
# Below this width the names stand under the paragraph, not beside it.
_BESIDE = 70


def render_highlight(
    records: Iterable[Article | Failure], stream: TextIO, settings: Settings
) -> None:
    """Write each article with its claims in brackets, numbered, and their speakers in the margin.

    With colours, each speaker has one, sources are bold, cues italic, dates underlined; without,
    sources stand in braces, cues between slashes, dates in angle brackets.

    Raises:
        OutputError: For a record without its text.
    """
    console = Console(file=stream, width=settings.width, markup=False, emoji=False, highlight=False)
    separator = ""
    for record in records:
        if isinstance(record, Failure):
            continue
        with console.capture() as capture:
            for part in _Highlighter(record, console).parts():
                console.print(part)
        lines = (line.rstrip(" ") for line in capture.get().split("\n"))
        stream.write(separator + "\n".join(lines))
        stream.flush()
        separator = "\n\n"


class _Highlighter:
    def __init__(self, article: Article, console: Console) -> None:
        if article.text is None:
            name = clean(article.metadata.path or article.id)
            raise OutputError(
                f"{name}: the record holds no text to show: make it with --include-text"
            )
        self._article, self._text = article, article.text
        self._view = ArticleView(article)
        self._cutter = Cutter(article)
        self._is_plain = console.color_system is None
        self._width = console.width
        self._begins: dict[int, list[Claim]] = {}
        self._ends: dict[int, int] = {}
        for claim in article.claims:
            for span in claim.content.spans:
                self._begins.setdefault(span.start, []).append(claim)
                self._ends[span.end] = self._ends.get(span.end, 0) + 1

    def parts(self) -> Iterator[RenderableType]:
        """The head, then a paragraph after the other."""
        known = self._article.metadata
        origin = [part for part in (known.published, known.publisher, known.path) if part]
        if origin:
            yield Text(clean(" · ".join(origin)), style="dim")
        yield self._legend()
        sections = self._article.sections
        limits = [(part.span.start, part.span.end, part.kind) for part in sections]
        for start, end, kind in limits or [(0, len(self._text), "body")]:
            words = self._words(start, end)
            if kind == "metadata":
                continue
            words.stylize_before(
                {"headline": "bold underline", "heading": "bold", "boilerplate": "dim"}.get(
                    kind, ""
                )
            )
            yield ""
            yield self._with_margin(words, start, end)

    def _legend(self) -> Text:
        if self._is_plain:
            return Text("[1 what is claimed]  {source}  /cue/  <date>")
        return Text.assemble(
            ("[1", "dim"),
            (" what is claimed", "blue"),
            ("]", "dim"),
            "  ",
            ("source", "bold underline"),
            "  ",
            ("cue", "italic"),
            "  ",
            ("date", "underline"),
        )

    def _with_margin(self, words: Text, start: int, end: int) -> RenderableType:
        claims = [
            claim
            for place in sorted(place for place in self._begins if start <= place < end)
            for claim in self._begins[place]
            if place == min(span.start for span in claim.content.spans)
        ]
        notes = Text("\n", overflow="fold").join(self._note(claim) for claim in claims)
        grid = Table.grid(padding=(0, 2, 0, 0))
        if self._width < _BESIDE:
            grid.add_column(overflow="fold")
            grid.add_row(words)
            if claims:
                grid.add_row(notes)
            return grid
        grid.add_column(overflow="fold", width=min(_WIDEST_TEXT, self._width - _MARGIN - 2))
        grid.add_column(overflow="fold", width=_MARGIN)
        grid.add_row(words, notes)
        return grid

    def _note(self, claim: Claim) -> Text:
        speakers = self._view.speakers_of(claim)
        doubt = "?" if is_doubtful(claim) else ""
        head = f"{claim.id[1:]}{doubt} "
        if not speakers:
            words = clean(words_of(claim.source.spans)) if claim.source is not None else ""
            return Text(f"{head}{words or 'source not named'} (unresolved)", style="yellow")
        names = ", ".join(clean(speaker.name) for speaker in speakers)
        return Text.assemble((head, "dim"), (names, self._colour(claim)))

    def _colour(self, claim: Claim) -> str:
        speakers = self._view.speakers_of(claim)
        return (
            _COLOURS[self._view.prominence[speakers[0].id] % len(_COLOURS)]
            if speakers
            else "yellow"
        )

    def _words(self, start: int, end: int) -> Text:
        words = Text(overflow="fold")
        for segment in self._cutter.cut(start, end):
            for claim in self._begins.get(segment.start, []):
                words.append(f"[{claim.id[1:]} ", style="dim")
            words.append(self._segment(segment))
            words.append("]" * self._ends.get(segment.end, 0), style="dim")
        return words

    def _segment(self, segment: Segment) -> Text:
        words = clean_in_place(self._text[segment.start : segment.end])
        if self._is_plain:
            return Text(self._bracketed(words, segment))
        styles = []
        contents = [self._view.claims[key] for key in segment.marks.get("content", ())]
        sources = [self._view.claims[key] for key in segment.marks.get("source", ())]
        if contents or sources:
            # The innermost holds the fewest words.
            styles.append(self._colour(min(contents or sources, key=_length)))
        roles = {"source": "bold underline", "cue": "italic", "date": "underline"}
        styles += [style for role, style in roles.items() if role in segment.marks]
        return Text(words, style=" ".join(styles))

    def _bracketed(self, words: str, segment: Segment) -> str:
        # What is shorter lies inside: its brackets come first.
        for role, start, end in sorted(segment.edges, key=lambda edge: edge[2] - edge[1]):
            opening, closing = _BRACKETS.get(role, ("", ""))
            before = opening if start == segment.start else ""
            words = f"{before}{words}{closing if end == segment.end else ''}"
        return words


_BRACKETS = {"cue": ("/", "/"), "source": ("{", "}"), "date": ("<", ">")}


def _length(claim: Claim) -> int:
    return sum(span.end - span.start for span in claim.content.spans)
