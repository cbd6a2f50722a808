"""The names that the recogniser found, with their limits put right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from claimx.lang.en import read_words
from claimx.lang.en.nouns import POSSESSIVES
from claimx.lang.en.words import words_of
from claimx.pipeline.entities.find_titles import find_title_start
from claimx.pipeline.entities.join_pieces import join_pieces
from claimx.pipeline.entities.leading_nouns import is_role_before_name, skip_nouns_for_firms
from claimx.pipeline.entities.lexicon import (
    country_of_name,
    is_first_name,
    normalize_word,
    titles,
)

LABELS = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"}
)

# Words of these kinds begin no name, however a heading capitalises them ("Whether Smith …").
_NO_NAME_TAGS = frozenset({"IN", "RB", "WRB", "WP", "WDT", "PRP", "PRP$", "MD", "CC", "DT", "TO"})
_DASHES = frozenset({"-", "–", "—", "--"})
_CLOSING = frozenset(".!)")
_LONGEST_SCORE = 3


@dataclass
class Name:
    """A mention by name: token offsets, half-open.

    Attributes:
        start: First token of the name proper.
        end: The token after the last.
        label: OntoNotes label.
        title_start: First token of the title before it, ``start`` where there is none.
        words: The name's words as they are compared.
        surname: What a first name shares with the name behind it, as the text writes it.
    """

    start: int
    end: int
    label: str
    title_start: int
    words: tuple[str, ...]
    surname: str = ""


def collect_names(doc: Doc, entities: Iterable[Span]) -> list[Name]:
    """The names among ``entities``, without titles, determiners and possessives."""
    names: list[Name] = []
    for entity in join_pieces(doc, entities):
        if entity.label_ not in LABELS:
            continue
        start, end = _cut_at_breaks(doc, entity)
        end -= _ends_with_score(doc, start, end)
        label = entity.label_
        if label == "PERSON":
            start = _find_initials(doc, start)
            end = _take_in_surname(doc, start, end)
        if _is_firm(doc, end):
            end, label = end + 2, "ORG"
        name = make_name(doc, start, end, label)
        # What was taken in may have been found as a name of its own.
        if name is not None:
            while names and name.start <= names[-1].start and label in ("PERSON", "ORG"):
                names.pop()
            if not (names and name.start < names[-1].end):
                names.append(name)
    return names


def make_name(doc: Doc, start: int, end: int, label: str, *, is_known: bool = False) -> Name | None:
    """A name from token limits that may take in too much; None where nothing is left.

    A single common word is no name unless it ``is_known`` as one from elsewhere.
    """
    start, end = trim_edges(doc, start, end)
    if label == "PERSON":
        start = _skip_titles(doc, start, end)
    elif label == "ORG":
        start = skip_nouns_for_firms(doc, start, end)
    if start >= end or not any(char.isalpha() for char in doc[start:end].text):
        return None
    if end - start == 1 and not is_known and _is_common_word(doc[start], label):
        return None
    if label == "PERSON":
        end = _leave_post_nominals(doc, start, end)
    title_start = find_title_start(doc, start) if label == "PERSON" else start
    return Name(start, end, label, title_start, split_words(doc[start:end].text))


def _is_firm(doc: Doc, end: int) -> bool:
    """Whether "& Sons" or the like follows a name, which is then a firm's."""
    behind = doc[end : end + 2]
    partners = read_words("names/firm_partners.txt")
    return len(behind) == 2 and behind[0].text == "&" and behind[1].lower_ in partners


def _ends_with_score(doc: Doc, start: int, end: int) -> bool:
    """Whether the last word is what a team scored: "FK Vardan *0*, Zenica United 3"."""
    last = doc[end - 1].text
    if end - start < 2 or not last.isdigit() or len(last) > _LONGEST_SCORE:
        return False
    behind = doc[end : end + 8].text
    return re.match(r",? *(?:[A-Z][^\W\d]+ +){1,4}\d{1,3}\b", behind) is not None


def _skip_titles(doc: Doc, start: int, end: int) -> int:
    """The start of the name behind the titles inside ``start`` to ``end``."""
    place = found = start
    while place < end - 1:
        word = normalize_word(doc[place].text)
        is_role = is_role_before_name(doc, place, end)
        place += 1
        is_joint = doc[place - 1].text in ("-", "–", ".")
        if word in titles() or is_role or (word == "elect" and found > start):
            found = place
        elif not is_joint and word not in read_words("names/title_modifiers.txt"):
            break
    return found + 1 if found < end - 1 and doc[found].text in ("-", "–", ".") else found


def _leave_post_nominals(doc: Doc, start: int, end: int) -> int:
    """The end of "Kama Melly" in "Kama Melly QC"."""
    known = read_words("post_nominals.txt")
    while (
        end - start > 2
        and doc[end - 1].text[:1].isupper()
        and (normalize_word(doc[end - 1].text) in known or doc[end - 1].text == ",")
    ):
        end -= 1
    return end


