"""Fits the encoder jointly on tags, syntax, names and attributions, and exports it."""
