"""Bytes to text, metadata and layout: files, folders, standard input and JSON Lines."""

from __future__ import annotations

from claimx.reading.dates import parse_published
from claimx.reading.failures import InputError
from claimx.reading.inputs import read_inputs
from claimx.reading.limits import check_text
from claimx.reading.raw_article import GivenMetadata, RawArticle, read_article
from claimx.reading.records import read_record

__all__ = [
    "GivenMetadata",
    "InputError",
    "RawArticle",
    "check_text",
    "parse_published",
    "read_article",
    "read_inputs",
    "read_record",
]
