"""Customers of headquarters: found by account id, e-mail, phone, loyalty card, and by what their names are made of."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, select

from channel_db.catalog.asking import ask
from channel_db.catalog.hits import FIELDS, CustomerHit
from channel_db.catalog.keyed import KeyedRows
from channel_db.catalog.models import CustomerRow
from channel_db.catalog.search import LAST_SIGN, Typed
from channel_db.catalog.text_index import CUSTOMER_PARTS, CUSTOMER_WORDS, anywhere, beginnings
from channel_db.statements import Statement
from retail.customers import Customer
from retail.folding import digits_of, fold, fold_code
from retail.wire import feeds
from retail.wire.customers import customer_in

ROWS = KeyedRows(
    CustomerRow.__table__,
    "uuid",
    indexed=("account_folded", "email_folded", "phone_digits", "folded", "cards_folded"),
    text_indexes=(CUSTOMER_WORDS, CUSTOMER_PARTS),
)
_ONE = Statement(select(CustomerRow.text).where(CustomerRow.uuid == bindparam("customer")))

# What a search fetches. CROSS JOIN: the index asked is the outer loop, whatever the planner thinks.
_HIT = "id, uuid, account, name, email, phone, city"
_BEGINS = (
    f"SELECT '{{field}}', {_HIT} FROM customers WHERE {{column}} >= ? AND {{column}} < ? ORDER BY {{column}}"
)
_ACCOUNT_BEGINS = _BEGINS.format(field="account", column="account_folded")
_EMAIL_BEGINS = _BEGINS.format(field="email", column="email_folded")
# Few customers have a card, and the index of those is not asked unless the question says that it means no other.
_CARDS_BEGIN = (
    f"SELECT 'card', {_HIT} FROM customers "
    "WHERE cards_folded <> '' AND cards_folded >= ? AND cards_folded < ? ORDER BY cards_folded"
)
_PHONE_BEGINS = _BEGINS.format(field="phone", column="phone_digits")
_WORDS_BEGIN = (
    f"SELECT 'name', {_HIT} FROM customer_words CROSS JOIN customers ON customers.id = customer_words.rowid "
    "WHERE customer_words MATCH ?"
)
_ANYWHERE = (
    "SELECT CASE WHEN instr(phone_digits, ?2) THEN 'phone' WHEN instr(account_folded, ?1) THEN 'account' "
    f"WHEN instr(email_folded, ?1) THEN 'email' "
    f"WHEN instr(cards_folded, ?1) THEN 'card' ELSE 'name' END, {_HIT} "
    "FROM customer_parts CROSS JOIN customers ON customers.id = customer_parts.rowid "
    "WHERE customer_parts MATCH ?4 AND (instr(phone_digits, ?2) OR instr(account_folded, ?1) "
    "OR instr(email_folded, ?1) OR instr(cards_folded, ?1) OR instr(folded, ?3))"
)


def one(connection: Connection, uuid: str) -> Customer | None:
    """The customer with this id."""
    text = _ONE.run(connection, customer=uuid).scalar()
    return None if text is None else customer_in(feeds.CustomerRow.model_validate_json(text))


def find(connection: Connection, text: str, limit: int) -> list[CustomerHit]:
    """Customers for what was typed: numbers, e-mails and phones that begin so, then such words of names.

    Parts inside a text are looked for where nothing begins so, and after digits where there is room left: the last
    digits of a phone number.
    """
    typed = Typed(text)
    if not typed.code:
        return []
    found: dict[int, CustomerHit] = {}

    def add(sql: str, *values: str) -> None:
        for field, row, uuid, account, name, email, phone, city in ask(connection, sql, values, limit):
            if row not in found:
                found[row] = CustomerHit(FIELDS[field], uuid, account, name, email, phone, city)

    add(_ACCOUNT_BEGINS, typed.code, typed.code + LAST_SIGN)
    add(_EMAIL_BEGINS, typed.code, typed.code + LAST_SIGN)
    add(_CARDS_BEGIN, typed.code, typed.code + LAST_SIGN)
    if typed.is_digits:
        add(_PHONE_BEGINS, typed.digits, typed.digits + LAST_SIGN)
    if typed.wants_words(len(found), limit):
        add(f"{_WORDS_BEGIN}{typed.and_long_words}", beginnings(typed.words), *typed.long_words)
    if typed.wants_parts(len(found), limit):
        # An address is no part of a name, and of a phone number only its digits are kept.
        name = typed.code if "@" in typed.code or typed.is_digits else typed.folded or typed.code
        digits = typed.digits if typed.is_digits else typed.code
        add(_ANYWHERE, typed.code, digits, name, anywhere((typed.code, digits, name)))
    return list(found.values())[:limit]


def keep(connection: Connection, rows: Mapping[str, tuple[feeds.CustomerRow, str]]) -> None:
    """Keep customers as headquarters sent them."""
    ROWS.keep(connection, {uuid: _columns(row, text) for uuid, (row, text) in rows.items()})


def drop(connection: Connection, uuids: Collection[str]) -> None:
    """Forget customers that are gone."""
    ROWS.drop(connection, uuids)


def _columns(row: feeds.CustomerRow, text: str) -> dict[str, Any]:
    return {
        "uuid": row.id,
        "account": row.account,
        "name": row.name,
        "email": row.email,
        "phone": row.phone,
        "city": row.addresses[0].city if row.addresses else "",
        "account_folded": fold_code(row.account),
        "email_folded": fold_code(row.email),
        "phone_digits": digits_of(row.phone),
        "folded": fold(row.name),
        "cards_folded": chr(10).join(map(fold_code, row.loyalty_cards)),
        "text": text,
    }
