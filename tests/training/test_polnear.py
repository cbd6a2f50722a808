"""Reading PolNeAR's standoff."""

from __future__ import annotations

from pathlib import Path

from claimx_training.polnear import cut_passages, read_article, read_articles

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
    everyone = list(read_articles(tmp_path, every_annotator=True))
    assert [(article.name, len(article.spans)) for article in everyone] == [
        ("made", 4),
        ("made", 0),
    ]


def test_passages_are_cut_where_no_attribution_is() -> None:
    text = "Rain fell.\n\nHill said:\n“No.\n\n“Never.”\n\nIt rained."
    contents = f"{locate('“No.', text)};{locate('“Never.”', text)}"
    standoff = "\n".join(
        [
            f"T1\tSource {locate('Hill', text)}\tHill",
            f"T2\tCue {locate('said', text)}\tsaid",
            f"T3\tContent {contents}\t“No.",
            "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
        ]
    )
    passages = list(cut_passages(read_article("made", text, standoff)))
    assert [passage.text.strip() for passage in passages] == [
        "Rain fell.",
        "Hill said:\n“No.\n\n“Never.”",
        "It rained.",
    ]
    spoken = passages[1]
    assert [
        (piece.role, spoken.text[piece.start : piece.end])
        for link in spoken.links
        for piece in link
    ] == [("SOURCE", "Hill"), ("CUE", "said"), ("CONTENT", "“No."), ("CONTENT", "“Never.”")]
