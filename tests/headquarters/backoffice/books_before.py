"""Whether anything of the books has changed since a moment, whatever it is."""

import hashlib
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite


class Books:
    """What lies in the database; sessions apart, whose last use is noted."""

    def __init__(self, file: Path) -> None:
        self._before, self._now = (sqlite.connect(str(file), isolation_level=None) for _ in range(2))
        self.remember()

    def remember(self) -> None:
        """Hold on to the books as they stand: a reader of SQLite goes on seeing what it began to read."""
        if self._before.in_transaction:
            self._before.execute("ROLLBACK")
        self._before.execute("BEGIN")
        self._before.execute("SELECT count(*) FROM stores").fetchone()
        self._version = self._version_now()

    def have_changed(self) -> bool:
        """Since they were remembered."""
        return self._version_now() != self._version and _digest(self._now) != _digest(self._before)

    def close(self) -> None:
        self._before.close()
        self._now.close()

    def _version_now(self) -> int:
        return int(self._now.execute("PRAGMA data_version").fetchone()[0])


def _digest(connection: sqlite.Connection) -> str:
    found = hashlib.sha256()
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    for (name,) in tables.fetchall():
        if name != "office_sessions":
            for row in connection.execute(f'SELECT * FROM "{name}"'):
                found.update(repr(row).encode())
    return found.hexdigest()
