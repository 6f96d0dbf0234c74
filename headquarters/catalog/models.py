"""Tables of products and prices."""

from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, Rate


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
