"""Two versions of an article compared by content."""

from __future__ import annotations

import io
import json

import pytest
from tests.article_builder import Locator, build_article

from claimx.article import Article, Claim, Content, Date, Metadata, Quote, Source, Speaker
from claimx.checks.compare import compare_articles, pair_articles
from claimx.checks.compare.alignment import align_texts
from claimx.checks.compare.formats import DIFF_FORMATS, ComparedPair
from claimx.checks.engine import CheckedArticle

SHUT = "the bridge will stay shut until the end of May"
MONEY = "the money for it is there"


def article_of(*said: tuple[str, str, str | None], path: str = "a.md") -> Article:
    """An article of sentences: who, what, and on which day."""
    text = "\n".join(f"{who} said {what} on {day}" for who, what, day in said)
    here = Locator(text)
    names = list(dict.fromkeys(who for who, _, _ in said))
    days = list(dict.fromkeys(day for _, _, day in said if day))
    quotes = []
    claims = []
    for number, (who, what, day) in enumerate(said, 1):
        if what.startswith("“"):
            quotes.append(
                Quote(id=f"Q{number}", spans=[here.span(what)], kind="direct", claim=f"C{number}")
            )
        claims.append(
            Claim(
                id=f"C{number}",
                source=Source(spans=[here.span(who)], speakers=[f"S{names.index(who) + 1}"]),
                content=Content(spans=[here.span(what)], text=what),
                directness="indirect",
                said_on=f"D{days.index(day) + 1}" if day else None,
            )
        )
    return build_article(
        text,
        metadata=Metadata(path=path),
        speakers=[
            Speaker(id=f"S{number}", name=name, kind="person")
            for number, name in enumerate(names, 1)
        ],
        dates=[
            Date(id=f"D{number}", span=here.span(day), type="DATE", value=day)
            for number, day in enumerate(days, 1)
        ],
        quotes=quotes,
        claims=claims,
    )


def kinds(old: Article, new: Article) -> list[str]:
    return [difference.kind for difference in compare_articles(old, new)]


def test_what_was_moved_or_marked_otherwise_has_not_changed() -> None:
    old = article_of(("Ruth Okafor", SHUT, None), ("Paul Reyes", MONEY, None))
    new = article_of(("Paul Reyes", MONEY, None), ("Okafor", SHUT.upper() + ",", None))
    assert kinds(old, new) == []


def test_each_kind_of_change_is_told() -> None:
    old = article_of(("Ruth Okafor", SHUT, "2025-03-13"), ("Paul Reyes", MONEY, None))
    other = "nobody asked the union before the vote"
    new = article_of(
        ("Paul Reyes", SHUT.replace("end", "start"), "2025-03-12"), ("Ann Hill", other, None)
    )
    assert sorted(kinds(old, new)) == [
        "claim-added",
        "claim-removed",
        "claim-reworded",
        "date-changed",
        "re-attributed",
    ]
    messages = {item.kind: item.message for item in compare_articles(old, new)}
    assert messages["claim-reworded"] == "“end” became “start”"
    assert messages["re-attributed"] == "Ruth Okafor became Paul Reyes"
    assert messages["date-changed"] == "said on 2025-03-13 became 2025-03-12"
    assert messages["claim-added"] == f"Ann Hill: {other}"


def test_an_altered_quotation_is_told_at_its_edges_too() -> None:
    old = article_of(("Ruth Okafor", "“We cannot open it safely”", None))
    new = article_of(("Ruth Okafor", "“We cannot open it safely now”", None))
    assert kinds(old, new) == ["claim-reworded", "quote-altered"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([], [], []),
        (["a b c"], [], [(0, None)]),
        ([], ["a b c"], [(None, 0)]),
        (["a b c d", "e f g h"], ["E, f g h", "a b c x"], [(1, 0), (0, 1)]),
        (["same", "same"], ["same"], [(0, 0), (1, None)]),
        (["a b c d"], ["w x y z"], [(0, None), (None, 0)]),
    ],
)
def test_texts_are_aligned_by_words(
    old: list[str], new: list[str], expected: list[tuple[int | None, int | None]]
) -> None:
    assert align_texts(old, new) == expected


def test_articles_of_folders_are_paired_by_name_then_by_id() -> None:
    def checked(path: str, words: str) -> CheckedArticle:
        return CheckedArticle(article_of(("Ruth Okafor", words, None), path=path), None)

    old = [checked("v1/a.md", "one"), checked("v1/b.md", "two"), checked("v1/gone.md", "three")]
    new = [checked("v2/a.md", "1"), checked("v2/moved.md", "two"), checked("v2/new.md", "four")]
    pairs = pair_articles(old, new, ("v1", "v2/"))
    assert [(pair.name, pair.old is not None, pair.new is not None) for pair in pairs] == [
        ("a.md", True, True),
        ("b.md", True, True),
        ("gone.md", True, False),
        ("new.md", False, True),
    ]
    assert len(pair_articles(old[:1], new[2:], ("v1", "v2"))) == 1


def test_every_format_tells_the_same() -> None:
    old = CheckedArticle(article_of(("Ruth <b>Okafor", SHUT, None)), None)
    new = CheckedArticle(article_of(("Paul Reyes", SHUT, None)), None)
    (pair,) = pair_articles([old], [new], ("a", "b"))
    compared = [ComparedPair(pair, compare_articles(old.article, new.article))]
    shown = {}
    for name, render in DIFF_FORMATS.items():
        stream = io.StringIO()
        render(compared, stream)
        shown[name] = stream.getvalue()
    assert "re-attributed" in shown["text"]
    (entry,) = json.loads(shown["json"])
    assert entry["status"] == "changed"
    assert entry["differences"][0]["kind"] == "re-attributed"
    assert "<b>" not in shown["html"]
    assert "&lt;b&gt;Okafor" in shown["html"]
    assert "<script" not in shown["html"]
    assert "http" not in shown["html"]
