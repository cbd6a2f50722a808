"""Text -> annotated spaCy Doc: a folder a component, rules and word lists apart."""
