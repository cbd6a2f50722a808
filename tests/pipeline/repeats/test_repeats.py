from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.annotations import (
    Attribution,
    Quotation,
    get_attributions,
    get_quotations,
    set_attributions,
    set_quotations,
)
from claimx.pipeline.quotes.component import Quotes
from claimx.pipeline.repeats.component import Repeats
from claimx.pipeline.repeats.index import RepeatIndex
from claimx.pipeline.repeats.wording import read_wording

FULL = (
    "“We have held long and honest talks with the drivers of this city since Monday, and there is "
    "a fair chance that the strike can end — but the depots must open first. I have asked the "
    "council to release the money. Thank you all!”"
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


def find_repeats(nlp: Language, text: str) -> list[str | None]:
    """The keys that the quotations of ``text`` repeat, in text order."""
    return [q.repeats for q in get_quotations(Repeats()(Quotes()(nlp.make_doc(text))))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“We will open the depots,”", '"We will open the depots."'),
        ("“We will open the depots,”", "“WE WILL  OPEN\nTHE DEPOTS”"),
        ("“It’s the depots’ fault.”", "\"It's the depots' fault.\""),
        ("“no”", '"No"'),
        (FULL, '"We have held long and honest talks with the drivers of this city since Mon…'),
        (FULL, '"We have held long and honest talks…I have asked the council to release tax…'),
        (FULL, "“We have held long and honest talks... Thank you all!”"),
        (
            FULL,
            "“…there is a fair chance [...] I have asked the council to”",
        ),
        ("“We have held long and honest talks with the drivers…”", FULL),
    ],
)
def test_the_second_repeats_the_first(nlp: Language, first: str, second: str) -> None:
    assert find_repeats(nlp, f"He said: {first}\n\nHe said: {second}") == [None, "0"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“We will open the depots,”", "“We will open the doors.”"),
        ("“We will open the depots,”", "“We will not open the depots.”"),
        (FULL, "“We have held long and honest talks with the drivers”"),
        (FULL, "“honest talks…”"),
        (FULL, "“I have asked the council…”"),
        (FULL, "“We have held long and bitter fights with the drivers of this city…”"),
        (FULL, "“We have held long and honest talks … Thank you for the money and the time you …”"),
        (FULL, "“I have asked the council to release … We have held long and honest talks …”"),
        ("“We will never give in to them”", "“We will never pay…”"),
        ("“5 percent”", "“$5”"),
        ("“yes”", "“yes, yes”"),
    ],
)
def test_the_second_says_something_else(nlp: Language, first: str, second: str) -> None:
    assert find_repeats(nlp, f"He said: {first}\n\nHe said: {second}") == [None, None]


def test_a_third_repeats_the_first_and_not_the_second(nlp: Language) -> None:
    text = "“Open the depots now,” he said. “Open the depots now,” he said. “Open the depots now!”"
    assert find_repeats(nlp, text) == [None, "0", "0"]


def test_a_quotation_repeats_nothing_that_holds_it(nlp: Language) -> None:
    assert find_repeats(nlp, "She cried: “ ‘Open the depots now!’ ”") == [None, None]


# --- attributions -----------------------------------------------------------------------------


def make_doc(nlp: Language, *rows: tuple[str, str, str, list[str], str]) -> Doc:
    """A Doc of rows ``source cue content``, each an attribution with speakers and polarity."""
    doc = nlp.make_doc("\n\n".join(" ".join(filter(None, row[:3])) for row in rows))
    at, attributions = 0, []
    for source, cue, content, speakers, polarity in rows:
        spans = []
        for part in (source, cue, content):
            spans.append([doc.char_span(at, at + len(part))] if part else [])
            at += len(part) + 1 if part else 0
        at += 1
        attributions.append(
            Attribution(
                source=spans[0],
                cue=spans[1],
                content=spans[2],
                speakers=speakers,
                kinds={"polarity": polarity},
            )
        )
    set_attributions(doc, attributions)
    return doc


