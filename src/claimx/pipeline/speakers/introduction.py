"""The introduction of an interview: it tells who answers, and who asks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from spacy.tokens import Span

from claimx.lang.en.nouns import nouns_of, pronoun_forms
from claimx.lang.en.verbs import verbs_of
from claimx.pipeline.layout_annotations import get_context, get_sections
from claimx.pipeline.speakers.find_roles import find_roles
from claimx.pipeline.speakers.find_talks import Talk, find_talks
from claimx.pipeline.speakers.name_index import NamedPlace
from claimx.pipeline.speakers.remember_text import TextMemory
from claimx.pipeline.speakers.resolutions import Resolution

_OUTSIDE = frozenset({"byline", "metadata"})
# What joins the parts of a name and its descriptions to the word that heads them.
_WITHIN = frozenset({"flat", "appos", "compound", "amod", "nmod:desc"})


class Introduction:
    """What stands above the first question of an interview.

    Args:
        memory: Who the article speaks of.
        end: The token of the first question.
        questions: The questions, where they are paragraphs of their own.
    """

    def __init__(self, memory: TextMemory, end: int, questions: Sequence[Span] = ()) -> None:
        self._memory = memory
        self._questions = questions
        self._index = memory.index
        self._end = end

    @cached_property
    def _talks(self) -> list[Talk]:
        return list(find_talks(self._index, self._end))

    @cached_property
    def _asking(self) -> NamedPlace | None:
        """The one who, it says, talked to somebody; a person in office mostly met somebody else."""
        found: dict[int, NamedPlace] = {}
        for head in frozenset().union(*(talk.asking for talk in self._talks)):
            place = self._find_named(head)
            if place is not None and self._may_ask(place):
                found.setdefault(id(place.entity), place)
        return next(iter(found.values())) if len(found) == 1 else None

    def find_who_answers(self) -> Resolution:
        """The person interviewed, where the introduction says who that is.

        The only person it names is. Of several it is the one who was talked to, who a question
        calls by name, who the headline names, who the paragraph before the first question names,
        or who has an office: the first of these that tells anything decides, and must leave one
        person. An interview with "the owner of a bar" is with nobody else that it names.
        """
        presented = self._list_answering()
        talked_to = self.list_talked_to()
        meant = {id(self._memory.named_meant_at(head)) for head in talked_to}
        named = [
            place
            for place in presented
            if id(self._memory.named_at(place)) in meant
            or not talked_to.isdisjoint(self._list_heads(place))
        ]
        pronouns = {head for head in talked_to if self._index.doc[head].lower_ in pronoun_forms()}
        if talked_to - pronouns and not named:
            return Resolution(None, "no-interviewee", 0.0)
        if len(presented) == 1:
            return self._resolve(presented[0], 0.9)
        answers, _ = self._part(presented)
        choices = (
            named,
            [place for place in presented if self._is_called(place)],
            [place for place in presented if self._is_in_headline(place)],
            [place for place in presented if self._is_in_last_paragraph(place)],
            [] if answers is None else [answers],
        )
        chosen = next((found for found in choices if found), [])
        if len(chosen) == 1:
            return self._resolve(chosen[0], 0.8)
        return Resolution(None, "no-interviewee", 0.0)

    def find_who_asks(self, writer: Resolution | None) -> Resolution:
        """Who signs the interview, who is said to ask, else the other one besides who answers."""
        if writer is not None:
            return Resolution(writer.referent, "interviewer", 0.8, writer.antecedent)
        asks = self._asking or self._part(self._list_presented())[1]
        if asks is None:
            return Resolution(None, "no-interviewer", 0.0)
        referent = self._memory.named_at(asks)
        return Resolution(referent, "interviewer", 0.75, (asks.start, asks.end))

    def find_who_is_said_to_ask(self) -> Resolution:
        """Who asks where the introduction says it in so many words."""
        if self._asking is None:
            return Resolution(None, "no-interviewer", 0.0)
        referent, limits = self._memory.named_at(self._asking), self._asking
        return Resolution(referent, "interviewer", 0.75, (limits.start, limits.end))

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

    def _list_answering(self) -> list[NamedPlace]:
        """The persons of the introduction without the one who asks."""
        asking = None if self._asking is None else self._asking.entity
        return [place for place in self._list_presented() if place.entity is not asking]

    def _is_in_headline(self, place: NamedPlace) -> bool:
        """Whether the headline names a person, and the introduction below does so too."""
        headlines = [s.span for s in get_sections(self._index.doc) if s.kind == "headline"]
        inside = [
            any(span.start <= mention.start < span.end for span in headlines)
            for mention in place.entity.mentions
            if mention.start < self._end
        ]
        return any(inside) and not all(inside)

    def _is_called(self, place: NamedPlace) -> bool:
        """Whether a question begins or ends with a name: "*Professor Hill*, why?"."""
        doc, entity = self._index.doc, place.entity
        for question in self._questions:
            inside = [s for s in entity.mentions if question.start <= s.start < question.end]
            for span in inside:
                at = self._index.name_at(span.start)
                start = span.start if at is None else at.title_start
                before, behind = doc[max(0, start - 1)].text, doc[span.end : span.end + 1].text
                is_first = start == question.start and behind == ","
                is_last = before == "," and behind == "?"
                if is_first or is_last:
                    return True
        return False

    def _is_in_last_paragraph(self, place: NamedPlace) -> bool:
        """Whether the paragraph before the first printed question names a person."""
        sections = [s.span for s in get_sections(self._index.doc) if s.span.end <= self._end]
        if not self._questions or not sections:
            return False
        return any(sections[-1].start <= span.start < self._end for span in place.entity.mentions)

    def list_talked_to(self) -> frozenset[int]:
        """The heads of the phrases for those who, it says, were talked to."""
        return frozenset().union(*(talk.answering for talk in self._talks))

    def _find_named(self, head: int) -> NamedPlace | None:
        """The name that a phrase is or holds: "our reporter *Ann Cole*"."""
        own = self._index.name_at(head)
        within = (self._index.name_at(t.i) for t in self._index.doc[head].children)
        beside = (place for place in within if place is not None and self._is_of(head, place))
        return own or next(beside, None)

    def _is_of(self, head: int, place: NamedPlace) -> bool:
        return place.entity.label == "PERSON" and head in self._list_heads(place)

    def _may_ask(self, place: NamedPlace) -> bool:
        if place.entity.label != "PERSON":
            return place.entity.label == "ORG"
        trades = nouns_of("interviewer")
        offices = {role.noun for role in find_roles(self._index, place)}
        return not offices or bool(offices & trades)

    def _list_heads(self, place: NamedPlace) -> set[int]:
        """The heads of the phrases that mention a person."""
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
        trades = nouns_of("interviewer")
        offices = [{role.noun for role in find_roles(self._index, place)} for place in presented]
        told = list(zip(presented, offices, strict=True))
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
        return verb.lemma_.lower() in verbs_of("interviewing") and verb.i > place.start
