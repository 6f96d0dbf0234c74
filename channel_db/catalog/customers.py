"""Customers of headquarters: found by account id, e-mail, phone, loyalty card, and the words of name and address."""

from collections.abc import Callable, Collection, Iterable, Mapping
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, bindparam, select

from channel_db.catalog.asking import ask
from channel_db.catalog.hits import FIELDS, CustomerHit, Field, contact_of, place_of, rank_of
from channel_db.catalog.keyed import KeyedRows
from channel_db.catalog.models import CustomerRow
from channel_db.catalog.search import LAST_SIGN, Typed, together
from channel_db.catalog.text_index import (
    CUSTOMER_PARTS,
    CUSTOMER_PLACES,
    CUSTOMER_WORDS,
    anywhere,
    beginnings,
)
from channel_db.statements import Statement
from retail.customer_extras import contacts_in
from retail.customers import Customer
from retail.folding import digits_of, fold, fold_code
from retail.wire import feeds
from retail.wire.customers import customer_in

ROWS = KeyedRows(
    CustomerRow.__table__,
    "uuid",
    indexed=("account_folded", "email_folded", "phone_digits", "folded", "cards_folded", "places_folded"),
    text_indexes=(CUSTOMER_WORDS, CUSTOMER_PLACES, CUSTOMER_PARTS),
)
_ONE = Statement(
    select(CustomerRow.text, CustomerRow.merged_into).where(CustomerRow.uuid == bindparam("customer"))
)
_OF_ACCOUNT = Statement(select(CustomerRow.uuid).where(CustomerRow.account_folded == bindparam("account")))

# What a search fetches. CROSS JOIN: the index asked is the outer loop, whatever the planner thinks.
_HIT = "id, folded, merged_into, uuid, account, name, email, phone, city"
_BEGINS = (
    f"SELECT '{{field}}', {_HIT} FROM customers "
    "WHERE {column} >= ?{start} AND {column} < ?{end} ORDER BY {column}"
)
# Few customers have a card, and the index of those is not asked unless the question says that it means no other.
_CARDS_BEGIN = (
    f"SELECT 'card', {_HIT} FROM customers "
    "WHERE cards_folded <> '' AND cards_folded >= ?1 AND cards_folded < ?2 ORDER BY cards_folded"
)
_CODES_BEGIN = (
    _BEGINS.format(field="account", column="account_folded", start=1, end=2),
    _BEGINS.format(field="email", column="email_folded", start=1, end=2),
    _CARDS_BEGIN,
)
_PHONE_BEGINS = _BEGINS.format(field="phone", column="phone_digits", start=1, end=2)
_PHONE_BEGINS_TOO = _BEGINS.format(field="phone", column="phone_digits", start=3, end=4)
_PHONE_FROM_TO = (
    f"SELECT 'phone', {_HIT} FROM customers WHERE phone_digits >= ?{{start}} AND phone_digits < ?{{end}}"
)
_WORDS_BEGIN = (
    f"SELECT 'name', {_HIT} FROM customer_words CROSS JOIN customers ON customers.id = customer_words.rowid "
    "WHERE customer_words MATCH ?"
)
_PLACES_BEGIN = (
    f"SELECT 'address', {_HIT} FROM customer_places CROSS JOIN customers ON customers.id = customer_places.rowid "
    "WHERE customer_places MATCH ?"
)
_STANDS = f"SELECT 'account', {_HIT} FROM customers WHERE uuid = ?"
_ANYWHERE = (
    "SELECT CASE WHEN instr(phone_digits, ?2) THEN 'phone' WHEN instr(account_folded, ?1) THEN 'account' "
    f"WHEN instr(email_folded, ?1) THEN 'email' "
    f"WHEN instr(cards_folded, ?1) THEN 'card' ELSE 'name' END, {_HIT} "
    "FROM customer_parts CROSS JOIN customers ON customers.id = customer_parts.rowid "
    "WHERE customer_parts MATCH ?4 AND (instr(phone_digits, ?2) OR instr(account_folded, ?1) "
    "OR instr(email_folded, ?1) OR instr(cards_folded, ?1) OR instr(folded, ?3))"
)
_HAS_INSIDE = (
    "SELECT CASE WHEN instr(phone_digits, ?1) THEN 'phone' WHEN instr(account_folded, ?1) THEN 'account' "
    "WHEN instr(email_folded, ?1) THEN 'email' "
    f"WHEN instr(cards_folded, ?1) THEN 'card' ELSE 'name' END, {_HIT} "
    "FROM customer_parts CROSS JOIN customers ON customers.id = customer_parts.rowid "
    "WHERE customer_parts MATCH ?2 AND (instr(phone_digits, ?1) OR instr(account_folded, ?1) "
    "OR instr(email_folded, ?1) OR instr(cards_folded, ?1) OR instr(folded, ?1))"
)


