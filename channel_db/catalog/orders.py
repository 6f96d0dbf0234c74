"""Orders as headquarters knows them: found by their numbers and receipts, by customer, and by what is to be done."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, select

from channel_db.catalog.asking import ask
from channel_db.catalog.keyed import KeyedRows
from channel_db.catalog.models import OrderRow
from channel_db.catalog.search import LAST_SIGN, Typed
from channel_db.catalog.text_index import ORDER_WORDS, beginnings
from channel_db.order_heads import EVERY_ORDER, OrderFilter, OrderHead, head_columns, read_heads
from channel_db.statements import Statement, as_json
from retail.folding import fold, fold_code
from retail.orders.order import OrderState
from retail.wire.orders import read_order

ROWS = KeyedRows(OrderRow.__table__, "uuid", indexed=("folded",), text_indexes=(ORDER_WORDS,))
_ONE = Statement(select(OrderRow.text).where(OrderRow.uuid == bindparam("order")))

# CROSS JOIN: the index asked is the outer loop, whatever the planner thinks.
_CODE_BEGINS = (
    "SELECT orders.id, orders.head FROM orders WHERE {code} >= ? AND {code} < ?{and_} ORDER BY {code}"
)
_RECEIPT_BEGINS = (
    "SELECT orders.id, orders.head FROM order_codes CROSS JOIN orders ON orders.id = order_codes.order_id "
    "WHERE order_codes.code >= ? AND order_codes.code < ?{and_} ORDER BY order_codes.code"
)
_BY_CODE = (
    _CODE_BEGINS.replace("{code}", "orders.number_folded"),
    _CODE_BEGINS.replace("{code}", "orders.confirmation_folded"),
    _RECEIPT_BEGINS,
)
_OF_CODE = (
    "SELECT orders.id, orders.text FROM order_codes CROSS JOIN orders ON orders.id = order_codes.order_id "
    "WHERE order_codes.code = ?"
)
_NAMING = (
    "SELECT orders.id, orders.text FROM orders WHERE orders.number_folded = ?",
    "SELECT orders.id, orders.text FROM orders WHERE orders.confirmation_folded = ?",
    _OF_CODE,
)
_WORDS_BEGIN = (
    "SELECT orders.id, orders.head FROM order_words CROSS JOIN orders ON orders.id = order_words.rowid "
    "WHERE order_words MATCH ?{long}{and_} ORDER BY order_words.rowid DESC"
)
_NEWEST = (
    "SELECT orders.id, orders.head FROM orders WHERE 1{and_} ORDER BY orders.made_at DESC, orders.id DESC"
)
_OF_CUSTOMERS = (
    "SELECT orders.id, orders.head FROM orders WHERE orders.customer IN (SELECT value FROM json_each(?)){and_} "
    "ORDER BY orders.made_at DESC, orders.id DESC"
)
_HEADS = "SELECT orders.head FROM orders WHERE orders.uuid IN (SELECT value FROM json_each(?))"
_WORK = "SELECT orders.uuid, orders.text FROM orders WHERE orders.work = 1"
_TEXTS = "SELECT orders.uuid, orders.text FROM orders WHERE orders.uuid IN (SELECT value FROM json_each(?))"
_COUNT_OF_CUSTOMER = "SELECT count(*) FROM orders WHERE orders.customer = ?"

_CODES_OF = "SELECT DISTINCT json_each.value, orders.id FROM orders, json_each(orders.codes)"
_DROP_CODES = f"DELETE FROM order_codes WHERE (code, order_id) IN ({_CODES_OF} WHERE orders.uuid = ?)"
_ADD_CODES = f"INSERT INTO order_codes (code, order_id) {_CODES_OF} WHERE orders.uuid = ?"
_FILL_CODES = f"INSERT INTO order_codes (code, order_id) {_CODES_OF} ORDER BY 1, 2"


def one(connection: Connection, uuid: str) -> OrderState | None:
    """The order with this id."""
    text = _ONE.run(connection, order=uuid).scalar()
    return None if text is None else read_order(text)


def find(
    connection: Connection, text: str, limit: int, narrowed: OrderFilter = EVERY_ORDER
) -> list[OrderHead]:
    """Orders whose numbers or receipts begin so, or whose customer's name has words that do; the newest for no text."""
    typed, (and_, values) = Typed(text), narrowed.conditions()
    if not typed.code:
        return _heads(ask(connection, _NEWEST.format(and_=and_), values, limit))
    found: dict[int, str] = {}
    for sql in _BY_CODE:
        if len(found) < limit:
            found |= dict(
                ask(connection, sql.format(and_=and_), (typed.code, typed.code + LAST_SIGN, *values), limit)
            )
    if typed.words and len(found) < limit and not (found and _is_number(typed)):
        sql = _WORDS_BEGIN.format(long=typed.and_long_words, and_=and_)
        found |= dict(ask(connection, sql, (beginnings(typed.words), *typed.long_words, *values), limit))
    return read_heads(list(found.values())[:limit])


