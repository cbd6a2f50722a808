"""Word lists by language, as data files that their editors need no code for."""
