"""The English cue lexicon: words that attribute a content to a source, and what they say of it.

The words stand in tab-separated text files in ``data``, which a linguist can edit; each names in
its header the sources of its choice and explains its fields. They are read when first asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, get_args

from claimx.article.values import Certainty, CueKind, Polarity, SpeechAct, Stance
from claimx.lang.en import read_text
from claimx.lang.en.words import words_of

__all__ = [
    "CueEntry",
    "adjectives",
    "find_verb_of_form",
    "is_reporting_verb",
    "look_up_adjective",
    "look_up_noun",
    "look_up_phrase",
    "look_up_verb",
    "nouns",
    "phrases",
    "verbs",
]

_POSSESSIVE_SLOT = "x's"
_POSSESSIVE_ENDINGS = ("'s", "’s", "s'", "s’")
_VOWELS = "aeiou"
_FRAMES = frozenset({"that", "wh", "inf", "ing", "direct", "noun", "as"})


@dataclass(frozen=True, slots=True)
class CueEntry:
    """What the lexicon says of a cue.

    Attributes:
        lemma: The word, or the words of a phrasal verb or phrase, in lower case.
        kind: Of the attribution.
        kind_of_things: Of the attribution where a document or a thing is the source; None where
            that makes no difference.
        speech_act: None where the cue is no act of speech.
        stance: Of the writer who uses the cue.
        polarity: Negative where the cue denies, rejects or refuses the content.
        certainty: Of the content as the source puts it; None where it is not put as a fact.
        frames: What holds the content: ``that``, ``wh``, ``inf``, ``ing``, ``direct``, ``noun``,
            ``as``, or ``+`` and a preposition.
        addressee: What introduces those who are addressed: ``object`` or prepositions.
    """

    lemma: str
    kind: CueKind
    kind_of_things: CueKind | None = None
    speech_act: SpeechAct | None = None
    stance: Stance = "neutral"
    polarity: Polarity = "positive"
    certainty: Certainty | None = None
    frames: frozenset[str] = frozenset()
    addressee: frozenset[str] = frozenset()


def look_up_verb(lemma: str) -> CueEntry | None:
    """The entry of a verb by its lemma, phrasal verbs with a space (``point out``)."""
    return verbs().get(lemma.lower())


def find_verb_of_form(form: str) -> str | None:
    """The lemma of which ``form`` is a regular inflection, where it is a verb of the lexicon.

    A way out where a lemmatizer errs on a word that its tagger took for something else.
    """
    return _lemmas_by_form().get(form.lower())


def look_up_noun(lemma: str) -> CueEntry | None:
    """The entry of a noun by its singular."""
    return nouns().get(lemma.lower())


def look_up_adjective(lemma: str) -> CueEntry | None:
    """The entry of an adjective by its positive form."""
    return adjectives().get(lemma.lower())


def look_up_phrase(words: Sequence[str]) -> CueEntry | None:
    """The entry of the phrase that ``words``, the tokens of a whole cue, make up.

    A possessor (``his``, ``Connolly 's``) fills the slot of the source; a phrase of which the
    possessor is cut off, as it is a source of its own (``in … view``), matches as well.
    """
    joined = _fold_possessor([word.lower() for word in words])
    entry = phrases().get(" ".join(joined))
    if entry is None and _POSSESSIVE_SLOT not in joined and len(joined) > 1:
        return phrases().get(" ".join([joined[0], _POSSESSIVE_SLOT, *joined[1:]]))
    return entry


def is_reporting_verb(lemma: str) -> bool:
    """Whether the verb is one of speech or writing that introduces direct speech."""
    entry = look_up_verb(lemma)
    return entry is not None and entry.kind in {"speech", "writing"} and "direct" in entry.frames


@cache
def verbs() -> Mapping[str, CueEntry]:
    """All verbs by lemma, other spellings included."""
    return _read("cue_verbs.tsv")


@cache
def nouns() -> Mapping[str, CueEntry]:
    """All nouns by singular, other spellings included."""
    return _read("cue_nouns.tsv")


@cache
def adjectives() -> Mapping[str, CueEntry]:
    """All adjectives by positive form, other spellings included."""
    return _read("cue_adjectives.tsv")


@cache
def phrases() -> Mapping[str, CueEntry]:
    """All phrases and adverbs, in lower case; ``x's`` stands where the possessor stands."""
    return _read("cue_phrases.tsv")


@cache
def _lemmas_by_form() -> Mapping[str, str]:
    forms = {}
    for lemma in verbs():
        if lemma.isalpha():
            forms.update(dict.fromkeys(_inflect(lemma), lemma))
    return MappingProxyType(forms)


def _inflect(lemma: str) -> list[str]:
    """The regular forms of a verb: ``deny``, ``denies``, ``denied``, ``denying``."""
    if lemma.endswith("e"):
        return [f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"]
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return [f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"]
    ending = "es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s"
    forms = [lemma + ending, f"{lemma}ed", f"{lemma}ing"]
    if len(lemma) > 2 and lemma[-1] not in f"{_VOWELS}wxy" and lemma[-2] in _VOWELS:
        forms += [f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing"]
    return forms


def _fold_possessor(words: Sequence[str]) -> list[str]:
    """``in mr. connolly 's view`` and ``in his view`` as ``in x's view``."""
    for position, word in enumerate(words):
        if word in words_of("possessive") or word in {_POSSESSIVE_SLOT, "'", "’"}:
            start = min(position, 1)
        elif word.endswith(_POSSESSIVE_ENDINGS):
            start = 1
        else:
            continue
        return [*words[:start], _POSSESSIVE_SLOT, *words[position + 1 :]]
    return list(words)


def _read(name: str) -> Mapping[str, CueEntry]:
    """The entries of a file by each of their spellings.

    Raises:
        ValueError: If a line is not as the header of the file says.
    """
    text = read_text(f"cues/{name}")
    entries: dict[str, CueEntry] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            for spelling, entry in _parse(line):
                if spelling in entries:
                    raise ValueError(f"{spelling!r} stands twice")
                entries[spelling] = entry
        except ValueError as error:
            raise ValueError(f"{name}, line {number}: {error}") from error
    return MappingProxyType(entries)


def _parse(line: str) -> list[tuple[str, CueEntry]]:
    fields = line.split("\t")
    if len(fields) not in {6, 8}:
        raise ValueError(f"{len(fields)} fields instead of 6 or 8")
    words, kinds, speech_act, stance, polarity, certainty = fields[:6]
    frames, addressee = fields[6:] or ("-", "-")
    kind, _, kind_of_things = kinds.partition("/")
    spellings = words.lower().split("/")
    entry = CueEntry(
        lemma=spellings[0],
        kind=_value(kind, CueKind),
        kind_of_things=_value(kind_of_things or "-", CueKind),
        speech_act=_value(speech_act, SpeechAct),
        stance=_value(stance, Stance),
        polarity=_value(polarity, Polarity),
        certainty=_value(certainty, Certainty),
        frames=_list(frames),
        addressee=_list(addressee),
    )
    unknown = {frame for frame in entry.frames if not frame.startswith("+")} - _FRAMES
    if unknown:
        raise ValueError(f"unknown frames {sorted(unknown)}")
    return [(spelling, entry) for spelling in spellings]


def _value(text: str, allowed: Any) -> Any:
    if text == "-":
        return None
    if text not in get_args(allowed):
        raise ValueError(f"{text!r} is none of {', '.join(get_args(allowed))}")
    return text


def _list(text: str) -> frozenset[str]:
    return frozenset() if text == "-" else frozenset(text.split(","))
