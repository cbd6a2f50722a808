"""The tokenizer of the bundled pipeline: spaCy's English rules, cut as UD's English treebanks cut.

The rules were found on the train halves of UD-EWT and GUM, whose words the parser is fitted on:
a word that is cut otherwise here than there is one that the parser never saw.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import spacy
from spacy.attrs import ORTH
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES, LIST_ICONS
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import (
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
    registry,
)
from spacy.vocab import Vocab

# Wherever they stand in a word: double quotation marks, guillemets, ellipses, long dashes, and
# the doubled marks that stand for a quotation mark.
# Single quotation marks are left to spaCy, since between letters they are apostrophes.
ALWAYS_SPLIT = [
    '["“”„‟«»]',
    "(?:''|``|‘‘|’’|‘’)",
    r"(?:\.\.+|…+)",
    r"(?:--+|[—–―]+)",
]
# A mark that is repeated is one word: "?!", a line of underscores.
RUNS = [r"[!?][.!?]+", "<<+", ">>+", "==+", "__+", r"\*\*+", "##+", r"\+\++", "~~+"]

# No words of their own, so that the hyphen after them stays inside: "non-profit", "mid-August".
# A prefix that is also a word ("self", "vice", "well") makes a compound, which is cut.
BOUND_PREFIXES = (
    "ante anti arch bi bio co counter cross cyber de ex extra inter intra macro mega micro mid "
    "mini multi neo non over para post pre pro pseudo psycho re semi socio sub super supra tri "
    "ultra un"
)
# Bound suffixes, likewise: "career-wise".
BOUND_SUFFIXES = "esque wise"
# In capitals it is another word: "UN-backed".
_NO_PREFIX = "".join(
    rf"(?<!\b[{prefix[0]}{prefix[0].upper()}]{prefix[1:]})" for prefix in BOUND_PREFIXES.split()
)
# A single letter is a prefix only at the start of a word: "e-mail", but "Jamaat-e-Islami".
_NO_LETTER = "(?<!^[eE])"
_NO_SUFFIX = rf"(?!(?i:{'|'.join(BOUND_SUFFIXES.split())})\b)"

_APOSTROPHE = "['’`]"
_NEGATION = rf"(?i:n{_APOSTROPHE}t)"
_CLITIC = rf"{_APOSTROPHE}(?i:s|m|d|ll|re|ve)"
_MERIDIEM = "(?:[ap]m|[AP]M)"
_MULTIPLE = "(?:k|m|M|b|bn|mn|tn|bln|mln)"
_CURRENCY = "[$£€¥]"

PREFIXES = [
    # An apostrophe that stands for a century belongs to its number: "the '90s".
    r"['’](?![0-9]{2}s?(?!\w))",
    # "@handle" and "#tag" are whole, "# 9" and "@ 2.50" are not.
    "#(?![A-Za-z_])",
    r"@(?=\d)",
    # A dash set without a space: "-Reuters".
    "-(?=[a-z]|[A-Z][a-z])",
]
SUFFIXES = [
    rf"(?<=\d){_MERIDIEM}",
    r"(?<=\d)(?:[ap]\.m\.|[AP]\.M\.)",
    rf"(?<=\d){_MULTIPLE}",
    rf"(?<=[A-Za-z]){_CLITIC}",
    rf"(?<=[A-Za-z]){_NEGATION}",
    # The full stop after "$1.5B", "AT&T" and "PhD"; after a lone capital it is an initial's.
    r"(?<=[a-z0-9&][A-Z])\.",
    # The "'s" of a number is a possessive, but that of a decade is a plural: "the 1990's".
    "(?<!(?:[0-9]0))['’][sS]",
]
INFIXES = [
    *LIST_ICONS,
    # Hyphens, in words, after abbreviations ("U.S.-led") and between numbers.
    rf"(?<=[{ALPHA}]){_NO_PREFIX}{_NO_LETTER}[-~](?=[{ALPHA}]){_NO_SUFFIX}",
    rf"(?<=\.)-(?=[{ALPHA}])",
    rf"(?<=[{ALPHA}]){_NO_PREFIX}(?<!(?i:covid))-(?=[0-9])",
    rf"(?<=[0-9])[-~](?=[{ALPHA}])",
    rf"(?<=[0-9])[+\-*^](?=[0-9-]|{_CURRENCY})",
    rf"(?<=[-–—/]){_CURRENCY}(?=[0-9])",
    # Other marks between words: "and/or", "person(s)", "x=y", "end.Start", "what?Yes".
    rf"(?<=[{ALPHA}0-9])[:<>=/](?=[{ALPHA}])",
    rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
    rf"(?<=[{ALPHA_LOWER}])[?!]+(?=[{ALPHA}])",
    rf"(?<=[{ALPHA})\]}}])[,;](?=[{ALPHA}])",
    # References, "[13,14]"; a comma before three digits is a thousand's.
    r"(?<=[0-9]),(?=[0-9]{1,2}(?![0-9]))",
    r"(?<=\w)[(\[{](?=\w)",
    r"(?<=\w)[)\]}](?=\S)",
    # What a word is contracted with, where a mark glues it to the next: "you’ve—you’ve".
    rf"(?<=[A-Za-z]){_NEGATION}(?![A-Za-z])",
    rf"(?<=[A-Za-z]){_CLITIC}(?![A-Za-z])",
    rf"(?<=[0-9]){_MERIDIEM}(?=[-–/])",
]

# Telephone numbers, numeric dates with hyphens, and ZIP+4.
WHOLE_NUMBER = re.compile(
    r"^(?:\+?[0-9]{1,3}[-./])?(?:[0-9]{3}[-./])?[0-9]{3}[-.][0-9]{4}$"
    r"|^[0-9]{1,2}-[0-9]{1,2}-(?:[0-9]{2}|[0-9]{4})$"
    r"|^[0-9]{5}-[0-9]{4}$"
)

ABBREVIATIONS = (
    "Attn. Ave. Blvd. Capt. Cmdr. Col. Cpl. Drs. Esq. Ft. Gens. Govs. Hon. Lt. Maj. Profs. Pvt. "
    "Reps. Sens. Sgt. Sr. Supt. Tex. Vt. W.Va. Wyo. Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri. "
    "Sat. al. approx."
)
# spaCy keeps "and/or" and "I." whole, the second as an initial.
WORDS_IN_PARTS = (("and", "/", "or"), ("wan", "na"), ("Wan", "na"), ("I", "."))
# Without apostrophe, in capitals as well: spaCy has "dont", not "DONT".
SHOUTED = ("CA NT", "DO NT", "DID NT", "DOES NT", "IS NT", "WAS NT", "WO NT")
# Special cases of spaCy that do harm: verb and noun that it reads as "we'd" and "I'd", smileys
# that are a bracket's end ("(aged 8)", "(right):"), units that lose the full stop ("$5m.").
DROPPED = ("wed", "Wed", "id", "Id", "):", "8)", "m.", "k.")

# What stands in spaCy's lists and is said otherwise above.
_REPLACED_PREFIXES = frozenset({"#", r"\'", "’"})
_REPLACED_SUFFIXES = frozenset({"'s", "'S", "’s", "’S"})


def customise_tokenizer(nlp: Language) -> Language:
    """Give a pipeline these rules in place of spaCy's own.

    The changed rules are saved with the pipeline, so nothing of ours is needed to load them.
    """
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        raise TypeError("the pipeline does not use spaCy's rule tokenizer")
    defaults = nlp.Defaults
    prefixes = [rule for rule in defaults.prefixes or [] if rule not in _REPLACED_PREFIXES]
    suffixes = [rule for rule in defaults.suffixes or [] if rule not in _REPLACED_SUFFIXES]
    tokenizer.prefix_search = compile_prefix_regex(
        [*ALWAYS_SPLIT, *RUNS, *PREFIXES, *prefixes]
    ).search
    tokenizer.suffix_search = compile_suffix_regex(
        [*ALWAYS_SPLIT, *RUNS, *SUFFIXES, *suffixes]
    ).search
    tokenizer.infix_finditer = compile_infix_regex([*ALWAYS_SPLIT, *INFIXES]).finditer
    tokenizer.token_match = WHOLE_NUMBER.match
    rules = {word: parts for word, parts in tokenizer.rules.items() if word not in DROPPED}
    for parts in _list_special_cases():
        rules["".join(parts)] = [{ORTH: part} for part in parts]
    tokenizer.rules = rules
    return nlp


def _list_special_cases() -> Iterator[tuple[str, ...]]:
    yield from ((word,) for word in ABBREVIATIONS.split())
    yield from WORDS_IN_PARTS
    yield from (tuple(words.split()) for words in SHOUTED)


def make_blank_pipeline(vocab: Vocab | None = None) -> Language:
    """An English pipeline with this tokenizer and no components, on ``vocab`` or one of its own."""
    return customise_tokenizer(spacy.blank("en", vocab=vocab or True))


@registry.callbacks("claimx_training.customise_tokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer_callback() -> Callable[[Language], Language]:
    """The callback ``initialize.before_init`` of the configs in ``configs/``."""
    return customise_tokenizer
