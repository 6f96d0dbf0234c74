"""Products and prices: kept in bulk, published as two feeds because prices change more often."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from headquarters.catalog.models import Picture, Price, Product, ProductCode
from headquarters.errors import Refusal
from headquarters.feeds.service import publish
from headquarters.price_lists.service import forget_product
from headquarters.rows import add_rows
from retail.wire.base import Json
from retail.wire.feeds import PackRow, PriceRow, ProductRow

NOT_KEPT = {"picture", "sellable_by_group"}
"""What a product says on its way down that it is not given with its other fields."""
_CHUNK = 500


def keep_products(session: Session, products: Sequence[tuple[ProductRow, PriceRow]]) -> None:
    """Make or change products with their prices and publish them."""
    known = dict(session.execute(select(Product.number, Product.id)).all())
    priced = dict(session.execute(select(Price.number, Price.id)).all())
    articles = {row.number: _columns(row) for row, _ in products}
    _keep(session, Product, known, articles)
    _keep(session, Price, priced, {row.number: row.model_dump() for _, row in products})
    _keep_codes(session, {row.number: row.barcodes for row, _ in products})
    pictured = dict(
        session.execute(select(Product.number, Product.picture).where(Product.picture != "")).all()
    )
    publish(
        session, "products", {row.number: _said(row, pictured.get(row.number, "")) for row, _ in products}
    )
    publish(session, "prices", {row.number: row.model_dump(mode="json") for _, row in products})


def keep_product(session: Session, row: ProductRow, price_minor: int | None) -> Product:
    """Make or change one product with its price, None where the cashier types one, and publish it."""
    product = session.scalar(select(Product).where(Product.number == row.number))
    if product is None:
        product = Product(number=row.number)
        session.add(product)
    for name, value in _columns(row).items():
        setattr(product, name, value)
    session.flush()
    _keep_codes(session, {row.number: row.barcodes})
    publish(session, "products", {row.number: _article(product)})
    price = session.scalar(select(Price).where(Price.number == row.number))
    if price_minor is None:
        session.execute(delete(Price).where(Price.number == row.number))
        publish(session, "prices", {row.number: None})
        return product
    if price is None:
        session.add(Price(number=row.number, price_minor=price_minor))
    else:
        price.price_minor = price_minor
    publish(session, "prices", {row.number: {"number": row.number, "price_minor": price_minor}})
    return product


def remove_product(session: Session, number: str) -> None:
    """Take a product out of the catalogue; registers hear that it is gone.

    Raises:
        Refusal: there is no such product.
    """
    product = session.scalar(select(Product).where(Product.number == number))
    if product is None:
        raise Refusal(404, "There is no such product.")
    picture = product.picture
    forget_product(session, number)
    session.execute(delete(Price).where(Price.number == number))
    session.execute(delete(ProductCode).where(ProductCode.number == number))
    session.execute(delete(Product).where(Product.number == number))
    publish(session, "prices", {number: None})
    publish(session, "products", {number: None})
    _forget_unused(session, picture)


def keep_picture(session: Session, product: Product, picture: Picture | None) -> None:
    """Give a product this picture in place of the one it had, or none, and publish it."""
    before = product.picture
    if picture is not None and session.get(Picture, picture.digest) is None:
        session.add(picture)
    product.picture = "" if picture is None else picture.digest
    session.flush()
    publish(session, "products", {product.number: _article(product)})
    _forget_unused(session, before)


def publish_products(session: Session, after: int, limit: int) -> tuple[int, int]:
    """Say the next products after a row, with their prices; the row of the last one, 0 at the end, and how many
    changes had not been said so.
    """
    products = session.scalars(
        select(Product).where(Product.id > after).order_by(Product.id).limit(limit)
    ).all()
    articles = {row.number: _article(row) for row in products}
    priced = session.scalars(select(Price).where(Price.number.in_(articles)))
    prices = {row.number: PriceRow(number=row.number, price_minor=row.price_minor) for row in priced}
    said = publish(session, "products", articles)
    said += publish(
        session, "prices", {number: row.model_dump(mode="json") for number, row in prices.items()}
    )
    return (products[-1].id if products else 0), said


def _keep_codes(session: Session, codes: Mapping[str, Sequence[str]]) -> None:
    """Note by which barcodes these products are found."""
    numbers = list(codes)
    for start in range(0, len(numbers), _CHUNK):
        there = numbers[start : start + _CHUNK]
        session.execute(delete(ProductCode).where(ProductCode.number.in_(there)))
    rows = [(code, number) for number, each in codes.items() for code in dict.fromkeys(each)]
    add_rows(session, ProductCode, ("code", "number"), rows)


def _article(row: Product) -> Json:
    values = {name: getattr(row, name) for name in ProductRow.model_fields if name not in NOT_KEPT}
    packs = tuple([PackRow.of(each) for each in row.packs])
    return _said(ProductRow(**values | {"barcodes": tuple(row.barcodes), "packs": packs}), row.picture)


def _columns(row: ProductRow) -> Json:
    """The columns of a product."""
    packs = [each.model_dump(mode="json") for each in row.packs]
    return row.model_dump(exclude=NOT_KEPT) | {"barcodes": list(row.barcodes), "packs": packs}


def _said(row: ProductRow, picture: str) -> Json:
    """A product as registers are told of it: of what it does not have nothing is said, as older headquarters did."""
    said = row.model_dump(mode="json", exclude={*NOT_KEPT, "item_tax_group", "unit", "packs"})
    if picture:
        said["picture"] = picture
    if row.unit:
        said["unit"] = row.unit
    if row.packs:
        said["packs"] = [each.model_dump(mode="json") for each in row.packs]
    if row.item_tax_group:
        said |= {"item_tax_group": row.item_tax_group, "sellable_by_group": row.sellable, "sellable": False}
    return said


def _forget_unused(session: Session, picture: str) -> None:
    """Forget a picture that no product has any more, unless registers wear it."""
    has_it = select(Product.id).where(Product.picture == picture, Product.picture != "").limit(1)
    if picture and session.scalar(has_it) is None:
        session.execute(delete(Picture).where(Picture.digest == picture, Picture.for_looks.is_(False)))


def _keep(
    session: Session, table: type[Product | Price], known: dict[str, int], values: dict[str, dict[str, Any]]
) -> None:
    new = [row for number, row in values.items() if number not in known]
    changed = [row | {"id": known[number]} for number, row in values.items() if number in known]
    if new:
        session.execute(insert(table), new)
    if changed:
        session.execute(update(table), changed)
