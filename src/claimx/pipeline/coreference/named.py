"""The chains of names: one for each entity, with all that the article says it is."""

from __future__ import annotations

from collections import Counter

from claimx.article.values import SpeakerKind
from claimx.pipeline.coreference.chains import Chain
from claimx.pipeline.coreference.context import Context
from claimx.pipeline.coreference.describe import list_roles
from claimx.pipeline.entities.collect_names import split_words
from claimx.pipeline.entities.lexicon import normalize_word, person_nouns, singular_of
from claimx.pipeline.entities.person_names import parse_person_name
from claimx.pipeline.mentions.table import GENDERS, Mention


def make_named_chains(context: Context) -> dict[int, Chain]:
    """The chain of each mention by name, by the mention's number.

    Names of one entity are one chain; without entities names of the same words are.
    """
    found: dict[int, Chain] = {}
    by_key: dict[str, Chain] = {}
    for number, mention in enumerate(context.table):
        if mention.form == "name":
            key = mention.entity or context.doc[mention.start : mention.end].text
            if key not in by_key:
                by_key[key] = _make_chain(context, mention, len(by_key))
            found[number] = by_key[key]
    for number, chain in found.items():
        _learn(context, context.table[number], chain)
    _weigh_persons(found)
    return found


def _make_chain(context: Context, mention: Mention, number: int) -> Chain:
    entity = mention.entity or ""
    name = context.names.get(entity) or context.doc[mention.start : mention.end].text
    kind: SpeakerKind = mention.kind or "organization"
    return Chain(
        number=number,
        kind=kind,
        is_person=mention.is_person,
        is_plural=mention.number == "plural",
        gender=mention.gender,
        entity=entity or name,
        label=context.labels.get(entity, "") or context.doc[mention.head].ent_type_,
        words=frozenset(singular_of(normalize_word(word)) for word in split_words(name)),
        surname=parse_person_name(split_words(name)).surname if mention.is_person else "",
        named_at=mention.start,
    )


def _learn(context: Context, mention: Mention, chain: Chain) -> None:
    """Gender and roles from one mention."""
    chain.gender = chain.gender or mention.gender
    for role in list_roles(context.doc, context.table, mention):
        if role not in chain.roles:
            chain.roles.append(role)
        if chain.is_person and chain.gender is None:
            chain.gender = GENDERS.get(person_nouns().get(role.noun))


def _weigh_persons(chains: dict[int, Chain]) -> None:
    """The share of each person in all mentions of persons by name."""
    counts = Counter(chain.number for chain in chains.values() if chain.is_person)
    total = counts.total()
    for chain in chains.values():
        if total:
            chain.share = counts[chain.number] / total
