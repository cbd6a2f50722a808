"""The closed sets of values that a record may hold, in the terms of attribution research."""

from __future__ import annotations

from typing import Literal

SCHEMA_VERSION = "1.0"

SectionKind = Literal[
    "metadata",
    "headline",
    "heading",
    "byline",
    "dateline",
    "body",
    "list",
    "embed",
    "caption",
    "boilerplate",
]
# OntoNotes, without DATE and TIME, which are Dates.
EntityLabel = Literal[
    "PERSON",
    "ORG",
    "GPE",
    "LOC",
    "NORP",
    "FAC",
    "EVENT",
    "PRODUCT",
    "WORK_OF_ART",
    "LAW",
    "MONEY",
    "PERCENT",
    "QUANTITY",
    "ORDINAL",
    "CARDINAL",
]
SpeakerKind = Literal["person", "organization", "group", "document", "unnamed"]
MentionKind = Literal["name", "nominal", "pronoun"]
QuoteKind = Literal["direct", "fragment", "scare", "title", "label"]
Directness = Literal["direct", "indirect", "mixed"]
CueKind = Literal[
    "speech", "writing", "thought", "intention", "attitude", "perception", "evidence", "decision"
]
# Searle (1976), A classification of illocutionary acts.
SpeechAct = Literal["assertive", "directive", "commissive", "expressive", "declaration"]
Stance = Literal["neutral", "distancing", "endorsing"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible"]
# TIMEX3 (TimeML 1.2.1).
DateType = Literal["DATE", "TIME", "DURATION", "SET"]
Granularity = Literal[
    "century",
    "decade",
    "year",
    "half",
    "quarter",
    "season",
    "month",
    "week",
    "weekend",
    "day",
    "part_of_day",
    "hour",
    "minute",
    "second",
]
