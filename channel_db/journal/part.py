"""What all parts of the journal stand on: the connection they were given, and nothing else."""

from pathlib import Path

from sqlalchemy import Connection

from retail.clock import Clock


class Part:
    """A part of the journal that answers questions, or writes within the unit of work that made it."""

    def __init__(self, connection: Connection, folder: Path, clock: Clock) -> None:
        self._connection = connection
        self._folder = folder
        self._clock = clock
