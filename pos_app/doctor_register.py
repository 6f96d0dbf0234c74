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
from channel_db.trust import PinnedTrust
from pos_app.findings import Finding, State
from pos_app.register.agreement import parked_there
from pos_app.register.signed_staff import SignedStaff
from retail.cards import CardStep
from retail.clock import Clock
from retail.messages import Message, Name, say
from retail.version import RELEASED

SILENT_MAX = timedelta(hours=24)
"""Headquarters not reached, or a document not sent, for longer than this is worth a look."""
COPY_AGE_MAX = timedelta(days=3)
"""A register that was off over a long weekend is none to look after."""
CLOCK_BEHIND_MAX = timedelta(minutes=5)
SECOND = "%Y-%m-%d %H:%M:%S %z"


def examine_device(folder: Path) -> Finding:
    """Whether this register is enrolled, and nobody else on the machine can read its secrets."""
    file = folder / DEVICE_FILE
    if not file.exists():
        return Finding(
            "enrolment",
            State.WARNING,
            say("{folder} is not enrolled; ask headquarters for a code", folder=folder),
        )
    try:
        device = read_device(folder)
    except StorageError as error:
        return Finding("enrolment", State.BROKEN, error.message)
    for secret in (file, folder / CREDENTIALS_FILE):
        if os.name == "posix" and secret.exists() and secret.stat().st_mode & 0o077:
            words = say("others on this machine can read {file}; run: chmod 600 {file}", file=secret)
            return Finding("enrolment", State.WARNING, words)
    words = say("register {register} of store {store}", register=device.register_name, store=device.store)
    return Finding("enrolment", State.WELL, words)


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
        yield Finding(
            kind.file,
            State.WARNING,
            say("{file} is not there yet; it is made at the first start", file=file),
        )
        return
    try:
        with closing(engine.connect(file)) as connection:
            found = engine.version_of(connection, kind, file)
            if not engine.is_whole(connection):
                raise DatabaseDamaged(file)
            if found < kind.version:
                words = say(
                    "whole; version {found} of its tables, upgraded to {version} at the next start",
                    found=found,
                    version=kind.version,
                )
                yield Finding(kind.file, State.WARNING, words)
                return
            size = say(
                "whole, version {version}, {size} KiB", version=found, size=file.stat().st_size // 1024
            )
            if kind == JOURNAL:
                journal = Journal(connection, folder, clock)
                yield examine_chain(journal, size)
                yield examine_outbox(journal, clock.now())
                yield from examine_card_payments(journal)
                yield from examine_safekeeping(folder, clock.now().date())
                seen += [at for at in [journal.last_entry_at()] if at]
            else:
                yield Finding(kind.file, State.WELL, size)
                catalog = Catalog(connection, file)
                yield examine_load(catalog)
                yield examine_contact(catalog.contact(), clock.now())
                yield from examine_parked(catalog.contact())
                yield from examine_unfit(catalog)
                yield from examine_rights(catalog, folder)
                yield from examine_skew(catalog.contact())
                seen += [at for at in [catalog.contact().last_success_at] if at]
    except StorageError as error:
        yield Finding(kind.file, State.BROKEN, error.message)


def examine_chain(journal: Journal, size: Message) -> Finding:
    """Whether every entry of the journal is as it was written."""
    try:
        journal.verify_chain()
    except ChainBroken as broken:
        return Finding(JOURNAL.file, State.BROKEN, broken.message)
    return Finding(JOURNAL.file, State.WELL, say("{size}; every entry is as it was written", size=size))


def examine_safekeeping(folder: Path, today: date) -> Iterator[Finding]:
    """Whether there is a copy of the journal of these days, and what was salvaged of a damaged one."""
    newest = newest_copy(folder)
    if newest is None:
        words = say("there is no copy of the journal yet; the agent makes one a day")
        yield Finding("copy", State.WARNING, words)
    elif newest < copy_of(folder, today - COPY_AGE_MAX):
        words = say(
            "the newest is {name}; make room on the disk, the agent makes one a day", name=newest.name
        )
        yield Finding("copy", State.WARNING, words)
    else:
        yield Finding("copy", State.WELL, say("the newest is {name}", name=newest.name))
    for report in sorted(folder.glob(REPORTS)):
        words = say(
            "{name} says what was salvaged and what is not proved; move it away once it is settled",
            name=report.name,
        )
        yield Finding("salvaged", State.WARNING, words)


def examine_outbox(journal: Journal, now: datetime) -> Finding:
    """What has not reached headquarters, and for how long."""
    waiting = journal.waiting()
    words = say("{waiting} waiting to be sent", waiting=waiting.count)
    if waiting.oldest_at:
        words = say("{what}, the oldest since {moment}", what=words, moment=_moment(waiting.oldest_at))
    if waiting.attention:
        words = say("{what}; {number} need attention", what=words, number=waiting.attention)
        return Finding("outbox", State.WARNING, words)
    is_old = waiting.oldest_at and now - datetime.fromisoformat(waiting.oldest_at) > SILENT_MAX
    return Finding("outbox", State.WARNING if is_old else State.WELL, words)


