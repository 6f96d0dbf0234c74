"""Orders and quotes made here: what the register shows of them until headquarters' own state arrives."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.orm import Session

from channel_db.folding import as_pattern, fold, fold_code
from channel_db.journal.models import OrderRow, TransactionRow
from channel_db.journal.part import Part
from channel_db.statements import Statement, insertion
from retail.orders.delivery import DeliveryKind
from retail.orders.order import LineStatus, OrderLine, OrderState, OrderStatus, order_after
from retail.wire.uploads import TransactionDocument

_TRANSACTION_ID = (
    select(TransactionRow.id).where(TransactionRow.uuid == bindparam("transaction")).scalar_subquery()
)
_ADD = insertion(
    OrderRow.__table__,
    *[column.name for column in OrderRow.__table__.columns if column.name not in ("id", "number")],
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
            OrderRow.folded.like(as_pattern(fold(text)), escape="!"),
            OrderRow.confirmation_number.like(as_pattern(fold_code(text)), escape="!"),
            OrderRow.number.like(as_pattern(fold_code(text)), escape="!"),
        )
        query = (
            select(OrderRow, TransactionRow.uuid)
            .join(TransactionRow, TransactionRow.id == OrderRow.id)
            .where(wanted)
            .order_by(OrderRow.id.desc())
            .limit(limit)
        )
        with Session(self._connection) as session:
            return [_order_of(row, transaction) for row, transaction in session.execute(query)]

    def _one(self, which: Any) -> LocalOrder | None:
        query = select(OrderRow, TransactionRow.uuid).join(TransactionRow, TransactionRow.id == OrderRow.id)
        with Session(self._connection) as session:
            found = session.execute(query.where(which)).first()
            return None if found is None else _order_of(*found)


class OrderWriting(Part):
    """Keeps orders, and the numbers headquarters gave them."""

    def add_order(self, document: TransactionDocument, *, manual_accept: bool = False) -> None:
        """Keep the order this transaction makes; the transaction itself was added before.

        Raises:
            ValueError: it makes none.
        """
        state = order_after(document, manual_accept=manual_accept)
        name = document.customer.name if document.customer else ""
        _ADD.run(
            self._connection,
            transaction=document.id,
            uuid=state.id,
            confirmation_number=state.confirmation_number,
            revision=state.revision,
            status=state.status.value,
            currency=state.currency,
            customer=state.customer,
            customer_name=name,
            made_at=document.made_at,
            total_minor=state.total_minor,
            paid_minor=state.paid_minor,
            deposit_available_minor=state.deposit_available_minor,
            card_authorisation_minor=state.card_authorisation_minor,
            collector=state.collector,
            expires=state.expires and state.expires.isoformat(),
            folded=fold(name),
            lines=_lines_text(state.lines),
        )

    def set_number(self, order_uuid: str, number: str) -> None:
        """Keep headquarters' number of an order; the first one stays."""
        _SET_NUMBER.run(self._connection, order=order_uuid, number=number)

    def set_number_of_transaction(self, transaction_uuid: str, number: str) -> None:
        """Keep the number of the order that this transaction made; the first one stays."""
        _SET_NUMBER_OF_TRANSACTION.run(self._connection, transaction=transaction_uuid, number=number)


def _order_of(row: OrderRow, transaction: str) -> LocalOrder:
    state = OrderState(
        id=row.uuid,
        confirmation_number=row.confirmation_number,
        revision=row.revision,
        status=OrderStatus(row.status),
        currency=row.currency,
        customer=row.customer,
        total_minor=row.total_minor,
        paid_minor=row.paid_minor,
        deposit_available_minor=row.deposit_available_minor,
        card_authorisation_minor=row.card_authorisation_minor,
        collector=row.collector,
        expires=date.fromisoformat(row.expires) if row.expires else None,
        lines=tuple([_line_of(values) for values in json.loads(row.lines)]),
    )
    return LocalOrder(state, row.number, row.customer_name, row.made_at, transaction)


def _lines_text(lines: tuple[OrderLine, ...]) -> str:
    return json.dumps(
        [
            {
                "number": line.number,
                "product": line.product,
                "name": line.name,
                "status": line.status,
                "ordered_thousandths": line.ordered_thousandths,
                "invoiced_thousandths": line.invoiced_thousandths,
                "returned_thousandths": line.returned_thousandths,
                "price_minor": line.price_minor,
                "amount_minor": line.amount_minor,
                "tax_minor": line.tax_minor,
                "delivery": line.delivery,
                "mode": line.mode,
                "store": line.store,
                "day": line.day and line.day.isoformat(),
                "place": line.place,
            }
            for line in lines
        ],
        separators=(",", ":"),
    )


def _line_of(values: dict[str, Any]) -> OrderLine:
    day = values["day"]
    return OrderLine(
        **{
            **values,
            "status": LineStatus(values["status"]),
            "delivery": DeliveryKind(values["delivery"]),
            "day": None if day is None else date.fromisoformat(day),
        }
    )
