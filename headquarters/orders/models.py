"""Tables of transactions, the sales orders made from them, their ledger of payments and their invoices."""

from datetime import date

from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from headquarters.base import Base


class Transaction(Base):
    """A concluded transaction of a register, as posted; its numbers have no gaps within an epoch."""

    __tablename__ = "transactions"
    __table_args__ = (UniqueConstraint("register", "epoch", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    register: Mapped[str]
    store: Mapped[str]
    epoch: Mapped[str]
    number: Mapped[int] = mapped_column(BigInteger)
    receipt_number: Mapped[str]
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


class Order(Base):
    """A sales order or quote: `uuid` is its id for ever, `number` is headquarters' own."""

    __tablename__ = "orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    number: Mapped[str] = mapped_column(unique=True)
    confirmation_number: Mapped[str] = mapped_column(index=True)
    revision: Mapped[int]
    kind: Mapped[str]
    status: Mapped[str]
    store: Mapped[str] = mapped_column(index=True)
    origin: Mapped[str]
    made_at: Mapped[str]
    currency: Mapped[str]
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), index=True)
    total_minor: Mapped[int] = mapped_column(BigInteger)
    card_authorisation_minor: Mapped[int] = mapped_column(BigInteger)
    collector: Mapped[str]
    expires: Mapped[date | None]
    sought: Mapped[str]
    """What a search looks in: numbers and customer, folded here because not every database folds all letters."""

    lines: Mapped[list["OrderLine"]] = relationship(order_by="OrderLine.number", lazy="selectin")
    payments: Mapped[list["Payment"]] = relationship(lazy="selectin")
    invoices: Mapped[list["Invoice"]] = relationship(lazy="selectin")

    @property
    def paid_minor(self) -> int:
        """All that was taken for this order, by the ledger."""
        return sum(payment.settled_minor for payment in self.payments)

    @property
    def deposit_available_minor(self) -> int:
        """What was paid and no invoice has used yet."""
        return self.paid_minor - sum(invoice.applied_minor for invoice in self.invoices)


class OrderLine(Base):
    """One line of an order. `store` hands it out: where it is fetched, or shipped from."""

    __tablename__ = "order_lines"
    __table_args__ = (UniqueConstraint("order_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"))
    number: Mapped[int]
    product: Mapped[str]
    name: Mapped[str]
    status: Mapped[str]
    ordered_thousandths: Mapped[int] = mapped_column(BigInteger)
    invoiced_thousandths: Mapped[int] = mapped_column(BigInteger)
    returned_thousandths: Mapped[int] = mapped_column(BigInteger)
    price_minor: Mapped[int] = mapped_column(BigInteger)
    amount_minor: Mapped[int] = mapped_column(BigInteger)
    tax_minor: Mapped[int] = mapped_column(BigInteger)
    delivery: Mapped[str]
    mode: Mapped[str]
    store: Mapped[str | None] = mapped_column(index=True)
    day: Mapped[date | None]
    place: Mapped[str]


class Payment(Base):
    """One tender towards an order. Deposits are this ledger, never a negative line of the order."""

    __tablename__ = "order_payments"
    __table_args__ = (UniqueConstraint("transaction_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    transaction_id: Mapped[int] = mapped_column(ForeignKey("transactions.id"))
    number: Mapped[int]
    type: Mapped[str]
    settled_minor: Mapped[int] = mapped_column(BigInteger)
    made_at: Mapped[str]


class Invoice(Base):
    """The record that goods were handed out, and how much of the deposit it used."""

    __tablename__ = "order_invoices"

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    transaction_id: Mapped[int] = mapped_column(ForeignKey("transactions.id"))
    number: Mapped[str] = mapped_column(unique=True)
    total_minor: Mapped[int] = mapped_column(BigInteger)
    applied_minor: Mapped[int] = mapped_column(BigInteger)
    made_at: Mapped[str]
