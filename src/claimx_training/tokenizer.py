"""The tokenizer of the bundled pipeline: spaCy's English rules, and marks always stand alone."""

from __future__ import annotations

from collections.abc import Callable

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import (
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
    registry,
)

# Wherever they stand in a word: double quotation marks, guillemets, ellipses, long dashes.
# Single quotation marks are left to spaCy, since between letters they are apostrophes.
ALWAYS_SPLIT = ['["“”„‟«»]', r"(?:\.\.+|…+)", r"(?:--+|[—–―]+)"]


def customise_tokenizer(nlp: Language) -> Language:
    """Split quotation marks, ellipses and dashes off the words that they are glued to.

    The changed rules are saved with the pipeline, so nothing of ours is needed to load them.
    """
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        raise TypeError("the pipeline does not use spaCy's rule tokenizer")
    defaults = nlp.Defaults
    tokenizer.prefix_search = compile_prefix_regex(
        [*ALWAYS_SPLIT, *(defaults.prefixes or [])]
    ).search
    tokenizer.suffix_search = compile_suffix_regex(
        [*ALWAYS_SPLIT, *(defaults.suffixes or [])]
    ).search
    tokenizer.infix_finditer = compile_infix_regex(
        [*ALWAYS_SPLIT, *(defaults.infixes or [])]
    ).finditer
    return nlp


def make_blank_pipeline() -> Language:
    """An English pipeline with this tokenizer and no components."""
    return customise_tokenizer(spacy.blank("en"))


@registry.callbacks("claimx_training.customise_tokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer_callback() -> Callable[[Language], Language]:
    """The callback ``initialize.before_init`` of the configs in ``configs/``."""
    return customise_tokenizer
