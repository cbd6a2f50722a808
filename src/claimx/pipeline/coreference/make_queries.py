"""From a mention to what is asked of it, with all that the discourse tells of it so far."""

from __future__ import annotations

from claimx.lang.en.nouns import any_bodies, kin_nouns
from claimx.pipeline.coreference.bindings import find_barred, find_subject
from claimx.pipeline.coreference.discourse import Discourse
from claimx.pipeline.coreference.queries import Query, find_type, find_wider, read_words
from claimx.pipeline.mentions.classes import is_person_noun
from claimx.pipeline.mentions.table import Mention
from claimx.pipeline.syntax import clauses, nouns


def make_query(discourse: Discourse, number: int) -> Query | None:
    """What is asked of a mention; None where its chain is asked for by nobody."""
    context, mention = discourse.context, discourse.table[number]
    kind = find_type(mention)
    is_source = number in context.sources
    if kind is None or not (is_source or _is_tracked(discourse, mention)):
        return None
    head = mention.head
    holder = context.contents.get(head)
    is_quoted = head in context.quoted
    around = discourse.list_speakers(holder) if holder is not None else []
    is_subject = clauses.is_subject(context.doc[head])
    subject = None if is_subject else find_subject(context.doc[head], discourse.chain_at)
    barred = find_barred(context, mention, discourse.named, subject)
    if is_quoted:
        barred |= {chain.number for chain in around}
    owner = discourse.find_owner(mention)
    return Query(
        context=context,
        number=number,
        mention=mention,
        type=kind,
        noun=mention.noun,
        words=read_words(context, mention),
        wider=find_wider(mention.noun),
        sentence=context.sentences[head],
        is_source=is_source,
        speakers=() if holder is not None else discourse.speakers,
        spoke_at=discourse.spoke_at,
        own=() if is_quoted else around,
        barred=barred,
        owner=-1 if owner is None else owner.number,
        kin=owner.surname if owner is not None and mention.noun in kin_nouns() else "",
        subject=subject,
        told=_list_told(discourse, number, is_quoted=is_quoted),
    )


def _list_told(discourse: Discourse, number: int, *, is_quoted: bool) -> dict[int, bool]:
    """The chains that are named before a source in what it says, and which of them as a subject."""
    context, head = discourse.context, discourse.table[number].head
    told: dict[int, bool] = {}
    contents = (
        span
        for attribution in context.sources.get(number, ())
        for span in context.attributions[attribution].content
        if span.start < head and not is_quoted
    )
    for span in contents:
        for inside in context.table.inside(span.start, min(span.end, head)):
            chain = discourse.named.get(inside)
            if chain is not None:
                token = context.doc[context.table[inside].head]
                told[chain.number] = told.get(chain.number, False) or clauses.is_subject(token)
    return told


def _is_tracked(discourse: Discourse, mention: Mention) -> bool:
    """Whether the chain of a mention that is not a source is asked for: persons, and subjects."""
    if mention.form == "pronoun":
        return mention.noun not in ("it", "itself")
    token = discourse.context.doc[mention.head]
    is_body = mention.noun in any_bodies() and mention.is_definite
    is_meant = is_body or mention.kind in ("person", "unnamed") or clauses.is_subject(token)
    return (is_meant or is_person_noun(token)) and not nouns.is_predicate_noun(token)
