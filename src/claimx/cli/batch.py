"""Runs a call over its inputs: here or in workers, to a stream or to a file that survives."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from claimx.cli.batch_options import check_batch, is_regular
from claimx.cli.destinations import open_destination
from claimx.cli.exit_codes import WrongCall
from claimx.cli.interrupts import finishing
from claimx.cli.output import check_output, open_output
from claimx.cli.progress import Progress

if TYPE_CHECKING:
    from claimx.article import Article, Failure
    from claimx.batch.config import BatchConfig
    from claimx.batch.journal import Journal
    from claimx.batch.outcomes import Outcome
    from claimx.batch.units import Unit
    from claimx.cli.batch_options import BatchOptions
    from claimx.cli.output_options import OutputOptions
    from claimx.cli.report import Report
    from claimx.listing import ListingRules
    from claimx.render.formats import Format, Settings

Know = Callable[["Unit"], "str | None"]


def _know_nothing(unit: Unit) -> None:
    """There was no earlier run."""


class BatchRun:
    """One run of a command over its inputs.

    Args:
        paths: Inputs that the call names.
        config: What is asked of the records.
        options: How the run is to go.
        rules: What is left out of the inputs.
        report: Counts the records, and says what went wrong with them.
        announce: Writes one line on standard error.
        has_screen: Whether the records go to the terminal themselves.
    """

    def __init__(
        self,
        paths: tuple[str, ...],
        config: BatchConfig,
        options: BatchOptions,
        *,
        rules: ListingRules,
        announce: Callable[[str], None],
        has_screen: bool,
    ) -> None:
        from claimx.batch.stats import Stats

        self._paths = paths
        self._config = config
        self._options = options
        self._rules = rules
        self._stats = Stats()
        self._progress = Progress(
            self._stats, announce, is_shown=not has_screen, stats_file=options.stats
        )

    @property
    def announce(self) -> Callable[[str], None]:
        """Writes one line on standard error without spoiling the line that shows the progress."""
        return self._progress.announce

    def write(
        self,
        report: Report,
        output: OutputOptions,
        chosen: Format,
        settings: Settings,
    ) -> None:
        """Write a record for each input, counted and, where it is a failure, announced.

        Args:
            report: Counts and announces.
            output: Where to.
            chosen: The format.
            settings: What its renderer is told.

        Raises:
            WrongCall: If the options do not go together, the output cannot be written or may not
                be replaced, the pipeline cannot be used, or no worker be started.
        """
        check_batch(self._options, self._paths, chosen, output)
        with self._watched():
            if chosen.name != "jsonl":
                with (
                    open_destination(output, chosen, self._paths) as write,
                    _known_records(output, resume=self._options.resume) as know,
                ):
                    write(self._records(report, know), settings)
                return
            may_replace = output.force or self._options.resume
            if output.file is not None:
                check_output(output.file, self._paths, may_replace=may_replace)
            if output.file is not None and is_regular(output.file):
                self._write_file(report, output.file, may_replace=may_replace)
                return
            with open_output(output.file, always_utf8=True) as stream:
                self._write_lines(report, stream)

    def _records(self, report: Report, know: Know) -> Iterator[Article | Failure]:
        for outcome in self._outcomes(know):
            report.note_outcome(outcome)
            if outcome.line is not None:
                yield outcome.to_record()
            if self._is_enough():
                return
        report.close()

    def _write_lines(self, report: Report, stream: TextIO) -> None:
        """Each line is whole, even where a signal comes."""
        for outcome in self._outcomes(_know_nothing):
            report.note_outcome(outcome)
            with finishing():
                stream.write(f"{outcome.line}\n")
                stream.flush()
            if self._is_enough():
                return
        report.close()

    def _write_file(self, report: Report, target: Path, *, may_replace: bool) -> None:
        """Until all is done the lines are in ``FILE.partial``, which stays where the run breaks
        off."""
        with _open_journal(target, self._options.resume, may_replace) as journal:
            try:
                for outcome in self._outcomes(lambda unit: journal.know(unit.path)):
                    journal.add(outcome)
                    report.note_outcome(outcome)
                    if self._is_enough():
                        break
                else:
                    report.close()
                    journal.finish()
            finally:
                if journal.is_unfinished:
                    self.announce(
                        f"{journal.path} keeps what is done: the same call with --resume goes on"
                    )

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Closes the progress in the end, and says what was done where a signal stops the run."""
        try:
            yield
        except Exception:
            raise
        except BaseException:
            if self._stats.total:
                self.announce(f"stopped after {self._stats.describe()}")
            raise
        finally:
            self._progress.close()

    def _outcomes(self, know: Know) -> Iterator[Outcome]:
        from claimx.batch.pool import BrokenPoolError
        from claimx.batch.processes import count_cores, use_one_thread
        from claimx.batch.run import Running, run_batch
        from claimx.batch.units import Shard, make_units
        from claimx.listing import list_inputs
        from claimx.pipeline.load import PipelineError
        from claimx.reading.inputs import is_wanted

        use_one_thread()
        options = self._options
        reading = self._config.reading
        running = Running(
            jobs=options.jobs or count_cores(),
            ordered=options.ordered,
            timeout=options.timeout,
            on_start=self._tell,
            on_memory=self._stats.note_memory,
            know=know,
        )
        with ExitStack() as stack:
            listed = list_inputs(
                self._names(stack),
                is_article=lambda below: is_wanted(below, reading),
                rules=self._rules,
            )
            units = make_units(
                listed,
                self._config,
                shard=Shard(*options.shard),
                stdin=stack.enter_context(_own_standard_input()),
            )
            try:
                for outcome in run_batch(units, self._config, running):
                    self._stats.count(outcome)
                    yield outcome
                    self._progress.update()
            except (PipelineError, BrokenPoolError) as error:
                raise WrongCall(str(error)) from error

    def _names(self, stack: ExitStack) -> Iterable[str]:
        from claimx.listing import read_names

        source = self._options.names_from
        if source is None:
            return self._paths
        separator = b"\0" if self._options.null else b"\n"
        try:
            opening = _own_standard_input() if source == "-" else Path(source).open("rb")  # noqa: SIM115
            stream = stack.enter_context(opening)
        except OSError as error:
            reason = error.strerror or str(error)
            raise WrongCall(f"--files-from: {source} cannot be read ({reason})") from error
        return chain(self._paths, read_names(stream, separator=separator))

    def _tell(self, worker: int, unit: Unit) -> None:
        if self._options.verbose:
            self.announce(f"worker {worker}: {unit.path}")

    def _is_enough(self) -> bool:
        limit = self._options.max_failures
        if limit is None or self._stats.failed < limit:
            return False
        self.announce(f"{self._stats.failed:,} inputs failed: stopped (--max-failures)")
        return True


