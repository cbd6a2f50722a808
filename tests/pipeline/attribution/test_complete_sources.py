"""Sources that the labeller cut short, on parses made by hand."""

from __future__ import annotations

import pytest
from tests.pipeline.attribution.linking import CONTENT, CUE, SOURCE, parse

from claimx.pipeline.attribution.complete_sources import complete_sources
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import RoleSpan

TALKS = (
    "Hill/NNP>3:nmod:poss ’s/POS>1:case talks/NNS>6:nsubj with/IN>5:case Obi/NNP>3:nmod "
    "signal/VBP>0:root an/DT>8:det end/NN>6:obj ."
)
PRESIDENT = (
    "U.S./NNP>2:compound President/NNP>3:compound Obi/NNP>4:nsubj warned/VBD>0:root "
    "of/IN>6:case it/PRP>4:obl ."
)


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content", "whole"),
    [
        (PRESIDENT, (1, 3), (3, 4), (4, 6), "U.S. President Obi"),
        (PRESIDENT, (0, 3), (3, 4), (4, 6), "U.S. President Obi"),
        # What the subject is about is not what signals.
        (TALKS, (4, 5), (5, 6), (6, 8), "Hill’s talks with Obi"),
        # A possessor may be the source, and so may whoever is no part of the cue's own subject.
        (TALKS, (0, 2), (5, 6), (6, 8), "Hill’s"),
        (TALKS, (4, 5), (6, 8), (0, 2), "Obi"),
        # A common noun in front may be of another phrase.
        (
            "in/IN>3:case the/DT>3:det primary/NN>4:compound Obi/NNP>5:nsubj left/VBD>0:root it",
            (3, 4),
            (4, 5),
            (5, 6),
            "Obi",
        ),
        # The verb before a second one is no part of who says it.
        (
            "Acme/NNP>2:nsubj opens/VBZ>0:root mill/NN>2:obj ,/, says/VBZ>2:conj all/DT>5:obj",
            (0, 3),
            (4, 5),
            (5, 6),
            "Acme",
        ),
        # What belongs to the content stays there.
        (PRESIDENT, (1, 3), (3, 4), (0, 1), "President Obi"),
    ],
)
def test_a_source_is_the_whole_name_and_the_whole_subject(
    sentence: str,
    source: tuple[int, int],
    cue: tuple[int, int],
    content: tuple[int, int],
    whole: str,
) -> None:
    doc = parse(sentence)
    link = Link(RoleSpan(*cue, CUE), RoleSpan(*source, SOURCE), [RoleSpan(*content, CONTENT)])
    complete_sources(doc, [link])
    assert link.source is not None
    assert doc[link.source.start : link.source.end].text.split() == whole.split()
