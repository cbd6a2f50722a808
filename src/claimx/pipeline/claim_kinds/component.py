"""The component that says of each attribution what kind of claim it is."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from claimx.article.values import CueKind, SpeechAct, Stance
from claimx.pipeline.annotations import (
    Attribution,
    Kinds,
    Quotation,
    get_attributions,
    get_quotations,
    set_attributions,
)
from claimx.pipeline.claim_kinds.certainty import decide_certainty
from claimx.pipeline.claim_kinds.circumstances import find_circumstances
from claimx.pipeline.claim_kinds.cues import (
    CueReading,
    is_negative,
    lemma_of,
    read_cue,
    takes_noun,
)
from claimx.pipeline.claim_kinds.data_files import read_table
from claimx.pipeline.claim_kinds.directness import decide_directness, is_question
from claimx.pipeline.layout_annotations import get_turns
from claimx.pipeline.overlaps import Overlaps

_LONGEST_MODIFIER = 3

# Attributions this far apart in text order share no sentence.
_REACH = 12


class ClaimKinds:
    """Sets ``kinds``, ``addressee`` and ``channel`` of every attribution; the rest stays.

    A value that is not known is left out of ``kinds``. ``cue_lemma`` is that of the cue's head
    word, the phrase itself for phrases ("according to"), and missing where the cue is punctuation.
    """

    def __init__(self, name: str = "claimx_claim_kinds") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Say what kind of claim each attribution of ``doc`` is."""
        attributions = get_attributions(doc)
        quotations = Overlaps(get_quotations(doc), lambda quotation: quotation.spans)
        turns = get_turns(doc)
        labels = {turn.label.start for turn in turns if turn.label is not None}
        bare = {turn.words[0].start for turn in turns if turn.label is None}
        for place, attribution in enumerate(attributions):
            near = attributions[max(0, place - _REACH) : place + _REACH + 1]
            reading = read_cue(attribution.cue, attribution.content)
            is_turn = (
                attribution.source[0].start in labels
                if attribution.source
                else not attribution.cue and attribution.content[0].start in bare
            )
            own = quotations.find(attribution.content)
            attribution.kinds = decide_kinds(attribution, reading, own, is_turn=is_turn)
            found = find_circumstances(attribution, reading, near)
            attribution.addressee, attribution.channel = found.addressee, found.channel
        set_attributions(doc, attributions)
        return doc


def decide_kinds(
    attribution: Attribution,
    reading: CueReading,
    quotations: Sequence[Quotation],
    *,
    is_turn: bool = False,
) -> Kinds:
    """The values of the record's fields of the same names; what is not known is left out.

    A turn of a transcript is direct speech, which needs no marks behind its label.
    """
    directness = "direct" if is_turn else decide_directness(attribution, quotations)
    kind = _decide_cue_kind(attribution, reading, directness == "direct")
    is_direct = directness == "direct"
    act = _decide_speech_act(attribution, reading, kind, is_direct)
    kinds: Kinds = {
        "directness": directness,
        "polarity": "negative" if is_negative(attribution, reading) else "positive",
    }
    if reading.lemma is not None:
        kinds["cue_lemma"] = reading.lemma
    if kind is not None:
        kinds["cue_kind"] = kind
    if act is not None:
        kinds["speech_act"] = act
    stance = _decide_stance(attribution, reading)
    if stance is not None:
        kinds["stance"] = stance
    is_order = act == "directive" and not is_direct
    certainty = None if is_order else decide_certainty(attribution, reading, is_direct=is_direct)
    if certainty is not None:
        kinds["certainty"] = certainty
    return kinds


def _decide_cue_kind(
    attribution: Attribution, reading: CueReading, is_direct: bool
) -> CueKind | None:
    """The kind of the cue, which depends on whether a person or a document is the source.

    A word that the lexicon does not know is one of speech where it introduces direct speech.
    """
    entry = reading.entry
    if entry is None:
        return "speech" if attribution.cue and is_direct else None
    document = _find_document(attribution, reading)
    if document is None:
        return entry.kind
    if entry.kind_of_things is not None:
        return entry.kind_of_things
    return document if entry.kind == "speech" else entry.kind


