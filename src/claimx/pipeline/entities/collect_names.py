"""The names that the recogniser found, with their limits put right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from claimx.lang.en import read_words
from claimx.pipeline.entities.complete_organizations import take_in_complement
from claimx.pipeline.entities.find_titles import find_title_start
from claimx.pipeline.entities.lexicon import (
    country_of_demonym,
    country_of_name,
    is_first_name,
    normalize_word,
    organization_suffixes,
    organization_words,
    time_words,
    title_modifiers,
    titles,
)

LABELS = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"}
)

_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those"})
# Words of these kinds begin no name, however a heading capitalises them ("Whether Smith …").
_NO_NAME_TAGS = frozenset({"IN", "RB", "WRB", "WP", "WDT", "PRP", "PRP$", "MD", "CC", "DT", "TO"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_DASHES = frozenset({"-", "–", "—", "--"})
_CLOSING = frozenset(".!)")


@dataclass
class Name:
    """A mention by name: token offsets, half-open.

    Attributes:
        start: First token of the name proper.
        end: The token after the last.
        label: OntoNotes label.
        title_start: First token of the title before it, ``start`` where there is none.
        words: The name's words as they are compared.
    """

    start: int
    end: int
    label: str
    title_start: int
    words: tuple[str, ...]


def collect_names(doc: Doc, entities: Iterable[Span]) -> list[Name]:
    """The names among ``entities``, without titles, determiners and possessives."""
    names: list[Name] = []
    for entity in entities:
        if entity.label_ not in LABELS:
            continue
        start, end = _cut_at_breaks(doc, entity)
        end = _leave_title(doc, start, end, entity.label_)
        start, label = _find_titled_person(doc, start, end, entity.label_)
        if label == "PERSON" and _ends_as_firm(doc, start, end):
            label = "ORG"
        if label == "PERSON":
            start = _take_in_first_name(doc, _take_in_nickname(doc, start))
            end = _take_in_surname(doc, start, end)
            if names and _is_first_name_before(doc, names[-1], start):
                start = names.pop().start
        elif label == "ORG":
            end = take_in_complement(doc, start, _take_in_initials(doc, end))
        name = make_name(doc, start, end, label)
        # A suffix that was taken in may have been found as a name of its own.
        if name is not None:
            while label == "PERSON" and names and name.start <= names[-1].start:
                names.pop()
            if not (names and name.start < names[-1].end):
                names.append(name)
    return names


def _is_first_name_before(doc: Doc, name: Name, start: int) -> bool:
    """Whether a name found apart is the first one of the person named at ``start``.

    It is one word, or it begins with an initial: "C. Boyden" before "Gray".
    """
    if name.label != "PERSON" or name.end != start or doc[start].is_sent_start:
        return False
    if name.end - name.start > 1:
        return is_initial(doc[name.start])
    return is_first_name(doc[name.start].text)


def make_name(doc: Doc, start: int, end: int, label: str, *, is_known: bool = False) -> Name | None:
    """A name from token limits that may take in too much; None where nothing is left.

    A single common word is no name unless it ``is_known`` as one from elsewhere.
    """
    trimmed, end = trim_edges(doc, start, end)
    if not (label == "PERSON" and _is_first_name_like_a_word(doc, start, end)):
        start = trimmed
    if label == "PERSON":
        start = _skip_titles(doc, start, end)
    if start >= end or not any(char.isalpha() for char in doc[start:end].text):
        return None
    if end - start == 1 and not is_known and _is_common_word(doc[start], label):
        return None
    if label == "PERSON":
        start = _skip_end_of_office(doc, start, end)
        end = _leave_post_nominals(doc, start, end)
    title_start = find_title_start(doc, start) if label == "PERSON" else start
    return Name(start, end, label, title_start, split_words(doc[start:end].text))


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


def _ends_as_firm(doc: Doc, start: int, end: int) -> bool:
    """Whether a legal form ends a name ("Acme Widgets Inc."), with or without its full stop."""
    last = end - 1
    if last > start and doc[last].text == ".":
        last -= 1
    return last > start and normalize_word(doc[last].text) in organization_suffixes()


def _take_in_nickname(doc: Doc, start: int) -> int:
    """The start of 'Robert C. "Bob" Scott' where only "Scott" was found."""
    opening = start - 3
    if opening < 1 or doc[start].is_sent_start:
        return start
    nickname = doc[opening + 1]
    if not (doc[opening].is_quote and doc[start - 1].is_quote and nickname.text.istitle()):
        return start
    place = opening
    while place > 0 and opening - place < 3 and _is_before_nickname(doc[place - 1]):
        place -= 1
    first = next((i for i in range(place, opening) if is_first_name(doc[i].text)), None)
    return start if first is None else first


def _is_before_nickname(token: Token) -> bool:
    is_initial = len(token.text.rstrip(".")) == 1 or token.text == "."
    return is_initial or (token.text.istitle() and token.tag_.startswith("NNP"))


def _is_first_name_like_a_word(doc: Doc, start: int, end: int) -> bool:
    """Whether "Will" before "Smith" is a name, as it is in all but a question."""
    if end - start < 2 or not doc[start].text.istitle() or not is_first_name(doc[start].text):
        return False
    sentence = doc[start].sent
    return not any(token.text == "?" for token in doc[sentence.end - 2 : sentence.end])


def _find_titled_person(doc: Doc, start: int, end: int, label: str) -> tuple[int, str]:
    """Where the name begins in "DNC Chair Debbie Smith", "Ohio Sen. Ann Smith", with its kind."""
    # A title of a person may be a name too ("James Dean Smith").
    shortest = 2 if label == "PERSON" else 1
    for place in range(end - 1 - shortest, start - 1, -1):
        if normalize_word(doc[place].text) in titles() and is_first_name(doc[place + 1].text):
            return place + 1, "PERSON"
    return start, label


def _leave_title(doc: Doc, start: int, end: int, label: str) -> int:
    """The end of "Senate Minority Leader" without the title of the person named beside it."""
    if label == "PERSON" or any(token.lower_ == "of" for token in doc[start:end]):
        return end
    place = end
    while place - 1 > start and (
        normalize_word(doc[place - 1].text) in titles()
        or (place < end and normalize_word(doc[place - 1].text) in title_modifiers())
    ):
        place -= 1
    return place


def _is_common_word(token: Token, label: str) -> bool:
    """Whether a single word is no name: a title, or a noun that only begins a sentence."""
    word = normalize_word(token.text)
    if label == "PERSON" and word in titles():
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
    if token.lower_ in _DETERMINERS or token.is_space:
        return True
    if token.tag_ in _NO_NAME_TAGS and token.is_stop and not token.is_upper:
        return True
    return token.is_punct and token.text not in ("@", "#")


def _is_right_edge(token: Token) -> bool:
    if token.text in _POSSESSIVES or token.is_space:
        return True
    if not token.is_punct:
        return False
    # "Inc." and "U.S." keep a full stop that the tokenizer set apart; brackets close a name.
    is_glued = token.i > 0 and not token.nbor(-1).whitespace_
    return not (
        token.text in _CLOSING and is_glued and normalize_word(token.nbor(-1).text) in _SUFFIXES
    )


def _cut_at_breaks(doc: Doc, entity: Span) -> tuple[int, int]:
    """A name runs over no line break or dash, and over a comma only before "Jr."."""
    for token in entity:
        if token.is_space and "\n" in token.text:
            return entity.start, token.i
        if token.text in _DASHES and token.i > entity.start and token.nbor(-1).whitespace_:
            return _longer_side(entity, token)
        if token.is_stop and entity.label_ == "PERSON" and _reads_on(entity, token):
            return entity.start, token.i  # "Smith Just Won" in a heading
        if token.lower_ == "of" and entity.label_ == "PERSON" and token.i - entity.start > 1:
            return entity.start, token.i  # "Ted Smith of Texas"
        if entity.label_ == "PERSON" and _is_behind(entity, token):
            return entity.start, token.i  # "Smith said", "Smith administration"
        if token.text == "," and entity.label_ == "PERSON":
            following = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if following is None or normalize_word(following.text) not in _SUFFIXES:
                return entity.start, token.i
    end = entity.end
    if entity.label_ == "PERSON":
        end = _take_in_suffix(doc, end)
    return entity.start, end


def _is_behind(entity: Span, token: Token) -> bool:
    """Whether a last word in small letters stands behind a name that begins with a capital."""
    if token.i != entity.end - 1 or token.i == entity.start or not token.is_lower:
        return False
    is_joined = token.nbor(-1).text in _DASHES  # "Kim Jong-un"
    return token.is_alpha and not is_joined and entity[0].text[:1].isupper()


def _take_in_initials(doc: Doc, end: int) -> int:
    """The end of "AFL-CIO" where only "AFL" was found."""
    if end + 1 >= len(doc) or doc[end].text != "-" or not doc[end - 1].is_upper:
        return end
    is_glued = not doc[end - 1].whitespace_ and not doc[end].whitespace_
    return end + 2 if is_glued and doc[end + 1].is_upper and len(doc[end + 1]) > 1 else end


def _take_in_first_name(doc: Doc, start: int) -> int:
    """The start of "Moammar al-Eryani", "M. Dane Webb" where only what follows was found."""
    first = _find_initials(doc, start)
    if first < start:
        return first if _opens_name(doc, first) else start
    if start == 0 or not doc[start].text[:1].islower() or doc[start].is_sent_start:
        return start
    before = doc[start - 1]
    word = normalize_word(before.text)
    is_name = before.tag_ == "NNP" and before.text.istitle() and before.is_alpha
    is_other = word in titles() or word in time_words() or before.ent_type_ not in ("", "PERSON")
    return start - 1 if is_name and not is_other else start


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


def _opens_name(doc: Doc, first: int) -> bool:
    """Whether an initial may open a name: nothing else in capitals but a title stands before."""
    if first == 0 or doc[first].is_sent_start or doc[first - 1].text[:1].islower():
        return True
    return normalize_word(doc[first - 1].text) in titles() or doc[first - 1].is_punct


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
    if word in time_words() or word in titles() or word in organization_words():
        return False
    is_last = place + 1 == len(doc) or not doc[place + 1].tag_.startswith("NNP")
    return is_last and not doc[place].ent_type_


def _reads_on(entity: Span, token: Token) -> bool:
    """Whether a heading goes on behind a name with a capitalised word that is none."""
    return token.i > entity.start and token.text.istitle() and token.tag_ not in ("NNP", "NNPS")


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


def _skip_titles(doc: Doc, start: int, end: int) -> int:
    """The start of the name behind the titles inside ``start`` to ``end``."""
    place = found = start
    while place < end - 1:
        word = normalize_word(doc[place].text)
        if word in titles() or (word == "elect" and doc[place - 1].text in ("-", "–")):
            found = place + 1
        elif not _may_stand_in_title(doc[place]):
            break
        place += 1
    if found < end and doc[found].text in ("-", "–", "."):
        found += 1
    return found if found < end else start


def _skip_end_of_office(doc: Doc, start: int, end: int) -> int:
    """The start of "Phil Smith" in "Director of Government [Affairs Phil Smith]"."""
    if end - start < 3 or is_first_name(doc[start].text) or not is_first_name(doc[start + 1].text):
        return start
    if doc[start + 1].is_lower:
        return start  # "Moammar al-Eryani" has no "Al" in it
    found = find_title_start(doc, start + 1)
    return start + 1 if found < start and doc[start - 1].text not in ("-", "–") else start


def _may_stand_in_title(token: Token) -> bool:
    word = normalize_word(token.text)
    if word in title_modifiers() or token.text in ("-", "–", "of", "for", "the", "."):
        return True
    return country_of_demonym(token.text) is not None or country_of_name(token.text) is not None
