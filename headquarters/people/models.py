"""The tables of staff: as registers were told of them, as people set them up, and their roles."""

from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, listed_by


class Person(Base):
    """Somebody who signs in at registers; of the PIN only an Argon2id hash is kept.

    They work in `stores`; where none is named, in all of them.
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


class StaffRole(Base):
    """A role and what whoever has it may do."""

    __tablename__ = "staff_roles"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]
    rights: Mapped[list[Any]]


class StaffDraft(Base):
    """Somebody as people set them up: their role, with what they may besides it and what they may not of it.

    `taken` is what was published when this was last brought in line with it.
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
    taken: Mapped[dict[str, Any]]
