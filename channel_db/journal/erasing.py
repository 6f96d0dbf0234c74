"""Erasing customers from the journal: who they were goes, what was sold to them stays with numbers and proofs."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from channel_db.journal.cart_text import header_text, line_text, read_cart
from channel_db.journal.part import Part
from channel_db.order_heads import head_columns
from channel_db.statements import as_json
from retail.cart import Cart
from retail.customers import Customer
from retail.erased_entries import NAMED, concerned_by, erased_entry
from retail.folding import fold
from retail.orders.order import OrderState
from retail.wire.base import fingerprint
from retail.wire.erasing import nameless, nameless_order, to_nobody
from retail.wire.orders import order_text, read_order

_LISTED = "(SELECT value FROM json_each(?))"
_OPEN_CART = "SELECT json_extract(header, '$.customer.id') FROM carts"
_DOCUMENTS = (
    f"SELECT uuid FROM transactions WHERE customer IN {_LISTED} UNION "
    f"SELECT uuid FROM customers WHERE uuid IN {_LISTED} UNION "
    f"SELECT uuid FROM customer_changes WHERE customer IN {_LISTED} UNION "
    "SELECT uuid FROM outbox WHERE kind = 'info' AND json_extract(text, '$.about') IN "
    f"(SELECT uuid FROM transactions WHERE customer IN {_LISTED})"
)


class ErasureReading(Part):
    """Knows who was erased here."""

    def erased(self) -> set[str]:
        """The customers of whom nothing here says any more who they were."""
        rows = self._connection.exec_driver_sql("SELECT customer FROM erasures WHERE done_at IS NOT NULL")
        return set(rows.scalars())

    def is_erased(self, customer: str) -> bool:
        """Whether nothing here says any more who this was."""
        sql = "SELECT 1 FROM erasures WHERE customer = ? AND done_at IS NOT NULL"
        return self._connection.exec_driver_sql(sql, (customer,)).first() is not None


class ErasureWriting(Part):
    """Erases customers."""

    def erase(self, customers: Collection[str], at: str) -> set[str]:
        """Take out who these customers were; gives back those of whom something is left.

        That is what headquarters has not accepted yet, which is sent as it was written, and the cart that is open:
        both go when this is done again.
        """
        connection, listed = self._connection, as_json(sorted(customers))
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO erasures (customer) SELECT value FROM json_each(?)", (listed,)
        )
        connection.exec_driver_sql(
            f"UPDATE erasures SET done_at = NULL WHERE customer IN {_LISTED}", (listed,)
        )
        documents = set(connection.exec_driver_sql(_DOCUMENTS, (listed,) * 4).scalars())
        sold = _uuids(connection, "transactions", listed)
        orders = _erase_orders(connection, listed, sold)
        for table, key in (("transactions", "customer"), ("outbox", "uuid")):
            _erase_texts(connection, table, key, listed if key == "customer" else as_json(sorted(documents)))
        left = _left(connection, listed)
        _drop_rows(connection, as_json(sorted(set(customers) - left)))
        _erase_suspended(connection, customers)
        _erase_entries(connection, {*customers, *sold, *orders})
        done = as_json(sorted(set(customers) - left))
        connection.exec_driver_sql(f"UPDATE erasures SET done_at = ? WHERE customer IN {_LISTED}", (at, done))
        return left


def _uuids(connection: Connection, table: str, listed: str) -> set[str]:
    found = connection.exec_driver_sql(f"SELECT uuid FROM {table} WHERE customer IN {_LISTED}", (listed,))
    return set(found.scalars())


def _erase_orders(connection: Connection, listed: str, sold: Iterable[str]) -> set[str]:
    """Orders of these customers, and sales of which goods came back; gives back their ids."""
    rows = connection.exec_driver_sql(
        f"SELECT uuid, text FROM orders WHERE customer IN {_LISTED} OR uuid IN {_LISTED}",
        (listed, as_json(sorted(sold))),
    ).all()
    for uuid, text in rows:
        order = nameless_order(read_order(text))
        columns: dict[str, Any] = {"text": order_text(order), **head_columns(order), "folded": _sought(order)}
        changed = ", ".join(f"{name} = ?" for name in columns)
        connection.exec_driver_sql(f"UPDATE orders SET {changed} WHERE uuid = ?", (*columns.values(), uuid))
    return {uuid for uuid, _ in rows}


def _sought(order: OrderState) -> str:
    return "" if order.is_sale else fold(order.customer.name)


def _erase_texts(connection: Connection, table: str, key: str, listed: str) -> None:
    """Documents that headquarters has, as they are kept here."""
    accepted = "AND state = 'acknowledged' " if table == "outbox" else ""
    rows = connection.exec_driver_sql(
        f"SELECT id, text FROM {table} WHERE {key} IN {_LISTED} {accepted}", (listed,)
    ).all()
    for id, text in rows:
        bare = nameless(text)
        if bare == text:
            continue
        connection.exec_driver_sql(f"UPDATE {table} SET text = ? WHERE id = ?", (bare, id))
        if table == "outbox":
            connection.exec_driver_sql(
                "UPDATE outbox SET fingerprint = ? WHERE id = ?", (fingerprint(bare), id)
            )


def _left(connection: Connection, listed: str) -> set[str]:
    """Those of these customers whose documents wait, or who are in the open cart."""
    waiting = connection.exec_driver_sql(
        "SELECT transactions.customer FROM outbox JOIN transactions USING (uuid) WHERE outbox.state <> 'acknowledged' "
        "UNION SELECT customers.uuid FROM outbox JOIN customers USING (uuid) WHERE outbox.state <> 'acknowledged' "
        "UNION SELECT customer_changes.customer FROM outbox JOIN customer_changes USING (uuid) "
        "WHERE outbox.state <> 'acknowledged'"
    ).scalars()
    in_cart = connection.exec_driver_sql(_OPEN_CART).scalars()
    return {*waiting, *in_cart} & set(json.loads(listed))


def _drop_rows(connection: Connection, listed: str) -> None:
    """Customers made here and changed here: headquarters has them, and has erased them."""
    connection.exec_driver_sql(f"DELETE FROM customers WHERE uuid IN {_LISTED}", (listed,))
    connection.exec_driver_sql(f"DELETE FROM customer_changes WHERE customer IN {_LISTED}", (listed,))


def _erase_suspended(connection: Connection, customers: Collection[str]) -> None:
    rows = connection.exec_driver_sql("SELECT id, uuid, header, lines FROM suspended_carts").all()
    for id, uuid, header, lines in rows:
        cart = read_cart(uuid, header, json.loads(lines))
        if cart.customer is not None and cart.customer.id in customers:
            bare = _nameless_cart(cart, cart.customer)
            connection.exec_driver_sql(
                "UPDATE suspended_carts SET name = '', customer = ?, header = ?, lines = ? WHERE id = ?",
                (
                    cart.customer.account or "", header_text(bare),
                    json.dumps([line_text(line) for line in bare.lines]), id,
                ),
            )  # fmt: skip


def _nameless_cart(cart: Cart, customer: Customer) -> Cart:
    nobody = Customer(
        customer.id, customer.account or "", customer.type, customer.account, business=customer.business,
        tax_exempt=customer.tax_exempt, affiliations=customer.affiliations,
    )  # fmt: skip
    act = cart.act
    if act is not None:
        order = None if act.order is None else nameless_order(act.order)
        act = replace(act, collector="", order=order)
    return replace(
        cart, customer=nobody, act=act,
        terms=None if cart.terms is None else replace(cart.terms, collector=""),
        lines=tuple([replace(line, delivery=to_nobody(line.delivery)) for line in cart.lines]),
    )  # fmt: skip


def _erase_entries(connection: Connection, ids: Collection[str]) -> None:
    """Entries that older programs wrote: those of this one name nobody."""
    kinds: Sequence[str] = sorted(NAMED)
    rows = connection.exec_driver_sql(
        f"SELECT number, kind, text FROM journal_entries WHERE kind IN {_LISTED}", (as_json(kinds),)
    ).all()
    for number, kind, text in rows:
        bare = erased_entry(kind, text) if concerned_by(text) & set(ids) else text
        if bare != text:
            connection.exec_driver_sql("UPDATE journal_entries SET text = ? WHERE number = ?", (bare, number))
