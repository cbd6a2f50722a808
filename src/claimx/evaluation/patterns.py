"""Word lists and marks that the readers and measures look up."""

from __future__ import annotations

import re

# Where English leaves out the space, by tokens of a treebank.
_CLITICS = ("s", "S", "re", "ve", "ll", "d", "m")
NO_SPACE_BEFORE = frozenset(
    [",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "...", "…", "n't", "n’t", "'"]
    + [mark + clitic for mark in "'’" for clitic in _CLITICS]
)
NO_SPACE_AFTER = frozenset(["(", "[", "{", "$", "£", "€", "#"])
STRAIGHT_MARKS = frozenset(['"'])
PENN_MARKS = {"``": '"', "''": '"'}
OPENING_MARKS = frozenset(["“", "‘", "«", "„", "``"])
CLOSING_MARKS = frozenset(["”", "’", "»", "''"])

# What a quotation opens and closes with, and what may stand after its end.
QUOTATION_MARKS = "\"“”„«»'‘’"
CLOSING_PUNCTUATION = ".,;:!?…"
DOUBLE_MARKS = frozenset('"“”„«»')

# Personal, possessive, reflexive, demonstrative, relative and indefinite pronouns: Huddleston and
# Pullum (2002), The Cambridge Grammar of the English Language, chapter 5, section 10.
_PRONOUNS = """
    i me my mine myself we us our ours ourselves you your yours yourself yourselves
    he him his himself she her hers herself it its itself they them their theirs themselves
    this that these those who whom whose which what one ones
    someone somebody something anyone anybody anything everyone everybody everything
    no-one nobody nothing none some any many most several few both all each others another either
    neither
"""
PRONOUNS = frozenset(_PRONOUNS.split())
DETERMINERS = frozenset(["the", "a", "an"])
# The head of a noun phrase stands before the first of these.
_PHRASE_BREAKS = """
    of for in from at with on by to about under over near who whom whose which that and or as
    including familiar close
"""
PHRASE_BREAKS = frozenset(_PHRASE_BREAKS.split())

YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)|['’]\d\d(?!\d)")
