"""Entities and speech events of MEANTIME, whose participant Arg0 is the speaker.

Only sentences 0 to 5 are annotated, and only they are read. An event is one of speech where its
class is ``SPEECH_COGNITIVE``, which takes in thinking and wishing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from claimx.evaluation.gold_meantime import MeantimeWords, find_creation_time, read_words
from claimx.evaluation.standards import (
    CoreferentText,
    GoldError,
    GoldMention,
    Offsets,
    SpeechEvent,
)
from claimx.evaluation.surface import classify_source, find_head_word
from claimx.evaluation.text_building import join_offsets

_MENTION, _EVENT_MENTION, _EVENT = "ENTITY_MENTION", "EVENT_MENTION", "EVENT"
_SPEECH = "SPEECH_COGNITIVE"
_SPEAKER = "Arg0"
_TYPES = frozenset({"PER", "ORG", "LOC"})


def read_meantime_chains(root: Element, path: Path) -> CoreferentText:
    """One document, its text rebuilt from its words.

    The chains are those of persons, organisations and places, and of whoever else speaks.

    Raises:
        GoldError: If a token lacks its number or an anchor points nowhere.
    """
    words = read_words(root, path)
    try:
        marked = {item.attrib["m_id"]: item for item in root.iterfind("Markables/*")}
        referred = dict(_read_references(root))
        placed = dict(_place_mentions(marked, words))
        events = list(_read_events(root, marked, referred, placed))
    except KeyError as error:
        raise GoldError(f"{path} is no document of MEANTIME: {error} points nowhere") from error
    speaking = {entity for _, _, entity in events}
    chains: dict[str, list[GoldMention]] = {}
    for mention, place in placed.items():
        entity = referred.get(mention)
        if marked[mention].tag != _MENTION or entity is None:
            continue
        if entity in speaking or marked[entity].get("ent_type") in _TYPES:
            chains.setdefault(entity, []).append(_make_mention(words.text, place))
    order = {entity: number for number, entity in enumerate(chains)}
    return CoreferentText(
        name=path.stem,
        text=words.text,
        chains=tuple(tuple(_sort(mentions)) for mentions in chains.values()),
        scored=words.scored,
        events=tuple(
            SpeechEvent(start, end, order[entity]) for start, end, entity in sorted(events)
        ),
        path=path.as_posix(),
        published=find_creation_time(root),
    )


def _read_references(root: Element) -> Iterator[tuple[str, str]]:
    """Each mention with what it refers to, by their ids."""
    for relation in root.iterfind("Relations/REFERS_TO"):
        target = relation.find("target")
        if target is not None:
            for source in relation.iterfind("source"):
                yield source.attrib["m_id"], target.attrib["m_id"]


def _place_mentions(
    marked: dict[str, Element], words: MeantimeWords
) -> Iterator[tuple[str, Offsets]]:
    """The limits of the mentions of entities and events inside the scored sentences."""
    for key, item in marked.items():
        anchors = [words.places[a.attrib["t_id"]] for a in item.iter("token_anchor")]
        if item.tag in (_MENTION, _EVENT_MENTION) and anchors:
            start, end = join_offsets(anchors)
            if any(a <= start < b for a, b in words.scored):
                yield key, (start, end)


def _read_events(
    root: Element,
    marked: dict[str, Element],
    referred: dict[str, str],
    placed: dict[str, Offsets],
) -> Iterator[tuple[int, int, str]]:
    """The limits of each speech event, and the entity that is its speaker."""
    for relation in root.iterfind("Relations/HAS_PARTICIPANT"):
        source, target = relation.find("source"), relation.find("target")
        if relation.get("sem_role") != _SPEAKER or source is None or target is None:
            continue
        event, mention = source.attrib["m_id"], target.attrib["m_id"]
        what, who = referred.get(event), referred.get(mention)
        if what is None or who is None or event not in placed or mention not in placed:
            continue
        if marked[what].tag == _EVENT and marked[what].get("class") == _SPEECH:
            yield *placed[event], who


def _make_mention(text: str, place: Offsets) -> GoldMention:
    words = text[slice(*place)]
    is_acronym = len(words) > 1 and words.isupper()
    return GoldMention(
        *place,
        head=find_head_word(text, place),
        is_pronoun=not is_acronym and classify_source(text, [place]) == "pronoun",
    )


def _sort(mentions: list[GoldMention]) -> list[GoldMention]:
    return sorted(mentions, key=lambda mention: (mention.start, mention.end))
