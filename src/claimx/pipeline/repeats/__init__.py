"""Quotations and attributions that an article says twice."""
