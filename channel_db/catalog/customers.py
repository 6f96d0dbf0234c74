"""Customers of headquarters: found by name, account id, e-mail and phone."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, func, or_, select

from channel_db.catalog.keyed import KeyedRows
from channel_db.catalog.models import CustomerRow
from channel_db.catalog.search import span, starts_with, texts
from channel_db.catalog.words import CUSTOMER_WORDS
from channel_db.folding import as_pattern, digits_of, fold, fold_code
from channel_db.statements import Statement
from retail.customers import Address, Customer, CustomerType
from retail.wire import feeds

_PHONE_DIGITS_MIN = 3
_FALLBACK_LETTERS_MIN = 3

_ROWS = KeyedRows(CustomerRow.__table__, "uuid", CUSTOMER_WORDS)
_ONE = Statement(select(CustomerRow.text).where(CustomerRow.uuid == bindparam("customer")))
_LISTED = func.json_each(bindparam("ids")).table_valued("value")
_BY_IDS = Statement(
    select(CustomerRow.id, CustomerRow.text).where(CustomerRow.id.in_(select(_LISTED.c.value)))
)
_BY_CODE = [
    Statement(
        select(CustomerRow.id, CustomerRow.text)
        .where(starts_with(column))
        .order_by(column)
        .limit(bindparam("most"))
    )
    for column in (CustomerRow.account_folded, CustomerRow.email_folded)
]
_BY_PHONE = Statement(
    select(CustomerRow.id, CustomerRow.text)
    .where(starts_with(CustomerRow.phone_digits))
    .limit(bindparam("most"))
)
_NO_PHONE = "-"  # matches no digits; an empty pattern would match every customer without a phone
_ANYWHERE = Statement(
    select(CustomerRow.id, CustomerRow.text)
    .where(
        or_(
            CustomerRow.folded.like(bindparam("words"), escape="!"),
            CustomerRow.email_folded.like(bindparam("code"), escape="!"),
            CustomerRow.phone_digits.like(bindparam("digits"), escape="!"),
        )
    )
    .limit(bindparam("most"))
)


def one(connection: Connection, uuid: str) -> Customer | None:
    """The customer with this id."""
    text = _ONE.run(connection, customer=uuid).scalar()
    return None if text is None else _customer(text)


def find(connection: Connection, text: str, limit: int) -> list[Customer]:
    """Customers for what was typed: account ids, e-mails, phones and words of names that begin so.

    Only where nothing begins so is the text looked for anywhere in them.
    """
    code, words, digits = fold_code(text), fold(text), digits_of(text)
    if not code:
        return []
    found: dict[int, str] = {}
    for statement in _BY_CODE:
        found |= texts(statement.run(connection, **span(code), most=limit))
    if len(digits) >= _PHONE_DIGITS_MIN:
        found |= texts(_BY_PHONE.run(connection, **span(digits), most=limit))
    ids = CUSTOMER_WORDS.find(connection, words, limit)
    found |= texts(_BY_IDS.run(connection, ids=json.dumps(ids)))
    if not found and len(code) >= _FALLBACK_LETTERS_MIN:
        has_phone = len(digits) >= _PHONE_DIGITS_MIN
        found = texts(
            _ANYWHERE.run(
                connection,
                words=as_pattern(words or code),
                code=as_pattern(code),
                digits=as_pattern(digits) if has_phone else _NO_PHONE,
                most=limit,
            )
        )
    return [_customer(text) for text in list(found.values())[:limit]]


def keep(connection: Connection, rows: Mapping[str, tuple[feeds.CustomerRow, str]]) -> None:
    """Keep customers as headquarters sent them."""
    _ROWS.keep(connection, {uuid: _columns(row, text) for uuid, (row, text) in rows.items()})


def drop(connection: Connection, uuids: Collection[str]) -> None:
    """Forget customers that are gone."""
    _ROWS.drop(connection, uuids)


def _columns(row: feeds.CustomerRow, text: str) -> dict[str, Any]:
    return {
        "uuid": row.id,
        "account_folded": fold_code(row.account),
        "email_folded": fold_code(row.email),
        "phone_digits": digits_of(row.phone),
        "folded": fold(row.name),
        "text": text,
    }


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
