"""What all parts of the journal stand on: the connection they were given, and nothing else."""

from sqlalchemy import Connection

from retail.clock import Clock


class Part:
    """A part of the journal that answers questions, or writes within the unit of work that made it."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
