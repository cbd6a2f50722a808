"""How certain a content is, as its source puts it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from spacy.tokens import Doc, Span, Token

from claimx.article.values import Certainty
from claimx.lang.en.nouns import nouns_of
from claimx.lang.en.words import words_of
from claimx.pipeline.annotations import Attribution
from claimx.pipeline.claim_kinds.cues import CueReading, is_negative, is_verb, lemma_of
from claimx.pipeline.claim_kinds.data_files import read_places
from claimx.pipeline.claim_kinds.directness import is_question, opens_with_question, sentences_of
from claimx.pipeline.lexicon import CueEntry
from claimx.pipeline.syntax import clauses

_ORDER: tuple[Certainty, ...] = ("certain", "probable", "possible")
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_SUBJECT_TAGS = frozenset({"PRP", "NN", "NNP", "NNS"})
_WIDEST_PERFECT = 5


def decide_certainty(
    attribution: Attribution, reading: CueReading, *, is_direct: bool
) -> Certainty | None:
    """The weaker of what the cue and the main clause of the content say.

    None for questions, and where the cue does not put the content as a fact at all (an order, a
    wish, praise); there direct speech still speaks for itself.
    """
    content = attribution.content
    if is_question(content) or _is_indirect_question(attribution, reading):
        return None
    entry = reading.entry
    inside = _weakest(_read_main_clause(content))
    if entry is None:
        return inside
    if entry.certainty is None:
        return inside if is_direct and not opens_with_question(content) else None
    from_cue = [_certainty_of_cue(attribution, entry)]
    if entry.lemma in words_of("uncertain when negated") and is_negative(attribution, reading):
        from_cue.append("possible")
    if reading.noun is not None and reading.noun.certainty is not None:
        from_cue.append(reading.noun.certainty)
    return _weakest([*from_cue, inside])


def _certainty_of_cue(attribution: Attribution, entry: CueEntry) -> Certainty:
    """That of the entry; the opinion of a court is what it decides."""
    if entry.lemma == "opinion":
        spans = (*attribution.source, *attribution.cue)
        words = {lemma_of(token) for span in spans for token in span}
        if not words.isdisjoint(nouns_of("judicial")):
            return "certain"
    return entry.certainty or "certain"


def _weakest(values: Sequence[Certainty]) -> Certainty:
    return max(values, key=_ORDER.index, default="certain")


def _is_indirect_question(attribution: Attribution, reading: CueReading) -> bool:
    """``said whether …``, ``did not say if …``; after a cue that asserts, ``if`` is a condition."""
    opening = next((t for t in attribution.content[0] if not (t.is_punct or t.is_space)), None)
    if opening is None or opening.lower_ not in words_of("indirect question"):
        return False
    if opening.lower_ == "whether":
        return True
    follows = reading.head is not None and reading.head.i < opening.i
    return follows and is_negative(attribution, reading)


def _read_main_clause(content: Sequence[Span]) -> list[Certainty]:
    """What the words of the main clause of the first sentence say of it."""
    sentences = sentences_of(content)
    if not sentences:
        return []
    doc = content[0].doc
    tokens = [doc[i] for i in sentences[0]]
    predicate = _find_predicate(tokens) if doc.has_annotation("DEP") else None
    if predicate is None:
        return _read_flat(tokens)
    return [*_read_predicate(predicate, tokens), *_read_opening(tokens)]


def _read_opening(tokens: Sequence[Token]) -> list[Certainty]:
    """``I think``, ``And I guess`` at the head of a clause, whatever the parse makes of it."""
    for position, (subject, verb) in enumerate(pairwise(tokens)):
        before = tokens[position - 1] if position else None
        opens = before is None or before.is_punct or before.tag_ in {"CC", "UH", "RB"}
        if opens and subject.lower_ in words_of("first person") and verb.tag_ in ("VBP", "VBZ"):
            value = _look_up(verb, "first_person")
            return [] if value is None else [value]
    return []


def _find_predicate(tokens: Sequence[Token]) -> Token | None:
    """The token of ``tokens`` whose head lies outside and which governs most of them."""
    inside = {token.i for token in tokens}
    tops = [
        token
        for token in tokens
        if not (token.is_punct or token.is_space)
        and (token.head.i not in inside or token.head.i == token.i)
    ]
    return max(tops, key=lambda token: token.right_edge.i - token.left_edge.i, default=None)


def _read_predicate(predicate: Token, tokens: Sequence[Token]) -> list[Certainty]:
    inside = {token.i for token in tokens}
    children = [child for child in predicate.children if child.i in inside]
    modals = [t for t in clauses.auxiliaries_of(predicate) if t.i in inside and t.tag_ == "MD"]
    found = [_look_up(modal, "modal") for modal in modals if _tells_certainty(modal)]
    found += [
        _look_up(child, "adverb") for child in children if child.tag_.startswith(("RB", "JJ"))
    ]
    found.append(_look_up(predicate, "predicate"))
    subject = clauses.subject_of(predicate, shared=False)
    if (
        subject is not None
        and subject.lower_ in words_of("first person")
        and _is_present(predicate)
    ):
        found.append(_look_up(predicate, "first_person"))
    return [value for value in found if value is not None]


def _read_flat(tokens: Sequence[Token]) -> list[Certainty]:
    """Without a parse: the words up to and with the first finite verb and what it leads."""
    words = list(_leave_out_opening_clause(tokens))
    before = list(takewhile(lambda token: token.tag_ not in _FINITE, words))
    found = [_look_up(token, "adverb") for token in before if token.tag_.startswith("RB")]
    if len(before) < len(words):
        subject = next((t.lower_ for t in reversed(before) if t.tag_ in _SUBJECT_TAGS), "")
        found += _read_finite_verb(words[len(before)], subject)
    return [value for value in found if value is not None]


def _leave_out_opening_clause(tokens: Sequence[Token]) -> Iterator[Token]:
    """The words outside subordinate clauses that open a sentence: "If it rains, | he may come".

    Behind an adverb a subordinator opens none; commas are left out as well.
    """
    subordinate = follows_adverb = False
    for token in tokens:
        if token.lower_ in words_of("subordinator") and not follows_adverb:
            subordinate = True
        elif token.text == ",":
            subordinate = False
        elif not subordinate:
            follows_adverb = follows_adverb or token.tag_.startswith("RB")
            yield token


def _read_finite_verb(verb: Token, subject: str) -> list[Certainty | None]:
    """What a modal says, or another finite verb with what it leads: "I think", "is likely"."""
    if verb.tag_ == "MD":
        return [_look_up(verb, "modal")] if _tells_certainty(verb) else []
    found = [_look_up(verb, "predicate")]
    if subject in words_of("first person") and _is_present(verb):
        found.append(_look_up(verb, "first_person"))
    if lemma_of(verb) == "be":
        found += [_look_up(token, "predicate") for token in _words_after(verb)]
    return found


def _words_after(token: Token) -> list[Token]:
    return [t for t in token.doc[token.i + 1 : token.i + 3] if not is_verb(t)]


def _is_present(verb: Token) -> bool:
    """``I think``, ``I don't think``; ``I thought`` and ``I'd think`` tell no present doubt."""
    if verb.tag_ not in ("VBP", "VBZ", "VB", ""):
        return False
    return not any(
        auxiliary.tag_ in ("MD", "VBD", "TO") for auxiliary in clauses.auxiliaries_of(verb)
    )


def _tells_certainty(modal: Token) -> bool:
    """Whether a modal says how sure a statement is rather than what ought to be.

    ``Should`` and ``ought`` do before a perfect ("should have arrived"): elsewhere in news they
    demand ("the law should be changed").
    """
    doc = modal.doc
    if lemma_of(modal) in words_of("deontic modal") or modal.lower_ in words_of("deontic modal"):
        return _leads_to_perfect(modal)
    return not _is_denied(modal, doc)


def _leads_to_perfect(modal: Token) -> bool:
    """Whether "have" and a participle follow: "should not have been", "ought to have arrived"."""
    words = list(modal.doc[modal.i + 1 : modal.i + 1 + _WIDEST_PERFECT])
    while words and (words[0].tag_.startswith("RB") or words[0].lower_ == "to"):
        words.pop(0)
    if not words or words[0].lower_ not in ("have", "'ve", "’ve"):
        return False
    words.pop(0)
    while words and words[0].tag_.startswith("RB"):
        words.pop(0)
    return bool(words) and words[0].tag_ in ("VBN", "VBD")


def _is_denied(modal: Token, doc: Doc) -> bool:
    """``could not``: an inability, which is certain; ``may not`` stays possible."""
    following = doc[modal.i + 1] if modal.i + 1 < len(doc) else None
    return (
        lemma_of(modal) == "could"
        and following is not None
        and following.lower_ in words_of("negating adverb")
    )


def _look_up(token: Token, place: str) -> Certainty | None:
    places = read_places("certainty")
    value = places.get((lemma_of(token), place)) or places.get((token.lower_, place))
    return value if value in _ORDER else None
