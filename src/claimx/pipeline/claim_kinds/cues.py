"""Reading a cue: its head word, what the lexicon says of it, and whether it is negated."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from claimx.lang.en.verbs import verbs_of
from claimx.lang.en.words import words_of
from claimx.pipeline.annotations import Attribution
from claimx.pipeline.claim_kinds.data_files import read_table, read_words
from claimx.pipeline.lexicon import (
    CueEntry,
    find_verb_of_form,
    look_up_adjective,
    look_up_noun,
    look_up_phrase,
    look_up_verb,
)

# A colon, a dash or a comma that attributes alone.
PUNCTUATION_CUE = CueEntry("", "speech", speech_act="assertive", certainty="certain")
_LONGEST_ENTRY = 4


@dataclass(frozen=True)
class CueReading:
    """What a cue says.

    Attributes:
        lemma: Of its head word, the whole phrase for a phrase, None for punctuation.
        head: Its head word; None for punctuation and phrases.
        entry: What the lexicon says; None where it does not know the word.
        noun: The entry of a noun that the verb takes as its object inside the cue ("expressed
            *concern*").
        passive: Whether the head is a participle with a form of *be* ("is said to").
    """

    lemma: str | None
    head: Token | None
    entry: CueEntry | None
    noun: CueEntry | None = None
    passive: bool = False


def read_cue(cue: Sequence[Span], content: Sequence[Span] = ()) -> CueReading:
    """Find the head of ``cue``, the spans of one cue, and look it up.

    A light verb alone ("made | similar comments") takes its meaning from the noun of ``content``.
    """
    reading = _read_words(cue)
    if reading.entry is None and reading.lemma in verbs_of("light"):
        for token in _first_nouns(content):
            entry = look_up_noun(lemma_of(token))
            if entry is not None:
                return replace(reading, entry=entry)
    return reading


def _first_nouns(content: Sequence[Span]) -> list[Token]:
    """The nouns before the first preposition or clause of a content."""
    nouns = []
    for token in content[0] if content else ():
        if token.tag_ in {"IN", "TO", "WDT", "WP"}:
            break
        if _is_noun(token):
            nouns.append(token)
    return nouns


def _read_words(cue: Sequence[Span]) -> CueReading:
    words = [token for span in cue for token in span if not (token.is_punct or token.is_space)]
    if not words:
        return CueReading(None, None, PUNCTUATION_CUE if cue else None)
    return _read_phrase(words) or _read_verb(words) or _read_nominal(words)


def lemma_of(token: Token) -> str:
    """The lemma in lower case, or the form where there is none."""
    return str(token.lemma_ or token.text).lower()


def verb_lemma_of(token: Token) -> str:
    """The lemma of a verb, set right by its form where the lexicon knows only that."""
    lemma = lemma_of(token)
    if look_up_verb(lemma) is None and lemma not in read_table("carriers"):
        return find_verb_of_form(token.lower_) or lemma
    return lemma


def is_verb(token: Token) -> bool:
    """Whether ``token`` is tagged as a verb or an auxiliary."""
    return token.tag_.startswith(("VB", "MD")) if token.tag_ else token.pos_ in {"VERB", "AUX"}


# --- the three kinds of heads -----------------------------------------------------------------


def _read_phrase(words: list[Token]) -> CueReading | None:
    """``according to``, ``in her view``: a phrase as a whole cue or as the part that counts."""
    # "According" is tagged as a verb by most models.
    if any(is_verb(t) and _is_lexical(t) and t.lower_ != "according" for t in words):
        return None
    for start, end in _windows(len(words)):
        if end - start == 1 and len(words) > 1 and words[start].tag_ != "RB":
            continue
        forms = [token.lower_ for token in words[start:end]]
        entry = look_up_phrase(forms)
        if entry is not None:
            lemma = lemma_of(words[end - 1]) if "x's" in entry.lemma else entry.lemma
            return CueReading(lemma, None, entry)
    return None


def _windows(length: int) -> Iterator[tuple[int, int]]:
    """All stretches of ``length`` words, the longest first."""
    for size in range(length, 0, -1):
        for start in range(length - size + 1):
            yield start, start + size


def _is_lexical(token: Token) -> bool:
    return token.tag_ != "MD" and lemma_of(token) not in words_of("auxiliary")


def _read_verb(words: list[Token]) -> CueReading | None:
    verbs = [token for token in words if is_verb(token) and _is_lexical(token)]
    if not verbs:
        verbs = [token for token in words if not token.tag_ and look_up_verb(lemma_of(token))]
    carriers = read_table("carriers")
    heads = [token for token in verbs if lemma_of(token) not in carriers]
    known = [token for token in heads if _look_up_verb_at(token) is not None]
    light = _find_light_verb(words)
    if light is not None and not [
        verb for verb in known if lemma_of(verb) not in verbs_of("light")
    ]:
        return light
    verb = next(iter([v for v in known if lemma_of(v) not in verbs_of("light")] or known), None)
    if verb is None:
        nominal = _read_nominal(words)
        if nominal.entry is not None:
            return nominal
        verb = next(iter(heads or verbs), None)
        if verb is None:
            return None
    return CueReading(
        verb_lemma_of(verb),
        verb,
        _look_up_verb_at(verb),
        noun=_find_noun_after(verb, words),
        passive=_is_passive(verb, words),
    )


def _look_up_verb_at(verb: Token) -> CueEntry | None:
    """The entry of ``verb`` with the particle or preposition that follows it, else alone."""
    lemma = verb_lemma_of(verb)
    following = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + _LONGEST_ENTRY]]
    for size in range(len(following), 0, -1):
        entry = look_up_verb(" ".join([lemma, *following[:size]]))
        if entry is not None:
            return entry
    # "brushed the question aside": the particle may stand after a short object.
    return look_up_verb(lemma)


def _find_light_verb(words: list[Token]) -> CueReading | None:
    """``made a promise``, ``has no plans``: the noun is the head."""
    for verb in words:
        if lemma_of(verb) in verbs_of("light") and (is_verb(verb) or not verb.tag_):
            if _is_multiword(_look_up_verb_at(verb)):
                continue
            for token in words:
                if token.i > verb.i and _is_noun(token) and not _precedes_noun(token, words):
                    entry = look_up_noun(lemma_of(token))
                    if entry is not None:
                        return CueReading(lemma_of(token), token, entry)
    return None


def takes_noun(reading: CueReading, cue: Sequence[Span]) -> bool:
    """Whether the verb of a cue has its object inside the cue ("showed an interest in")."""
    head = reading.head
    if head is None or not is_verb(head):
        return False
    words = [token for span in cue for token in span]
    return any(token.i > head.i and _is_noun(token) for token in words)


def _is_multiword(entry: CueEntry | None) -> bool:
    return entry is not None and " " in entry.lemma


def _find_noun_after(verb: Token, words: list[Token]) -> CueEntry | None:
    for token in words:
        if token.i > verb.i and _is_noun(token):
            return look_up_noun(lemma_of(token))
    return None


def _is_passive(verb: Token, words: list[Token]) -> bool:
    # Taggers take one for the other.
    if verb.tag_ not in {"VBN", "VBD"}:
        return False
    before = [lemma_of(token) for token in words if token.i < verb.i]
    return "be" in before or "get" in before


def _is_noun(token: Token) -> bool:
    return token.tag_.startswith("NN") if token.tag_ else token.pos_ in {"NOUN", "PROPN", ""}


def _precedes_noun(token: Token, words: list[Token]) -> bool:
    return any(other.i == token.i + 1 and _is_noun(other) for other in words)


def _read_nominal(words: list[Token]) -> CueReading:
    """``a warning that``, ``is critical of``: else the last word, which nothing is known of."""
    adjectives = [(t, look_up_adjective(t.lower_)) for t in words]
    for token, entry in adjectives:
        if entry is not None and not _is_noun(token):
            return CueReading(lemma_of(token), token, entry)
    nouns = [t for t in words if _is_noun(t) and not _precedes_noun(t, words)]
    for token in nouns or words:
        entry = look_up_noun(lemma_of(token))
        if entry is not None:
            return CueReading(lemma_of(token), token, entry)
    # An adjective or a verb that the tagger took for a noun ("The campaign points out").
    for token, entry in adjectives:
        if entry is not None:
            return CueReading(lemma_of(token), token, entry)
    for token in words:
        entry = _look_up_verb_at(token)
        if entry is not None and verb_lemma_of(token) not in words_of("auxiliary"):
            return CueReading(verb_lemma_of(token), token, entry)
    head = next(iter(nouns), words[-1])
    return CueReading(lemma_of(head), head, None)


# --- negation ---------------------------------------------------------------------------------


def is_negative(attribution: Attribution, reading: CueReading) -> bool:
    """Whether the cue denies, rejects or negates the content; two negations cancel out."""
    if not attribution.cue:
        return False
    doc = attribution.cue[0].doc
    words = [doc[i] for i in _reach_of_cue(attribution)]
    # "No doubt" goes with other cues; where the doubt is the cue, "no" negates it.
    is_doubt = reading.entry is not None and reading.entry.lemma == "doubt"
    harmless = () if is_doubt else read_words("no_negations")
    negations = int(_holds_negator(words, harmless) or _is_negative_source(attribution))
    negations += sum(1 for token in words if _is_negative_carrier(token, words, reading))
    if reading.entry is not None and reading.entry.polarity == "negative":
        negations += 1
    return negations % 2 == 1


def _reach_of_cue(attribution: Attribution) -> list[int]:
    """Offsets of the cue's tokens and of the auxiliaries and negations that lead to it."""
    cue = attribution.cue
    doc = cue[0].doc
    taken = {i for span in (*attribution.source, *attribution.content) for i in _range(span)}
    first = min(span.start for span in cue)
    start = first
    while start > 0 and start - 1 not in taken and _leads_to_cue(doc[start - 1]):
        start -= 1
    inside = [i for span in sorted(cue, key=lambda span: span.start) for i in _range(span)]
    return [*range(start, first), *inside]


def _range(span: Span) -> range:
    return range(span.start, span.end)


def _leads_to_cue(token: Token) -> bool:
    lemma = lemma_of(token)
    return (
        token.tag_ in {"MD", "TO"}
        or lemma in words_of("auxiliary")
        or token.lower_ in words_of("negating adverb")
        or token.lower_ == "without"
        or (lemma in read_table("carriers") and is_verb(token))
    )


def _holds_negator(words: Sequence[Token], harmless: Collection[str]) -> bool:
    text = f" {' '.join(token.lower_ for token in words)} "
    for sequence in harmless:
        text = text.replace(f" {sequence} ", " ")
    return not words_of("negator").isdisjoint(text.split())


def _is_negative_carrier(token: Token, words: Sequence[Token], reading: CueReading) -> bool:
    """Whether ``token`` says of the head that it did not happen ("refused to say")."""
    head = reading.head
    if head is None or token.i >= head.i or read_table("carriers").get(lemma_of(token)) is None:
        return False
    if lemma_of(token) == "fall":  # "fell short of saying"
        return any(other.lower_ == "short" for other in words)
    return read_table("carriers")[lemma_of(token)] == "negative"


def _is_negative_source(attribution: Attribution) -> bool:
    """``No one said``, ``Neither man said``, ``Nor did she say``."""
    if not attribution.source:
        return False
    first = min(attribution.source, key=lambda span: span.start)
    doc = first.doc
    if first.start >= 2 and doc[first.start - 2].lower_ in words_of("negation before source"):
        return not _is_lexical(doc[first.start - 1])
    if doc[first.start].lower_ not in words_of("negative source"):
        return False
    # "No candidate but Graham" is Graham.
    excepted = any(token.lower_ in {"but", "except"} for token in first)
    return not excepted and not _is_name(doc, first.start)


def _is_name(doc: Doc, start: int) -> bool:
    """Whether ``No`` begins a name or a number ("No 10", "No Labels")."""
    following = doc[start + 1] if start + 1 < len(doc) else None
    if following is not None and (following.text[0].isdigit() or following.text == "."):
        return True
    return bool(doc[start].ent_type_) and doc[start].ent_iob_ == "B"
