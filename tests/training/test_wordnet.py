"""Reading WordNet's database for what nouns stand for."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimx_training.wordnet import list_nouns, write_nouns

# Offset, field, "n", words (each with a number), pointers (symbol, offset, part, ends), gloss.
SENSES = """\
  1 This software and database is being provided to you.
00000001 18 n 01 person 0 000 | a human being
00000002 18 n 02 female 0 female_person 0 001 @ 00000001 n 0000 | a person who can bear
00000003 18 n 02 male 0 male_person 0 001 @ 00000001 n 0000 | a person who cannot
00000004 18 n 01 duchess 0 001 @ 00000001 n 0000 | a woman who rules
00000005 18 n 01 aunt 0 001 @ 00000002 n 0000 | the sister of a parent
00000006 18 n 01 uncle 0 001 @ 00000003 n 0000 | the brother of a parent
00000007 15 n 01 diocese 0 000 | the flock of a bishop
00000015 14 n 02 organization 0 organisation 0 000 | people who work together
00000016 14 n 01 navy 0 001 @ 00000015 n 0000 | what sails to war
00000017 14 n 01 crowd 0 000 | many in one place
00000008 23 n 01 number 0 000 | how many there are
00000009 06 n 01 printer 0 000 | what prints
00000010 18 n 01 printer 0 001 @ 00000001 n 0000 | who prints
00000011 18 n 01 Baker 0 001 @i 00000001 n 0000 | a soprano
00000012 10 n 02 disparagement 0 depreciation 0 000 | ill words
00000013 18 n 01 oaf 0 002 @ 00000001 n 0000 ;u 00000012 n 0000 | who is slow
00000014 06 n 01 table 0 000 | a board on legs
"""
INDEX = """\
  1 This software and database is being provided to you.
aunt n 1 1 @ 1 0 00000005
baker n 1 1 @ 1 0 00000011
crowd n 1 0 1 0 00000017
diocese n 1 0 1 0 00000007
duchess n 1 1 @ 1 0 00000004
female_person n 1 1 @ 1 0 00000002
navy n 1 1 @ 1 0 00000016
number n 1 0 1 1 00000008
oaf n 1 2 @ ; 1 0 00000013
printer n 2 1 @ 2 1 00000009 00000010
table n 1 0 1 1 00000014
uncle n 1 1 @ 1 0 00000006
"""


@pytest.fixture
def wordnet(tmp_path: Path) -> Path:
    for name, text in (("data.noun", SENSES), ("index.noun", INDEX)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "cntlist.rev").write_text("printer%1:06:00:: 1 2\n", encoding="utf-8")
    return tmp_path


def test_the_most_used_senses_decide(wordnet: Path) -> None:
    assert list(list_nouns(wordnet)) == [
        ("aunt", "person", "f"),
        ("crowd", "people", ""),
        ("diocese", "body", ""),
        ("duchess", "person", "f"),
        ("navy", "body", ""),
        ("number", "thing", ""),
        ("printer", "thing", ""),
        ("uncle", "person", "m"),
    ]


def test_a_count_outweighs_the_order_of_senses(wordnet: Path) -> None:
    (wordnet / "cntlist.rev").write_text("printer%1:18:00:: 1 9\n", encoding="utf-8")
    assert ("printer", "person", "") in list(list_nouns(wordnet))


def test_the_list_is_written_as_the_lexicon_reads_it(wordnet: Path, tmp_path: Path) -> None:
    target = tmp_path / "nouns.tsv"
    assert write_nouns(wordnet, target) == 8
    assert "aunt\tperson\tf\ncrowd\tpeople\ndiocese\tbody\n" in target.read_text(encoding="utf-8")


def test_a_database_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"data\.noun"):
        list(list_nouns(tmp_path))
