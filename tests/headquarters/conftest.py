"""What the tests of headquarters are given: a real process, and its parts on a real database file."""

from tests.fixtures.fix_headquarters import headquarters

__all__ = ["headquarters"]
