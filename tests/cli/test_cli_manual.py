"""The manual: its pages, `--help` and the schema say the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import claimx.manual
from claimx.article import EVIDENCE_RULES, article_schema
from claimx.cli import main
from claimx.cli.exit_codes import EXIT_CODES
from claimx.manual import TOPICS, read_page
from claimx.manual.generate import GENERATED
from claimx.render import FORMATS

FOLDER = Path(claimx.manual.__file__).parent


@pytest.mark.parametrize("topic", GENERATED)
def test_pages_that_are_generated_have_not_drifted(
    topic: str, request: pytest.FixtureRequest
) -> None:
    """After a wanted change run pytest with --update-golden."""
    page = GENERATED[topic]()
    if request.config.getoption("--update-golden"):
        (FOLDER / f"{topic}.md").write_text(page, encoding="utf-8", newline="\n")
    assert read_page(topic) == page


def test_every_topic_has_its_page_and_every_page_its_topic() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == set(TOPICS)


def test_the_pages_name_all_that_they_describe() -> None:
    record, evidence = read_page("record"), read_page("evidence")
    for definition in article_schema()["$defs"].values():
        assert all(f"`{name}`" in record for name in definition.get("properties", {}))
    assert all(f"`{rule}`: {meaning}" in evidence for rule, meaning in EVIDENCE_RULES.items())
    assert all(f"`{name}`" in read_page("formats") for name in FORMATS)
    codes = read_page("exit-codes")
    assert all(f"`{code}`: {meaning}" in codes for code, meaning in EXIT_CODES.items())


def test_options_that_pages_name_exist() -> None:
    known = {
        option
        for command in main.commands.values()
        for parameter in command.params
        for option in parameter.opts
    }
    for topic in TOPICS:
        for word in read_page(topic).replace("`", " ").replace(",", " ").split():
            if word.startswith("--") and word != "-->":
                assert word.rstrip(".:;)") in known, f"{topic}: {word}"


def test_help_shows_a_page_and_lists_the_topics(invoke: Any) -> None:
    assert invoke("help", "dates").stdout == read_page("dates")
    listed = invoke("help").stdout
    assert all(topic in listed for topic in TOPICS)
    unknown = invoke("help", "evidnce")
    assert unknown.exit_code == 2
    assert "did you mean evidence?" in unknown.stderr
