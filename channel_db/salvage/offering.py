"""What a damaged journal holds and its outbox no longer knows is offered to headquarters again; the rest is named.

To a headquarters that has a document it is known, and nothing happens there.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from channel_db.journal.models import CustomerChangeRow, CustomerRow, OutboxRow
from channel_db.journal.outbox import KEPT_DAYS
from channel_db.journal.repository import Work
from channel_db.salvage.named import Named, named_documents
from channel_db.salvage.proving import Proved
from channel_db.salvage.readable import Row
from channel_db.salvage.remade import remade_documents
from retail.journal import JournalEntry
from retail.wire.tally import money_of
from retail.wire.uploads import CustomerChangeDocument, CustomerDocument

_CUSTOMERS = select(CustomerRow.uuid, CustomerRow.text, CustomerRow.account).order_by(CustomerRow.id)
_CHANGES = select(CustomerChangeRow.uuid, CustomerChangeRow.customer, CustomerChangeRow.text).order_by(
    CustomerChangeRow.id
)


@dataclass(frozen=True, slots=True)
class Offered:
    """What came of the documents that the outbox of the damaged file no longer knew.

    `again`: how many of each kind were put into it again. Of those in `by_form`, kind and id, nothing but their form is
    proved. `lost` are named by entries and gone, `older` so many that were made so long ago that they may have been
    forgotten after headquarters had accepted them.
    """

    again: Mapping[str, int]
    by_form: tuple[tuple[str, str], ...]
    lost: tuple[Named, ...]
    older: int


def offer(
    work: Work,
    connection: Connection,
    now: datetime,
    transactions: Mapping[str, Proved],
    entries: tuple[Sequence[JournalEntry], Iterable[JournalEntry]],
    shifts: Sequence[Row],
) -> Offered:
    """Put into the outbox what is missing there. `entries` are those that are proved, and all that could be read."""
    kept = set(connection.scalars(select(OutboxRow.uuid)))
    again: dict[str, int] = {}

    def add(uuid: str, kind: str, text: str, depends_on: str | None = None, money_minor: int = 0) -> None:
        work.add_outbox(uuid, kind, text, depends_on, money_minor=money_minor)
        kept.add(uuid)
        again[kind] = again.get(kind, 0) + 1

    by_form = []
    for uuid, kind, text, depends_on in _of_customers(connection):
        if uuid not in kept:
            add(uuid, kind, text, depends_on)
            by_form.append((kind, uuid))
    for uuid, each in transactions.items():
        if uuid not in kept:
            add(uuid, "transaction", each.text, money_minor=money_of(each.document))
    proved, readable = entries
    for document in list(remade_documents(proved, shifts, transactions, kept)):
        add(document.id, document.kind, document.written())
    accounts = set(connection.scalars(select(CustomerRow.uuid).where(CustomerRow.account.is_not(None))))
    gone = [each for id, each in named_documents(readable).items() if id not in kept | accounts]
    lost = tuple([each for each in gone if _is_since(now - timedelta(days=KEPT_DAYS), each.at)])
    return Offered(again, tuple(by_form), lost, len(gone) - len(lost))


def _of_customers(connection: Connection) -> list[tuple[str, str, str, str | None]]:
    """Customers without an account id and changes of customers: id, kind, text, and what each goes behind."""
    last: dict[str, str] = {}
    found: list[tuple[str, str, str, str | None]] = []
    for uuid, text, account in connection.execute(_CUSTOMERS).all():
        if account is None and _customer_of(text, CustomerDocument) == uuid:
            # Their orders would wait for them at headquarters for ever.
            found.append((uuid, "customer", text, None))
            last[uuid] = uuid
    for uuid, customer, text in connection.execute(_CHANGES).all():
        if _customer_of(text, CustomerChangeDocument) == customer:
            found.append((uuid, "customer_change", text, last.get(customer)))
            last[customer] = uuid
    return found


def _customer_of(text: str, kind: type[CustomerDocument | CustomerChangeDocument]) -> str:
    """Whom a document is about; "" where it is none: nothing else proves what was read of customers."""
    try:
        document = kind.read(text)
    except ValueError:
        return ""
    return document.id if isinstance(document, CustomerDocument) else document.customer


def _is_since(moment: datetime, at: str) -> bool:
    """Whether an entry was made since a moment; one whose time cannot be read may have been."""
    try:
        return datetime.fromisoformat(at) >= moment
    except (ValueError, TypeError):
        return True
