"""Inputs of `check`, `verify`, `diff` and `explain`: articles to analyse, or saved records."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from claimx.article import Article, Failure
from claimx.checks.engine import CheckedArticle
from claimx.cli.exit_codes import WrongCall
from claimx.cli.streams import standard_input
from claimx.reading.streams import look_ahead
from claimx.saved import DATABASE_START, SavedError, bad_record, looks_saved, read, read_each

if TYPE_CHECKING:
    from claimx.cli.listing import PassedOver
    from claimx.listing import ListingRules
    from claimx.reading import GivenMetadata, RawArticle, ReadingOptions

_LOOK = 4096
_PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_SAVED_SUFFIXES = frozenset({".json", ".jsonl", ".ndjson"})


@dataclass(frozen=True)
class Analysis:
    """How inputs that are not saved records are read and analysed.

    Attributes:
        given: Metadata that hold for every input.
        reading: What the user says of the inputs.
        rules: Which files a folder is read for.
        model: As in ``--model``.
        date_order: As in ``--date-order``.
        stdin_name: What standard input is called, and whose suffix it has.
        passed: Counts the files of folders that are not read.
        jobs: Articles that are analysed at a time; 0 is one a core.
        keep: Told of each article as it was read, where this process analyses it.
    """

    given: GivenMetadata
    reading: ReadingOptions
    rules: ListingRules
    model: str | None = None
    date_order: str | None = None
    stdin_name: str | None = None
    passed: PassedOver | None = None
    jobs: int = 1
    keep: Callable[[RawArticle], None] | None = None


def checked_articles(
    paths: Sequence[str], analysis: Analysis
) -> Iterator[CheckedArticle | Failure]:
    """One article or failure an input, in order.

    Records that `claimx extract` wrote (``.json``, ``.jsonl``, ``.db``, standard input) are taken
    as they are: nothing is analysed again, and no pipeline is loaded for them.
    """
    stdin = None
    waiting: list[str] = []
    for path in paths:
        if path == "-":
            start, stdin = look_ahead(standard_input())
            records = read_each(stdin, path) if looks_saved(start) else None
        else:
            records = _saved_records(path)
        if records is None:
            waiting.append(path)
            continue
        yield from _analyse(waiting, analysis, stdin)
        waiting = []
        for record in records:
            yield record if isinstance(record, Failure) else _place_saved(record)
    yield from _analyse(waiting, analysis, stdin)


def raw_articles(paths: Sequence[str], analysis: Analysis) -> Iterator[RawArticle | Failure]:
    """The texts of inputs, without analysing them."""
    yield from _read(paths, analysis, standard_input() if "-" in paths else None)


def _saved_records(path: str) -> Iterator[Article | Failure] | None:
    """The records of a file or a database of claimx, None where it is something else."""
    try:
        if not Path(path).is_file():
            return None
        with Path(path).open("rb") as stream:
            start = stream.read(_LOOK)
    except (OSError, ValueError):
        # Reading it as an article says what is wrong.
        return None
    if start.startswith(DATABASE_START):
        return _read_database(path)
    if Path(path).suffix.lower() in _SAVED_SUFFIXES and looks_saved(start):
        return _read_saved_file(path)
    return None


def _read_saved_file(path: str) -> Iterator[Article | Failure]:
    with Path(path).open("rb") as stream:
        yield from read_each(stream, path)


def _read_database(path: str) -> Iterator[Article | Failure]:
    """The records of a database; one failure where it is not of claimx."""
    try:
        yield from read(path)
    except SavedError as error:
        yield bad_record(path, str(error))


def _analyse(
    paths: Sequence[str], analysis: Analysis, stdin: BinaryIO | None
) -> Iterator[CheckedArticle | Failure]:
    if not paths:
        return
    # Standard input is one article: nothing is gained by a second process.
    here = analysis.jobs == 1 or stdin is not None
    records = (
        _analyse_here(paths, analysis, stdin) if here else _analyse_in_workers(paths, analysis)
    )
    for record in records:
        yield record if isinstance(record, Failure) else _place_fresh(record, analysis)


def _analyse_here(
    paths: Sequence[str], analysis: Analysis, stdin: BinaryIO | None
) -> Iterator[Article | Failure]:
    from claimx.batch import extract_articles
    from claimx.cli.pipelines import load_pipeline

    yield from extract_articles(
        _kept(_read(paths, analysis, stdin), analysis),
        load_pipeline(analysis.model),
        include_text=True,
        date_order=analysis.date_order,
    )


def _kept(
    records: Iterator[RawArticle | Failure], analysis: Analysis
) -> Iterator[RawArticle | Failure]:
    for record in records:
        if analysis.keep is not None and not isinstance(record, Failure):
            analysis.keep(record)
        yield record


def _analyse_in_workers(paths: Sequence[str], analysis: Analysis) -> Iterator[Article | Failure]:
    from claimx.batch.config import BatchConfig
    from claimx.batch.pool import BrokenPoolError
    from claimx.batch.processes import count_cores, use_one_thread
    from claimx.batch.run import Running, run_batch
    from claimx.batch.units import make_units
    from claimx.listing import list_inputs
    from claimx.pipeline.load import PipelineError
    from claimx.reading.inputs import is_wanted

    use_one_thread()
    config = BatchConfig(
        model=analysis.model,
        include_text=True,
        date_order=analysis.date_order,
        **asdict(analysis.reading),
        **asdict(analysis.given),
    )
    listed = list_inputs(
        paths, is_article=lambda below: is_wanted(below, analysis.reading), rules=analysis.rules
    )
    running = Running(jobs=analysis.jobs or count_cores())
    try:
        for outcome in run_batch(make_units(listed, config), config, running):
            yield outcome.to_record()
    except (PipelineError, BrokenPoolError) as error:
        raise WrongCall(str(error)) from error


def _read(
    paths: Sequence[str], analysis: Analysis, stdin: BinaryIO | None
) -> Iterator[RawArticle | Failure]:
    from claimx.reading import read_inputs
    from claimx.reading.readers import read_stream

    for path in paths:
        if path == "-" and stdin is not None and analysis.stdin_name is not None:
            name = analysis.stdin_name
            yield from read_stream(
                stdin, name, given=analysis.given, options=analysis.reading, name=name
            )
        else:
            yield from read_inputs(
                [path],
                given=analysis.given,
                options=analysis.reading,
                stdin=stdin if path == "-" else None,
                rules=analysis.rules,
            )


def _place_fresh(article: Article, analysis: Analysis) -> CheckedArticle:
    path = article.metadata.path or "-"
    if path in ("-", analysis.stdin_name):
        return CheckedArticle(article, article.text)
    on_disk = _read_text(path)
    if on_disk == article.text:
        return CheckedArticle(article, article.text)
    return CheckedArticle(article, article.text, "text", page=_page_of(path, on_disk))


def _place_saved(article: Article) -> CheckedArticle:
    path = article.metadata.path or "-"
    on_disk = _read_text(path)
    is_same = on_disk is not None and _hash(on_disk) == article.sha256
    text = article.text if article.text is not None else on_disk if is_same else None
    page = None if is_same else _page_of(path, on_disk)
    return CheckedArticle(article, text, "file" if is_same else "text", page=page)


def _page_of(path: str, source: str | None) -> str | None:
    """The source of an input that is a web page by its name."""
    return source if Path(path).suffix.lower() in _PAGE_SUFFIXES else None


def _read_text(path: str) -> str | None:
    """The text of a file, decoded as the reading room does; None where there is none."""
    from claimx.reading import InputError
    from claimx.reading.decoding import decode_bytes

    try:
        if not Path(path).is_file():
            return None
        return decode_bytes(Path(path).read_bytes(), path)[0].removeprefix("\ufeff")
    except (OSError, ValueError, InputError):
        return None


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
