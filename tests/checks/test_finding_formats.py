"""What each output of findings looks like, and that what reads it can read it."""

from __future__ import annotations

import io
import json
from xml.etree import ElementTree

import pytest

from claimx.article import Failure, FailureMetadata, FailureReason
from claimx.checks.findings import Finding
from claimx.checks.formats import FINDING_FORMATS, Outcome, load_findings_renderer
from claimx.checks.places import Locator
from claimx.cli.check_options import FORMAT_NAMES

TEXT = "The council met.\n\nIt said: “The bridge: 100 % shut, \x1b[31mthey say."
FAILURE = Failure(
    metadata=FailureMetadata(path="gone.md"),
    error=FailureReason(type="MissingPathError", message="gone.md does not exist"),
)


def finding(fails: bool = True, path: str = "a,b.md") -> Finding:
    start = TEXT.index("“")
    place = Locator(path, TEXT, "file").place(start, start + 11)
    return Finding(
        code="CX401",
        name="unbalanced-quotation-marks",
        message="the quotation is\nnot closed: 100 %",
        place=place,
        excerpt="“The bridge",
        confidence=0.5,
        fails=fails,
    )


def render(name: str, *findings: Finding, failures: tuple[Failure, ...] = ()) -> str:
    stream = io.StringIO()
    load_findings_renderer(name)(Outcome(findings, failures, articles=1), stream)
    return stream.getvalue()


def test_the_command_offers_the_formats_that_there_are() -> None:
    assert tuple(FINDING_FORMATS) == FORMAT_NAMES


def test_text_shows_the_line_with_carets() -> None:
    assert render("text", finding()) == (
        "CX401 unbalanced-quotation-marks: the quotation is not closed: 100 %\n"
        "  --> a,b.md:3:10\n"
        "  |\n"
        "3 | It said: “The bridge: 100 % shut, \N{REPLACEMENT CHARACTER}[31mthey say.\n"
        "  |          ^^^^^^^^^^^\n"
        "\n"
        "1 finding in 1 article.\n"
    )
    assert render("text") == "Nothing found in 1 article.\n"


def test_concise_is_a_line_a_finding() -> None:
    assert render("concise", finding(), failures=(FAILURE,)).splitlines() == [
        "a,b.md:3:10: CX401 unbalanced-quotation-marks: the quotation is not closed: 100 %",
        "1 finding in 1 article; 1 input failed.",
    ]


def test_json_holds_findings_and_failures() -> None:
    entries = json.loads(render("json", finding(), failures=(FAILURE,)))
    assert entries == [
        json.loads(line) for line in render("jsonl", finding(), failures=(FAILURE,)).splitlines()
    ]
    assert entries[0]["line"] == 3
    assert entries[0]["start"] == TEXT.index("“")
    assert entries[1]["error"]["type"] == "MissingPathError"


def test_github_escapes_what_would_end_a_command() -> None:
    first, second, third = render(
        "github", finding(), finding(fails=False), failures=(FAILURE,)
    ).splitlines()
    assert first.startswith("::error title=claimx (CX401),file=a%2Cb.md,line=3,col=10,endLine=3")
    assert first.endswith("the quotation is%0Anot closed: 100 %25")
    assert second.startswith("::warning ")
    assert third == "::error title=claimx,file=gone.md::gone.md does not exist"


def test_gitlab_tells_equal_findings_apart() -> None:
    issues = json.loads(render("gitlab", finding(), finding(fails=False), failures=(FAILURE,)))
    assert len({issue["fingerprint"] for issue in issues}) == 3
    assert [issue["severity"] for issue in issues] == ["major", "minor", "blocker"]
    for issue in issues:
        assert {"description", "check_name", "fingerprint", "severity", "location"} == set(issue)


def test_sarif_has_rules_regions_and_failures() -> None:
    log = json.loads(render("sarif", finding(), finding(fails=False), failures=(FAILURE,)))
    (run,) = log["runs"]
    assert [result["level"] for result in run["results"]] == ["error", "warning"]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "a%2Cb.md"
    assert location["region"]["startLine"] == 3
    rules = run["tool"]["driver"]["rules"]
    assert rules[run["results"][0]["ruleIndex"]]["id"] == "CX401"
    assert run["invocations"][0]["executionSuccessful"] is False


def test_junit_counts_failures_and_errors() -> None:
    root = ElementTree.fromstring(
        render("junit", finding(), finding(fails=False), failures=(FAILURE,))
    )
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("3", "1", "1")
    assert len(root.findall(".//failure")) == 1
    assert len(root.findall(".//error")) == 1
    passed = ElementTree.fromstring(render("junit"))
    assert len(passed.findall(".//testcase")) == 1


@pytest.mark.parametrize("name", FINDING_FORMATS)
def test_a_record_and_a_page_say_what_their_lines_count(name: str) -> None:
    shown = render(name, finding(path="news.jsonl:7"))
    assert "7" in shown
    assert "news.jsonl" in shown
