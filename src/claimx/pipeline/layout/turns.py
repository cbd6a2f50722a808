"""The turns of interviews, debates and briefings that are written as transcripts.

Typography tells them: a line opens with the label of who speaks and a colon. A text has turns where
labels alternate and what they open is talk; a single line with a colon ("Note: …") is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span

from claimx.pipeline.layout.labels import (
    ANSWER,
    BARE,
    BRACKETS,
    QUESTION,
    Label,
    find_bare_labels,
    find_labels,
    find_named_openings,
    names_nobody,
    read_labels,
)
from claimx.pipeline.layout.paragraphs import Paragraph, read_paragraphs, trim
from claimx.pipeline.layout_annotations import Turn

# Sections that a turn may open in, and those that it may go on in.
_OPEN = frozenset({"body", "list", "heading"})
_GO_ON = frozenset({"body", "list"})
# What may stand between the paragraphs of a turn without being part of it.
_INTERRUPTIONS = frozenset({"boilerplate", "caption", "embed"})
_LINE_THAT_ASKS = re.compile(r"(?<=\n)[^\s“\"‘'][^\r\n]*\?(?=\s*\Z)")
_TALK = re.compile(r"\?|\b(?:I|I['’]\w+|(?i:me|my|we|our|you|your)(?:['’]\w+)?)\b")
_FIRST_PERSON = re.compile(r"\b(?:I|(?i:me|my|we|us|our))\b")
_STAGE_DIRECTION = re.compile(r"[\[(][^()\[\]]*[\])]\.?")
_NAME_IN_SENTENCE = re.compile(r"(?<=[\w,] )[^\W\d_a-z][\w'’-]+")
_LINE_END = re.compile(r"[.!?…:\"”’»)\]*_]\s*\Z|[\r\n]\s*[\r\n]\s*\Z|\A\s*\Z")
# Turns in which somebody asks, or says "I" or "you", of all.
_SHARE_OF_TALK = 1 / 3
# More paragraphs than this without a label are the writer's own.
_LONGEST_TURN = 12
_READ_FOR_TALK = 600
# Paragraphs that may stand above the first label without a mark.
_MOST_ABOVE = 8


def find_turns(doc: Doc) -> list[Turn]:
    """The turns of ``doc`` in text order; most texts have none.

    A turn goes on to the next label, over paragraphs without one. What follows the last label may
    be the writer's own words again, so that the last turn ends with its paragraph; so does one
    behind which the text speaks of its speaker by name.
    """
    text = doc.text
    paragraphs = read_paragraphs(doc)
    labels = _list_labels(text, paragraphs)
    chosen = _choose(text, labels) or _choose_openings(text, paragraphs)
    if not chosen:
        return []
    openers = read_labels("spoken_openers")
    # A label that is not understood may be somebody's: the turn before ends there.
    stops = {label.opening for label in labels if label.name not in openers}
    stops |= {label.opening for label in chosen}
    is_one = len({label.name for label in chosen}) == 1
    asked = [match for label in chosen if is_one and (match := _find_question(text, label))]
    stops |= {match.start() for match in asked}
    turns = [
        turn
        for label, pieces in _read_turns(text, paragraphs, sorted(stops), chosen)
        if (turn := _make_turn(doc, label, pieces)) is not None
    ]
    turns += [turn for match in asked if (turn := _make_question(doc, match)) is not None]
    return sorted(turns, key=lambda turn: turn.words[0].start)


# --- which labels there are -------------------------------------------------------------------


def _list_labels(text: str, paragraphs: Sequence[Paragraph]) -> list[Label]:
    """The labels that open a paragraph, or a line behind one that ends a sentence."""
    starts = [paragraph.start for paragraph in paragraphs]
    found = list(find_labels(text))
    if sum(label.form == BRACKETS for label in found) > 1:
        # "((Wikinews)) Why?" is answered by "AH I left."
        found += find_bare_labels(text)
    labels = []
    for label in sorted(found, key=lambda label: label.opening):
        place = bisect_right(starts, label.start) - 1
        if place < 0 or paragraphs[place].kind not in _OPEN:
            continue
        before = text[max(paragraphs[place].start, label.opening - 40) : label.opening]
        if _LINE_END.search(before):
            labels.append(label)
    return labels


def _choose(text: str, labels: Sequence[Label]) -> list[Label]:
    """The ``labels`` that open turns: all of one kind of mark, and those in brackets beside."""
    openers = read_labels("spoken_openers")
    labels = [k for k in labels if k.name not in openers and not names_nobody(k)]
    for form in (":", ".", "dash"):
        found = [label for label in labels if label.form == form]
        if form == ".":
            found = [label for label in found if label.name in (QUESTION, ANSWER)]
        chosen = _choose_of_form(text, found, is_strict=form != ":")
        if chosen:
            asking = [label for label in labels if label.form == BRACKETS]
            return sorted([*chosen, *asking], key=lambda label: label.opening)
    answering = [label for label in labels if label.form == BARE]
    return [k for k in labels if k.form in (BARE, BRACKETS)] if len(answering) > 1 else []


def _choose_openings(text: str, paragraphs: Sequence[Paragraph]) -> list[Label]:
    """Names without a mark that open paragraphs, of people who speak in turn.

    They open nearly all paragraphs from the first to the last of them, none two in a row, and two
    or more come again.
    """
    opening = [p for p in paragraphs if p.kind in _OPEN]
    for place, paragraph in enumerate(opening[1:_MOST_ABOVE], 1):
        above = text[opening[0].start : opening[place - 1].end]
        starts = [p.start for p in opening[place:]]
        labels = find_named_openings(text, starts, above)
        if labels and labels[0].start == paragraph.start:
            run = [p for p in opening if labels[0].start <= p.start <= labels[-1].start]
            return labels if _is_spoken_run(text, labels, len(run)) else []
    return []


def _is_spoken_run(text: str, labels: Sequence[Label], paragraphs: int) -> bool:
    names = [label.name for label in labels]
    takes_turns = all(one != other for one, other in pairwise(names))
    recurring = {name for name, count in Counter(names).items() if count > 1}
    is_run = takes_turns and len(recurring) > 1 and 4 * len(labels) >= 3 * paragraphs
    asks = "?" in text[labels[0].start : labels[-1].start]
    return is_run and asks and _is_talk(text, labels, names, recurring, has_questions=False)


def _choose_of_form(text: str, labels: Sequence[Label], *, is_strict: bool) -> list[Label]:
    if len(labels) < 2:
        return []
    keys = _join_surnames(labels)
    counts = Counter(keys)
    recurring = {key for key, count in counts.items() if count > 1}
    has_questions = QUESTION in counts and ANSWER in counts
    if not is_strict and len(counts) == 1 and all(_find_question(text, k) for k in labels):
        return list(labels)
    if is_strict:
        # A dash stands behind much else: each label must come again.
        is_dialogue = len(recurring) > 1 or has_questions
    else:
        is_dialogue = has_questions or (
            len(counts) > 1 and bool(recurring) and (len(recurring) > 1 or len(labels) > 2)
        )
    if not is_dialogue or not _is_talk(text, labels, keys, recurring, has_questions):
        return []
    sure = recurring | ({QUESTION, ANSWER} if has_questions else set())
    if QUESTION in counts:
        sure.add(QUESTION)
    in_capitals = all(
        label.is_capitals
        for label, key in zip(labels, keys, strict=True)
        if key in sure and key not in (QUESTION, ANSWER)
    )
    named = set(_NAME_IN_SENTENCE.findall(text))
    return [
        label
        for label, key in zip(labels, keys, strict=True)
        if key in sure
        or len(counts) == 2
        or (not is_strict and _names_speaker(label, named, expects_capitals=in_capitals))
    ]


def _find_question(text: str, label: Label) -> re.Match[str] | None:
    """The line that asks, right above a label: a label of one name alone opens answers to such."""
    return _LINE_THAT_ASKS.search(text, max(0, label.opening - _READ_FOR_TALK), label.opening)


def _join_surnames(labels: Sequence[Label]) -> list[str]:
    """A key for each label; "Jane Smith" has that of "Smith" where both are labels."""
    names = {label.name for label in labels} - read_labels("speaker_roles")
    return [
        last if (last := label.name.rsplit(" ", 1)[-1]) in names else label.name for label in labels
    ]


def _is_talk(
    text: str,
    labels: Sequence[Label],
    keys: Sequence[str],
    recurring: set[str],
    has_questions: bool,
) -> bool:
    """Whether what the labels open is talk and no table: "Home: 3" says neither "I" nor "you"."""
    opened = [
        text[label.words : min(following, label.words + _READ_FOR_TALK)]
        for label, following in zip(
            labels, [*(label.opening for label in labels[1:]), len(text)], strict=True
        )
    ]
    if has_questions and any("?" in words for words in opened):
        return True
    talk = [
        _TALK.search(words) is not None
        for words, key in zip(opened, keys, strict=True)
        if key in recurring
    ]
    return bool(talk) and sum(talk) >= _SHARE_OF_TALK * len(talk)


def _names_speaker(label: Label, named: set[str], *, expects_capitals: bool) -> bool:
    """Whether a label that stands once names somebody, in a text that has turns.

    It may as well be the first word of an answer ("Look: it is over"). ``named`` are the words
    that have a capital inside of sentences.
    """
    if label.name in read_labels("speaker_roles") or label.is_capitals:
        return True
    if expects_capitals:
        return False
    return " " in label.name or label.name.title() in named


# --- what each of them says -------------------------------------------------------------------


def _read_turns(
    text: str, paragraphs: Sequence[Paragraph], stops: Sequence[int], chosen: Sequence[Label]
) -> Iterator[tuple[Label, list[tuple[int, int]]]]:
    """Each label with the pieces of its turn, one a paragraph."""
    starts = [paragraph.start for paragraph in paragraphs]
    opening = {label.opening for label in chosen}
    for label in chosen:
        place = bisect_left(stops, label.opening) + 1
        end = stops[place] if place < len(stops) else len(text)
        is_followed = end in opening
        first = bisect_right(starts, label.start) - 1
        pieces = list(_cut_pieces(text, paragraphs, first, label.words, end))
        if len(pieces) > 1 and not (is_followed and _goes_on(text, label, pieces)):
            pieces = pieces[:1]
        if pieces:
            yield label, pieces


def _cut_pieces(
    text: str, paragraphs: Sequence[Paragraph], first: int, start: int, end: int
) -> Iterator[tuple[int, int]]:
    """The pieces of paragraphs between ``start`` and ``end``, to the first that ends the turn.

    Stage directions that fill a paragraph ("(Applause.)") are nobody's words.
    """
    is_begun = False
    for place in range(first, len(paragraphs)):
        paragraph = paragraphs[place]
        if paragraph.start >= end:
            return
        last = min(end, paragraph.end)
        while last > start and text[last - 1] in "*_":  # a line that is bold as a whole
            last -= 1
        piece = trim(text, max(start, paragraph.start), last)
        if piece[0] >= piece[1] or paragraph.kind in _INTERRUPTIONS:
            continue
        if is_begun and place > first and paragraph.kind not in _GO_ON:
            return
        is_begun = True
        if not _STAGE_DIRECTION.fullmatch(text, *piece):
            yield piece


def _goes_on(text: str, label: Label, pieces: Sequence[tuple[int, int]]) -> bool:
    """Whether the paragraphs behind the first of a turn are its speaker's as well.

    Where one speaks of him by name, and of nobody as "I", the writer tells of him in between.
    """
    if len(pieces) > _LONGEST_TURN:
        return False
    last = label.name.rsplit(" ", 1)[-1]
    if last in (QUESTION, ANSWER) or label.name in read_labels("speaker_roles"):
        return True
    named = re.compile(rf"\b(?:{re.escape(last.title())}|{re.escape(last.upper())})\b")
    return not any(
        named.search(text, *piece) and not _FIRST_PERSON.search(text, *piece)
        for piece in pieces[1:]
    )


def _make_question(doc: Doc, match: re.Match[str]) -> Turn | None:
    span = doc.char_span(*match.span(), alignment_mode="expand")
    return None if span is None else Turn(None, None, [span], asks=True)


def _make_turn(doc: Doc, label: Label, pieces: Sequence[tuple[int, int]]) -> Turn | None:
    """The turn in tokens; a mark glued to the label ("Q."), and brackets around it, are no cue."""
    written = doc.char_span(label.start, label.end, alignment_mode="expand")
    if written is None:
        return None
    mark = None
    if label.form != BARE:
        mark = doc.char_span(*label.mark, alignment_mode="expand")
        if mark is None:
            return None
    reach = written.end if mark is None else max(written.end, mark.end)
    words: list[Span] = []
    for piece in pieces:
        span = doc.char_span(*piece, alignment_mode="expand")
        if span is not None and span.end > reach:
            words.append(doc[max(span.start, reach) : span.end])
            reach = span.end
    if not words:
        return None
    is_cue = mark is not None and mark.start >= written.end and label.form != BRACKETS
    return Turn(written, mark if is_cue else None, words)
