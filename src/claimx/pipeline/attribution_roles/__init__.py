"""Finds the cues of attributions, and the source and the content of each."""
