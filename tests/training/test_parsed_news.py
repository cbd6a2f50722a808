"""Sentences of news that stand alone, with the parse that they have in their article."""

from __future__ import annotations

from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest

from claimx_training import parsed_news

TEXT = """Bridge over the old harbour closed for the whole summer

The mayor, who left in May, said that the old bridge would close on Monday. It did.

"Nobody asked the traders of the harbour about it," Ann Poole of the traders' union said.
"""


def test_whole_sentences_keep_their_parse(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [SimpleNamespace(article=SimpleNamespace(text=TEXT))]
    monkeypatch.setattr(parsed_news.wikinews, "read_articles", lambda path: articles)
    monkeypatch.setattr(parsed_news.news_labels, "read_articles", lambda corpora: [])
    docs = list(parsed_news.parse_sentences(Path(), Random(1)))
    assert len(docs) == 2  # neither the headline nor what is too short
    for doc in docs:
        assert [sentence.root.text for sentence in doc.sents] == ["said"]
        assert not any(token.is_space for token in doc)
        assert all(token.tag_ and token.dep_ and token.pos_ for token in doc)
