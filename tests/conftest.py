"""Fixtures of all tests: golden files and articles made by hand."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from claimx.article import Article
from tests.article_builder import build_bridge_article

# A slow machine is no failure.
settings.register_profile("claimx", deadline=None)
settings.load_profile("claimx")


def pytest_configure() -> None:
    """Take out what would colour the output of a program under test, or its messages."""
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLUMNS"):
        os.environ.pop(name, None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew instead of comparing with them",
    )


@pytest.fixture
def compare_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares with ``golden/NAME`` beside the test; a file that is absent is made."""
    folder = Path(request.path).parent / "golden"

    def compare(name: str, actual: str) -> None:
        path = folder / name
        if request.config.getoption("--update-golden") or not path.exists():
            folder.mkdir(exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="\n")
        assert actual == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def bridge_article() -> Article:
    """An article with something of everything that a table can show."""
    return build_bridge_article()
