"""Whether a quotation stands in a source, and how it differs from what stands there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import accumulate, pairwise
from typing import Literal

from claimx.checks.alignment import Change, describe_changes
from claimx.checks.names import may_be_one_name
from claimx.checks.occurrences import Occurrence
from claimx.checks.verify.sources import GRAM, SourceText, find_grams, grams_of

Kind = Literal["exact", "shortened", "altered", "spliced", "other-speaker", "not-found"]

# Between two parts that an ellipsis joins, no more words than these are left out of one passage.
_FAR = 60
# Between two parts that nothing joins: what lies further apart is another sentence.
_NEAR = 20
# Words that a part must have to be one of those that a quotation was put together from.
_LEAST_PART = 4
# Of a quotation's words, those that such parts must be.
_LEAST_COVERED = 0.8
# Of a quotation's words, those that a passage must have in the same order to be its source.
_LEAST_SHARE = 0.6
# Or that it must have without a word between.
_LEAST_RUN = 7
# Passages of the sources that are compared word by word, those with most runs of words first.
_MOST_WINDOWS = 5


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one quotation.

    Attributes:
        kind: Word for word, with ellipses that keep the words, or how it differs.
        message: One sentence without a full stop.
        place: ``path:line`` of the source; None where none was found.
    """

    kind: Kind
    message: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class _Run:
    """A part of a quotation that stands in a source word for word."""

    source: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words of a quotation, by number, and where they stand in the sources."""

    start: int
    length: int
    runs: list[_Run]


@dataclass(frozen=True, slots=True)
class _Window:
    """A passage of a source compared with a quotation.

    Attributes:
        source: Number of the source.
        start: Its first word.
        matcher: Compares the passage with the quotation.
        blocks: The runs of two words or more that both have, in order.
        equal: How many words these are.
        is_close: Whether these are enough to be what the quotation was made of.
    """

    source: int
    start: int
    matcher: SequenceMatcher[str]
    blocks: list[Match]
    equal: int
    is_close: bool


class Verifier:
    """Holds quotations against sources; all quotations are given at once, to be indexed."""

    def __init__(self, sources: Sequence[SourceText], quotations: Sequence[Occurrence]) -> None:
        self._sources = sources
        wanted = frozenset(
            gram for item in quotations for gram in (*grams_of(item.forms), *_of_parts(item))
        )
        self._places = find_grams(sources, wanted)

    def judge(self, quotation: Occurrence) -> Verdict | None:
        """The verdict, or None for a quotation of fewer words than can be looked for."""
        parts = [tuple(word.form for word in part) for part in quotation.parts]
        long = [part for part in parts if len(part) >= GRAM]
        if not long:
            return None
        found = [self._find(part) for part in long]
        if all(found):
            chain = _nearest_chain(found)
            if chain is None:
                return self._spliced(found)
            if self._has_short_parts(parts, chain):
                return self._whole(quotation, found, chain)
        return (
            self._half_invented(long, found) or self._joined(quotation) or self._altered(quotation)
        )

    def _half_invented(
        self, parts: list[tuple[str, ...]], found: list[list[_Run]]
    ) -> Verdict | None:
        """The verdict on a quotation of which a part stands in a source, and another nowhere."""
        if not any(found):
            return None
        for part in parts:
            if len(part) >= _LEAST_PART and not any(map(self._places.get, grams_of(part))):
                return Verdict("not-found", f"no source has “{' '.join(part)}”")
        return None

    def _find(self, part: tuple[str, ...]) -> list[_Run]:
        """Where a part stands word for word."""
        runs = []
        for source, first in self._places.get(part[:GRAM], ()):
            if self._sources[source].forms[first : first + len(part)] == part:
                runs.append(_Run(source, first, first + len(part) - 1))
        return runs

    def _has_short_parts(self, parts: list[tuple[str, ...]], chain: list[_Run]) -> bool:
        """Whether parts too short to be looked for stand near those that were found."""
        forms = self._sources[chain[0].source].forms
        near = forms[max(0, chain[0].first - _FAR) : chain[-1].last + _FAR]
        short = (part for part in parts if len(part) < GRAM)
        return all(any(near[i : i + len(part)] == part for i in range(len(near))) for part in short)

    def _whole(self, quotation: Occurrence, found: list[list[_Run]], chain: list[_Run]) -> Verdict:
        place = self._sources[chain[0].source].describe(chain[0].first)
        other = self._other_speaker(quotation, found)
        if other is not None:
            return Verdict(
                "other-speaker",
                f"given to {quotation.speaker} here, and to {other} in {place}",
                place,
            )
        if len(quotation.parts) > 1:
            return Verdict("shortened", f"shortened with marks from {place}", place)
        return Verdict("exact", f"word for word in {place}", place)

    def _other_speaker(self, quotation: Occurrence, found: list[list[_Run]]) -> str | None:
        """Whose words the sources say these are, where nobody of them may be the draft's."""
        if quotation.speaker is None or quotation.kind != "person":
            return None
        names: list[str] = []
        for run in found[0]:
            said = self._sources[run.source].speakers_of(run.first, run.last)
            if not said:
                # A source that does not say whose words they are contradicts nobody.
                return None
            names += said
        if any(may_be_one_name(quotation.speaker, name) for name in names):
            return None
        return " and ".join(dict.fromkeys(names)) or None

    def _spliced(self, found: list[list[_Run]]) -> Verdict:
        first, last = found[0][0], found[-1][0]
        places = [self._sources[run.source].describe(run.first) for run in (first, last)]
        return Verdict(
            "spliced",
            f"put together from places far apart: {places[0]} and {places[1]}",
            places[0],
        )

    def _joined(self, quotation: Occurrence) -> Verdict | None:
        """The verdict on a quotation that joins words from places far apart without saying so."""
        stretches = self._stretches(quotation.forms)
        covered = sum(stretch.length for stretch in stretches)
        if covered < _LEAST_COVERED * len(quotation.forms):
            return None
        joints = _joints_of(quotation)
        for one, other in pairwise(stretches):
            is_marked = any(one.start < joint <= other.start for joint in joints)
            most = _FAR if is_marked else _NEAR
            if _are_near(one, other, most):
                continue
            # A passage that has most of both was altered, even where another source has the
            # altered words.
            if not self._has_both(quotation.forms, (one, other), most):
                return self._spliced([one.runs, other.runs])
        return None

    def _has_both(
        self, forms: tuple[str, ...], stretches: tuple[_Stretch, _Stretch], most: int
    ) -> bool:
        """Whether one passage has most words of two stretches in order, ``most`` words between."""
        return any(
            all(_count_within(blocks, one) >= _LEAST_SHARE * one.length for one in stretches)
            for window in self._compare(forms)
            for blocks in _split(window.blocks, most)
        )

    def _stretches(self, forms: tuple[str, ...]) -> list[_Stretch]:
        """The longest runs of words that stand in a source, from left to right."""
        stretches = []
        start = 0
        while start + GRAM <= len(forms):
            longest = _Stretch(start, 1, [])
            for source, first in self._places.get(forms[start : start + GRAM], ()):
                there = self._sources[source].forms[first : first + len(forms) - start]
                length = _count_common(there, forms[start:])
                run = _Run(source, first, first + length - 1)
                if length > longest.length:
                    longest = _Stretch(start, length, [run])
                elif length == longest.length:
                    longest.runs.append(run)
            if longest.length >= _LEAST_PART:
                stretches.append(longest)
                start += longest.length
            else:
                start += 1
        return stretches

    def _altered(self, quotation: Occurrence) -> Verdict:
        forms = quotation.forms
        windows = [window for window in self._compare(forms) if window.is_close]
        if not windows:
            return Verdict("not-found", "no source has these words")
        best = max(windows, key=lambda window: window.equal)
        codes = best.matcher.get_opcodes()
        changes = self._changes(codes, best.source, best.start, forms)
        first = next((i1 for tag, i1, _, _, _ in codes if tag == "equal"), 0)
        place = self._sources[best.source].describe(best.start + first)
        return Verdict("altered", f"{place} reads otherwise: {describe_changes(changes)}", place)

    def _compare(self, forms: tuple[str, ...]) -> Iterator[_Window]:
        """The passages that share most runs of words with a quotation, compared word by word."""
        for source, start, end in self._windows(forms):
            passage = self._sources[source].forms[start:end]
            matcher = SequenceMatcher(None, passage, forms, autojunk=False)
            # Single words that a passage happens to have as well tell nothing.
            blocks = [block for block in matcher.get_matching_blocks() if block.size > 1]
            equal = sum(block.size for block in blocks)
            longest = max((block.size for block in blocks), default=0)
            is_close = equal >= _LEAST_SHARE * len(forms) or longest >= _LEAST_RUN
            yield _Window(source, start, matcher, blocks, equal, is_close)

    def _changes(
        self,
        codes: Sequence[tuple[str, int, int, int, int]],
        source: int,
        start: int,
        forms: Sequence[str],
    ) -> list[Change]:
        """What the quotation changed; what the source has before and behind it does not count.

        Words at its edges stand for as many of the source, as far as the sentence goes.
        """
        text = self._sources[source]
        last = len(codes) - 1
        changes = []
        for number, (tag, i1, i2, j1, j2) in enumerate(codes):
            if tag == "equal":
                continue
            i1, i2 = start + i1, start + i2
            if number == 0:
                i1 = text.sentence_start(i2, max(i1, i2 - (j2 - j1)))
            elif number == last:
                i2 = text.sentence_end(i1, min(i2, i1 + (j2 - j1)))
            if i1 < i2 or j1 < j2:
                changes.append(Change(text.forms[i1:i2], tuple(forms[j1:j2])))
        return changes

    def _windows(self, forms: Sequence[str]) -> list[tuple[int, int, int]]:
        """The stretches of sources that share most runs of words with a quotation."""
        reach = len(forms) + _FAR
        votes: dict[tuple[int, int], int] = {}
        for gram in grams_of(forms):
            for source, position in self._places.get(gram, ()):
                # A stretch may lie over the limit of two cells: it votes for both.
                cell = position // reach
                for near in {cell, max(0, cell - 1)}:
                    votes[source, near] = votes.get((source, near), 0) + 1
        ranked = sorted(votes, key=lambda key: (-votes[key], key))[:_MOST_WINDOWS]
        return [
            (source, max(0, cell * reach - GRAM), (cell + 2) * reach) for source, cell in ranked
        ]


