"""Supplies the source that the model left out, and drops one that says nothing, by grammar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from claimx.lang.en.words import words_of
from claimx.pipeline import lexicon
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import SOURCE, RoleSpan, head_of
from claimx.pipeline.syntax import clauses, nouns

# Kinds of cues whose source is who is in such a state of mind, whoever brought it about.
_STATES = frozenset({"thought", "attitude", "intention"})


def supply_sources(doc: Doc, links: Sequence[Link]) -> None:
    """Change ``links`` in place: each without a source gets its subject or agent, if it has one.

    A source that only undergoes what is reported goes, and one that is an artefact gives way to
    its agent.
    """
    owners = {
        place: link
        for link in links
        for span in link.spans()
        for place in range(span.start, span.end)
    }
    for link in links:
        if link.source is None:
            link.source = find_source(doc, link, owners)
        elif _undergoes(doc, link):
            link.source = None
        elif (quoted := _find_quoted(doc, link)) is not None:
            link.source = quoted
        else:
            _split_artefact(doc, link)


def find_source(doc: Doc, link: Link, owners: Mapping[int, Link]) -> RoleSpan | None:
    """The subject of the cue, or the agent of a passive one.

    ``owners`` tells by token which link covers it. None where there is no such phrase, or where
    it runs into the cue or the content.
    """
    head = head_of(doc, link.cue)
    if doc[link.cue.end - 1].lower_ in ("to", "by") and head.pos_ != "VERB":
        noun: Token | None = _object_of_preposition(doc[link.cue.end - 1])
    elif _find_patient(head) is not None:
        return None
    elif clauses.is_passive(head):
        noun = clauses.agent_of(head)
    else:
        noun = clauses.implied_subject_of(head)
    if noun is None and _is_participle_of_report(head):
        return _source_shared(doc, link, owners)
    if noun is None or _is_expletive(noun):
        return None
    parts = [link.cue, *link.contents]
    phrase = nouns.noun_phrase(noun)
    if any(part.overlaps(phrase.start, phrase.end) for part in parts):
        phrase = nouns.noun_phrase(noun, clauses=False)
    if any(part.overlaps(phrase.start, phrase.end) for part in parts):
        return None
    return RoleSpan(phrase.start, phrase.end, SOURCE)


def _undergoes(doc: Doc, link: Link) -> bool:
    """Whether a source is not who says it, but of whom or to whom it is said.

    An adverb has none ("*reportedly*": the subject is he of whom it is reported), and neither has
    a passive without an agent ("she *was quoted* as the winner", "she *was told*"), unless it
    leaves the saying to its subject ("was quoted as saying") or says what its subject thinks ("was
    convinced"). Behind an empty "it" nobody is left who could be the source ("it *was alleged* in
    court that").
    """
    assert link.source is not None
    head = head_of(doc, link.cue)
    if head.pos_ == "ADV":
        return True
    patient = _find_patient(head)
    if patient is not None and link.source.start <= patient.i < link.source.end:
        return True
    entry = lexicon.look_up_verb(head.lemma_)
    if entry is None or not clauses.is_passive(head):
        return False
    if any(child.dep_ == "expl" for child in head.children):
        return clauses.agent_of(head) is None
    state = lexicon.look_up_adjective(head.lower_)
    if state is not None and state.kind in _STATES:
        return False
    if any(token.tag_ == "VBG" for token in doc[link.cue.start : link.cue.end]):
        return False
    return any(
        clauses.is_passive_subject(child) and link.source.start <= child.i < link.source.end
        for child in head.children
    )


def _find_patient(participle: Token) -> Token | None:
    """Who undergoes what a participle before the main clause says: the clause's subject.

    "*Pressed* on the delay, Hill declined to answer": Hill is not who pressed. None for other
    words; "Worried that it was late" and the like say what somebody thinks. The tagger takes such
    a participle for a finite verb at times, and the parser for a sentence that ends at the comma.
    """
    if participle.tag_ not in ("VBN", "VBD") or lexicon.look_up_adjective(participle.lower_):
        return None
    own = clauses.subject_of(participle, shared=False)
    if own is not None or any(child.dep_ in ("aux", "mark") for child in participle.children):
        return None
    doc, end = participle.doc, participle.sent.end
    if clauses.is_adverbial_clause(participle):
        subject = clauses.subject_of(participle.head)
    elif participle.is_sent_start and end < len(doc) and doc[end - 1].text == ",":
        subject = clauses.subject_of(doc[end].sent.root)
    else:
        return None
    return subject if subject is not None and subject.i > participle.i else None


def _find_quoted(doc: Doc, link: Link) -> RoleSpan | None:
    """Who "was quoted as saying" it: the subject, not whoever quoted him; None for other cues."""
    head = head_of(doc, link.cue)
    words = [token.lower_ for token in doc[head.i : link.cue.end]]
    if words[1:2] != ["as"] or not words[-1].endswith("ing") or not clauses.is_passive(head):
        return None
    subject = clauses.subject_of(head)
    if subject is None:
        return None
    phrase = nouns.noun_phrase(subject)
    if any(part.overlaps(phrase.start, phrase.end) for part in (link.cue, *link.contents)):
        return None
    return RoleSpan(phrase.start, phrase.end, SOURCE)


def _split_artefact(doc: Doc, link: Link) -> None:
    """Leave the possessor alone in a source whose head is what was said.

    The agent is the source and the artefact belongs to the cue (PolNeAR): in "Trump's statement
    confirms that …" the source is "Trump's", the cue "statement confirms".
    """
    if link.source is None or link.source.end > link.cue.start:
        return
    head = head_of(doc, link.source)
    possessor = nouns.possessor_of(head)
    if possessor is None or lexicon.look_up_noun(head.lemma_) is None:
        return
    end = possessor.i + 1
    if end < link.source.end and doc[end].tag_ == "POS":
        end += 1
    is_possessive = doc[end - 1].tag_ in ("POS", "PRP$", "WP$")
    between = doc[link.source.end : link.cue.start]
    if is_possessive and end < link.source.end and all(token.pos_ == "ADV" for token in between):
        link.source = RoleSpan(link.source.start, end, link.source.role)
        link.cue = RoleSpan(end, link.cue.end, link.cue.role)


def _object_of_preposition(preposition: Token) -> Token | None:
    """The head of the noun phrase behind the last word of a preposition."""
    for token in (preposition, preposition.head):
        for child in token.children:
            if child.dep_ in ("pobj", "pcomp"):
                return child
        if token.dep_ in ("case", "fixed") and token.head.i > preposition.i:
            return token.head
    return None


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
    own = [link.cue, *link.contents]
    for place in range(link.cue.start - 1, doc[link.cue.start].sent.start - 1, -1):
        other = owners.get(place)
        if other is None or other is link or other.source is None:
            continue
        if other.cue.start <= place < other.cue.end:
            source = other.source
            return None if any(source.overlaps(s.start, s.end) for s in own) else source
    return None


def _is_expletive(token: Token) -> bool:
    return token.dep_ == "expl" or token.lower_ in words_of("expletive")
