"""Speech without a source has the speaker that an earlier turn of the dialogue names."""

from __future__ import annotations

from tests.pipeline.builders import build_doc, find_span, quote
from tests.pipeline.speakers.resolving import resolve

from claimx.pipeline.annotations import Attribution, set_attributions


def test_the_speaker_is_that_of_the_antecedent() -> None:
    doc = build_doc(
        "“ Why/WRB ? ” said [PERSON Tom Hill] .",
        "“ So/RB . ” said [PERSON Ann Cole] .",
        "“ I left . ”",
    )
    quote(doc)
    tom, ann = find_span(doc, "Tom Hill"), find_span(doc, "Ann Cole")
    set_attributions(
        doc,
        [
            Attribution(content=[find_span(doc, "“Why?”")], source=[tom]),
            Attribution(content=[find_span(doc, "“So.”")], source=[ann]),
            Attribution(
                content=[find_span(doc, "“I left.”")],
                evidence={"antecedent": [tom.start, tom.end], "rule": "dialogue", "score": None},
            ),
        ],
    )
    attributions, speakers = resolve(doc)
    said = [[speakers[key].name for key in item.speakers] for item in attributions]
    assert said == [["Tom Hill"], ["Ann Cole"], ["Tom Hill"]]
    assert attributions[2].evidence == {
        "antecedent": [tom.start, tom.end],
        "rule": "dialogue",
        "score": 0.87,
    }
    # The "I" of such a turn is its speaker as well.
    mentions = [(s.text, kind) for s, kind in speakers[attributions[2].speakers[0]].mentions]
    assert mentions == [("Tom Hill", "name"), ("I", "pronoun")]


def test_speech_without_source_and_antecedent_is_nobodys() -> None:
    doc = build_doc("“ I left . ”")
    quote(doc)
    set_attributions(doc, [Attribution(content=[find_span(doc, "“I left.”")])])
    attributions, speakers = resolve(doc)
    assert (attributions[0].speakers, attributions[0].evidence, speakers) == ([], None, {})
