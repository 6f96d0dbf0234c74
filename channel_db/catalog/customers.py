"""Customers of headquarters: found by account id, e-mail, phone, loyalty card, and the words of name and address."""

from collections.abc import Callable, Collection, Mapping
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, bindparam, select

from channel_db.catalog.asking import ask
from channel_db.catalog.hits import FIELDS, CustomerHit, Field, contact_of, hit_in, place_of, rank_of
from channel_db.catalog.keyed import KeyedRows
from channel_db.catalog.models import CustomerRow
from channel_db.catalog.search import LAST_SIGN, Typed, together
from channel_db.catalog.text_index import (
    CUSTOMER_PARTS,
    CUSTOMER_PLACES,
    CUSTOMER_WORDS,
    all_but_one,
    any_beginning,
    anywhere,
    beginnings,
)
from channel_db.statements import Statement
from retail.customer_extras import contacts_in
from retail.customer_search import SearchField
from retail.customers import Customer
from retail.folding import digits_of, fold, fold_code
from retail.phones import at_home
from retail.wire import feeds
from retail.wire.customers import customer_in

WORD_MIN = 2
"""A single letter tells nobody apart."""
WORDS_MAX = 5
"""Of more words it is not asked who has all but one: each is a question of its own."""
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
_OF_CODES = {
    SearchField.ACCOUNT: _BEGINS.format(field="account", column="account_folded", start=1, end=2),
    SearchField.EMAIL: _BEGINS.format(field="email", column="email_folded", start=1, end=2),
    SearchField.CARD: _CARDS_BEGIN,
}
_PHONE_BEGINS = _BEGINS.format(field="phone", column="phone_digits", start=3, end=4)
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


def find(
    connection: Connection,
    text: str,
    limit: int,
    home: str = "",
    *,
    any_word: bool = False,
    only: SearchField | None = None,
) -> list[CustomerHit]:
    """Customers for what was typed: numbers, e-mails and phones that begin so, such words of names, in the order of
    `rank_of`.

    Parts inside a text are looked for where nothing begins so, and after digits where there is room left: the last
    digits of a phone number. Of a phone with digits at `home` one statement asks for every way to dial it. With
    `any_word`, where there is room, who has all words but one, and then who has any. With `only` those who have it in
    that field.
    """
    typed = Typed(text)
    if not typed.code:
        return []
    rank = rank_of(text, home)
    found: dict[int, tuple[int, CustomerHit]] = {}

    def add(sql: str, *values: str, most: int | None = limit) -> None:
        for each in ask(connection, sql, values, most):
            field, row, folded, merged_into, *columns = each if not each[3] else _who_stands(connection, each)
            if row not in found and not merged_into:
                hit = CustomerHit(FIELDS[field], *columns)
                found[row] = rank(hit, folded), hit

    _ask(add, typed, found, limit, home, only, any_word=any_word)
    hits = [hit for _, hit in sorted(found.values(), key=itemgetter(0))]
    if only is not None:
        may_be = [hit for hit in hits if hit.field in (Field.ADDRESS, Field(only))][:limit]
        seen = [
            _in_field(connection, hit, home or text, only) if hit.field is Field.ADDRESS else hit
            for hit in may_be
        ]
        return sorted([hit for hit in seen if hit.field is Field(only)], key=rank)
    hits = hits[:limit]
    if Field.ADDRESS not in [hit.field for hit in hits]:
        return hits
    sought = home or text
    hits = [_with_place(connection, hit, sought) if hit.field is Field.ADDRESS else hit for hit in hits]
    return sorted(hits, key=rank)


def _ask(
    add: Callable[..., None],
    typed: Typed,
    found: Collection[int],
    limit: int,
    home: str,
    only: SearchField | None,
    *,
    any_word: bool,
) -> None:
    """Ask what `find` says, the surest first."""
    codes, phone = (typed.code, typed.code + LAST_SIGN), (typed.digits, typed.digits + LAST_SIGN)
    asked = [
        begins
        for field, begins in _OF_CODES.items()
        if only is field or (only is None and not typed.is_phone)
    ]
    if typed.is_digits and not home and only in (None, SearchField.PHONE):
        if asked:
            add(together((*asked, _PHONE_BEGINS), limit), *codes, *phone, most=None)
        else:
            add(_PHONE_BEGINS, *codes, *phone)
    elif asked:
        add(together(asked, limit), *codes, most=None)
    if only not in (None, SearchField.PHONE):
        _add_of_one(add, typed, only)
    elif home:
        dialled, *values = _dialled(typed, home)
        add(dialled, *values, most=limit * _WAYS)  # the same customer may be found in each
    else:
        _add_words_and_parts(add, typed, found, limit)
        if any_word and only is None:
            _add_some_words(add, typed, found, limit)


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


def _add_of_one(add: Callable[..., None], typed: Typed, only: SearchField | None) -> None:
    """The words of a name, or of an address and the further contacts; the beginnings of codes are asked for before."""
    if only is SearchField.NAME and typed.words:
        add(f"{_WORDS_BEGIN}{typed.and_long_words}", beginnings(typed.words), *typed.long_words)
    if only in (SearchField.ADDRESS, SearchField.EMAIL) and typed.words:
        add(f"{_PLACES_BEGIN}{typed.and_long_words_of_places}", beginnings(typed.words), *typed.long_words)


def _add_some_words(add: Callable[..., None], typed: Typed, found: Collection[int], limit: int) -> None:
    words = [each for each in typed.words if len(each) >= WORD_MIN]
    if len(words) < 2 or typed.is_digits or typed.is_email:
        return
    for sought in all_but_one(words) if 2 < len(words) <= WORDS_MAX else ():
        if len(found) < limit:
            add(_WORDS_BEGIN, sought)
    if len(found) < limit:
        add(_WORDS_BEGIN, any_beginning(words))


_WAYS = 9
"""The beginnings of a phone, all four, what has it inside, and the further contacts by what was typed and by those."""


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


def _in_field(connection: Connection, hit: CustomerHit, text: str, only: SearchField) -> CustomerHit:
    customer = one(connection, hit.id)
    return hit if customer is None else hit_in(customer, text, only) or hit._replace(field=Field.NUMBER)


def _with_place(connection: Connection, hit: CustomerHit, text: str) -> CustomerHit:
    customer = one(connection, hit.id)
    if customer is None:
        return hit
    found = contact_of(customer, text)
    if found is None:
        return hit._replace(place=place_of(customer, text))
    return hit._replace(field=Field(found.kind), **{found.kind: found.value})


def _places(row: feeds.CustomerRow) -> str:
    """The addresses, a line each, and the further contacts, as words, as digits and as they are dialled at home."""
    contacts = [each.value for each in contacts_in(row.extras)] if row.extras else ()
    return chr(10).join([
        *[fold(f"{each.line1} {each.postcode} {each.city}") for each in row.addresses],
        *[f"{fold(each)} {digits_of(each)} {at_home(each)}".rstrip() for each in contacts],
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
