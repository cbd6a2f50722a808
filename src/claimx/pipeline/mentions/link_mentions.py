"""The relations between mentions: apposition, predicate, possessor, conjunct, antecedent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claimx.lang.en.nouns import (
    POSSESSIVES,
    group_nouns,
    kin_nouns,
    nouns_of,
    offices,
    organization_nouns,
    pronoun_forms,
)
from claimx.lang.en.words import words_of
from claimx.pipeline.mentions.classes import is_person_noun
from claimx.pipeline.mentions.table import Mention, MentionTable, Relation
from claimx.pipeline.syntax import clauses, nouns

# What follows a noun phrase that is a subject or a modifier, and no apposition.
_NO_APPOSITION = frozenset({"VBD", "VBZ", "VBP", "MD", "CC", "VB", "VBN", "POS"})
_SENTENCE_ENDS = frozenset({".", "!", "?", ";", "”"})
_PLACES = frozenset({"GPE", "LOC"})
_FARTHEST = 14
_PREPOSITIONS = ("IN", "VBG")

Links = dict[Relation, list[int]]


def link_mentions(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with their links."""
    table = MentionTable(mentions)
    links: dict[int, Links] = defaultdict(dict)
    for number, mention in enumerate(mentions):
        for relation, other in _find_links(doc, table, mention).items():
            if other is None or other == number:
                continue
            links[number].setdefault(relation, []).append(other)
            if relation in ("apposition", "predicate", "conjunct"):
                links[other].setdefault(relation, []).append(number)
    return [m._replace(links=links[n]) if n in links else m for n, m in enumerate(mentions)]


def _find_links(doc: Doc, table: MentionTable, mention: Mention) -> dict[Relation, int | None]:
    """What a mention may have to do with others, by its form; None where nothing is found."""
    if mention.form == "pronoun":
        return {"antecedent": _find_antecedent(doc, table, mention)}
    if mention.form == "name":
        return {"conjunct": _find_conjunct(doc, table, mention)}
    explained = _find_explained(doc, table, mention)
    return {
        "conjunct": _find_conjunct(doc, table, mention),
        "possessor": _find_possessor(doc, table, mention),
        "apposition": explained,
        "predicate": _find_described(doc, table, mention) if explained is None else None,
    }


def _find_antecedent(doc: Doc, table: MentionTable, mention: Mention) -> int | None:
    if pronoun_forms()[mention.noun].use != "relative":
        return None
    return find_relative_head(doc, table, doc[mention.head])


def _find_conjunct(doc: Doc, table: MentionTable, mention: Mention) -> int | None:
    """The mention that "and" joins this one to."""
    head = doc[mention.head]
    return table.at(head.head.i) if nouns.is_conjunct(head) else None


def _find_described(doc: Doc, table: MentionTable, mention: Mention) -> int | None:
    """The subject that is said to be something: "*Ann Hill* is a dentist and poet"."""
    said = _find_first_conjunct(doc[mention.head])
    if not nouns.is_predicate_noun(said):
        return None
    subject = clauses.subject_of(said) or clauses.subject_of(said.head)
    number = table.at(subject.i) if subject is not None else None
    if number is None or table[number].form != "nominal":
        return number
    named = _find_explained(doc, table, table[number])
    return number if named is None else named  # "his sister, *Ann Hill*, is a vet"


def _find_first_conjunct(noun: Token) -> Token:
    """The noun that a later one of a coordination is said beside: "a *dentist* and poet"."""
    while nouns.is_conjunct(noun) and clauses.subject_of(noun, shared=False) is None:
        if not noun.head.tag_.startswith("NN"):
            break
        noun = noun.head
    return noun


def _find_possessor(doc: Doc, table: MentionTable, mention: Mention) -> int | None:
    """The "his" of "his wife", the name of "Webb’s wife"."""
    if doc[mention.start].tag_ == "PRP$":
        return table.at(mention.start)
    for token in range(mention.head - 1, mention.start, -1):
        if doc[token].text in POSSESSIVES:
            return table.at(token - 1)
    return None