@contextmanager
def _known_records(output: OutputOptions, *, resume: bool) -> Iterator[Know]:
    """What the database of an earlier run holds, where the run goes on with it."""
    from claimx.batch.known_records import KnownRecords

    if not resume or output.file is None:
        yield _know_nothing
        return
    with closing(KnownRecords(output.file)) as known:
        yield lambda unit: known.know(unit.path)


@contextmanager
def _open_journal(target: Path, resume: bool, may_replace: bool) -> Iterator[Journal]:
    from claimx.batch.journal import Journal, partial_path

    leftover = partial_path(target)
    if leftover.exists() and not may_replace:
        raise WrongCall(
            f"{leftover} is what an unfinished run left: go on with --resume, or give --force to "
            "begin anew"
        )
    try:
        journal = Journal(target.resolve(), resume=resume)
    except BlockingIOError as error:
        raise WrongCall(f"{target}: another run is writing to it") from error
    except OSError as error:
        raise WrongCall(_reason(target, error)) from error
    try:
        yield journal
    except BrokenPipeError:
        raise
    except OSError as error:
        raise WrongCall(_reason(target, error)) from error
    finally:
        journal.close()


def _reason(target: Path, error: OSError) -> str:
    return f"{target}: the output cannot be written ({error.strerror or error})"


@contextmanager
def _own_standard_input() -> Iterator[BinaryIO]:
    """Standard input under a descriptor of its own: a thread that waits for it in the end does not
    stand in the way of the interpreter, which closes its own."""
    try:
        descriptor = os.dup(sys.stdin.fileno())
    except (AttributeError, OSError, ValueError):
        yield sys.stdin.buffer if sys.stdin is not None else open(os.devnull, "rb")  # noqa: PTH123, SIM115
        return
    yield os.fdopen(descriptor, "rb", closefd=False)
