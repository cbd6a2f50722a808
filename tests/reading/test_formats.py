from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import zstandard

from claimx.article import Failure
from claimx.reading import RawArticle, ReadingOptions, read_article, read_inputs
from claimx.reading.readers import READERS, read_stream

BODY = "The bridge is closed until May, the mayor, Ida Krohn, said on Tuesday. Nobody was hurt."
OTHER = "The bridge is open again, Tom Hale, her deputy, told reporters. It will stay so."


def read(content: str | bytes, name: str = "", **options: str) -> list[RawArticle | Failure]:
    data = content if isinstance(content, bytes) else content.encode()
    return list(
        read_stream(io.BytesIO(data), name or "-", name=name, options=ReadingOptions(**options))
    )


def texts(content: str | bytes, name: str = "", **options: str) -> list[str]:
    results = read(content, name, **options)
    assert all(isinstance(result, RawArticle) for result in results), results
    return [result.text for result in results if isinstance(result, RawArticle)]


def failure(content: str | bytes, name: str = "", **options: str) -> str:
    (result,) = read(content, name, **options)
    assert isinstance(result, Failure), result
    assert "\n" not in result.error.message
    assert (name or "-") in result.error.message
    return result.error.message


ARTICLES = [{"text": BODY, "date": "2025-03-14"}, {"text": OTHER, "date": "2025-03-15"}]
TABLE = f'date,title,text\n2025-03-14,One,"{BODY}"\n2025-03-15,Two,"{OTHER}"\n'
FEED = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="urn:c" xmlns:dc="urn:d"><channel>'
    "<title>Dunmore Post</title>"
    f"<item><title>One</title><link>https://a.example/1</link><guid>g1</guid>"
    f"<pubDate>Fri, 14 Mar 2025 09:00:00 GMT</pubDate><dc:creator>Ann Hill</dc:creator>"
    f"<description>short</description><content:encoded><![CDATA[<p>{BODY}</p>]]>"
    "</content:encoded></item>"
    f"<item><title>Two</title><description>&lt;p&gt;{OTHER}&lt;/p&gt;</description></item>"
    "</channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>One</title>'
    '<link href="https://a.example/1"/><published>2025-03-14T09:00:00Z</published>'
    f"<author><name>Ann Hill</name></author><content type='html'>&lt;p&gt;{BODY}&lt;/p&gt;"
    "</content></entry></feed>"
)


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(ARTICLES),
        json.dumps(ARTICLES, indent=2),
        json.dumps({"status": "ok", "articles": ARTICLES}),
        json.dumps({"response": {"count": 2, "docs": ARTICLES}}, indent=1),
        json.dumps({"hits": {"hits": [{"_id": "1", "_source": item} for item in ARTICLES]}}),
        "\n".join(json.dumps(item) for item in ARTICLES),
        "\n\n" + "\n".join(json.dumps(item) for item in ARTICLES),
        json.dumps([BODY, OTHER]),
        TABLE,
        TABLE.replace(",", "\t", 2).replace(",One,", "\tOne\t").replace(",Two,", "\tTwo\t"),
        FEED,
    ],
    ids=lambda content: str(content)[:20],
)
@pytest.mark.parametrize("name", ["", "a.txt", "a"])
def test_what_the_first_bytes_tell_is_read_under_every_name(content: str, name: str) -> None:
    assert texts(content, name) == [BODY, OTHER]


