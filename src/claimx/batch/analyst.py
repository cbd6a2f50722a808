"""Makes records of units of work, in whatever process it is called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx._version import __version__
from claimx.article import Article, Failure, Provenance
from claimx.article.selection import select_claims
from claimx.batch.extract import extract_article
from claimx.batch.outcomes import Outcome, describe_outcome, fingerprint_input
from claimx.listing import ListedFile, Unlisted

if TYPE_CHECKING:
    from claimx.batch.config import BatchConfig
    from claimx.batch.units import Unit
    from claimx.reading import RawArticle


class Analyst:
    """A pipeline and what is asked of it.

    Args:
        config: What the caller asks for.

    Raises:
        claimx.pipeline.load.PipelineError: If the pipeline cannot be used.
    """

    def __init__(self, config: BatchConfig) -> None:
        from claimx.pipeline.load import describe_pipeline, load

        self._config = config
        self._nlp = load(config.model)
        self._provenance = Provenance(
            claimx=__version__,
            pipeline=describe_pipeline(self._nlp),
            options=dict(config.options),
        )

    def __call__(self, unit: Unit, known: str | None = None) -> Iterator[Outcome]:
        """The outcomes of a unit: one, or one for each article where its file holds several.

        Args:
            unit: What to work on.
            known: Fingerprint of the record of an earlier run; of the same input no record is made
                again.
        """
        for record in map(self._limit, self._read(unit)):
            if isinstance(record, Failure):
                yield describe_outcome(record)
            elif known is not None and fingerprint_input(record, self._provenance) == known:
                yield Outcome(record.metadata.path or "-", None, warnings=record.warnings)
            else:
                yield describe_outcome(self._select(self._extract(record)))

    def _read(self, unit: Unit) -> Iterator[RawArticle | Failure]:
        from claimx.reading.inputs import read_listed

        if isinstance(unit.source, ListedFile | Unlisted):
            yield from read_listed(
                unit.source, given=self._config.given, options=self._config.reading
            )
        else:
            yield unit.source

    def _limit(self, record: RawArticle | Failure) -> RawArticle | Failure:
        """The failure in the place of an article that is longer than the caller wants."""
        from claimx.reading import InputError, check_text

        limit = self._config.max_chars
        if isinstance(record, Failure) or limit is None:
            return record
        try:
            check_text(record.text, record.metadata.path or "-", limit)
        except InputError as error:
            return error.to_failure()
        return record

    def _select(self, record: Article | Failure) -> Article | Failure:
        if isinstance(record, Failure):
            return record
        return select_claims(record, self._config.selection)

    def _extract(self, raw: RawArticle) -> Article | Failure:
        return extract_article(
            raw,
            self._nlp,
            self._provenance,
            include_text=self._config.include_text,
            date_order=self._config.date_order,
        )
