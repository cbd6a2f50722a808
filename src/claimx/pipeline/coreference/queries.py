"""A mention whose chain is asked for, with all that the text tells of it where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from claimx.lang.en.nouns import (
    loose_words,
    nouns_of,
    number_words,
    office_hypernyms,
    pronoun_forms,
)
from claimx.pipeline.coreference.chains import Chain
from claimx.pipeline.coreference.context import Context
from claimx.pipeline.coreference.describe import content_words, find_complement_end
from claimx.pipeline.mentions.table import Mention

MentionType = Literal["he", "they", "it", "person", "organization", "group", "document"]


_NOMINALS: dict[str, MentionType] = {
    "person": "person",
    "unnamed": "person",
    "organization": "organization",
    "group": "group",
    "document": "document",
}


@dataclass(eq=False)
class Query:
    """A pronoun or description where it stands.

    Attributes:
        context: The article.
        number: Number of the mention.
        mention: The mention.
        type: What may be asked of it: ``he`` stands for "he" and "she".
        noun: The head noun; a pronoun's word.
        words: The content words of a description besides its noun.
        wider: The nouns of the offices that the noun stands for.
        sentence: Number of its sentence.
        is_source: Whether something is attributed to it.
        speakers: Those who spoke last before it.
        spoke_at: Number of the sentence in which they did.
        own: The speakers of the statement that it stands in, outside of quotation marks.
        barred: The numbers of the chains that grammar or the quotation rules out.
        subject: The chain of the subject of the clause in which it is something else.
        owner: Number of the chain that possesses the noun, else -1.
        kin: The surname that a relative ("his wife") shares with the possessor of the noun.
        told: The names that stand before it in what it is the source of, by the number of their
            chain: whether one is a subject there ("*Northern Rail* will close, the company said").
    """

    context: Context
    number: int
    mention: Mention
    type: MentionType
    noun: str
    words: frozenset[str]
    wider: frozenset[str]
    sentence: int
    is_source: bool
    speakers: Sequence[Chain] = ()
    spoke_at: int = 0
    own: Sequence[Chain] = ()
    barred: frozenset[int] = frozenset()
    subject: Chain | None = None
    owner: int = -1
    kin: str = ""
    told: Mapping[int, bool] = field(default_factory=dict)

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The noun with those of the offices that it stands for."""
        return self.wider | {self.noun}

    @cached_property
    def says_more(self) -> bool:
        """Whether a preposition behind a description narrows it down ("the mayor of Tarn").

        The bare noun of "the secretary of state" belongs to the office; "the father of three" may
        be any father.
        """
        doc, end = self.context.doc, self.mention.end
        if end >= len(doc) or doc[end].tag_ != "IN":
            return False
        behind = doc[end + 1].lower_ if end + 1 < len(doc) else ""
        is_field = behind in nouns_of("field") or behind in number_words()
        return doc[end].lower_ != "of" or not is_field

    @cached_property
    def rest(self) -> frozenset[str]:
        """The words without those that no stated role need have."""
        return self.words - loose_words()


def find_type(mention: Mention) -> MentionType | None:
    """What is asked of a mention; None where nothing is, as of "I", "who" and names."""
    if mention.form == "name":
        return None
    if mention.form == "nominal":
        if mention.number == "plural" and mention.kind != "document":
            return "group"
        return _NOMINALS.get(mention.kind or "")
    form = pronoun_forms()[mention.noun]
    if form.person != 3:
        return None
    return "they" if form.number == "plural" else "it" if form.gender == "n" else "he"


def read_words(context: Context, mention: Mention) -> frozenset[str]:
    """The content words of a description besides its noun.

    Of a spokesperson also those behind the head, and so of a body: opponents have spokesmen and
    campaigns both.
    """
    if mention.form != "nominal":
        return frozenset()
    end = mention.end
    if mention.noun.startswith("spokes") or mention.kind == "organization":
        end = find_complement_end(context.doc, mention)
    return content_words(context.doc, mention.start, end) - {mention.noun}


def find_wider(noun: str) -> frozenset[str]:
    """The nouns of the offices whose holders a noun stands for ("leader")."""
    return office_hypernyms().get(noun, frozenset())
