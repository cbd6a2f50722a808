"""Finds the source of a cue for which none was marked: its subject or agent, by grammar."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from claimx.pipeline import lexicon, syntax
from claimx.pipeline.attribution.according import object_of_preposition
from claimx.pipeline.attribution.features import head_of
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import SOURCE, RoleMap, RoleSpan

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def find_source(roles: RoleMap, link: Link, owners: Mapping[int, Link]) -> RoleSpan | None:
    """The subject of the cue (the agent of a passive one), in marked limits where it is marked.

    ``owners`` tells by token which link covers it.
    """
    doc = roles.doc
    assert link.cue is not None
    head = head_of(doc, link.cue)
    if doc[link.cue.end - 1].lower_ in ("to", "by") and head.pos_ != "VERB":
        noun: Token | None = object_of_preposition(doc[link.cue.end - 1])
    elif doc[link.cue.start].text == ":" and len(link.cue) == 1:
        noun = _noun_before(doc, link.cue.start)
        noun = noun if noun is not None and noun.pos_ == "PROPN" else None
    elif syntax.is_passive(head):
        noun = syntax.agent_of(head)
    else:
        noun = syntax.implied_subject_of(head)
    reach = 0
    if noun is None and head.tag_ in _FINITE:
        reach = _skip_parenthesis(doc, link.cue.start)
        noun = _noun_before(doc, reach)
    if noun is None and _is_participle_of_report(head):
        return _source_shared(doc, link, owners)
    if noun is None or _is_expletive(noun):
        return None
    parts = [link.cue, *link.contents]
    for marked in roles.near(SOURCE, RoleSpan(noun.i, noun.i + 1, SOURCE), 2):
        if marked.overlaps(noun.i, noun.i + 1):
            return marked if not any(marked.overlaps(p.start, p.end) for p in parts) else None
    if reach:
        return RoleSpan(syntax.noun_phrase(noun).start, _last_nominal(doc, reach) + 1, SOURCE)
    phrase = syntax.noun_phrase(noun)
    if any(part.overlaps(phrase.start, phrase.end) for part in parts):
        phrase = syntax.noun_phrase(noun, clauses=False)
    if any(part.overlaps(phrase.start, phrase.end) for part in parts):
        return None
    return RoleSpan(phrase.start, phrase.end, SOURCE)


def _is_participle_of_report(head: Token) -> bool:
    """Whether a cue is an -ing form of a verb that attributes, whatever its tag ("remarking")."""
    if not head.lower_.endswith("ing"):
        return False
    return (
        lexicon.look_up_verb(head.lemma_) is not None
        or lexicon.find_verb_of_form(head.lower_) is not None
    )


def _source_shared(doc: Doc, link: Link, owners: Mapping[int, Link]) -> RoleSpan | None:
    """The source of the cue before it in the same sentence ("she said …, *adding* that")."""
    assert link.cue is not None
    own = [link.cue, *link.contents]
    for place in range(link.cue.start - 1, doc[link.cue.start].sent.start - 1, -1):
        other = owners.get(place)
        if other is None or other is link or other.cue is None or other.source is None:
            continue
        if other.cue.start <= place < other.cue.end:
            source = other.source
            return None if any(source.overlaps(s.start, s.end) for s in own) else source
    return None


def _skip_parenthesis(doc: Doc, place: int) -> int:
    """Where what stands before ``place`` ends, an aside between commas left out.

    "Barr and Ross, however, refused"; "Mr. Hill, who left in May, said".
    """
    start = doc[place].sent.start
    if place - 1 <= start or doc[place - 1].text != ",":
        return place
    for token in reversed(list(doc[start : place - 1])):
        if token.text == ",":
            aside = doc[token.i + 1 : place - 1]
            if len(aside) and (
                all(word.pos_ == "ADV" for word in aside) or aside[0].tag_ in ("WP", "WDT")
            ):
                return token.i
            # An apposition: the phrase before it is the source, up to the end of the apposition.
            return place - 1
    return place


def _noun_before(doc: Doc, place: int) -> Token | None:
    """The head of the noun phrase that ends right before ``place``, adverbs left out.

    For where the parse gives a finite verb no subject: English puts it there.
    """
    last = _last_nominal(doc, place)
    if last < 0 or doc[last].pos_ not in _NOMINAL:
        return None
    noun = doc[last]
    while noun.head.i < noun.i and noun.head.sent == noun.sent:
        above = noun.head
        if above.pos_ == "ADJ" and above.i > 0 and doc[above.i - 1].pos_ in _NOMINAL:
            # "a person familiar with the matter"
            above = doc[above.i - 1]
        elif above.pos_ not in _NOMINAL or above.right_edge.i >= place:
            break
        noun = above
    return noun


def _last_nominal(doc: Doc, place: int) -> int:
    """The last token before ``place`` that is no adverb."""
    last = place - 1
    while last > 0 and doc[last].pos_ == "ADV":
        last -= 1
    return last


def _is_expletive(token: Token) -> bool:
    return token.dep_ == "expl" or token.lower_ in ("it", "there", "that", "this", "which")