def examine_card_payments(journal: Journal) -> Iterator[Finding]:
    """Whether it is known of every card what became of it."""
    unclear = [each for each in journal.open_card_payments() if each.step is not CardStep.TAKEN]
    if unclear:
        words = say(
            "of {number} card payments it is not known what became of them; check them on the sale screen",
            number=len(unclear),
        )
        yield Finding("card payments", State.WARNING, words)


def examine_load(catalog: Catalog) -> Finding:
    """Whether all that a sale needs has come from headquarters."""
    if catalog.is_ready():
        return Finding("ready to sell", State.WELL, say("products, prices, staff and settings are here"))
    arriving = catalog.arriving()
    come = ", ".join(f"{feed}: {each.rows} / {each.total}" for feed, each in sorted(arriving.items()))
    if not come:
        return Finding("ready to sell", State.WARNING, say("not yet; nothing has come"))
    return Finding("ready to sell", State.WARNING, say("not yet; {come}", come=come))


def examine_contact(contact: Contact, now: datetime) -> Finding:
    """When headquarters was reached last, and how it stands with it."""
    if contact.last_success_at is None:
        words = say("headquarters has not been reached yet; start the register, or run: kassa sync once pull")
        return Finding("last contact", State.WARNING, words)
    age = now - datetime.fromisoformat(contact.last_success_at)
    words = say(
        "{state}; headquarters was reached last at {moment}",
        state=Name(contact.state),
        moment=_moment(contact.last_success_at),
    )
    if contact.reply_ms is not None:
        words = say("{what}; it answers in {ms} ms", what=words, ms=contact.reply_ms)
    if contact.p95_ms is not None:
        words = say("{what}, 95 of 100 calls in {ms} ms", what=words, ms=contact.p95_ms)
    if age > SILENT_MAX:
        words = say(
            "{what}, {hours} hours ago; look after the line: sales are kept here meanwhile",
            what=words,
            hours=age // timedelta(hours=1),
        )
        return Finding("last contact", State.WARNING, words)
    return Finding("last contact", State.WELL, words)


def examine_parked(contact: Contact) -> Iterator[Finding]:
    """Whether headquarters has set documents of this register aside."""
    parked = parked_there(contact)
    if parked:
        words = say(
            "headquarters has set {number} documents aside; the sync centre names them, headquarters mends them",
            number=len(parked),
        )
        yield Finding("parked", State.WARNING, words)


def examine_unfit(catalog: Catalog) -> Iterator[Finding]:
    """Whether rows came that cannot be used; they are kept as they came."""
    counts = catalog.counts_set_aside()
    if counts:
        words = say(
            "{what} came and cannot be used; tell headquarters, they are kept here as they came",
            what=", ".join(f"{feed}: {count}" for feed, count in sorted(counts.items())),
        )
        yield Finding("received rows", State.WARNING, words)


def examine_rights(catalog: Catalog, folder: Path) -> Iterator[Finding]:
    """Whether everything here that gives rights is as headquarters signed it."""
    if not (folder / DEVICE_FILE).exists():
        return
    device = read_device(folder)
    changed = SignedStaff(catalog, PinnedTrust(folder, device), device.store).changed()
    if changed:
        words = say(
            "{what} is not as headquarters signed it, so that it gives no rights here; it is fetched again at the next "
            "contact: find out who changed it",
            what=", ".join(changed),
        )
        yield Finding("rights", State.BROKEN, words)


def examine_clock(now: datetime, seen: list[str]) -> Finding:
    """Whether the clock can be right: not before this program was made, nor before what this register has done."""
    shown = f"{now:{SECOND}}"
    if now < RELEASED:
        words = say("it shows {shown}, which is long past; set it", shown=shown)
        return Finding("clock", State.BROKEN, words)
    latest = max((datetime.fromisoformat(at) for at in seen), default=now)
    if latest - now > CLOCK_BEHIND_MAX:
        words = say(
            "it shows {shown}, but this register was at work at {latest}; set it",
            shown=shown,
            latest=f"{latest:{SECOND}}",
        )
        return Finding("clock", State.WARNING, words)
    return Finding("clock", State.WELL, say("{shown}", shown=shown))


def examine_skew(contact: Contact) -> Iterator[Finding]:
    """How far this clock was from headquarters' when they spoke last."""
    if contact.ahead_ms is None:
        return
    words = say("{seconds} s to headquarters' clock", seconds=f"{contact.ahead_ms / 1000:+.1f}")
    if abs(contact.ahead_ms) > CLOCK_BEHIND_MAX / timedelta(milliseconds=1):
        yield Finding("clock skew", State.WARNING, say("{what}; set the clock of this machine", what=words))
    else:
        yield Finding("clock skew", State.WELL, words)


def _moment(at: str) -> str:
    return f"{datetime.fromisoformat(at):{SECOND}}"
