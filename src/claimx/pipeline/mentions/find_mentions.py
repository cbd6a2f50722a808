"""Finds every name, noun phrase and pronoun of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from spacy.tokens import Doc, Span

from claimx.article.values import EntityLabel, SpeakerKind
from claimx.lang.en import read_words
from claimx.lang.en.nouns import Pronoun, pronoun_forms
from claimx.lang.en.words import words_of
from claimx.pipeline.annotations import ENTITY_LABELS, EntityChain, get_entities, get_timexes
from claimx.pipeline.entities.collect_names import LABELS, split_words
from claimx.pipeline.entities.find_titles import find_title_start, title_sex
from claimx.pipeline.entities.lexicon import normalize_word, titles
from claimx.pipeline.entities.person_names import parse_person_name
from claimx.pipeline.mentions.classes import classify_nominal
from claimx.pipeline.mentions.link_mentions import link_mentions
from claimx.pipeline.mentions.noun_phrases import Columns, read_columns, read_noun_phrases
from claimx.pipeline.mentions.table import GENDERS, Mention, Number

NAMED_KINDS: dict[str, SpeakerKind] = {
    "PERSON": "person",
    "NORP": "group",
    "WORK_OF_ART": "document",
    "LAW": "document",
}
_NUMBERS: dict[str, Number] = {"singular": "singular", "plural": "plural"}
_PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT"})


def find_mentions(doc: Doc) -> list[Mention]:
    """The mentions of ``doc`` in text order, with their relations.

    Names are those of the entities that were joined over the article, else those of ``doc.ents``.
    """
    names = list(_read_names(doc))
    limits = [(name.start, name.end) for name in names]
    columns = read_columns(doc, limits)
    dates = [timex.span for timex in get_timexes(doc)]
    _part_from_dates(columns, dates)
    skipped = {i for name in names for i in range(name.title_start, name.start)}
    skipped |= {i for date in dates for i in range(date.start, date.end)}
    time_words = read_words("names/time_words.txt")
    found = [*names, *_read_pronouns(doc, columns.tags, columns.names)]
    for start, head in read_noun_phrases(doc, columns, limits):
        word = doc[head]
        is_time = head in skipped or normalize_word(word.text) in time_words
        if not (is_time or word.is_space):
            found.append(_read_nominal(doc, start, head))
    found.sort(key=itemgetter(0, 1))
    return link_mentions(doc, found)


def _part_from_dates(columns: Columns, dates: Sequence[Span]) -> None:
    """Let no noun phrase go on into the date behind it: "*The president* Saturday said"."""
    for date in dates:
        is_day = normalize_word(date[0].text) in read_words("names/time_words.txt")
        if is_day and date.start and columns.tags[date.start - 1] in ("NN", "NNS", "NNP", "NNPS"):
            columns.tags[date.start : date.end] = [""] * len(date)


def _read_names(doc: Doc) -> Iterator[Mention]:
    entities = get_entities(doc) or list(_take_recognised(doc))
    for entity in entities:
        if entity.label not in LABELS:
            continue
        is_person = entity.label == "PERSON"
        gender = parse_person_name(split_words(entity.name)).sex if is_person else None
        for span in entity.mentions:
            if entity.label == "NORP" and _is_one_of_people(doc, span):
                continue
            title = find_title_start(doc, span.start) if is_person else span.start
            told = title_sex(doc, title, span.start) if is_person else None
            yield Mention(
                start=span.start,
                end=span.end,
                head=span.root.i,
                form="name",
                kind=NAMED_KINDS.get(entity.label, "organization"),
                is_person=is_person,
                number="plural" if entity.label == "NORP" else "singular",
                gender=GENDERS.get(told or gender),
                is_definite=True,
                noun="",
                title_start=title,
                entity=entity.key or None,
            )


def _is_one_of_people(doc: Doc, span: Span) -> bool:
    """Whether a nationality or party is said of one person: "the Ohio Republican"."""
    noun, before = doc[span.end - 1], doc[span.start - 1] if span.start else None
    is_noun = noun.tag_ in ("NN", "NNP") and not noun.text.endswith(("s", "ese", "ish"))
    if before is None or not is_noun or before.tag_ not in ("DT", "CD", "NNP", "JJ", "POS"):
        return False
    return span.end >= len(doc) or doc[span.end].tag_ not in ("NN", "NNS", "NNP", "NNPS", "HYPH")


def _take_recognised(doc: Doc) -> Iterator[EntityChain]:
    """The names of the recogniser, each alone, for a pipeline that joins none."""
    for span in doc.ents:
        label: EntityLabel | None = ENTITY_LABELS.get(span.label_)
        if label is not None:
            yield EntityChain(span.text, label, [span])


def _read_pronouns(doc: Doc, tags: Sequence[str], names: Sequence[int]) -> Iterator[Mention]:
    forms = pronoun_forms()
    for token, tag in enumerate(tags):
        if tag not in _PRONOUN_TAGS or names[token] >= 0:
            continue
        word = doc[token].lower_
        form = forms.get(word)
        if form is None or (form.use == "relative" and tag == "DT"):
            continue
        yield Mention(
            start=token,
            end=token + 1,
            head=token,
            form="pronoun",
            kind=None,
            is_person=_is_of_person(form),
            number=_NUMBERS.get(form.number),
            gender=GENDERS.get(form.gender),
            is_definite=True,
            noun=word,
            title_start=token,
        )


def _is_of_person(form: Pronoun) -> bool:
    return form.number == "singular" and (form.person == 1 or form.gender in ("m", "f"))


def _may_be_either(noun: str) -> bool:
    """Whether a title in "-man" is borne by women too ("congressman")."""
    return noun.endswith("man") and not noun.endswith("woman") and noun in titles()


def _read_nominal(doc: Doc, start: int, head: int) -> Mention:
    said = classify_nominal(doc, start, head)
    return Mention(
        start=start,
        end=head + 1,
        head=head,
        form="nominal",
        kind=said.kind,
        is_person=said.is_person,
        number="plural" if said.is_plural or doc[start].lower_ in words_of("pair") else "singular",
        gender=None if _may_be_either(said.noun) else GENDERS.get(said.sex),
        is_definite=said.is_definite or doc[start].tag_ == "PRP$",
        noun=said.noun,
        title_start=start,
    )
