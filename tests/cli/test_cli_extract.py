"""`claimx extract`: formats, destinations, messages and exit codes."""

from __future__ import annotations

import json
import stat
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from claimx.article import Article
from claimx.pipeline.load import PipelineError


def lines_of(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def assert_refused(result: Result, *words: str) -> None:
    """The call ends with exit code 2 and one sentence on standard error."""
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("claimx: ")
    assert result.stderr.count("\n") == 1
    for word in words:
        assert word in result.stderr


def test_records_come_as_json_lines_where_there_is_no_terminal(invoke: Any, articles: Path) -> None:
    result = invoke("extract", "-q", "harbour.txt", "bridge.txt")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert [line["metadata"]["path"] for line in lines_of(result)] == ["harbour.txt", "bridge.txt"]


def test_json_lines_are_utf_8_with_plain_line_ends(invoke: Any, articles: Path) -> None:
    (articles / "æ.txt").write_text("Ægir said “no”.\r\n", encoding="utf-8")
    output = invoke("extract", "æ.txt", "--include-text").stdout_bytes
    assert "Ægir said “no”.\\r\\n".encode() in output
    assert output.endswith(b"\n")
    assert b"\r" not in output


def test_json_is_an_object_for_one_file_and_an_array_for_more(invoke: Any, articles: Path) -> None:
    one = json.loads(invoke("extract", "-f", "json", "bridge.txt").stdout)
    two = json.loads(invoke("extract", "-f", "json", "bridge.txt", "harbour.txt").stdout)
    folder = json.loads(invoke("extract", "-f", "json", ".").stdout)
    piped = json.loads(invoke("extract", "-f", "json", input="The bridge is shut.").stdout)
    assert one["metadata"]["path"] == "bridge.txt"
    assert [len(two), len(folder)] == [2, 2]
    assert piped["schema_version"] == one["schema_version"]


def test_a_list_of_records_is_an_array_even_if_it_holds_but_one(
    invoke: Any, articles: Path
) -> None:
    (articles / "list.jsonl").write_text('{"text": "The bridge is shut."}\n', encoding="utf-8")
    (record,) = json.loads(invoke("extract", "-f", "json", "list.jsonl").stdout)
    assert record["metadata"]["path"] == "list.jsonl:1"


def test_tables_are_printed_on_request(invoke: Any, articles: Path) -> None:
    output = invoke("extract", "-f", "table", "bridge.txt", "harbour.txt").stdout
    assert output.index("bridge.txt") < output.index("CLAIMS") < output.index("harbour.txt")


@pytest.mark.parametrize("dash", [(), ("-",)])
def test_a_pipe_is_read_with_and_without_a_dash(dash: tuple[str, ...], invoke: Any) -> None:
    result = invoke("extract", *dash, "--include-text", input="The bridge is “shut”.")
    (record,) = lines_of(result)
    assert record["text"] == "The bridge is “shut”."


def test_the_options_hold_for_every_input(invoke: Any, articles: Path) -> None:
    result = invoke(
        "extract",
        ".",
        *("--published", "2024-10-16", "--title", "Shut", "--byline", "Jo Lindqvist"),
        *("--url", "https://example.org/1", "--include-text"),
    )
    records = lines_of(result)
    assert len(records) == 2
    for record in records:
        known = record["metadata"]
        assert known["published"] == "2024-10-16"
        assert known["title"] == "Shut"
        assert known["byline"] == "Jo Lindqvist"
        assert known["url"] == "https://example.org/1"
        assert record["provenance"]["options"] == {
            "published": "2024-10-16",
            "title": "Shut",
            "byline": "Jo Lindqvist",
            "url": "https://example.org/1",
            "include_text": True,
        }


def test_the_order_of_day_and_month_is_among_the_options(invoke: Any, articles: Path) -> None:
    (record,) = lines_of(invoke("extract", "bridge.txt", "--date-order", "dmy"))
    assert record["provenance"]["options"] == {"date_order": "DMY"}
    refused = invoke("extract", "bridge.txt", "--date-order", "YMD")
    assert refused.exit_code == 2


def test_the_text_of_records_is_found_by_its_key(invoke: Any, articles: Path) -> None:
    (articles / "list.jsonl").write_text('{"body": "The bridge is shut."}\n', encoding="utf-8")
    result = invoke("extract", "list.jsonl", "--text-key", "body", "--include-text")
    assert [line["text"] for line in lines_of(result)] == ["The bridge is shut."]


def test_an_input_that_fails_is_named_and_the_others_are_processed(
    invoke: Any, articles: Path
) -> None:
    (articles / "blank.txt").write_text(" \n", encoding="utf-8")
    result = invoke("extract", "-q", "missing.txt", "bridge.txt", "blank.txt")
    assert result.exit_code == 3
    missing, bridge, blank = lines_of(result)
    assert bridge["metadata"]["path"] == "bridge.txt"
    for line, path in ((missing, "missing.txt"), (blank, "blank.txt")):
        assert set(line) == {"metadata", "error"}
        assert line["metadata"] == {"path": path}
        assert set(line["error"]) == {"type", "message"}
    messages = result.stderr.splitlines()
    assert len(messages) == 2
    assert messages[0].startswith("claimx: missing.txt ")
    assert messages[1].startswith("claimx: blank.txt ")


def test_warnings_and_files_passed_over_are_told(invoke: Any, articles: Path) -> None:
    for name in ("a.asp", "b.asp", "c.png"):
        (articles / name).write_text("The bridge is shut.", encoding="utf-8")
    result = invoke("extract", ".")
    assert result.exit_code == 0
    assert len(lines_of(result)) == 2
    *warnings, last = result.stderr.splitlines()
    assert [line.split(":")[1] for line in warnings] == [" ./bridge.txt", " ./harbour.txt"]
    assert all("warning: no publication date" in line for line in warnings)
    assert "3 files are passed over (2 .asp, 1 .png)" in last
    included = invoke("extract", "-q", ".", "--include", "*.asp")
    assert (len(lines_of(included)), included.stderr) == (4, "")


def test_a_name_that_cannot_be_one_is_an_input_that_fails(invoke: Any, articles: Path) -> None:
    (failure,) = lines_of(invoke("extract", "long" * 2000))
    assert failure["error"]["message"]


def test_failures_are_messages_beside_tables_and_records_in_json(
    invoke: Any, articles: Path
) -> None:
    table = invoke("extract", "-f", "table", "missing.txt", "bridge.txt")
    assert table.exit_code == 3
    assert "missing.txt" in table.stderr
    assert "missing.txt" not in table.stdout
    alone = invoke("extract", "-f", "json", "missing.txt")
    assert alone.exit_code == 3
    assert json.loads(alone.stdout)["metadata"]["path"] == "missing.txt"


def test_a_message_cannot_write_to_the_terminal_as_it_pleases(invoke: Any, articles: Path) -> None:
    result = invoke("extract", "mis\x1b[31msing\n.txt")
    assert result.exit_code == 3
    assert "\x1b" not in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_bad_publication_date_is_refused(invoke: Any, articles: Path) -> None:
    assert_refused(invoke("extract", "bridge.txt", "--published", "soon"), "--published", "soon")


def test_an_unknown_pipeline_is_refused(
    invoke: Any, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(model: str | None) -> None:
        raise PipelineError(f"there is no pipeline {model!r}")

    monkeypatch.setattr("claimx.pipeline.load.load", load)
    result = invoke("extract", "bridge.txt", "--model", "en_none")
    assert_refused(result, "there is no pipeline 'en_none'")


def test_nothing_to_read_is_refused(
    invoke: Any, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # By its name the package gives the command, not the module.
    module = import_module("claimx.cli.extract")
    monkeypatch.setattr(module, "is_terminal", lambda stream: True)
    assert_refused(invoke("extract"), "nothing to read")


@pytest.mark.parametrize("arguments", [("--no-such-option",), ("-f", "xml"), ("-o",)])
def test_a_bad_option_is_refused(arguments: tuple[str, ...], invoke: Any, articles: Path) -> None:
    result = invoke("extract", "bridge.txt", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("name", "first"),
    [("out.json", "{\n"), ("out.jsonl", '{"'), ("out.JSONL", '{"'), ("out", '{"')],
)
def test_the_suffix_of_the_output_file_chooses_the_format(
    name: str, first: str, invoke: Any, articles: Path
) -> None:
    result = invoke("extract", "bridge.txt", "-o", name)
    assert result.exit_code == 0
    assert result.stdout == ""
    written = (articles / name).read_text(encoding="utf-8")
    assert written.startswith(first)
    assert Article.model_validate_json(written).metadata.path == "bridge.txt"


def test_a_suffix_that_no_format_has_is_refused_with_those_that_are_known(
    invoke: Any, articles: Path
) -> None:
    assert_refused(invoke("extract", "bridge.txt", "-o", "out.xls"), ".xls", ".csv", ".jsonl", "-f")
    assert not (articles / "out.xls").exists()
    assert invoke("extract", "bridge.txt", "-o", "out.xls", "-f", "csv").exit_code == 0


def test_a_file_that_is_there_is_replaced_only_on_request(invoke: Any, articles: Path) -> None:
    (articles / "out.jsonl").write_text("old", encoding="utf-8")
    assert_refused(invoke("extract", "bridge.txt", "-o", "out.jsonl"), "out.jsonl", "--force")
    assert (articles / "out.jsonl").read_text(encoding="utf-8") == "old"
    assert_refused(
        invoke("extract", "bridge.txt", "-o", "bridge.txt", "--force"), "overwrite an input"
    )


def test_an_unknown_format_names_the_nearest(invoke: Any, articles: Path) -> None:
    result = invoke("extract", "bridge.txt", "-f", "jsnl")
    assert result.exit_code == 2
    assert "did you mean jsonl?" in result.stderr


def test_an_unknown_column_names_the_nearest(invoke: Any, articles: Path) -> None:
    result = invoke("extract", "bridge.txt", "-f", "csv", "--columns", "content,speeker")
    assert_refused(result, "did you mean speakers?")


@pytest.mark.parametrize("option", [("--rows", "dates"), ("--columns", "cue"), ("--bom",)])
def test_options_of_rows_are_refused_for_formats_without_rows(
    option: tuple[str, ...], invoke: Any, articles: Path
) -> None:
    assert_refused(invoke("extract", "bridge.txt", "-f", "jsonl", *option), option[0], "csv")


def test_an_asked_for_format_goes_before_the_suffix(invoke: Any, articles: Path) -> None:
    invoke("extract", "bridge.txt", "-o", "out.json", "-f", "table")
    assert "CLAIMS" in (articles / "out.json").read_text(encoding="utf-8")


def test_an_output_file_is_left_alone_when_the_run_breaks_off(
    invoke: Any, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(model: str | None) -> None:
        raise PipelineError("there is no such pipeline")

    monkeypatch.setattr("claimx.pipeline.load.load", load)
    (articles / "out.jsonl").write_text("old", encoding="utf-8")
    assert_refused(invoke("extract", "bridge.txt", "-o", "out.jsonl", "--force"))
    assert (articles / "out.jsonl").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in articles.iterdir()) == [
        "bridge.txt",
        "harbour.txt",
        "out.jsonl",
    ]


def test_an_output_file_keeps_its_permissions_and_a_new_one_gets_the_usual(
    invoke: Any, articles: Path
) -> None:
    kept = articles / "kept.jsonl"
    kept.write_text("old", encoding="utf-8")
    kept.chmod(0o640)
    usual = articles / "usual"
    usual.touch()
    for name in ("kept.jsonl", "new.jsonl"):
        assert invoke("extract", "bridge.txt", "-o", name, "--force").exit_code == 0
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640
    assert (articles / "new.jsonl").stat().st_mode == usual.stat().st_mode


def test_an_output_that_is_a_link_is_written_where_the_link_points(
    invoke: Any, articles: Path
) -> None:
    (articles / "real.jsonl").write_text("old", encoding="utf-8")
    (articles / "link.jsonl").symlink_to("real.jsonl")
    assert invoke("extract", "bridge.txt", "-o", "link.jsonl", "--force").exit_code == 0
    assert (articles / "link.jsonl").is_symlink()
    assert (articles / "real.jsonl").read_text(encoding="utf-8").startswith("{")


@pytest.mark.parametrize(
    ("output", "words"),
    [
        (".", "is a folder"),
        ("nowhere/out.jsonl", "there is no folder"),
        ("bridge.txt", "would overwrite an input"),
        ("./bridge.txt", "would overwrite an input"),
        (f"{'long' * 100}.jsonl", "cannot be written"),
    ],
)
def test_an_output_that_cannot_be_meant_is_refused(
    output: str, words: str, invoke: Any, articles: Path
) -> None:
    assert_refused(invoke("extract", "bridge.txt", "-o", output), words)
    assert (articles / "bridge.txt").read_text(encoding="utf-8").startswith("The bridge")


def test_a_dash_as_output_is_standard_output(invoke: Any, articles: Path) -> None:
    assert len(lines_of(invoke("extract", "bridge.txt", "-o", "-"))) == 1


def test_a_full_disk_is_one_sentence(
    invoke: Any, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(file: Any, place: int, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("claimx.batch.journal._write", write)
    result = invoke("extract", "bridge.txt", "-o", "out.jsonl")
    assert_refused(result, "out.jsonl", "No space left on device")
    assert not (articles / "out.jsonl").exists()