def of_customers(
    connection: Connection, customers: Collection[str], limit: int, narrowed: OrderFilter
) -> list[OrderHead]:
    """The newest orders of these customers."""
    and_, values = narrowed.conditions()
    return _heads(ask(connection, _OF_CUSTOMERS.format(and_=and_), (as_json(customers), *values), limit))


def count_of_customer(connection: Connection, customer: str) -> int:
    """How many orders a customer has."""
    return int(connection.exec_driver_sql(_COUNT_OF_CUSTOMER, (customer,)).scalar_one())


def heads(connection: Connection, uuids: Collection[str]) -> list[OrderHead]:
    """The heads of these orders, as far as they are known."""
    return read_heads([head for (head,) in ask(connection, _HEADS, (as_json(uuids),))]) if uuids else []


def work(connection: Connection) -> dict[str, str]:
    """The texts of the orders of which something is still to be handed out or shipped, by their ids."""
    return {row[0]: row[1] for row in connection.exec_driver_sql(_WORK)}


def order_texts(connection: Connection, uuids: Collection[str]) -> dict[str, str]:
    """The texts of these orders, by their ids."""
    return {row[0]: row[1] for row in connection.exec_driver_sql(_TEXTS, (as_json(uuids),))}


def naming(connection: Connection, number: str, limit: int) -> list[OrderState]:
    """Orders and sales that exactly this number is of: their own, an invoice's, or a receipt's; the newest first."""
    found: dict[int, str] = {}
    for sql in _NAMING:
        found |= dict(ask(connection, sql, (fold_code(number),), limit))
    return [read_order(found[id]) for id in sorted(found, reverse=True)[:limit]]


def keep(
    connection: Connection,
    rows: Mapping[str, tuple[OrderState, str]],
    digests: Mapping[str, int],
    waiting: int,
) -> None:
    """Keep orders as headquarters sent them; see `products.keep` of what is `waiting`."""
    news = ROWS.news(connection, {uuid: _columns(row, text) for uuid, (row, text) in rows.items()}, digests)
    if ROWS.is_much(connection, len(news), len(rows), waiting):
        undress(connection)
    uuids, is_bare = [(uuid,) for uuid in news], ROWS.is_bare(connection)
    if uuids and not is_bare:
        connection.exec_driver_sql(_DROP_CODES, uuids)
    ROWS.keep(connection, news)
    if uuids and not is_bare:
        connection.exec_driver_sql(_ADD_CODES, uuids)


def drop(connection: Connection, uuids: Collection[str]) -> None:
    """Forget orders that are gone."""
    if uuids and not ROWS.is_bare(connection):
        connection.exec_driver_sql(_DROP_CODES, [(uuid,) for uuid in uuids])
    ROWS.drop(connection, uuids)


def undress(connection: Connection) -> None:
    """Take the indexes down, to be dressed again in the same unit of work."""
    connection.exec_driver_sql("DELETE FROM order_codes")
    ROWS.undress(connection)


def dress(connection: Connection) -> None:
    """Make the indexes of a table that was filled bare; its codes are one of them."""
    connection.exec_driver_sql(_FILL_CODES)
    ROWS.dress(connection)


def _heads(rows: Collection[tuple[Any, ...]]) -> list[OrderHead]:
    return read_heads([head for _, head in rows])


def _is_number(typed: Typed) -> bool:
    """What was typed is the number of something, and no name."""
    return " " not in typed.exact and any(map(str.isdigit, typed.code))


def _columns(row: OrderState, text: str) -> dict[str, Any]:
    return {
        "uuid": row.id,
        "number_folded": fold_code(row.number),
        "confirmation_folded": fold_code(row.confirmation_number),
        # A plain sale that goods came back of stands among no orders; it is found by its receipt alone.
        "folded": "" if row.is_sale else fold(row.customer.name),
        "customer": "" if row.is_sale else row.customer.id,
        "text": text,
        **head_columns(row),
    }
