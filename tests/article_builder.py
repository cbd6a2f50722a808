"""Articles made by hand for tests: offsets are found, never counted."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from claimx.article import (
    Article,
    Claim,
    Content,
    Cue,
    Date,
    Entity,
    Evidence,
    Mention,
    Metadata,
    Provenance,
    Quote,
    Section,
    Source,
    Span,
    Speaker,
)


class Locator:
    """Finds spans of ``text`` by their words."""

    def __init__(self, text: str) -> None:
        self.text = text

    def span(self, words: str, nth: int = 1) -> Span:
        """The ``nth`` place (from 1) where ``words`` stand."""
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return Span(start=start, end=start + len(words), text=words)

    def content(self, *parts: str) -> Content:
        return Content(spans=[self.span(part) for part in parts], text=" ".join(parts))


def build_article(text: str, /, **fields: Any) -> Article:
    """An article of ``text`` with ``fields`` and nothing else."""
    digest = sha256(text.encode("utf-8")).hexdigest()
    fields.setdefault("metadata", Metadata(path="article.txt"))
    fields.setdefault("provenance", Provenance(claimx="0.0.0", pipeline="claimx_en 0.0.0"))
    return Article(id=digest[:16], sha256=digest, **fields)


BRIDGE_TEXT = """\
Harbour bridge to stay shut, says mayor

“The bridge stays shut,” Mayor Ada Okafor told reporters on Tuesday, “until the last cable has \
been tested.” She denied that the city council had known of the corrosion, which inspectors \
first described in 2019 in a report that a former council engineer, two colleagues of his and \
an outside laboratory all signed.

According to a person familiar with the inspection who was not authorised to speak publicly, \
three of the cables might fail within a year. “We were never asked,” they said.

