"""The tables of what stores know of customers: groups, attributes, what new ones need, and what they begin as."""

from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, listed_by
from headquarters.drafts.attributes import AttributeColumns


class CustomerSet(Base):
    """What the stores that name it ask of customers."""

    __tablename__ = "customer_sets"
    __table_args__ = listed_by("loyalty_card_prefix")

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]
    required_customer_fields: Mapped[list[Any]]
    customer_shortcuts: Mapped[list[Any]] = mapped_column(server_default="[]")
    loyalty_card_prefix: Mapped[str]


class CustomerGroupDraft(Base):
    """A group of customers; `dimensions` are pairs of a financial dimension and its value."""

    __tablename__ = "customer_groups"
    __table_args__ = (
        UniqueConstraint("customers", "group"),
        *listed_by("customers", "group", "name", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    customers: Mapped[str] = mapped_column(ForeignKey("customer_sets.code"))
    group: Mapped[str]
    name: Mapped[str]
    dimensions: Mapped[list[Any]]
    position: Mapped[int]


class CustomerAttributeDraft(AttributeColumns, Base):
    """Something stores want to know of customers."""

    __tablename__ = "customer_attributes"
    __table_args__ = (
        UniqueConstraint("customers", "attribute"),
        *listed_by("customers", "attribute", "name", "kind", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    customers: Mapped[str] = mapped_column(ForeignKey("customer_sets.code"))


class AffiliationDraft(Base):
    """Something customers can belong to."""

    __tablename__ = "affiliations"
    __table_args__ = (
        UniqueConstraint("customers", "affiliation"),
        *listed_by("customers", "affiliation", "name", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    customers: Mapped[str] = mapped_column(ForeignKey("customer_sets.code"))
    affiliation: Mapped[str]
    name: Mapped[str]
    position: Mapped[int]


class DefaultCustomerDraft(Base):
    """What new customers begin as in the stores that name it; empty is what the store itself has, or nothing."""

    __tablename__ = "default_customers"
    __table_args__ = listed_by("type", "group", "receipt_option")

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]
    type: Mapped[str]
    group: Mapped[str]
    receipt_option: Mapped[str]
    receipt_email: Mapped[str]
    currency: Mapped[str]
    language: Mapped[str]
    affiliations: Mapped[list[Any]]
