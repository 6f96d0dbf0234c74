"""Which version of the program this is, as registers tell headquarters; the same as in pyproject.toml."""

PROGRAM = "0.1.0"
