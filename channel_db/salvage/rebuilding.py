"""Keeps what was read of a damaged journal in a new one, in one commit."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, insert

from channel_db.base import JournalBase
from channel_db.errors import StorageBug
from channel_db.journal.repository import Work
from channel_db.salvage.named import facts_of
from channel_db.salvage.proving import Proved, is_as_kept
from channel_db.salvage.readable import Row
from retail.journal import JournalEntry

AS_THEY_ARE = (
    *["shifts", "shift_counts", "till_movements", "shift_declarations"],
    *["customers", "customer_changes", "orders", "carts", "cart_lines"],
    *["suspended_carts", "card_payments", "pin_failures", "preferences"],
)
"""Tables whose rows are taken over as they were read, each after those it points at. The others are made of what is
proved: entries by their chain, documents by their fingerprint, and numbers go on above the highest one."""

TABLES = JournalBase.metadata.tables
log = logging.getLogger(__name__)


def rebuild(
    work: Work,
    connection: Connection,
    rows: Mapping[str, Sequence[Row]],
    transactions: Mapping[str, Proved],
    entries: Sequence[JournalEntry],
) -> int:
    """Write all of it; say how many rows break a rule of the tables and stay in the damaged file alone."""
    shifts = [*_as_closed(rows["shifts"], entries), *_stand_ins(rows["shifts"], transactions.values())]
    refused = 0
    for name in AS_THEY_ARE:
        refused += _take_over(connection, name, shifts if name == "shifts" else rows[name])
    for each in transactions.values():
        work.add_transaction(each.document, each.text)
    refused += _take_over(connection, "journal_entries", map(asdict, entries))
    refused += _take_over(connection, "outbox", _documents(rows["outbox"], transactions))
    return refused


def keep_numbers(connection: Connection, last: Mapping[str, int]) -> None:
    """Let each series go on above its last number."""
    _take_over(connection, "series", [{"name": name, "last": number} for name, number in last.items()])


def _documents(rows: Iterable[Row], transactions: Mapping[str, Proved]) -> list[Row]:
    """The outbox rows whose document is as it was kept; where the transaction has it still, with that text."""
    documents = []
    for row in rows:
        proved = transactions.get(row["uuid"])
        whole = row if proved is None else {**row, "text": proved.text}
        if is_as_kept(whole):
            documents.append({**whole, "leased_by": None, "leased_until": None})
    return documents


def _as_closed(shifts: Iterable[Row], entries: Iterable[JournalEntry]) -> Iterator[Row]:
    """Shifts as a copy may still have them, closed where a proved entry says when they were."""
    closed = {facts_of(each).get("shift"): each.at for each in entries if each.kind == "shift.close"}
    for row in shifts:
        at = closed.get(row["uuid"], row["closed_at"])
        yield {**row, "closed_at": at, "state": "open" if at is None else "closed"}


def _stand_ins(shifts: Sequence[Row], transactions: Iterable[Proved]) -> list[Row]:
    """Shifts that can no longer be read, as far as the transactions on them tell: closed, with nothing counted."""
    known = {row["uuid"] for row in shifts}
    number = max((row["number"] for row in shifts), default=0)
    made = []
    for each in transactions:
        document = each.document
        if document.shift not in known:
            known.add(document.shift)
            number += 1
            made.append({
                "uuid": document.shift, "number": number, "opened_at": document.made_at,
                "opened_by": document.user, "start_minor": 0, "state": "closed",
                "business_date": document.business_date.isoformat(), "closed_at": document.made_at,
            })  # fmt: skip
    return made


def _take_over(connection: Connection, name: str, rows: Iterable[Mapping[str, Any]]) -> int:
    """Add these rows; say how many the tables refused."""
    refused = 0
    for row in rows:
        try:
            connection.execute(insert(TABLES[name]).values(**row))
        except StorageBug:
            log.warning("a row of %s is not taken over: it breaks a rule of the tables", name)
            refused += 1
    return refused
