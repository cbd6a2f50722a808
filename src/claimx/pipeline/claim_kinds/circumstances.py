"""Whom a claim is addressed to and through what channel it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from claimx.lang.en.nouns import nouns_of
from claimx.lang.en.words import words_of
from claimx.pipeline.annotations import Attribution
from claimx.pipeline.claim_kinds.cues import CueReading, is_verb
from claimx.pipeline.claim_kinds.data_files import read_lists, read_words
from claimx.pipeline.claim_kinds.phrases import (
    extend_by_prepositions,
    head_lemma_of,
    head_of,
    is_time,
    read_noun_phrase,
)
from claimx.pipeline.lexicon import look_up_noun

# How far from the cue a circumstance may begin, in tokens that belong to no other part.
_REACH = 30
_LONGEST_NAME = 6
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
# What is seen or shown is addressed to nobody.
_WITHOUT = frozenset({"perception", "evidence"})
_OF_ADDRESSEE = frozenset({"of"})


@dataclass(frozen=True)
class Circumstances:
    """Addressee and channel, each None where the text names none outside source and content."""

    addressee: Span | None = None
    channel: Span | None = None


class Zone:
    """The tokens around a cue in which its circumstances may stand.

    They lie in the sentences that the cue and the source touch, outside every part of the
    attribution, and outside the parts of other attributions, unless those enclose this one.
    """

    def __init__(
        self, attribution: Attribution, head: Token | None, others: Sequence[Attribution]
    ) -> None:
        cue = attribution.cue
        self.doc: Doc = cue[0].doc
        self.start = min(span.start for span in cue)
        # What follows the head inside the cue may be a circumstance: "said in a statement".
        self.end = max(span.end for span in cue) if head is None else head.i + 1
        self.content = _tokens(attribution.content)
        self.own = _tokens(attribution.source) | self.content
        self.own |= {i for i in _tokens(cue) if i < self.end}
        self._foreign: set[int] = set()
        self._stops: set[int] = set()
        # What the same source says beside this: a circumstance at the head of the sentence holds
        # for both ("In a statement, she denied it and said …").
        self._shared: set[int] = set()
        self.first, self.last = _sentence_limits(self.doc, self.start, self.end)
        for other in others:
            if other is attribution or not self._touches(other):
                continue
            if any(span.start <= self.start < span.end for span in other.content):
                continue
            self._foreign |= _tokens([*other.source, *other.cue, *other.content])
            self._stops |= _tokens(other.cue)
            if _same(other.source, attribution.source):
                self._shared |= _tokens([*other.cue, *other.content])

    def _touches(self, other: Attribution) -> bool:
        spans = (*other.source, *other.cue, *other.content)
        return any(span.start < self.last and self.first < span.end for span in spans)

    def allows(self, i: int) -> bool:
        """Whether a circumstance may hold token ``i``."""
        return self.first <= i < self.last and i not in self.own and i not in self._foreign

    def after_cue(self) -> Iterator[int]:
        """Tokens after the cue, up to where another clause or cue begins."""
        steps = 0
        for i in range(self.end, self.last):
            if i in self._stops:
                return
            if i in self.own:
                continue
            token = self.doc[i]
            if token.tag_ in _RELATIVES or (token.tag_ in _FINITE and i not in self._foreign):
                return
            steps += 1
            if steps > _REACH:
                return
            yield i

    def before_cue(self) -> Iterator[int]:
        """Tokens before the cue, from the nearest to the farthest, up to another cue."""
        steps = 0
        shares = False
        for i in range(self.start - 1, self.first - 1, -1):
            if i in self._shared:
                shares = True
                continue
            if i in self._stops or (i in self.content and self.doc[i].is_sent_start):
                return
            if i in self.own:
                continue
            if i not in self._foreign and self._is_main_verb(i):
                return
            if shares and not self.doc[i].is_sent_start:
                continue
            steps += 1
            if steps > _REACH:
                return
            yield i

    def _is_main_verb(self, i: int) -> bool:
        """Whether a finite verb of a clause that is no relative clause stands at ``i``."""
        if self.doc[i].tag_ not in _FINITE:
            return False
        before = self.doc[max(self.first, i - 3) : i]
        return not any(t.tag_ in _RELATIVES or t.lower_ == "that" for t in before)


def find_circumstances(
    attribution: Attribution, reading: CueReading, others: Sequence[Attribution]
) -> Circumstances:
    """Find addressee and channel of ``attribution`` among ``others`` of the document."""
    if not attribution.cue or (reading.entry is not None and reading.entry.kind in _WITHOUT):
        return Circumstances()
    zone = Zone(attribution, reading.head, others)
    channel = _find_channel(zone, reading)
    return Circumstances(_find_addressee(zone, reading, channel), channel)


def _tokens(spans: Sequence[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end)}


def _same(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    return bool(spans) and _tokens(spans) == _tokens(others)


def _sentence_limits(doc: Doc, start: int, end: int) -> tuple[int, int]:
    if not doc.has_annotation("SENT_START"):
        return 0, len(doc)
    return doc[start].sent.start, doc[end - 1].sent.end


# --- channel ----------------------------------------------------------------------------------


def _find_channel(zone: Zone, reading: CueReading) -> Span | None:
    for i in (*zone.after_cue(), *zone.before_cue()):
        channel = _read_channel(zone, i, reading)
        if channel is not None:
            return channel
    return None


def _read_channel(zone: Zone, i: int, reading: CueReading) -> Span | None:
    """The noun phrase after the preposition at ``i``, where it names an occasion or a medium."""
    preposition = zone.doc[i]
    if preposition.tag_ not in {"IN", "TO", "RP"} or not _stands_free(zone, i):
        return None
    phrase = read_noun_phrase(zone.doc, i + 1, zone.allows)
    if phrase is None or is_time(phrase) or phrase[0].tag_ == "PRP":
        return None
    if zone.doc[i : i + 2].text.lower() in words_of("no channel"):
        return None
    phrase = _complete_name(phrase, zone)
    if not _is_channel(phrase, preposition.lower_, reading):
        return None
    return extend_by_prepositions(phrase, zone.allows, words_of("channel preposition"))


def _complete_name(phrase: Span, zone: Zone) -> Span:
    """``phrase`` with the rest of a name that holds small words ("CBS's Face | the Nation")."""
    doc = phrase.doc
    names = read_lists("channel_names")
    for start in range(phrase.start, phrase.end):
        for end in range(min(start + _LONGEST_NAME, len(doc)), phrase.end, -1):
            if doc[start:end].text in names and all(zone.allows(i) for i in range(start, end)):
                return doc[phrase.start : end]
    return phrase


def _stands_free(zone: Zone, i: int) -> bool:
    """Whether the preposition at ``i`` does not go on with a noun of another phrase.

    A channel follows the cue, the source, the addressee, an expression of time or punctuation, or
    opens the sentence; before the cue it must open a clause.
    """
    if i >= zone.start:
        return True
    before = i - 1
    if before < zone.first or before in zone.own:
        return True
    token = zone.doc[before]
    return bool(
        token.is_punct
        or token.is_space
        or token.is_sent_start
        or token.tag_ in {"VBG", "VBN", "RB", "CC"}
        or token.lower_.rstrip(".") in read_words("time_words")
    )


def _is_channel(phrase: Span, preposition: str, reading: CueReading) -> bool:
    name = " ".join(token.text for token in phrase if token.tag_ not in {"DT", "PRP$", "POS"})
    names = read_lists("channel_names")
    bare = name.split(" 's ")[-1].strip("\"“”‘’' ")
    for candidate in (name, bare, phrase.text.removeprefix("the ").removeprefix("The ")):
        if preposition in names.get(candidate, ()):
            return True
    if preposition in read_lists("channels").get(head_lemma_of(phrase), ()):
        return True
    if preposition == "on" and _opens_with_broadcaster(phrase):
        return True
    is_written = reading.entry is not None and reading.entry.kind == "writing"
    return is_written and preposition == "in" and phrase[-1].ent_type_ in {"ORG", "WORK_OF_ART"}


def _opens_with_broadcaster(phrase: Span) -> bool:
    """``CNN's “State of the Union”``, ``NBC's Meet the Press``."""
    names = read_lists("channel_names")
    for position, token in enumerate(phrase):
        if token.tag_ == "POS":
            owner = " ".join(t.text for t in phrase[:position] if t.tag_ != "DT")
            return owner in names
    return False


# --- addressee --------------------------------------------------------------------------------


def _find_addressee(zone: Zone, reading: CueReading, channel: Span | None) -> Span | None:
    introducers = reading.entry.addressee if reading.entry is not None else frozenset()
    if reading.passive and "object" in introducers:
        return _find_passive_subject(zone)
    if "object" in introducers and reading.head is not None:
        found = _read_object(zone)
        if found is not None:
            return found
    return (
        _find_after_preposition(zone, introducers - {"object"})
        or _find_audience(zone)
        or _find_recipient_of_channel(zone, channel)
    )


def _read_object(zone: Zone) -> Span | None:
    """The object right after the verb ("told | reporters")."""
    phrase = read_noun_phrase(zone.doc, zone.end, zone.allows)
    if phrase is None or is_time(phrase) or not _can_be_told(phrase):
        return None
    return _extend_addressee(phrase, zone)


def _can_be_told(phrase: Span) -> bool:
    """Whether an object is somebody: what is told itself ("told the story of") is not."""
    if phrase[0].tag_ == "PRP":
        return phrase[0].lower_ != "it" and not phrase[0].lower_.endswith(("self", "selves"))
    if head_of(phrase).tag_ in {"NNP", "NNPS"}:
        return True
    head = head_lemma_of(phrase)
    entry = look_up_noun(head)
    is_message = entry is not None and entry.kind in {"speech", "writing"}
    return not is_message and head not in nouns_of("told")


def _extend_addressee(phrase: Span, zone: Zone) -> Span:
    is_audience = head_lemma_of(phrase) in read_lists("channels")
    prepositions = words_of("audience preposition") if is_audience else _OF_ADDRESSEE
    return extend_by_prepositions(phrase, zone.allows, prepositions)


def _find_passive_subject(zone: Zone) -> Span | None:
    """``Residents were told that …``: the noun phrase right before the cue."""
    for start in range(max(zone.first, zone.start - 8), zone.start):
        phrase = read_noun_phrase(zone.doc, start, zone.allows)
        if phrase is not None and phrase.end == zone.start and not is_time(phrase):
            return phrase
    return None


def _find_after_preposition(zone: Zone, prepositions: frozenset[str]) -> Span | None:
    """``said | to the BBC``: the preposition follows the cue, adverbs and times aside."""
    if not prepositions:
        return None
    for i in zone.after_cue():
        token = zone.doc[i]
        if token.lower_ in prepositions and token.tag_ in {"IN", "TO"}:
            phrase = read_noun_phrase(zone.doc, i + 1, zone.allows)
            if phrase is not None and not is_time(phrase) and _can_be_addressed(phrase):
                return _extend_addressee(phrase, zone)
        elif token.tag_ in {"NN", "NNS", "VBG", "VBN"} and not _is_time_word(token):
            # "in a response to critics" is the business of the channel.
            return None
    return None


def _is_time_word(token: Token) -> bool:
    return token.lower_.rstrip(".") in read_words("time_words")


def _can_be_addressed(phrase: Span) -> bool:
    """People, bodies and media are addressed; things and sums are not."""
    if phrase[0].tag_ == "PRP":
        return _can_be_told(phrase)
    if any(token.ent_type_ in {"MONEY", "PERCENT", "QUANTITY", "LAW"} for token in phrase):
        return False
    head = head_of(phrase)
    if head.tag_ in {"NNP", "NNPS"} or head_lemma_of(phrase) in nouns_of("audience"):
        return True
    return head.tag_ == "NNS" and _can_be_told(phrase)


def _find_audience(zone: Zone) -> Span | None:
    """``Speaking to reporters, she said``, ``she said, addressing supporters``."""
    audiences = read_lists("audiences")
    for i in (*zone.after_cue(), *zone.before_cue()):
        token = zone.doc[i]
        introducers = audiences.get(token.lower_)
        if introducers is None or not is_verb(token) or not _opens_clause(zone, i):
            continue
        start = i + 1
        if "object" not in introducers:
            if start >= zone.last or zone.doc[start].lower_ not in introducers:
                continue
            start += 1
        phrase = read_noun_phrase(zone.doc, start, zone.allows)
        if phrase is not None and not is_time(phrase):
            return _extend_addressee(phrase, zone)
    return None


def _opens_clause(zone: Zone, i: int) -> bool:
    """Whether a participle at ``i`` opens a clause beside the cue."""
    if i == zone.first or i - 1 in zone.own:
        return True
    before = zone.doc[i - 1]
    return before.is_punct or before.is_space or before.tag_ == "RB" or before.lower_ == "while"


def _find_recipient_of_channel(zone: Zone, channel: Span | None) -> Span | None:
    """``in a letter | to shareholders``."""
    if channel is None:
        return None
    for token in channel:
        if token.lower_ == "to":
            phrase = read_noun_phrase(zone.doc, token.i + 1, zone.allows)
            if phrase is not None and _can_be_addressed(phrase):
                return extend_by_prepositions(phrase, zone.allows, _OF_ADDRESSEE)
    return None
