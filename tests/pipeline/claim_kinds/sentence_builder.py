"""Docs of tagged sentences: roles from inline tags, parts of speech from a small dictionary.

Quotations are what stands between curly double marks, of kind ``direct`` unless said otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

import spacy
from spacy.tokens import Doc, Span
from tests.tagged import read_tagged

from claimx.pipeline.annotations import (
    Attribution,
    Quotation,
    get_attributions,
    set_attributions,
    set_quotations,
)
from claimx.pipeline.claim_kinds.component import ClaimKinds

_CLOSED = {
    "DT": "the a an this that these those any some each",
    "PRP": "he she it they we i you him her them me us itself themselves",
    "PRP$": "his its their our my",
    "IN": "in on at during by with of for from about via through before after if whether against "
    "without because as over into while",
    "TO": "to",
    "CC": "and or but nor neither",
    "MD": "may might could should would will can must wo ca",
    "RB": "not n't n’t never reportedly falsely probably perhaps also only likely possibly "
    "repeatedly flatly aside out earlier largely immediately down up short back far",
    "WDT": "which",
    "WP": "who what",
    "WRB": "how why when",
    "POS": "'s ’s",
    "JJ": "last great sure confident critical unclear new safe open unsafe wrong good dangerous "
    "local clear female ready shut similar many",
    "NNS": "reporters residents shareholders sources voters lawmakers remarks officials plans "
    "results supporters concerns interviews councillors repairs studies flowers tests comments "
    "weeks engineers bridges claims deputies",
    "EX": "there",
}
# Form: tag and lemma.
_VERBS = {
    form: (tag, lemma)
    for tag, forms in {
        "VBD": "said:say told:tell asked:ask denied:deny called:call refused:refuse claimed:claim "
        "declined:decline failed:fail warned:warn wrote:write posted:post noted:note urged:urge "
        "believed:believe thought:think was:be were:be did:do had:have wanted:want made:make "
        "issued:issue criticised:criticise vowed:vow dismissed:dismiss suggested:suggest "
        "showed:show ruled:rule pointed:point ordered:order continued:continue spoke:speak "
        "hoped:hope saw:see knew:know rejected:reject fell:fall avoided:avoid stated:state "
        "grimbled:grimble brushed:brush agreed:agree went:go helped:help expressed:express "
        "heard:hear put:put threatened:threaten decided:decide laughed:laugh visited:visit "
        "gave:give announced:announce confirmed:confirm wondered:wonder planned:plan",
        "VBN": "been:be quoted:quote reported:report published:publish rumoured:rumor "
        "expected:expect held:hold",
        "VBG": "saying:say speaking:speak addressing:address denying:deny according:accord "
        "gathering:gathering stopping:stop citing:cite",
        "VBZ": "is:be has:have says:say does:do denies:denie",
        "VBP": "are:be have:have think:think believe:believe do:do hope:hope say:say",
        "VB": "be:be say:say deny:deny close:close leave:leave comment:comment help:help "
        "resign:resign rule:rule mention:mention stay:stay fail:fail repair:repair know:know "
        "but:but build:build answer:answer worry:worry see:see",
    }.items()
    for form, lemma in (pair.split(":") for pair in forms.split())
}
_TAGS = {word: tag for tag, words in _CLOSED.items() for word in words.split()}
_NLP = spacy.blank("en")


@dataclass
class Case:
    """A sentence as the component sees it, its attributions by their order in the text."""

    doc: Doc
    attributions: list[Attribution]


def build(tagged: str, *, quote: str = "direct", tags: dict[str, str] | None = None) -> Case:
    """A document of ``tagged``; ``tags`` sets parts of speech of words that have others here."""
    text, gold = read_tagged(tagged)
    doc = _NLP(text)
    for token in doc:
        token.tag_, token.lemma_ = _tag(token.text, (tags or {}).get(token.text))
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text in {".", "?", "!", "\n"}
    set_quotations(doc, [Quotation(spans=[span], kind=quote) for span in _find_quotations(doc)])
    attributions = [
        Attribution(
            source=[_span(doc, *limits) for limits in item.source],
            cue=[_span(doc, *limits) for limits in item.cue],
            content=[_span(doc, *limits) for limits in item.content],
        )
        for item in gold.values()
    ]
    set_attributions(doc, attributions)
    return Case(doc, attributions)


def judge(tagged: str, *, quote: str = "direct", tags: dict[str, str] | None = None) -> Attribution:
    """The first attribution of ``tagged`` after the component."""
    case = build(tagged, quote=quote, tags=tags)
    return get_attributions(ClaimKinds()(case.doc))[0]


def _span(doc: Doc, start: int, end: int) -> Span:
    span = doc.char_span(start, end, alignment_mode="expand")
    assert span is not None
    return span


def _find_quotations(doc: Doc) -> list[Span]:
    spans, opened = [], None
    for token in doc:
        if token.text == "“":
            opened = token.i
        elif token.text == "”" and opened is not None:
            spans.append(doc[opened : token.i + 1])
            opened = None
    return spans


def _tag(word: str, given: str | None) -> tuple[str, str]:
    lower = word.lower()
    if given is not None:
        lemma = _VERBS[lower][1] if lower in _VERBS else lower
        return given, lemma
    if not word[0].isalnum() and word not in {"n't", "n’t", "'s", "’s"}:
        return {"“": "``", "”": "''", "-": "HYPH"}.get(word, word[0]), word
    if lower in _TAGS:
        return _TAGS[lower], lower.removesuffix("s") if _TAGS[lower] == "NNS" else lower
    if lower in _VERBS:
        return _VERBS[lower]
    if word[0].isdigit():
        return "CD", word
    return ("NNP", word) if word[0].isupper() else ("NN", lower)
