"""How far a run of a job is, kept for whoever watches it, and whether somebody has asked it to stop."""

from headquarters.context import Headquarters
from headquarters.jobs.models import JobSession


class Cancelled(Exception):
    """Somebody has asked the run to stop; the text is their name. What was done is done."""


class Progress:
    """What a run has come to so far, told between two of its units of work."""

    def __init__(self, headquarters: Headquarters, session_id: int) -> None:
        self._headquarters, self._id = headquarters, session_id
        self.rows = self.size_bytes = self.errors = 0

    def add(self, rows: int, size_bytes: int, errors: int = 0) -> None:
        """So much more was done.

        Raises:
            Cancelled: no more is to be done.
        """
        self.rows += rows
        self.size_bytes += size_bytes
        self.errors += errors
        with self._headquarters.database.writing() as session:
            row = session.get_one(JobSession, self._id)
            row.rows, row.size_bytes, row.errors = self.rows, self.size_bytes, self.errors
        self.go_on()

    def go_on(self) -> None:
        """Nothing stands against the next unit of work.

        Raises:
            Cancelled: somebody has asked the run to stop.
        """
        with self._headquarters.database.reading() as session:
            by = session.get_one(JobSession, self._id).cancelled_by
        if by:
            raise Cancelled(by)
