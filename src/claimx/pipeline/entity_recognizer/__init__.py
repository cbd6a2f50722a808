"""Names of persons, organisations and places: `doc.ents` from the vectors of the encoder."""
