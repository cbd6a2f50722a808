"""Papers whose author the text names."""

from __future__ import annotations

import pytest
from tests.pipeline.builders import attribute, build_doc
from tests.pipeline.speakers.resolving import decide_last, resolve_names


@pytest.mark.parametrize(
    ("before", "source", "names", "rule"),
    [
        ("It rained .", "An email from [PERSON Ruth Obi]", ["Ruth Obi"], "author"),
        ("It rained .", "A letter from Mayor/NNP [PERSON Ruth Obi]", ["Ruth Obi"], "author"),
        ("It rained .", "[PERSON Ruth Obi ’s] letter", ["Ruth Obi"], "author"),
        # A body's letter, and one from a place, are papers.
        ("It rained .", "A letter from [ORG Harbour Trust]", None, "description"),
        ("It rained .", "A letter from [PERSON Ruth Obi] ’s office/NN", None, "description"),
        ("[PERSON Ruth Obi] left .", "The letter", ["letter"], "description"),
    ],
)
def test_a_paper_speaks_for_who_sent_it(
    before: str, source: str, names: list[str] | None, rule: str
) -> None:
    found, how = decide_last([before], source)
    assert how == rule
    assert names is None or found == names


def test_who_does_something_in_a_letter_has_written_it() -> None:
    doc = build_doc(
        "[PERSON Ruth Obi>3:nsubj] resigned/VBD>0:root in/IN>6:case a/DT>6:det letter/NN>3:obl "
        "saying/VBG>6:acl it was over ."
    )
    attribute(doc, ("a letter", "it was over"))
    assert resolve_names(doc) == [["Ruth Obi"]]


def test_the_email_is_that_of_who_emailed() -> None:
    doc = build_doc(
        "[PERSON Ruth Obi>3:nsubj] email/VBD>0:root voters/NNS>3:obj .",
        "The email/NN said it was over .",
    )
    attribute(doc, ("The email", "it was over"))
    assert resolve_names(doc) == [["Ruth Obi"]]
