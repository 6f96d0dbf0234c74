"""What of a damaged journal is proved: documents whose amounts and fingerprints agree, entries whose chain holds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from channel_db.salvage.readable import Row
from retail.journal import FIRST, JournalEntry, follows
from retail.wire.base import fingerprint
from retail.wire.faults import faults_of
from retail.wire.uploads import TransactionDocument


@dataclass(frozen=True, slots=True)
class Proved:
    """A transaction that is as it was kept, with the text of its document."""

    document: TransactionDocument
    text: str


def proved_transactions(texts: Iterable[str], fingerprints: Mapping[str, str]) -> dict[str, Proved]:
    """The transactions of these texts that can be proved, by id, in the order of their numbers.

    Where the outbox still has a document's fingerprint, the text must be its own; else all amounts are worked out.
    """
    found: dict[str, Proved] = {}
    for text in texts:
        try:
            document = TransactionDocument.read(text)
        except ValidationError:
            continue
        known = fingerprints.get(document.id)
        if known == fingerprint(text) if known is not None else not faults_of(document):
            found.setdefault(document.id, Proved(document, text))
    return dict(sorted(found.items(), key=lambda each: (each[1].document.epoch, each[1].document.number)))


def is_as_kept(row: Row) -> bool:
    """The document of an outbox row is the one its fingerprint was made of."""
    return bool(fingerprint(row["text"]) == row["fingerprint"])


def proved_entries(rows: Sequence[Row]) -> list[JournalEntry]:
    """The entries from the first one on whose chain holds; what stands behind a break proves nothing."""
    proved: list[JournalEntry] = []
    previous = FIRST
    for number, row in enumerate(rows, 1):
        entry = JournalEntry(**row)
        if entry.number != number or not follows(previous, entry):
            break
        proved.append(entry)
        previous = entry.hash
    return proved
