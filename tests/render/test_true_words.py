"""What is said of a claim holds of it: for quotations that are cut off and for negated cues."""

from __future__ import annotations

import io
import re

import pytest
from tests.article_builder import Locator, build_article

from claimx.article import Article, Claim, Cue, Quote
from claimx.checks.explanation import explain_claim
from claimx.render import FORMATS, Settings
from claimx.render.totals import totals_of

SAID = {
    "cut off": "Mara Lind wrote: “The harbour will reopen when the",
    "open at an ellipsis": "Mara Lind wrote: “The harbour will reopen when the…",
}
TRAILING = {
    "at an ellipsis": "Mara Lind wrote: “I don’t know what to say…”",
    "dots in brackets": 'Mara Lind wrote: "The harbour will reopen when the [...]"',
}
WHOLE = {
    "whole": "Mara Lind wrote: “The harbour will reopen.”",
    "an ellipsis inside": "Mara Lind wrote: “The harbour … will reopen.”",
    "no opening mark": "The harbour will reopen,” Mara Lind wrote.",
}


def article_quoting(text: str) -> Article:
    """An article of one direct claim: all that stands beside its attribution."""
    here = Locator(text)
    words = text.removeprefix("Mara Lind wrote: ").removesuffix(" Mara Lind wrote.")
    complete = words[0] in '“"' and words[-1] in '”"'
    claim = Claim(id="C1", content=here.content(words), directness="direct")
    quote = Quote(id="Q1", spans=[here.span(words)], kind="direct", claim="C1", complete=complete)
    return build_article(text, text=text, claims=[claim], quotes=[quote])


def words_of(article: Article, name: str) -> str:
    stream = io.StringIO()
    FORMATS[name].load_renderer()([article], stream, Settings(width=200))
    page = re.sub(r"<(style|script)\b.*?</\1>", " ", stream.getvalue(), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


@pytest.mark.parametrize("text", SAID.values(), ids=SAID)
@pytest.mark.parametrize("name", ["table", "markdown", "html"])
def test_a_quotation_that_is_cut_off_is_said_to_be(name: str, text: str) -> None:
    article = article_quoting(text)
    output = words_of(article, name)
    assert "cut off before" in output
    assert "all in the words of the source" not in output
    assert "1 cut off" in str(totals_of(article)[2])
    assert "cut off" in explain_claim(article, "C1")[0].says


@pytest.mark.parametrize("text", TRAILING.values(), ids=TRAILING)
@pytest.mark.parametrize("name", ["table", "markdown", "html"])
def test_a_closed_quotation_that_trails_off_is_said_to_end_there(name: str, text: str) -> None:
    article = article_quoting(text)
    output = words_of(article, name)
    assert "ellipsis" in output
    assert "cut off" not in output
    assert "cut off" not in str(totals_of(article)[2])
    assert "ends at an ellipsis" in explain_claim(article, "C1")[0].says


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
@pytest.mark.parametrize("name", ["table", "markdown", "html"])
def test_a_whole_quotation_is_not(name: str, text: str) -> None:
    output = words_of(article_quoting(text), name)
    assert "will reopen" in output
    assert "cut off" not in output
    assert "ellipsis" not in output


@pytest.mark.parametrize(
    ("cue", "kind", "act", "not_said"),
    [
        ("did not endorse", "attitude", "declaration", "brings something about"),
        ("refused", "speech", "commissive", "commits the source to something"),
        ("did not ask", "speech", "directive", "wants somebody to do something"),
        ("was not happy with", "attitude", "expressive", "shows a feeling;"),
    ],
)
def test_a_negated_cue_is_not_explained_as_its_opposite(
    cue: str, kind: str, act: str, not_said: str
) -> None:
    text = f"She {cue} the plan."
    here = Locator(text)
    claim = Claim.model_validate(
        {
            "id": "C1",
            "content": here.content("the plan"),
            "cue": Cue.model_validate({"spans": [here.span(cue)], "kind": kind}),
            "directness": "indirect",
            "speech_act": act,
            "polarity": "negative",
        }
    )
    article = build_article(text, text=text, claims=[claim])
    for output in (words_of(article, "html"), explain_claim(article, "C1")[1].says):
        assert "does not" in output or "not " in output
        assert act not in output
        assert not_said not in output


@pytest.mark.parametrize(
    ("polarity", "says"),
    [
        (
            "negative",
            "attributed by “did not think”: the source denies or rejects it, or does not say, "
            "think or want it",
        ),
        ("positive", "attributed by “did not think”"),
    ],
)
def test_a_negated_cue_without_a_speech_act_is_said_to_be_negated(polarity: str, says: str) -> None:
    text = "Brandt Motors did not think the plan was good."
    here = Locator(text)
    claim = Claim.model_validate(
        {
            "id": "C1",
            "content": here.content("the plan was good"),
            "cue": Cue(spans=[here.span("did not think")]),
            "directness": "indirect",
            "polarity": polarity,
        }
    )
    article = build_article(text, text=text, claims=[claim])
    assert explain_claim(article, "C1")[1].says == says
