"""A damaged journal is moved aside, and what can be proved of it goes on in a new one, under a new epoch.

The damaged file itself is never written to. A crash at any moment leaves it, or the finished new one, in its place.
"""

import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from channel_db import room, single
from channel_db.engine import connect, open_journal, set_pragmas
from channel_db.errors import DatabaseDamaged, DiskFull, DiskTrouble, NoRoomToSalvage
from channel_db.journal.repository import Work
from channel_db.kinds import JOURNAL
from channel_db.room import says_full
from channel_db.salvage.copies import newest_copy
from channel_db.salvage.interrupted import WORKSHOP
from channel_db.salvage.offering import offer
from channel_db.salvage.proving import Proved, is_as_kept, proved_entries, proved_transactions
from channel_db.salvage.readable import Row, readable_rows
from channel_db.salvage.rebuilding import TABLES, keep_numbers, rebuild
from channel_db.salvage.report import Salvaged, report_text
from channel_db.unit_of_work import unit_of_work
from retail.clock import Clock, stamp
from retail.epochs import next_epoch
from retail.journal import JournalEntry

FROM_COPY = ("shifts", "customers", "customer_changes", "orders")
"""Tables whose older rows are still true in a copy; a cart or a card payment of this morning is not."""
UNKNOWN_NUMBERS = 100
"""So many numbers are left out where the highest one that was printed cannot be read."""
AGENT_SECONDS = 15.0
MIB = 1024 * 1024
SPARE_MIB = 4
ENDS = ("", "-wal", "-shm")
"""A database and the two files beside it."""


def salvage_journal(
    folder: Path, clock: Clock, register: str, epoch: str, begin_epoch: Callable[[str], None]
) -> Salvaged:
    """Make a new journal of what the damaged one still proves; say what it does not prove.

    `begin_epoch` is called with the new epoch before anything is moved. Whoever calls holds the register's lock.

    Raises:
        StorageError: the agent does not let go of the file, it is of another version, the disk has no room or does not
            answer, or nothing at all can be read, so that any number might be one that was printed. The file stands
            where it was, and the next start tries again.
    """
    with single.waiting_turn(folder / single.AGENT_LOCK, AGENT_SECONDS):
        _check_room(folder)
        try:
            return _salvaged(folder, clock, register, epoch, begin_epoch)
        except (OSError, DiskFull) as fault:
            is_full = isinstance(fault, DiskFull) or says_full(fault)
            raise (NoRoomToSalvage(_needed_mib(folder)) if is_full else DiskTrouble()) from fault
        finally:
            if (folder / JOURNAL.file).exists():
                shutil.rmtree(folder / WORKSHOP, ignore_errors=True)


def _salvaged(
    folder: Path, clock: Clock, register: str, epoch: str, begin_epoch: Callable[[str], None]
) -> Salvaged:
    """All that needs room is done before anything is moved."""
    file = folder / JOURNAL.file
    shutil.rmtree(folder / WORKSHOP, ignore_errors=True)
    (folder / WORKSHOP).mkdir()
    found = _read(folder)
    if not (found.series or found.transactions or found.entries):
        raise DatabaseDamaged(file)
    aside = f"{JOURNAL.name}.damaged-{clock.now():%Y%m%dT%H%M%S}.db"
    salvaged = _make_new(folder, clock, register, epoch, aside, found)
    (folder / WORKSHOP / salvaged.report).write_text(report_text(salvaged), encoding="utf-8")
    begin_epoch(next_epoch(epoch))
    _swap(folder, salvaged)
    return salvaged


def _check_room(folder: Path) -> None:
    """There is room for what is made beside the damaged file; the reserve is given up for it.

    A file that cannot be written would read as one with less in it.

    Raises:
        NoRoomToSalvage: there is not.
    """
    for _ in range(2):
        if shutil.disk_usage(folder).free >= _needed_mib(folder) * MIB:
            return
        room.release(folder)
    raise NoRoomToSalvage(_needed_mib(folder))


def _needed_mib(folder: Path) -> int:
    """The damaged file is copied to be read, and a new one is made of it with its log."""
    parts = [folder / (JOURNAL.file + end) for end in ENDS[:2]]
    return 3 * sum(part.stat().st_size for part in parts if part.exists()) // MIB + SPARE_MIB


@dataclass(frozen=True, slots=True)
class _Found:
    """All that was read: rows by table, and the last numbers where their own rows could be read."""

    rows: Mapping[str, Sequence[Row]]
    entries: Sequence[JournalEntry]
    transactions: Mapping[str, Proved]
    series: Mapping[str, int]


