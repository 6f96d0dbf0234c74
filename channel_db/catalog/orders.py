"""Orders as headquarters knows them: found by their numbers and by the customer's name."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, select

from channel_db.catalog.asking import ask
from channel_db.catalog.keyed import KeyedRows
from channel_db.catalog.models import OrderRow
from channel_db.catalog.search import Typed, span, starts_with, texts
from channel_db.catalog.text_index import ORDER_WORDS, beginnings
from channel_db.statements import Statement
from retail.folding import fold, fold_code
from retail.orders.order import OrderState
from retail.wire.orders import read_order

ROWS = KeyedRows(OrderRow.__table__, "uuid", indexed=("folded",), text_indexes=(ORDER_WORDS,))
_ONE = Statement(select(OrderRow.text).where(OrderRow.uuid == bindparam("order")))
_WORDS_BEGIN = (
    "SELECT id, orders.text FROM order_words CROSS JOIN orders ON orders.id = order_words.rowid "
    "WHERE order_words MATCH ?"
)
_BY_CODE = [
    Statement(
        select(OrderRow.id, OrderRow.text)
        .where(starts_with(column))
        .order_by(column)
        .limit(bindparam("most"))
    )
    for column in (OrderRow.number_folded, OrderRow.confirmation_folded)
]
_NEWEST = Statement(select(OrderRow.text).order_by(OrderRow.id.desc()).limit(bindparam("most")))


def one(connection: Connection, uuid: str) -> OrderState | None:
    """The order with this id."""
    text = _ONE.run(connection, order=uuid).scalar()
    return None if text is None else read_order(text)


def find(connection: Connection, text: str, limit: int) -> list[OrderState]:
    """Orders whose numbers begin so, or whose customer's name has words that do; the newest for no text."""
    typed = Typed(text)
    if not typed.code:
        chosen = list(_NEWEST.run(connection, most=limit).scalars())
    else:
        found: dict[int, str] = {}
        for statement in _BY_CODE:
            found |= texts(statement.run(connection, **span(typed.code), most=limit))
        if typed.words:
            sql = f"{_WORDS_BEGIN}{typed.and_long_words} ORDER BY order_words.rowid DESC LIMIT ?"
            found |= dict(ask(connection, sql, (beginnings(typed.words), *typed.long_words, limit)))
        chosen = list(found.values())[:limit]
    return [read_order(each) for each in chosen]


def keep(connection: Connection, rows: Mapping[str, tuple[OrderState, str]]) -> None:
    """Keep orders as headquarters sent them."""
    ROWS.keep(connection, {uuid: _columns(row, text) for uuid, (row, text) in rows.items()})


def drop(connection: Connection, uuids: Collection[str]) -> None:
    """Forget orders that are gone."""
    ROWS.drop(connection, uuids)


def _columns(row: OrderState, text: str) -> dict[str, Any]:
    return {
        "uuid": row.id,
        "number_folded": fold_code(row.number),
        "confirmation_folded": fold_code(row.confirmation_number),
        "folded": fold(row.customer.name),
        "text": text,
    }
