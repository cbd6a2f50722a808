"""The labels: whole, drawn as the scripts draw them, agreed on, and without any text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.quality import draw_said_on, draw_speakers
from tests.quality.labels import (
    FIT_SPEAKERS,
    HELD_SPEAKERS,
    SAID_ON,
    SECOND_HELD_SPEAKERS,
    SECOND_SPEAKERS,
    SPEAKERS,
    agree_on_speaker,
    describe_agreement,
    pair_readers,
    read_said_on,
    read_speakers,
)

LABELS = {
    "split", "article", "source", "content", "type", "speaker", "kind", "anonymous", "unclear",
}  # fmt: skip


def test_as_many_speakers_are_labelled_as_were_asked_for() -> None:
    labels = read_speakers()
    assert sum(label.split == "dev" for label in labels) == 305
    assert sum(label.split == "tune" for label in labels) == 200
    assert {label.kind for label in labels} == {
        "person", "organization", "group", "document", "unnamed",
    }  # fmt: skip
    assert all(label.speakers or label.is_unclear for label in labels)


@pytest.mark.parametrize(("path", "split"), [(FIT_SPEAKERS, "fit"), (HELD_SPEAKERS, "held")])
def test_the_other_speakers_are_of_other_articles(path: Path, split: str) -> None:
    labels = read_speakers(path)
    assert {label.split for label in labels} == {split}
    others = HELD_SPEAKERS if split == "fit" else FIT_SPEAKERS
    known = {x.article for x in [*read_speakers(), *read_speakers(others)]}
    assert not {x.article for x in labels} & known
    assert all(label.speakers or label.is_unclear for label in labels)


def test_as_many_times_of_speaking_are_labelled_as_were_asked_for() -> None:
    labels = read_said_on()
    assert sum(not label.is_unclear for label in labels) == 154
    assert sum(label.said_on is not None and not label.is_unclear for label in labels) == 48


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        (SPEAKERS, LABELS),
        (SECOND_SPEAKERS, LABELS),
        (FIT_SPEAKERS, LABELS),
        (HELD_SPEAKERS, LABELS),
        (SECOND_HELD_SPEAKERS, LABELS),
        (SAID_ON, {"article", "source", "cue", "content", "said_on", "said_on_span", "unclear"}),
    ],
)
def test_the_files_hold_names_and_offsets_alone(path: Path, fields: set[str]) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert set(row) == fields
        words = [row.get("said_on") or "", *row.get("speaker", [])]
        assert max(map(len, words)) < 70


def test_the_second_reader_labelled_what_was_drawn() -> None:
    drawn = [label.attribution for label in draw_speakers.draw_second(read_speakers())]
    assert [label.attribution for label in read_speakers(SECOND_SPEAKERS)] == drawn


def test_two_readers_agree() -> None:
    pairs = pair_readers(read_speakers(), read_speakers(SECOND_SPEAKERS))
    clear = [pair for pair in pairs if not any(label.is_unclear for label in pair)]
    assert len(clear) == 59
    assert all(agree_on_speaker(*pair) for pair in clear)
    assert list(describe_agreement(pairs))[1] == "the same speaker      59 of 59 (100.0 %)"


def test_two_readers_mostly_agree_on_what_is_held_back() -> None:
    pairs = pair_readers(read_speakers(HELD_SPEAKERS), read_speakers(SECOND_HELD_SPEAKERS))
    clear = [pair for pair in pairs if not any(label.is_unclear for label in pair)]
    assert len(clear) > 50
    assert sum(agree_on_speaker(*pair) for pair in clear) >= 0.9 * len(clear)


def test_disagreement_is_counted_and_shown() -> None:
    first, second = read_speakers()[0], read_speakers()[1]
    _, speaker, *_, shown = describe_agreement([(first, second)])
    assert speaker == "the same speaker      0 of 1 (0.0 %)"
    assert "source (unnamed) | Pat Caddell (person)" in shown


def test_speakers_were_drawn_by_the_script(corpora: Path) -> None:
    drawn = {(x.article, x.attribution) for x in draw_speakers.draw(corpora / "polnear")}
    assert len(drawn) == 515
    assert {(x.article, x.attribution) for x in read_speakers()} <= drawn


def test_the_other_speakers_were_drawn_by_the_script(corpora: Path) -> None:
    polnear = corpora / "polnear"
    drawn = [*draw_speakers.draw_train(polnear), *draw_speakers.draw_fit(polnear)]
    labels = [*read_speakers(FIT_SPEAKERS), *read_speakers(HELD_SPEAKERS)]
    assert {(x.article, x.attribution) for x in labels} <= {
        (x.article, x.attribution) for x in drawn
    }


def test_times_of_speaking_were_drawn_by_the_script(corpora: Path) -> None:
    drawn = {
        (x.article, frozenset(x.attribution.content))
        for x in draw_said_on.draw(corpora / "polnear")
    }
    assert {(x.article, frozenset(x.attribution.content)) for x in read_said_on()} == drawn
