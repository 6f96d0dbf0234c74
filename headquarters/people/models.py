"""The tables of staff: as registers were told of them, as people set them up, and their roles."""

from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, Rate, listed_by


class Person(Base):
    """Somebody who signs in at registers; of the PIN only an Argon2id hash is kept, of their card a keyed one.

    They work in `stores`; where none is named, in all of them. `limits` are those of their role's that are their own.
    """

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    user: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[str]
    pin_hash: Mapped[str]
    rights: Mapped[list[Any]]
    language: Mapped[str]
    active: Mapped[bool]
    stores: Mapped[list[Any]] = mapped_column(server_default="[]")
    limits: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    card: Mapped[str] = mapped_column(server_default="")


class StaffRole(Base):
    """A role and what whoever has it may do."""

    __tablename__ = "staff_roles"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]
    rights: Mapped[list[Any]]


class StaffDraft(Base):
    """Somebody as people set them up: their role, with what they may besides it and what they may not of it.

    `taken` is what was published when this was last brought in line with it. A limit that is not said is their role's.
    """

    __tablename__ = "staff_drafts"
    __table_args__ = listed_by("name", "role", "language", "active")

    id: Mapped[int] = mapped_column(primary_key=True)
    user: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]
    name: Mapped[str]
    role: Mapped[str] = mapped_column(ForeignKey("staff_roles.code"))
    given: Mapped[list[Any]]
    withheld: Mapped[list[Any]]
    language: Mapped[str]
    active: Mapped[bool]
    stores: Mapped[list[Any]]
    pin_hash: Mapped[str]
    card: Mapped[str] = mapped_column(server_default="")
    price_override_percent: Mapped[Decimal | None] = mapped_column(Rate)
    price_override_direction: Mapped[str | None]
    line_discount_percent: Mapped[Decimal | None] = mapped_column(Rate)
    line_discount_minor: Mapped[int | None] = mapped_column(BigInteger)
    total_discount_percent: Mapped[Decimal | None] = mapped_column(Rate)
    total_discount_minor: Mapped[int | None] = mapped_column(BigInteger)
    return_line_minor: Mapped[int | None] = mapped_column(BigInteger)
    return_total_minor: Mapped[int | None] = mapped_column(BigInteger)
    blind_return_minor: Mapped[int | None] = mapped_column(BigInteger)
    taken: Mapped[dict[str, Any]]
