"""The versions of the protocol that one side reads, and the one that two sides have in common."""

from typing import NamedTuple


class Versions(NamedTuple):
    """All versions from the oldest to the newest, both included."""

    oldest: int
    newest: int

    def common_with(self, other: "Versions") -> int | None:
        """The newest version that both read; None where there is none.

        >>> Versions(1, 3).common_with(Versions(2, 5)), Versions(1, 1).common_with(Versions(2, 5))
        (3, None)
        """
        newest = min(self.newest, other.newest)
        return newest if newest >= max(self.oldest, other.oldest) else None

    def has(self, version: int) -> bool:
        """Whether this version is one of them."""
        return self.oldest <= version <= self.newest
