"""Speakers: to whom the attributions of an article belong."""
