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

# What each rule means, in one line for the reader of a record.
EVIDENCE_RULES: dict[EvidenceRule, str] = {
    "name": "the source is or holds the speaker's name",
    "surname": "the source is part of a name that stands in full elsewhere",
    "name-ahead": "a pronoun, and the name that it stands for follows in its sentence",
    "name-part": "a description by a word of an organization’s name (the bank: Larkin Bank)",
    "apposition": "a description with the name set beside it (a spokesman, John Smith)",
    "naming": "a description that gives a name (a student named Wong, known as “Salt”)",
    "description": "the phrase stands for itself: somebody or something without a name",
    "introduced": "the opening describes somebody whom the article names later with that role",
    "role": "the only one to whom the article gives the office or role",
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
    "writer": "I or we in the article's own voice: who signs it",
    "label": "the label of a turn in a transcript",
    "addressee": "you in a dialogue between two: the other one",
    "interviewee": "the answers of an interview: the person whom its introduction presents",
    "interviewer": "the questions of an interview: who signs it",
    "dialogue": "speech without a source in a dialogue: the speaker of an earlier turn",
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
    "no-holder": "unresolved: perhaps somebody whom the article names, but nothing says who",
    "no-organization": "unresolved: perhaps an organization that the article names",
    "no-interviewee": "unresolved: the introduction does not say who answers",
    "no-interviewer": "unresolved: nothing says who asks",
}
