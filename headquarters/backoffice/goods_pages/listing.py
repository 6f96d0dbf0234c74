"""Products found among millions: each list and each search by an index, a page from where the one before ended."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, select, text, tuple_
from sqlalchemy.orm import Session

from headquarters.catalog.models import Price, Product, ProductCode

ROWS = 50
SORTS = ("number", "name", "newest")
_LAST = "\U0010ffff"
"""Behind everything that a text can go on with."""
_CATEGORIES = text(
    "WITH RECURSIVE known (name) AS (SELECT min(category) FROM products WHERE category > '' "
    "UNION ALL SELECT (SELECT min(category) FROM products WHERE category > known.name) FROM known "
    "WHERE name IS NOT NULL) SELECT name FROM known WHERE name IS NOT NULL LIMIT :most"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which products: those that a text finds, or all; of a category; not for sale; in which order, from where on."""

    text: str = ""
    category: str = ""
    is_not_for_sale: bool = False
    sort: str = SORTS[0]
    after: str = ""
    after_id: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of products with their prices, and the product that the next page begins behind; None at the end."""

    products: Sequence[Product]
    prices: dict[str, int]
    last: Product | None
    is_cut: bool
    """More were found by a text than are shown: another letter finds fewer."""


def listed(session: Session, wanted: Wanted) -> Listed:
    """One page of what is wanted."""
    query = select(Product)
    if wanted.category:
        query = query.where(Product.category == wanted.category)
    if wanted.is_not_for_sale:
        query = query.where(~Product.sellable)
    if wanted.text.strip():
        rows = _found(session, query, wanted.text.strip())
        rows, is_cut, last = rows[:ROWS], len(rows) > ROWS, None
    else:
        found = session.scalars(_from(query, wanted).limit(ROWS + 1)).all()
        rows, is_cut = list(found[:ROWS]), False
        last = found[ROWS - 1] if len(found) > ROWS else None
    numbers = [row.number for row in rows]
    priced = session.execute(select(Price.number, Price.price_minor).where(Price.number.in_(numbers)))
    return Listed(rows, dict(priced.all()), last, is_cut)


def categories(session: Session) -> list[str]:
    """The categories that products have, the first of very many: one step of an index each."""
    return list(session.scalars(_CATEGORIES, {"most": ROWS}))


def _from(query: Select[Product], wanted: Wanted) -> Select[Product]:
    if wanted.sort == "name":
        if wanted.after_id:
            query = query.where(tuple_(Product.name, Product.id) > (wanted.after, wanted.after_id))
        return query.order_by(Product.name, Product.id)
    if wanted.sort == "newest":
        if wanted.after_id:
            query = query.where(Product.id < wanted.after_id)
        return query.order_by(Product.id.desc())
    if wanted.after:
        query = query.where(Product.number > wanted.after)
    return query.order_by(Product.number)


def _found(session: Session, query: Select[Product], typed_text: str) -> list[Product]:
    """Products with this number or barcode, then those whose number or name begins so; one more than a page shows."""
    typed = list(dict.fromkeys((typed_text, typed_text.upper(), typed_text.title(), typed_text.capitalize())))
    coded = select(ProductCode.number).where(ProductCode.code.in_(typed))
    ways: list[ColumnElement[bool]] = [Product.number.in_(typed), Product.number.in_(coded)]
    ways += [
        (column >= each) & (column < each + _LAST)
        for column in (Product.number, Product.name)
        for each in typed
    ]
    found: dict[int, Product] = {}
    for way in ways:
        rows = session.scalars(query.where(way).limit(ROWS + 1 - len(found)))
        found |= {row.id: row for row in rows}
        if len(found) > ROWS:
            break
    return list(found.values())