def one(connection: Connection, uuid: str) -> Customer | None:
    """The customer with this id; of one who was merged into another, that other."""
    row = _ONE.run(connection, customer=uuid).first()
    if row is not None and row.merged_into:
        row = _ONE.run(connection, customer=row.merged_into).first() or row
    return None if row is None else customer_in(feeds.CustomerRow.model_validate_json(row.text))


def consents(connection: Connection, uuid: str) -> tuple[feeds.ConsentRow, ...]:
    """What this customer said of their contacts, as headquarters knows it, the oldest first."""
    row = _ONE.run(connection, customer=uuid).first()
    return () if row is None else feeds.CustomerRow.model_validate_json(row.text).consents


def of_account(connection: Connection, account: str) -> Customer | None:
    """The customer with this account id, whatever its case; the former ones of a customer are theirs too."""
    uuid = _OF_ACCOUNT.run(connection, account=fold_code(account)).scalar()
    return None if uuid is None else one(connection, uuid)


def find(connection: Connection, text: str, limit: int, home: str = "") -> list[CustomerHit]:
    """Customers for what was typed: numbers, e-mails and phones that begin so, such words of names, in the order of
    `rank_of`.

    Parts inside a text are looked for where nothing begins so, and after digits where there is room left: the last
    digits of a phone number. Of a phone with digits at `home` one statement asks for every way to dial it.
    """
    typed = Typed(text)
    if not typed.code:
        return []
    rank = rank_of(text, home)
    found: dict[int, tuple[int, CustomerHit]] = {}

    def put(rows: Iterable[tuple[Any, ...]]) -> None:
        for each in rows:
            field, row, folded, merged_into, *columns = each if not each[3] else _who_stands(connection, each)
            if row not in found and not merged_into:
                hit = CustomerHit(FIELDS[field], *columns)
                found[row] = rank(hit, folded), hit

    def add(sql: str, *values: str) -> None:
        put(ask(connection, sql, values, limit))

    codes = (typed.code, typed.code + LAST_SIGN)
    phone = (typed.digits, typed.digits + LAST_SIGN)
    is_dialled = bool(home)
    if typed.is_phone:
        if not is_dialled:
            add(_PHONE_BEGINS, *phone)
    elif typed.is_digits and not is_dialled:
        put(ask(connection, together((*_CODES_BEGIN, _PHONE_BEGINS_TOO), limit), (*codes, *phone)))
    else:
        put(ask(connection, together(_CODES_BEGIN, limit), codes))
    if is_dialled:
        add(*_dialled(typed, home))
    else:
        _add_words_and_parts(add, typed, found, limit)
    hits = [hit for _, hit in sorted(found.values(), key=itemgetter(0))][:limit]
    if Field.ADDRESS not in [hit.field for hit in hits]:
        return hits
    sought = home or text
    hits = [_with_place(connection, hit, sought) if hit.field is Field.ADDRESS else hit for hit in hits]
    return sorted(hits, key=rank)


def _who_stands(connection: Connection, merged: tuple[Any, ...]) -> tuple[Any, ...]:
    """Whom they were merged into, who was found by it; they themselves where that one has not come."""
    # Headquarters lets nobody be merged into one who was.
    return next(iter(ask(connection, _STANDS, (merged[3],))), merged)