def _find_document(attribution: Attribution, reading: CueReading) -> CueKind | None:
    """What a document that is the source, or stands before the verb in the cue, does: write, …"""
    documents = read_table("documents")
    parts: list[Span] = [_first_phrase(span) for span in attribution.source[:1]]
    if reading.head is not None and attribution.cue:
        cue = attribution.cue[0]
        parts.insert(0, cue.doc[cue.start : max(cue.start, reading.head.i)])
    for part in parts:
        nouns = [token for token in part if token.tag_.startswith("NN") or not token.tag_]
        if nouns:
            return documents.get(lemma_of(nouns[-1]))  # type: ignore[return-value]
    return None


def _first_phrase(source: Span) -> Span:
    """A source up to its first preposition, relative clause or comma."""
    for token in source:
        if token.i > source.start and (
            token.tag_ in {"IN", "WDT", "WP", "VBN", "VBG", "VBD", "TO"} or token.text in {",", "("}
        ):
            return source.doc[source.start : token.i]
    return source


def _decide_speech_act(
    attribution: Attribution, reading: CueReading, kind: CueKind | None, is_direct: bool
) -> SpeechAct | None:
    """The act of the cue, but questions and orders told ("told him to go") are directives."""
    entry = reading.entry
    if kind == "evidence":
        return None
    if entry is not None and entry.speech_act not in {None, "assertive"}:
        return entry.speech_act
    if is_direct and is_question(attribution.content):
        return "directive"
    if entry is None:
        return "assertive" if is_direct else None
    if entry.speech_act is not None and not is_direct and _is_order(attribution, reading):
        return "directive"
    return entry.speech_act


def _is_order(attribution: Attribution, reading: CueReading) -> bool:
    """Whether somebody is told to do something."""
    entry = reading.entry
    if entry is None or not {"inf"} <= entry.frames or not entry.addressee or reading.passive:
        return False
    words = [token for token in attribution.content[0] if not token.is_punct][:3]
    # "not to worry" is an order as well.
    words = words[1:] if words and words[0].lower_ in {"not", "never"} else words
    return len(words) > 1 and words[0].lower_ == "to" and words[1].tag_ in {"VB", ""}


def _decide_stance(attribution: Attribution, reading: CueReading) -> Stance:
    """That of a modifier beside the cue ("falsely claimed"), else that of the cue."""
    modifiers = read_table("modifiers")
    words = _words_at_cue(attribution)
    for size in range(_LONGEST_MODIFIER, 0, -1):
        for start in range(len(words) - size + 1):
            stance = modifiers.get(" ".join(words[start : start + size]))
            if stance is not None:
                return stance  # type: ignore[return-value]
    if reading.entry is None:
        return "neutral"
    if reading.entry.kind == "evidence" and takes_noun(reading, attribution.cue):
        # What "showed an interest in" shows is no statement that the writer vouches for.
        return reading.noun.stance if reading.noun is not None else "neutral"
    return reading.entry.stance


def _words_at_cue(attribution: Attribution) -> list[str]:
    """The words of the cue and those right beside it that belong to no part."""
    if not attribution.cue:
        return []
    doc = attribution.cue[0].doc
    taken = {
        i
        for span in (*attribution.source, *attribution.content)
        for i in range(span.start, span.end)
    }
    start = min(span.start for span in attribution.cue)
    end = max(span.end for span in attribution.cue)
    before = start - 1 if start and start - 1 not in taken else start
    after = end
    while after < min(len(doc), end + _LONGEST_MODIFIER) and after not in taken:
        after += 1
    return [token.lower_ for token in doc[before:after] if not token.is_punct]
