"""Who a relative is: "his wife" is the only woman of the article who bears his surname."""

from __future__ import annotations

from claimx.lang.en.nouns import kin_nouns
from claimx.pipeline.entities.collect_names import split_words
from claimx.pipeline.entities.person_names import parse_person_name
from claimx.pipeline.speakers.classify_nominals import Nominal
from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.speakers.referents import Referent
from claimx.pipeline.speakers.remember_text import TextMemory
from claimx.pipeline.speakers.resolve_pronouns import Resolution, last_mention


def resolve_kin(memory: TextMemory, phrase: Phrase, nominal: Nominal) -> Resolution | None:
    """Whom "his wife" or "Webb's son" stands for, None where nobody fits."""
    if nominal.noun not in kin_nouns() or nominal.is_plural:
        return None
    possessor = memory.find_possessor(phrase)
    if possessor is None or possessor.entity is None or not possessor.is_person:
        return None
    surname = _surname_of(possessor)
    kin = [
        referent
        for referent in memory.cast.by_entity.values()
        if referent.is_person
        and referent is not possessor
        and (nominal.sex is None or referent.sex in (nominal.sex, None))
        and _surname_of(referent) == surname
    ]
    # Whose sex is known goes before whose is not.
    sure = [referent for referent in kin if referent.sex is not None]
    kin = sure or kin
    if len(kin) > 1:
        return Resolution(None, "ambiguous-kin", 0.0)
    if not kin:
        return None
    return Resolution(kin[0], "kin", 0.75, last_mention(kin[0]))


def _surname_of(referent: Referent) -> str:
    return parse_person_name(split_words(referent.name)).surname
