"""Orders and quotes that this register made or acted on: how they stand until headquarters' own state arrives."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from pydantic import ValidationError
from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from channel_db.catalog.asking import ask
from channel_db.journal.models import OrderRow
from channel_db.journal.part import Part
from channel_db.order_heads import EVERY_ORDER, OrderFilter, OrderHead, head_columns, read_heads
from channel_db.statements import Statement, as_json
from retail.folding import as_pattern, fold, fold_code
from retail.orders.copies import knows_all, merged
from retail.orders.order import OrderState
from retail.wire.base import Json
from retail.wire.orders import order_of, order_text, read_order

_COLUMNS = (
    "uuid", "confirmation_number", "number", "customer", "folded", "made_by", "confirmed", "text",
    "status", "store", "origin", "made_at", "work", "codes", "head",
)  # fmt: skip
_CHANGING = tuple([name for name in _COLUMNS if name not in ("uuid", "confirmation_number", "made_by")])
_INSERT = insert(OrderRow).values({name: bindparam(name) for name in _COLUMNS})
_KEEP = Statement(
    _INSERT.on_conflict_do_update(
        index_elements=[OrderRow.uuid],
        set_={name: _INSERT.excluded[name] for name in _CHANGING},
    )
)
_LET_GO_NUMBER = Statement(
    update(OrderRow)
    .where(OrderRow.number == bindparam("given"), OrderRow.uuid != bindparam("order"))
    .values(number=None)
)
_ORDER = select(OrderRow)
_CODES = ("confirmation_number", "number", "codes")
_FOUND = "SELECT head, made_by, confirmed FROM orders WHERE "
_NEWEST = " ORDER BY made_at DESC, id DESC LIMIT "
_LISTED = "(SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class LocalOrder:
    """An order as this register left it; `made_by` is the transaction that made it here, or empty.

    `is_confirmed`: headquarters has said so, and nothing was done to it here since.
    """

    state: OrderState
    made_by: str
    is_confirmed: bool


class LocalHead(NamedTuple):
    """The head of an order as this register left it, and what `LocalOrder` says beside."""

    head: OrderHead
    made_by: str
    is_confirmed: bool


class LocalText(NamedTuple):
    """The text of an order as this register left it, for whoever keeps what they read of it."""

    text: str
    made_by: str
    is_confirmed: bool


class OrderReading(Part):
    """Finds the orders this register made or acted on."""

    def order(self, uuid: str) -> LocalOrder | None:
        """The order with this id."""
        return _found(self._connection, uuid)

    def find_orders(self, text: str, limit: int, narrowed: OrderFilter = EVERY_ORDER) -> list[LocalHead]:
        """Orders with this text in their numbers, receipts or customer's name, the newest first; all for no text."""
        and_, values = narrowed.conditions()
        words, code = fold(text).split(), fold_code(text)
        names, sought = " AND ".join(["folded LIKE ? ESCAPE '!'"] * len(words)), list(map(as_pattern, words))
        ways = [names] if names else []
        if code:
            ways += [f"{column} LIKE ? ESCAPE '!'" for column in _CODES]
            sought += [as_pattern(code)] * len(_CODES)
        wanted = f"({' OR '.join(ways)})" if ways else "1"
        return self._heads(f"{wanted}{and_}{_NEWEST}{limit:d}", (*sought, *values))

    def orders_of(
        self, customers: Collection[str], limit: int, narrowed: OrderFilter = EVERY_ORDER
    ) -> list[LocalHead]:
        """The newest orders of these customers."""
        and_, values = narrowed.conditions()
        return self._heads(f"customer IN {_LISTED}{and_}{_NEWEST}{limit:d}", (as_json(customers), *values))

    def order_heads(self, uuids: Collection[str]) -> list[LocalHead]:
        """The heads of these orders, as far as they are known here."""
        return self._heads(f"uuid IN {_LISTED}", (as_json(uuids),)) if uuids else []

    def unnumbered(self) -> list[LocalHead]:
        """Orders that headquarters has given no number yet, as far as was heard here; the newest first."""
        return self._heads("number IS NULL AND customer <> '' ORDER BY id DESC", ())

    def work(self) -> dict[str, LocalText]:
        """Orders of which something is still to leave, as they stand here."""
        return self._texts("work = 1", ())

    def order_texts(self, uuids: Collection[str]) -> dict[str, LocalText]:
        """These orders, as far as they are known here, as they stand here."""
        return self._texts(f"uuid IN {_LISTED}", (as_json(uuids),))

    def _heads(self, where: str, values: tuple[str, ...]) -> list[LocalHead]:
        rows = ask(self._connection, f"{_FOUND}{where}", values)
        heads = read_heads([head for head, _, _ in rows])
        return [LocalHead(head, row[1], bool(row[2])) for head, row in zip(heads, rows, strict=True)]

    def _texts(self, where: str, values: tuple[str, ...]) -> dict[str, LocalText]:
        rows = self._connection.exec_driver_sql(
            f"SELECT uuid, text, made_by, confirmed FROM orders WHERE {where}", values
        )
        return {uuid: LocalText(text, made_by, bool(known)) for uuid, text, made_by, known in rows}

    def orders_naming(self, number: str, limit: int) -> list[LocalOrder]:
        """Orders in which exactly this number stands: their own, an invoice's, or a receipt's."""
        named = OrderRow.text.like(_quoted(number), escape="!")
        query = _ORDER.where(named, OrderRow.customer != "").order_by(OrderRow.id.desc()).limit(limit)
        with Session(self._connection) as session:
            return [_order_of(row) for row in session.scalars(query)]


class OrderWriting(Part):
    """Keeps orders as they stand."""

    def keep_order(self, order: OrderState, made_by: str = "", *, is_confirmed: bool = False) -> None:
        """Keep an order as it stands now; `made_by` counts only when it is new here.

        A plain sale is found by its receipt, not among the orders, and another life of the register may have used its
        number: its row is called by its id.
        """
        is_sale = order.is_sale
        if order.number and not is_sale:
            # A headquarters that was restored gives numbers again; the order that had this one gets another.
            _LET_GO_NUMBER.write(self._connection, given=order.number, order=order.id)
        _KEEP.write(
            self._connection,
            uuid=order.id,
            confirmation_number=order.id if is_sale else order.confirmation_number,
            number=None if is_sale else order.number or None,
            customer="" if is_sale else order.customer.id,
            folded="" if is_sale else fold(order.customer.name),
            made_by=made_by,
            confirmed=int(is_confirmed),
            text=order_text(order),
            **head_columns(order),
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


def _quoted(number: str) -> str:
    """A pattern for texts of orders that hold this number as one of their values."""
    return as_pattern(json.dumps(number))


def _found(connection: Connection, uuid: str) -> LocalOrder | None:
    with Session(connection) as session:
        found = session.scalars(_ORDER.where(OrderRow.uuid == uuid)).first()
        return None if found is None else _order_of(found)


def _order_of(row: OrderRow) -> LocalOrder:
    return LocalOrder(read_order(row.text), row.made_by, bool(row.confirmed))
