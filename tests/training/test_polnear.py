"""Reading PolNeAR's standoff and turning it into spans of tokens."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language

from claimx_training.documents import make_attribution_doc
from claimx_training.polnear import RoleSpan, keep_longest, read_article, read_articles

TEXT = "“We are ready,” the mayor said, “for rain.”\r\n\r\nRead more here. It rained."


def locate(part: str, text: str = TEXT) -> str:
    start = text.index(part)
    return f"{start} {start + len(part)}"


STANDOFF = "\n".join(
    [
        f"T1\tSource {locate('the mayor')}\tthe mayor",
        f"T2\tCue {locate('said')}\tsaid",
        f"T3\tContent {locate('“We are ready,”')};{locate('“for rain.”')}\t“We are …",
        f"T4\tAttribution {locate('said')}\tsaid",
        "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
        f"T5\tDiscard {locate('Read more here.')}\tRead more here.",
        f"T6\tDiscuss {locate('It rained')}\tIt rained",
        f"T7\tCue {locate('rained')}\trained",
        "#1\tAnnotatorNotes T6\tnot sure",
        "",
    ]
)


def get_spans(nlp: Language, standoff: str, text: str = TEXT) -> list[tuple[str, str]]:
    doc = make_attribution_doc(nlp, read_article("made", text, standoff))
    return [(entity.label_, entity.text) for entity in doc.ents]


def test_each_part_of_a_discontinuous_span_is_a_piece() -> None:
    article = read_article("made", TEXT, STANDOFF)
    pieces = [(span.role, TEXT[span.start : span.end]) for span in article.spans]
    assert pieces == [
        ("CONTENT", "“We are ready,”"),
        ("SOURCE", "the mayor"),
        ("CUE", "said"),
        ("CONTENT", "“for rain.”"),
    ]


def test_spans_of_no_attribution_and_notes_are_left_out() -> None:
    article = read_article("made", TEXT, STANDOFF)
    assert "rained" not in [TEXT[span.start : span.end] for span in article.spans]
    assert [TEXT[start:end] for start, end in article.discarded] == ["Read more here."]


def test_line_ends_count_and_the_first_annotator_by_name_is_read(tmp_path: Path) -> None:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "made.txt").write_bytes(TEXT.encode())
    (tmp_path / "text" / "made-too.txt").write_bytes(b"Nobody annotated this.")
    (tmp_path / "attributions" / "made_bb.ann").write_text("", encoding="utf-8")
    (tmp_path / "attributions" / "made_aa.ann").write_text(STANDOFF, encoding="utf-8")
    articles = list(read_articles(tmp_path))
    assert [article.name for article in articles] == ["made"]
    assert articles[0].text == TEXT
    assert len(articles[0].spans) == 4


def test_of_overlapping_spans_the_longer_stays() -> None:
    long, inner, other = (
        RoleSpan(0, 10, "CONTENT"),
        RoleSpan(2, 5, "SOURCE"),
        RoleSpan(10, 12, "CUE"),
    )
    assert keep_longest([inner, long, other]) == [long, other]


def test_spans_become_entities_that_keep_their_roles(blank: Language) -> None:
    assert get_spans(blank, STANDOFF) == [
        ("CONTENT", "“We are ready,”"),
        ("SOURCE", "the mayor"),
        ("CUE", "said"),
        ("CONTENT", "“for rain.”"),
    ]


def test_a_span_that_ends_within_a_word_grows_to_the_whole_word(blank: Language) -> None:
    standoff = f"T1\tSource {locate('the may')}\tx\nE1\tAttribution:T9 Source:T1"
    assert get_spans(blank, standoff) == [("SOURCE", "the mayor")]


def test_white_space_at_the_edge_belongs_to_no_span(blank: Language) -> None:
    start, end = TEXT.index("“for rain.”"), TEXT.index("Read")
    standoff = f"T1\tContent {start} {end}\tx\nE1\tAttribution:T9 Content:T1"
    assert get_spans(blank, standoff) == [("CONTENT", "“for rain.”")]


def test_discarded_text_is_missing_and_all_else_is_outside(blank: Language) -> None:
    doc = make_attribution_doc(blank, read_article("made", TEXT, STANDOFF))
    missing = [token.text for token in doc if token.ent_iob_ == ""]
    assert missing == ["Read", "more", "here", "."]
    assert [token.ent_iob_ for token in doc if token.text == "rained"] == ["O"]


def test_no_sentence_boundary_is_set(blank: Language) -> None:
    doc = make_attribution_doc(blank, read_article("made", TEXT, STANDOFF))
    assert all(token.is_sent_start is None for token in list(doc)[1:])
