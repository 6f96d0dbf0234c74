"""Products with their prices and codes: found by scan, by number, and by the words of their names."""

import json
from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, or_, select

from channel_db.catalog.keyed import KeyedRows
from channel_db.catalog.models import BarcodeRow, PriceRow, ProductRow
from channel_db.catalog.search import span, starts_with
from channel_db.catalog.words import PRODUCT_WORDS
from channel_db.folding import as_pattern, fold, fold_code
from channel_db.statements import Statement, insertion
from retail.catalog import Product
from retail.wire import feeds

_FALLBACK_LETTERS_MIN = 3

_ROWS = KeyedRows(ProductRow.__table__, "number", PRODUCT_WORDS)
_DROP_BARCODES = Statement(delete(BarcodeRow).where(BarcodeRow.product_id == bindparam("product")))
_ADD_BARCODE = insertion(BarcodeRow.__table__, "code", "product_id")

_PRODUCT = select(
    ProductRow.id,
    ProductRow.number,
    ProductRow.name,
    ProductRow.tax_percent,
    ProductRow.barcodes,
    ProductRow.sellable,
    ProductRow.key_in_price,
    ProductRow.line_charge_minor,
    PriceRow.price_minor,
).outerjoin(PriceRow, PriceRow.number == ProductRow.number)
_BY_BARCODE = Statement(
    _PRODUCT.join(BarcodeRow, BarcodeRow.product_id == ProductRow.id)
    .where(BarcodeRow.code == bindparam("code"))
    .order_by(ProductRow.number)
)
_BY_NUMBER = Statement(_PRODUCT.where(ProductRow.number == bindparam("wanted")))
_BY_NUMBER_START = Statement(
    _PRODUCT.where(starts_with(ProductRow.number_folded))
    .order_by(ProductRow.number_folded)
    .limit(bindparam("most"))
)
_LISTED = func.json_each(bindparam("ids")).table_valued("value")
_BY_IDS = Statement(_PRODUCT.where(ProductRow.id.in_(select(_LISTED.c.value))))
_ANYWHERE = Statement(
    _PRODUCT.where(
        or_(
            ProductRow.folded.like(bindparam("words"), escape="!"),
            ProductRow.number_folded.like(bindparam("code"), escape="!"),
        )
    ).limit(bindparam("most"))
)


def by_barcode(connection: Connection, code: str) -> list[Product]:
    """Every product that bears this code; several make it ambiguous."""
    return [_product(row) for row in _BY_BARCODE.run(connection, code=code)]


def by_number(connection: Connection, number: str) -> Product | None:
    """The product with exactly this number, in this case."""
    row = _BY_NUMBER.run(connection, wanted=number).first()
    return None if row is None else _product(row)


def find(connection: Connection, text: str, limit: int) -> list[Product]:
    """Products for what was typed: its number or code first, then numbers and names that begin so.

    Only where nothing begins so is the text looked for anywhere in them.
    """
    code, words = fold_code(text), fold(text)
    if not code:
        return []
    exact = by_number(connection, text.strip())
    found = {exact.number: exact} if exact else {}
    found |= {each.number: each for each in by_barcode(connection, text.strip())}
    begins = _BY_NUMBER_START.run(connection, **span(code), most=limit)
    found |= {row.number: _product(row) for row in begins if row.number not in found}
    if len(found) < limit:
        ids = PRODUCT_WORDS.find(connection, words, limit)
        found |= {row.number: _product(row) for row in _BY_IDS.run(connection, ids=json.dumps(ids))}
    if not found and len(code) >= _FALLBACK_LETTERS_MIN:
        rows = _ANYWHERE.run(connection, words=as_pattern(words or code), code=as_pattern(code), most=limit)
        found = {row.number: _product(row) for row in rows}
    return list(found.values())[:limit]


def keep(connection: Connection, rows: Mapping[str, feeds.ProductRow]) -> None:
    """Keep products as headquarters sent them."""
    ids = _ROWS.keep(connection, {number: _columns(row) for number, row in rows.items()})
    _DROP_BARCODES.run_all(connection, [{"product": ids[number]} for number in rows])
    _ADD_BARCODE.run_all(
        connection,
        [
            {"code": code, "product_id": ids[number]}
            for number, row in rows.items()
            for code in dict.fromkeys(row.barcodes)
        ],
    )


def drop(connection: Connection, numbers: Collection[str]) -> None:
    """Forget products that are gone."""
    _DROP_BARCODES.run_all(connection, [{"product": row} for row in _ROWS.ids(connection, numbers).values()])
    _ROWS.drop(connection, numbers)


def _columns(row: feeds.ProductRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "number_folded": fold_code(row.number),
        "name": row.name,
        "folded": fold(row.name),
        "tax_percent": None if row.tax_percent is None else str(row.tax_percent),
        "barcodes": json.dumps(row.barcodes),
        "sellable": int(row.sellable),
        "key_in_price": int(row.key_in_price),
        "line_charge_minor": row.line_charge_minor,
    }


def _product(row: Any) -> Product:
    price: int | None = row.price_minor
    # Without a price from headquarters it may only be sold where the cashier types one anyway.
    sellable = bool(row.sellable) and (price is not None or bool(row.key_in_price))
    return Product(
        number=row.number,
        name=row.name,
        price_minor=price or 0,
        tax_percent=None if row.tax_percent is None else Decimal(row.tax_percent),
        barcodes=() if row.barcodes == "[]" else tuple(json.loads(row.barcodes)),
        sellable=sellable,
        key_in_price=bool(row.key_in_price),
        line_charge_minor=row.line_charge_minor,
    )
