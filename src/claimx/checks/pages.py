"""What `check --explain` and `check --list` print, and the manual's page of rules."""

from __future__ import annotations

import textwrap

from claimx.checks.registry import RULES
from claimx.checks.rule import Rule

_WIDTH = 88


def list_rules() -> str:
    """One line a rule: code, name, summary, and whether it is on."""
    widest = max(len(rule.name) for rule in RULES)
    lines = [
        f"{rule.code}  {rule.name:<{widest}}  {_state(rule):<9}  {rule.summary}" for rule in RULES
    ]
    return "\n".join(lines) + "\n"


def explain_rule(rule: Rule) -> str:
    """The page of a rule, as Markdown."""
    paragraphs = [
        f"# {rule.code} {rule.name}",
        textwrap.fill(rule.summary, _WIDTH),
        _fill(rule.explanation),
        f"Wrong:\n\n{_example(rule.wrong)}",
        f"Right:\n\n{_example(rule.right)}",
        textwrap.fill(f"Precision: {_precision(rule)}.", _WIDTH),
        textwrap.fill(f"Default: {_STATES[_state(rule)]}.", _WIDTH),
        f"Run by: {_COMMANDS[rule.command]}.",
    ]
    return "\n\n".join(paragraphs) + "\n"


def rules_page() -> str:
    """The page of the manual: all rules, one behind another."""
    head = (
        "# Rules\n\n`claimx check` and `claimx verify` report by these; "
        "`claimx check --explain CX101` prints one.\n"
    )
    return "\n".join([head, *(explain_rule(rule).replace("#", "##", 1) for rule in RULES)])


_STATES = {
    "on": "on",
    "off": "off, a matter of policy: select it by its code",
    "preview": "off, not precise enough to be trusted: select it by its code, or use --preview",
}


_COMMANDS = {
    "check": "`claimx check`",
    "verify": "`claimx verify`",
    "any": "`claimx check` and `claimx verify`",
}


def _state(rule: Rule) -> str:
    if rule.preview:
        return "preview"
    return "on" if rule.default else "off"


def _precision(rule: Rule) -> str:
    if rule.precision is None:
        return f"not measured ({rule.unmeasured or 'too few findings to read'})"
    return f"{rule.precision.share:.0%} ({rule.precision})"


def _fill(text: str) -> str:
    return "\n\n".join(textwrap.fill(paragraph, _WIDTH) for paragraph in text.split("\n\n"))


def _example(text: str) -> str:
    paragraphs = text.split("\n\n")
    filled = [
        textwrap.fill(paragraph, _WIDTH, initial_indent="    ", subsequent_indent="    ")
        for paragraph in paragraphs
    ]
    return "\n\n".join(filled)