CLAIM = "that he had a “very good talk” with the drivers"
STRAIGHT = 'that he had a "very good talk" with the drivers'


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # The same words and the same speaker, whatever the marks and the source's form.
        (("Hill", CLAIM, ["0"]), ("He", STRAIGHT, ["0"]), "0"),
        (("Hill", CLAIM, ["0"]), ("Ms. Hill", STRAIGHT, ["0", "1"]), "0"),
        # Another speaker.
        (("Hill", CLAIM, ["0"]), ("Reyes", STRAIGHT, ["1"]), None),
        # One of the sources is not resolved, or not there.
        (("Hill", CLAIM, ["0"]), ("The aide", STRAIGHT, []), "0"),
        (("Hill", CLAIM, ["0"]), ("", STRAIGHT, []), "0"),
        # Neither is resolved: the same head, or two.
        (("Hill", CLAIM, []), ("Ms. Hill", STRAIGHT, []), "0"),
        (("Hill", CLAIM, []), ("Reyes", STRAIGHT, []), None),
        # "that" belongs to the cue as much as to the content.
        (("Hill", CLAIM, ["0"]), ("Hill", STRAIGHT.removeprefix("that "), ["0"]), "0"),
        # A word that two people happen to say.
        (("Hill", "“yes”", ["0"]), ("Reyes", "“yes”", ["1"]), None),
        (("Hill", "“yes”", ["0"]), ("They", "“yes”", []), None),
        (("Hill", "“yes”", []), ("Hill", "“yes”", []), "0"),
    ],
)
def test_attributions_of_one_source_with_the_same_words(
    nlp: Language,
    first: tuple[str, str, list[str]],
    second: tuple[str, str, list[str]],
    expected: str | None,
) -> None:
    rows = [(source, "said", content, ids, "positive") for source, content, ids in (first, second)]
    found = get_attributions(Repeats()(make_doc(nlp, *rows)))
    assert [a.repeats for a in found] == [None, expected]


def test_a_denial_does_not_repeat_what_it_denies(nlp: Language) -> None:
    doc = make_doc(
        nlp,
        ("Hill", "said", CLAIM, ["0"], "positive"),
        ("Hill", "denied", CLAIM, ["0"], "negative"),
    )
    assert [a.repeats for a in get_attributions(Repeats()(doc))] == [None, None]


def test_an_attribution_whose_quotation_breaks_off_repeats_the_whole_one(nlp: Language) -> None:
    cut = '"We have held long and honest talks with the drivers of this'
    doc = make_doc(
        nlp, ("Hill", "said", FULL, ["0"], "positive"), ("Hill", "posts", cut, ["0"], "positive")
    )
    assert [a.repeats for a in get_attributions(Repeats()(Quotes()(doc)))] == [None, "0"]


def test_a_word_of_two_speakers_is_joined_neither_as_a_quotation(nlp: Language) -> None:
    doc = make_doc(
        nlp,
        ("Hill", "said", "“yes”", ["0"], "positive"),
        ("Reyes", "said", "“yes”", ["1"], "positive"),
        ("Hill", "said", "“yes”", ["0"], "positive"),
    )
    found = get_quotations(Repeats()(Quotes()(doc)))
    assert [q.repeats for q in found] == [None, None, "0"]


def test_keys_and_everything_else_stay(nlp: Language) -> None:
    doc = make_doc(
        nlp, ("Hill", "said", CLAIM, ["0"], "positive"), ("Hill", "said", CLAIM, ["0"], "positive")
    )
    before = get_attributions(Quotes()(doc))
    after = get_attributions(Repeats()(doc))
    assert [(a.key, a.speakers, a.kinds) for a in after] == [
        (a.key, a.speakers, a.kinds) for a in before
    ]


def test_nothing_to_join_is_nothing_stored(nlp: Language) -> None:
    doc = Repeats()(nlp.make_doc("The depots are open."))
    assert not get_quotations(doc)
    assert not get_attributions(doc)


def test_quotations_in_several_parts_are_compared_whole(nlp: Language) -> None:
    doc = nlp.make_doc("“Open the depots,” he said, “or I walk.” So: “Open the depots or I walk.”")
    doc = Repeats()(Quotes()(doc))
    assert [(len(q.spans), q.repeats) for q in get_quotations(doc)] == [(2, None), (1, "0")]


def test_stored_quotations_of_any_origin_are_joined(nlp: Language) -> None:
    doc = nlp.make_doc("Go home now . Go home now .")
    set_quotations(doc, [Quotation([doc[0:3]], "direct"), Quotation([doc[4:7]], "direct")])
    assert [q.repeats for q in get_quotations(Repeats()(doc))] == [None, "0"]


# --- wording and index ------------------------------------------------------------------------


@given(st.text(max_size=60))
def test_the_wording_does_not_depend_on_case_marks_or_space(text: str) -> None:
    plain = read_wording(text)
    assert read_wording(f"  “{text}” ").words == plain.words


@given(st.lists(st.text(alphabet="ab… .", max_size=30), max_size=8), st.booleans())
def test_whatever_is_found_is_an_earlier_text(texts: list[str], cut_off: bool) -> None:
    index = RepeatIndex()
    for number, text in enumerate(texts):
        wording = read_wording(text, cut_off=cut_off)
        found = index.find(wording, lambda _: True)
        assert found is None or found < number
        assert index.add(wording) == number


def test_the_index_looks_at_few_texts_however_many_agree() -> None:
    index, asked = RepeatIndex(), []

    def refuse(number: int) -> bool:
        asked.append(number)
        return False

    wording = read_wording("yes")
    for _ in range(500):
        index.find(wording, refuse)
        index.add(wording)
    assert len(asked) < 500 * 20
