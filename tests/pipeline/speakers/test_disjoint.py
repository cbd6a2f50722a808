"""Whom a pronoun cannot stand for, since its sentence names somebody else beside it."""

from __future__ import annotations

import pytest
from tests.pipeline.builders import attribute, build_doc
from tests.pipeline.speakers.resolving import resolve_names

# By itself a "he" behind this stays open.
RIVALS = "[PERSON David Orr>6:nsubj] and [PERSON Martin Cole>2:conj] left ."


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        # Who is spoken to is not who speaks.
        (
            "Speaking/VBG>7:advcl to>4:case [PERSON Martin>4:compound Cole>1:obl] ,>1:punct "
            "he>7:nsubj said>0:root it>9:nsubj was>7:ccomp over/RB>9:advmod .>7:punct",
            ["David Orr"],
        ),
        (
            "he>2:nsubj told>0:root [PERSON Cole>2:obj] it>5:nsubj was>2:ccomp over/RB>5:advmod "
            ".>2:punct",
            ["David Orr"],
        ),
        (
            "he>2:nsubj said>0:root it>4:nsubj was>2:ccomp over/RB>4:advmod ,>2:punct "
            "asking/VBG>2:advcl [PERSON Cole>7:obj] to>9:mark leave/VB>7:xcomp .>2:punct",
            ["David Orr"],
        ),
        # Nor is whom a clause below the pronoun names.
        (
            "he>2:nsubj said>0:root that>6:mark [PERSON Cole>6:nsubj] had>6:aux left>2:ccomp "
            ".>2:punct",
            ["David Orr"],
        ),
        # "According to" bars nobody: Cole may tell of himself, and is the most present.
        (
            "According>3:case to>1:fixed [PERSON Cole>5:obl] he>5:nsubj said>0:root it>7:nsubj "
            "was>5:ccomp over/RB>7:advmod .>5:punct",
            ["Martin Cole"],
        ),
    ],
)
def test_a_pronoun_is_nobody_named_beside_it(sentence: str, speakers: list[str]) -> None:
    doc = build_doc(RIVALS, sentence)
    attribute(doc, ("he", "Cole had left" if "that" in sentence else "it was over"))
    assert resolve_names(doc) == [speakers]
