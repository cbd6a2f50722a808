"""claimx among other Python programs: spaCy, data frames, notebooks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.tokens import Doc, DocBin
from tests.article_builder import BRIDGE_TEXT

import claimx
import claimx_en
from claimx.article import Article
from claimx.render.rows import rows_of

TEXT = "“It is over,” Ms. Ann Hill said on Friday.\r\n\r\nShe denied   that it had begun.\n"


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    return spacy.load("claimx_en")


def test_spacy_loads_the_pipeline_by_its_name(nlp: spacy.Language) -> None:
    assert nlp.meta["name"] == "claimx_en"
    assert "claimx_speakers" in nlp.pipe_names
    assert claimx_en.load().pipe_names == nlp.pipe_names


def test_a_doc_gives_the_record_that_extract_gives(nlp: spacy.Language) -> None:
    doc = nlp(claimx.make_doc(TEXT, published="2025-03-14", title="Over", nlp=nlp))
    article = claimx.from_doc(doc, include_text=True)
    expected = claimx.extract(
        TEXT, published="2025-03-14", title="Over", include_text=True, nlp=nlp
    )
    assert article.model_copy(update={"provenance": expected.provenance}) == expected
    assert doc._.claims == article.claims
    assert article.provenance.pipeline.startswith("claimx_en ")
    stored = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert claimx.from_doc(stored, include_text=True) == article
    (kept,) = DocBin(store_user_data=True, docs=[doc]).get_docs(nlp.vocab)
    assert claimx.from_doc(kept).claims == article.claims


def test_a_doc_of_a_plain_text_gives_a_record_as_well(nlp: spacy.Language) -> None:
    article = claimx.from_doc(nlp("“It is over,” Ms. Ann Hill said."))
    assert [claim.content.text for claim in article.claims] == ["“It is over,”"]


def test_displacy_shows_the_spans_with_their_labels(nlp: spacy.Language) -> None:
    doc = nlp(claimx.make_doc(TEXT, nlp=nlp))
    for group, label in (("source", "SOURCE"), ("cue", "CUE"), ("content", "CONTENT")):
        page = displacy.render(
            doc, style="span", options={"spans_key": f"claimx/{group}"}, page=True
        )
        assert label in page


def test_an_article_finds_its_speakers_and_tables(bridge_article: Article) -> None:
    claim = bridge_article.claims[0]
    assert claim.speakers == ["S1"]
    assert bridge_article.speaker("S1").name == "Ada Okafor"
    with pytest.raises(KeyError, match="S9"):
        bridge_article.speaker("S9")
    assert bridge_article.claims_table() == rows_of(bridge_article, "claims")
    assert bridge_article.dates_table() == rows_of(bridge_article, "dates")


def test_data_frames_hold_the_rows(bridge_article: Article) -> None:
    frame = claimx.to_pandas([bridge_article, bridge_article])
    assert len(frame) == 12
    assert frame["speakers"][0] == ["Ada Okafor"]
    assert list(claimx.to_pandas(bridge_article, "quotes")["quote"]) == ["Q1", "Q2", "Q3", "Q4"]
    assert list(claimx.to_pandas([]).columns) == list(frame.columns)
    with pytest.raises(ValueError, match="did you mean dates"):
        claimx.to_pandas(bridge_article, "date")


def test_any_format_can_be_had_as_text(bridge_article: Article) -> None:
    article = bridge_article.model_copy(update={"text": BRIDGE_TEXT})
    assert claimx.render(article, "html").startswith("<!DOCTYPE html>")
    assert claimx.render(article, "csv", columns=("claim",)).splitlines()[0] == "claim"
    assert claimx.render(article, "json").startswith("{")
    assert claimx.render([article], "json").startswith("[")
    assert claimx.render.FORMATS
    with pytest.raises(ValueError, match="did you mean html"):
        claimx.render(article, "htm")
    with pytest.raises(ValueError, match="-o"):
        claimx.render(article, "sqlite")


def test_a_notebook_shows_the_highlighted_article(bridge_article: Article) -> None:
    article = bridge_article.model_copy(update={"text": BRIDGE_TEXT})
    shown = article._repr_html_()
    assert shown is not None
    assert shown.startswith("<iframe")
    assert "<script" not in shown
    assert bridge_article._repr_html_() is None


def test_reading_and_tables_load_no_pipeline(tmp_path: Path, bridge_article: Article) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(bridge_article.to_json(), encoding="utf-8")
    code = (
        "import sys, claimx; [a] = claimx.read(sys.argv[1]); a.claims_table(); "
        "claimx.render(a, 'csv'); print('spacy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