def _is_common_word(token: Token, label: str) -> bool:
    """Whether a single word is not a name: a title, or a noun that only begins a sentence.

    Nor is one in small letters that of a person: "al" in "Mirovic et al".
    """
    word = normalize_word(token.text)
    if label == "PERSON" and (word in titles() or token.is_lower):
        return True
    if token.text.istitle() and country_of_name(token.text):
        return False
    return token.tag_ in ("NN", "NNS", "VBZ", "VBD", "RB", "IN", "MD", "PRP", "WRB", "CC") and (
        token.is_sent_start or token.is_lower
    )


def split_words(text: str) -> tuple[str, ...]:
    """The words of a name as they are compared: by white space, normalized."""
    words = (normalize_word(word) for word in text.split())
    return tuple(word for word in words if word)


def trim_edges(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Token limits without determiners, possessives and punctuation at the edges."""
    while start < end and _is_left_edge(doc[start]):
        start += 1
    while start < end and _is_right_edge(doc[end - 1]):
        end -= 1
    return start, end


def _is_left_edge(token: Token) -> bool:
    if token.lower_ in words_of("no start of a name") or token.is_space:
        return True
    if token.tag_ in _NO_NAME_TAGS and token.is_stop and not token.is_upper:
        return True
    return token.is_punct and token.text not in ("@", "#")


def _is_right_edge(token: Token) -> bool:
    if token.text in POSSESSIVES or token.is_space:
        return True
    if not token.is_punct:
        return False
    # "Inc." and "U.S." keep a full stop that the tokenizer set apart; brackets close a name.
    is_glued = token.i > 0 and not token.nbor(-1).whitespace_
    return not (
        token.text in _CLOSING
        and is_glued
        and normalize_word(token.nbor(-1).text) in words_of("generation")
    )


def _cut_at_breaks(doc: Doc, entity: Span) -> tuple[int, int]:
    """A name runs over no line break or dash, and over a comma only before "Jr."."""
    for token in entity:
        if token.is_space and "\n" in token.text:
            return entity.start, token.i
        if token.text in _DASHES and token.i > entity.start and token.nbor(-1).whitespace_:
            return _longer_side(entity, token)
        if token.lower_ == "of" and entity.label_ == "PERSON" and token.i - entity.start > 1:
            return entity.start, token.i  # "Ted Smith of Texas"
        if token.text == "," and entity.label_ == "PERSON":
            following = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if following is None or normalize_word(following.text) not in words_of("generation"):
                return entity.start, token.i
    end = entity.end
    if entity.label_ == "PERSON":
        end = _take_in_suffix(doc, end)
    return entity.start, end


def _find_initials(doc: Doc, start: int) -> int:
    """The first of the initials with a full stop that stand before ``start`` in its sentence."""
    while (
        start
        and not doc[start].is_sent_start
        and is_initial(doc[start - 1])
        and doc[start - 1].text.endswith(".")
    ):
        start -= 1
    return start


def _take_in_surname(doc: Doc, start: int, end: int) -> int:
    """The end of "William A. Webb", "Hillary Webb" that was cut behind initial or first name."""
    if end - start == 1 and end + 1 < len(doc) and is_first_name(doc[start].text):
        end += is_initial(doc[end])  # "Terry E. Webb" that was cut before the initial
    last = doc[end - 1]
    if end >= len(doc) or doc[end].is_sent_start or not last.text[:1].isupper():
        return end
    has_initial = is_initial(last)
    if not has_initial and (end - start > 1 or not is_first_name(last.text)):
        return end
    surname = doc[end]
    if not (surname.text.istitle() and surname.tag_ == "NNP" and surname.is_alpha):
        return end
    return end + 1 if has_initial or _may_be_surname(doc, end) else end


def is_initial(token: Token) -> bool:
    """Whether a word is one capital, with or without full stop."""
    return len(token.text.rstrip(".")) == 1 and token.is_upper and token.text[0].isalpha()


def _may_be_surname(doc: Doc, place: int) -> bool:
    """Whether a capitalised word behind a first name is no day, office or body's name."""
    word = normalize_word(doc[place].text)
    if (
        word in read_words("names/time_words.txt")
        or word in titles()
        or word in read_words("names/organization_words.txt")
    ):
        return False
    is_last = place + 1 == len(doc) or not doc[place + 1].tag_.startswith("NNP")
    return is_last and not doc[place].ent_type_


def _longer_side(entity: Span, dash: Token) -> tuple[int, int]:
    """A dateline's dash parts place and name; what is behind it is the name."""
    return (dash.i + 1, entity.end) if dash.i + 1 < entity.end else (entity.start, dash.i)


def _take_in_suffix(doc: Doc, end: int) -> int:
    """The end of a name with a following "Jr." in it."""
    place = end
    if place < len(doc) and doc[place].text == ",":
        place += 1
    if place < len(doc) and normalize_word(doc[place].text) in ("jr", "sr"):
        end = place + 1
        if end < len(doc) and doc[end].text == "." and not doc[end - 1].whitespace_:
            following = doc[end + 1] if end + 1 < len(doc) else None
            if following is not None and not following.is_sent_start:
                end += 1
    return end
