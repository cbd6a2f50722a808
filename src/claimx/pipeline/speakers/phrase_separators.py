"""Where one noun phrase of a source ends: what stands between it and the next."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Doc, Token

from claimx.lang.en.nouns import partitives
from claimx.pipeline.entities.lexicon import normalize_word, person_nouns, singular_of
from claimx.pipeline.speakers.name_index import NameIndex

Separator = Literal["and", ",", "including", "like", "modifier", "end"]

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "FW"})
CONJUNCTIONS = frozenset({"and", "or", "&", "nor"})
EMPHATIC = frozenset({"himself", "herself", "itself", "themselves", "too", "alone"})
PRONOUN_TAGS = frozenset({"PRP", "WP", "WDT"})
_VERBS = frozenset({"VB", "VBZ", "VBD", "VBP", "MD", "VBN", "VBG"})
_ENDINGS = frozenset({"'s", "’s"})
_RELATIVES = frozenset({"who", "whom", "whose", "which", "that", "where", "when"})
_LINKING_TAGS = frozenset({"IN", "TO", "WDT", "WP", "WP$", "WRB"})
_MORE_OR_FEWER = frozenset({"more", "fewer", "less", "rather"})
_DASHES = frozenset({"—", "–", "--", "-"})
_MARKS = frozenset(",();:")
_LONGEST_IN_ED = 5
_WITH = frozenset({("along", "with"), ("together", "with"), ("as", "well", "as")})


def find_separator(index: NameIndex, opened: int, place: int, end: int) -> Separator | None:
    """What stands at ``place`` behind the phrase that begins at ``opened``, None inside it."""
    if place >= end:
        return "end"
    doc = index.doc
    if index.name_at(place) is not None or index.titled_at(place) is not None:
        return None
    if place > opened and _is_hyphenated(doc, place):
        return None  # "Florida-based", "rank-and-file", "editor-in-chief"
    joint = _find_joint(index, place, end)
    if joint is not None:
        return joint
    if place == opened or doc[place].text in _ENDINGS or _is_in_quantity(doc, opened, place):
        return None
    if _has_head(doc, opened, place) and _opens_modifier(index, place, end):
        return "modifier"
    return None


def count_joining(doc: Doc, place: int) -> int:
    """How many words join two phrases at ``place``: "such as", "as well as", "and"."""
    words = tuple(token.lower_ for token in doc[place : place + 3])
    longer = (len(joint) for joint in (*_WITH, ("such", "as")) if words[: len(joint)] == joint)
    return next(longer, 1)


def joins_phrases(doc: Doc, place: int) -> bool:
    """Whether "and", "along with" or the like stands at ``place``."""
    return doc[place].lower_ in CONJUNCTIONS or count_joining(doc, place) > 1


def is_dash(token: Token) -> bool:
    """Whether a token is a dash that parts what stands around it, not a hyphen."""
    return token.text in _DASHES and bool(token.whitespace_)


def _find_joint(index: NameIndex, place: int, end: int) -> Separator | None:
    """What joins the phrase before ``place`` to the one behind it."""
    token = index.doc[place]
    if token.text in _MARKS or is_dash(token):
        return ","
    if token.lower_ in CONJUNCTIONS or _adds_name(index, place, end):
        return "and"
    if token.lower_ == "including":
        return "including"
    return "like" if _opens_examples(index, place, end) else None


def _has_head(doc: Doc, start: int, end: int) -> bool:
    """Whether words hold what may head a phrase, so that a modifier may stand behind them."""
    if any(token.tag_ in NOUNS or token.tag_ == "PRP" for token in doc[start:end]):
        return True
    last = doc[end - 1]
    if last.lower_ in ("those", "these") or last.lower_ in partitives():
        return True
    # "An official briefed on it": a noun that the tagger took for an adjective.
    return singular_of(normalize_word(last.text)) in person_nouns()


def _opens_modifier(index: NameIndex, place: int, end: int) -> bool:
    """Whether what modifies a noun begins right behind it: "officials *in* Russia"."""
    doc, token = index.doc, index.doc[place]
    if token.lower_ in _RELATIVES or token.tag_ in _LINKING_TAGS:
        return True
    if token.tag_ in _VERBS and not _stands_before_noun(index, place, end):
        return not _is_noun_at_end(doc, place, end)
    if token.tag_ == "JJ" and place + 1 < end and doc[place + 1].tag_ in ("IN", "TO"):
        return True  # "voters angry at the mayor"
    return _opens_contact_clause(doc, place) or _is_missed_participle(doc, place)


def _adds_name(index: NameIndex, place: int, end: int) -> bool:
    """Whether "along with" or "as well as" adds somebody by name."""
    words = count_joining(index.doc, place)
    return (
        words > 1 and index.doc[place].lower_ != "such" and _is_name_at(index, place + words, end)
    )


def _opens_examples(index: NameIndex, place: int, end: int) -> bool:
    """Whether "like" or "such as" gives examples of the plural before it by name."""
    token, before = index.doc[place], index.doc[max(0, place - 1)]
    words = count_joining(index.doc, place)
    if token.lower_ != "like" and not (token.lower_ == "such" and words > 1):
        return False
    if before.text == "," and place > 1:
        before = index.doc[place - 2]
    return before.tag_ in ("NNS", "NNPS") and _is_name_at(index, place + words, end)


def _is_name_at(index: NameIndex, place: int, end: int) -> bool:
    """Whether a name begins at ``place``, or behind a determiner: "like *the Harwick Trust*"."""
    if place < end and index.doc[place].tag_ == "DT":
        place += 1
    return place < end and (index.titled_at(place) or index.name_at(place)) is not None


def _is_in_quantity(doc: Doc, opened: int, place: int) -> bool:
    """Whether a word belongs to a quantity: "fewer *than* two", "most *of* them"."""
    token, before = doc[place], doc[place - 1]
    if token.lower_ == "than":
        return before.lower_ in _MORE_OR_FEWER
    if token.lower_ == "of":
        return before.lower_ in partitives()
    is_behind_of = before.lower_ == "of" and place - 2 >= opened
    return is_behind_of and doc[place - 2].lower_ in partitives()


def _opens_contact_clause(doc: Doc, place: int) -> bool:
    """Whether a clause without "that" begins right behind a noun ("figures *her* aides gave")."""
    is_subject = doc[place].tag_ in ("PRP", "PRP$") and doc[place].lower_ not in EMPHATIC
    return is_subject and doc[place - 1].tag_ in ("NN", "NNS")


def _is_missed_participle(doc: Doc, place: int) -> bool:
    """Whether a word tagged as a noun is the participle behind one ("voters surveyed")."""
    token, before = doc[place], doc[place - 1]
    after = doc[place + 1] if place + 1 < len(doc) else None
    if token.is_lower and token.lower_.endswith("ing") and before.tag_ == "NNS":
        return after is not None and after.tag_ in ("TO", "IN")  # "activists clamoring to"
    if not (token.is_lower and token.lower_.endswith("ed") and before.tag_ in ("NN", "NNS")):
        return False
    # No plural ends in "-ed"; of singulars, only long ones count, without "-eed" ("speed", "need").
    is_long = len(token) > _LONGEST_IN_ED and not token.lower_.endswith("eed")
    return token.tag_ == "NNS" or (token.tag_ == "NN" and is_long)


def _is_noun_at_end(doc: Doc, place: int, end: int) -> bool:
    """Whether a word tagged as a finite verb is the noun that a source ends with.

    No source ends with the verb of its own clause: "Civil rights activists" has none.
    """
    closes = place + 1 == end or doc[place + 1].text == ","
    token, before = doc[place], doc[place - 1]
    is_finite = token.tag_ in ("VBZ", "VBP", "VB") and token.is_alpha
    return closes and is_finite and before.tag_ not in PRONOUN_TAGS


def _is_hyphenated(doc: Doc, place: int) -> bool:
    """Whether a hyphen binds a word to the one before it, or is such a hyphen."""
    token, before = doc[place], doc[place - 1]
    if token.text in _DASHES:
        return not token.whitespace_ and not before.whitespace_
    return before.text in _DASHES and not before.whitespace_


def _stands_before_noun(index: NameIndex, place: int, end: int) -> bool:
    """Whether a participle modifies the noun after it rather than the one before."""
    if index.doc[place].tag_ not in ("VBN", "VBG") or place + 1 >= end:
        return False
    after, before = index.doc[place + 1], index.doc[place - 1]
    if before.tag_ == "POS" and after.tag_ == "JJ":
        return True  # "Tarn's exiled spiritual leader"
    if index.doc[place].lower_ == "based" and index.name_at(place + 1) is not None:
        return True  # "New York based Human Rights Watch"
    is_behind = before.tag_ in ("JJ", "CD", "POS", "NNP", "RB") or before.lower_ == "of"
    is_behind = is_behind or (
        place > 1 and _is_hyphenated(index.doc, place - 1)
    )  # "big-name elected officials"
    is_owned = before.tag_ == "POS" and after.tag_ == "NNP"  # "the party's presumed Tarn nominee"
    return is_owned or (after.tag_ in ("NN", "NNS") and is_behind)
