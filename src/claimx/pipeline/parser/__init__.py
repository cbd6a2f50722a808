"""The dependency parser: where sentences begin, what each word hangs on, and as what."""
