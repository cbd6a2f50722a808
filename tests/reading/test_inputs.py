from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given as given_examples
from hypothesis import strategies as st

from claimx.article import Failure
from claimx.reading import GivenMetadata, RawArticle, ReadingOptions, read_inputs, read_record

TEXT = "The mayor said on Monday that the harbour of the town would close for a year.\n"


def read_one(path: Path | str, **options: object) -> RawArticle | Failure:
    (result,) = read_inputs([str(path)], **options)  # type: ignore[arg-type]
    return result


def fail_one(path: Path | str, **options: object) -> tuple[str, str]:
    result = read_one(path, **options)
    assert isinstance(result, Failure)
    message = result.error.message
    assert result.metadata.path in message
    assert "\n" not in message
    return result.error.type, message


def paths_of(results: list[RawArticle | Failure]) -> list[str | None]:
    return [result.metadata.path for result in results]


def test_a_file_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md", "a.news", "a"):
        (tmp_path / name).write_text(TEXT)
        article = read_one(tmp_path / name)
        assert isinstance(article, RawArticle)
        assert article.text == TEXT
        assert article.metadata.path == str(tmp_path / name)


def test_a_folder_is_read_in_the_order_of_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a/z.md", "a/b/c.text", ".hidden.txt", ".git/x.txt", "d.png", "e.TXT"):
        file = Path("news") / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(TEXT)
    Path("news/c.jsonl").write_text(json.dumps({"text": TEXT}) + "\n")
    expected = ["a/b/c.text", "a/z.md", "b.txt", "c.jsonl:1", "e.TXT"]
    for folder, prefix in (("news", "news/"), ("news/", "news/"), ("./news", "./news/")):
        results = list(read_inputs([folder]))
        assert paths_of(results) == [prefix + name for name in expected]


def test_a_link_in_a_circle_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert len(list(read_inputs([str(tmp_path)]))) == 1


def test_standard_input_is_one_article() -> None:
    article = read_one("-", stdin=io.BytesIO(TEXT.encode()))
    assert isinstance(article, RawArticle)
    assert (article.text, article.metadata.path) == (TEXT, "-")


def test_standard_input_may_be_records() -> None:
    lines = "\n".join(json.dumps({"text": TEXT, "id": n}) for n in range(3))
    results = list(read_inputs(["-"], stdin=io.BytesIO(lines.encode())))
    assert paths_of(results) == ["-:1", "-:2", "-:3"]
    assert [r.id for r in results if isinstance(r, RawArticle)] == ["0", "1", "2"]


def test_standard_input_that_begins_with_a_brace_is_text() -> None:
    article = read_one("-", stdin=io.BytesIO(b"{sic} " + TEXT.encode()))
    assert isinstance(article, RawArticle)


def test_a_bad_record_fails_alone(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": TEXT, "date": "2025-03-14"}),
        "{broken",
        "",
        "[1]",
        json.dumps({"body": TEXT}),
        json.dumps({"text": 5}),
        json.dumps({"text": " \n"}),
        "[" * 100_000,
        json.dumps({"text": "The mayor \ud800 said so.", "title": "\udfff"}),
        json.dumps({"text": "a" * 1_000_001}),
        '{"text": "a", "n": ' + "1" * 5000 + "}",
        json.dumps({"text": TEXT}),
    ]
    file = tmp_path / "news.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())
    results = list(read_inputs([str(file)]))
    assert paths_of(results) == [f"{file}:{n}" for n in (1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12)]
    types = [r.error.type if isinstance(r, Failure) else "" for r in results]
    bad = "BadRecordError"
    assert types == ["", bad, bad, "", bad, "EmptyTextError", bad, "", "TextTooLongError", bad, ""]
    first, mended = results[0], results[7]
    assert isinstance(first, RawArticle)
    assert isinstance(mended, RawArticle)
    assert first.metadata.published == "2025-03-14"
    assert mended.text == "The mayor \ufffd said so."


def test_the_text_may_have_another_name(tmp_path: Path) -> None:
    file = tmp_path / "news.ndjson"
    file.write_text(json.dumps({"body": TEXT, "text": "a summary"}))
    article = read_one(file, options=ReadingOptions(text_key="body"))
    assert isinstance(article, RawArticle)
    assert article.text == TEXT
    assert article.metadata.extra == {"text": "a summary"}
    assert "--text-key" in fail_one(file, options=ReadingOptions(text_key="content"))[1]


def test_a_record_at_hand_is_read_or_fails() -> None:
    article = read_record({"text": TEXT, "date": "2025-03-14"}, path="record 1")
    assert isinstance(article, RawArticle)
    assert (article.metadata.path, article.metadata.published) == ("record 1", "2025-03-14")
    for record in ({}, {"text": None}, {"text": " "}):
        failure = read_record(record, path="record 2")
        assert isinstance(failure, Failure)
        assert failure.metadata.path == "record 2"


