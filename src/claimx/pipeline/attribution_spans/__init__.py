"""Marks the words that are the source, the cue or the content of an attribution."""
