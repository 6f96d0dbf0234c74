"""Products with their prices and codes: found by scan, by number, and by what their names are made of."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, bindparam, func, literal_column, select

from channel_db.catalog.asking import ask
from channel_db.catalog.hits import FIELDS, ProductHit
from channel_db.catalog.keyed import KeyedRows
from channel_db.catalog.listed import Moment, now_priced
from channel_db.catalog.models import BarcodeRow, PriceRow, ProductRow, SellingTermsRow
from channel_db.catalog.search import LAST_SIGN, Typed, together
from channel_db.catalog.selling_terms import codes_of_pack, packs_in, packs_of_code
from channel_db.catalog.text_index import PRODUCT_PARTS, PRODUCT_WORDS, any_beginning, anywhere, beginnings
from channel_db.statements import Statement
from retail.catalog import Product
from retail.folding import fold, fold_code

ROWS = KeyedRows(
    ProductRow.__table__,
    "number",
    indexed=("number_folded", "barcodes", "folded"),
    text_indexes=(PRODUCT_WORDS, PRODUCT_PARTS),
)
_BARCODES_OF = "SELECT DISTINCT json_each.value, products.id FROM products, json_each(products.barcodes)"
_DROP_BARCODES = (
    f"DELETE FROM barcodes WHERE (code, product_id) IN ({_BARCODES_OF} WHERE products.number = ?)"
)
_ADD_BARCODES = f"INSERT INTO barcodes (code, product_id) {_BARCODES_OF} WHERE products.number = ?"
_FILL_BARCODES = f"INSERT INTO barcodes (code, product_id) {_BARCODES_OF} ORDER BY 1, 2"

_Found = dict[int | tuple[int, str], ProductHit]

# Of the key of a price the number is the beginning, and 0 the sign that follows the slash behind it.
_LISTED = (
    "(SELECT group_concat(text) FROM list_prices "
    "WHERE key > products.number || '/' AND key < products.number || '0')"
)
# Whether there are any is looked at once a statement; shops without price lists do not look once a row.
_LISTED_IF_ANY = f"CASE WHEN EXISTS (SELECT 1 FROM list_prices WHERE key > '') THEN {_LISTED} END"
_PRODUCT = (
    select(
        ProductRow.number,
        ProductRow.name,
        PriceRow.price_minor,
        ProductRow.tax_percent,
        ProductRow.barcodes,
        func.coalesce(SellingTermsRow.sellable, ProductRow.sellable),
        ProductRow.key_in_price,
        ProductRow.line_charge_minor,
        ProductRow.asks_serial,
        ProductRow.category,
        ProductRow.revenue_recognition,
        SellingTermsRow.item_tax_group,
        SellingTermsRow.unit,
        SellingTermsRow.packs,
        literal_column(_LISTED),
    )
    .outerjoin(PriceRow, PriceRow.number == ProductRow.number)
    .outerjoin(SellingTermsRow, SellingTermsRow.number == ProductRow.number)
)
_BY_BARCODE = Statement(
    _PRODUCT.join(BarcodeRow, BarcodeRow.product_id == ProductRow.id).where(
        BarcodeRow.code == bindparam("code")
    )
)
_BY_NUMBER = Statement(_PRODUCT.where(ProductRow.number == bindparam("wanted")))

# What a search fetches. CROSS JOIN: the index asked is the outer loop, whatever the planner thinks.
_HIT = (
    "products.id, products.number, products.name, prices.price_minor, "
    "coalesce(selling_terms.sellable, products.sellable), products.key_in_price, "
    f"products.barcodes, {_LISTED_IF_ANY}"
)
_PRICES = (
    "LEFT JOIN prices ON prices.number = products.number "
    "LEFT JOIN selling_terms ON selling_terms.number = products.number"
)
_BY_NUMBERS = (
    f"FROM products {_PRICES} "
    "WHERE products.number_folded >= ?1 AND products.number_folded < ?2 ORDER BY products.number_folded"
)
_BY_BARCODES = (
    f"FROM barcodes CROSS JOIN products ON products.id = barcodes.product_id {_PRICES} "
    "WHERE barcodes.code >= ?3 AND barcodes.code < ?4 ORDER BY barcodes.code"
)
_BY_PACK_CODES = (
    f"FROM pack_codes CROSS JOIN products ON products.number = pack_codes.number {_PRICES} "
    "WHERE pack_codes.code >= ?3 AND pack_codes.code < ?4 ORDER BY pack_codes.code"
)
_NUMBER_BEGINS = f"SELECT 'number', {_HIT} {_BY_NUMBERS}"
_NUMBER_IS = f"SELECT 'number', {_HIT} FROM products {_PRICES} WHERE products.number = ?"
_CODE_BEGINS = (
    f"SELECT 'number', {_HIT}, NULL, NULL {_BY_NUMBERS}",
    f"SELECT 'barcode', {_HIT}, NULL, NULL {_BY_BARCODES}",
    f"SELECT 'barcode', {_HIT}, pack_codes.unit, selling_terms.packs {_BY_PACK_CODES}",
)
_WORDS_BEGIN = (
    f"SELECT 'name', {_HIT} FROM product_words CROSS JOIN products ON products.id = product_words.rowid {_PRICES} "
    "WHERE product_words MATCH ?"
)
_ANYWHERE = (
    "SELECT CASE WHEN instr(products.number_folded, ?1) THEN 'number' WHEN instr(products.barcodes, ?1) "
    f"THEN 'barcode' ELSE 'name' END, {_HIT} "
    f"FROM product_parts CROSS JOIN products ON products.id = product_parts.rowid {_PRICES} "
    "WHERE product_parts MATCH ?3 AND (instr(products.number_folded, ?1) OR instr(products.barcodes, ?1) "
    "OR instr(products.folded, ?2))"
)


def by_barcode(connection: Connection, code: str, moment: Moment) -> list[Product]:
    """Every product that bears this code, by number, as a pack where it is a pack's; several make it ambiguous."""
    found = [_product(row, moment) for row in ask(connection, _BY_BARCODE.sql, (code,))]
    for number, unit in packs_of_code(connection, code):
        product = by_number(connection, number, moment)
        pack = None if product is None else product.by(unit)
        found += [] if pack is None else [pack]
    return found if len(found) < 2 else sorted(found, key=lambda product: product.number)


