"""Bytes to text, metadata and layout: files of many formats, folders and standard input."""

from __future__ import annotations

from claimx.reading.dates import parse_published
from claimx.reading.failures import InputError
from claimx.reading.inputs import read_inputs
from claimx.reading.limits import check_text
from claimx.reading.raw_article import GivenMetadata, RawArticle, read_article
from claimx.reading.records import read_record
from claimx.reading.source import ReadingOptions

__all__ = [
    "GivenMetadata",
    "InputError",
    "RawArticle",
    "ReadingOptions",
    "check_text",
    "parse_published",
    "read_article",
    "read_inputs",
    "read_record",
]
