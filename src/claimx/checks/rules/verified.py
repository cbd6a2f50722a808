"""CX601 to CX605: what `claimx verify` says of a quotation or a paraphrase."""

from __future__ import annotations

from claimx.checks.rule import ON_DRAFTS, Precision, Rule

# Of the examples in the pages.
SOURCE = (
    "MR. REYES: The bridge will stay shut until the end of May. We have the money, and we have the "
    "people.\n\nMS. OKAFOR: Nobody asked us before the council voted.\n\nMR. REYES: We will."
)


def _rule(
    code: str, name: str, summary: str, explanation: str, wrong: str, right: str, figures: Precision
) -> Rule:
    return Rule(
        code=code,
        name=name,
        summary=summary,
        explanation=f"{explanation} The examples are held against this source:\n\n{SOURCE}",
        wrong=wrong,
        right=right,
        command="verify",
        precision=figures,
    )


_RIGHT = "“The bridge will stay shut until the end of May,” Paul Reyes said."
ALTERED = _rule(
    "CX601",
    "quotation-altered",
    "A quotation of the draft has other words than its source.",
    "Most words of the quotation stand in a source in the same order, and some do not: they were "
    "changed, left out without an ellipsis, or put in without brackets. Seven words in a row are "
    "enough, whatever stands beside them.",
    "“The bridge will stay shut until the start of May,” Paul Reyes said.",
    _RIGHT,
    Precision(right=42, read=43, on=ON_DRAFTS),
)
SPLICED = _rule(
    "CX602",
    "quotation-spliced",
    "A quotation joins words from places far apart.",
    "Each part of the quotation stands in a source word for word, but the parts are in another "
    "order, in different sources, or far apart: more than sixty words where an ellipsis or the "
    "attribution parts them, more than twenty where nothing does; and no one "
    "passage has most words of both. Between parts that nothing "
    "joins, a word such as “and” may have been put in.",
    "“Nobody asked us … The bridge will stay shut,” Paul Reyes said.",
    "“We have the money … we have the people,” Paul Reyes said.",
    Precision(right=30, read=30, on=ON_DRAFTS),
)
OTHER_SPEAKER = _rule(
    "CX603",
    "quotation-of-another",
    "The source gives the words to another speaker.",
    "The words stand in a source, and all passages that have them are attributed there to somebody "
    "whose name has no word of the draft's speaker. Only named people are compared. Words that a "
    "source attributes to no one, as in a letter, are not compared: 9 of the 42 tagged faults "
    "were missed for that.",
    "“Nobody asked us before the council voted,” Paul Reyes said.",
    "“Nobody asked us before the council voted,” Ruth Okafor said.",
    Precision(right=32, read=34, on=ON_DRAFTS),
)
NOT_FOUND = _rule(
    "CX604",
    "quotation-not-found",
    "No source has the words of a quotation.",
    "No passage of a source has three fifths of the words of the quotation in their order, two or "
    "more at a time, nor seven words in a row; or a part of four words or more shares no three "
    "words in a row with any source. Quotations whose parts all have fewer than three words are "
    "not judged.",
    "“We will build a second one next year,” Paul Reyes said.",
    _RIGHT,
    Precision(right=32, read=32, on=ON_DRAFTS),
)
NEAREST = Rule(
    code="CX605",
    name="nearest-passage",
    summary="The passage of a source that a claim in the writer's own words is nearest to.",
    explanation=(
        "Not a fault and not a verdict: for each claim that the draft reports in its own words, "
        "the sentence of a source that shares most of its words is named, rare words counting for "
        "more. Whether the one says what the other does is for you to read. It is off unless you "
        "select it, and never counts for the exit code unless --fail-on names it. The examples are "
        f"held against this source:\n\n{SOURCE}"
    ),
    wrong="The bridge will stay shut until the summer, Paul Reyes said.",
    right="The council will vote again in June, Paul Reyes said.",
    command="verify",
    default=False,
    is_fault=False,
    unmeasured="it judges nothing",
)
RULES = (ALTERED, SPLICED, OTHER_SPEAKER, NOT_FOUND, NEAREST)
BY_VERDICT = {
    "altered": ALTERED.code,
    "spliced": SPLICED.code,
    "other-speaker": OTHER_SPEAKER.code,
    "not-found": NOT_FOUND.code,
}
