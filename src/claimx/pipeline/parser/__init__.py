"""spaCy's dependency parser, which reads long texts in pieces."""
