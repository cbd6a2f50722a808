"""Whom the introduction of an interview presents: who answers, and who asks."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from claimx.lang.en import read_words
from claimx.pipeline.layout_annotations import get_context, get_sections
from claimx.pipeline.speakers.find_roles import find_roles
from claimx.pipeline.speakers.name_index import NamedPlace
from claimx.pipeline.speakers.remember_text import TextMemory
from claimx.pipeline.speakers.resolutions import Resolution

_OUTSIDE = frozenset({"byline", "metadata"})
_INTERVIEW = "interview"
# What joins the parts of a name and its descriptions to the word that heads them.
_WITHIN = frozenset({"flat", "appos", "compound", "amod", "nmod:desc"})


class Introduction:
    """What stands above the first question of an interview.

    Args:
        memory: Who the article speaks of.
        end: The token of the first question.
    """

    def __init__(self, memory: TextMemory, end: int) -> None:
        self._memory = memory
        self._index = memory.index
        self._end = end

    def find_who_answers(self) -> Resolution:
        """The only one whom it says to be interviewed, or whom alone it presents.

        Where that tells nothing, the only one of the headline, then the one who has an office. An
        interview with "the owner of a bar" is with nobody beside him.
        """
        presented = self._list_presented()
        objects = self._list_objects()
        meant = {id(self._memory.named_meant_at(head)) for head in objects}
        interviewed = [
            place
            for place in presented
            if id(self._memory.named_at(place)) in meant
            or not objects.isdisjoint(self._list_heads(place))
        ]
        if objects and not interviewed:
            return Resolution(None, "no-interviewee", 0.0)
        if len(presented) == 1:
            return self._resolve(presented[0], 0.9)
        heading = [place for place in presented if self._is_in_headline(place)]
        answers, _ = self._part(presented)
        for chosen in (interviewed, heading, [] if answers is None else [answers]):
            if len(chosen) == 1:
                return self._resolve(chosen[0], 0.8)
        return Resolution(None, "no-interviewee", 0.0)

    def find_who_asks(self, writer: Resolution | None) -> Resolution:
        """Who signs the interview, else the other person besides who answers."""
        if writer is not None:
            return Resolution(writer.referent, "interviewer", 0.8, writer.antecedent)
        _, asks = self._part(self._list_presented())
        if asks is None:
            return Resolution(None, "no-interviewer", 0.0)
        referent = self._memory.named_at(asks)
        return Resolution(referent, "interviewer", 0.75, (asks.start, asks.end))

    def _resolve(self, place: NamedPlace, score: float) -> Resolution:
        referent = self._memory.named_at(place)
        return Resolution(referent, "interviewee", score, (place.start, place.end))

    def _list_presented(self) -> list[NamedPlace]:
        """The persons of the introduction, each once, without those of the byline."""
        outside = [s.span for s in get_sections(self._index.doc) if s.kind in _OUTSIDE]
        byline = (get_context(self._index.doc).byline or "").casefold()
        presented: dict[int, NamedPlace] = {}
        for place in self._index.places:
            if place.start >= self._end:
                break
            name = place.entity.name.casefold()
            is_outside = any(span.start <= place.start < span.end for span in outside)
            if place.entity.label == "PERSON" and not is_outside and name not in byline:
                presented.setdefault(id(place.entity), place)
        return list(presented.values())

    def _is_in_headline(self, place: NamedPlace) -> bool:
        headlines = [s.span for s in get_sections(self._index.doc) if s.kind == "headline"]
        return any(span.start <= place.start < span.end for span in headlines)

    def _list_objects(self) -> set[int]:
        """The heads of those whom it says to be interviewed: "an interview with *Ann* Hill"."""
        found = set()
        for token in self._index.doc[: self._end]:
            if token.lemma_.lower() != _INTERVIEW:
                continue
            found |= {child.i for child in token.children if _is_object(child)}
            if token.dep_ == "acl" and token.tag_ == "VBN":
                found.add(token.head.i)
        return found

    def _list_heads(self, place: NamedPlace) -> set[int]:
        """The heads of the phrases by which the introduction mentions somebody."""
        heads = set()
        for span in place.entity.mentions:
            head = span.root
            while head.dep_ in _WITHIN:
                head = head.head
            heads.add(head.i)
        return heads

    def _part(self, presented: Sequence[NamedPlace]) -> tuple[NamedPlace | None, NamedPlace | None]:
        """Who answers and who asks: the only one with an office, and the one who asks by trade.

        Of two, who interviews the other asks, and who has no office.
        """
        trades = read_words("labels/asking_trades.txt")
        nouns = [{role.noun for role in find_roles(self._index, place)} for place in presented]
        told = list(zip(presented, nouns, strict=True))
        answering = [place for place, held in told if held and not held & trades]
        asking = [place for place, held in told if held & trades]
        if len(presented) == 2:
            asking = asking or [place for place in presented if self._interviews(place)]
            asking = asking or [place for place, held in told if not held]
            answering = [p for p in presented if p not in asking] if len(asking) == 1 else answering
        if len(answering) != 1 or len(asking) != 1:
            return None, None
        return answering[0], asking[0]

    def _interviews(self, place: NamedPlace) -> bool:
        """Whether somebody is the subject of an interview: "Ann Hill *interviewed* her uncle"."""
        verb = self._index.doc[place.start : place.end].root.head
        return verb.lemma_.lower() in (_INTERVIEW, "question") and verb.i > place.start


def _is_object(token: Token) -> bool:
    """Whether a child of "interview" is who is interviewed, not who asks or what it is about."""
    if token.dep_ in ("obl", "nmod"):
        return any(child.lower_ == "with" for child in token.children)
    return token.dep_ in ("obj", "nsubj:pass")
