"""The text of the article with its marks, as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from markupsafe import Markup

from claimx.render.doubt import is_doubtful
from claimx.render.html.facts import colour_of
from claimx.render.marks import Cutter, Role, Segment
from claimx.render.plain_text import clean, clean_text
from claimx.render.view import ArticleView

if TYPE_CHECKING:
    from claimx.article import Claim

_TAGS = {
    "headline": "h2",
    "heading": "h3",
    "byline": "p",
    "list": "p",
    "embed": "blockquote",
}
_LETTERS: dict[Role, str] = {
    "content": "c",
    "source": "s",
    "cue": "q",
    "antecedent": "a",
    "date": "d",
}


def body_of(view: ArticleView) -> Markup:
    """The paragraphs of the article, every claim marked in its place."""
    writer = _BodyWriter(view)
    return Markup("".join(writer.write()))


class _BodyWriter:
    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._text = clean_text(view.article.text or "")
        self._cutter = Cutter(view.article)
        self._colours = {speaker.id: colour_of(view, speaker) for speaker in view.article.speakers}
        self._lengths = {
            claim.id: sum(span.end - span.start for span in claim.content.spans)
            for claim in view.article.claims
        }

    def write(self) -> Iterator[str]:
        sections = self._view.article.sections
        if not sections:
            yield f'<p class="body">{self._words(0, len(self._text))}</p>\n'
        for section in sections:
            if section.kind == "metadata":
                # Shown in the head of the page; the cutter must pass it all the same.
                list(self._cutter.cut(section.span.start, section.span.end))
                continue
            tag = _TAGS.get(section.kind, "p")
            words = self._words(section.span.start, section.span.end)
            number = self._view.paragraph_at(section.span.start)
            place = f' id="p{number}" data-p="{number}"' if number is not None else ""
            yield f'<{tag} class="{section.kind}"{place}>{words}</{tag}>\n'

    def _words(self, start: int, end: int) -> str:
        return "".join(self._segment(segment) for segment in self._cutter.cut(start, end))

    def _segment(self, segment: Segment) -> str:
        words = escape(self._text[segment.start : segment.end], quote=False)
        badges = "".join(self._badge(self._view.claims[key]) for key in segment.begins)
        if not segment.marks:
            return badges + words
        data = "".join(
            f' data-{_LETTERS[role]}="{" ".join(ids)}"' for role, ids in segment.marks.items()
        )
        classes = " ".join(self._classes(segment))
        return f'{badges}<span class="{classes}"{data}>{words}</span>'

    def _classes(self, segment: Segment) -> Iterator[str]:
        yield from (_LETTERS[role] for role in segment.marks)
        contents = segment.marks.get("content", [])
        holder = min(contents, key=self._lengths.__getitem__) if contents else None
        claim = holder or next(iter(segment.marks.get("source", [])), None)
        if claim is None:
            return
        speakers = self._view.speakers_of(self._view.claims[claim])
        yield f"k{self._colours[speakers[0].id]}" if speakers else "kx"
        if holder is not None and is_doubtful(self._view.claims[holder]):
            yield "doubt"

    def _badge(self, claim: Claim) -> str:
        speakers = self._view.speakers_of(claim)
        who = ", ".join(clean(speaker.name) for speaker in speakers) or "source not known"
        label = escape(f"Claim {claim.id[1:]}: {who}, {claim.directness}")
        return f'<a class="n" href="#{claim.id}" aria-label="{label}">{claim.id[1:]}</a>'
