"""What the doctor looks at in a register's data folder; it changes nothing there."""

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

from channel_db import engine
from channel_db.catalog.contact import Contact
from channel_db.catalog.repository import Catalog
from channel_db.credentials import FILE as CREDENTIALS_FILE
from channel_db.device import FILE as DEVICE_FILE
from channel_db.device import read_device
from channel_db.errors import ChainBroken, DatabaseDamaged, StorageError
from channel_db.journal.repository import Journal
from channel_db.kinds import CATALOG, JOURNAL, Kind
from channel_db.salvage.copies import copy_of, newest_copy
from channel_db.salvage.report import REPORTS
from pos_app.findings import Finding, State
from retail.clock import Clock

SILENT_MAX = timedelta(hours=24)
"""Headquarters not reached, or a document not sent, for longer than this is worth a look."""
COPY_AGE_MAX = timedelta(days=3)
"""A register that was off over a long weekend is none to look after."""
CLOCK_BEHIND_MAX = timedelta(minutes=5)
RELEASED = datetime.fromisoformat("2026-11-01T00:00:00+00:00")
"""No clock that is right shows an earlier time than that of this program."""


def examine_device(folder: Path) -> Finding:
    """Whether this register is enrolled, and nobody else on the machine can read its secrets."""
    file = folder / DEVICE_FILE
    if not file.exists():
        return Finding("enrolment", State.WARNING, f"{folder} is not enrolled; ask headquarters for a code")
    try:
        device = read_device(folder)
    except StorageError as error:
        return Finding("enrolment", State.BROKEN, str(error))
    for secret in (file, folder / CREDENTIALS_FILE):
        if os.name == "posix" and secret.exists() and secret.stat().st_mode & 0o077:
            return Finding(
                "enrolment",
                State.WARNING,
                f"others on this machine can read {secret}; run: chmod 600 {secret}",
            )
    return Finding("enrolment", State.WELL, f"register {device.register_name} of store {device.store}")


def examine_files(folder: Path, clock: Clock) -> Iterator[Finding]:
    """Both databases, and what they tell of the outbox, the last contact and the clock."""
    seen: list[str] = []
    yield from _examine_database(JOURNAL, folder, clock, seen)
    yield from _examine_database(CATALOG, folder, clock, seen)
    yield examine_clock(clock.now(), seen)


def _examine_database(kind: Kind, folder: Path, clock: Clock, seen: list[str]) -> Iterator[Finding]:
    """The file as it is; an older one is not upgraded here. `seen` gets the latest time that stands in it."""
    file = folder / kind.file
    if not file.exists():
        yield Finding(kind.file, State.WARNING, f"{file} is not there yet; it is made at the first start")
        return
    try:
        with closing(engine.connect(file)) as connection:
            found = engine.version_of(connection, kind, file)
            if not engine.is_whole(connection):
                raise DatabaseDamaged(file)
            if found < kind.version:
                words = f"whole; version {found} of its tables, upgraded to {kind.version} at the next start"
                yield Finding(kind.file, State.WARNING, words)
                return
            size = f"whole, version {found}, {file.stat().st_size // 1024} KiB"
            if kind == JOURNAL:
                journal = Journal(connection, folder, clock)
                yield examine_chain(journal, size)
                yield examine_outbox(journal, clock.now())
                yield from examine_safekeeping(folder, clock.now().date())
                seen += [at for at in [journal.last_entry_at()] if at]
            else:
                yield Finding(kind.file, State.WELL, size)
                catalog = Catalog(connection, file)
                yield examine_load(catalog)
                yield examine_contact(catalog.contact(), clock.now())
                seen += [at for at in [catalog.contact().last_success_at] if at]
    except StorageError as error:
        yield Finding(kind.file, State.BROKEN, str(error))


def examine_chain(journal: Journal, size: str) -> Finding:
    """Whether every entry of the journal is as it was written."""
    try:
        journal.verify_chain()
    except ChainBroken as broken:
        return Finding(JOURNAL.file, State.BROKEN, str(broken))
    return Finding(JOURNAL.file, State.WELL, f"{size}; every entry is as it was written")


def examine_safekeeping(folder: Path, today: date) -> Iterator[Finding]:
    """Whether there is a copy of the journal of these days, and what was salvaged of a damaged one."""
    newest = newest_copy(folder)
    if newest is None:
        words = "there is no copy of the journal yet; the agent makes one a day"
        yield Finding("copy", State.WARNING, words)
    elif newest < copy_of(folder, today - COPY_AGE_MAX):
        words = f"the newest is {newest.name}; make room on the disk, the agent makes one a day"
        yield Finding("copy", State.WARNING, words)
    else:
        yield Finding("copy", State.WELL, f"the newest is {newest.name}")
    for report in sorted(folder.glob(REPORTS)):
        words = (
            f"{report.name} says what was salvaged and what is not proved; move it away once it is settled"
        )
        yield Finding("salvaged", State.WARNING, words)


def examine_outbox(journal: Journal, now: datetime) -> Finding:
    """What has not reached headquarters, and for how long."""
    waiting = journal.waiting()
    words = f"{waiting.count} waiting to be sent"
    if waiting.oldest_at:
        words += f", the oldest since {waiting.oldest_at}"
    if waiting.attention:
        return Finding("outbox", State.WARNING, f"{words}; {waiting.attention} need attention")
    is_old = waiting.oldest_at and now - datetime.fromisoformat(waiting.oldest_at) > SILENT_MAX
    return Finding("outbox", State.WARNING if is_old else State.WELL, words)


def examine_load(catalog: Catalog) -> Finding:
    """Whether all that a sale needs has come from headquarters."""
    if catalog.is_ready():
        return Finding("ready to sell", State.WELL, "products, prices, staff and settings are here")
    arriving = catalog.arriving()
    words = ", ".join(f"{feed}: {each.rows} of {each.total}" for feed, each in sorted(arriving.items()))
    return Finding("ready to sell", State.WARNING, f"not yet; {words or 'nothing has come'}")


def examine_contact(contact: Contact, now: datetime) -> Finding:
    """When headquarters was reached last, and how it stands with it."""
    if contact.last_success_at is None:
        words = "headquarters has not been reached yet; start the register, or run: kassa sync once pull"
        return Finding("last contact", State.WARNING, words)
    age = now - datetime.fromisoformat(contact.last_success_at)
    words = f"{contact.state}; headquarters was reached last at {contact.last_success_at}"
    if age > SILENT_MAX:
        words += (
            f", {age // timedelta(hours=1)} hours ago; look after the line: sales are kept here meanwhile"
        )
        return Finding("last contact", State.WARNING, words)
    return Finding("last contact", State.WELL, words)


def examine_clock(now: datetime, seen: list[str]) -> Finding:
    """Whether the clock can be right: not before this program was made, nor before what this register has done."""
    shown = f"{now:%Y-%m-%d %H:%M:%S %z}"
    if now < RELEASED:
        return Finding("clock", State.BROKEN, f"it shows {shown}, which is long past; set it")
    latest = max((datetime.fromisoformat(at) for at in seen), default=now)
    if latest - now > CLOCK_BEHIND_MAX:
        words = f"it shows {shown}, but this register was at work at {latest:%Y-%m-%d %H:%M:%S %z}; set it"
        return Finding("clock", State.WARNING, words)
    return Finding("clock", State.WELL, shown)
