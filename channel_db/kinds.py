"""What the two files are and which SQLite may open them; known before SQLAlchemy is loaded."""

from dataclasses import dataclass

from channel_db.errors import LibraryTooOld

LIBRARY_MIN = (3, 51, 3)
"""The first release in which two processes cannot corrupt a WAL file (the WAL-reset fault)."""

NEEDED_TO_SELL = ("settings", "staff", "products", "prices", "list_prices")
"""The feeds that must have been read to their end once before a register sells."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the two files: its name, the mark in its header, and the version of its tables we know."""

    name: str
    application_id: int
    version: int

    @property
    def file(self) -> str:
        """The name of the file in the data folder."""
        return f"{self.name}.db"


JOURNAL = Kind("journal", 0x4B534A4E, 18)
CATALOG = Kind("catalog", 0x4B534354, 20)


def check_library(version: tuple[int, ...]) -> None:
    """Refuse an SQLite that can corrupt a WAL file two processes write.

    Raises:
        LibraryTooOld: it is older than LIBRARY_MIN.
    """
    if version < LIBRARY_MIN:
        raise LibraryTooOld(".".join(map(str, version)), ".".join(map(str, LIBRARY_MIN)))
