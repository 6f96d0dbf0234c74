"""The table of customers."""

from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base


class Customer(Base):
    """A customer: `uuid` is theirs for ever, `account` is the id headquarters gave. 1010 distributes them."""

    __tablename__ = "customers"
    __table_args__ = (Index(None, "distributed", "id"),)

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
    origin: Mapped[str]
    made_at: Mapped[str]
    distributed: Mapped[bool]
