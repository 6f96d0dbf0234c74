"""What every kind of import brings along: its fields, its staged table, and how its rows meet the books."""

from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import Connection, Table

from headquarters.importing.columns import Field, Taken
from headquarters.importing.staging import Arrange, Staging


class Kind(Protocol):
    """One kind of rows. A file's rows are staged, planned against the books as they stand, and applied as a set."""

    staged: Table
    key: str

    @property
    def fields(self) -> Sequence[Field]:
        """What a file may bring along."""
        ...

    def choose(self, taken: Sequence[Taken], header: Sequence[str]) -> list[Taken]:
        """The columns to read, that of the key first.

        Raises:
            FileRefused: one is missing.
        """
        ...

    def arrange(self, taken: Sequence[Taken]) -> tuple[list[str], Arrange]:
        """The staged columns, and how their values are made of a row's cells."""
        ...

    def plan(self, connection: Connection, staging: Staging) -> None:
        """Leave out rows that do not fit the books, and find those that change something. Writes nothing else."""
        ...

    def counts(self, connection: Connection) -> tuple[int, int]:
        """How many rows of the plan are new, and how many change what is there."""
        ...

    def apply(self, connection: Connection, at: str) -> None:
        """Bring the plan into the books and publish it: exactly the rows that change something."""
        ...


def as_read(values: list[str | int | None]) -> Sequence[str | int | None]:
    """Cells that are staged as they were read."""
    return values
