"""Finds time expressions, resolves them against the right anchor and ties them to attributions."""
