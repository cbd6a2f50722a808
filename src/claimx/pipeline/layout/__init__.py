"""Sentences end where paragraphs and headings do."""
