"""Orders and quotes that this register made or acted on: how they stand until headquarters' own state arrives."""

from dataclasses import dataclass

from pydantic import ValidationError
from sqlalchemy import Connection, bindparam, or_, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from channel_db.journal.models import OrderRow
from channel_db.journal.part import Part
from channel_db.journal.search import has_code, has_words
from channel_db.statements import Statement
from retail.folding import fold
from retail.orders.copies import knows_all, merged
from retail.orders.order import OrderState
from retail.wire.base import Json
from retail.wire.orders import order_of, order_text, read_order

_COLUMNS = ("uuid", "confirmation_number", "number", "customer", "folded", "made_by", "confirmed", "text")
_INSERT = insert(OrderRow).values({name: bindparam(name) for name in _COLUMNS})
_KEEP = Statement(
    _INSERT.on_conflict_do_update(
        index_elements=[OrderRow.uuid],
        set_={name: _INSERT.excluded[name] for name in ("number", "customer", "folded", "confirmed", "text")},
    )
)
_ORDER = select(OrderRow)


@dataclass(frozen=True, slots=True)
class LocalOrder:
    """An order as this register left it; `made_by` is the transaction that made it here, or empty.

    `is_confirmed`: headquarters has said so, and nothing was done to it here since.
    """

    state: OrderState
    made_by: str
    is_confirmed: bool


class OrderReading(Part):
    """Finds the orders this register made or acted on."""

    def order(self, uuid: str) -> LocalOrder | None:
        """The order with this id."""
        return _found(self._connection, uuid)

    def find_orders(self, text: str, limit: int) -> list[LocalOrder]:
        """Orders whose numbers or customer's name have this text in them, the newest first; all for no text."""
        wanted = or_(
            has_words(OrderRow.folded, text),
            has_code(OrderRow.confirmation_number, text),
            has_code(OrderRow.number, text),
        )
        query = _ORDER.where(wanted).order_by(OrderRow.id.desc()).limit(limit)
        with Session(self._connection) as session:
            return [_order_of(row) for row in session.scalars(query)]


class OrderWriting(Part):
    """Keeps orders as they stand."""

    def keep_order(self, order: OrderState, made_by: str = "", *, is_confirmed: bool = False) -> None:
        """Keep an order as it stands now; `made_by` counts only when it is new here."""
        _KEEP.run(
            self._connection,
            uuid=order.id,
            confirmation_number=order.confirmation_number,
            number=order.number or None,
            customer=order.customer.id,
            folded=fold(order.customer.name),
            made_by=made_by,
            confirmed=int(is_confirmed),
            text=order_text(order),
        )

    def keep_answer(self, values: Json) -> None:
        """Keep an order as headquarters answered with it; what was done here since and it has not seen stays.

        An answer that this version cannot read changes nothing: the feed brings the order again.
        """
        try:
            theirs = order_of(values)
        except ValidationError:
            return
        known = _found(self._connection, theirs.id)
        if known is None or knows_all(theirs, known.state):
            self.keep_order(theirs, is_confirmed=True)
        else:
            self.keep_order(merged(known.state, theirs))


def _found(connection: Connection, uuid: str) -> LocalOrder | None:
    with Session(connection) as session:
        found = session.scalars(_ORDER.where(OrderRow.uuid == uuid)).first()
        return None if found is None else _order_of(found)


def _order_of(row: OrderRow) -> LocalOrder:
    return LocalOrder(read_order(row.text), row.made_by, bool(row.confirmed))
