"""The pages of ``claimx help``: Markdown beside this file, some of it generated."""

from __future__ import annotations

from importlib.resources import files

TOPICS = {
    "record": "every field of the output",
    "evidence": "why a source has its speakers, rule by rule",
    "formats": "the forms of the output, and their files",
    "inputs": "what is read",
    "dates": "how time expressions are resolved",
    "exit-codes": "what the program returns",
    "rules": "what `claimx check` and `claimx verify` find, and how precisely",
    "accuracy": "how well it does, and how to measure it",
}

__all__ = ["TOPICS", "read_page"]


def read_page(topic: str) -> str:
    """The page of one of `TOPICS` in Markdown."""
    name = f"{topic}.md"
    return files("claimx.manual").joinpath(name).read_text(encoding="utf-8")
