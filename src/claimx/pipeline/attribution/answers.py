"""What follows a question is mostly the answer of the one who was asked, and not the asker's.

"“Will you resign?” Cole asked the mayor.\\n\\n“No. I was elected.”"
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claimx.lang.en.nouns import group_nouns
from claimx.lang.en.verbs import verbs_of
from claimx.lang.en.words import phrases_of
from claimx.pipeline.attribution.dialogue import DIALOGUE
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import CUE, SOURCE, RoleSpan, head_of
from claimx.pipeline.entities.lexicon import singular_of
from claimx.pipeline.syntax import clauses

_OPENING = frozenset("“\"'‘«")
_CLOSING = "\"”’'» "
_PLURAL = ("NNS", "NNPS")


def part_answers(doc: Doc, links: Sequence[Link]) -> list[Link]:
    """The answers that ``links`` have counted to who asks, each as a link of its own.

    A quotation in a later paragraph answers a question that was put to one person. One that opens
    as answers do ("No", "Of course") answers a question anywhere, and in a later paragraph what
    somebody asked in other words. What a speaker asks a crowd is rhetoric. The links lose what is
    found; an answer has the one asked as its antecedent, if that is told.
    """
    found = []
    for link in links:
        verb = head_of(doc, link.cue) if link.cue else None
        if verb is None or verb.lemma_.lower() not in verbs_of("questioning"):
            continue
        asked = _find_asked(verb)
        if asked is not None and _is_crowd(asked):
            continue
        contents = sorted(link.contents, key=lambda content: content.start)
        place = _find_answer(doc, link, contents, is_told=asked is not None)
        if place is not None:
            link.contents = contents[:place]
            found.append(_make_answer(contents[place:], asked))
    return found


def _find_answer(
    doc: Doc, link: Link, contents: Sequence[RoleSpan], *, is_told: bool
) -> int | None:
    """The first of ``contents`` behind the cue that answers the one before."""
    for place in range(1, len(contents)):
        before, content = contents[place - 1], contents[place]
        if content.start < link.cue.end or doc[content.start].text[0] not in _OPENING:
            continue
        asks = doc[before.start : before.end].text.rstrip(_CLOSING).endswith("?")
        is_apart = "\n" in doc[before.end : content.start].text
        opens = (asks or is_apart) and _opens_as_answer(doc, content)
        if opens or (asks and is_apart and is_told):
            return place
    return None


def _opens_as_answer(doc: Doc, content: RoleSpan) -> bool:
    """Whether a quotation is an answer, or begins with one and a mark behind it."""
    words = [token.lower_ for token in doc[content.start : content.end] if not token.is_space][1:]
    return any(
        tuple(words[: len(phrase)]) == phrase
        and not any(word[0].isalnum() for word in words[len(phrase) : len(phrase) + 1])
        for phrase in phrases_of("answer")
    )


def _find_asked(verb: Token) -> Token | None:
    """Who somebody asks: "asked *the mayor*"."""
    objects = [noun for noun in clauses.objects_of(verb) if noun.i > verb.i]
    return objects[0] if len(objects) == 1 else None


def _is_crowd(noun: Token) -> bool:
    singular = singular_of(noun.lower_)
    return noun.tag_ in _PLURAL or singular in group_nouns() or noun.lower_ == "them"


def _make_answer(contents: Sequence[RoleSpan], asked: Token | None) -> Link:
    start = contents[0].start
    antecedent = None
    if asked is not None:
        antecedent = RoleSpan(asked.left_edge.i, asked.right_edge.i + 1, SOURCE)
    return Link(
        RoleSpan(start, start, CUE),
        contents=list(contents),
        origin=DIALOGUE,
        antecedent=antecedent,
    )
