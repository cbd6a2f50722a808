"""Entities: the named things of an article, each with all its mentions."""
