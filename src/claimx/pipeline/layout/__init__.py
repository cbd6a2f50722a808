"""Sentences end where paragraphs, headings and the labels of turns do."""
