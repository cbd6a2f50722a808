"""What decides whether a claim, a name or a figure is right, on cases made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimx.evaluation.standards import Attribution
from tests.quality.corpora import VARIABLE, find_corpora
from tests.quality.figures import (
    Figure,
    Floors,
    find_lowered,
    format_figures,
    make_floors,
    read_floors,
    write_floors,
)
from tests.quality.sentences import (
    Outcome,
    count_right,
    describe_failures,
    is_all_found,
    read_cases,
    summarise,
)
from tests.quality.speaker_names import are_same_speakers
from tests.tagged import read_tagged

GOLD = "<source>Ms. Hill</source> <cue>said</cue> <content>that it was over</content>."


def is_right(found: list[str], gold: str = GOLD) -> bool:
    """Whether tagged claims, all in the same text, are what the gold has."""
    text, items = _read(gold)
    claims = []
    for tagged in found:
        same_text, more = _read(tagged)
        assert same_text == text
        claims += more
    return is_all_found(text, claims, items)


def _read(tagged: str) -> tuple[str, list[Attribution]]:
    text, items = read_tagged(tagged)
    return text, [
        Attribution(tuple(x.source), tuple(x.cue), tuple(x.content)) for x in items.values()
    ]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([GOLD], True),
        (["Ms. <source>Hill</source> said that <content>it was over</content>."], True),
        (["Ms. Hill said <content>that it was over</content>."], False),
        (["<source>Ms. Hill</source> said that it was <content>over</content>."], False),
        (["Ms. Hill <source>said</source> <content>that it was over</content>."], False),
        ([], False),
        ([GOLD, GOLD], False),
    ],
)
def test_a_case_is_right_where_each_claim_is_found_and_no_other(
    found: list[str], expected: bool
) -> None:
    assert is_right(found) is expected


def test_two_absent_sources_are_the_same() -> None:
    passive = "It <cue>was said</cue> <content>that it was over</content>."
    assert is_right([passive], passive)


def test_a_case_without_attributions_is_right_where_nothing_is_found() -> None:
    assert is_right([], "The film is over.")
    assert not is_right(["The <content>film</content> is over."], "The film is over.")


def test_cases_are_read_with_paragraphs_and_without_nested_attributions(tmp_path: Path) -> None:
    path = tmp_path / "cases.txt"
    path.write_text(
        "# 01 scene-nested: two paragraphs\n"
        "<source id=1>A</source> <cue id=1>said</cue>:\\n\\n<content id=1><source id=2>B</source> "
        "<cue id=2>knew</cue> <content id=2 parent=1>it</content></content>.\n\n"
        "# 02 film-title: negative: a title\nThe film is over.\n",
        encoding="utf-8",
    )
    first, second = read_cases(path)
    assert first.text == "A said:\n\nB knew it."
    assert first.attributions == (Attribution(((0, 1),), ((2, 6),), ((9, 18),)),)
    assert (first.phenomenon, second.phenomenon) == ("scene", "negative")
    outcomes = [Outcome(first, ()), Outcome(second, ())]
    assert count_right(outcomes) == {"positives": 0, "negatives": 1}
    assert list(summarise(outcomes)) == [
        "right: 0 of 1 with attributions, 1 of 1 without",
        "not right (1): scene-nested",
    ]
    assert list(describe_failures(outcomes)) == [
        "01 scene-nested: two paragraphs",
        "   expected source [A]  cue [said]  content [B knew it]",
        "   found    nothing",
        "not right, by the first word of the name: scene 1",
    ]


@pytest.mark.parametrize(
    ("predicted", "gold", "kind", "expected"),
    [
        (["the Mayor’s Dana Hill"], ["Mayor Dana Hill"], "person", True),
        (["Dana Hill"], ["Dana Hill"], "person", True),
        (["Hill"], ["Dana Hill"], "person", False),
        (["Dana Hill", "Ann Poe"], ["Ann Poe", "Dana Hill"], "person", True),
        (["Dana Hill"], ["Dana Hill", "Ann Poe"], "person", False),
        (["Dana Hill", "Ann Poe"], ["Dana Hill"], "person", False),
        ([], ["Dana Hill"], "person", False),
        (["Dana Hill’s campaign"], ["Hill campaign"], "organization", True),
        (["campaign"], ["Hill campaign"], "organization", False),
        (["The Hill Trust"], ["Hill Trust"], "organization", True),
        (["officials in the state"], ["some state officials"], "group", True),
        (["officials"], ["voters"], "group", False),
        (["poll"], ["Herald poll"], "document", True),
    ],
)
def test_speakers_are_the_same_by_name_or_by_head_word(
    predicted: list[str], gold: list[str], kind: str, expected: bool
) -> None:
    assert are_same_speakers(predicted, gold, kind) is expected


def test_a_floor_lies_half_a_point_or_two_items_below_its_figure() -> None:
    many = Figure("Corpus", "F1", 0.8, 1000, None)
    few = Figure("Corpus", "rare", 0.8, 100, None)
    unheld = Figure("Corpus", "two", 1.0, 2, None, has_floor=False)
    floors = make_floors(
        {"positives": 79, "negatives": 1}, {"corpus": "0a"}, [many, few, unheld], []
    )
    assert floors.figures == {"Corpus: F1": 0.795, "Corpus: rare": 0.78}
    assert floors.sentences == {"positives": 77, "negatives": 0}


def test_floors_come_back_as_they_were_written(tmp_path: Path) -> None:
    floors = Floors({"positives": 77}, {"corpus": "0a"}, {"Corpus: F1": 0.795})
    write_floors(floors, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == floors


def test_a_floor_that_is_lowered_or_gone_is_named() -> None:
    old = Floors({"positives": 77}, {}, {"a": 0.5, "b": 0.5, "c": 0.5})
    new = Floors({"positives": 70}, {}, {"a": 0.6, "b": 0.4})
    assert find_lowered(old, new) == [
        "positives: 77 before, 70 now",
        "b: 0.5 before, 0.4 now",
        "c: 0.5 before, none now",
    ]


def test_the_table_marks_a_figure_below_its_floor() -> None:
    figure = Figure("Corpus", "F1", 0.789, 1000, (0.75, 0.82))
    _, row = format_figures([figure], Floors({}, {}, {"Corpus: F1": 0.795}))
    assert row.split() == ["Corpus", "F1", "78.9", "75.0", "to", "82.0", "1000", "79.5", "below"]


def test_corpora_that_are_named_and_missing_are_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert find_corpora() == tmp_path
    monkeypatch.setenv(VARIABLE, str(tmp_path / "nowhere"))
    with pytest.raises(NotADirectoryError, match="nowhere"):
        find_corpora()
