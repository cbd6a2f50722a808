"""Ignores, confidence, baselines and places of the checker, on hand-made articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimx.article import (
    Article,
    Claim,
    Content,
    Metadata,
    Provenance,
    Quote,
    Section,
    Source,
    Span,
    Speaker,
)
from claimx.checks.baseline import BaselineError, format_baseline, read_baseline
from claimx.checks.engine import CheckedArticle, CheckOptions, check_articles
from claimx.checks.findings import Finding
from claimx.checks.selection import FileIgnores, SelectionError, codes_of

OPENING = "“The bridge will stay shut"


def article_of(text: str, path: str = "bridge.md") -> Article:
    """An article in which each paragraph with one unclosed mark is a quotation cut off."""
    quotes = []
    sections = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        if paragraph:
            span = Span(start=start, end=end, text=paragraph)
            sections.append(Section(span=span, kind="body"))
        if paragraph.startswith("“") and "”" not in paragraph:
            number = f"Q{len(quotes) + 1}"
            quotes.append(Quote(id=number, spans=[span], kind="direct", complete=False))
        start = end + 1
    return Article(
        id="a",
        metadata=Metadata(path=path),
        sha256="0" * 64,
        text=text,
        sections=sections,
        quotes=quotes,
        provenance=Provenance(claimx="0", pipeline="none"),
    )


def check(text: str, *codes: str, path: str = "bridge.md", **options: object) -> list[Finding]:
    selected = codes_of(codes or ("CX401", "CX900"))
    settings = CheckOptions(codes=selected, fail_on=selected, **options)  # type: ignore[arg-type]
    return check_articles([CheckedArticle(article_of(text, path), text)], settings)


def test_a_finding_has_line_and_column_of_the_file() -> None:
    (finding,) = check(f"The bridge.\r\n\n{OPENING}")
    assert (finding.place.line, finding.place.column) == (3, 1)
    assert finding.place.source == OPENING
    assert finding.place.unit == "file"


def test_a_record_has_the_line_of_the_record() -> None:
    (finding,) = check(f"The bridge.\n\n{OPENING}", path="news.jsonl:12")
    place = finding.place
    assert (place.path, place.line, place.column, place.unit) == ("news.jsonl", 12, 1, "record")
    assert place.start == 13


@pytest.mark.parametrize(
    "text",
    [
        f"{OPENING} <!-- claimx: ignore CX401 -->",
        f"{OPENING} <!-- claimx: ignore -->",
        f"{OPENING} <!-- claimx: ignore CX4, CX1 (the desk asked) -->",
        f"{OPENING} <!-- claimx: ignore unbalanced-quotation-marks -- as in the letter -->",
        f"<!-- claimx: ignore CX401 -->\n{OPENING}",
        f"<!-- claimx: ignore CX401 -->\n\n{OPENING}",
        f"<!-- claimx: ignore-file CX401 -->\n\nThe bridge.\n\n{OPENING}",
    ],
)
def test_a_comment_silences_its_line_its_paragraph_or_the_file(text: str) -> None:
    assert check(text, "CX401") == []


def test_a_comment_leaves_other_lines_and_other_rules_alone() -> None:
    other = check(f"<!-- claimx: ignore CX401 -->\nThe bridge.\n\n{OPENING}", "CX401")
    assert [finding.code for finding in other] == ["CX401"]
    assert len(check(f"{OPENING} <!-- claimx: ignore CX101 -->", "CX401")) == 1


def test_a_comment_that_silences_nothing_is_reported() -> None:
    (finding,) = check("The bridge. <!-- claimx: ignore CX401 -->")
    assert finding.code == "CX900"
    assert "CX401" in finding.message
    assert finding.place.column == 13
    # A rule that was not checked may well be needed.
    assert check("The bridge. <!-- claimx: ignore CX101 -->") == []


def test_a_comment_for_a_rule_that_does_not_exist_names_the_nearest() -> None:
    (finding,) = check("The bridge. <!-- claimx: ignore CX4O1 -->")
    assert finding.code == "CX900"
    assert "CX401" in finding.message


def test_rules_are_off_for_files_by_their_path() -> None:
    ignores = FileIgnores({"letters/*": codes_of(["CX4"]), "*.txt": codes_of(["CX401"])})
    for path, count in (("letters/a.md", 0), ("./letters/a.md", 0), ("b.txt", 0), ("b.md", 1)):
        assert len(check(OPENING, path=path, file_ignores=ignores)) == count


def test_only_new_findings_pass_a_baseline(tmp_path: Path) -> None:
    file = tmp_path / "baseline.jsonl"
    file.write_text(format_baseline(check(f"{OPENING}\n")), encoding="utf-8")
    assert check(f"The council met.\n\n{OPENING}", baseline=read_baseline(file)) == []
    # The same words a second time are new.
    twice = check(f"{OPENING}\n\n{OPENING}", baseline=read_baseline(file))
    assert [finding.place.line for finding in twice] == [3]
    assert len(check("“Something else", baseline=read_baseline(file))) == 1


@pytest.mark.parametrize("line", ["nothing", "{}", "[]", '{"fingerprint": 3}'])
def test_a_broken_baseline_is_named_with_its_line(line: str, tmp_path: Path) -> None:
    file = tmp_path / "baseline.jsonl"
    file.write_text(f"{format_baseline(check(OPENING))}\n{line}\n", encoding="utf-8")
    with pytest.raises(BaselineError, match=r"baseline\.jsonl:3 "):
        read_baseline(file)


def test_rules_are_selected_by_code_beginning_and_name() -> None:
    assert codes_of(["cx401"]) == codes_of(["unbalanced-quotation-marks"]) == {"CX401"}
    assert {"CX401", "CX402"} < codes_of(["CX4"]) < codes_of(["ALL"])
    assert codes_of(["NONE"]) == frozenset()
    with pytest.raises(SelectionError, match="did you mean altered-quote"):
        codes_of(["alterd-quote"])


def test_findings_of_uncertain_claims_can_be_left_out() -> None:
    text = "He said so."
    span = Span(start=0, end=2, text="He")
    article = article_of(text).model_copy(
        update={
            "speakers": [Speaker(id="S1", name="sources", kind="unnamed", anonymous=True)],
            "claims": [
                Claim(
                    id="C1",
                    source=Source(spans=[span], speakers=["S1"]),
                    content=Content(spans=[Span(start=8, end=10, text="so")], text="so"),
                    directness="indirect",
                    confidence=0.6,
                )
            ],
        }
    )
    codes = codes_of(["CX201"])
    for least, count in ((0.5, 1), (0.7, 0)):
        options = CheckOptions(codes=codes, fail_on=codes, min_confidence=least)
        assert len(check_articles([CheckedArticle(article, text)], options)) == count


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("It closed on Feb. 30.", "February has at most 29 days"),
        ("It closed on Feb. 29, 2026.", "February 2026 has 28 days"),
        ("It closed on June 31.", "June has 30 days"),
    ],
)
def test_a_day_that_no_month_has_is_told_with_the_days_of_the_month(
    text: str, message: str
) -> None:
    assert [finding.message for finding in check(text, "CX302")] == [message]
