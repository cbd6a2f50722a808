"""Who talks with who in the introduction of an interview: who answers, and who asks.

"We met *Ann Hill*", "*Ann Hill* sat down with the Courier", "Tom Burr put the objections to *her*".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from claimx.lang.en import read_table
from claimx.lang.en.nouns import nouns_of, pronoun_forms
from claimx.lang.en.verbs import verbs_of
from claimx.lang.en.words import words_of
from claimx.pipeline.entities.lexicon import singular_of
from claimx.pipeline.layout_annotations import get_sections
from claimx.pipeline.speakers.name_index import NameIndex
from claimx.pipeline.speakers.resolutions import FIRST, FIRST_PLURAL
from claimx.pipeline.syntax import clauses, nouns

_INTERVIEW = "interview"
# An interview is announced right above its first question: in one of the last sentences there.
_LAST_SENTENCES = 2
_CREDIT_MARKS = (":", "by")


class Talk(NamedTuple):
    """Two sides of a talk, as the tokens that head their phrases; either may be empty."""

    answering: frozenset[int]
    asking: frozenset[int] = frozenset()


def find_talks(index: NameIndex, end: int) -> Iterator[Talk]:
    """The talks that the text before the token ``end`` tells of, in text order."""
    doc = index.doc
    verbs = read_table("labels/conversing_verbs.txt")
    near = _find_last_sentences(doc, end)
    for token in doc[:end]:
        lemma = token.lemma_.lower()
        if lemma == _INTERVIEW and token.tag_.startswith("NN"):
            answering = {noun.i for word, noun in nouns.modifiers_of(token) if word == "with"}
            yield Talk(frozenset(answering))
        elif lemma in verbs and token.tag_.startswith("V"):
            prepositions = verbs[lemma].split()
            yield _Verb(index, token, prepositions, is_near=token.i >= near).read()
    yield from _read_credits(index, end)


def _find_last_sentences(doc: Doc, end: int) -> int:
    """Where the last sentences before a token begin, those without a word not counted."""
    starts: list[int] = []
    sentence = doc[end - 1].sent if end else None
    while sentence is not None and len(starts) < _LAST_SENTENCES:
        if any(token.is_alpha for token in sentence):
            starts.append(sentence.start)
        sentence = doc[sentence.start - 1].sent if sentence.start else None
    return starts[-1] if starts else end


def _read_credits(index: NameIndex, end: int) -> Iterator[Talk]:
    """Who a line of its own says to have asked: "Interview: Ann Cole"."""
    for section in get_sections(index.doc):
        words = [token for token in section.span if not token.is_space]
        if section.span.start >= end or len(words) < 3:
            continue
        opens = words[0].lower_ in words_of("interview") and words[1].lower_ in _CREDIT_MARKS
        place = index.name_at(words[2].i) if opens else None
        if place is not None and place.end > words[-1].i and place.entity.label == "PERSON":
            yield Talk(frozenset(), frozenset({place.start}))


class _Verb:
    """A verb for a talk of two.

    Args:
        index: The names of the article.
        verb: The verb.
        prepositions: What leads to the other one; "-" where it is the object.
        is_near: Whether it stands right above the first question.
    """

    def __init__(
        self, index: NameIndex, verb: Token, prepositions: Sequence[str], *, is_near: bool
    ) -> None:
        self._index = index
        self._verb = verb
        self._is_near = is_near
        objects = clauses.objects_of(verb)
        found = [verb, *objects] if verb.lemma_.lower() in verbs_of("light") else [verb]
        others = [n for one in found for word, n in nouns.modifiers_of(one) if word in prepositions]
        if "-" in prepositions:
            others += objects
        if verb.dep_ == "acl" and verb.tag_ == "VBN":
            others.append(verb.head)
        self._others = others

    def read(self) -> Talk:
        """Of two who talk, the one asks who is "we", the paper or somebody who asks by trade."""
        subject = clauses.subject_of(self._verb)
        others = self._others
        asking = frozenset(other.i for other in others if self._asks(other))
        if subject is not None and clauses.is_passive_subject(subject):
            agents = {n.i for word, n in nouns.modifiers_of(self._verb) if word == "by"}
            return Talk(frozenset({subject.i}), frozenset(agents))
        if subject is not None and not self._asks(subject):
            found = Talk(frozenset({subject.i}), asking) if asking else None
            return found or self._part(subject) or Talk(frozenset())
        if self._verb.lemma_.lower() in verbs_of("questioning") and not self._is_near:
            return Talk(frozenset())
        answering = frozenset(other.i for other in others) - asking
        return Talk(answering, asking if subject is None else asking | {subject.i})

    def _part(self, subject: Token) -> Talk | None:
        """Who asks and who answers of two persons, where neither is of the paper.

        The verb tells it ("received her", "asked him"), or one of them was spoken of before:
        "*He* talked with Ann Cole". An introduction presents who answers, and then says who asks.
        """
        if not self._is_near or len(self._others) != 1:
            return None
        (other,) = self._others
        lemma = self._verb.lemma_.lower()
        is_new, other_is_new = self._is_new(subject), self._is_new(other)
        is_known, other_is_known = self._is_known(subject), self._is_known(other)
        if lemma in verbs_of("receiving"):
            is_talk, subject_asks = other_is_new, False
        elif lemma in verbs_of("questioning"):
            is_talk, subject_asks = is_new and (other_is_known or other_is_new), True
        else:
            is_talk = (is_new and other_is_known) or (other_is_new and is_known)
            subject_asks = is_new
        sides = (other, subject) if subject_asks else (subject, other)
        return Talk(frozenset({sides[0].i}), frozenset({sides[1].i})) if is_talk else None

    def _is_new(self, noun: Token) -> bool:
        """Whether a person is named here for the first time."""
        place = self._index.name_at(noun.i)
        if place is None or place.entity.label != "PERSON":
            return False
        return min(span.start for span in place.entity.mentions) == place.start

    def _is_known(self, noun: Token) -> bool:
        """Whether the text has spoken of a person before: "her", or a name again."""
        form = pronoun_forms().get(noun.lower_)
        if form is not None:
            return form.person == 3 and form.use != "relative"
        place = self._index.name_at(noun.i)
        is_person = place is not None and place.entity.label == "PERSON"
        return is_person and not self._is_new(noun)

    def _asks(self, noun: Token) -> bool:
        """Whether somebody who talks is of the paper: "we", "our correspondent", "the Courier"."""
        if noun.lower_ in FIRST | FIRST_PLURAL:
            return True
        if singular_of(noun.lower_) in nouns_of("interviewer"):
            return True
        place = self._index.name_at(noun.i)
        is_person = place is not None and place.entity.label == "PERSON"
        has_article = any(child.tag_ == "DT" for child in noun.children)
        return noun.tag_ == "NNP" and not (is_person and not has_article)