def _of_parts(item: Occurrence) -> list[tuple[str, ...]]:
    return [gram for part in item.parts for gram in grams_of([word.form for word in part])]


def _joints_of(item: Occurrence) -> list[int]:
    """The numbers of the words behind an ellipsis, a bracket or an attribution."""
    return list(accumulate(len(part) for part in item.parts))[:-1]


def _split(blocks: Sequence[Match], most: int) -> list[list[Match]]:
    """The blocks in groups, with more than ``most`` words of the source between two groups."""
    groups: list[list[Match]] = []
    for block in blocks:
        if groups and block.a - (groups[-1][-1].a + groups[-1][-1].size) < most:
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _count_within(blocks: Sequence[Match], stretch: _Stretch) -> int:
    """How many words of a stretch the blocks have."""
    end = stretch.start + stretch.length
    return sum(
        max(0, min(block.b + block.size, end) - max(block.b, stretch.start)) for block in blocks
    )


def _are_near(one: _Stretch, other: _Stretch, most: int) -> bool:
    """Whether two stretches stand in their order in a source, with ``most`` words between."""
    return any(
        first.source == last.source and 0 < last.first - first.last <= most
        for first in one.runs
        for last in other.runs
    )


def _count_common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two sequences begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next(
        (number for number, (left, right) in pairs if left != right), min(len(one), len(other))
    )


def _nearest_chain(found: list[list[_Run]]) -> list[_Run] | None:
    """One run a part, in order and near each other in one source; None where there is none."""
    for start in found[0]:
        chain = [start]
        for runs in found[1:]:
            behind = [
                run
                for run in runs
                if run.source == start.source and 0 < run.first - chain[-1].last <= _FAR
            ]
            if not behind:
                break
            chain.append(min(behind, key=lambda run: run.first))
        if len(chain) == len(found):
            return chain
    return None
