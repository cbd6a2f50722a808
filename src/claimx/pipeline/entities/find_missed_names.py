"""Names that the recogniser knew in one place and missed in another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from spacy.tokens import Doc, Token

from claimx.lang.en import read_words
from claimx.lang.en.nouns import nouns_of
from claimx.pipeline.entities.collect_names import Name, is_initial, make_name
from claimx.pipeline.entities.find_titles import find_title_start
from claimx.pipeline.entities.lexicon import (
    country_of_demonym,
    country_of_name,
    normalize_word,
    person_nouns,
    sex_of_first_name,
    titles,
)

_KINDS = ("PERSON", "ORG")
_CONNECTORS = frozenset({"-", "–", "&"})
_NO_FIRST_NAMES = ("title_modifiers", "time_words")

# The full names, longest first, with their labels, under their first two tokens.
_Forms = dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]]


def find_missed_names(doc: Doc, names: Sequence[Name], alone: Collection[int] = ()) -> list[Name]:
    """The names with those added that repeat a known one; in text order, none overlapping.

    Added are full names (two words or more) and single ones found twice or as part of a full
    name; only in the capitals in which they are known, and not inside a longer capitalised
    phrase ("Trump Tower"). A full name replaces a shorter piece found in its place.

    Args:
        doc: The article.
        names: What was found.
        alone: Tokens that are a whole source, or all of it before a comma: a known name there is
            one whatever its tag.
    """
    full, single = _collect_known(doc, names)
    surnames = {doc[n.start].text for n in names if n.label == "PERSON" and n.end == n.start + 1}
    named = {doc[n.end - 1].text for n in names if n.label == "PERSON" and n.end > n.start + 1}
    plain = {token.text for token in doc if token.is_lower}
    covered = {token: name for name in names for token in range(name.start, name.end)}
    kept = {id(name): name for name in names}
    added: list[Name] = []
    place = 0
    while place < len(doc):
        found = _match_full(doc, place, full)
        if found is not None:
            end, label = found
            under = {id(covered[i]): covered[i] for i in range(place, end) if i in covered}
            inside = all(place <= n.start and n.end <= end for n in under.values())
            same = any(n.start == place and n.end == end for n in under.values())
            if inside and not same and not _continues(doc, place, end):
                for identity in under:
                    kept.pop(identity, None)
                _append(added, make_name(doc, place, end, label))
            place = max(end, place + 1)
            continue
        last = _find_surname(doc, place, covered, surnames)
        if last is not None and _is_unknown_full_name(doc, place, last, covered, surnames - named):
            _take_full_name(doc, place, last, covered, kept, added)
            place = last + 1
            continue
        label = single.get(doc[place].text, "")
        if (
            label
            and doc[place].lower_ not in plain
            and place not in covered
            and not _continues(doc, place, place + 1)
            and (place in alone or _is_clearly_a_name(doc[place]))
        ):
            _append(added, make_name(doc, place, place + 1, label, is_known=True))
        place += 1
    return sorted([*kept.values(), *added], key=lambda name: name.start)


def _find_surname(doc: Doc, place: int, covered: dict[int, Name], surnames: set[str]) -> int | None:
    """The known surname behind a capitalised word, initials between passed over."""
    first = doc[place]
    if not first.tag_.startswith("NN") or not first.text[:1].isupper():
        return None
    known = covered.get(place)
    if known is not None and (known.label != "PERSON" or known.start < place):
        return None
    last = place + 1
    while last < len(doc) and last < place + 3 and is_initial(doc[last]):
        last += 1
    if last >= len(doc) or doc[last].text not in surnames:
        return None
    # What is known may be the first name alone, with its initials ("James B." before "Obi").
    return last if known is None or known.end <= last else None


def _is_unknown_full_name(
    doc: Doc, place: int, last: int, covered: dict[int, Name], unnamed: set[str]
) -> bool:
    """Whether a first name was missed before a surname that is known ("Ruth" before "Obi").

    Where nobody bears the surname with a first name, any word that looks like one will do.
    """
    first = doc[place]
    is_new = doc[last].text in unnamed and _may_be_first_name(first)
    if sex_of_first_name(first.text) is None and not is_new:
        return False
    known = covered.get(last)
    is_free = known is None or (
        known.start > place and known.end == last + 1 and known.label == "PERSON"
    )
    return is_free and not _continues(doc, place, last + 1)


def _may_be_first_name(token: Token) -> bool:
    """Whether a word is a name by its tag and capitals, and none that stands before a surname."""
    word = normalize_word(token.text)
    if token.tag_ != "NNP" or not token.is_alpha or not token.text.istitle() or len(token) < 3:
        return False
    if word in person_nouns() or word in titles() or word in nouns_of("before-name"):
        return False
    if any(word in read_words(f"names/{name}.txt") for name in _NO_FIRST_NAMES):
        return False
    if token.ent_type_ not in ("", "PERSON"):
        return False
    return not (country_of_name(token.text) or country_of_demonym(token.text))


def _take_full_name(
    doc: Doc,
    place: int,
    last: int,
    covered: dict[int, Name],
    kept: dict[int, Name],
    added: list[Name],
) -> None:
    for token in range(place, last + 1):
        if token in covered:
            kept.pop(id(covered[token]), None)
    _append(added, make_name(doc, place, last + 1, "PERSON"))


def _append(names: list[Name], name: Name | None) -> None:
    if name is not None:
        names.append(name)


def _collect_known(doc: Doc, names: Iterable[Name]) -> tuple[_Forms, dict[str, str]]:
    """Known names: the full by their first two tokens, the single by their token, with labels."""
    full: dict[tuple[str, ...], dict[tuple[str, ...], str]] = {}
    single: dict[str, str] = {}
    sightings: dict[tuple[str, str], int] = {}
    for name in names:
        if name.label not in _KINDS or not doc[name.start].text[:1].isupper():
            continue
        tokens = tuple(token.text for token in doc[name.start : name.end])
        if len(tokens) > 1:
            full.setdefault(tokens[:2], {})[tokens] = name.label
            last = doc[name.end - 1].text
            if name.label == "PERSON" and last[:1].isupper() and len(last) > 2:
                single.setdefault(last, name.label)
        else:
            key = (tokens[0], name.label)
            sightings[key] = sightings.get(key, 0) + 1
            if sightings[key] > 1 and len(tokens[0]) > 2:
                single.setdefault(tokens[0], name.label)
    ordered = {
        first: sorted(forms.items(), key=lambda form: -len(form[0]))
        for first, forms in full.items()
    }
    return ordered, single


def _match_full(doc: Doc, place: int, full: _Forms) -> tuple[int, str] | None:
    if place + 1 >= len(doc):
        return None
    for tokens, label in full.get((doc[place].text, doc[place + 1].text), ()):
        end = place + len(tokens)
        if end <= len(doc) and all(doc[place + i].text == text for i, text in enumerate(tokens)):
            return end, label
    return None


def _continues(doc: Doc, start: int, end: int) -> bool:
    """Whether capitalised words around make this a part of something longer."""
    following = doc[end] if end < len(doc) else None
    if following is not None and _is_name_word(following) and not following.is_sent_start:
        return True
    before = doc[start - 1] if start > 0 else None
    if before is None or doc[start].is_sent_start or not _is_name_word(before):
        return False
    return find_title_start(doc, start) == start


def _is_name_word(token: Token) -> bool:
    if token.text in _CONNECTORS:
        return not token.whitespace_ or token.text == "&"
    return token.text[:1].isupper() and token.tag_.startswith("NNP")


def _is_clearly_a_name(token: Token) -> bool:
    """Capitals at the start of a sentence say nothing unless the tagger sees a noun."""
    if token.is_sent_start:
        return token.tag_ in ("NNP", "NNPS", "NNS", "NN")
    if token.tag_.startswith("NN") or token.pos_ == "PROPN":
        return True
    # In running text a capital says enough; in a heading every neighbour has one.
    around = token.doc[max(0, token.i - 2) : token.i + 3]
    return sum(near.text[:1].isupper() for near in around) == 1