def by_number(connection: Connection, number: str, moment: Moment) -> Product | None:
    """The product with exactly this number, in this case."""
    rows = ask(connection, _BY_NUMBER.sql, (number,))
    return _product(rows[0], moment) if rows else None


def find(
    connection: Connection, text: str, limit: int, moment: Moment, *, any_word: bool = False
) -> list[ProductHit]:
    """Products for what was typed: that very number or code first, then those that begin so, then such words. By the
    code of a pack they are found as that pack.

    Parts inside a text are looked for where nothing begins so, and after a few digits where there is room left; with
    `any_word`, where there is room, what has one of several words.
    """
    typed = Typed(text)
    if not typed.code:
        return []
    found: _Found = {}

    def add(sql: str, *values: str) -> None:
        _put(found, ask(connection, sql, values, limit), moment)

    begins = (typed.code, typed.code + LAST_SIGN)
    if typed.is_digits:
        codes = (*begins, typed.exact, typed.exact + LAST_SIGN)
        begun = ask(connection, together(_CODE_BEGINS, limit), codes)
        _put(found, [row for *row, unit, _ in begun if unit is None], moment)
        _put_packs(found, [row for row in begun if row[-2] is not None], moment)
    else:
        begun = ask(connection, _NUMBER_BEGINS, begins, limit)
        _put(found, begun, moment)
    if len(begun) >= limit and fold_code(begun[limit - 1][2]) == typed.code:
        add(_NUMBER_IS, typed.exact)  # it may be one of many more that differ by their case alone
    named = typed.exact.casefold()
    called = [hit for hit in found.values() if typed.exact in hit.barcodes or hit.number.casefold() == named]
    if called:
        called.sort(key=lambda hit: hit.number != typed.exact)
        return [*called, *(hit for hit in found.values() if hit not in called)][:limit]
    if typed.wants_words(len(found), limit):
        add(f"{_WORDS_BEGIN}{typed.and_long_words}", beginnings(typed.words), *typed.long_words)
    if typed.wants_parts(len(found), limit):
        name = typed.folded or typed.code
        add(_ANYWHERE, typed.code, name, anywhere((typed.code, name)))
    if any_word and len(typed.words) > 1 and len(found) < limit and not typed.is_digits:
        add(_WORDS_BEGIN, any_beginning(typed.words))
    return list(found.values())[:limit]


def _put(found: _Found, rows: Iterable[Sequence[Any]], moment: Moment) -> None:
    """Put hits behind what was found already."""
    for field, row, number, name, own, sellable, key_in, barcodes, listed in rows:
        if row not in found:
            price = own if listed is None else now_priced(number, own, listed, moment)[0]
            found[row] = ProductHit(
                FIELDS[field], number, name, price or 0,
                _may_be_sold(price, sellable, key_in), bool(key_in), _codes(barcodes),
            )  # fmt: skip


