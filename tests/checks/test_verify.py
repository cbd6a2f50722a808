"""Verdicts on quotations held against sources."""

from __future__ import annotations

import pytest

from claimx.checks.occurrences import Occurrence
from claimx.checks.verify import Passage, PassageFinder, SourceText, Verifier, source_text
from claimx.checks.verify.paraphrases import Paraphrase
from claimx.checks.verify.sources import find_grams
from claimx.checks.wording import forms_of, parts_of, words_of

FILLER = " ".join(f"word{number}" for number in range(200))
MINUTES = (
    "The bridge will stay shut until the end of May, she said.\n"
    "We have the money, and we have the people to do it.\n"
    f"{FILLER}\n"
    "Nobody asked us before the council voted.\n"
)


def quoted(text: str, speaker: str | None = "Ruth Okafor", kind: str = "person") -> Occurrence:
    parts = tuple(tuple(part) for part in parts_of(text))
    return Occurrence(0, "draft.md", 0, len(text), text, parts, speaker, kind, None)


def judge(text: str, *sources: SourceText, speaker: str | None = "Ruth Okafor") -> tuple[str, str]:
    quotation = quoted(text, speaker)
    verdict = Verifier(sources or [source_text("minutes.txt", MINUTES)], [quotation]).judge(
        quotation
    )
    assert verdict is not None
    return verdict.kind, verdict.message


def attributed(words: str, speaker: str) -> SourceText:
    start = MINUTES.index(words)
    passages = (Passage(start, start + len(words), (speaker,)),)
    return SourceText("minutes.txt", MINUTES, passages, tuple(forms_of(MINUTES)))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The bridge will stay shut until the end of May”", "exact"),
        ("'the bridge will STAY shut, until the end of may'", "exact"),
        ("“The bridge will … until the end of May”", "shortened"),
        ("“We have the money [...] to do it”", "shortened"),
        ("“[T]he bridge [over the Tay] will stay shut”", "shortened"),
        ("“We have the money … the people”", "shortened"),
        ("“The bridge will stay open until the end of May”", "altered"),
        ("“The bridge will shut until the end of May”", "altered"),
        ("“The bridge will stay shut … Nobody asked us before”", "spliced"),
        ("“We have the money … The bridge will stay shut”", "spliced"),
        ("“We have the money, and nobody asked us before the council voted”", "spliced"),
        ("“Nobody asked us before, the bridge will stay shut”", "spliced"),
        ("“We have the money to do it”", "altered"),
        (
            "“Nobody asked us before the council voted, and I shall not forgive them for it”",
            "altered",
        ),
        ("“We have the money … whatever anybody in town says”", "not-found"),
        ("“We will build a second tunnel next year”", "not-found"),
    ],
)
def test_a_quotation_gets_its_verdict(text: str, kind: str) -> None:
    assert judge(text)[0] == kind


BECAUSE = (
    "The bridge will stay shut until the end of May because of the rust in the cables, she said.\n"
)
START = f"{FILLER}\nIt will stay shut until the start of May, if not longer, he said.\n"


@pytest.mark.parametrize("others", [(), (START,)], ids=["one source", "a second with the change"])
def test_changed_words_are_altered_even_where_another_source_has_them(
    others: tuple[str, ...],
) -> None:
    sources = [source_text(f"{n}.txt", text) for n, text in enumerate((BECAUSE, *others))]
    kind, message = judge(
        "“The bridge will stay shut until the start of May because of the rust in the cables”",
        *sources,
    )
    assert kind == "altered"
    assert message == "0.txt:1 reads otherwise: “end” became “start”"


def test_the_words_that_differ_are_shown_with_their_place() -> None:
    kind, message = judge("“We have the money, and we lack the people to do it”")
    assert kind == "altered"
    assert message == "minutes.txt:2 reads otherwise: “have” became “lack”"
    _, message = judge("“We have the money, and we have all the people to do it now”")
    assert "“all” was put in" in message
    assert "“now” was put in" in message


def test_parts_of_two_sources_are_spliced() -> None:
    first = source_text("a.txt", "We have the money for it.")
    second = source_text("b.txt", "Nobody asked us before.")
    kind, message = judge("“We have the money … Nobody asked us”", first, second)
    assert kind == "spliced"
    assert "a.txt:1 and b.txt:1" in message


def test_words_of_another_speaker_are_told() -> None:
    words = "Nobody asked us before the council voted."
    source = attributed(words, "Paul Reyes")
    kind, message = judge(f"“{words}”", source)
    assert kind == "other-speaker"
    assert message == "given to Ruth Okafor here, and to Paul Reyes in minutes.txt:4"
    assert judge(f"“{words}”", attributed(words, "Okafor"))[0] == "exact"
    assert judge(f"“{words}”", source, speaker=None)[0] == "exact"
    # Another source says the same words without saying whose they are.
    assert judge(f"“{words}”", source, source_text("b.txt", words))[0] == "exact"


def test_quotations_of_a_word_or_two_are_not_judged() -> None:
    short = quoted("“No deal”")
    assert Verifier([source_text("minutes.txt", MINUTES)], [short]).judge(short) is None


def test_only_wanted_words_are_indexed() -> None:
    source = source_text("minutes.txt", MINUTES)
    places = find_grams([source], frozenset({("nobody", "asked", "us")}))
    assert len(places) == 1


@pytest.mark.parametrize(
    "text", ["It’s ½ of Müller’s 3,000.5 – “Ⅷ” ﬁne", "plain words, 1.5 o'clock", ""]
)
def test_words_with_and_without_places_are_the_same(text: str) -> None:
    assert forms_of(text) == [word.form for word in words_of(text)]


def nearest(words: str, *sources: SourceText) -> tuple[str, str] | None:
    paraphrase = Paraphrase(0, len(words), tuple(forms_of(words)), None)
    passage = PassageFinder(sources, [paraphrase]).find(paraphrase)
    return None if passage is None else (passage.place, passage.text)


def test_a_paraphrase_is_shown_the_sentence_that_shares_its_rare_words() -> None:
    minutes = source_text("minutes.txt", MINUTES)
    other = source_text("other.txt", f"{FILLER}\nThe council will vote on the bridge in June.\n")
    assert nearest("the council had voted without asking them before", other, minutes) == (
        "minutes.txt:4",
        "Nobody asked us before the council voted",
    )
    assert nearest("that the money was there and the people, too", other, minutes) == (
        "minutes.txt:2",
        "We have the money, and we have the people to do it",
    )
    assert nearest("ferries could run at night during the winter", other, minutes) is None
    assert nearest("ferries could run at night during the winter") is None
