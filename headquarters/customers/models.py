"""Customers, what registers changed of them, and whose loyalty card is whose."""

from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base


class Customer(Base):
    """A customer: `uuid` is theirs for ever, `account` is the id headquarters gave. 1010 distributes them.

    `version` counts the changes registers made; `changes` are the newest of these, by their documents. `details` are
    fields of the feed's row that nothing here asks for. `merged_into` is who they were found to be: both ids live on.
    """

    __tablename__ = "customers"
    __table_args__ = (
        Index(None, "distributed", "id"),
        Index(None, "name", "id"),
        Index(None, "email", "id"),
        Index(None, "phone", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    account: Mapped[str] = mapped_column(unique=True)
    type: Mapped[str]
    name: Mapped[str]
    email: Mapped[str]
    phone: Mapped[str]
    language: Mapped[str]
    business: Mapped[bool]
    tax_exempt: Mapped[bool]
    addresses: Mapped[list[Any]]
    affiliations: Mapped[list[Any]]
    loyalty_cards: Mapped[list[Any]]
    version: Mapped[int]
    changes: Mapped[list[Any]]
    details: Mapped[dict[str, Any]]
    merged_into: Mapped[str | None] = mapped_column(index=True)
    origin: Mapped[str]
    made_at: Mapped[str]
    distributed: Mapped[bool]


class CustomerHistory(Base):
    """One field that a register changed: what it rested on, what stood there when it came, and what it was set to.

    Where `before` and `replaced` differ, two registers had changed the field, and both versions are here.
    """

    __tablename__ = "customer_history"

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), index=True)
    change: Mapped[str]
    field: Mapped[str]
    before: Mapped[str]
    replaced: Mapped[str]
    after: Mapped[str]
    register: Mapped[str]
    changed_by: Mapped[str]
    changed_at: Mapped[str]
    posted_at: Mapped[str]


class CustomersApart(Base):
    """Two customers who look like one and are not: somebody has said so. `first_uuid` is the lesser."""

    __tablename__ = "customers_apart"
    __table_args__ = (UniqueConstraint("first_uuid", "second_uuid"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    first_uuid: Mapped[str]
    second_uuid: Mapped[str]
    said_at: Mapped[str]


class CustomersAlike(Base):
    """Two customers who may be one, as the last look found them: the older first, and in what they are alike."""

    __tablename__ = "customers_alike"

    id: Mapped[int] = mapped_column(primary_key=True)
    first_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))
    second_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))
    likeness: Mapped[str]


class DuplicateLook(Base):
    """When it was last looked for duplicates, and a figure of all customers then. There is one row."""

    __tablename__ = "duplicate_looks"

    id: Mapped[int] = mapped_column(primary_key=True)
    looked_at: Mapped[str]
    figure: Mapped[str]


class LoyaltyCard(Base):
    """A loyalty card has one customer, whichever registers it was issued at."""

    __tablename__ = "loyalty_cards"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), index=True)
    change: Mapped[str]
    issued_at: Mapped[str]


class Erasure(Base):
    """A customer who was erased: their id and account, which say nothing of who they were. Rows only come."""

    __tablename__ = "erasures"

    id: Mapped[int] = mapped_column(primary_key=True)
    customer: Mapped[str] = mapped_column(unique=True)
    account: Mapped[str]
    erased_at: Mapped[str]
    erased_by: Mapped[str]
    reason: Mapped[str]


class Retention(Base):
    """After how many days without a transaction a customer is erased. There is one row, or none: nobody is."""

    __tablename__ = "retention"

    id: Mapped[int] = mapped_column(primary_key=True)
    days: Mapped[int]
