"""The tables of stock: how much of what lies where, and every movement that made it so."""

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, BigKey


class Stock(Base):
    """How much of a product a warehouse has: what it was at `opened_at`, and all movements since.

    `is_told`: somebody has said how much there was, so that registers hear of it; `as_of` is when it last changed.
    """

    __tablename__ = "stock"
    __table_args__ = (UniqueConstraint("place", "product"), Index(None, "product", "place"))

    id: Mapped[int] = mapped_column(primary_key=True)
    place: Mapped[str]
    product: Mapped[str]
    opening_thousandths: Mapped[int] = mapped_column(BigInteger)
    opened_at: Mapped[str]
    on_hand_thousandths: Mapped[int] = mapped_column(BigInteger)
    as_of: Mapped[str]
    is_told: Mapped[bool]


class StockMovement(Base):
    """Goods that came to a warehouse or left it (negative), by one line of a document or by a person's adjustment.

    `made_at` is when that was, in UTC; `counted_at` when the figure of its product took it in, None until then.
    """

    __tablename__ = "stock_movements"
    __table_args__ = (
        Index(None, "place", "product", "id"),
        Index(
            "ix_stock_movements_uncounted", "place", "product",
            sqlite_where=text("counted_at IS NULL"), postgresql_where=text("counted_at IS NULL"),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    place: Mapped[str]
    product: Mapped[str]
    quantity_thousandths: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str]
    document: Mapped[str]
    line: Mapped[int]
    made_at: Mapped[str]
    made_by: Mapped[str]
    reason: Mapped[str]
    counted_at: Mapped[str | None]
