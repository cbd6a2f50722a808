"""How the tokenizer of the bundled pipeline cuts: as UD's English treebanks do.

A case is a text in which ``|`` stands where a word is cut without white space.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

CASES = {
    "abbreviations": "the U.S. in Jan. said Lt. Gov. Ann Hill of Ft. Worth|, Vt.|, on Mon. 3",
    "two full stops in one": "Smith et al. left",
    "a sentence ends after a capital": "a PhD|. AT&T|. nor would I|. H.R. 5 by J. Hill",
    "a compound": "the vice|-|president|, a 10|-|year|-|old|, well|-|known",
    "a bound prefix": "the non-profit|'s co-founder re-elected in mid-August or mid-2014",
    "a bound prefix, in capitals a word": "UN|-|backed",
    "a bound suffix": "career-wise",
    "a letter as prefix": "E-mail|, Jamaat|-|e|-|Islami",
    "an abbreviation in a compound": "the U.S.|-|led talks|, Va.|-|based",
    "a name with a number": "an F|-|16|, COVID-19",
    "a party and state": "(|R|-|Ky.|) and (|D|-|TX|)",
    "a span of numbers": "2014|-|16|, 2014|–|16|, $|10|-|$|20|, £|5|–|£|10",
    "a telephone number": "202-555-1234|, (|202|) 555-1234",
    "a date in numbers": "05-03-2014|, 5/3/2014|, 9/11",
    "amounts of money": "$|1.5|bn|, £|20|m|, $|80|k|. €|5|m|.",
    "numbers with marks": "1,500 people|, 5|%|, [|13|,|14|]|, #|9",
    "times": "6|pm|, 7:30|PM|, 5:30|p.m.|, 9|am|-|3|pm|, 5 p.m.",
    "decades": "the 1990s|, the 1990's|, the '90s|, ’16|, \"|the '80s|.|\"",
    "possessives": "Ann|'s and Tom|’s|, 2016|'s|, Ann|'s|/|Tom|'s|, students|'",
    "contractions": "O’Brien can|not|, ca|n't|, would|n’t|, I|’m|, DO|N'T|, DO|NT|, wan|na",
    "contractions before a mark": "you|’ve|—|you|’ve|, do|n't|—|do",
    "words that look like contractions": "they wed|, an id",
    "slashes": "and|/|or|, his|/|her|, 1/2",
    "brackets": "person|(|s|)|, (|aged 8|)|, (|right|)|: yes",
    "companies": "AT&T and Q&A",
    "addresses of the web": "a.hill@news.co.uk|, https://news.org/a-b?x=1&y=2|, www.news.org|.",
    "handles and tags": "@handle #tag",
    "repeated marks": "Why|?! No|!!! ______ ===== ***",
    "quotation marks": "“|Go|,|” \"|go|\" ``|go|'' ‘|go|’ «|go|» said|”|Ann",
    "ellipses and dashes": "well|...|no|… yes|—|no --- WASHINGTON (|AP|) -|The House",
    "a missing space": "right|?|Yes|.|No|,|yes",
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_words_are_cut_where_the_treebanks_cut(blank: Language, case: str) -> None:
    doc = blank.make_doc(case.replace("|", ""))
    cut = "".join(
        token.text + (token.whitespace_ or "|" * (token.i + 1 < len(doc))) for token in doc
    )
    assert cut == case


def test_the_rules_are_saved_with_the_pipeline(blank: Language, tmp_path: Path) -> None:
    blank.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    for case in CASES.values():
        text = case.replace("|", "")
        assert [t.text for t in again(text)] == [t.text for t in blank(text)]
