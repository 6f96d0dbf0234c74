"""Tables of price lists: what people have set up, and beside it what registers were told of it last."""

from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base


class PriceList(Base):
    """A list of prices for these stores, for all where none is named.

    `told` are the scopes of the feed that registers were told of it by; `version` rises with whatever changes in it.
    """

    __tablename__ = "price_lists"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    stores: Mapped[list[Any]]
    told: Mapped[list[Any]]
    version: Mapped[int]


class ListPrice(Base):
    """What a unit of a product costs by a list, from a moment (UTC) until before another; empty is without end.

    Without a price it is to be taken out. `told_minor` and `told_ends` are what registers were told; `waits` says that
    they are not in line with it.
    """

    __tablename__ = "list_prices"
    __table_args__ = (
        UniqueConstraint("list", "number", "unit", "starts"),
        Index(None, "number"),
        Index(None, "list", "id"),
        Index(None, "list", "starts", "id"),
        Index(
            "ix_list_prices_ending", "list", "ends", "id",
            sqlite_where=text("ends <> ''"), postgresql_where=text("ends <> ''"),
        ),
        Index("ix_list_prices_waiting", "list", "id", sqlite_where=text("waits = 1"), postgresql_where=text("waits")),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    list: Mapped[str] = mapped_column(ForeignKey("price_lists.code"))
    number: Mapped[str]
    unit: Mapped[str]
    starts: Mapped[str]
    ends: Mapped[str]
    price_minor: Mapped[int | None] = mapped_column(BigInteger)
    told_minor: Mapped[int | None] = mapped_column(BigInteger)
    told_ends: Mapped[str]
    waits: Mapped[bool]
