"""Labels of mentions become choices among their candidates."""

from __future__ import annotations

from pathlib import Path

from tests.pipeline.builders import attribute, build_doc

from claimx.pipeline.coreference.scorer import Scorer
from claimx.pipeline.entities.component import Entities
from claimx.pipeline.mentions.component import Mentions
from claimx_training.coreference import Label, LabelledText, fit_rounds, list_choices
from claimx_training.ecb_plus import read_documents

NOTHING = Scorer({}, {})


def label(sentence: str, source: str, *names: str, kind: str = "person") -> LabelledText:
    """A text whose last words "SOURCE said it was over" are labelled."""
    doc = build_doc(sentence, f"{source} said it was over .")
    attribute(doc, (source, "it was over"))
    doc = Mentions("m")(Entities("e")(doc))
    start = doc.text.rindex(f"{source} said")
    return LabelledText("text", doc, [Label(start, start + len(source), names, kind)])


def test_the_candidate_of_the_labelled_name_is_right() -> None:
    text = label("[PERSON Ann Hill] met [PERSON Lena Kerr>3:obj] .", "She", "Ann Hill")
    (choice,) = list_choices(text, NOTHING)
    assert choice.type == "he"
    assert len(choice.features) == 3  # both, and nobody
    (right,) = choice.right
    assert "he: was subject" in choice.features[right]


def test_a_description_that_is_labelled_by_itself_is_nobody_known() -> None:
    text = label("[PERSON Ann Hill] left .", "The aide", "aide", kind="unnamed")
    (choice,) = list_choices(text, NOTHING)
    assert choice.right == [1]


def test_a_label_of_somebody_who_is_no_candidate_tells_nothing() -> None:
    assert list_choices(label("[PERSON Ann Hill] left .", "The aide", "Tom Kerr"), NOTHING) == []


def test_places_of_other_mentions_tell_who_is_right() -> None:
    text = label("[PERSON Ann Hill] met [PERSON Lena Kerr>3:obj] .", "She")
    (old,) = text.labels
    text.labels = [Label(old.start, old.end, places=(text.doc.text.index("Lena"),))]
    (choice,) = list_choices(text, NOTHING)
    (right,) = choice.right
    assert "he: was subject" not in choice.features[right]


def test_what_is_fitted_prefers_what_was_right() -> None:
    texts = [label("[PERSON Ann Hill] met [PERSON Lena Kerr>3:obj] .", "She", "Ann Hill")] * 6
    weights, choices = fit_rounds(texts, {}, 1)
    assert len(choices) == 6
    assert weights["he: was subject"] > 0


def test_ecb_plus_is_read_up_to_its_last_annotated_sentence(tmp_path: Path) -> None:
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text(
        "Topic,File,Sentence Number\n1,1ecb,0\n", encoding="utf-8"
    )
    words = [("Ann", 0), ("left", 0), (".", 0), ("She", 0), ("won", 0), ("More", 1)]
    tokens = "".join(
        f'<token t_id="{n}" sentence="{s}" number="{n}">{w}</token>'
        for n, (w, s) in enumerate(words)
    )
    (tmp_path / "1_1ecb.xml").write_text(
        f"<Document>{tokens}<Markables>"
        '<HUMAN_PART_PER m_id="1"><token_anchor t_id="0"/></HUMAN_PART_PER>'
        '<HUMAN_PART_PER m_id="2"><token_anchor t_id="3"/></HUMAN_PART_PER></Markables>'
        '<Relations><INTRA_DOC_COREF r_id="9"><source m_id="1"/><source m_id="2"/>'
        '<target m_id="3"/></INTRA_DOC_COREF></Relations></Document>',
        encoding="utf-8",
    )
    (document,) = read_documents(tmp_path)
    assert document.text == "Ann left. She won "
    assert [[document.text[a:b] for a, b in chain] for chain in document.chains] == [["Ann", "She"]]
