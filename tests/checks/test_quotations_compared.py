"""Quotations compared within an article and across articles."""

from __future__ import annotations

from claimx.checks.alignment import align, describe_changes
from claimx.checks.occurrences import Occurrence
from claimx.checks.rules import altered_quote, same_quote_two_speakers
from claimx.checks.wording import key_of, parts_of, words_of


def quoted(
    text: str, speaker: str | None = "Ruth Okafor", kind: str = "person", article: int = 0
) -> Occurrence:
    parts = tuple(tuple(part) for part in parts_of(text))
    path = f"{'abc'[article]}.txt"
    return Occurrence(article, path, 0, len(text), text, parts, speaker, kind, None)


def messages(rule: object, *occurrences: Occurrence) -> list[str]:
    return [hit.message for _, hit in rule.RULE.compare(occurrences)]  # type: ignore[attr-defined]


def test_marks_and_case_change_no_wording() -> None:
    assert key_of("“We’ll  open it, IN May!”") == key_of("'we'll open it in may'")
    assert [word.start for word in words_of("a b-c", 10)] == [10, 12]


def test_ellipses_and_brackets_cut_a_wording() -> None:
    for text in ("we open … in May", "we open [...] in May", "we open [the bridge] in May"):
        assert [[word.form for word in part] for part in parts_of(text)] == [
            ["we", "open"],
            ["in", "may"],
        ]
    assert [[word.form for word in part] for part in parts_of("[W]e open it")] == [
        ["we", "open", "it"]
    ]


def test_the_same_words_of_two_people_are_told_with_the_other_article() -> None:
    words = "“The bridge will stay shut until May”"
    first, second = quoted(words), quoted(words.upper(), "Paul Reyes", article=1)
    (message,) = messages(same_quote_two_speakers, first, second)
    assert "Paul Reyes here" in message
    assert "Ruth Okafor in a.txt" in message


def test_one_speaker_by_two_names_is_one() -> None:
    words = "“The bridge will stay shut until May”"
    assert not messages(same_quote_two_speakers, quoted(words), quoted(words, "Okafor"))
    assert not messages(
        same_quote_two_speakers, quoted(words), quoted(words, "the city", "organization")
    )
    assert not messages(same_quote_two_speakers, quoted("“I do not”"), quoted("“I do not”", "Bo"))


def test_altered_words_are_shown() -> None:
    first = quoted("“The bridge will stay shut until the end of May”")
    second = quoted("“The bridge will stay open until the end of May”", article=1)
    (message,) = messages(altered_quote, first, second)
    assert message == "the quotation in a.txt reads otherwise: “shut” became “open”"


def test_a_part_of_a_quotation_is_no_altered_one() -> None:
    whole = quoted("“The bridge will stay shut until the end of May, and the tunnel, too”")
    for part in (
        "“will stay shut until the end of May”",
        "“The bridge will stay shut … until the end of May”",
        "“The bridge [over the Tay] will stay shut until the end of May”",
        "“the bridge will stay shut, until the end of MAY.”",
    ):
        assert not messages(altered_quote, whole, quoted(part))


def test_different_quotations_do_not_align() -> None:
    one = ["the", "bridge", "will", "stay", "shut", "until", "the", "end", "of", "may"]
    other = ["the", "council", "wants", "the", "tunnel", "to", "be", "open", "by", "then"]
    assert align(one, other) is None
    changes = align(one, [*one[:4], "not", *one[4:]])
    assert changes is not None
    assert describe_changes(changes) == "“not” was put in"
