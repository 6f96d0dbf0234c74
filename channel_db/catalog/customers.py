"""Customers of headquarters: found by account id, e-mail, phone, and by what their names are made of."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, select

from channel_db.catalog.asking import ask
from channel_db.catalog.hits import CustomerHit, Field
from channel_db.catalog.keyed import KeyedRows
from channel_db.catalog.models import CustomerRow
from channel_db.catalog.search import LAST_SIGN, Typed
from channel_db.catalog.text_index import CUSTOMER_PARTS, CUSTOMER_WORDS, anywhere, beginnings
from channel_db.folding import digits_of, fold, fold_code
from channel_db.statements import Statement
from retail.customers import Address, Customer, CustomerType
from retail.wire import feeds

ROWS = KeyedRows(
    CustomerRow.__table__,
    "uuid",
    indexed=("account_folded", "email_folded", "phone_digits", "folded"),
    text_indexes=(CUSTOMER_WORDS, CUSTOMER_PARTS),
)
_ONE = Statement(select(CustomerRow.text).where(CustomerRow.uuid == bindparam("customer")))

# What a search fetches. CROSS JOIN: the index asked is the outer loop, whatever the planner thinks.
_HIT = "SELECT id, uuid, account, name, email, phone, city"
_BEGINS = f"{_HIT} FROM customers WHERE {{column}} >= ? AND {{column}} < ? ORDER BY {{column}} LIMIT ?"
_ACCOUNT_BEGINS, _EMAIL_BEGINS, _PHONE_BEGINS = (
    _BEGINS.format(column=column) for column in ("account_folded", "email_folded", "phone_digits")
)
_WORDS_BEGIN = (
    f"{_HIT} FROM customer_words CROSS JOIN customers ON customers.id = customer_words.rowid "
    "WHERE customer_words MATCH ?"
)
_ANYWHERE = (
    f"{_HIT}, CASE WHEN instr(phone_digits, ?2) THEN 'phone' WHEN instr(account_folded, ?1) THEN 'account' "
    "WHEN instr(email_folded, ?1) THEN 'email' ELSE 'name' END "
    "FROM customer_parts CROSS JOIN customers ON customers.id = customer_parts.rowid "
    "WHERE customer_parts MATCH ?4 AND (instr(phone_digits, ?2) OR instr(account_folded, ?1) "
    "OR instr(email_folded, ?1) OR instr(folded, ?3)) LIMIT ?5"
)


def one(connection: Connection, uuid: str) -> Customer | None:
    """The customer with this id."""
    text = _ONE.run(connection, customer=uuid).scalar()
    return None if text is None else _customer(text)


def find(connection: Connection, text: str, limit: int) -> list[CustomerHit]:
    """Customers for what was typed: account ids, e-mails and phones that begin so, then such words of names.

    Parts inside a text are looked for where nothing begins so, and after digits where there is room left: the last
    digits of a phone number.
    """
    typed = Typed(text)
    if not typed.code:
        return []
    found: dict[int, CustomerHit] = {}

    def add(field: Field, sql: str, *values: Any) -> None:
        for row in ask(connection, sql, values):
            if row[0] not in found:
                found[row[0]] = _hit(field, row)

    add(Field.ACCOUNT, _ACCOUNT_BEGINS, typed.code, typed.code + LAST_SIGN, limit)
    add(Field.EMAIL, _EMAIL_BEGINS, typed.code, typed.code + LAST_SIGN, limit)
    if typed.is_phone:
        add(Field.PHONE, _PHONE_BEGINS, typed.digits, typed.digits + LAST_SIGN, limit)
    if typed.words and len(found) < limit:
        sql = f"{_WORDS_BEGIN}{typed.and_long_words} LIMIT ?"
        add(Field.NAME, sql, beginnings(typed.words), *typed.long_words, limit)
    if typed.wants_parts(len(found), limit):
        name, digits = typed.folded or typed.code, typed.digits if typed.is_phone else typed.code
        parts = anywhere((typed.code, digits, name))
        add(Field.NAME, _ANYWHERE, typed.code, digits, name, parts, limit)
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
        "text": text,
    }


def _hit(field: Field, row: tuple[Any, ...]) -> CustomerHit:
    _id, uuid, account, name, email, phone, city, *told = row
    return CustomerHit(Field(told[0]) if told else field, uuid, account, name, email, phone, city)


def _customer(text: str) -> Customer:
    row = feeds.CustomerRow.model_validate_json(text)
    return Customer(
        id=row.id,
        name=row.name,
        type=CustomerType(row.type),
        account=row.account,
        email=row.email,
        phone=row.phone,
        language=row.language,
        business=row.business,
        addresses=tuple([Address(**each.model_dump()) for each in row.addresses]),
    )
