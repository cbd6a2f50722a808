"""Findings -> what a person, a build server or an editor reads: a file a format, one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, TextIO, cast

if TYPE_CHECKING:
    from claimx.article import Failure
    from claimx.checks.findings import Finding


@dataclass(frozen=True)
class Outcome:
    """What a run of `check` or `verify` has to tell.

    Attributes:
        findings: In the order of the inputs.
        failures: Inputs that could not be processed: never "nothing found".
        articles: How many could.
        command: ``check`` or ``verify``.
        color: Whether the stream is a terminal that shows colours.
    """

    findings: Sequence[Finding]
    failures: Sequence[Failure]
    articles: int
    command: str = "check"
    color: bool = False


class FindingsRenderer(Protocol):
    """Writes the outcome of a run; neither opens nor closes the stream."""

    def __call__(self, outcome: Outcome, stream: TextIO) -> None: ...


FINDING_FORMATS: dict[str, str] = {
    "text": "claimx.checks.formats.text:render_text",
    "concise": "claimx.checks.formats.concise:render_concise",
    "json": "claimx.checks.formats.json_document:render_json",
    "jsonl": "claimx.checks.formats.json_document:render_json_lines",
    "github": "claimx.checks.formats.github:render_github",
    "gitlab": "claimx.checks.formats.gitlab:render_gitlab",
    "sarif": "claimx.checks.formats.sarif:render_sarif",
    "junit": "claimx.checks.formats.junit:render_junit",
}
# Whose encoding is that of the terminal; the others are UTF-8 by their own standard.
FORMATS_IN_LOCALE = frozenset({"text", "concise"})


def load_findings_renderer(name: str) -> FindingsRenderer:
    """The function that writes the format ``name``, a key of `FINDING_FORMATS`."""
    module, _, function = FINDING_FORMATS[name].partition(":")
    return cast("FindingsRenderer", getattr(import_module(module), function))
