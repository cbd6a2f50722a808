"""The closed sets of values that a record may hold, in the terms of attribution research."""

from __future__ import annotations

from typing import Literal

SCHEMA_VERSION = "2.0"

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
DateReason = Literal[
    "no-anchor",
    "no-date-before",
    "anchor-too-coarse",
    "no-hour",
    "no-day",
    "no-length",
    "not-countable",
    "ends-differ",
    "no-such-date",
    "other-weekday",
    "order-in-doubt",
    "night-in-doubt",
    "other-labour-day",
    "said-ahead",
]
EvidenceRule = Literal[
    "name",
    "surname",
    "name-ahead",
    "name-part",
    "apposition",
    "naming",
    "description",
    "introduced",
    "role",
    "kin",
    "author",
    "leading-person",
    "same-noun",
    "kind-of-body",
    "only-organization",
    "nearest-organization",
    "share-of-group",
    "pair",
    "pronoun",
    "relative",
    "speaker-of-quote",
    "represented",
    "writer",
    "label",
    "addressee",
    "interviewee",
    "interviewer",
    "dialogue",
    "no-phrase",
    "general-pronoun",
    "first-person",
    "no-relative-head",
    "no-antecedent",
    "antecedent-too-far",
    "ambiguous-pronoun",
    "uncertain-pronoun",
    "ambiguous-pair",
    "ambiguous-role",
    "ambiguous-kin",
    "ambiguous-label",
    "ambiguous-organization",
    "no-holder",
    "no-organization",
    "no-interviewee",
    "no-interviewer",
]

# Why a date has no value, or what is in doubt about the one it has, in one line for the reader.
DATE_REASONS: dict[DateReason, str] = {
    "no-anchor": "no value: no date is known to count from (give the date of publication)",
    "no-date-before": "no value: it counts from a date before it, and the text names none",
    "anchor-too-coarse": "no value: the date that it counts from is not exact enough",
    "no-hour": "no value: the hour that it counts from is not known",
    "no-day": "no value: the day to which it belongs is not known",
    "no-length": "no value: the text does not say how long before or after",
    "not-countable": "no value: such units cannot be counted in the whole that is named",
    "ends-differ": "no value: the ends of the range are of different kinds",
    "no-such-date": "no value: the calendar (years 1 to 9998) has no such date",
    "other-weekday": "in doubt: the weekday that the text names is not that of the date",
    "order-in-doubt": "in doubt: read as month before day; day before month is as possible",
    "night-in-doubt": "in doubt: published at no known hour; perhaps the night before is meant",
    "other-labour-day": "in doubt: read as that of the United States; elsewhere it is 1 May",
    "said-ahead": "in doubt: something was said on it, and it lies after the publication",
}
# What each rule means, in one line for the reader of a record.
EVIDENCE_RULES: dict[EvidenceRule, str] = {
    "name": "the source is or holds the speaker's name",
    "surname": "the source is part of a name that stands in full elsewhere",
    "name-ahead": "a pronoun, and the name that it stands for follows in its sentence",
    "name-part": "a description by a word of an organization’s name (the bank: Larkin Bank)",
    "apposition": "a description with the name set beside it (a spokesman, John Smith)",
    "naming": "a description that gives a name (a student named Wong, known as “Salt”)",
    "description": "the phrase stands for itself: somebody or something without a name",
    "introduced": "the opening describes a person that the article names later with that role",
    "role": "the only person who has the office or role in the article",
    "kin": "a relative by a noun of kinship (his wife)",
    "author": "the author of the document that is the source",
    "leading-person": "the likeliest person that a description may vary",
    "same-noun": "somebody brought in earlier by the same noun (a woman … the woman)",
    "kind-of-body": "the only organization whose name says that it is of this kind",
    "only-organization": "the only organization in reach",
    "nearest-organization": "the only organization in the same sentence",
    "share-of-group": "a number or share of a group named before (six of them)",
    "pair": "two who were named together (the two leaders, both)",
    "pronoun": "a pronoun, joined to the most likely mention before it",
    "relative": "a relative pronoun, joined to the head of its clause",
    "speaker-of-quote": "I or we inside what somebody says: the speaker of it",
    "represented": "we inside what somebody says for an organization: the organization",
    "writer": "I or we in the article's own voice: who signs it",
    "label": "the label of a turn in a transcript",
    "addressee": "you in a dialogue between two: the other one",
    "interviewee": "the answers of an interview: the person that its introduction presents",
    "interviewer": "the questions of an interview: who signs it, or is said to ask",
    "dialogue": "speech without a source: the speaker of an earlier turn, or who was asked",
    "no-phrase": "unresolved: the source holds no phrase that names anybody",
    "general-pronoun": "unresolved: the pronoun means anybody (one, you, everyone)",
    "first-person": "unresolved: I or we, and nothing says who speaks or writes",
    "no-relative-head": "unresolved: nothing that the relative pronoun may stand for",
    "no-antecedent": "unresolved: nobody in reach fits the pronoun",
    "antecedent-too-far": "unresolved: who fits the pronoun was mentioned too long ago",
    "ambiguous-pronoun": "unresolved: several fit the pronoun about equally",
    "uncertain-pronoun": "unresolved: one fits the pronoun, but not surely enough",
    "ambiguous-pair": "unresolved: several pairs fit (both, the two)",
    "ambiguous-role": "unresolved: several have the role",
    "ambiguous-kin": "unresolved: several fit the noun of kinship",
    "ambiguous-label": "unresolved: several bear the surname of the label",
    "ambiguous-organization": "unresolved: several organizations are in reach",
    "no-holder": "unresolved: perhaps a person that the article names, but nothing says which",
    "no-organization": "unresolved: perhaps an organization that the article names",
    "no-interviewee": "unresolved: the introduction does not say who answers",
    "no-interviewer": "unresolved: nothing says who asks",
}
