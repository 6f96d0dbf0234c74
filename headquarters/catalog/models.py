"""Tables of products, their prices and their pictures."""

from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, false, text
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, Rate


def _of_named(column: str) -> Index:
    is_named = text(f"{column} <> ''")
    return Index(None, column, sqlite_where=is_named, postgresql_where=is_named)


class Product(Base):
    """One article; its number is case-sensitive."""

    __tablename__ = "products"
    __table_args__ = (
        Index(None, "name", "id"),
        Index("ix_products_category_number", "category", "number"),
        Index("ix_products_category_name", "category", "name", "id"),
        Index(
            "ix_products_not_for_sale", "number",
            sqlite_where=text("NOT sellable"), postgresql_where=text("NOT sellable"),
        ),
        _of_named("item_tax_group"), _of_named("unit"),
        Index(None, "picture", sqlite_where=text("picture <> ''"), postgresql_where=text("picture <> ''")),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    tax_percent: Mapped[Decimal | None] = mapped_column(Rate)
    barcodes: Mapped[list[Any]]
    sellable: Mapped[bool]
    key_in_price: Mapped[bool]
    line_charge_minor: Mapped[int] = mapped_column(BigInteger)
    asks_serial: Mapped[bool]
    category: Mapped[str]
    revenue_recognition: Mapped[bool]
    picture: Mapped[str] = mapped_column(default="", server_default="")
    item_tax_group: Mapped[str] = mapped_column(default="", server_default="")
    unit: Mapped[str] = mapped_column(default="", server_default="")
    packs: Mapped[list[Any]] = mapped_column(default=list, server_default="[]")


class Price(Base):
    """The price of one article; it changes more often than the article."""

    __tablename__ = "prices"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(ForeignKey("products.number"), unique=True)
    price_minor: Mapped[int] = mapped_column(BigInteger)


class ProductCode(Base):
    """One barcode of one product, to find it by; several products may bear the same."""

    __tablename__ = "product_codes"

    code: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(ForeignKey("products.number"), primary_key=True, index=True)


class Picture(Base):
    """A picture as it was brought, under its SHA-256; any number of products may have it.

    One that was brought `for_looks` of registers stays: a register may be told of it long after it was replaced.
    """

    __tablename__ = "pictures"

    digest: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    bytes: Mapped[bytes]
    width: Mapped[int]
    height: Mapped[int]
    for_looks: Mapped[bool] = mapped_column(default=False, server_default=false())
