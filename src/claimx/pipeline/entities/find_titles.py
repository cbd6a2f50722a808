"""Titles before a person's name: "U.S. President", "White House press secretary"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from claimx.lang.en import read_words
from claimx.lang.en.nouns import (
    document_nouns,
    known_bodies,
    known_persons,
    organization_nouns,
)
from claimx.lang.en.words import words_of
from claimx.pipeline.entities.lexicon import (
    country_of_demonym,
    country_of_name,
    normalize_word,
    person_nouns,
    singular_of,
    state_of,
    titles,
)

_LONGEST = 10
_HYPHENS = frozenset({"-", "–"})
_BODIES_AND_PLACES = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC"})
_PARTICIPLES = ("ed", "ing")
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "VBN", "HYPH", "AFX"})


def find_title_start(doc: Doc, start: int) -> int:
    """The first token of the title right before the name that begins at ``start``.

    ``start`` itself where no title stands there.
    """
    start, behind = skip_abbreviation(doc, start), start
    head = _find_head(doc, start)
    if head is None:
        found = _find_office(doc, start)
        return found if found < start else behind
    if is_courtesy_title(doc, head, start) and not (head and is_office(doc[head - 1])):
        return head  # "he likes Mr. Webb", unlike "Prime Minister Sir Dan Webb"
    place = _find_first_word(doc, head, start)
    while place < head and (doc[place].text in _HYPHENS or doc[place].text == "."):
        place += 1
    return _take_in_joined_title(doc, place, start)


def skip_abbreviation(doc: Doc, start: int) -> int:
    """The start of "(MP)" between "Member of Parliament" and a name, else ``start``."""
    opening = start - 3
    if opening < 1 or doc[start - 1].text != ")" or doc[opening].text != "(":
        return start
    return opening if doc[start - 2].is_upper else start


def _take_in_joined_title(doc: Doc, title_start: int, start: int) -> int:
    """The start of "party leader and" before "Prime Minister Jane Smith": one person with both.

    A title with an article before it is another person ("the mayor and Governor Smith").
    """
    joint = title_start - 1
    if title_start == start or joint < 1 or doc[joint].lower_ != "and":
        return title_start
    head = doc[joint - 1]
    word = normalize_word(head.text)
    is_one = word in person_nouns() and singular_of(word) == word
    if not is_one or head.ent_type_ == "PERSON" or is_courtesy_title(doc, title_start, start):
        return title_start
    place = _find_first_word(doc, joint - 1, start)
    has_article = place > 0 and doc[place - 1].tag_ == "DT" and not doc[place].is_sent_start
    return title_start if has_article else place


def title_sex(doc: Doc, title_start: int, start: int) -> str | None:
    """The sex that the title from ``title_start`` to ``start`` tells, if any.

    "Chairman" and "spokesman" tell none: women bear them too.
    """
    for place in range(start - 1, title_start - 1, -1):
        title = titles().get(normalize_word(doc[place].text))
        if title is not None:
            return None if title.word.endswith(("man", "men")) else title.sex
    return None


def is_courtesy_title(doc: Doc, title_start: int, start: int) -> bool:
    """Whether the title is a form of address that says nothing of an office ("Mr.")."""
    words = {normalize_word(token.text) for token in doc[title_start:start]}
    return words - {""} <= words_of("courtesy title")


def _find_head(doc: Doc, start: int) -> int | None:
    """The token that heads the title right before the name."""
    place = start - 1
    if place < 0 or doc[place].is_space:
        return None
    word = normalize_word(doc[place].text)
    if word == "elect" and place >= 2 and doc[place - 1].text in _HYPHENS:
        return place
    if is_office(doc[place]):
        return place
    # A dictionary's words for persons are verbs too: "they *hire* Ann Hill".
    is_noun = doc[place].tag_.startswith("NN")
    is_person = singular_of(word) in known_persons() or _describes(doc[place], doc[start])
    return place if is_noun and is_person else None


def _describes(noun: Token, name: Token) -> bool:
    """Whether the parse joins a noun to a person's name as his description: "*frontman* Ty Burr".

    So no list need have all that people do.
    """
    if noun.tag_ != "NN" or not (noun.is_lower or noun.is_sent_start):
        return False
    word = singular_of(normalize_word(noun.text))
    if word.endswith(_PARTICIPLES) or word in words_of("noun before a name"):
        return False  # "a doctor *named* Ann Hill", "the *name* Ann Hill"
    if word in document_nouns() or word in organization_nouns() or word in known_bodies():
        return False  # "in the film Ann Hill sings"
    is_title = noun.dep_ == "nmod:desc" and noun.head == name
    return is_title or (name.dep_ == "appos" and name.head == noun)


def _find_first_word(doc: Doc, place: int, start: int) -> int:
    """The first token of the title before ``start`` that the word at ``place`` belongs to."""
    while place > 0 and start - place < _LONGEST and _extends(doc[place - 1], doc[place]):
        place -= 1
    return place


def _extends(token: Token, after: Token) -> bool:
    """Whether the title that begins with ``after`` takes in the token before it."""
    if after.is_sent_start or token.is_space:
        return False
    if token.text in _HYPHENS or token.text == ".":
        return _is_inside_word(token)
    word = normalize_word(token.text)
    if word in read_words("names/time_words.txt"):
        return False
    if word in read_words("names/title_modifiers.txt") or word in titles():
        return True
    if token.ent_type_ in _BODIES_AND_PLACES:
        return token.tag_ != "POS" and token.text not in ("'s", "’s")
    if country_of_demonym(token.text) or country_of_name(token.text) or state_of(token.text):
        return True
    if token.ent_type_ == "PERSON" and token.tag_ == "NNP":
        # "Former Ann Hill pollster Tom Kerr": whose title says whom somebody worked for.
        return after.is_lower or after.ent_type_ == "PERSON"
    return _is_year(token) or _is_word_of_office(token)


def _is_inside_word(mark: Token) -> bool:
    """Whether a hyphen or full stop is part of a word: "vice*-*president", "Lt*.*"."""
    if mark.text == ".":
        return mark.i > 0 and not mark.nbor(-1).whitespace_ and len(mark.nbor(-1)) <= 4
    return not mark.whitespace_


def _is_year(token: Token) -> bool:
    """Whether a number is a year: "*2012* nominee"."""
    return token.tag_ == "CD" and len(token) == 4 and token.text.isdigit()


def _is_word_of_office(token: Token) -> bool:
    """Whether a noun or adjective may say of what somebody is head: "*campaign* manager"."""
    if token.tag_ not in _NOUN_TAGS or token.ent_type_ in ("DATE", "TIME", "PERSON"):
        return False
    if token.text[:1].isupper():
        is_joined = token.dep_ in ("compound", "amod")
        return not token.is_sent_start or token.tag_.startswith("NNP") or is_joined
    return token.tag_ in ("NN", "JJ")


def is_office(token: Token) -> bool:
    """Whether a word is a title or a noun for a person."""
    word = normalize_word(token.text)
    return word in titles() or singular_of(word) in person_nouns()


def _find_plain_office(doc: Doc, start: int) -> int:
    """The start of an office in small letters with its field ("campaign chief of staff")."""
    place = start - 1
    if place < 2 or doc[place].tag_ not in ("NN", "NNS") or doc[place - 1].lower_ != "of":
        return start
    head = place - 2
    return _find_first_word(doc, head, start) if is_office(doc[head]) else start


def _find_office(doc: Doc, start: int) -> int:
    """The start of "Secretary of State", "chief of staff" before a name."""
    place = start - 1
    found = start
    if place < 0 or doc[place].lower_ in words_of("title link") or doc[start].is_sent_start:
        return start
    if doc[place].is_lower:
        return _find_plain_office(doc, start)
    is_linked = False
    while place >= 0 and start - place < _LONGEST:
        token = doc[place]
        if token.lower_ in ("of", "for"):
            is_linked = True
        elif is_linked and is_office(token):
            found = place  # also "secretary of State Clinton"
            break
        elif not token.text[:1].isupper() and token.lower_ not in words_of("title link"):
            return start
        if token.is_sent_start:
            break
        place -= 1
    while found > 0 and found < start and _extends(doc[found - 1], doc[found]):
        found -= 1
    return found