def _find_explained(doc: Doc, table: MentionTable, mention: Mention) -> int | None:
    """The name beside a description that tells whose it is: before it, else behind it."""
    if mention.number == "plural":
        return None
    inside = _find_name_of_medium(doc, table, mention)
    if inside is not None:
        return inside
    before = _find_name_before(doc, table, mention.start)
    if before is not None and _fits(doc, mention, table[before]) and _closes(doc, mention):
        return before
    after = _find_name_behind(doc, table, mention)
    if after is None or not _fits(doc, mention, table[after]):
        return None
    return after if table[after].kind == mention.kind or mention.is_person else None


def _find_name_of_medium(doc: Doc, table: MentionTable, mention: Mention) -> int | None:
    """The name that a noun for its kind closes: "*Time* magazine", "the *Tass* news agency"."""
    before = mention.head - 1
    if mention.noun not in nouns_of("media") or before < mention.start:
        return None
    if doc[before].lower_ == "news":
        before -= 1
    number = table.at(before) if before >= mention.start else None
    if number is None or table[number].end != before + 1:
        return None
    return number if table[number].kind == "organization" else None


def _fits(doc: Doc, mention: Mention, name: Mention) -> bool:
    """Whether a description may be of what a name stands for: a person of a person."""
    if name.is_person:
        return mention.is_person
    if doc[name.head].ent_type_ in _PLACES:
        return False
    if mention.is_person:
        return name.kind == "organization" and _may_be_body(mention)
    return name.kind in ("organization", "document")


def _may_be_body(mention: Mention) -> bool:
    """Whether a noun for a person may be said of a body: "its largest *landlord*, Hale Estates"."""
    if not mention.is_definite or mention.noun.startswith("spokes"):
        return False
    return not (mention.noun in offices() or mention.noun in kin_nouns())


def _find_name_before(doc: Doc, table: MentionTable, start: int) -> int | None:
    """The name that ends before the comma that a phrase beginning at ``start`` follows."""
    comma = start - 1
    if comma > 0 and (doc[comma].lower_ in words_of("apposition adverb") or doc[comma].is_quote):
        comma -= 1
    if comma < 1 or doc[comma].text != "," or doc[start].is_sent_start:
        return None
    if doc[comma - 1].is_quote:
        comma -= 1  # the comma may stand inside of the marks
    if comma > 2 and doc[comma - 1].is_digit and doc[comma - 2].text == ",":
        comma -= 2  # "Ann Hill, 71, a beekeeper"
    number = table.at(comma - 1)
    if number is None or table[number].form != "name" or table[number].end != comma:
        return None
    # "According to Ann Hill, a dentist said": the name belongs to what opens the sentence.
    name = table[number]
    opening = doc[name.start].sent.start
    is_fronted = name.title_start - opening in (1, 2) and doc[opening].tag_ in _PREPOSITIONS
    return None if is_fronted else number


def _closes(doc: Doc, mention: Mention) -> bool:
    """Whether no verb follows a description, so that it is not a subject."""
    if nouns.is_apposition(doc[mention.head]):
        return True
    end = mention.end
    if end < len(doc) and doc[end].tag_ in ("RB", "RBR"):
        end += 1
    if end >= len(doc):
        return True
    return doc[end].lower_.endswith("ing") or doc[end].tag_ not in _NO_APPOSITION


def _find_name_behind(doc: Doc, table: MentionTable, mention: Mention) -> int | None:
    """The name that a comma joins to a description before it: "the envoy, Tom Kerr"."""
    for apposition in nouns.appositions_of(doc[mention.head]):
        number = table.at(apposition.i)
        if number is not None and table[number].form == "name":
            before = doc[table[number].title_start - 1]
            return number if before.tag_ not in _PREPOSITIONS else None
    comma = mention.end
    if comma + 1 >= len(doc) or doc[comma].text != "," or not mention.is_definite:
        return None
    behind = table.inside(comma + 1, comma + 2)
    for number in behind:
        name = table[number]
        closed = name.end >= len(doc) or doc[name.end].is_punct
        if name.form == "name" and closed:
            return number
    return None


