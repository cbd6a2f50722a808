"""Ties dates to attributions: when something was said, and of what time it speaks."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from claimx.lang.en.nouns import nouns_of
from claimx.pipeline.annotations import Attribution, Timex
from claimx.pipeline.dates.data_files import read_words
from claimx.pipeline.dates.governors import find_governor, find_verb_before
from claimx.pipeline.dates.sentences import has_parse, sentence_around
from claimx.pipeline.dates.utterances import dates_an_utterance, shares_the_time_of
from claimx.pipeline.syntax.clauses import (
    is_adverbial_clause,
    is_clause,
    is_open_complement,
    is_relative_clause,
    predicate_above,
)

# What is measured in these cannot be the time of speaking.
_TIMES = frozenset({"DATE", "TIME"})
_ENDS_OF_PHRASES = frozenset({"ADP", "VERB", "AUX", "NOUN", "PROPN", "PRON"})
_BARRIERS = frozenset({";", "—", "–"})


def find_said_on(attribution: Attribution, timexes: Sequence[Timex]) -> Timex | None:
    """The date that modifies the cue: in its sentence and clause, outside content and source."""
    cue = _first(attribution.cue)
    if cue is None:
        return None
    stretch = stretch_of(cue)
    outside = [
        timex
        for timex in timexes
        if timex.type in _TIMES
        and stretch.start <= timex.span.start < stretch.end
        and not (_is_inside(timex.span, attribution.content) and not _is_of_cue(timex.span, cue))
        and (not _is_inside(timex.span, attribution.source) or _dates_the_cue(timex.span, cue))
        and (_is_inside(timex.span, attribution.cue) or _can_be_time_of_speaking(timex.span))
        and not _is_vague(timex.span, attribution.cue)
    ]
    near = [
        timex
        for timex in outside
        if _is_inside(timex.span, [*attribution.content, *attribution.source])
        or _modifies(timex.span, cue, attribution)
    ]
    return min(near, key=lambda timex: _distance(timex.span, cue), default=None)


def find_about(attribution: Attribution, timexes: Sequence[Timex]) -> list[Timex]:
    """The dates inside the content, in text order."""
    return [timex for timex in timexes if _is_inside(timex.span, attribution.content)]


def _dates_the_cue(date: Span, cue: Span) -> bool:
    """Whether a date inside the source tells when the cue was: published when, or right before it.

    "A report published in March found"; "prosecutors in April charged".
    """
    if not has_parse(date):
        return False
    if date.end == cue.start and date.start and date.doc[date.start - 1].pos_ == "ADP":
        return True
    return dates_an_utterance(date, find_governor(date), None)


def _is_of_cue(date: Span, cue: Span) -> bool:
    """Whether a date at the edge of the content tells of the cue: "said *in January it would*"."""
    if not has_parse(date) or date.start < cue.end:
        return False
    above = find_governor(date)
    is_raised = above != predicate_above(date.root) or find_verb_before(date) is not None
    return is_raised and above == _predicate_of(cue)


def _is_vague(span: Span, cue: Sequence[Span]) -> bool:
    """Not "recently said"; "now hopes" is the time of writing where the cue says it."""
    words = span.text.lower()
    if words in read_words("words_for_the_present") and _is_inside(span, cue):
        return False
    return words in read_words("vague_adverbs")


def _can_be_time_of_speaking(span: Span) -> bool:
    """Not "since Monday", which says how long, nor "of the 2016 election", which says what."""
    doc = span.doc
    if span[0].lower_ in read_words("prepositions_of_other_times"):
        # "From midnight to six".
        return False
    for position in range(span.start - 1, max(-1, span.start - 5), -1):
        word = doc[position]
        if word.lower_ == "than" and position and doc[position - 1].lower_ in ("more", "less"):
            # "More than two years ago" is a time as "two years ago" is.
            continue
        if word.lower_ in read_words("prepositions_of_other_times"):
            return False
        if word.is_punct or word.pos_ in _ENDS_OF_PHRASES:
            break
    if has_parse(span) and _belongs_to_other_event(span):
        return False
    return not (span.text.isdigit() and _describes_another_thing(span))


def _belongs_to_other_event(span: Span) -> bool:
    """``after the vote on Monday``: the time of the vote, that of speaking is later."""
    for above in span.root.ancestors:
        if above.pos_ not in ("NOUN", "PROPN"):
            break
        if above.lower_ in nouns_of("dated"):
            return False
        if any(
            child.dep_ == "case" and child.lower_ in read_words("prepositions_of_other_times")
            for child in above.children
        ):
            return True
    return False


def _describes_another_thing(year: Span) -> bool:
    """Whether a year stands before a noun that is nothing said or written."""
    following = year.doc[year.end : year.end + 3]
    nouns = [token for token in following if token.pos_ in ("NOUN", "PROPN", "ADJ")]
    if not nouns or following[0] != nouns[0]:
        return False
    return not any(token.lower_ in nouns_of("dated") for token in nouns)


def _modifies(date: Span, cue: Span, attribution: Attribution) -> bool:
    doc = date.doc
    if _is_inside(date, attribution.cue):
        return True
    first, last = (date.end, cue.start) if date.end <= cue.start else (cue.end, date.start)
    between = doc[first:last]
    if any(token.text in _BARRIERS for token in between):
        return False
    if has_parse(date):
        above = find_governor(date)
        cue_predicate = _predicate_of(cue)
        if above is not None and cue_predicate is not None:
            if above == cue_predicate or _is_dated_by_when(cue_predicate, date, above):
                return True
            if dates_an_utterance(date, above, cue_predicate):
                return True
            if shares_the_time_of(above, cue_predicate):
                return True
            if _is_other_clause(above, cue_predicate) or _is_subordinate(cue_predicate, above):
                return _distance(date, cue) == 0
    # Content between the date and the cue keeps them apart, unless it is a quotation that the
    # cue with its date closes.
    inside = sum(1 for token in between if _holds(attribution.content, token))
    return inside == 0


def _is_dated_by_when(cue: Token, date: Span, above: Token) -> bool:
    """``When he came last week, he said``; ``in the 2012 campaign, when he said``."""
    while is_open_complement(above) and above.head != above:
        above = above.head
    holder = above.head
    if holder.pos_ == "ADV":
        # "Back when he came".
        holder = holder.head
    if is_clause(above) and holder == cue and _begins_with_when(above):
        return True
    if not _begins_with_when(cue) or date.end > cue.i:
        return False
    # The clause follows its noun: nothing but a comma stands between them.
    first = min((token for token in cue.subtree), key=lambda token: token.i)
    between = cue.doc[date.end : first.i]
    return len(between) <= 2 and not any(token.pos_ in ("VERB", "AUX") for token in between)


def _begins_with_when(clause: Token) -> bool:
    first = [token.lower_ for token in clause.subtree][:2]
    return "when" in first


def _is_subordinate(cue: Token, above: Token) -> bool:
    """Whether the cue has a clause of its own: ``met on Friday, after he said``, ``who said``.

    A participle shares the time of its verb: ``wrote on Friday, citing``.
    """
    is_own_clause = (is_adverbial_clause(cue) and cue.tag_ != "VBG") or is_relative_clause(cue)
    return is_own_clause and above.is_ancestor(cue)


def _is_other_clause(above: Token, cue: Token) -> bool:
    """Whether ``above`` heads a clause that stands inside or beside that of the cue."""
    return is_clause(above) and above != cue


def _predicate_of(cue: Span) -> Token | None:
    verbs = [token for token in cue if token.pos_ in ("VERB", "AUX")]
    root = cue.root
    if root.pos_ in ("VERB", "AUX"):
        return root
    return verbs[-1] if verbs else predicate_above(root)


def _first(spans: Sequence[Span]) -> Span | None:
    return spans[0] if spans else None


def stretch_of(cue: Span) -> Span:
    """The tokens in which the time of a cue may stand: its sentence, with a part cut off before."""
    sentence = sentence_around(cue)
    return cue.doc[_with_its_opening(sentence) : sentence.end]


def _with_its_opening(sentence: Span) -> int:
    """Where a sentence begins; parsers cut off an opening: ``In one tweet Friday, | he said``."""
    doc, first = sentence.doc, sentence.start
    if not first or doc[first - 1].text != ",":
        return first
    opening = sentence_around(doc[first - 1 : first])
    has_verb = any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in opening)
    return first if has_verb else opening.start


def _is_inside(span: Span, holders: Sequence[Span]) -> bool:
    return any(holder.start <= span.start and span.end <= holder.end for holder in holders)


def _holds(spans: Sequence[Span], token: Token) -> bool:
    return any(span.start <= token.i < span.end for span in spans)


def _distance(date: Span, cue: Span) -> int:
    if date.end <= cue.start:
        return int(cue.start - date.end)
    return max(0, int(date.start - cue.end))
