"""Orders and quotes made here: what the register shows of them until headquarters' own state arrives."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, bindparam, or_, select, update
from sqlalchemy.orm import Session

from channel_db.folding import fold
from channel_db.journal.models import OrderRow, TransactionRow
from channel_db.journal.part import Part
from channel_db.journal.search import has_code, has_words
from channel_db.statements import Statement, insertion
from retail.orders.order import OrderState, order_after
from retail.wire.uploads import TransactionDocument

_TRANSACTION_ID = (
    select(TransactionRow.id).where(TransactionRow.uuid == bindparam("transaction")).scalar_subquery()
)
_ADD = insertion(
    OrderRow.__table__,
    *["uuid", "confirmation_number", "revision", "customer", "folded", "manual_accept"],
    id=_TRANSACTION_ID,
)
_SET_NUMBER = Statement(
    update(OrderRow)
    .where(OrderRow.uuid == bindparam("order"), OrderRow.number.is_(None))
    .values(number=bindparam("number"))
)
_SET_NUMBER_OF_TRANSACTION = Statement(
    update(OrderRow)
    .where(OrderRow.id == _TRANSACTION_ID, OrderRow.number.is_(None))
    .values(number=bindparam("number"))
)
_ORDER = select(OrderRow, TransactionRow.text).join(TransactionRow, TransactionRow.id == OrderRow.id)


@dataclass(frozen=True, slots=True)
class LocalOrder:
    """An order made on this register: its state, and headquarters' number once it has arrived."""

    state: OrderState
    number: str | None
    customer_name: str
    made_at: str
    transaction: str


class OrderReading(Part):
    """Finds the orders made here."""

    def order(self, uuid: str) -> LocalOrder | None:
        """The order with this id."""
        return self._one(OrderRow.uuid == uuid)

    def order_by_confirmation(self, confirmation_number: str) -> LocalOrder | None:
        """The order with this confirmation number, as it was printed."""
        return self._one(OrderRow.confirmation_number == confirmation_number)

    def find_orders(self, text: str, limit: int) -> list[LocalOrder]:
        """Orders whose numbers or customer's name have this text in them, the newest first; all for no text."""
        wanted = or_(
            has_words(OrderRow.folded, text),
            has_code(OrderRow.confirmation_number, text),
            has_code(OrderRow.number, text),
        )
        query = _ORDER.where(wanted).order_by(OrderRow.id.desc()).limit(limit)
        with Session(self._connection) as session:
            return [_order_of(row, document) for row, document in session.execute(query)]

    def _one(self, which: ColumnElement[bool]) -> LocalOrder | None:
        with Session(self._connection) as session:
            found = session.execute(_ORDER.where(which)).first()
            return None if found is None else _order_of(*found)


class OrderWriting(Part):
    """Keeps orders, and the numbers headquarters gave them."""

    def add_order(self, document: TransactionDocument, *, manual_accept: bool = False) -> None:
        """Keep the order this transaction makes; the transaction itself was added before.

        Raises:
            ValueError: it makes none.
        """
        order, customer = document.order, document.customer
        if order is None or customer is None:
            raise ValueError(f"transaction {document.id} makes no order")
        _ADD.run(
            self._connection,
            transaction=document.id,
            uuid=order.id,
            confirmation_number=order.confirmation_number,
            revision=order.revision,
            customer=customer.id,
            folded=fold(customer.name),
            manual_accept=int(manual_accept),
        )

    def set_number(self, order_uuid: str, number: str) -> None:
        """Keep headquarters' number of an order; the first one stays."""
        _SET_NUMBER.run(self._connection, order=order_uuid, number=number)

    def set_number_of_transaction(self, transaction_uuid: str, number: str) -> None:
        """Keep the number of the order that this transaction made; the first one stays."""
        _SET_NUMBER_OF_TRANSACTION.run(self._connection, transaction=transaction_uuid, number=number)


def _order_of(row: OrderRow, text: str) -> LocalOrder:
    document = TransactionDocument.read(text)
    state = order_after(document, manual_accept=bool(row.manual_accept))
    name = document.customer.name if document.customer else ""
    return LocalOrder(state, row.number, name, document.made_at, document.id)