def test_one_record_over_several_lines() -> None:
    for name in ("", "a.json", "a.jsonl"):
        (article,) = read(json.dumps(ARTICLES[0], indent=2), name)
        assert isinstance(article, RawArticle)
        assert article.metadata.published == "2025-03-14"


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        ('{"date": "2025-03-14", "bdy": "x"}', "a.json", "its fields are date, bdy"),
        ('[{"bdy": "x"}, ', "a.json", "not JSON"),
        ("[]", "a.json", "empty list"),
        ("date,claim\n2025,x\n", "a.csv", "its columns are date, claim"),
        ("text,date\n", "a.csv", "no rows"),
        ("%PDF-1.7\nx", "a.pdf", "pdftotext"),
        ("%PDF-1.7\nx", "a.txt", "pdftotext"),
        (r"{\rtf1 hello}", "a.doc", "save it as .docx"),
        ("<?xml version='1.0'?><note><a>x</a></note>", "a.xml", "<note>"),
        ("<rss><channel><title>x</title></channel></rss>", "a.rss", "without entries"),
        (gzip.compress(gzip.compress(BODY.encode())), "a.gz", "packed twice"),
        (gzip.compress(BODY.encode())[:-12], "a.txt.gz", "damaged"),
        (gzip.compress(b"a" * 100_000_000), "a.jsonl.gz", "times its size"),
        (lzma.compress(b"a b\n" * 30_000_000), "a.txt.xz", "more than 4,000,004 bytes"),
        ("[" * 100_000, "a.json", "nested too deeply"),
    ],
    ids=lambda value: str(value)[:12],
)
def test_what_cannot_be_read_says_what_to_do(content: str | bytes, name: str, said: str) -> None:
    assert said in failure(content, name)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("<html><body>" + "<div>" * 50_000 + BODY, "a.html"),
        ("<p>" + "<b>" * 50_000 + BODY, "a.txt"),
        ("<html><head><script type='application/ld+json'>" + "[" * 50_000, "a.html"),
        ("<html>" + "x" * 17_000_000, "a.html"),
        ('{"a":' * 50_000, "a.json"),
        ('text,date\n"' + "a " * 3_000_000, "a.csv"),
        ('text,date\n"' + "a " * 1_900_000 + "\n" + "b " * 1_900_000, "a.csv"),
        ("<rss>" + "<a>" * 50_000, "a.rss"),
        ("&" * 200_000, "a.txt"),
        ("May 1, 2025 " * 5_000, "a.txt"),
        ("<a " * 50_000, "a.txt"),
        ("---\na: " + "[" * 50_000 + "\n---\n" + BODY, "a.txt"),
    ],
    ids=lambda value: str(value)[:12],
)
def test_hostile_inputs_end_in_one_result(content: str, name: str) -> None:
    assert len(read(content, name)) == 1


def test_a_misspelt_key_names_the_fields_there_are() -> None:
    for content in (json.dumps(ARTICLES[0]), json.dumps(ARTICLES[0], indent=2), TABLE):
        assert "text" in failure(content, text_key="bdy").split("bdy")[1]


def test_a_row_that_holds_no_article_fails_alone() -> None:
    results = read(f'text,date\n"{BODY}",2025-03-14\n,2025-03-15\n"{OTHER}",x,y\n', "a.csv")
    assert [type(result) for result in results] == [RawArticle, Failure, Failure]
    paths = [result.metadata.path for result in results]
    assert paths == ["a.csv:2", "a.csv:3", "a.csv:4"]


def test_a_table_as_a_spreadsheet_writes_it() -> None:
    rows = io.StringIO()
    csv.writer(rows, delimiter=";").writerows([["Date", "Text"], ["14.03.2025", BODY]])
    assert texts(rows.getvalue().encode("utf-16"), "a.csv") == [BODY]
    rows = io.StringIO()
    writer = csv.writer(rows)
    writer.writerows([["", "publish_date", "Article"], ["0", "14 March 2025", BODY * 2_000]])
    (article,) = read(rows.getvalue(), "a.csv")
    assert isinstance(article, RawArticle)
    assert article.metadata.published == "2025-03-14"
    assert article.metadata.extra == {}


@pytest.mark.parametrize(
    "pack", [gzip.compress, bz2.compress, lzma.compress, zstandard.compress], ids=str
)
def test_packed_inputs_are_unpacked(pack) -> None:  # type: ignore[no-untyped-def]
    for content in (BODY, TABLE, json.dumps(ARTICLES), FEED):
        assert texts(pack(content.encode()))[0] == BODY


def test_a_feed_gives_its_entries() -> None:
    first, second = read(FEED)
    assert isinstance(first, RawArticle)
    assert isinstance(second, RawArticle)
    metadata = first.metadata
    assert (metadata.title, metadata.byline, metadata.publisher, metadata.published) == (
        "One",
        "Ann Hill",
        "Dunmore Post",
        "2025-03-14T09:00:00Z",
    )
    assert (metadata.url, first.id) == ("https://a.example/1", "g1")
    (entry,) = read(ATOM)
    assert isinstance(entry, RawArticle)
    assert (entry.text, entry.metadata.byline) == (BODY, "Ann Hill")
    assert entry.metadata.url == "https://a.example/1"