Nordhaven Ports rejected “panic” on the waterfront. In a statement on its website the company \
repeated that “the bridge stays shut” last week.
"""


def build_bridge_article() -> Article:
    """An article with something of everything that a table can show."""
    here = Locator(BRIDGE_TEXT)
    span, content = here.span, here.content
    unnamed = "a person familiar with the inspection who was not authorised to speak publicly"
    dates = [
        Date(
            id="D1",
            span=span("Tuesday"),
            type="DATE",
            value="2024-10-15",
            granularity="day",
            earliest="2024-10-15",
            latest="2024-10-16",
            anchor="published",
        ),
        Date(
            id="D2",
            span=span("2019"),
            type="DATE",
            value="2019",
            granularity="year",
            earliest="2019-01-01",
            latest="2020-01-01",
            anchor="absolute",
        ),
        Date(id="D3", span=span("a year"), type="DURATION", value="P1Y", granularity="year"),
        Date(
            id="D4",
            span=span("last week"),
            type="DATE",
            granularity="week",
            offset="-P1W",
            reason="no-date-before",
        ),
    ]
    claims = [
        Claim(
            id="C1",
            source=Source(spans=[span("Mayor Ada Okafor")], speakers=["S1"]),
            cue=Cue(spans=[span("told")], lemma="tell", kind="speech"),
            content=content("“The bridge stays shut,”", "“until the last cable has been tested.”"),
            directness="direct",
            speech_act="commissive",
            said_on="D1",
            addressee=span("reporters"),
            confidence=0.98,
        ),
        Claim(
            id="C2",
            source=Source(
                spans=[span("She")],
                speakers=["S1"],
                evidence=Evidence(antecedent=span("Mayor Ada Okafor"), rule="pronoun", score=0.9),
            ),
            cue=Cue(spans=[span("denied")], lemma="deny", kind="speech"),
            content=content(
                "that the city council had known of the corrosion, which inspectors first "
                "described in 2019 in a report that a former council engineer, two colleagues of "
                "his and an outside laboratory all signed"
            ),
            directness="indirect",
            polarity="negative",
            about=["D2"],
        ),
        Claim(
            id="C3",
            source=Source(spans=[span("inspectors")]),
            cue=Cue(spans=[span("described")], lemma="describe", kind="writing"),
            content=content("the corrosion"),
            directness="indirect",
            parent="C2",
            said_on="D2",
            confidence=0.31,
        ),
        Claim(
            id="C4",
            source=Source(spans=[span(unnamed)], speakers=["S2"]),
            cue=Cue(spans=[span("According to")], kind="speech"),
            content=content("three of the cables might fail within a year"),
            directness="indirect",
            certainty="possible",
            about=["D3"],
        ),
        Claim(
            id="C5",
            source=Source(spans=[span("they")]),
            cue=Cue(spans=[span("said")], lemma="say", kind="speech"),
            content=content("“We were never asked,”"),
            directness="direct",
        ),
        Claim(
            id="C6",
            source=Source(
                spans=[span("the company")],
                speakers=["S3"],
                evidence=Evidence(antecedent=span("Nordhaven Ports"), rule="role"),
            ),
            cue=Cue(spans=[span("repeated")], lemma="repeat", kind="speech"),
            content=content("that “the bridge stays shut”"),
            directness="mixed",
            said_on="D4",
            channel=span("a statement on its website"),
            repeats="C1",
        ),
    ]
    quotes = [
        Quote(
            id="Q1",
            spans=[
                span("“The bridge stays shut,”"),
                span("“until the last cable has been tested.”"),
            ],
            kind="direct",
            claim="C1",
            speaker="S1",
        ),
        Quote(id="Q2", spans=[span("“We were never asked,”")], kind="direct", claim="C5"),
        Quote(id="Q3", spans=[span("“panic”")], kind="scare"),
        Quote(
            id="Q4",
            spans=[span("“the bridge stays shut”")],
            kind="fragment",
            claim="C6",
            speaker="S3",
            complete=False,
            repeats="Q1",
        ),
    ]
    speakers = [
        Speaker(
            id="S1",
            name="Ada Okafor",
            kind="person",
            entity="E1",
            roles=[span("Mayor")],
            aliases=["Mayor Ada Okafor"],
            mentions=[
                Mention(span=span("Mayor Ada Okafor"), kind="name"),
                Mention(span=span("She"), kind="pronoun"),
            ],
            claims=2,
            quoted_words=11,
            share=0.7333,
            first=span("Mayor Ada Okafor").start,
        ),
        Speaker(
            id="S2",
            name="person familiar with the inspection",
            kind="unnamed",
            anonymous=True,
            anonymity=span("who was not authorised to speak publicly"),
            mentions=[Mention(span=span(unnamed), kind="nominal")],
            claims=1,
            first=span(unnamed).start,
        ),
        Speaker(
            id="S3",
            name="Nordhaven Ports",
            kind="organization",
            entity="E3",
            aliases=["Nordhaven Ports"],
            mentions=[
                Mention(span=span("Nordhaven Ports"), kind="name"),
                Mention(span=span("the company"), kind="nominal"),
            ],
            claims=1,
            quoted_words=4,
            share=0.2667,
            first=span("Nordhaven Ports").start,
        ),
    ]
    return build_article(
        BRIDGE_TEXT,
        metadata=Metadata(
            path="articles/bridge.txt",
            url="https://example.org/2024/10/16/harbour-bridge",
            title="Harbour bridge to stay shut, says mayor",
            byline="Jo Lindqvist",
            publisher="The Nordhaven Courier",
            published="2024-10-16",
        ),
        sections=[
            Section(span=span("Harbour bridge to stay shut, says mayor"), kind="headline"),
            *(
                Section(span=span(part), kind="body")
                for part in BRIDGE_TEXT.rstrip("\n").split("\n\n")[1:]
            ),
        ],
        entities=[
            Entity(id="E1", name="Ada Okafor", label="PERSON", mentions=[span("Ada Okafor")]),
            Entity(id="E2", name="three", label="CARDINAL", mentions=[span("three")]),
            Entity(
                id="E3", name="Nordhaven Ports", label="ORG", mentions=[span("Nordhaven Ports")]
            ),
        ],
        speakers=speakers,
        dates=dates,
        quotes=quotes,
        claims=claims,
        warnings=["the date “last week” could not be resolved: the post has no date of its own"],
    )
