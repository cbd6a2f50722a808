"""Roles that a sentence says of a person: "Ann Hill was *the co-founder of the trust*"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Span, Token

from claimx.lang.en.nouns import POSSESSIVES, nouns_of
from claimx.lang.en.verbs import verbs_of
from claimx.lang.en.words import words_of
from claimx.pipeline.speakers.find_roles import list_joined, take_in_field
from claimx.pipeline.speakers.lexicon import unaffiliated_nouns
from claimx.pipeline.speakers.name_index import NameIndex
from claimx.pipeline.speakers.roles import Role, is_role_noun, make_role
from claimx.pipeline.syntax import clauses, nouns

_OUTSIDE = frozenset({"CC", "RB", "MD", "VBZ", "VBD", "VBP", "VB"})
_APPOINTED = frozenset({"xcomp", "obj", "attr", "oprd", "dobj"})
_FARTHEST = 10
_INSIDE = frozenset({"RB", "DT", "PRP$", "JJ", "NN", "NNP", "POS", "HYPH", "VBN"})


def read_predicates(
    index: NameIndex, head: int, end: int, quoted: Collection[int]
) -> Iterator[Role]:
    """What the article itself says a person to be.

    An office that one person has ("the mayor", "mayor of Tarn"), had ("a former senator"), holds
    for a body ("a professor at the college") or comes to ("became mayor", "was named mayor",
    "serves as mayor", "her time as mayor"), in a clause of its own or a relative one: what is said
    in quotation marks or reported is somebody's opinion. Of several that "and" joins, each is a
    role.

    Args:
        index: The names of the article.
        head: The head of the mention of the person, a name or a pronoun.
        end: The token after its last.
        quoted: The tokens of direct speech.
    """
    doc = index.doc
    mention = doc[head]
    if nouns.is_apposition(mention) and mention.head.i < head:
        mention = mention.head  # "The doctor, *Ann Hill*, is also the mayor"
    yield from _read_capacity(index, mention, quoted)
    if nouns.is_possessor(mention):
        noun = _find_term(mention.head)
    else:
        noun = _find_noun(mention) if clauses.is_subject(mention) else _read_behind_be(mention)
        noun = noun or _find_appointment(mention)
    if noun is None or noun.i in quoted or noun.i < end or not _is_one_role(noun):
        return
    if any(_denies(token, noun) for token in doc[end : noun.i]) or _is_supposed(noun):
        return
    yield from _read_clauses_behind(index, noun, quoted)
    phrase = nouns.noun_phrase(noun, clauses=False, conjuncts=False)
    is_said = noun == mention.head or mention.lower_ == "who" or _is_appointed(noun.head)
    if is_said and not _is_an_office(index, phrase, noun):
        return
    for joined in list_joined(noun):
        if joined == noun or _is_said_too(index, noun, joined, mention):
            yield _make_predicate(index, joined)


def _read_clauses_behind(index: NameIndex, noun: Token, quoted: Collection[int]) -> Iterator[Role]:
    """What clauses behind a predicate say of the same person: "is a doctor who *heads it*"."""
    for clause in nouns.relative_clauses_of(noun) if nouns.is_predicate_noun(noun) else ():
        who = clauses.subject_of(clause)
        if who is not None and who.lower_ == "who":
            yield from read_predicates(index, who.i, who.i + 1, quoted)


def _is_said_too(index: NameIndex, noun: Token, joined: Token, mention: Token) -> bool:
    """Whether what is joined to a role is said of the same person, and not denied."""
    between = index.doc[noun.i + 1 : joined.i]
    if any(
        token.lower_ in words_of("predicate negation") or token.lower_ == "or" for token in between
    ):
        return False
    if index.names_person(noun.i + 1, joined.i):
        return False  # "… and Tom Reid the treasurer"
    return _is_one_role(joined) and clauses.subject_of(joined, shared=False) in (None, mention)


def _make_predicate(index: NameIndex, noun: Token) -> Role:
    """The role that a noun heads, without verbs and adverbs before it, up to a comma behind it."""
    doc = index.doc
    phrase = nouns.noun_phrase(noun, clauses=False, conjuncts=False)
    start = phrase.start
    while start < noun.i and (
        doc[start].tag_ in _OUTSIDE or doc[start].lower_ in words_of("before a predicate")
    ):
        start += 1
    whole = take_in_field(doc, phrase.end)
    end = next((i for i in range(noun.i + 1, whole) if doc[i].text == ","), whole)
    return make_role(index, start, end, noun.i)


def _is_one_role(noun: Token) -> bool:
    is_singular = noun.tag_ in ("NN", "NNP")
    return is_singular and is_role_noun(noun) and noun.lower_ not in nouns_of("anybody")


def _denies(token: Token, noun: Token) -> bool:
    """Whether a word between a person and a noun says that it is not, or may not be so."""
    if token.tag_ == "MD" or token.lower_ in words_of("predicate negation"):
        return True
    if token.tag_.startswith("RB"):
        return token.lower_ not in words_of("harmless adverb")
    if token.tag_ == "CC":
        return token.lower_ != "both"
    return token.is_punct and token.text != "-" and token.head == noun


def _is_a_trade(phrase: Span, noun: Token) -> bool:
    """Whether a phrase is an article and a trade alone: "a dentist", "a *street* sweeper".

    An adjective mostly judges ("a great president"), and a relation is no trade ("a fan").
    """
    is_plain = all(token.tag_ in ("NN", "HYPH") for token in phrase[1:])
    return is_plain and phrase.end == noun.i + 1 and noun.lower_ not in unaffiliated_nouns()


def _is_supposed(noun: Token) -> bool:
    """Whether a condition or an open question says it: "if she were appointed *judge*"."""
    clause = noun.head if not nouns.is_predicate_noun(noun) else noun
    marks = words_of("condition")
    return any(child.lower_ in marks for child in clause.children if child.i < noun.i)


def _read_capacity(index: NameIndex, mention: Token, quoted: Collection[int]) -> Iterator[Role]:
    """The office in which the subject of a clause acts: "as *mayor*, she planted trees"."""
    noun = _find_capacity(mention)
    if noun is None or noun.i in quoted or not _is_one_role(noun):
        return
    if _is_an_office(index, nouns.noun_phrase(noun, clauses=False, conjuncts=False), noun):
        yield _make_predicate(index, noun)


def _find_capacity(mention: Token) -> Token | None:
    verb = mention.head
    if not clauses.is_subject(mention) or verb.tag_ in ("VB", "VBG"):
        return None
    if any(child.tag_ == "MD" or child.dep_ == "neg" for child in verb.children):
        return None
    for word, noun in nouns.modifiers_of(verb):
        between = mention.doc[noun.i + 1 : mention.left_edge.i]
        is_bare = noun.left_edge.lower_ == "as" or noun.left_edge == noun
        if word == "as" and noun.i < mention.i and is_bare and between[-1:].text == ",":
            return noun
    return None


def _is_an_office(index: NameIndex, phrase: Span, noun: Token) -> bool:
    """Whether what somebody is said to be is an office or a trade, not just a kind of person."""
    doc = index.doc
    if doc[phrase.start].lower_ not in ("a", "an"):
        first = doc[phrase.start]
        is_possessed = any(t.text in POSSESSIVES for t in doc[phrase.start : noun.i])
        is_bare = first.tag_ not in ("DT", "PRP$", "CD", "PDT")
        return first.lower_ in words_of("office determiner") or is_possessed or is_bare
    words = {token.lower_ for token in phrase}
    return (
        "former" in words
        or _is_a_trade(phrase, noun)
        or any(index.name_at(i) for i in range(noun.i + 1, phrase.end))
    )


def _find_noun(mention: Token) -> Token | None:
    """The noun that a clause says its subject to be or to come to."""
    verb = mention.head
    if nouns.is_predicate_noun(verb) or _is_behind_be(verb, mention):
        is_told = verb.head == verb or verb.dep_ in ("conj", "parataxis")
        return verb if is_told or mention.lower_ == "who" else None
    if verb.lower_ in words_of("form of become"):
        return next((t for t in verb.children if t.dep_ in ("xcomp", "attr", "obj")), None)
    if _is_appointed(verb) and clauses.is_passive_subject(mention):
        return _find_office(verb)
    if verb.lemma_.lower() not in verbs_of("serving"):
        return None
    behind = (noun for word, noun in nouns.modifiers_of(verb) if word == "as")
    return next(behind, None)


def _find_appointment(mention: Token) -> Token | None:
    """The office in a clause behind a person: "Ann Hill, elected *mayor* in May, left".

    The clause may be active: "Ann Hill, who the board named *head* in May, left".
    """
    clauses_behind = nouns.relative_clauses_of(mention)
    verbs = (verb for verb in clauses_behind if _is_appointed(verb) or _is_chosen_by(verb))
    return next((office for verb in verbs if (office := _find_office(verb)) is not None), None)


def _is_chosen_by(verb: Token) -> bool:
    """Whether a relative clause tells who chose the person: "who *the board* named"."""
    chooser = clauses.subject_of(verb)
    return (
        verb.lower_ in words_of("chosen")
        and chooser is not None
        and not chooser.tag_.startswith("W")
    )


def _is_appointed(verb: Token) -> bool:
    return verb.tag_ == "VBN" and verb.lower_ in words_of("chosen")


def _find_office(verb: Token) -> Token | None:
    """What somebody is appointed to: "was named *mayor*", "was elected as *mayor*".

    "Best Actor" and "Most Valuable Player" are prizes.
    """
    plain = (t for t in verb.children if t.dep_ in _APPOINTED and t.i > verb.i)
    behind = (noun for word, noun in nouns.modifiers_of(verb) if word == "as")
    offices = (noun for noun in (*plain, *behind) if noun.tag_ in ("NN", "NNP"))
    prizes = words_of("prize opener")
    return next((noun for noun in offices if noun.left_edge.lower_ not in prizes), None)


def _is_behind_be(noun: Token, subject: Token) -> bool:
    """Whether a form of "be" stands between "who" and a noun, whatever the parse makes of it."""
    between = subject.doc[subject.i + 1 : noun.i]
    return subject.lower_ == "who" and any(clauses.is_form_of_be(token) for token in between)


def _read_behind_be(who: Token) -> Token | None:
    """The noun behind "who is" where the parse knows no subject: "who is also *the mayor*"."""
    behind = who.doc[who.i + 1 : who.i + _FARTHEST]
    if who.lower_ != "who" or not behind or not clauses.is_form_of_be(behind[0]):
        return None
    noun = None
    for token in behind[1:]:
        if token.tag_ not in _INSIDE:
            break
        noun = token if token.tag_ in ("NN", "NNP") else noun
    return noun


def _find_term(noun: Token) -> Token | None:
    """The office of a possessed "time", "tenure": "her time as *mayor*"."""
    if noun.lower_ not in nouns_of("term"):
        return None
    return next((held for word, held in nouns.modifiers_of(noun) if word == "as"), None)