def test_what_is_given_holds_for_every_input(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    given = GivenMetadata(published="March 14, 2025", byline="Jane Doe", url="https://a.org/1")
    for article in read_inputs([str(tmp_path)], given=given):
        metadata = article.metadata
        assert isinstance(article, RawArticle)
        assert article.metadata.published == "2025-03-14"
        assert article.metadata.byline == "Jane Doe"
        assert metadata.path is not None


def test_a_bad_date_is_refused_before_anything_is_read() -> None:
    with pytest.raises(ValueError, match="is not a date"):
        next(read_inputs(["-"], given=GivenMetadata(published="soon"), stdin=io.BytesIO()))


def test_inputs_that_cannot_be_read_and_those_that_can(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    results = list(read_inputs([str(tmp_path / "none.txt"), str(tmp_path / "a.txt")]))
    assert [type(result) for result in results] == [Failure, RawArticle]


def test_a_missing_path(tmp_path: Path) -> None:
    assert fail_one(tmp_path / "none.txt")[0] == "MissingPathError"
    result = read_one("a\x00b")
    assert isinstance(result, Failure)


def test_a_folder_without_articles(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"x")
    kind, message = fail_one(tmp_path)
    assert kind == "EmptyFolderError"
    assert ".txt" in message


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_an_empty_file(tmp_path: Path, content: bytes) -> None:
    for name in ("a.txt", "a.jsonl"):
        (tmp_path / name).write_bytes(content)
        assert fail_one(tmp_path / name)[0] == "EmptyTextError"
    result = read_one("-", stdin=io.BytesIO(content))
    assert isinstance(result, Failure)


@pytest.mark.parametrize("content", [b"\x7fELF\x00\x00", b"\x01\x02\x03\x04" * 40, b"a\x00b"])
def test_a_binary_file(tmp_path: Path, content: bytes) -> None:
    for name in ("a.txt", "a.jsonl"):
        (tmp_path / name).write_bytes(content)
        assert fail_one(tmp_path / name)[0] == "BinaryFileError"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)

    def refuse(*args: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert fail_one(tmp_path / "a.txt")[0] == "UnreadableFileError"


@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero"])
def test_a_device(device: str) -> None:
    assert fail_one(device)[0] == "UnreadableFileError"


def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert fail_one(tmp_path / "pipe.txt")[0] == "UnreadableFileError"


def test_too_long_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a " * 500_000)
    assert isinstance(read_one(tmp_path / "a.txt"), RawArticle)
    (tmp_path / "b.txt").write_text("a " * 500_000 + "a")
    kind, message = fail_one(tmp_path / "b.txt")
    assert kind == "TextTooLongError"
    assert "1,000,001" in message
    assert "1,000,000" in message
    (tmp_path / "c.txt").write_text("a " * 2_500_000)
    assert fail_one(tmp_path / "c.txt")[0] == "TextTooLongError"


QUOTE = "He said it was a naïve idea. “We will go,” the mayor’s aide said – on Monday. "


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_unicode_with_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    (tmp_path / "a.txt").write_bytes((mark + QUOTE + "\r\nEnd.\r").encode(encoding))
    article = read_one(tmp_path / "a.txt")
    assert isinstance(article, RawArticle)
    assert article.text == QUOTE + "\r\nEnd.\r"
    assert not any("UTF" in warning for warning in article.warnings)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (QUOTE, "cp1252"),
        (QUOTE * 20, "mac_roman"),
        ("He said it was a naïve idea.", "latin-1"),
        ("Мэр сказал, что порт города будет закрыт на год. " * 5, "cp1251"),
    ],
)
def test_other_encodings_are_found_out_with_a_warning(
    tmp_path: Path, text: str, encoding: str
) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    article = read_one(tmp_path / "a.txt")
    assert isinstance(article, RawArticle)
    assert article.text == text
    assert article.warnings[0].startswith("the text is not UTF-8: read as ")


def test_a_broken_byte_does_not_spoil_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((QUOTE * 10).encode() + b"\xe2\x80")
    article = read_one(tmp_path / "a.txt")
    assert isinstance(article, RawArticle)
    assert article.text == QUOTE * 10 + "\ufffd"
    assert "broken bytes" in article.warnings[0]


@given_examples(st.binary())
def test_any_bytes_give_one_result(content: bytes) -> None:
    (result,) = read_inputs(["-"], stdin=io.BytesIO(content))
    if isinstance(result, Failure):
        assert "-" in result.error.message
    else:
        for section in result.sections:
            assert 0 <= section.span.start < section.span.end <= len(result.text)


@given_examples(st.lists(st.binary().filter(lambda line: b"\n" not in line)))
def test_any_lines_give_one_result_each(lines: list[bytes]) -> None:
    stdin = io.BytesIO(b'{"text": "a"}\n' + b"\n".join(lines))
    results = list(read_inputs(["-"], stdin=stdin))
    assert len(results) == 1 + sum(bool(line.strip()) for line in lines)
