"""One line a finding, as compilers write it."""

from __future__ import annotations

from typing import TextIO

from claimx.checks.formats import Outcome
from claimx.checks.formats.wordings import describe_place, summarize
from claimx.render.plain_text import clean


def render_concise(outcome: Outcome, stream: TextIO) -> None:
    """Write ``path:line:column: code name: message`` for each finding."""
    for finding in outcome.findings:
        place = clean(describe_place(finding.place))
        stream.write(f"{place}: {finding.code} {finding.name}: {clean(finding.message)}\n")
    stream.write(summarize(outcome) + "\n")
