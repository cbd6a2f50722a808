"""What kind of quotation it is: decided in `decide_kind` from the features of `Features`.

Only the words inside the marks and those right beside them count; who speaks is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimx.article.values import QuoteKind
from claimx.lang.en.nouns import nouns_of
from claimx.lang.en.verbs import forms_of, verbs_of
from claimx.lang.en.words import words_of
from claimx.pipeline.quotes.joining import FoundQuotation
from claimx.pipeline.quotes.lexicon import load_entries
from claimx.pipeline.quotes.patterns import is_abbreviation

# How far around a quotation, and how deep into it, the features look.
_WINDOW = 250
_MAX_WORDS_READ = 60
_PIECE = re.compile(r"\w+(?:[-'’.]\w+)*|\.{2,}|[^\w\s]")
_MARKS = frozenset("\"“”„‟'‘’‚«»‹›`*_")
_FINAL = frozenset([".", "!", "?", "…", "...", ";"])
_LEADS = frozenset([",", ":"])

_FINITE_TAGS = frozenset({"VBZ", "VBP", "VBD", "MD"})
_NOMINAL_TAGS = frozenset({"PRP", "NN", "NNS", "NNP", "NNPS", "EX", "CD", "DT", "VBG", "WP"})
# What begins with one of these in lower case goes on with a sentence that began outside the marks.
_CONTINUING_TAGS = frozenset({"TO", "VB", "VBG", "VBN", "JJR", "RBR"})
_EMBEDDED_SUBJECT_TAGS = frozenset({"PRP", "WP", "WDT", "IN"})
_RELATIVE_TAGS = frozenset({"WDT", "WP", "WRB"})


# How many words before a quotation a verb that gives a name may stand.
_NAMING_REACH = 8
_MAX_WORDS_OF_SCARE = 3
_MAX_WORDS_OF_LABEL = 8
_MAX_WORDS_OF_TITLE = 14


@dataclass(frozen=True)
class Features:
    """What is known of a quotation locally.

    Attributes:
        words: The words inside the marks.
        before: Words and punctuation before it in its sentence, in lower case.
        after: Words and punctuation after it in its sentence, in lower case.
        in_name: Whether capitalised words stand at both sides (William "Bill" Clinton).
        after_name: Whether a name in the genitive or a preposition leads to it (ABC's "…").
        is_heading: Whether it stands in a heading, or in a sentence that is written like one.
        many_paragraphs: Whether it has several parts.
        starts_capital: Whether its first letter is a capital.
        ends_sentence: Whether it ends with a full stop, a question or an exclamation mark.
        ends_open: Whether it ends with the comma, the dash or the mark of speech that is followed
            by its attribution.
        has_clause: Whether it holds a subject with a finite verb, or is a command.
        is_title_case: Whether all its words are capitalised, but for short ones in between.
    """

    words: list[str]
    before: list[str]
    after: list[str]
    in_name: bool
    after_name: bool
    is_heading: bool
    many_paragraphs: bool
    starts_capital: bool
    ends_sentence: bool
    ends_open: bool
    has_clause: bool
    is_title_case: bool

    @property
    def starts_sentence(self) -> bool:
        """Whether nothing of its sentence stands before it."""
        return not self.before

    @property
    def is_introduced(self) -> bool:
        """Whether a colon, or a comma after a reporting verb, leads to it."""
        if not self.before or self.before[-1] not in _LEADS:
            return False
        return self.before[-1] == ":" or self.has_verb_before

    @property
    def has_verb_before(self) -> bool:
        """Whether a reporting verb stands in the words before it."""
        return _hold_reporting_verb(self.before)

    @property
    def has_verb_after(self) -> bool:
        """Whether a reporting verb stands in the words after it."""
        return _hold_reporting_verb(self.after)

    @property
    def has_verb_right_before(self) -> bool:
        """Whether a reporting verb stands among the four words before it."""
        return _hold_reporting_verb(self.before[-4:])

    @property
    def is_followed_by_attribution(self) -> bool:
        """Whether it ends as speech does before ``he said``, and a reporting verb follows."""
        return self.ends_open and self.has_verb_after

    @property
    def is_whole_sentence(self) -> bool:
        """Whether its sentence begins and ends with it."""
        return self.starts_sentence and (self.ends_sentence or not self.after)


def decide_kind(features: Features) -> QuoteKind:
    """The kind of a quotation.

    In this order: `label` where a cue names it so ("dubbed", "a … hat"); `title` where the noun of
    a work stands beside words in title case; `direct` where it is introduced or followed as speech
    is, is a whole sentence or holds a clause; what is left is `title` or `label` by its capitals,
    a `fragment` where its sentence reports speech or where it is long, else `scare`.
    """
    if _is_label(features):
        return "label"
    if _is_title_by_noun(features):
        return "title"
    if _is_direct(features):
        return "direct"
    if features.is_title_case and not features.is_heading and not features.is_whole_sentence:
        if _is_imperative(features) or _is_named(features):
            return "label"
        if len(features.words) > 1 and (features.after_name or not features.has_verb_right_before):
            return "title"
    if features.has_verb_before or features.has_verb_after or "according" in features.before:
        return "fragment"
    short = len(features.words) <= _MAX_WORDS_OF_SCARE
    return "scare" if short and not features.is_heading else "fragment"


def _is_label(features: Features) -> bool:
    if len(features.words) > _MAX_WORDS_OF_LABEL:
        return False
    if features.in_name and not features.is_heading and len(features.words) <= 2:
        return True
    before = features.before[-4:]
    if len(before) > 1 and before[-1] in words_of("object pronoun"):
        before = before[:-1]  # they dubbed him "the Hammer"
    cues = load_entries("label_cues")
    if any(" ".join(before[-length:]) in cues for length in (1, 2, 3)):
        return not features.is_followed_by_attribution
    if not features.after or features.ends_sentence:
        return False
    return features.starts_capital and features.after[0] in nouns_of("slogan")


def _is_title_by_noun(features: Features) -> bool:
    if not features.is_title_case or len(features.words) > _MAX_WORDS_OF_TITLE:
        return False
    nouns = nouns_of("work") | words_of("title participle")
    before = [word for word in features.before[-3:] if word not in {"called", ",", "the", "a"}]
    return not nouns.isdisjoint(before[-2:]) or not nouns.isdisjoint(features.after[:1])


def _is_direct(features: Features) -> bool:
    if features.many_paragraphs:
        return True
    if features.is_introduced:
        return features.has_clause or features.ends_sentence or features.starts_capital
    if features.starts_sentence and not features.is_heading:
        if features.is_followed_by_attribution:
            return True
        if features.is_whole_sentence and (features.has_clause or features.ends_sentence):
            return True
    return features.has_clause and not (features.is_title_case and len(features.words) < 4)


def _is_imperative(features: Features) -> bool:
    openers = verbs_of("imperative") | words_of("slogan opener")
    return len(features.words) > 1 and features.words[0].lower() in openers


def _is_named(features: Features) -> bool:
    """Whether the words before say that somebody or something is given a name."""
    if features.before[-1:] == ["as"] or not words_of("open determiner").isdisjoint(
        features.before[-2:]
    ):
        return True
    return not forms_of("naming").isdisjoint(features.before[-_NAMING_REACH:])


def _hold_reporting_verb(pieces: Sequence[str]) -> bool:
    """Whether one of ``pieces`` is a reporting verb and no noun of that form ("the report")."""
    verbs = forms_of("reporting")
    determiners = words_of("open determiner") | words_of("closed determiner")
    return any(
        piece in verbs and not (at and pieces[at - 1] in determiners)
        for at, piece in enumerate(pieces)
    )


# --- reading the features ---------------------------------------------------------------------


def read_features(doc: Doc, text: str, found: FoundQuotation) -> Features:
    """The features of ``found``, with the tags of ``doc`` where it has any.

    ``text`` is ``doc.text``, which spaCy puts together anew each time that it is asked for.
    """
    paragraph, first, last = found.paragraph, found.parts[0], found.parts[-1]
    start, end = first.inner
    words = _words(text[start : min(end, start + 8 * _MAX_WORDS_READ)])
    before = text[max(paragraph.start, first.start - _WINDOW) : first.start]
    # After the last part its own paragraph ends further down than that of the first.
    limit = paragraph.end if len(found.parts) == 1 or last.end <= paragraph.end else len(text)
    after = text[last.end : min(limit, last.end + _WINDOW)]
    ending = text[slice(*last.inner)][-3:].rstrip()
    sentence_before = _last_sentence(_PIECE.findall(before))
    sentence_after = _first_sentence(_PIECE.findall(after), ending)
    before_words, after_words = before.split(), after.split()
    return Features(
        words=words,
        before=[piece.lower() for piece in sentence_before],
        after=[piece.lower() for piece in sentence_after],
        in_name=bool(before_words and after_words)
        and bool(sentence_before)
        and before_words[-1][0].isupper()
        and before_words[-1].isalpha()
        and after[:1].isspace()
        and after_words[0][0].isupper()
        and not ending.endswith((",", ".")),
        after_name=bool(before_words)
        and (
            before_words[-1].endswith(("'s", "’s", "s'", "s’")) or before_words[-1] in {"on", "of"}
        ),
        is_heading=paragraph.is_heading or _is_headline_case([*sentence_before, *sentence_after]),
        many_paragraphs=len(found.parts) > 1,
        starts_capital=text[start : start + 1].isupper(),
        ends_sentence=ending.endswith((".", "!", "?", "…")),
        ends_open=ending.endswith((",", "!", "?", "—", "–", "-", "…", "...", ";"))
        or after.lstrip().startswith((",", "—", "–")),
        has_clause=_has_clause(doc, start, end, words),
        is_title_case=_is_title_case(words),
    )


def _words(text: str) -> list[str]:
    return [piece for piece in _PIECE.findall(text) if piece[0].isalnum()]


def _last_sentence(pieces: Sequence[str]) -> list[str]:
    """The words and punctuation after the last end of a sentence in ``pieces``."""
    kept: list[str] = []
    for at in range(len(pieces) - 1, -1, -1):
        piece = pieces[at]
        if piece in _FINAL and not (at and is_abbreviation(pieces[at - 1])):
            break
        if piece not in _MARKS:
            kept.append(piece)
    return kept[::-1]


def _first_sentence(pieces: Sequence[str], ending: str) -> list[str]:
    """The words and punctuation up to the first end of a sentence in ``pieces``."""
    kept: list[str] = []
    if ending.endswith(".") and pieces and pieces[0][0].isupper():
        return kept
    for at, piece in enumerate(pieces):
        if piece in _FINAL and not (at and is_abbreviation(pieces[at - 1])):
            break
        if piece not in _MARKS:
            kept.append(piece)
    return kept


def _is_title_case(words: Sequence[str]) -> bool:
    if not words or not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    if len(words) > 2 and all(word.isupper() for word in words):
        return False
    return all(
        not word[0].islower() or (at > 0 and word in load_entries("small_words"))
        for at, word in enumerate(words)
    )


def _is_headline_case(pieces: Sequence[str]) -> bool:
    """Whether every longer word begins with a capital, as in the headlines of many papers."""
    words = [piece for piece in pieces if len(piece) > 3 and piece[0].isalpha()]
    return len(words) > 2 and all(word[0].isupper() for word in words)


def _has_clause(doc: Doc, start: int, end: int, words: Sequence[str]) -> bool:
    span = doc.char_span(start, end, alignment_mode="contract")
    if span is None or not len(span):
        return False
    tokens = [token for token in span[:_MAX_WORDS_READ] if not token.is_space]
    if any(token.tag for token in tokens):
        return _has_tagged_clause(tokens)
    return _has_worded_clause([word.lower().replace("’", "'") for word in words[:_MAX_WORDS_READ]])


def _has_tagged_clause(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb follows a word that can be its subject, or opens a question."""
    words = [token for token in tokens if not token.is_punct]
    if not words:
        return False
    first = words[0]
    if first.tag_ in _FINITE_TAGS:
        return _is_question(words)
    if first.tag_ == "VB" and first.is_title:
        return True
    if first.tag_ in _CONTINUING_TAGS and first.is_lower:
        return False
    return _has_main_verb(words)


def _is_question(words: Sequence[Token]) -> bool:
    """Whether a finite verb that comes first asks something: "Is he here?".

    Else it is what a subject outside the marks does (he “is the best, I think”).
    """
    following = words[1].tag_ if len(words) > 2 else ""
    return following == "PRP" or (words[0].is_title and following in _NOMINAL_TAGS)


def _has_main_verb(words: Sequence[Token]) -> bool:
    """Whether a subject has a finite verb outside its relative clauses: "all that he did | was"."""
    subject = relative = after_relative = False
    previous = ""
    for token in words:
        tag = token.tag_
        if tag in _FINITE_TAGS and subject:
            if not relative and not (after_relative and previous in _EMBEDDED_SUBJECT_TAGS):
                return True
            relative, after_relative = False, True
        elif subject and (tag in _RELATIVE_TAGS or _follows_its_noun(token, previous)):
            relative = True
        elif tag in _NOMINAL_TAGS:
            subject = True
        previous = tag
    return False


def _follows_its_noun(token: Token, previous: str) -> bool:
    """Whether ``token`` is the "that" of a clause that belongs to the noun before it."""
    return token.lower_ == "that" and previous.startswith("NN")


def _has_worded_clause(words: Sequence[str]) -> bool:
    """The same without tags: by the forms that are finite verbs almost always."""
    finite, pronouns = load_entries("finite_words"), words_of("subject pronoun")
    if words and words[0] in finite:
        return len(words) > 2 and words[1] in pronouns
    for at, word in enumerate(words):
        stem, _, clitic = word.partition("'")
        if clitic and stem in pronouns:
            return True
        if at and word in finite and words[at - 1] not in words_of("relative pronoun"):
            return True
        if word in pronouns - words_of("linking pronoun") and at + 1 < len(words):
            return True
    return False
