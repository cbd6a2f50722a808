"""The English word lists and tables, a file each, and their one reader."""

from claimx.lang.en.reader import read_lines, read_table, read_text, read_words

__all__ = ["read_lines", "read_table", "read_text", "read_words"]
