"""A file a family of input formats: bytes to sources."""
