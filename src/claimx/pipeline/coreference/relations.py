"""Mentions that grammar joins: appositions, relative pronouns, and names with "and" between."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from spacy.tokens import Doc

from claimx.article.values import EvidenceRule
from claimx.lang.en.words import phrases_of, words_of
from claimx.pipeline.coreference.candidates import join_chains
from claimx.pipeline.coreference.chains import Chain
from claimx.pipeline.coreference.decisions import Decision
from claimx.pipeline.coreference.discourse import Discourse
from claimx.pipeline.syntax import nouns

_EXACT: tuple[tuple[Literal["apposition", "antecedent"], EvidenceRule], ...] = (
    ("apposition", "apposition"),
    ("antecedent", "relative"),
)
_PROBABILITY = 0.85
_MOST_JOINED = 8
_MARKS = frozenset({",", ":", "—", "–", "--"})


def join_by_relation(discourse: Discourse, number: int) -> bool:
    """Join an apposition to its name, a relative pronoun to its antecedent; False for others."""
    for relation, rule in _EXACT:
        for other in discourse.table[number].links.get(relation, ()):
            if relation == "apposition":
                chain = discourse.named.get(other)
            else:
                chain = discourse.chain_of(other) or discourse.introduce(other)
            if chain is not None:
                discourse.meet(number, chain, Decision(None, _PROBABILITY, rule, other))
                return True
    return False


def join_enumeration(discourse: Discourse, number: int) -> None:
    """ "Hill and Kerr" are in mind together too, once the last of them is read.

    So is what they are said to be: "his *lawyers*, Hill and Kerr".
    """
    group = [*reversed(_list_joined(discourse, number)), number]
    members = list(dict.fromkeys(discourse.named[one] for one in group))
    if 1 < len(members) == len(group) and len({chain.label for chain in members}) == 1:
        joined = discourse.register(join_chains(members))
        discourse.touch(joined, number, 1.0)
        _join_plural(discourse, group, joined)


def _join_plural(discourse: Discourse, group: list[int], joined: Chain) -> None:
    """Join what several are said to be: "*his lawyers*, Ann Hill and Tom Kerr", "both *chefs*"."""
    described = _find_plural_beside(discourse, group)
    if described is None:
        return
    joined.noun = discourse.table[described].noun
    discourse.known.add(joined)
    discourse.meet(described, joined, Decision(None, _PROBABILITY, "apposition"))


def _find_plural_beside(discourse: Discourse, group: list[int]) -> int | None:
    """The plural description that a mark parts from an enumeration of names, before or behind."""
    doc, table = discourse.context.doc, discourse.table
    start, end = table[group[0]].title_start, table[group[-1]].end
    around = (*doc[max(0, start - 1) : start], *doc[end : end + 1])
    marks = [token.i for token in around if token.text in _MARKS]
    for mark in marks:
        beside = (
            table.at(mark - 1)
            if mark < start
            else next(iter(table.inside(mark + 1, mark + 2)), None)
        )
        if beside is not None and _is_told_of_all(discourse, beside):
            return beside
    return None


def _is_told_of_all(discourse: Discourse, number: int) -> bool:
    """Whether a description is of several who are known or counted, no member of a row itself."""
    mention = discourse.table[number]
    if mention.form != "nominal" or mention.number != "plural":
        return False
    opener = nouns.opening_of(discourse.context.doc[mention.head])
    is_counted = opener.tag_ == "CD" or opener.lower_ in words_of("all of a number")
    return mention.is_definite or is_counted or opener.tag_ in ("DT", "PRP$")


def _list_joined(discourse: Discourse, number: int) -> list[int]:
    """The names that "and" and commas before a name join to it, the nearest first."""
    table = discourse.table
    found: list[int] = []
    links: tuple[str, ...] = ("and", "&")
    current = table[number]
    while len(found) < _MOST_JOINED:
        end = _skip_link(discourse.context.doc, current.title_start, links)
        before = _find_name_ending(discourse, end) if end else None
        if before is None:
            break
        found.append(before)
        current, links = table[before], (",",)
    return found


def _find_name_ending(discourse: Discourse, end: int) -> int | None:
    """The name that ends at ``end``, or that an apposition ending there explains."""
    number = discourse.table.at(end - 1)
    if number is None or discourse.table[number].end != end:
        return None
    if number in discourse.named:
        return number
    explained = discourse.table[number].links.get("apposition", ())
    return next((n for n in explained if n in discourse.named and n < number), None)


def _skip_link(doc: Doc, start: int, links: Collection[str]) -> int | None:
    """Where the name before a link ends, in tokens; None where no link stands before ``start``.

    Args:
        doc: The article.
        start: First token of the name behind, its title included.
        links: What may join them, in lower case ("and", ","), longer ones where "and" is one. An
            article, and a comma before the link, are passed over.
    """
    place = start - 1
    if place > 0 and doc[place].lower_ == "the":
        place -= 1
    first = place - _count_link(doc, place, links) + 1
    if first > place or first < 1:
        return None
    return first - 1 if doc[first - 1].text == "," else first


def _count_link(doc: Doc, end: int, links: Collection[str]) -> int:
    """How many words of a link end with the word at ``end``: "along *with*"; 0 for none."""
    if doc[end].lower_ in links:
        return 1
    for joint in phrases_of("longer joint") if "and" in links else ():
        start = end - len(joint) + 1
        if start > 0 and tuple(token.lower_ for token in doc[start : end + 1]) == joint:
            return len(joint)
    return 0