def _put_packs(found: _Found, rows: Iterable[Sequence[Any]], moment: Moment) -> None:
    """Put what was found by the codes of packs behind it, as those packs."""
    for field, row, number, name, own, sellable, key_in, _, listed, unit, packs in rows:
        price, _list = now_priced(number, own, listed, moment)
        priced = {each.unit: each.price_minor for each in packs_in(packs, number, price, listed, moment)}
        found[row, unit] = ProductHit(
            FIELDS[field], number, name, priced[unit], _may_be_sold(price, sellable, key_in), bool(key_in),
            codes_of_pack(packs, unit), unit,
        )  # fmt: skip


def keep(
    connection: Connection, rows: Mapping[str, Mapping[str, Any]], digests: Mapping[str, int], waiting: int
) -> None:
    """Keep products as headquarters sent them: the fields of a `ProductRow`, all there, rates as texts.

    So many rows, these among them, are `waiting` to be kept in this unit of work; 0 where that is all the same.
    """
    news = ROWS.news(connection, {number: _columns(row) for number, row in rows.items()}, digests)
    if ROWS.is_much(connection, len(news), len(rows), waiting):
        undress(connection)
    numbers = [(number,) for number in news]
    is_bare = ROWS.is_bare(connection)
    if numbers and not is_bare:
        connection.exec_driver_sql(_DROP_BARCODES, numbers)
    ROWS.keep(connection, news)
    if numbers and not is_bare:
        connection.exec_driver_sql(_ADD_BARCODES, numbers)


def drop(connection: Connection, numbers: Collection[str]) -> None:
    """Forget products that are gone."""
    if numbers and not ROWS.is_bare(connection):
        connection.exec_driver_sql(_DROP_BARCODES, [(number,) for number in numbers])
    ROWS.drop(connection, numbers)


def undress(connection: Connection) -> None:
    """Take the indexes down, to be dressed again in the same unit of work."""
    connection.exec_driver_sql("DELETE FROM barcodes")
    ROWS.undress(connection)


def dress(connection: Connection) -> None:
    """Make the indexes of a table that was filled bare; its codes are one of them."""
    connection.exec_driver_sql(_FILL_BARCODES)
    ROWS.dress(connection)


def _columns(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "number": row["number"],
        "number_folded": fold_code(row["number"]),
        "name": row["name"],
        "folded": fold(row["name"]),
        "tax_percent": row["tax_percent"],
        "barcodes": _codes_text(row["barcodes"]),
        "sellable": int(row["sellable"]),
        "key_in_price": int(row["key_in_price"]),
        "line_charge_minor": row["line_charge_minor"],
        "asks_serial": int(row["asks_serial"]),
        "category": row["category"],
        "revenue_recognition": int(row["revenue_recognition"]),
    }


def _product(row: tuple[Any, ...], moment: Moment) -> Product:
    number, name, own_minor, tax_percent, barcodes, sellable, key_in_price, line_charge_minor, *more = row
    asks_serial, category, revenue_recognition, item_tax_group, unit, packs, listed = more
    price_minor, price_list = now_priced(number, own_minor, listed, moment)
    return Product(
        number,
        name,
        price_minor or 0,
        None if tax_percent is None else Decimal(tax_percent),
        _codes(barcodes),
        _may_be_sold(price_minor, sellable, key_in_price),
        bool(key_in_price),
        line_charge_minor,
        bool(asks_serial),
        category,
        bool(revenue_recognition),
        price_list,
        item_tax_group or "",
        unit or "",
        packs_in(packs, number, price_minor, listed, moment),
    )


def _codes_text(barcodes: Sequence[str]) -> str:
    if len(barcodes) == 1 and barcodes[0].isascii() and barcodes[0].isalnum():
        return f'["{barcodes[0]}"]'  # as nearly always: five times faster
    return json.dumps(barcodes)


def _codes(barcodes: str) -> tuple[str, ...]:
    if barcodes == "[]":
        return ()
    if barcodes.count('"') == 2 and "\\" not in barcodes:
        return (barcodes[2:-2],)  # one plain code, as nearly always: five times faster
    return tuple(json.loads(barcodes))


def _may_be_sold(price_minor: int | None, sellable: int, key_in_price: int) -> bool:
    """Without a price from headquarters only where the cashier types one anyway."""
    return bool(sellable) and (price_minor is not None or bool(key_in_price))
