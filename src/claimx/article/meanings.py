"""What each value of a closed list means: printed by the schema, the manual and the reports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from claimx.article.values import DATE_REASONS, EVIDENCE_RULES

if TYPE_CHECKING:
    from claimx.article.records import Claim

_SECTION_KINDS = {
    "metadata": "front matter or header lines; nothing is read from them but metadata",
    "headline": "the title of the article",
    "heading": "a title inside the article",
    "byline": "who wrote it",
    "dateline": "place and day that open the story",
    "body": "a paragraph of the story",
    "list": "an item of a list",
    "embed": "a post or document shown inside the article",
    "caption": "the words under a picture",
    "boilerplate": "what does not belong to the story, such as links and advice to readers",
}
_LABELS = {
    "PERSON": "people",
    "ORG": "organizations",
    "GPE": "countries, states and cities",
    "LOC": "other places",
    "NORP": "nationalities, faiths and political groups",
    "FAC": "buildings, roads and sites",
    "EVENT": "named events",
    "PRODUCT": "products",
    "WORK_OF_ART": "titles of works",
    "LAW": "laws and treaties",
    "MONEY": "amounts of money",
    "PERCENT": "percentages",
    "QUANTITY": "measures",
    "ORDINAL": "first, second …",
    "CARDINAL": "other numbers",
}
_SPEAKER_KINDS = {
    "person": "one person, named",
    "organization": "a company, an agency, a country that speaks",
    "group": "several people together",
    "document": "a report, a law, a letter",
    "unnamed": "a person or group that the article does not name",
}
_MENTION_KINDS = {
    "name": "a name",
    "nominal": "a description such as “the senator”",
    "pronoun": "a pronoun",
}
_QUOTE_KINDS = {
    "direct": "a sentence or more in the words of the source",
    "fragment": "a part of a sentence in the words of the source",
    "scare": "words that the writer keeps at a distance",
    "title": "the title of a work",
    "label": "a nickname or a slogan",
}
_DIRECTNESS = {
    "direct": "all in the words of the source",
    "indirect": "reported in the words of the writer",
    "mixed": "reported, with words of the source in quotation marks",
}
_CUE_KINDS = {
    "speech": "what the source says, aloud or to the press",
    "writing": "what the source writes",
    "thought": "what the source thinks or believes",
    "intention": "what the source plans, wants or promises",
    "attitude": "what the source thinks of it: likes, fears, backs or opposes it",
    "perception": "what the source sees, hears or learns",
    "evidence": "what data, a study, a document or an act of the source shows",
    "decision": "what the source decides, rules or orders",
}
_SPEECH_ACTS = {
    "assertive": "says that something is so",
    "directive": "wants somebody to do something",
    "commissive": "commits the source to something",
    "expressive": "shows a feeling",
    "declaration": "brings something about by saying it: decides, approves, appoints",
}
# The same acts where the cue denies or negates them ("did not endorse", "refused", "vetoed").
_NEGATED_ACTS = {
    "assertive": "denies that something is so, or does not say that it is",
    "directive": "wants somebody not to do something, or does not ask for it",
    "commissive": "refuses something, or does not commit the source to it",
    "expressive": "shows a feeling against something, or does not show one for it",
    "declaration": "rejects, forbids or undoes something by saying so, or does not approve it",
}
_STANCES = {
    "neutral": "the writer takes no side",
    "distancing": "the writer leaves it to the source (“claimed”)",
    "endorsing": "the writer takes it as true (“pointed out”)",
}
_POLARITIES = {
    "positive": "the source stands by the content",
    "negative": "the source denies or rejects it, or does not say, think or want it",
}
_CERTAINTIES = {
    "certain": "put as a fact",
    "probable": "put as likely",
    "possible": "put as possible",
}
_DATE_TYPES = {
    "DATE": "a day, or a longer stretch of the calendar",
    "TIME": "a time of day",
    "DURATION": "a length of time",
    "SET": "something that recurs",
}
_GRANULARITIES = {
    unit: unit.replace("_", " ")
    for unit in (
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
    )
} | {"half": "half of a year", "part_of_day": "morning, evening …"}

# By record and property.
MEANINGS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("Section", "kind"): _SECTION_KINDS,
    ("Entity", "label"): _LABELS,
    ("Speaker", "kind"): _SPEAKER_KINDS,
    ("Mention", "kind"): _MENTION_KINDS,
    ("Quote", "kind"): _QUOTE_KINDS,
    ("Claim", "directness"): _DIRECTNESS,
    ("Evidence", "rule"): {str(rule): text for rule, text in EVIDENCE_RULES.items()},
    ("Cue", "kind"): _CUE_KINDS,
    ("Claim", "speech_act"): _SPEECH_ACTS,
    ("Claim", "stance"): _STANCES,
    ("Claim", "polarity"): _POLARITIES,
    ("Claim", "certainty"): _CERTAINTIES,
    ("Date", "type"): _DATE_TYPES,
    ("Date", "granularity"): _GRANULARITIES,
    ("Date", "reason"): {str(reason): text for reason, text in DATE_REASONS.items()},
}


def speech_act_in_words(claim: Claim) -> str | None:
    """What the source does in saying ``claim``, true of a negated cue too; None where unknown."""
    if claim.speech_act is None:
        return None
    acts = _NEGATED_ACTS if claim.polarity == "negative" else _SPEECH_ACTS
    return acts[claim.speech_act]
