"""Records in, lines out, as engines for many machines call it."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator

import pytest
import spacy

from claimx.batch import BatchConfig, batches, extract_batch

TEXT = "The bridge is “shut”, Ann Hill said on Monday."


@pytest.fixture(autouse=True)
def blank_pipeline(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A pipeline that finds nothing, loaded at once."""
    monkeypatch.setattr("claimx.pipeline.load.load", lambda model=None: spacy.blank("en"))
    batches._analyst_of.cache_clear()
    yield
    batches._analyst_of.cache_clear()


def test_each_record_has_its_line_and_failures_stand_in_their_place() -> None:
    records = [{"text": TEXT, "path": "a.txt", "title": None}, {"text": " "}, {"title": "x"}, TEXT]
    lines = [json.loads(line) for line in extract_batch(records)]
    assert [line["metadata"]["path"] for line in lines] == [
        "a.txt",
        "record 2",
        "record 3",
        "record 4",
    ]
    assert ["error" in line for line in lines] == [False, True, True, False]


def test_the_config_holds_for_all() -> None:
    config = BatchConfig(include_text=True, published="2025-03-14", text_key="copy")
    (line,) = map(json.loads, extract_batch([{"copy": TEXT}], config))
    assert line["text"] == TEXT
    assert line["metadata"]["published"] == "2025-03-14"
    assert line["provenance"]["options"] == {
        "include_text": True,
        "published": "2025-03-14",
        "text_key": "copy",
    }


def test_function_and_config_can_be_sent() -> None:
    config = BatchConfig(published="2025-03-14")
    function, sent = pickle.loads(pickle.dumps((extract_batch, config)))
    assert sent == config
    assert function([TEXT], sent) == extract_batch([TEXT], config)
