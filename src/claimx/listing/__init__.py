"""Which files a call is about: paths as the user names them -> files in a fixed order."""

from __future__ import annotations

from claimx.listing.growing import read_no_further
from claimx.listing.identity import FileIdentity, identify_file, identify_stream
from claimx.listing.inputs import (
    EmptyFolder,
    LinkLeadsOut,
    LinkLoop,
    Listed,
    ListedFile,
    ListingRules,
    Unlisted,
    list_inputs,
    show_path,
)
from claimx.listing.names import read_names

__all__ = [
    "EmptyFolder",
    "FileIdentity",
    "LinkLeadsOut",
    "LinkLoop",
    "Listed",
    "ListedFile",
    "ListingRules",
    "Unlisted",
    "identify_file",
    "identify_stream",
    "list_inputs",
    "read_names",
    "read_no_further",
    "show_path",
]
