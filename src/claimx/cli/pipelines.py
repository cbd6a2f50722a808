"""The pipeline that a command was asked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimx.cli.exit_codes import WrongCall

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def load_pipeline(model: str | None) -> Language:
    """The pipeline of ``--model``, the bundled one for None; loaded once.

    Raises:
        WrongCall: If it cannot be used.
    """
    from claimx.pipeline.load import PipelineError, load

    try:
        return load(model)
    except PipelineError as error:
        raise WrongCall(str(error)) from error
