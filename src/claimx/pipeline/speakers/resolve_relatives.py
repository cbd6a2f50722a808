"""What a relative pronoun takes up: the head of its clause."""

from __future__ import annotations

from spacy.tokens import Token

from claimx.lang.en.nouns import group_nouns
from claimx.pipeline.speakers.classify_nominals import is_person_noun, is_plural_noun
from claimx.pipeline.speakers.find_nominals import find_phrase_start
from claimx.pipeline.speakers.name_index import NameIndex
from claimx.pipeline.speakers.phrase_cores import is_part_of_people
from claimx.pipeline.speakers.referents import Referent
from claimx.pipeline.speakers.remember_text import TextMemory
from claimx.pipeline.speakers.resolve_appositions import find_explained_name
from claimx.pipeline.speakers.resolve_pronouns import Resolution, last_mention
from claimx.pipeline.syntax import clauses, nouns

_FARTHEST = 14
_SENTENCE_ENDS = frozenset({".", "!", "?", ";", "”"})
_NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS")
_SOME = frozenset({"some", "many", "several", "few", "most"})
_ANYBODY = frozenset({"those", "anyone", "everyone", "someone", "somebody", "anybody", "others"})


def resolve_relative(memory: TextMemory, token: Token) -> Resolution:
    """Whom a relative pronoun stands for, nobody where it has no head.

    Behind a description that explains a name it is the named.
    """
    head = _find_relative_head(memory.index, token)
    if head is None:
        return _resolve_those(memory, token)
    start = find_phrase_start(memory.index, head.i)
    described = _find_described(memory, head)
    if described is not None:
        return Resolution(described, "relative", 0.8, last_mention(described))
    place = memory.index.name_at(head.i)
    if place is None and not is_plural_noun(head):
        place = find_explained_name(memory.index, start)
    if place is not None and not is_part_of_people(memory.index, start, place):
        return Resolution(memory.named_at(place), "relative", 0.9, (place.start, place.end))
    known = memory.recall_or_introduce(start, head.i)
    return Resolution(known, "relative", 0.8, (start, head.i + 1))


def _find_described(memory: TextMemory, head: Token) -> Referent | None:
    """Whom a sentence says to be what heads the clause: "Obi is a dentist and a poet *who* …"."""
    first = head
    while nouns.is_conjunct(first) and first.head != first:
        first = first.head
    if not nouns.is_predicate_noun(first) or not is_person_noun(first) or is_plural_noun(first):
        return None
    subject = clauses.subject_of(first) or clauses.subject_of(first.head)
    found = memory.met_at(subject.i) if subject is not None else None
    return found if found is not None and found.is_person and found.entity is not None else None


def _resolve_those(memory: TextMemory, token: Token) -> Resolution:
    """ "Those who", "anyone who": people of whom no more is said."""
    before = memory.doc[token.i - 1] if token.i else None
    if before is None or before.lower_ not in _ANYBODY:
        return Resolution(None, "no-relative-head", 0.0)
    referent = Referent("group", before.lower_, is_plural=True)
    referent.add_mention(before.i, token.i, "nominal")
    memory.enter(referent)
    return Resolution(referent, "description", 0.7, (before.i, token.i))


def _find_relative_head(index: NameIndex, token: Token) -> Token | None:
    """The noun that "who" or "which" takes up: by the parse, else the nearest fitting before it."""
    wants_person = {"that": None, "which": False}.get(token.lower_, True)
    if token.lower_ == "who" and token.i > 1 and index.doc[token.i - 1].text == ",":
        # "Candidates like Ann Hill, who": a comma sets "who" off from a name, not from a kind.
        name = index.name_at(token.i - 2)
        if name is not None and name.entity.label == "PERSON":
            return index.doc[token.i - 2]
    for ancestor in token.ancestors:
        if ancestor.sent != token.sent:
            break
        is_relative = ancestor in nouns.relative_clauses_of(ancestor.head)
        if is_relative and ancestor.head.i < token.i and _is_noun(index, ancestor.head):
            if ancestor.head != ancestor and _fits(index, ancestor.head, wants_person):
                return ancestor.head
            break
    nearest = None
    for place in range(token.i - 1, max(-1, token.i - _FARTHEST), -1):
        before = index.doc[place]
        if _is_noun(index, before) and not _is_inside(index, before):
            if _fits(index, before, wants_person):
                return before
            nearest = nearest or before
        if before.text in _SENTENCE_ENDS:
            break
    # Any noun right before will do for want of a better one.
    is_near = nearest is not None and token.i - nearest.i <= 2
    return nearest if is_near or not wants_person else None


def _is_noun(index: NameIndex, token: Token) -> bool:
    if token.lower_ in _SOME:
        return token.i + 1 == len(index.doc) or token.nbor().lower_ != "of"
    return token.tag_ in _NOUN_TAGS or index.name_at(token.i) is not None


def _is_inside(index: NameIndex, token: Token) -> bool:
    """Whether a name only modifies the noun behind it ("the *Obi* campaign’s staff, who")."""
    name = index.name_at(token.i)
    if name is None or name.end >= len(index.doc):
        return False
    behind = index.doc[name.end]
    return behind.tag_ in ("NN", "NNS", "POS")


def _fits(index: NameIndex, token: Token, wants_person: bool | None) -> bool:
    if wants_person is None:
        return True
    name = index.name_at(token.i)
    if name is not None:
        return (name.entity.label in ("PERSON", "NORP")) == wants_person
    return (is_person_noun(token) or token.lower_ in group_nouns()) == wants_person