def _add_words_and_parts(add: Callable[..., None], typed: Typed, found: Collection[int], limit: int) -> None:
    # However many e-mails begin so: a name that does stands before them, unless it is an e-mail that is being typed.
    is_name = typed.words and not (typed.is_digits or typed.is_email)
    if is_name or typed.wants_words(len(found), limit):
        add(f"{_WORDS_BEGIN}{typed.and_long_words}", beginnings(typed.words), *typed.long_words)
    if typed.wants_words(len(found), limit):
        add(f"{_PLACES_BEGIN}{typed.and_long_words_of_places}", beginnings(typed.words), *typed.long_words)
    if typed.wants_parts(len(found), limit):
        # An address is no part of a name, and of a phone number only its digits are kept.
        name = typed.code if "@" in typed.code or typed.is_digits else typed.folded or typed.code
        digits = typed.digits if typed.is_digits else typed.code
        add(_ANYWHERE, typed.code, digits, name, anywhere((typed.code, digits, name)))


def _dialled(typed: Typed, home: str) -> tuple[str, ...]:
    """One question for a phone however it is dialled, and its values: who has it, the surest first, then whose further
    contact it is.
    """
    values, asked = [home, anywhere((home,))], []
    spelled = tuple(dict.fromkeys((typed.digits, typed.digits.removeprefix("00"), home, f"0{home}")))
    for digits in spelled:
        asked.append(_PHONE_FROM_TO.format(start=len(values) + 1, end=len(values) + 2))
        values += [digits, digits + LAST_SIGN]
    asked.append(_HAS_INSIDE)
    for way in (typed, *map(Typed, spelled)):
        asked.append(f"{_PLACES_BEGIN}{way.and_long_words_of_places}")
        values += [beginnings(way.words), *way.long_words]
    return " UNION ALL ".join(asked), *values


def keep(
    connection: Connection,
    rows: Mapping[str, tuple[feeds.CustomerRow, str]],
    digests: Mapping[str, int],
    waiting: int,
) -> None:
    """Keep customers as headquarters sent them; see `products.keep` of what is `waiting`."""
    news = ROWS.news(connection, {uuid: _columns(row, text) for uuid, (row, text) in rows.items()}, digests)
    if ROWS.is_much(connection, len(news), len(rows), waiting):
        ROWS.undress(connection)
    ROWS.keep(connection, news)


def drop(connection: Connection, uuids: Collection[str]) -> None:
    """Forget customers that are gone."""
    ROWS.drop(connection, uuids)


def _with_place(connection: Connection, hit: CustomerHit, text: str) -> CustomerHit:
    customer = one(connection, hit.id)
    if customer is None:
        return hit
    found = contact_of(customer, text)
    if found is None:
        return hit._replace(place=place_of(customer, text))
    return hit._replace(field=Field(found.kind), **{found.kind: found.value})


def _places(row: feeds.CustomerRow) -> str:
    """The addresses, a line each, and the further contacts, as words and as digits."""
    contacts = [each.value for each in contacts_in(row.extras)] if row.extras else ()
    return chr(10).join([
        *[fold(f"{each.line1} {each.postcode} {each.city}") for each in row.addresses],
        *[f"{fold(each)} {digits_of(each)}" for each in contacts],
    ])  # fmt: skip


def _columns(row: feeds.CustomerRow, text: str) -> dict[str, Any]:
    if row.merged_into:
        shown = {
            "name": row.name,
            "email": "",
            "phone": "",
            "city": "",
            "email_folded": "",
            "phone_digits": "",
        }
        sought = {"folded": "", "cards_folded": "", "places_folded": ""}
        return {"uuid": row.id, "account": row.account, "account_folded": fold_code(row.account),
                "merged_into": row.merged_into, "text": text, **shown, **sought}  # fmt: skip
    return {
        "uuid": row.id,
        "account": row.account,
        "merged_into": "",
        "name": row.name,
        "email": row.email,
        "phone": row.phone,
        "city": row.addresses[0].city if row.addresses else "",
        "account_folded": fold_code(row.account),
        "email_folded": fold_code(row.email),
        "phone_digits": digits_of(row.phone),
        "folded": fold(row.name),
        "cards_folded": chr(10).join(map(fold_code, row.loyalty_cards)),
        "places_folded": _places(row),
        "text": text,
    }
