"""What is read beside the catalogue until it is whole: rows in a file of their own that nobody but the agent opens."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple, cast

from pydantic_core import from_json, to_json
from sqlalchemy import Connection, column, table
from sqlcipher3 import dbapi2

from channel_db.unit_of_work import unit_of_work
from retail.wire.protocol import FeedRow

NAME = "catalog.next.db"
VERSION = 1
ROWS_AT_ONCE = 5000
BESIDE = table("rows", column("feed"), column("key"), schema="beside")

_SCHEMA = (
    """CREATE TABLE beside.readings (
        feed TEXT PRIMARY KEY, base TEXT NOT NULL, is_anew INTEGER NOT NULL, is_mending INTEGER NOT NULL,
        cursor TEXT NOT NULL, is_whole INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
    """CREATE TABLE beside.rows (
        number INTEGER PRIMARY KEY, feed TEXT NOT NULL, key TEXT NOT NULL, value BLOB, UNIQUE (feed, key)) STRICT""",
    f"PRAGMA beside.user_version = {VERSION}",
)
_READING = "SELECT base, is_anew, is_mending, cursor, is_whole FROM beside.readings WHERE feed = ?"
_BEGIN = "REPLACE INTO beside.readings VALUES (?, ?, ?, ?, ?, 0)"
_MOVE = "UPDATE beside.readings SET cursor = ?, is_whole = ? WHERE feed = ?"
_ADD = "REPLACE INTO beside.rows (feed, key, value) VALUES (?, ?, ?)"
_NEXT = "SELECT number, key, value FROM beside.rows WHERE feed = ? AND number > ? ORDER BY number LIMIT ?"
_COUNT = "SELECT count(*) FROM beside.rows WHERE feed = ?"
_FORGET = ("DELETE FROM beside.readings WHERE feed = ?", "DELETE FROM beside.rows WHERE feed = ?")

_log = logging.getLogger(__name__)


class _Row(NamedTuple):
    """What a FeedRow says; making one of the model takes ten times as long."""

    key: str
    gone: bool
    value: dict[str, Any] | None


class Reading(NamedTuple):
    """How far a feed was read beside the catalogue.

    `base` is the cursor that the catalogue had when it began: with another one, what lies here is of the past.
    `is_anew`: it began at the start of the feed, and what it does not bring is gone. `is_mending`: nothing of what the
    catalogue has of it can be trusted.
    """

    base: str
    is_anew: bool
    is_mending: bool
    cursor: str
    is_whole: bool


class Beside:
    """Rows that wait to be shown all at once. Losing them loses a download, so nothing here costs a disk sync.

    The file is there only while something waits in it.
    """

    def __init__(self, connection: Connection, folder: Path) -> None:
        self._connection = connection
        self._file = folder / NAME
        self._is_attached = False

    def reading(self, feed: str) -> Reading | None:
        """How far this feed was read; None where nothing of it waits."""
        if not self._is_attached and not self._is_taken_up():
            return None
        found = self._connection.exec_driver_sql(_READING, (feed,)).first()
        if found is None:
            return None
        base, is_anew, is_mending, cursor, is_whole = found
        return Reading(base, bool(is_anew), bool(is_mending), cursor, bool(is_whole))

    def begin(self, feed: str, base: str, *, is_anew: bool, is_mending: bool = False) -> None:
        """Read this feed beside the catalogue from now on, whose cursor is `base`; what waited of it is dropped."""
        if not self._is_attached and not self._is_taken_up():
            self._attach()
        with unit_of_work(self._connection):
            self._drop(feed)
            self._connection.exec_driver_sql(
                _BEGIN, (feed, base, int(is_anew), int(is_mending), "" if is_anew else base)
            )

    def add(self, feed: str, rows: Iterable[FeedRow], cursor: str, *, is_whole: bool) -> None:
        """Keep a page and how far it reaches, in one commit; of two rows with one key the later holds."""
        values = [(feed, row.key, None if row.gone else to_json(row.value)) for row in rows]
        with unit_of_work(self._connection):
            if values:
                self._connection.exec_driver_sql(_ADD, values)
            self._connection.exec_driver_sql(_MOVE, (cursor, int(is_whole), feed))

    def count(self, feed: str) -> int:
        """How many keys wait of this feed, those that are gone among them."""
        count: int = self._connection.exec_driver_sql(_COUNT, (feed,)).scalar_one()
        return count

    def pages(self, feed: str) -> Iterator[Sequence[FeedRow]]:
        """What waits of this feed, in the order it came, so many rows at once."""
        last = 0
        while found := self._connection.exec_driver_sql(_NEXT, (feed, last, ROWS_AT_ONCE)).all():
            last = found[-1][0]
            rows = [_Row(key, value is None, from_json(value or b"null")) for _, key, value in found]
            yield cast("Sequence[FeedRow]", rows)

    def forget(self, feed: str) -> None:
        """Drop what waits of this feed; the file goes with the last of it."""
        if self.reading(feed) is None:
            return
        with unit_of_work(self._connection):
            self._drop(feed)
        self._let_go_if_empty()

    def _drop(self, feed: str) -> None:
        for statement in _FORGET:
            self._connection.exec_driver_sql(statement, (feed,))

    def _is_taken_up(self) -> bool:
        """Open what an earlier agent left; a file that cannot be read, or of another version, is dropped."""
        if not self._file.exists():
            return False
        if not _is_ours(self._file):
            _log.warning("%s cannot be used and is dropped: what was in it is fetched again", self._file.name)
            self._remove()
            return False
        self._attach()
        self._let_go_if_empty()
        return self._is_attached

    def _attach(self) -> None:
        self._connection.exec_driver_sql("ATTACH ? AS beside", (str(self._file),)).close()
        try:
            self._make_ready()
        except BaseException:
            # Half a file would be taken for a whole one from now on, by this very process.
            self._connection.exec_driver_sql("DETACH beside").close()
            raise
        self._is_attached = True

    def _make_ready(self) -> None:
        for name, value in (("journal_mode", "WAL"), ("synchronous", "NORMAL")):
            self._connection.exec_driver_sql(f"PRAGMA beside.{name} = {value}").close()
        if self._connection.exec_driver_sql("PRAGMA beside.user_version").scalar_one() == 0:
            with unit_of_work(self._connection):
                for statement in _SCHEMA:
                    self._connection.exec_driver_sql(statement).close()

    def _let_go_if_empty(self) -> None:
        if self._connection.exec_driver_sql("SELECT 1 FROM beside.readings").first() is None:
            self._connection.exec_driver_sql("DETACH beside").close()
            self._is_attached = False
            self._remove()

    def _remove(self) -> None:
        for end in ("", "-wal", "-shm"):
            self._file.with_name(self._file.name + end).unlink(missing_ok=True)


def _is_ours(file: Path) -> bool:
    """The file can be read through, and has the tables of this version."""
    try:
        with closing(dbapi2.connect(str(file))) as driver:
            (version,) = driver.execute("PRAGMA user_version").fetchone()
            (word,) = driver.execute("PRAGMA quick_check(1)").fetchone()
    except dbapi2.DatabaseError:
        return False
    return bool(version == VERSION and word == "ok")