# --- relative pronouns ------------------------------------------------------------------------


def find_relative_head(doc: Doc, table: MentionTable, token: Token) -> int | None:
    """The mention that "who" or "which" takes up: by the parse, else the nearest before it."""
    wants_person = {"that": None, "which": False}.get(token.lower_, True)
    if token.lower_ == "who" and token.i > 1 and doc[token.i - 1].text == ",":
        # "Candidates like Ann Hill, who": a comma sets "who" off from a name, not from a kind.
        number = table.at(token.i - 2)
        if number is not None and table[number].form == "name" and table[number].is_person:
            return number
    number = _find_parsed(doc, table, token, wants_person)
    if number is None:
        number = _find_nearest(doc, table, token, wants_person)
    if number is None or _may_act(doc, table[number]):
        return number
    beside = _find_beside(doc, table, token)
    return number if beside is None else beside


def _find_parsed(
    doc: Doc, table: MentionTable, token: Token, wants_person: bool | None
) -> int | None:
    """What the relative clause of a pronoun modifies by the parse."""
    sentence = token.sent
    for ancestor in token.ancestors:
        if not sentence.start <= ancestor.i < sentence.end:
            break
        if ancestor in nouns.relative_clauses_of(ancestor.head):
            number = table.at(ancestor.head.i)
            is_right = number is not None and _suits(table[number], token, wants_person)
            return number if is_right else None
    return None


def _find_beside(doc: Doc, table: MentionTable, token: Token) -> int | None:
    """Who ends right before a relative pronoun or its comma: "the issue to *the courts*, which"."""
    end = token.i - (doc[token.i - 1].text == ",") if token.i else 0
    number = table.at(end - 1) if end else None
    if number is None or table[number].end != end:
        return None
    return number if _may_act(doc, table[number]) else None


def _may_act(doc: Doc, mention: Mention) -> bool:
    """Whether a mention is of persons or of an organization rather than of a thing or place."""
    if mention.form == "name":
        return doc[mention.head].ent_type_ not in _PLACES and mention.kind != "document"
    if mention.is_person or mention.kind == "organization":
        return True
    return is_person_noun(doc[mention.head]) or mention.noun in organization_nouns()


def _suits(mention: Mention, token: Token, wants_person: bool | None) -> bool:
    if mention.head >= token.i or mention.form == "pronoun":
        return False
    is_of_people = mention.is_person or mention.kind in ("group", "person", "unnamed")
    return wants_person is None or is_of_people == wants_person or mention.noun in group_nouns()


def _is_inside(doc: Doc, mention: Mention) -> bool:
    """Whether a mention heads nothing: a pronoun, or a name that modifies the noun behind it."""
    if mention.form != "name" or mention.end >= len(doc):
        return mention.form == "pronoun"
    return doc[mention.end].tag_ in ("NN", "NNS", "POS")


def _find_nearest(
    doc: Doc, table: MentionTable, token: Token, wants_person: bool | None
) -> int | None:
    nearest = None
    for place in range(token.i - 1, max(-1, token.i - _FARTHEST), -1):
        number = table.at(place)
        is_part = place == token.i - 2 and doc[place + 1].lower_ == "of"  # "two of whom"
        if number is not None and not is_part and not _is_inside(doc, table[number]):
            if _suits(table[number], token, wants_person):
                return number
            nearest = number if nearest is None else nearest
        if doc[place].text in _SENTENCE_ENDS:
            break
    # Any noun right before will do for want of a better one.
    is_near = nearest is not None and token.i - table[nearest].head <= 2
    return nearest if is_near or not wants_person else None
