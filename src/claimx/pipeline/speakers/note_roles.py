"""Roles that only the reading of a source tells: what a name explains, what describes somebody."""

from __future__ import annotations

from claimx.pipeline.coreference.describe import content_words
from claimx.pipeline.speakers.find_predicates import read_predicates
from claimx.pipeline.speakers.find_roles import BESIDE
from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.speakers.referents import Referent
from claimx.pipeline.speakers.remember_text import TextMemory
from claimx.pipeline.speakers.resolutions import Resolution
from claimx.pipeline.speakers.roles import find_role_head, make_role

# What resolves a description that may tell something new of a person, and how sure it must be.
_TELLING_RULES = frozenset({"role", "leading-person", "naming"})
_SURE = 0.65


def note_explained(
    memory: TextMemory, referent: Referent, beside: tuple[int, int], end: int
) -> None:
    """Enter the description that a name explains: "*The head of the trust*, Ann Hill".

    Args:
        memory: What was read so far.
        referent: Who is named.
        beside: Token limits of the description without what stands behind its head.
        end: The token at which the name begins, its title included.
    """
    head = find_role_head(memory.doc, beside[0], beside[1])
    is_of_one = head is not None and memory.doc[head].tag_ in ("NN", "NNP")
    if is_of_one and memory.index.names_person(beside[1], end):
        return  # "The head of the trust, Ann Hill, and the doctor Tom Reid": it is Ann Hill's
    closing = (place for place in range(beside[1], end) if memory.doc[place].text in BESIDE)
    end = next(closing, end)
    end -= memory.doc[end - 1].tag_ == "CC"  # "*The lawyer* and former senator Ann Hill"
    _note(memory, referent, beside[0], end)


def note_description(memory: TextMemory, phrase: Phrase, found: Resolution) -> None:
    """Enter a description that says more of a person than his roles do ("the Ohio senator")."""
    referent = found.referent
    if referent is None or referent.entity is None:
        return
    words = content_words(memory.doc, phrase.start, phrase.end)
    roles = memory.cast.roles.get(id(referent), ())
    known = {word for role in roles for word in role.words}
    is_sure = found.rule in _TELLING_RULES and found.score >= _SURE
    if is_sure and (len(words) > 1 or found.rule == "naming") and not words <= known:
        _note(memory, referent, phrase.start, phrase.end)


def note_predicate(memory: TextMemory, referent: Referent, pronoun: int) -> None:
    """Enter what is said of a person by a pronoun: "She was *a senator from Tarn*"."""
    if referent.is_person and referent.entity is not None:
        roles = memory.cast.roles.setdefault(id(referent), [])
        roles += read_predicates(memory.index, pronoun, pronoun + 1, memory.quoted)


def _note(memory: TextMemory, referent: Referent, start: int, end: int) -> None:
    head = find_role_head(memory.doc, start, end)
    if referent.is_person and head is not None:
        roles = memory.cast.roles.setdefault(id(referent), [])
        if not any(role.start <= start and end <= role.end for role in roles):
            # "Tarn's chief executive" takes the place of the "chief executive" in it.
            roles[:] = [role for role in roles if not start <= role.start < end]
            roles.append(make_role(memory.index, start, end, head))
