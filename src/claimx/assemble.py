"""Joins pipeline and article: raw article -> Doc, annotated Doc -> record."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from claimx.article import (
    Article,
    Claim,
    Content,
    Cue,
    Date,
    Entity,
    Evidence,
    Mention,
    Provenance,
    Quote,
    Source,
    Span,
    Speaker,
)
from claimx.article.values import DATE_REASONS, DateType
from claimx.assemble_quotes import count_quoted_words, is_inside, make_quotes
from claimx.pipeline import annotations as notes
from claimx.pipeline import layout_annotations as layout_notes
from claimx.pipeline.dates.reasons import ADVICE
from claimx.pipeline.layout.plain_text import (
    find_original,
    find_tokens,
    get_original,
    keep_original,
    make_plain,
)
from claimx.pipeline.tokens import describe_cuts, tokenize
from claimx.standalone import Insertion, Insertions, make_standalone

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as TokenSpan

    from claimx.reading import RawArticle

_NUMERIC_LABELS = frozenset({"MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
_COMPLETED_LABELS = frozenset({"PERSON", "ORG"})
_SPOKEN_KINDS = frozenset({"direct", "fragment"})
_DATE_TYPES: dict[str, DateType] = {kind: kind for kind in get_args(DateType)}
_T = TypeVar("_T")


def make_doc(nlp: Language, raw: RawArticle, *, date_order: str | None = None) -> Doc:
    """The tokenised article with its layout and context, ready for ``nlp.pipe``.

    Its text is that of the article with plain white space (`plain_text`).

    Args:
        nlp: The pipeline.
        raw: The article as it was read.
        date_order: ``MDY`` or ``DMY``, how numeric dates are read; None leaves it to the pipeline.
    """
    plain = make_plain(raw.flow, [(s.span.start, s.span.end) for s in raw.sections])
    doc = tokenize(nlp, plain.text)
    keep_original(doc, plain, raw.text)
    sections = [
        layout_notes.Section(span, kind)
        for start, end, kind in _list_sections(raw)
        if (span := find_tokens(doc, start, end))
    ]
    layout_notes.set_sections(doc, sections)
    layout_notes.set_context(
        doc,
        layout_notes.Context(
            published=raw.metadata.published,
            dateline=raw.dateline_date,
            byline=raw.metadata.byline,
            date_order=date_order,
        ),
    )
    return doc


def _list_sections(raw: RawArticle) -> Iterator[tuple[int, int, str]]:
    """The sections as the pipeline is given them: who took a picture has signed, as in a byline."""
    for section in raw.sections:
        start, end = section.span.start, section.span.end
        credit = next((place for place in raw.credits if start <= place < end), end)
        if start < credit:
            yield start, credit, section.kind
        if credit < end:
            yield credit, end, "byline"


def assemble_article(
    doc: Doc, raw: RawArticle, provenance: Provenance, *, include_text: bool = False
) -> Article:
    """The record of an annotated article.

    Args:
        doc: What the pipeline made of ``make_doc(nlp, raw)``.
        raw: The article as it was read.
        provenance: What made the annotation.
        include_text: Whether the record holds the text.
    """
    digest = sha256(raw.text.encode("utf-8")).hexdigest()
    dates, date_ids = _dates(doc)
    entities, entity_ids = _entities(doc, dates)
    attributions = notes.get_attributions(doc)
    quotations = notes.get_quotations(doc)
    claim_ids = _number(
        "C", {item.key: _spans(item.content) for item in attributions if _spans(item.content)}
    )
    quote_ids = _number("Q", {item.key: _spans(item.spans) for item in quotations})
    said = [chain for chain in notes.get_speakers(doc) if chain.mentions]
    heard = {key for item in attributions for key in item.speakers if item.key in claim_ids}
    said = [chain for chain in said if chain.key in heard]
    speaker_ids = _number(
        "S", {chain.key: [_span(span) for span, _ in chain.mentions] for chain in said}
    )
    contents = {item.key: _spans(item.content) for item in attributions}
    mentioned = _MentionIndex(entities)
    insertions = Insertions(_list_insertions(doc, entities, entity_ids, dates))
    claims = [
        _claim(item, claim_ids, speaker_ids, date_ids, contents, mentioned, insertions)
        for item in attributions
        if item.key in claim_ids
    ]
    claims.sort(key=lambda claim: int(claim.id[1:]))
    quotes = make_quotes(
        quotations, {item.key: _spans(item.spans) for item in quotations}, quote_ids, claims
    )
    speakers = _speakers(said, speaker_ids, entity_ids, claims, quotes)
    return Article(
        id=raw.id or digest[:16],
        metadata=raw.metadata,
        sha256=digest,
        text=raw.text if include_text else None,
        sections=list(raw.sections),
        entities=entities,
        speakers=speakers,
        dates=dates,
        quotes=quotes,
        claims=claims,
        warnings=[*raw.warnings, *_doubts(dates), *describe_cuts(doc)],
        provenance=provenance,
    )


def _span(span: TokenSpan) -> Span:
    """A token span in code points of the text as it came, white space at its edges left out."""
    text = span.text
    stripped = text.strip()
    start = span.start_char + (len(text) - len(text.lstrip()) if stripped else 0)
    start, end = find_original(span.doc, start, start + len(stripped or text))
    return Span(start=start, end=end, text=get_original(span.doc)[start:end])


def _spans(spans: Iterable[TokenSpan]) -> list[Span]:
    return [_span(span) for span in spans if span.text.strip()]


def _number(prefix: str, spans: Mapping[str, list[Span]]) -> dict[str, str]:
    """Ids by key, numbered by the first character of the first span, then by the last."""

    def position(key: str) -> tuple[int, int, int]:
        start = min(span.start for span in spans[key])
        return start, max(span.end for span in spans[key]), int(key)

    ordered = sorted((key for key in spans if spans[key]), key=position)
    return {key: f"{prefix}{number}" for number, key in enumerate(ordered, start=1)}


def _dates(doc: Doc) -> tuple[list[Date], dict[str, str]]:
    timexes = {timex.key: timex for timex in notes.get_timexes(doc)}
    ids = _number("D", {key: _spans([timex.span]) for key, timex in timexes.items()})
    dates = []
    for key, identifier in ids.items():
        values: dict[str, Any] = dict(timexes[key].values)
        anchor = values.get("anchor")
        if anchor is not None and anchor.startswith("#"):
            values["anchor"] = ids.get(anchor[1:])
        dates.append(
            Date(
                id=identifier,
                span=_span(timexes[key].span),
                type=_DATE_TYPES[timexes[key].type],
                **values,
            )
        )
    return dates, ids


def _doubts(dates: list[Date]) -> list[str]:
    """A warning for each doubt about dates that the caller can help with."""
    counts = Counter(date.reason for date in dates if date.reason in ADVICE)
    return [
        f"{count} of the dates {'is' if count == 1 else 'are'} {DATE_REASONS[reason]} "
        f"({ADVICE[reason]})"
        for reason, count in counts.items()
    ]


def _entities(doc: Doc, dates: list[Date]) -> tuple[list[Entity], dict[str, str]]:
    """Entities by id; numbers that are part of a time expression are no entities."""
    taken = {i for date in dates for i in range(date.span.start, date.span.end)}
    chains = {}
    for chain in notes.get_entities(doc):
        mentions = _spans(chain.mentions)
        if chain.label in _NUMERIC_LABELS:
            mentions = [span for span in mentions if span.start not in taken]
        if mentions:
            chains[chain.key] = (chain, mentions)
    ids = _number("E", {key: mentions for key, (_, mentions) in chains.items()})
    entities = [
        Entity(
            id=identifier,
            name=chains[key][0].name,
            label=chains[key][0].label,
            mentions=chains[key][1],
        )
        for key, identifier in ids.items()
    ]
    return entities, ids


def _list_insertions(
    doc: Doc, entities: list[Entity], entity_ids: Mapping[str, str], dates: list[Date]
) -> Iterator[Insertion]:
    """What pronouns, parts of names and relative time expressions stand for."""
    names = {entity.id: entity.name for entity in entities}
    for span, key in notes.get_references(doc):
        if key in entity_ids:
            place = _span(span)
            yield Insertion(place.start, place.end, names[entity_ids[key]])
    for entity in entities:
        for mention in entity.mentions if entity.label in _COMPLETED_LABELS else ():
            if len(mention.text.split()) == 1 < len(entity.name.split()):
                yield Insertion(mention.start, mention.end, entity.name)
    for date in dates:
        if date.value and date.value[0].isdigit() and date.anchor not in (None, "absolute"):
            yield Insertion(date.span.start, date.span.end, date.value, is_repeatable=True)


class _MentionIndex:
    """Which entities are mentioned in a stretch of text, by bisection."""

    def __init__(self, entities: list[Entity]) -> None:
        self._ids = [entity.id for entity in entities]
        self._mentions = sorted(
            (mention.start, mention.end, place)
            for place, entity in enumerate(entities)
            for mention in entity.mentions
        )

    def inside(self, spans: list[Span]) -> list[str]:
        """Ids of the entities with a mention inside one of ``spans``, in order."""
        found: set[int] = set()
        for span in spans:
            place = bisect_left(self._mentions, (span.start, 0, 0))
            while place < len(self._mentions) and self._mentions[place][0] < span.end:
                _, end, entity = self._mentions[place]
                if end <= span.end:
                    found.add(entity)
                place += 1
        return [self._ids[entity] for entity in sorted(found)]


def _claim(
    item: notes.Attribution,
    claim_ids: dict[str, str],
    speaker_ids: dict[str, str],
    date_ids: dict[str, str],
    contents: dict[str, list[Span]],
    mentioned: _MentionIndex,
    insertions: Insertions,
) -> Claim:
    content = contents[item.key]
    kinds = item.kinds
    parent = item.parent if item.parent in claim_ids and item.parent != item.key else None
    if parent is not None and not is_inside(content, contents[parent]):
        parent = None
    return Claim(
        id=claim_ids[item.key],
        source=_source(item, speaker_ids),
        cue=_cue(item),
        content=Content(
            spans=content,
            text=" ".join(span.text for span in content),
            standalone=make_standalone(content, insertions),
        ),
        directness=kinds.get("directness", "indirect"),
        speech_act=kinds.get("speech_act"),
        stance=kinds.get("stance"),
        polarity=kinds.get("polarity", "positive"),
        certainty=kinds.get("certainty"),
        parent=claim_ids.get(parent) if parent is not None else None,
        said_on=date_ids.get(item.said_on) if item.said_on is not None else None,
        about=[date_ids[key] for key in item.about if key in date_ids],
        entities=mentioned.inside(content),
        addressee=_span(item.addressee) if item.addressee is not None else None,
        channel=_span(item.channel) if item.channel is not None else None,
        confidence=item.confidence,
        repeats=claim_ids.get(item.repeats) if item.repeats is not None else None,
    )


def _source(item: notes.Attribution, speaker_ids: dict[str, str]) -> Source | None:
    speakers = [speaker_ids[key] for key in item.speakers if key in speaker_ids]
    spans = _spans(item.source)
    if not spans and not speakers:
        return None
    evidence = None
    if item.evidence is not None:
        antecedent = item.evidence.get("antecedent")
        doc = item.content[0].doc
        evidence = Evidence(
            antecedent=_span(doc[antecedent[0] : antecedent[1]]) if antecedent else None,
            rule=item.evidence["rule"],
            score=item.evidence.get("score"),
        )
    return Source(spans=spans, speakers=_distinct(speakers), evidence=evidence)


def _cue(item: notes.Attribution) -> Cue | None:
    spans = _spans(item.cue)
    if not spans:
        return None
    kinds = item.kinds
    return Cue(spans=spans, lemma=kinds.get("cue_lemma"), kind=kinds.get("cue_kind"))


def _speakers(
    chains: list[notes.SpeakerChain],
    ids: dict[str, str],
    entity_ids: dict[str, str],
    claims: list[Claim],
    quotes: list[Quote],
) -> list[Speaker]:
    """Speakers with their figures; a quote that repeats another is not counted again."""
    words, total = count_quoted_words(claims, quotes)
    said = Counter(key for claim in claims if claim.source for key in claim.source.speakers)
    speakers = []
    for chain in chains:
        identifier = ids[chain.key]
        mentions = [Mention(span=_span(span), kind=kind) for span, kind in chain.mentions]
        mentions.sort(key=lambda mention: (mention.span.start, mention.span.end))
        quoted = words.get(identifier, 0)
        speakers.append(
            Speaker(
                id=identifier,
                name=chain.name,
                kind=chain.kind,
                anonymous=chain.anonymous,
                anonymity=_span(chain.anonymity) if chain.anonymity is not None else None,
                entity=entity_ids.get(chain.entity) if chain.entity is not None else None,
                roles=_spans(chain.roles),
                affiliation=chain.affiliation,
                aliases=_distinct(chain.aliases),
                mentions=mentions,
                claims=said[identifier],
                quoted_words=quoted,
                share=round(quoted / total, 4) if total else 0.0,
                first=min(mention.span.start for mention in mentions),
            )
        )
    return sorted(speakers, key=lambda speaker: int(speaker.id[1:]))


def _distinct(items: Iterable[_T]) -> list[_T]:
    return list(dict.fromkeys(items))
