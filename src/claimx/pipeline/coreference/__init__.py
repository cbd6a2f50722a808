"""Which mentions of an article stand for the same person or thing."""
