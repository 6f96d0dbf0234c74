"""What a doctor finds: one thing, how it is, and in words what was seen or what to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from retail.messages import Message, phrase


class State(IntEnum):
    """How a finding is; the worst one is the program's status."""

    WELL = 0
    WARNING = 1
    BROKEN = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, how it is, and in words what was seen or what to do.

    `what` is for programs, and the same in every language.
    """

    what: str
    state: State
    message: Message

    @property
    def words(self) -> str:
        """The words in English."""
        return str(self.message)


TITLES: Mapping[str, str] = {
    "update": phrase("Update"),
    "packages": phrase("Packages"),
    "resources": phrase("Resources"),
    "disk": phrase("Disk"),
    "data folder": phrase("Data folder"),
    "enrolment": phrase("Enrolment"),
    "printer": phrase("Printer"),
    "scanner": phrase("Scanner"),
    "cash drawer": phrase("Cash drawer"),
    "card terminal": phrase("Card terminal"),
    "customer display": phrase("Customer display"),
    "certificate": phrase("Certificate"),
    "clock skew": phrase("Clock against headquarters"),
    "journal.db": phrase("Sales of this register"),
    "outbox": phrase("Outbox"),
    "card payments": phrase("Card payments"),
    "copy": phrase("Copy of the sales"),
    "salvaged": phrase("Salvaged"),
    "catalog.db": phrase("Received data"),
    "ready to sell": phrase("Ready to sell"),
    "last contact": phrase("Headquarters"),
    "parked": phrase("Set aside at headquarters"),
    "received rows": phrase("Received rows"),
    "rights": phrase("Rights"),
    "clock": phrase("Clock"),
    "journal.db-wal": phrase("Log of the sales"),
    "catalog.db-wal": phrase("Log of the received data"),
}
"""What is called by a word of ours; anything else has the same name in every language."""
