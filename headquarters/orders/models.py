"""Tables of transactions, and of the sales orders made from them as they stand."""

from datetime import date

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from headquarters.base import Base
from retail.wire.base import Json


class Transaction(Base):
    """A concluded transaction of a register, as posted; its numbers have no gaps within an epoch."""

    __tablename__ = "transactions"
    __table_args__ = (
        UniqueConstraint("register", "epoch", "number"),
        Index(
            None, "customer_uuid", "id",
            sqlite_where=text("customer_uuid IS NOT NULL"), postgresql_where=text("customer_uuid IS NOT NULL"),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    register: Mapped[str]
    store: Mapped[str]
    epoch: Mapped[str]
    number: Mapped[int] = mapped_column(BigInteger)
    receipt_number: Mapped[str] = mapped_column(index=True)
    type: Mapped[str]
    business_date: Mapped[date]
    made_at: Mapped[str]
    user: Mapped[str]
    currency: Mapped[str]
    customer_uuid: Mapped[str | None]
    customer_name: Mapped[str]
    total_minor: Mapped[int] = mapped_column(BigInteger)
    paid_minor: Mapped[int] = mapped_column(BigInteger)
    order_uuid: Mapped[str | None]


class ReturnedSale(Base):
    """A plain sale of which goods came back, or were said to: `uuid` is the transaction that sold them.

    `state` is how it stands, as that of an order: its lines with what of them is back, and for every return a credit
    invoice with a number of ours.
    """

    __tablename__ = "returned_sales"

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    receipt_number: Mapped[str]
    store: Mapped[str]
    state: Mapped[Json] = mapped_column(JSON)


class Order(Base):
    """A sales order or quote: `uuid` is its id for ever, `number` is headquarters' own.

    `state` is how it stands, with its ledger of payments and its invoices; the other columns are made from it, to
    be searched and listed by.
    """

    __tablename__ = "orders"
    __table_args__ = (
        Index(None, "store", "id"),
        Index(None, "status", "id"),
        Index(None, "customer_id", "id"),
        Index(None, "confirmation_number", "id"),
        Index(None, "store", "total_minor", "id"),
        Index(
            "ix_orders_with_deposits", "store", "id",
            sqlite_where=text("deposit_left_minor <> 0"), postgresql_where=text("deposit_left_minor <> 0"),
        ),
        Index(
            "ix_orders_open_deposits", "store", "currency", "deposit_left_minor",
            sqlite_where=text("deposit_left_minor <> 0"), postgresql_where=text("deposit_left_minor <> 0"),
        ),
        Index(
            "ix_orders_deposits_by_amount", "store", "deposit_left_minor", "id",
            sqlite_where=text("deposit_left_minor <> 0"), postgresql_where=text("deposit_left_minor <> 0"),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    number: Mapped[str] = mapped_column(unique=True)
    confirmation_number: Mapped[str]
    revision: Mapped[int]
    kind: Mapped[str]
    status: Mapped[str]
    store: Mapped[str]
    origin: Mapped[str]
    made_at: Mapped[str]
    currency: Mapped[str]
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))
    total_minor: Mapped[int] = mapped_column(BigInteger)
    paid_minor: Mapped[int] = mapped_column(BigInteger)
    deposit_left_minor: Mapped[int] = mapped_column(BigInteger, server_default="0")
    """What was paid ahead and no invoice has used yet."""
    sought: Mapped[str]
    """What a search looks in: numbers and customer, folded here because not every database folds all letters."""
    state: Mapped[Json] = mapped_column(JSON)

    lines: Mapped[list["OrderLine"]] = relationship(
        order_by="OrderLine.number", lazy="selectin", cascade="all, delete-orphan"
    )


class ChannelOrder(Base):
    """An order that another channel told of, by the channel's own number; `fingerprint` is of what it said."""

    __tablename__ = "channel_orders"
    __table_args__ = (UniqueConstraint("channel", "reference"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    reference: Mapped[str]
    order_uuid: Mapped[str] = mapped_column(index=True)
    fingerprint: Mapped[str]


class OrderLine(Base):
    """One line of an order, made from its state. `store` hands it out: where it is fetched, or shipped from."""

    __tablename__ = "order_lines"
    __table_args__ = (
        Index(
            "ix_order_lines_rejected", "order_id", "number",
            sqlite_where=text("status = 'rejected'"), postgresql_where=text("status = 'rejected'"),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    number: Mapped[int]
    product: Mapped[str]
    name: Mapped[str]
    status: Mapped[str]
    ordered_thousandths: Mapped[int] = mapped_column(BigInteger)
    invoiced_thousandths: Mapped[int] = mapped_column(BigInteger)
    returned_thousandths: Mapped[int] = mapped_column(BigInteger)
    amount_minor: Mapped[int] = mapped_column(BigInteger)
    delivery: Mapped[str]
    store: Mapped[str] = mapped_column(index=True)
    day: Mapped[date | None]


class Invoice(Base):
    """One invoice or credit invoice, as it was numbered: of an order, or of a plain sale that goods came back of.

    `order_uuid` is that order or sale, `document` the transaction or the step of fulfilment that made it.
    """

    __tablename__ = "invoices"
    __table_args__ = (
        Index(None, "store", "id"), Index(None, "kind", "id"), Index(None, "receipt", "id"),
        Index(None, "store", "total_minor", "id"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    order_uuid: Mapped[str] = mapped_column(index=True)
    reference: Mapped[str]
    document: Mapped[str]
    kind: Mapped[str]
    store: Mapped[str]
    customer_name: Mapped[str]
    receipt: Mapped[str]
    currency: Mapped[str]
    total_minor: Mapped[int] = mapped_column(BigInteger)
    applied_minor: Mapped[int] = mapped_column(BigInteger)
    made_at: Mapped[str]
