"""CX900 unused-ignore"""

from __future__ import annotations

from claimx.checks.rule import ON_SEEDED, Precision, Rule

RULE = Rule(
    code="CX900",
    name="unused-ignore",
    summary="A comment ignores a rule that did not fire, or that does not exist.",
    explanation=(
        "`<!-- claimx: ignore CX101 -->` stands where CX101 did not fire: what it excused is "
        "mended, and the comment would hide the next fault. Take it out. A comment that names no "
        "rule that exists is reported, too."
    ),
    wrong=("The bridge is shut, the engineer Ruth Okafor said. <!-- claimx: ignore CX401 -->"),
    right="The bridge is shut, the engineer Ruth Okafor said.",
    command="any",
    precision=Precision(right=50, read=50, on=ON_SEEDED),
)
