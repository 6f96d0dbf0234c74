"""Which version of the program this is, as registers tell headquarters; the same as in pyproject.toml."""

from datetime import datetime

PROGRAM = "0.1.0"
RELEASED = datetime.fromisoformat("2026-11-01T00:00:00+00:00")
"""No clock that is right shows an earlier time than that of this program."""