def test_a_feed_declares_no_entities_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret words")
    values = ["lol", *(f"&a{n};" * 10 for n in range(8))]
    bomb = "".join(f'<!ENTITY a{n} "{value}">' for n, value in enumerate(values))
    outside = f'<!ENTITY x SYSTEM "file://{tmp_path}/secret">'
    feed = FEED.replace("<rss", f"<!DOCTYPE rss [{bomb}{outside}]><rss", 1)
    for result in read(feed.replace("short", "&a8;&x;")):
        assert "secret words" not in str(result)
        assert "lollol" not in str(result)


def make_word(document: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/'
            'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"<w:body>{document}</w:body></w:document>",
        )
    return data.getvalue()


def test_a_word_document_is_read() -> None:
    paragraphs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in (BODY, OTHER))
    for name in ("a.docx", ""):
        assert texts(make_word(paragraphs), name) == [f"{BODY}\n\n{OTHER}"]
    assert "damaged" in failure(make_word(paragraphs)[:-30], "a.docx")
    assert "unpacks to" in failure(make_word("a" * 90_000_000), "a.docx")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_every_format_may_be_in_a_wide_encoding(encoding: str) -> None:
    lines = "\n".join(json.dumps(item) for item in ARTICLES)
    for content in (BODY, TABLE, json.dumps(ARTICLES), lines, FEED.partition("?>")[2]):
        assert texts(content.encode(encoding))[0] == BODY
    assert texts(lines.encode(encoding), "a.jsonl") == [BODY, OTHER]


def test_every_reader_can_be_asked_for() -> None:
    assert texts(f"<p>{BODY}</p>", "a.dat", reader="html") == [BODY]
    assert "not JSON" in failure(BODY, reader="json")
    names = [reader.name for reader in READERS]
    assert len(names) == len(set(names))
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize(
    "source",
    [
        "<p>&ldquo;It isn&rsquo;t safe,&rdquo; said mayor Ida Krohn.</p>\n<p>She left.</p>",
        "&ldquo;It isn&rsquo;t safe,&rdquo; said mayor Ida Krohn.\n\nShe left.",
        "“It isn&#8217;t safe,” said <b>mayor</b> <i>Ida Krohn</i>.\n\nShe left.",
        "<div>“It isn’t safe,” said mayor <a href='x'>Ida Krohn</a>.<br><br>She left.</div>",
    ],
)
def test_markup_in_a_text_is_taken_out(source: str) -> None:
    article = read_article(source)
    assert article.text == "“It isn’t safe,” said mayor Ida Krohn.\n\nShe left."
    assert [section.kind for section in article.sections] == ["body", "body"]
    assert any("HTML" in warning for warning in article.warnings)


@pytest.mark.parametrize(
    "source",
    [
        f"{BODY} AT&amp;T agreed.",
        f"{BODY}\n\nThe tag <p> begins a paragraph, he said.\n\n{OTHER}",
    ],
)
def test_stray_markup_stays_and_is_warned_about(source: str) -> None:
    article = read_article(source)
    assert article.text == source
    assert any("HTML" in warning for warning in article.warnings)


def test_marks_of_comparison_are_no_markup() -> None:
    article = read_article("If a<b & b>c, said R&D of M&S; x < 5 and y > 3.")
    assert not any("HTML" in warning for warning in article.warnings)


def test_text_that_was_decoded_wrongly_is_warned_about() -> None:
    article = read_article("â€œIt isnâ€™t safe,â€ said mayor Ida Krohn.")
    assert any("decoded wrongly" in warning for warning in article.warnings)


def test_plain_text_imports_no_library_of_other_formats(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    code = (
        "import sys\nfrom claimx.reading import read_inputs\n"
        f"list(read_inputs([{str(tmp_path / 'a.txt')!r}]))\n"
        "print([n for n in ('trafilatura', 'lxml', 'mammoth', 'spacy') if n in sys.modules])"
    )
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
    assert output == b"[]\n"


def test_inputs_of_many_formats_in_one_call(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(TABLE)
    (tmp_path / "b.json").write_text(json.dumps(ARTICLES))
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(BODY.encode()))
    results = list(read_inputs([str(tmp_path)]))
    assert [Path(str(result.metadata.path)).name for result in results] == [
        *("a.csv:2", "a.csv:3", "b.json:1", "b.json:2", "c.txt.gz")
    ]
