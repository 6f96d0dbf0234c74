"""The journal of one register: questions to ask it, and the unit of work in which everything is written."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Connection

from channel_db import room
from channel_db.errors import DatabaseReplaced
from channel_db.journal.card_payments import CardPaymentReading, CardPaymentWriting
from channel_db.journal.carts import CartReading, CartWriting
from channel_db.journal.customer_changes import CustomerChangeReading, CustomerChangeWriting
from channel_db.journal.customers import CustomerReading
from channel_db.journal.entries import EntryReading, EntryWriting
from channel_db.journal.erasing import ErasureReading, ErasureWriting
from channel_db.journal.orders import OrderReading
from channel_db.journal.outbox import OutboxWriting
from channel_db.journal.pins import Pins
from channel_db.journal.sales import SaleReading, SaleWriting
from channel_db.journal.shifts import ShiftReading, ShiftWriting
from channel_db.journal.suspended import SuspendedReading, SuspendedWriting
from channel_db.journal.tallies import TallyReading
from channel_db.journal.tills import TillWriting
from channel_db.presence import Presence
from channel_db.printed import Printed
from channel_db.salvage.copies import copy_anew, keep_copy
from channel_db.unit_of_work import unit_of_work
from retail.clock import Clock
from retail.wire.protocol import UploadResult


class Work(
    CartWriting,
    SaleWriting,
    EntryWriting,
    OutboxWriting,
    ShiftWriting,
    TillWriting,
    CardPaymentWriting,
    SuspendedWriting,
    CustomerChangeWriting,
    ErasureWriting,
):
    """What can be written within one commit."""


class Journal(
    CartReading,
    SaleReading,
    OrderReading,
    CustomerReading,
    EntryReading,
    ShiftReading,
    Pins,
    TallyReading,
    CardPaymentReading,
    SuspendedReading,
    CustomerChangeReading,
    ErasureReading,
):
    """journal.db, opened by `channel_db.engine.open_journal`. Not for two threads: one lane owns it."""

    def __init__(self, connection: Connection, folder: Path, clock: Clock) -> None:
        super().__init__(connection, clock)
        self._folder = folder
        self._file = folder / "journal.db"
        self._presence = Presence(self._file)
        self.printed = Printed(folder)

    @contextmanager
    def unit_of_work(self) -> Iterator[Work]:
        """One commit: all that is written on the Work is kept together, or nothing of it.

        Raises:
            StorageError: the machine is in trouble; nothing of it was kept.
            StorageBug: a rule of the tables was broken; nothing of it was kept.
        """
        with unit_of_work(self._connection):
            work = Work(self._connection, self._clock)
            yield work
        if work.given_out:
            self.printed.raise_to(work.given_out)

    def acknowledge(self, results: list[UploadResult], now: datetime) -> None:
        """`Work.acknowledge` as a commit of its own."""
        with self.unit_of_work() as work:
            work.acknowledge(results, now)

    def keep_copied(self, number: int) -> None:
        """`Work.keep_copied` as a commit of its own."""
        with self.unit_of_work() as work:
            work.keep_copied(number)

    def check_room(self) -> None:
        """Prove that another sale can be kept; asked before money is taken.

        Raises:
            DiskFull: there is no room for it.
            DatabaseReplaced: the journal's file is not there any more.
        """
        if self._presence.is_lost():
            raise DatabaseReplaced(self._file)
        room.check(self._folder)

    def release_room(self) -> bool:
        """Give the reserve up, so that a sale whose money was taken can be kept; False if it was gone already."""
        return room.release(self._folder)

    def keep_copy(self, day: date) -> bool:
        """Copy the file beside it, unless that was done this day; say whether it was done now.

        Raises:
            StorageError: the disk does not do what it is asked.
        """
        return keep_copy(self._folder, day)

    def forget_pages(self, day: date) -> None:
        """After an erasure: what stood in the log and in the copies of days before is gone from the disk too.

        Where somebody reads just now, the log is emptied at the next of these.
        """
        self._connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").close()
        copy_anew(self._folder, day)

    def take(self, connection: Connection) -> None:
        """Go on with another connection to the same file, and let go of the one before."""
        before, self._connection = self._connection, connection
        before.close()
        self._presence = Presence(self._file)

    def changes(self) -> int:
        """A number that is another one after another process has changed the file."""
        number: int = self._connection.exec_driver_sql("PRAGMA data_version").scalar_one()
        return number

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