def _read(folder: Path) -> _Found:
    """What the damaged file and the newest copy give together. A copy of the damaged file is read, never itself."""
    file = folder / JOURNAL.file
    for end in ENDS[:2]:
        with suppress(FileNotFoundError):
            shutil.copy2(file.with_name(file.name + end), folder / WORKSHOP / ("damaged.db" + end))
    damaged = _rows_of(folder / WORKSHOP / "damaged.db")
    if damaged is None:
        raise DatabaseDamaged(file)
    copy = newest_copy(folder)
    older = (None if copy is None else _rows_of(copy)) or {name: [] for name in TABLES}
    rows = {name: list(damaged[name]) for name in TABLES}
    for name in FROM_COPY:
        known = {row["uuid"] for row in rows[name]}
        rows[name] += [_without_id(row) for row in older[name] if row["uuid"] not in known]
    # Nothing refers to a change by its number: those of both files stand in the order in which they were made.
    rows["customer_changes"] = sorted(
        map(_without_id, rows["customer_changes"]), key=lambda row: str(row["uuid"])
    )
    rows["outbox"] = [row for row in rows["outbox"] if row["kind"] == "transaction" or is_as_kept(row)]
    known = {row["uuid"] for row in rows["outbox"]}
    rows["outbox"] += [_without_id(row) for row in older["outbox"] if row["uuid"] not in known]
    fingerprints = {row["uuid"]: row["fingerprint"] for row in rows["outbox"]}
    texts = [row["text"] for row in rows["transactions"] + older["transactions"] + rows["outbox"]]
    chains = [proved_entries(each["journal_entries"]) for each in (damaged, older)]
    return _Found(
        rows,
        max(chains, key=len),
        proved_transactions(texts, fingerprints),
        {row["name"]: row["last"] for row in damaged["series"]},
    )


def _rows_of(file: Path) -> dict[str, list[Row]] | None:
    """What can be read of each table of a journal; None where its tables are of another version than this program's."""
    with closing(dbapi2.connect(str(file))) as driver:
        with suppress(dbapi2.Error):
            if driver.execute("PRAGMA user_version").fetchone() not in ((0,), (JOURNAL.version,)):
                return None
        return {name: readable_rows(driver, table) for name, table in TABLES.items()}


def _without_id(row: Row) -> Row:
    """The row as a new one: its own number may be another row's by now."""
    return {name: value for name, value in row.items() if name != "id"}


def _make_new(folder: Path, clock: Clock, register: str, epoch: str, aside: str, found: _Found) -> Salvaged:
    open_journal(folder / WORKSHOP, clock).close()
    with closing(connect(folder / WORKSHOP / JOURNAL.file)) as connection:
        set_pragmas(connection)
        with unit_of_work(connection):
            work = Work(connection, clock)
            refused = rebuild(work, connection, found.rows, found.transactions, found.entries)
            readable = [JournalEntry(**row) for row in found.rows["journal_entries"]]
            offered = offer(
                work,
                connection,
                clock.now(),
                found.transactions,
                (found.entries, readable),
                found.rows["shifts"],
            )
            last, is_known = _last_numbers(found)
            keep_numbers(connection, last)
            salvaged = Salvaged(
                register=register,
                at=stamp(clock.now()),
                aside=aside,
                epoch=epoch,
                proved=len(found.transactions),
                unproved=_unproved(found, epoch, last["transaction"] if is_known else None),
                is_last_known=is_known,
                next_number=last["transaction"] + 1,
                entries=len(found.entries),
                entries_read=len(found.rows["journal_entries"]),
                refused=refused,
                again=offered.again,
                by_form=offered.by_form,
                lost=offered.lost,
                older=offered.older,
            )
            work.add_journal_entry(stamp(clock.now()), "journal.salvaged", "", salvaged.written())
    return salvaged


def _last_numbers(found: _Found) -> tuple[dict[str, int], bool]:
    """The number each series goes on above, and whether that of the transactions is the one used last."""
    seen = {
        "transaction": max((each.document.number for each in found.transactions.values()), default=0),
        "order": max((_tail(row["confirmation_number"]) for row in found.rows["orders"]), default=0),
        "shift": max((row["number"] for row in found.rows["shifts"]), default=0),
    }
    last = dict(found.series)
    for name, number in seen.items():
        is_known = name in found.series
        last[name] = max(number, found.series[name]) if is_known else number + UNKNOWN_NUMBERS
    return last, "transaction" in found.series


def _tail(confirmation_number: str) -> int:
    digits = confirmation_number.rpartition("-")[2]
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def _unproved(found: _Found, epoch: str, last: int | None) -> tuple[int, ...]:
    """The numbers of this epoch, up to the last one that is known, whose transaction is not proved."""
    numbers = [(each.document.epoch, each.document.number) for each in found.transactions.values()]
    proved = {number for of_epoch, number in numbers if of_epoch == epoch}
    before = max((number for of_epoch, number in numbers if of_epoch != epoch), default=0)
    end = last if last is not None else max(proved, default=before)
    return tuple(number for number in range(before + 1, end + 1) if number not in proved)


def _swap(folder: Path, salvaged: Salvaged) -> None:
    stem = folder / salvaged.aside
    (folder / WORKSHOP / salvaged.report).replace(folder / salvaged.report)
    for end in ENDS[1:]:
        part = folder / (JOURNAL.file + end)
        if part.exists():
            part.replace(stem.with_name(salvaged.aside + end))
    (folder / JOURNAL.file).replace(stem)
    (folder / WORKSHOP / JOURNAL.file).replace(folder / JOURNAL.file)
